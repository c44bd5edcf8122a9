"""Make a net small without changing what is proved: what cannot matter is folded away before states are counted.

Each rule keeps, between the net before and after, that (S) some place can carry two tokens, (C) some reachable state is
lost to completion, (D) some move never occurs, (E) some end is reached twice. Proof sketches, p a place, ``pre`` and
``post`` of a move its places:

* **fuse behind** (p is all that its takers need): a token in p can always be taken, at once, by any of them, whatever
  else happens. So a giver g of p is joined with each taker t. (S) Two tokens in p come from two turns of g without a
  taker; then two turns of g-then-t leave two in post(t), which is not empty. (C) To choose t early loses no state:
  whoever is in p may choose the bad t as well as the good. (D) g occurs if some g-then-t does; and t occurs if g does.
* **fuse before** (p has one giver g, which gives to p alone, and one taker t; what g takes is taken by nobody else): g
  may as well wait until t can occur. (S) A second token in p needs second tokens in pre(g), which could have stayed
  there.
* **twin places** (given and taken by the same moves, empty at the beginning): they always carry the same.
* **twin moves** (same pre, post, memory): what one does the other does.
* **turning in place** (pre and post are the same one place, and somebody else takes from it): it changes no state, and
  occurs if that place is reached.
* **split and join** (all that gives to an inclusive join are the moves of one node that takes from one place q):
  whatever the node gives, the join can take at once: a token anywhere else comes to the join through q only, from
  where it could also reach what is there. So both are one move that gives one token.

Inclusive joins look at tokens anywhere before them, so while one is left, two places are fused only if they reach the
same incoming flows of the same joins (``sees``), or stand right at one. Ends are never fused: what is reached twice
must be seen. A terminate end takes all tokens away whatever place they are in, so the rules hold beside it; but a token
that is swept away before it throws has not thrown, so beside one no throw is fused behind, and where it is told which
ends were reached no token is taken as gone at once (``drains``). A split is only fused with what gives one token,
alone, and throws nothing: its answers stay apart. A place from which the map leads to a join by a way that no move
gives (``beyond`` in Net) stays as long as a join is left.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Any

from procmap.verify.explore import Moves
from procmap.verify.net import JOIN, MOVE, RESET, SPLIT, Net, most_answers
from procmap.verify.reach import reaching

__all__ = ["Residue", "Run"]

Run = Any
"""The moves of the net that a move of the residue stands for: a number, or a pair of runs, first to last."""

_MOST_LOOKS = 5_000_000


class Residue:
    """What is left of a contracted net; built and reduced at once.

    With ``tells`` it is kept which ends a run has reached when everything else is swept away.
    """

    def __init__(self, net: Net, *, tells: bool = False) -> None:
        self.net = net
        self.tells = tells
        places = len(net.flow)
        self.pre: list[list[int] | None] = [list(each) for each in net.pre]
        self.post = [list(each) for each in net.post]
        self.kind = list(net.kind)
        self.memory = list(net.marks)
        self.run: list[Run] = list(range(len(net.pre)))
        self.out_run: dict[int, list[Run]] = {
            move: [None] * len(net.post[move]) for move, kind in enumerate(net.kind) if kind == SPLIT
        }
        self.giving: list[set[int]] = [set() for _ in range(places)]
        self.taking: list[set[int]] = [set() for _ in range(places)]
        self.gone = bytearray(places)
        self.initial = set(net.initial)
        self.joins: set[int] = set()
        self.folded: list[tuple[Run, Run]] = []
        self.waiting_for: list[tuple[Run, list[int]]] = []
        self.came_from: dict[int, list[int]] = {}
        for move, pre in enumerate(net.pre):
            for place in pre:
                self.taking[place].add(move)
            for place in net.post[move]:
                self.giving[place].add(move)
            if net.kind[move] == JOIN:
                self.joins.add(move)
        self.fresh: list[list[int]] = [sorted(each) for each in self.taking]
        self.alike: dict[int, dict[tuple[Any, ...], int]] = {}
        self.at_join = {place for move in self.joins for place in net.pre[move]}
        self.sees: list[int] | None = None
        self.join_bits: dict[int, int] = {}
        self.live = 0
        self.too_large = False
        self.became: dict[int, list[int]] = {}
        self.resets = RESET in net.kind
        self._reduce()

    def _see(self) -> None:
        """For each place left, as bits, the incoming flows of joins that it reaches."""
        joins = sorted(self.joins)
        if sum(len(self.pre[move] or ()) for move in joins) * len(self.pre) > _MOST_LOOKS:
            self.too_large = True
            return
        held: dict[int, list[int]] = {}
        for place, flows in self.net.beyond.items():
            for flow in flows:
                for now in self._now(self.net.place[flow]):
                    held.setdefault(now, []).append(place)
        pre = [each or [] for each in self.pre]
        sees = [0] * len(self.gone)
        bit = 1
        for move in joins:
            self.join_bits[move] = 0
            for place in pre[move]:
                for each in reaching(place, pre, self.giving, {move}, held):
                    sees[each] |= bit
                self.join_bits[move] |= bit
                bit <<= 1
        self.live = bit - 1
        self.sees = sees

    def _now(self, place: int) -> list[int]:
        """What a place has become."""
        found: dict[int, None] = {}
        waiting = [place]
        while waiting:
            each = waiting.pop()
            if not self.gone[each]:
                found[each] = None
            else:
                waiting += self.became.get(each, [])
        return list(found)

    def _reduce(self) -> None:
        """First what can be folded without a look at the joins; then, where some are left, what looks alike to them."""
        self._fold_all()
        if self.joins:
            self._see()
            while self.sees is not None and self.joins:
                before = len(self.joins)
                self._fold_all()
                if len(self.joins) == before:
                    break

    def _fold_all(self) -> None:
        waiting = [place for place in range(len(self.gone) - 1, -1, -1) if not self.gone[place]]
        queued = bytearray(len(self.gone))
        for place in waiting:
            queued[place] = 1
        self.waiting, self.queued = waiting, queued
        while waiting:
            place = waiting.pop()
            queued[place] = 0
            if self.gone[place]:
                continue
            if self._tidy(place):
                self._again([place])
            self._twin(place)
            if not self.gone[place]:
                self._behind(place)
            if not self.gone[place]:
                self._before(place)
            if place in self.at_join and not self.gone[place]:
                self._resolve(place)

    def _again(self, places: list[int]) -> None:
        for place in places:
            if not self.gone[place] and not self.queued[place]:
                self.queued[place] = 1
                self.waiting.append(place)

    def _tidy(self, place: int) -> bool:
        """Twin moves, and moves that turn in place, among those that are new or changed since the last time."""
        taking = self.taking[place]
        if len(taking) < 2:
            return False
        changed = False
        alike = self.alike.setdefault(place, {})
        fresh, self.fresh[place] = self.fresh[place], []
        for move in fresh:
            pre, post = self.pre[move], self.post[move]
            if self.kind[move] != MOVE or pre is None or move not in taking:
                continue
            if pre == post == [place] and not self.memory[move] and len(taking) > 1:
                self._fold(move, None)
                changed = True
                continue
            key = (tuple(sorted(pre)), tuple(sorted(post)), self.memory[move])
            other = alike.get(key)
            if other is not None and other != move and self._is(other, key) and (post or not self.memory[move]):
                self._fold(move, self.run[other])
                changed = True
            else:
                alike[key] = move
        return changed

    def _is(self, move: int, key: tuple[Any, ...]) -> bool:
        pre = self.pre[move]
        if pre is None or self.kind[move] != MOVE:
            return False
        return (tuple(sorted(pre)), tuple(sorted(self.post[move])), self.memory[move]) == key

    def _fold(self, move: int, like: Run) -> None:
        """Leave out a move: it occurs when one ``like`` it does, or where that is None when its place is reached."""
        self._drop(move)
        self.folded.append((self.run[move], like))

    def _refresh(self, move: int) -> None:
        """A move is new or changed: it may be like another now."""
        for place in self.pre[move] or ():
            self.fresh[place].append(move)

    def _twin(self, place: int) -> None:
        giving, taking = self.giving[place], self.taking[place]
        if not giving or not taking or place in self.initial or place in self.at_join:
            return
        taker = next(iter(taking))
        pre = self.pre[taker]
        if pre is None or len(pre) < 2 or self.kind[taker] not in (MOVE, RESET):
            return
        for other in pre:
            if (
                other != place
                and self.giving[other] == giving
                and self.taking[other] == taking
                and other not in self.initial
                and (len(taking) == 1 or not self.joins or (self.sees and self.sees[other] == self.sees[place]))
            ):
                if any(self.kind[move] == SPLIT or len(set(self.post[move])) < len(self.post[move]) for move in giving):
                    return
                self._remove_place(place)
                self.became[place] = self.came_from[place] = [other]
                self._again([other])
                return
        return

    def _behind(self, place: int) -> None:
        giving, taking = self.giving[place], self.taking[place]
        if not giving or not taking or place in self.initial or place in self.at_join or giving & taking:
            return
        if len(giving) * len(taking) > len(giving) + len(taking):
            return
        for move in taking:
            if self.pre[move] != [place] or not self.post[move] or self.kind[move] not in (MOVE, SPLIT):
                return
            if self.memory[move] and self.resets:
                return  # a token that is swept away before it throws has not thrown
            if self.joins and not self._sees_alike(place, self.post[move]):
                return
            if any(each in self.net.held for each in self.post[move]):
                return  # two may be held, and no flow carries two
        for giver in giving:
            post = self.post[giver]
            if post.count(place) != 1:
                return
            for taker in taking:
                if not self._can_join(giver, taker, place, post):
                    return
        touched: list[int] = []
        self.became[place] = [each for move in taking for each in self.post[move]]
        if len(taking) == 1:
            (taker,) = taking
            giving = set(giving)
            for giver in sorted(giving):
                self._extend(giver, place, taker)
            for giver in giving:
                touched += [*(self.pre[giver] or ()), *self.post[giver]]
            self._drop(taker)
        else:
            givers, takers = sorted(giving), sorted(taking)
            for giver in givers:
                for taker in takers:
                    self._joined(giver, place, taker)
            for move in (*takers, *givers):
                self._drop(move)
        self.gone[place] = 1
        self._again(touched)
        return

    def _sees_alike(self, place: int, others: list[int]) -> bool:
        """Whether a token sees the same joins in a place as in those it leads to; where it leads to one, it does."""
        if len(self.taking[place]) == len(others) == 1 and place not in self.net.beyond:
            return True
        sees = self.sees
        return sees is not None and all(not (sees[place] ^ sees[other]) & self.live for other in others)

    def _can_join(self, giver: int, taker: int, place: int, post: list[int]) -> bool:
        kinds = self.kind[giver], self.kind[taker]
        if kinds[0] == SPLIT:  # its answers are kept apart only as long as each leads to one place and throws nothing
            alone = len(self.taking[place]) == len(self.post[taker]) == 1 and not self.memory[taker]
            return kinds[1] == MOVE and alone and self.post[taker][0] not in post
        if kinds[0] not in (MOVE, JOIN):
            return False
        if kinds[1] == SPLIT:
            return kinds[0] == MOVE and len(post) == 1
        if kinds[0] == JOIN and len(self.taking[place]) > 1:
            return False
        return not set(self.post[taker]) & set(post)

    def _extend(self, giver: int, place: int, taker: int) -> None:
        """The giver does what the one taker does, too."""
        post, more = self.post[giver], self.post[taker]
        self.giving[place].discard(giver)
        if self.kind[giver] == SPLIT:
            where = post.index(place)
            post[where] = more[0]
            self.out_run[giver][where] = _then(self.out_run[giver][where], self.run[taker])
        else:
            post.remove(place)
            post += more
            if self.kind[taker] == SPLIT:
                self.kind[giver] = SPLIT
                self.out_run[giver] = list(self.out_run[taker])
            self.run[giver] = _then(self.run[giver], self.run[taker])
        self.memory[giver] |= self.memory[taker]
        for each in more:
            self.giving[each].add(giver)
        self._refresh(giver)

    def _joined(self, giver: int, place: int, taker: int) -> None:
        """A new move: the giver, then one of the takers."""
        pre = self.pre[giver]
        assert pre is not None
        move = len(self.pre)
        post = [each for each in self.post[giver] if each != place] + self.post[taker]
        if self.kind[taker] == SPLIT:
            self.out_run[move] = list(self.out_run[taker])
        self.pre.append(list(pre))
        self.post.append(post)
        self.kind.append(self.kind[taker])
        self.memory.append(self.memory[giver] | self.memory[taker])
        self.run.append(_then(self.run[giver], self.run[taker]))
        for each in pre:
            self.taking[each].add(move)
        for each in post:
            self.giving[each].add(move)
        self._refresh(move)

    def _before(self, place: int) -> None:
        giving, taking = self.giving[place], self.taking[place]
        if len(giving) != 1 or len(taking) != 1 or place in self.initial or place in self.at_join:
            return
        (giver,), (taker,) = giving, taking
        first, second = self.pre[giver], self.pre[taker]
        if giver == taker or self.kind[giver] != MOVE or self.kind[taker] != MOVE or self.post[giver] != [place]:
            return
        assert first is not None and second is not None
        if self.memory[giver] or set(first) & set(second) or not first:
            return
        if any(self.taking[each] != giving for each in first):
            return
        if self.joins and any(each in self.net.beyond for each in (place, *first)):
            return
        second.remove(place)
        second += first
        for each in first:
            self.taking[each] = {taker}
        self.run[taker] = _then(self.run[giver], self.run[taker])
        self.pre[giver] = None
        self.became[place] = self.came_from[place] = list(first)
        self.waiting_for.append((self.run[giver], list(first)))
        self._refresh(taker)
        self.gone[place] = 1
        self._again([*second, *self.post[taker]])
        return

    def _resolve(self, place: int) -> None:
        """Split and join."""
        joins = [move for move in self.taking[place] if self.kind[move] == JOIN]
        if len(joins) != len(self.taking[place]) or len(joins) != 1:
            return
        (join,) = joins
        inputs = self.pre[join]
        assert inputs is not None
        inside = set(inputs)
        givers = set().union(*(self.giving[each] for each in inputs))
        if not givers or inside & self.initial:
            return
        before = {tuple(self.pre[move] or ()) for move in givers}
        if len(before) != 1 or len(next(iter(before))) != 1 or self.kind[join] != JOIN:
            return
        (source,) = next(iter(before))
        if source in inside:
            return
        if any(inside.intersection(self._now(self.net.place[flow])) for flow in self._beyond_others(source)):
            return
        for move in givers:
            if self.kind[move] == SPLIT:
                if set(self.post[move]) != inside or len(self.post[move]) > len(inside):
                    return
            elif self.kind[move] != MOVE or len(set(self.post[move])) != len(self.post[move]):
                return
        through = len(self.gone)
        self.gone.append(0)
        self.queued.append(0)
        self.fresh.append([join])
        self.giving.append(set())
        self.taking.append({join})
        if self.sees is not None:
            self.sees.append(self.sees[self.post[join][0]] if self.post[join] else 0)
            self.live &= ~self.join_bits[join]
        for move in sorted(givers):
            if self.kind[move] == SPLIT:  # one answer stands for all
                self.kind[move] = MOVE
                only = ("only", (post_of(self.net, self.run[move], 0),))
                self.run[move] = _then((self.run[move], only), self.out_run.pop(move)[0])
                self.post[move] = [through]
            else:
                self.post[move] = [*(each for each in self.post[move] if each not in inside), through]
            self.giving[through].add(move)
            self._refresh(move)
        for each in inside:
            self.gone[each] = 1
            self.became[each] = [through]
            self.at_join.discard(each)
        self.pre[join] = [through]
        self.kind[join] = MOVE
        self.joins.discard(join)
        self._again([through, source])

    def _beyond_others(self, source: int) -> Iterator[int]:
        """The flows that tokens anywhere but in one place may come to although no move gives them that way."""
        for place, flows in self.net.beyond.items():
            if place != source and not self.gone[place]:
                yield from flows

    def _drop(self, move: int) -> None:
        pre = self.pre[move] or []
        for place in pre:
            self.taking[place].discard(move)
        for place in self.post[move]:
            self.giving[place].discard(move)
        self.pre[move] = None
        self.joins.discard(move)
        self._again([*pre, *self.post[move]])

    def _remove_place(self, place: int) -> None:
        for move in self.giving[place]:
            self.post[move].remove(place)
            self._refresh(move)
        for move in self.taking[place]:
            pre = self.pre[move]
            assert pre is not None
            pre.remove(place)
            self._refresh(move)
        self.gone[place] = 1

    def moves(self) -> Moves | None:
        """What is to be explored, with places numbered anew; None where a split has too many answers."""
        if self.too_large and self.joins:
            return None
        left = [move for move, pre in enumerate(self.pre) if pre is not None]
        number: dict[int, int] = {}
        for place in range(len(self.gone)):
            if not self.gone[place] and (self.giving[place] or self.taking[place] or place in self.initial):
                number[place] = len(number)
        self.number = {n: place for place, n in number.items()}
        pre: list[list[int]] = []
        post: list[list[int]] = []
        kind: list[int] = []
        memory: list[int] = []
        self.left: list[Run] = []
        near: dict[int, list[list[int]]] = {}
        for move in left:
            for run, gives in self._variants(move):
                if self.kind[move] == JOIN:
                    near[len(pre)] = self._near(move, number)
                pre.append([number[place] for place in self.pre[move] or ()])
                post.append([number[place] for place in gives])
                kind.append(MOVE if self.kind[move] == SPLIT else self.kind[move])
                memory.append(self.memory[move])
                self.left.append(run)
            if self.is_wide(move):
                return None
        net = self.net
        groups = [[number[p] for p in group if p in number] for group in net.groups()]
        counted = {number[p] for p in net.held if p in number}.union(*groups)
        self.draining: dict[int, int] = {}
        if not near and not (self.resets and (self.tells or self.net.thrown)):
            for move, (before, gives) in enumerate(zip(pre, post, strict=True)):
                only = not gives and len(before) == 1 and kind[move] == MOVE and before[0] not in counted
                if only and len(self.taking[self.number[before[0]]]) == 1:
                    self.draining[before[0]] = move
        return Moves(
            places=len(number),
            initial=[number[place] for place in net.initial if not self.gone[place]],
            pre=pre,
            post=post,
            kind=kind,
            memory=memory,
            marks=net.many_marks,
            ends=len(net.ends),
            near=near,
            drains=self.draining,
            watched=net.leaving | net.unsure,
            uncounted=[n for place, n in number.items() if place in net.held],
            colours=[group for group in groups if len(group) > 1],
            folded=True,
        )

    def drains(self, but: Container[int] = ()) -> list[Run]:
        """What is made of a token that is taken as gone at once, for all such places ``but`` some of the net."""
        return [self.left[move] for place, move in self.draining.items() if self.number[place] not in but]

    def delayed(self) -> list[tuple[Run, list[int]]]:
        """What was fused before: a run that may be made when all of some places, as numbered anew, have a token."""
        number = {place: n for n, place in self.number.items()}
        found = []
        for run, places in self.waiting_for:
            before: dict[int, None] = {}
            waiting = list(places)
            while waiting:
                place = waiting.pop()
                if place in self.came_from:
                    waiting += self.came_from[place]
                else:
                    before[place] = None
            if all(place in number for place in before):
                found.append((run, [number[place] for place in before]))
        return found

    def _near(self, join: int, number: dict[int, int]) -> list[list[int]]:
        """For each place that a join takes from, the places left from which it can be reached."""
        sees, bits = self.sees, self.join_bits.get(join, 0)
        inputs = self.pre[join] or []
        found = []
        bit = bits & -bits
        for _ in inputs:
            assert sees is not None
            found.append([n for place, n in number.items() if sees[place] & bit])
            bit <<= 1
        return found

    def is_wide(self, move: int) -> bool:
        """Whether a move is left that has more answers than can be tried."""
        return self.pre[move] is not None and self.kind[move] == SPLIT and len(self.post[move]) > most_answers

    def _variants(self, move: int) -> Iterator[tuple[Run, list[int]]]:
        post = self.post[move]
        if self.kind[move] != SPLIT:
            yield self.run[move], post
            return
        if len(post) > most_answers:
            return
        for chosen in range(1, 1 << len(post)):
            picked = [k for k in range(len(post)) if chosen >> k & 1]
            run: Run = (self.run[move], ("only", tuple(post_of(self.net, self.run[move], k) for k in picked)))
            for k in picked:
                run = _then(run, self.out_run[move][k])
            yield run, [post[k] for k in picked]


def post_of(net: Net, run: Run, k: int) -> int:
    """The k-th outgoing flow of the split that a run ends with."""
    while isinstance(run, tuple):
        run = run[1]
    return net.gives[run][k]


def _then(first: Run, second: Run) -> Run:
    if first is None or second is None:
        return second if first is None else first
    return (first, second)
