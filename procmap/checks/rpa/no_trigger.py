"""RPA002 no-trigger: nothing shows that it is time for a step, so a robot would not know when to begin."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.robots import meant
from procmap.checks.words import performer
from procmap.graph.automation import arrivals
from procmap.graph.view import View
from procmap.model.activity import Activity, CallActivity, Task
from procmap.model.event import Event
from procmap.model.knowledge import Unknown
from procmap.model.process import Process
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """Where work comes to what a robot is to do; what is known is an event, a message, a queue or a handover.

    What somebody outside does is such an event, by whatever name it has.
    """
    for process, found in meant(view):
        for source, target in arrivals(view, found):
            step = view.node(process, target)
            if not isinstance(step, Activity) or step.queue is not None or step.message is not None:
                continue
            if isinstance(step.name, Unknown):
                continue
            if not _shows(view, process, source):
                ref = Ref(process.id, target)
                yield hit(ref, step=view.label(ref), role=performer(view, process, target), asked=False)


def _shows(view: View, process: Process, path: str) -> bool:
    """Whether what comes before leaves a trace that one can look for."""
    node = view.node(process, path)
    if isinstance(node, Event):
        return bool(node.triggers) or node.name is not None
    if not isinstance(node, Activity) or isinstance(node, CallActivity):
        return True
    if isinstance(node, Task) and node.waits_for is not None:
        return True
    return node.handover is not None or view.kind(process, view.place(process, path)) in _OTHERS


_OTHERS = ("system", "customer", "external")

CHECK = Check(
    code="RPA002",
    name="no-trigger",
    kind="blocker",
    packs=("rpa",),
    message=Text(
        sv="Det står inte vad som visar att det är dags för {step}.",
        en="It does not say what shows that it is time for {step}.",
    ),
    gathered=Text(
        sv="Det står inte vad som visar att det är dags för de här stegen: {steps}.",
        en="It does not say what shows that it is time for these steps: {steps}.",
    ),
    question=Text(
        sv="Hur märks det att det är dags för {step}, och var syns det: i en kö, ett mejl eller en lista?",
        en="How does one notice that it is time for {step}, and where does it show: in a queue, an e-mail or a list?",
    ),
    gathered_question=Text(
        sv="Hur märks det att det är dags, och var syns det (i en kö, ett mejl eller en lista): {steps}?",
        en="How does one notice that it is time, and where does it show (in a queue, an e-mail or a list): {steps}?",
    ),
    role=Text(sv="den som gör arbetet", en="whoever does the work"),
    rationale=Text(
        sv="En människa får en knackning på axeln. En robot behöver ett ställe att titta på.",
        en="A person gets a tap on the shoulder. A robot needs a place to look at.",
    ),
    source="Blue Prism, guide to the process definition document, read 2026-11-23",
    answers=("BPMN: start without trigger",),
    bad="""\
changes:
  - at: Besluta om registrering
    handover: n/a
  - at: Meddela beslutet
    automation: planned
    judgement: none
    skills: Skriva enkelt
    human_takeover: registrator
""",
    good="""\
changes:
  - at: Besluta om registrering
    handover: n/a
  - at: Meddela beslutet
    automation: planned
    judgement: none
    skills: Skriva enkelt
    human_takeover: registrator
    queue: Fattade beslut
    exceptions: {name: Är redan skickat, kind: business, action: Hoppa över}
""",
    find=find,
)
