"""KNO027 times-disagree: what the steps take, what the whole takes and what the deadline allows do not fit."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import heappop, heappush

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS, spoken
from procmap.graph.adjacency import Scope
from procmap.graph.view import View
from procmap.model.activity import Activity, Node, SubProcess
from procmap.model.deadline import Deadline
from procmap.model.event import Event
from procmap.model.knowledge import known
from procmap.model.process import Process
from procmap.model.quantity import Duration
from procmap.ref import Ref
from procmap.text import Text

_DONE = ""
"""Stands among the ids for a case that is through."""


def find(view: View) -> Iterator[Hit]:
    """The quickest way through takes longer than the whole, or the whole may take longer than it is allowed to.

    Only what cannot be true whichever way a case goes; where somebody said *ca*, a day more or less is meant.
    """
    for process in view.processes:
        whole = view.value(process, "lead_time")
        if whole is None or whole.about:
            continue
        ref = Ref(process.id)
        time = spoken(view, None, "lead_time", whole)
        least = _least(view, process)
        if least > whole.seconds[1]:
            says = _LONGER.fill(least=_in_days(least), time=time)
            yield hit(ref.of("lead_time"), process=view.label(ref), says=says)
        for deadline in process.deadlines:
            allowed = known(deadline.within)
            if allowed is None or not _is_for_the_whole(view, process, deadline):
                continue
            extension = known(deadline.extension)
            most = allowed.seconds[1] + (extension.seconds[1] if extension is not None else 0)
            if whole.seconds[1] > most:
                at = Ref(process.id, f"deadlines/{deadline.id}")
                says = _LATE.fill(deadline=view.label(at), allowed=spoken(view, None, "within", allowed), time=time)
                yield hit(at.of("within"), ref.of("lead_time"), process=view.label(ref), says=says)


def _is_for_the_whole(view: View, process: Process, deadline: Deadline) -> bool:
    """Whether the clock runs from where the process begins to where it ends."""
    scope = view.scopes(process)[0]
    starts, ends = known(deadline.starts) or (), known(deadline.ends) or ()
    begins = bool(starts) and all(path in scope.entries for path in starts)
    return begins and bool(ends) and all(_is_last(scope, path) for path in ends)


def _is_last(scope: Scope, path: str) -> bool:
    """Whether it is an end, or nothing but ends come after it."""
    if path not in scope.nodes:
        return False
    return all(isinstance(after := scope.nodes[id], Event) and after.position == "end" for id in scope.after(path))


def _least(view: View, process: Process) -> float:
    """The shortest time in seconds in which a case can come through, by what is known of its steps."""
    inside: dict[str, float] = {}
    for scope in reversed(view.scopes(process)):
        inside[scope.prefix] = _quickest(scope, inside)
    return inside[""]


def _quickest(scope: Scope, inside: dict[str, float]) -> float:
    """The time of the quickest way through one scope; nothing where no way leads through."""
    waiting = [(0.0, id) for id in scope.entries]
    done: set[str] = set()
    while waiting:
        before, id = heappop(waiting)
        if id == _DONE:
            return before
        if id in done:
            continue
        done.add(id)
        after = before + _takes(scope, scope.nodes[id], inside)
        if scope.leaves(id):
            heappush(waiting, (after, _DONE))
        for event in scope.boundary.get(id, ()):
            heappush(waiting, (before, event.id))
        for target in (*(flow.target for flow in scope.outgoing.get(id, ())), *scope.links.get(id, ())):
            heappush(waiting, (after, target))
    return 0.0


def _takes(scope: Scope, node: Node, inside: dict[str, float]) -> float:
    """What an element takes at least, in seconds; what is not known takes no time."""
    times = (getattr(node, name, None) for name in ("touch_time", "wait_time"))
    stated = sum(time.seconds[0] for time in map(known, times) if isinstance(time, Duration))
    if stated or not isinstance(node, SubProcess):
        return stated if isinstance(node, (Activity, Event)) else 0.0
    return inside.get(f"{scope.prefix}{node.id}/", 0.0)


def _in_days(seconds: float) -> Text:
    if seconds < 2 * 86_400:
        return _HOURS.fill(number=f"{seconds / 3600:.0f}")
    return _DAYS.fill(number=f"{seconds / 86_400:.0f}")


_HOURS = Text(sv="{number} timmar", en="{number} hours")
_DAYS = Text(sv="{number} dygn", en="{number} days")
_LONGER = Text(
    sv="stegen tar tillsammans minst {least} den snabbaste vägen, men det hela sägs ta {time}",
    en="the steps together take at least {least} by the quickest way, but the whole is said to take {time}",
)
_LATE = Text(
    sv="det kan ta {time}, men {deadline} ger {allowed}", en="it may take {time}, but {deadline} allows {allowed}"
)

CHECK = Check(
    code="KNO027",
    name="times-disagree",
    kind="risk",
    message=Text(sv="Tiderna i {process} går inte ihop: {says}.", en="The times in {process} do not fit: {says}."),
    question=Text(
        sv="Vilka av tiderna i {process} är mätta och vilka är uppskattade, och vad händer när det tar längre tid?",
        en="Which of the times in {process} are measured and which are estimated, and what happens if it takes longer?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="När tiderna inte går ihop har olika personer tänkt på olika ärenden, eller så hinner man inte.",
        en="When the times do not fit, people have thought of different cases, or there is not enough time.",
    ),
    source="procmap, 2026-11-30",
    bad="""\
lead_time: 3-14 d
deadlines:
  - {name: Beslut, within: 10 d, from: Anmälan inkommer, to: Meddela beslutet}
""",
    good="""\
lead_time: 3-14 d
deadlines:
  - {name: Beslut, within: 3 weeks, from: Anmälan inkommer, to: Meddela beslutet}
""",
    find=find,
)
