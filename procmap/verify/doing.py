"""How an activity can end, seen from outside: what a subprocess does within is worked out before, as one move."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

__all__ = ["Doing", "Exit", "Inner", "Outcome", "Summary", "Way"]

Inner = tuple[str, ...]
"""A run inside a subprocess: paths of ids in the order in which the elements occur."""

_LONGEST = 1_000


@dataclass(frozen=True, slots=True)
class Exit:
    """How a scope is broken off: by an error or a cancel end or an escalation that interrupts, and which."""

    kind: Literal["error", "cancel", "escalation"]
    what: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One way in which a run of a scope can end.

    Complete, with the ids of the ends it reached, ``stopped`` where all that goes on beside is stopped with it; broken
    off by ``exit``; ``stuck``; or ``cut``, which is to say that what comes then is not known. ``thrown`` are the names
    of the escalations on the way.
    """

    ends: frozenset[str] = frozenset()
    exit: Exit | None = None
    stuck: bool = False
    cut: bool = False
    thrown: frozenset[str] = frozenset()
    stopped: bool = False

    @property
    def completes(self) -> bool:
        """Whether a run that comes out so is complete, and not broken off."""
        return self.exit is None and not self.stuck and not self.cut

    @property
    def waits(self) -> bool:
        """Whether a scope that comes out so is complete only when what goes on beside it is."""
        return self.completes and not self.stopped


@dataclass(frozen=True, slots=True)
class Summary:
    """All that the scope around needs to know: each outcome with a run that has it.

    ``begins`` is False where nothing inside begins. ``leaving`` is how it may be broken off as it is written, whether
    or not it comes to that, ``during`` what it may have told when an error happens in it. ``whole`` is False where
    there may be outcomes that were not met, ``crowded`` True where more than two tokens on a flow are why not.
    """

    outcomes: dict[Outcome, Inner]
    leaving: frozenset[Exit] = frozenset()
    during: dict[frozenset[str], Inner] = field(default_factory=lambda: {frozenset(): ()})
    begins: bool = True
    whole: bool = True
    crowded: bool = False

    def under(self, before: str, now: str) -> Summary:
        """The same with runs whose paths begin with ``now`` instead; a very long run inside is not told."""

        def moved(inner: Inner) -> Inner:
            return tuple(now + path[len(before) :] for path in inner) if len(inner) <= _LONGEST else ()

        return replace(
            self,
            outcomes={outcome: moved(inner) for outcome, inner in self.outcomes.items()},
            during={thrown: moved(inner) for thrown, inner in self.during.items()},
        )


@dataclass(slots=True)
class Way:
    """One way in which an activity ends, by numbers of the level it stands in.

    It gives tokens to one of ``gives``, out through the border event ``via`` where that is not None; or it is ``held``;
    or it breaks off the scope around (``exit``); or it is ``cut``. ``bound`` are the answers open to the gateway
    behind, where they are bound. ``spawns`` are border events that do not interrupt and occur once before; ``inner`` is
    the run inside, whose last element ends it where ``breaks``; ``along`` are nodes that occur too, apart from the
    flow; ``told`` are escalations that go on outwards.
    """

    gives: list[list[int]]
    via: int | None = None
    held: bool = False
    cut: bool = False
    exit: Exit | None = None
    bound: frozenset[int] | None = None
    spawns: tuple[int, ...] = ()
    inner: Inner = ()
    breaks: bool = False
    along: tuple[int, ...] = ()
    told: tuple[str, ...] = ()


@dataclass(slots=True)
class Doing:
    """All ways of one activity.

    ``may_spawn`` are border events that do not interrupt and whose tokens count here; ``frees`` are those that free it
    where it is held for ever, ``stops`` those that may stop it any time. ``along`` are nodes that can occur
    whenever it does. ``whole`` as in Summary.
    """

    ways: list[Way]
    may_spawn: tuple[int, ...] = ()
    frees: tuple[int, ...] = ()
    stops: tuple[int, ...] = ()
    along: list[int] = field(default_factory=list)
    whole: bool = True

    @property
    def only_passes(self) -> bool:
        """Whether a token just goes through."""
        if len(self.ways) != 1 or not self.whole or self.may_spawn:
            return False
        way = self.ways[0]
        if way.told or way.spawns:
            return False
        return not way.held and way.via is None and way.exit is None and way.bound is None
