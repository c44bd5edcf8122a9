"""All states of a net, breadth first, as integers.

Two bits count the tokens of a place, so that three is seen without a carry into the next one; behind them stand the
bits that a run remembers. Firing a move is one addition. Every state remembers the state and the move that first led to
it: since the search is breadth first, the way back is as short as any.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from procmap.verify.net import CUT, JOIN, MOVE, RESET

__all__ = ["Exploration", "Fault", "Guard", "Moves", "explore", "spread"]


class Guard(NamedTuple):
    """What must hold for a move besides its tokens: places without any, sets of places of each of which one has some,
    endless places with as many as are counted, bits of memory that are set, bits that are not."""

    empty: Sequence[int] = ()
    some: Sequence[Sequence[int]] = ()
    full: Sequence[int] = ()
    reached: int = 0
    unreached: int = 0


@dataclass(slots=True)
class Moves:
    """What is explored: moves in columns, as in Net, over ``places`` places and ``marks`` bits of memory.

    ``ends`` of these bits, the first, are ends, which must not be reached twice. ``near[t]`` are, for each
    place that the joining move t takes from, the places from which that can be reached. ``drains`` are places where a
    token only waits to be gone, with the move that takes it: nothing waits for it, so it is taken as gone at once, and
    a second one that comes there means two tokens in the place, since the first might have waited, and a third a cut
    from which the search goes on. The tokens of each of ``colours`` are counted together. ``folded`` says that a move
    stands for several of the flow: where it leads to a cut, that may be before the last of them.

    For pools together: ``aside`` are places that need not be empty at the end, ``uncounted`` those where two tokens are
    no fault, ``patient`` those where three are none, and ``scopes[t]`` the places that move t empties where it ends
    its scope, if that is not all; ``guards[t]`` is what move t needs besides tokens, ``forgets[t]`` the bits of memory
    that it forgets; ``repeated`` are bits of ends that may be reached twice; ``doubtful`` are moves of which it is
    known only afterwards whether they may be made. In a place that is ``endless`` the ``most`` tokens that are counted,
    two or three, stand for as many or more. After move t, ``swept[t]`` are places that are emptied where certain others
    have no token, these first. Of the bits ``watched`` it is told which states a move leads out of that sets them.
    """

    places: int
    initial: Sequence[int]
    pre: Sequence[Sequence[int]]
    post: Sequence[Sequence[int]]
    kind: Sequence[int]
    memory: Sequence[int]
    marks: int
    ends: int
    near: Mapping[int, Sequence[Iterable[int]]] = field(default_factory=dict)
    drains: Mapping[int, int] = field(default_factory=dict)
    colours: Iterable[Sequence[int]] = ()
    folded: bool = False
    aside: Iterable[int] = ()
    uncounted: Iterable[int] = ()
    patient: Iterable[int] = ()
    scopes: Mapping[int, Sequence[int]] | None = None
    guards: Mapping[int, Guard] = field(default_factory=dict)
    forgets: Mapping[int, int] = field(default_factory=dict)
    repeated: int = 0
    watched: int = 0
    doubtful: Container[int] = ()
    endless: Collection[int] = ()
    most: int = 2
    swept: Mapping[int, Sequence[tuple[Iterable[int], int]]] = field(default_factory=dict)


class Fault(NamedTuple):
    """A state, the move out of it, and the place or the bit where the fault is; move -1 is the beginning."""

    state: int
    move: int
    where: int


@dataclass(slots=True)
class Exploration:
    """What was found: states in the order of the search with the way to each, and the first fault of each kind.

    ``fired[t]`` is 1 more than the first state in which move t was made, 0 where it never was; for a move that takes a
    token from a drain, the state in which ``right_after[t]`` was made, which brought it there. ``cut`` are states that
    a move leads out of to one that is not looked into; ``cut_after`` is what is remembered then, with a state and move,
    ``cut_fired`` as ``fired`` for such moves, ``crowded`` whether more than two tokens in a place were the reason.
    ``edges`` are states and those behind a move out of them; ``doubts[k]`` is the doubtful move that made edge k;
    ``blurred`` are states with a move out of them that gave more to an endless place than are counted.
    ``telling`` are states with the bits, some of them watched, that a move out of them sets.
    """

    states: list[int]
    came_from: list[int]
    came_by: list[int]
    fired: list[int]
    base: int
    complete: list[int]
    full: bool = True
    cut: set[int] = field(default_factory=set)
    cut_after: dict[int, tuple[int, int]] = field(default_factory=dict)
    cut_fired: dict[int, int] = field(default_factory=dict)
    crowded: bool = False
    unsafe: Fault | None = None
    twice: Fault | None = None
    right_after: dict[int, int] = field(default_factory=dict)
    edges: tuple[list[int], list[int]] = field(default_factory=lambda: ([], []))
    doubts: dict[int, int] = field(default_factory=dict)
    blurred: set[tuple[int, int]] = field(default_factory=set)
    telling: dict[int, int] = field(default_factory=dict)

    def way(self, state: int) -> list[int]:
        """The moves from the beginning to a state."""
        moves = []
        while state > 0:
            moves.append(self.came_by[state])
            state = self.came_from[state]
        moves.reverse()
        return moves

    def way_to_move(self, move: int) -> list[int]:
        """The moves from the beginning to where a move is first made, that move not among them."""
        way = self.way(self.fired[move] - 1)
        before = self.right_after.get(move, -1)
        return way if before < 0 else [*way, before]

    def tokens(self, state: int, places: int) -> list[int]:
        """The places that have a token."""
        marking = self.states[state]
        return [place for place in range(places) if marking >> 2 * place & 3]

    def memory(self, state: int) -> int:
        """The bits that the run remembers."""
        return self.states[state] >> self.base

    def crowd(self, state: int, move: int, memory: int) -> None:
        """A move leads out of a state to one with more than two tokens in a place."""
        self.crowded = True
        self.cut_by(state, move, memory)

    def cut_by(self, state: int, move: int, memory: int) -> None:
        """A move leads out of a state to one that is not looked into."""
        self.cut.add(state)
        self.cut_fired.setdefault(move, state + 1)
        self.cut_after.setdefault(self.memory(state) | memory, (state, move))

    def lost(self, ending: int = 0, leaving: int = 0, unsure: int = 0) -> tuple[list[int], list[int]]:
        """States from which completion is out of reach; the first list, whatever lies behind the cuts, too.

        A run that remembers one of the bits ``ending`` will come to an end in some other way. A move that sets one of
        ``leaving`` may have come to one, and with ``unsure`` that is not known.
        """
        sources, targets = self.edges
        before: list[list[int]] = [[] for _ in self.states]
        for source, target in zip(sources, targets, strict=True):
            before[target].append(source)
        ended = [state for state in range(len(self.states)) if self.memory(state) & ending] if ending else []
        ended += [state for state, bits in self.telling.items() if bits & leaving]
        perhaps = [state for state, bits in self.telling.items() if bits & unsure]
        good = spread([*self.complete, *ended], before, len(self.states))
        if self.full and not self.cut and not perhaps:
            lost = [state for state in range(len(self.states)) if not good[state]]
            return lost, lost
        open_too = spread([*self.complete, *ended, *self.cut, *perhaps], before, len(self.states))
        numbers = range(len(self.states))
        return [s for s in numbers if not open_too[s]], [s for s in numbers if not good[s]]

    def stuck(self, lost: list[int]) -> int:
        """Of lost states the first in which nothing can happen any more; else one that it goes round to for ever."""
        going = set(self.edges[0]) | self.cut
        still = next((state for state in lost if state not in going), None)
        return self.going_round(lost[0]) if still is None else still

    def going_round(self, first: int) -> int:
        """A state that a run from ``first`` comes back to for ever: the earliest of a set that nothing leads out of.

        The first strongly connected component that Tarjan's search completes has no way out.
        """
        after: dict[int, list[int]] = {}
        for source, target in zip(*self.edges, strict=True):
            after.setdefault(source, []).append(target)
        number = {first: 0}
        lowest = {first: 0}
        order = [first]
        work = [(first, iter(after.get(first, ())))]
        while work:
            state, rest = work[-1]
            for other in rest:
                if other not in number:
                    number[other] = lowest[other] = len(number)
                    order.append(other)
                    work.append((other, iter(after.get(other, ()))))
                    break
                lowest[state] = min(lowest[state], number[other])
            else:
                work.pop()
                if lowest[state] == number[state]:
                    return min(order[number[state] :])
                lowest[work[-1][0]] = min(lowest[work[-1][0]], lowest[state])
        return first


def spread(starts: Iterable[int], before: list[list[int]], size: int) -> bytearray:
    """From which of so many states one of ``starts`` can be reached: 1 for each; ``before[s]`` lead to state s."""
    seen = bytearray(size)
    waiting = list(starts)
    for state in waiting:
        seen[state] = 1
    while waiting:
        for state in before[waiting.pop()]:
            if not seen[state]:
                seen[state] = 1
                waiting.append(state)
    return seen


def explore(moves: Moves, bound: int) -> Exploration:
    """Every state that can be reached, up to ``bound`` of them."""
    return _Search(moves, bound).run()


def _bits(places: Iterable[int]) -> int:
    """All bits of some places."""
    return sum(3 << 2 * place for place in set(places))


class _Search:
    def __init__(self, moves: Moves, bound: int) -> None:
        self.moves = moves
        self.bound = bound
        places = moves.places
        self.base = 2 * places
        self.low = sum(1 << 2 * place for place in range(places))
        self.high = self.low << 1
        self.waits = self.low * 3 & ~sum(3 << 2 * place for place in set(moves.aside))
        self.patient = sum(2 << 2 * place for place in moves.patient)
        self.quiet = sum(2 << 2 * place for place in moves.uncounted)
        self.loud = self.high & ~self.quiet
        self.watched = moves.watched << self.base
        self.end_bits = ((1 << moves.ends) - 1 & ~moves.repeated) << self.base
        self.drain_bit = {place: 1 << self.base + moves.marks + 2 * k for k, place in enumerate(moves.drains)}
        self.groups: dict[int, int] = {}
        for group in moves.colours:
            bits = sum(1 << 2 * place for place in group)
            for place in group:
                self.groups[place] = bits
        self.guards = {move: self._guard(guard) for move, guard in moves.guards.items()}
        self.forgets = {move: ~(bits << self.base) for move, bits in moves.forgets.items()}
        self.emptied = {move: ~_bits(places) for move, places in (moves.scopes or {}).items()}
        self.swept = {
            move: [(_bits(places), ~_bits([place])) for places, place in each] for move, each in moves.swept.items()
        }
        self._prepare()

    def _guard(self, guard: Guard) -> tuple[int, list[int], int]:
        """Bits of a state: of which none may be set, of each of which one must be, which must all be."""
        none = _bits(guard.empty) | guard.unreached << self.base
        full = sum(self.moves.most << 2 * place for place in guard.full)
        return none, [_bits(places) for places in guard.some], guard.reached << self.base | full

    def _prepare(self) -> None:
        """For each place, by the bit of its first token: the moves whose first place it is."""
        moves = self.moves
        self.by_bit: dict[int, list[tuple[int, int, int, int, int]]] = {}
        self.special: dict[int, tuple[list[int], list[int], list[int], list[int]]] = {}
        slow_places = {*self.drain_bit, *self.groups}
        for move, pre in enumerate(moves.pre):
            kind = moves.kind[move]
            if not pre:
                continue
            special = move in self.guards or move in self.forgets or move in self.swept
            special = special or any(place in moves.endless for place in moves.post[move])
            one = kind == MOVE and len(pre) == 1 == len(moves.post[move]) and not special
            if one and moves.post[move][0] not in slow_places:
                takes_one = 1 << 2 * pre[0]
                change = (1 << 2 * moves.post[move][0]) - takes_one
                self.by_bit.setdefault(takes_one, []).append((0, 0, change, move, moves.memory[move] << self.base))
                continue
            post = [place for place in moves.post[move] if place not in self.drain_bit]
            drained = [place for place in moves.post[move] if place in self.drain_bit]
            gives = sum(1 << 2 * place for place in post)
            memory = moves.memory[move] << self.base
            if kind == JOIN:
                bits = [1 << 2 * place for place in pre]
                masks_of = [sum(1 << 2 * each for each in near) for near in moves.near[move]]
                self.special[move] = (post, drained, bits, masks_of)
                for bit in bits:
                    self.by_bit.setdefault(bit, []).append((JOIN, gives, memory, move, bit))
                continue
            takes = [1 << 2 * place for place in pre]
            need = sum(takes)
            slow = (
                special
                or bool(drained)
                or kind in (RESET, CUT)
                or len(set(post)) != len(post)
                or len(set(pre)) != len(pre)
                or any(place in self.groups for place in post)
            )
            if slow:
                self.special[move] = (post, drained, takes, [])
            first = takes[0]
            rest = need - first if len(set(takes)) == len(takes) else 0
            self.by_bit.setdefault(first, []).append((5 if slow else 0, rest, gives - need, move, memory))

    def run(self) -> Exploration:
        moves, low, high, base = self.moves, self.low, self.high, self.base
        flows = (1 << base) - 1
        end_bits, waits, loud, watched = self.end_bits, self.waits, self.loud, self.watched
        fired = [0] * len(moves.pre)
        few = low & ~_bits(moves.endless)
        found = Exploration([0], [-1], [-1], fired, base, [])
        first = found.states[0] = self._beginning(found)
        states, came_from, came_by, cut = found.states, found.came_from, found.came_by, found.cut
        sources, targets = found.edges
        seen = {first: 0}
        by_bit = self.by_bit
        bound = self.bound
        at = 0
        while at < len(states):
            if len(states) > bound:
                found.full = False
                cut.update(range(at, len(states)))
                break
            marking = states[at]
            tokens = marking & flows
            if not tokens & waits:
                found.complete.append(at)
                if not tokens:
                    at += 1
                    continue
            some = (tokens | tokens >> 1) & low
            rest = some
            while rest:
                bit = rest & -rest
                rest ^= bit
                for sort, need, change, move, memory in by_bit.get(bit, ()):
                    if sort:
                        to = self._slow(found, at, marking, some, sort, need, move, bit)
                        if to is None:
                            continue
                        if move in moves.doubtful:
                            found.doubts[len(sources)] = move
                    else:
                        if need and some & need != need:
                            continue
                        to = marking + change
                        over = to & high
                        if over:
                            three = over >> 1 & to & few
                            if three:
                                found.crowd(at, move, memory >> base)
                                if found.unsafe is None and not three << 1 & self.patient:
                                    found.unsafe = Fault(at, move, (three.bit_length() - 1) >> 1)
                                continue
                            if found.unsafe is None:
                                new = over & ~(marking & high) & loud
                                if new:
                                    found.unsafe = Fault(at, move, (new.bit_length() - 2) >> 1)
                        if memory:
                            again = marking & memory & end_bits
                            if again and found.twice is None:
                                found.twice = Fault(at, move, (again.bit_length() - 1) - base)
                            if memory & watched:
                                found.telling[at] = found.telling.get(at, 0) | memory >> base
                            to |= memory
                    if not fired[move]:
                        fired[move] = at + 1
                    known = seen.get(to)
                    if known is None:
                        known = seen[to] = len(states)
                        states.append(to)
                        came_from.append(at)
                        came_by.append(move)
                    sources.append(at)
                    targets.append(known)
            at += 1
        for move, state in found.cut_fired.items() if not moves.folded else ():
            fired[move] = min(fired[move] or state, state)
        return found

    def _beginning(self, found: Exploration) -> int:
        first = 0
        for place in self.moves.initial:
            if place in self.drain_bit:
                first = self._drain(found, first, place, 0, -1)
                continue
            count = first >> 2 * place & 3
            if count:
                found.unsafe = found.unsafe or Fault(0, -1, place)
            if count < 2:
                first += 1 << 2 * place
            else:
                found.crowded = True
                found.cut.add(0)
        return first

    def _slow(
        self, found: Exploration, at: int, marking: int, some: int, sort: int, need: int, move: int, bit: int
    ) -> int | None:
        """A move that is more than an addition; None where it cannot be made, or leads to a cut."""
        post, drained, bits, masks = self.special[move]
        moves = self.moves
        if sort == JOIN:
            if bits[next(k for k, each in enumerate(bits) if some & each)] != bit:
                return None  # it is tried once for each state
            full = empty = 0
            taken = 0
            for each, mask in zip(bits, masks, strict=True):
                if some & each:
                    full |= mask
                    taken += each
                else:
                    empty |= mask
            if some & empty & ~full:
                return None
            to = marking - taken
        else:
            if need and some & need != need:
                return None
            to = marking - sum(bits)
            if len(set(bits)) != len(bits) and any((marking >> (b.bit_length() - 1)) & 3 < bits.count(b) for b in bits):
                return None
        if move in self.guards:
            none, some_of, each = self.guards[move]
            if marking & none or marking & each != each or not all(marking & one for one in some_of):
                return None
        kind = moves.kind[move]
        if kind == CUT:
            found.cut_by(at, move, 0)
            return None
        memory = moves.memory[move] << self.base
        again = marking & memory & self.end_bits
        if again and found.twice is None:
            found.twice = Fault(at, move, (again.bit_length() - 1) - self.base)
        if kind == RESET:
            if moves.scopes is None:
                to = (to >> self.base) << self.base
            else:
                to &= self.emptied[move]
        to |= memory
        if memory & self.watched:
            found.telling[at] = found.telling.get(at, 0) | moves.memory[move]
        if move in self.forgets:
            to &= self.forgets[move]
        over = False
        for place in post:
            count = to >> 2 * place & 3
            if place in self.groups:
                group = to & (self.groups[place] * 3)
                count = (group & self.low).bit_count() + 2 * (group & self.high).bit_count()
            if place in moves.endless:
                if count < moves.most:
                    to += 1 << 2 * place
                else:
                    found.blurred.add((at, move))
                continue
            if count:
                quiet = self.patient if count > 1 else self.quiet
                if found.unsafe is None and not quiet >> 2 * place & 2:
                    found.unsafe = Fault(at, move, place)
                over |= count > 1
            if count < 2:
                to += 1 << 2 * place
        if over:
            found.crowd(at, move, moves.memory[move])
            return None
        for needed, others in self.swept.get(move, ()):
            if not to & needed:
                to &= others
        for place in drained:
            to = self._drain(found, to, place, at, move)
        return to

    def _drain(self, found: Exploration, to: int, place: int, at: int, move: int) -> int:
        """A token comes to where it only waits to be gone."""
        been = self.drain_bit[place]
        end = self.moves.drains[place]
        marks = self.moves.memory[end] << self.base
        if not found.fired[end]:
            found.fired[end] = at + 1
            found.right_after[end] = move
        if to & been:
            found.unsafe = found.unsafe or Fault(at, move, place)
            if to & been << 1:
                found.crowded = True
                found.cut.add(at)
                found.cut_after.setdefault(to >> self.base | self.moves.memory[end], (at, move))
            been <<= 1
        again = to & marks & self.end_bits
        if again and found.twice is None:
            found.twice = Fault(at, move, (again.bit_length() - 1) - self.base)
        return to | been | marks
