"""A whole process: its scopes from the inside out, then the four properties of all of them together."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from procmap.collector import uncollected
from procmap.errors import BadUsage
from procmap.model.collaboration import Collaboration
from procmap.model.process import Process
from procmap.model.process_map import ProcessMap
from procmap.text import Text
from procmap.verify.activities import doings
from procmap.verify.answer import answer
from procmap.verify.apart import set_threads_apart
from procmap.verify.calls import Calls
from procmap.verify.doing import Doing
from procmap.verify.level import CALL
from procmap.verify.prove import prove
from procmap.verify.result import Verification
from procmap.verify.scopes import Opener, Scope
from procmap.verify.summary import escalations, may_break_off, summary

__all__ = ["BOUND", "Prover", "verify"]

BOUND = 200_000
"""States that are looked at in one process, unless another bound is asked for."""

_AT_LEAST = 1_000
"""States that are looked at in each scope of a process, even where others have used up its bound."""

_NO_PROCESS = Text(
    sv="{kind} är ingen process. Ge en av .processes (av dess .map, om det är en Reading).",
    en="{kind} is no process. Give one of its .processes (of its .map, if it is a Reading).",
)
_NO_MAP = Text(
    sv="Samverkan {id} kan bara prövas tillsammans med sina processer. Ge kartan: verify({id}, map=…).",
    en="The collaboration {id} can only be proved with its processes. Give the map: verify({id}, map=…).",
)
_NO_MAP_AT_ALL = Text(
    sv="{kind} är ingen karta. Ge en ProcessMap (.map, om det är en Reading).",
    en="{kind} is no map. Give a ProcessMap (the .map of a Reading).",
)
_NO_BOUND = Text(
    sv="{bound} är inget antal tillstånd. Ge ett heltal som är 1 eller mer, som {usual}.",
    en="{bound} is no number of states. Give a whole number of 1 or more, such as {usual}.",
)


def verify(process: Process | Collaboration, *, map: ProcessMap | None = None, bound: int = BOUND) -> Verification:
    """Whether every case of a process can finish; for a collaboration of the map, of its pools together.

    With a ``map``, calls of its other processes are followed. ``bound`` is how many states of a process are looked at;
    where that is not enough the verdict is ``unknown``, never a guess. The semantics: ``procmap/verify/README.md``.
    Raises BadUsage for anything but a process or a collaboration, for a collaboration without its map, and for a bound
    that is no whole number of 1 or more.
    """
    if map is not None and not isinstance(map, ProcessMap):
        raise BadUsage(_NO_MAP_AT_ALL.fill(kind=type(map).__name__))
    if not isinstance(bound, int) or isinstance(bound, bool) or bound < 1:
        raise BadUsage(_NO_BOUND.fill(bound=repr(bound), usual=BOUND))
    return Prover(map, bound).verify(process)


class Prover:
    """Proves the processes of one map; what a called process comes to is worked out once for all of them."""

    def __init__(self, map: ProcessMap | None = None, bound: int = BOUND) -> None:
        self._has_map = map is not None
        self._processes = {each.id: each for each in map.processes} if map is not None else {}
        self._opener = Opener(Calls(self._processes))
        self._bound = bound

    def verify(self, process: Process | Collaboration) -> Verification:
        """As ``verify``."""
        if not isinstance(process, (Process, Collaboration)):
            raise BadUsage(_NO_PROCESS.fill(kind=type(process).__name__))
        if isinstance(process, Collaboration) and not self._has_map:
            raise BadUsage(_NO_MAP.fill(id=process.id))
        with uncollected():
            if isinstance(process, Collaboration):
                from procmap.verify.collaboration import prove_together  # most maps have none

                return prove_together(process, self._processes, self._proved, self._bound)
            return answer(process.id, self._proved(process), self._bound)

    def _proved(self, process: Process, spared: Callable[[Scope], Iterable[Scope]] = lambda top: ()) -> Scope:
        """The scope of a process, proved with all that is inside it but for what is ``spared``."""
        top, scopes = self._opener.open(process)
        unproved = {id(each) for each in spared(top)}
        left = self._bound
        for scope in scopes:
            if id(scope) in unproved:
                continue
            if scope.same_as is not None:
                scope.found = scope.same_as.found
                scope.outcomes = scope.same_as.summary.under(scope.same_as.level.prefix, scope.level.prefix)
                continue
            set_threads_apart(scope)
            scope.found = prove(
                scope.level,
                _doings(scope),
                bound=max(left, min(self._bound, _AT_LEAST)),
                escalations=escalations(scope),
                name_ends=scope.name_ends,
                interrupted=any(child.interrupts for _, child in scope.reactions),
                broken_off=may_break_off(scope),
            )
            left -= scope.found.states
            if scope is not top:
                scope.outcomes = summary(scope)
        return top


def _doings(scope: Scope) -> dict[int, Doing]:
    inside = {number: child.summary for number, child in scope.inside.items() if scope.level.kind[number] == CALL}
    owners = {number: child.owner for number, child in scope.inside.items()}
    return doings(scope.level, inside, owners, scope.apart)
