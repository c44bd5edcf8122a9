"""The moves of pools together: columns that are explored, and what each move and place is called on the map."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple, TypeVar

from procmap.verify.exploration import Exploration
from procmap.verify.explore import explore
from procmap.verify.level import choices
from procmap.verify.moves import Guard, Moves
from procmap.verify.net import CUT, JOIN, MOVE, RESET

__all__ = ["JointNet", "Sweeping"]

_T = TypeVar("_T")

Run = Any
"""What a move stands for: a number, or a pair of runs, first to last."""


class Sweeping(NamedTuple):
    """Messages that nobody will read: after each move the places of which one must have a token, else the message is
    such, with its own place; and what each move empties, with those that are such always."""

    after: Mapping[int, Sequence[tuple[list[int], int]]]
    emptied: Mapping[int, Sequence[int]]


class JointNet:
    """Moves over the places of all pools; the first ``messages`` places are messages that wait.

    ``run[t]`` is what move t stands for: the number of a pair in ``said``, or a pair of runs, first to last. Of
    each in ``said`` the first are the paths ``process/element`` of what occurs, in order, the second those that do
    in any run. ``stands[p]`` is where a token in place p waits, ``flows[p]`` the paths of the sequence flows that
    it stands for; ``ends[k]`` is the end event that bit k remembers, ``repeated`` are those that may be reached
    twice. ``should_occur`` are all activities and events. ``always`` is a place that has a token as long as a case
    goes on. ``doubtful[t]`` are the places in which work must go on, and not be stuck, where move t is made: it
    needs none of their tokens itself. In an ``endless`` place, such as those of messages, the most tokens that are
    counted stand for as many or more; ``hopeful`` are moves that take from there and leave as many.
    """

    def __init__(self, messages: int) -> None:
        self.messages: Final = messages
        self.places = 0
        self.pre: list[list[int]] = []
        self.post: list[list[int]] = []
        self.kind: list[int] = []
        self.memory: list[int] = []
        self.run: list[Run] = []
        self.said: list[tuple[tuple[str, ...], frozenset[str]]] = []
        self.initial: list[int] = []
        self.near: dict[int, list[list[int]]] = {}
        self.colours: list[list[int]] = []
        self.uncounted: list[int] = []
        self.patient: list[int] = []
        self.clears: dict[int, Sequence[int]] = {}
        self.guards: dict[int, Guard] = {}
        self.forgets: dict[int, int] = {}
        self.doubtful: dict[int, Sequence[int]] = {}
        self.hopeful: set[int] = set()
        self.stands: dict[int, str] = {}
        self.flows: dict[int, list[str]] = {}
        self.ends: list[str] = []
        self.repeated = 0
        self.should_occur: list[str] = []
        self.aside = list(self.new_places(messages))
        self.uncounted += self.aside
        self.patient += self.aside
        self.endless = set(self.aside)
        self.always = self.new_places(1)[0]
        self.initial.append(self.always)
        self.aside.append(self.always)

    def new_places(self, many: int) -> range:
        """So many places more."""
        first = self.places
        self.places += many
        return range(first, self.places)

    def put(
        self,
        pre: Iterable[int],
        post: Iterable[int],
        *,
        kind: int = MOVE,
        marks: int = 0,
        tells: Sequence[str] = (),
        occurs: Iterable[str] = (),
        clears: Sequence[int] = (),
        guard: Guard | None = None,
        forgets: int = 0,
        near: list[list[int]] | None = None,
        doubt: Sequence[int] = (),
        run: Run = None,
    ) -> None:
        """One move more; ``clears`` are places that a RESET empties before it gives, ``run`` what it stands for, where
        that is known."""
        move = len(self.pre)
        self.pre.append(list(pre))
        self.post.append(list(post))
        self.kind.append(kind)
        self.memory.append(marks)
        if run is None:
            run = len(self.said)
            self.said.append((tuple(tells), frozenset((*tells, *occurs))))
        self.run.append(run)
        if clears or kind == RESET:
            self.clears[move] = clears
        if near is not None:
            self.near[move] = near
        if guard is not None:
            self.guards[move] = guard
        if forgets:
            self.forgets[move] = forgets
        if doubt:
            self.doubtful[move] = doubt

    def cut(self, pre: Iterable[int]) -> None:
        """What comes when there is a token in each of these places is not looked into."""
        self.put(pre, (), kind=CUT)

    def join(self, first: int, then: int, place: int) -> None:
        """One move more: ``first``, and at once ``then``, which takes only the token that it gave to ``place``."""
        self.put(
            self.pre[first],
            [*(each for each in self.post[first] if each != place), *self.post[then]],
            kind=self.kind[first],
            marks=self.memory[first],
            run=(self.run[first], self.run[then]),
            clears=self.clears.get(first, ()),
            guard=self.guards.get(first),
            forgets=self.forgets.get(first, 0),
            near=self.near.get(first),
            doubt=self.doubtful.get(first, ()),
        )

    def hope(self) -> None:
        """For each move that takes from endless places one more for each choice of those that have enough left."""
        for move in [move for move, kind in enumerate(self.kind) if kind not in (CUT, JOIN)]:
            takes = sorted(place for place in {*self.pre[move]} & self.endless if place not in self.post[move])
            for kept in choices(takes):
                guard = self.guards.get(move, Guard())
                self.hopeful.add(len(self.pre))
                self.put(
                    self.pre[move],
                    [*self.post[move], *kept],
                    kind=self.kind[move],
                    marks=self.memory[move],
                    run=self.run[move],
                    clears=self.clears.get(move, ()),
                    guard=guard._replace(full=[*guard.full, *kept]),
                    forgets=self.forgets.get(move, 0),
                    doubt=self.doubtful.get(move, ()),
                )

    def tells(self, move: int) -> list[str]:
        """The paths of what occurs in a move, in order."""
        found: list[str] = []
        waiting = [self.run[move]]
        while waiting:
            run = waiting.pop()
            if isinstance(run, tuple):
                waiting += (run[1], run[0])
            else:
                found += self.said[run][0]
        return found

    def occurring(self, moves: Iterable[int]) -> set[str]:
        """What occurs in some of the moves; what several of them go on with is looked at once."""
        found: set[str] = set()
        seen: set[int] = set()
        waiting = [self.run[move] for move in moves]
        while waiting:
            run = waiting.pop()
            if isinstance(run, tuple):
                if id(run) not in seen:
                    seen.add(id(run))
                    waiting += run
            else:
                found |= self.said[run][1]
        return found

    def keep(self, moves: Sequence[int]) -> None:
        """Forget all moves but some, and number these anew."""
        self.pre = [self.pre[move] for move in moves]
        self.post = [self.post[move] for move in moves]
        self.kind = [self.kind[move] for move in moves]
        self.memory = [self.memory[move] for move in moves]
        self.run = [self.run[move] for move in moves]
        self.clears = _renumbered(self.clears, moves)
        self.guards = _renumbered(self.guards, moves)
        self.forgets = _renumbered(self.forgets, moves)
        self.near = _renumbered(self.near, moves)
        self.doubtful = _renumbered(self.doubtful, moves)
        self._close_up()

    def _close_up(self) -> None:
        """Leave out the places where no token ever is, since each state has room for all places."""
        used = {*range(self.messages), self.always, *self.initial}
        for move, pre in enumerate(self.pre):
            used.update(pre, self.post[move])
        if len(used) == self.places:
            return
        new = {place: number for number, place in enumerate(sorted(used))}
        known: dict[int, list[int]] = {}

        def left(places: Iterable[int]) -> list[int]:
            if id(places) not in known:
                known[id(places)] = [new[place] for place in places if place in new]
            return known[id(places)]

        old = (self.clears, self.guards, self.near, self.doubtful, self.colours)  # ``known`` goes by their ids
        self.pre = [[new[place] for place in each] for each in self.pre]
        self.post = [[new[place] for place in each] for each in self.post]
        self.clears = {move: left(each) for move, each in self.clears.items()}
        self.doubtful = {move: left(each) for move, each in self.doubtful.items()}
        self.near = {move: [left(each) for each in near] for move, near in self.near.items()}
        self.guards = {
            move: guard._replace(empty=left(guard.empty), some=[left(each) for each in guard.some])
            for move, guard in self.guards.items()
        }
        self.colours = [left(each) for each in self.colours]
        del old
        self.initial, self.aside = [new[place] for place in self.initial], [new[p] for p in self.aside if p in new]
        self.uncounted = [new[place] for place in self.uncounted if place in new]
        self.patient = [new[place] for place in self.patient if place in new]
        self.endless = {new[place] for place in self.endless if place in new}
        self.stands = {new[place]: path for place, path in self.stands.items() if place in new}
        self.flows = {new[place]: paths for place, paths in self.flows.items() if place in new}
        self.always = new[self.always]
        self.places = len(new)

    @property
    def size(self) -> int:
        """Bits that the moves take when they are explored."""
        return 2 * (self.places + 50) * (len(self.pre) + 1)

    def explored(self, bound: int, ways: int, most: int, swept: Sweeping) -> Exploration:
        """All its states, up to ``bound`` of them and so many ways between them.

        In endless places ``most`` tokens are counted, two or three.
        """
        moves = Moves(
            places=self.places,
            initial=self.initial,
            pre=self.pre,
            post=self.post,
            kind=self.kind,
            memory=self.memory,
            marks=len(self.ends),
            ends=len(self.ends),
            near=self.near,
            colours=self.colours,
            aside=self.aside,
            uncounted=self.uncounted,
            patient=self.patient,
            scopes=swept.emptied,
            guards=self.guards,
            forgets=self.forgets,
            repeated=self.repeated,
            doubtful={*self.doubtful, *self.hopeful},
            endless=self.endless,
            most=most,
            swept=swept.after,
        )
        return explore(moves, bound, ways)


def _renumbered(values: dict[int, _T], moves: Sequence[int]) -> dict[int, _T]:
    return {number: values[move] for number, move in enumerate(moves) if move in values}
