"""Moves to be explored, in columns: of a flow as it stands, of what is left of it, or of pools together."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

__all__ = ["Guard", "Moves"]


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
