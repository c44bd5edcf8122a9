"""The moves of pools together: columns that are explored, and what each move and place is called on the map."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeVar

from procmap.verify.exploration import Exploration
from procmap.verify.explore import explore
from procmap.verify.level import choices
from procmap.verify.moves import Guard, Moves
from procmap.verify.net import CUT, JOIN, MOVE

__all__ = ["JointNet"]

_T = TypeVar("_T")


class JointNet:
    """Moves over the places of all pools; the first ``messages`` places are messages that wait.

    ``tells[t]`` are the paths ``process/element`` of what occurs in move t, in order; ``occurs`` those that occur in
    any run of it. ``stands[p]`` is where a token in place p waits, ``flows[p]`` the paths of the sequence flows that it
    stands for; ``ends[k]`` is the end event that bit k remembers, ``repeated`` are those that may be reached twice.
    ``should_occur`` are all activities and events. ``always`` is a place that has a token as long as a case goes on.
    ``doubtful[t]`` are the places in which work must go on, and not be stuck, where move t is made: it needs none of
    their tokens itself. In an ``endless`` place, such as those of messages, the most tokens that are counted stand for
    as many or more; ``hopeful`` are moves that take from there and leave as many.
    """

    def __init__(self, messages: int) -> None:
        self.messages: Final = messages
        self.places = 0
        self.pre: list[list[int]] = []
        self.post: list[list[int]] = []
        self.kind: list[int] = []
        self.memory: list[int] = []
        self.tells: list[tuple[str, ...]] = []
        self.occurs: list[frozenset[str]] = []
        self.initial: list[int] = []
        self.near: dict[int, list[list[int]]] = {}
        self.colours: list[list[int]] = []
        self.uncounted: list[int] = []
        self.patient: list[int] = []
        self.clears: dict[int, list[int]] = {}
        self.guards: dict[int, Guard] = {}
        self.forgets: dict[int, int] = {}
        self.doubtful: dict[int, list[int]] = {}
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
        clears: Iterable[int] = (),
        guard: Guard | None = None,
        forgets: int = 0,
        near: list[list[int]] | None = None,
        doubt: Sequence[int] = (),
    ) -> None:
        """One move more; ``clears`` are places that a RESET empties before it gives."""
        move = len(self.pre)
        self.pre.append(list(pre))
        self.post.append(list(post))
        self.kind.append(kind)
        self.memory.append(marks)
        self.tells.append(tuple(tells))
        self.occurs.append(frozenset((*tells, *occurs)))
        self.clears[move] = list(clears)
        if near is not None:
            self.near[move] = near
        if guard is not None:
            self.guards[move] = guard
        if forgets:
            self.forgets[move] = forgets
        if doubt:
            self.doubtful[move] = list(doubt)

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
            tells=[*self.tells[first], *self.tells[then]],
            occurs=[*self.occurs[first], *self.occurs[then]],
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
                    tells=self.tells[move],
                    occurs=self.occurs[move],
                    clears=self.clears.get(move, ()),
                    guard=guard._replace(full=[*guard.full, *kept]),
                    forgets=self.forgets.get(move, 0),
                    doubt=self.doubtful.get(move, ()),
                )

    def keep(self, moves: Sequence[int]) -> None:
        """Forget all moves but some, and number these anew."""
        self.pre = [self.pre[move] for move in moves]
        self.post = [self.post[move] for move in moves]
        self.kind = [self.kind[move] for move in moves]
        self.memory = [self.memory[move] for move in moves]
        self.tells = [self.tells[move] for move in moves]
        self.occurs = [self.occurs[move] for move in moves]
        self.clears = _renumbered(self.clears, moves)
        self.guards = _renumbered(self.guards, moves)
        self.forgets = _renumbered(self.forgets, moves)
        self.near = _renumbered(self.near, moves)
        self.doubtful = _renumbered(self.doubtful, moves)

    def explored(self, bound: int, most: int, swept: Mapping[int, Sequence[tuple[list[int], int]]]) -> Exploration:
        """All its states, up to ``bound`` of them, with ``most`` tokens counted in endless places, two or three.

        ``swept`` as in Moves.
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
            scopes=self.clears,
            guards=self.guards,
            forgets=self.forgets,
            repeated=self.repeated,
            doubtful={*self.doubtful, *self.hopeful},
            endless=self.endless,
            most=most,
            swept=swept,
        )
        return explore(moves, bound)


def _renumbered(values: dict[int, _T], moves: Sequence[int]) -> dict[int, _T]:
    return {number: values[move] for number, move in enumerate(moves) if move in values}
