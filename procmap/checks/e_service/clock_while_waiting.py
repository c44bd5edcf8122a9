"""ESV055 clock-while-waiting: it is not said whether a deadline runs on while the municipality waits for an answer."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS
from procmap.graph.adjacency import Scope, spread
from procmap.graph.decisions import served
from procmap.graph.view import View
from procmap.model.activity import Node, Task
from procmap.model.deadline import Deadline
from procmap.model.event import Event
from procmap.model.knowledge import known
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """A wait for a message on the way from where the clock starts to where it stops, that it is not counted from.

    A deadline that is counted from any wait, or that tells when the clock stands still, has been thought of.
    """
    for process in served(view):
        scope = view.scopes(process)[0]
        for deadline in process.deadlines:
            wait = _wait_on_the_way(scope, deadline)
            if wait is not None:
                ref = Ref(process.id, f"deadlines/{deadline.id}")
                at, step = view.label(ref), view.label(Ref(process.id, wait))
                yield hit(ref.of("starts"), deadline=at, wait=step)


def _wait_on_the_way(scope: Scope, deadline: Deadline) -> str | None:
    starts, ends = known(deadline.starts) or (), known(deadline.ends) or ()
    if not starts or not ends or any(id not in scope.nodes for id in (*starts, *ends)):
        return None
    if deadline.extension is not None or any(_waits(scope.nodes[id]) for id in starts) or _stands_still(deadline):
        return None
    stop = set(ends)
    reached = set(spread(starts, lambda id: () if id in stop else scope.after(id)))
    leading = set(spread(ends, lambda id: () if id in starts else scope.before(id)))
    return next((id for id in scope.nodes if id in reached & leading and _waits(scope.nodes[id])), None)


def _waits(node: Node) -> bool:
    """Whether a case waits here for something that somebody outside sends."""
    if isinstance(node, Task):
        return node.waits_for is not None and node.waits_for.kind == "message"
    kinds = {each.kind for each in node.triggers} if isinstance(node, Event) and node.position == "catch" else ()
    return "message" in kinds


def _stands_still(deadline: Deadline) -> bool:
    missed = deadline.if_missed
    words = missed.casefold() if isinstance(missed, str) else ""
    return any(word in words for word in ("still", "räknas", "pausa", "börjar om", "paus", "counted", "restart"))


CHECK = Check(
    code="ESV055",
    name="clock-while-waiting",
    kind="ask",
    packs=("e-service",),
    message=Text(
        sv="Det står inte om fristen {deadline} löper medan ni väntar vid {wait}.",
        en="It does not say whether the deadline {deadline} runs while you wait at {wait}.",
    ),
    question=Text(
        sv="Löper fristen {deadline} medan ni väntar vid {wait}, eller räknas den från det att svaret har kommit?",
        en="Does the deadline {deadline} run while you wait at {wait}, or is it counted from when the answer came?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Frister räknas olika: från ansökan, från kompletteringen, eller från ansökan om man inte frågade i tid. "
        "Den som väntar behöver veta vilket det är, och systemet också.",
        en="Deadlines are counted differently: from the application, from what was added to it, or from the "
        "application if nobody asked in time. Those who wait need to know which, and so does the system.",
    ),
    source="Boverket, Tidsfrister för handläggning, 2026-11-23",
    bad="""\
deadlines:
  - name: Besked om registrering
    within: 2 weeks
    from: Anmälan inkommer
    to: Besluta om registrering
    if_missed: Företagaren får veta varför
""",
    good="""\
deadlines:
  - name: Besked om registrering
    within: 2 weeks
    from: Anmälan inkommer, Komplettering inkommer
    to: Besluta om registrering
    if_missed: Företagaren får veta varför
""",
    find=find,
)
