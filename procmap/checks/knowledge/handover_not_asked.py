"""KNO035 handover-not-asked: work passes to another role here, and nothing is said of how."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import performer
from procmap.graph.adjacency import spread
from procmap.graph.view import View
from procmap.model.activity import Activity
from procmap.model.gateway import Gateway
from procmap.model.process import Process
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """Between people only: what a resident sends in or a robot fetches is asked about elsewhere.

    Whoever receives is asked, and the answer is written at the step that hands over.
    """
    for process in view.processes:
        for source, target, giver, receiver in view.passings(process):
            if view.kind(process, giver) == view.kind(process, receiver) == "person" and not _is_for_robot(
                view, process, target
            ):
                path = _work_before(view, process, source)
                if path is not None and view.value(view.node(process, path), "name"):
                    given = Ref(process.id, path, "handover")
                    # The question is named where one hands over: the step before it may be one of several.
                    last = source if view.value(view.node(process, source), "name") else path
                    by, to = _called(view, process, last), _called(view, process, target)
                    role = performer(view, process, target)
                    yield hit(given, step=to, by=by, role=role, asked=False)


def _called(view: View, process: Process, path: str) -> Text:
    """What to call an end of the handover: nobody says that it is time for *Är den komplett?* alone."""
    label = view.label(Ref(process.id, path))
    return _QUESTION.fill(question=label) if isinstance(view.node(process, path), Gateway) else label


_QUESTION = Text("frågan {question}", "the question {question}")


def _is_for_robot(view: View, process: Process, path: str) -> bool:
    """Whether a robot is to do what comes next, and robots are asked about: RPA002 asks then what shows it the time."""
    found = view.automation(process) if "rpa" in view.packs else None
    return found is not None and found.is_stated and path in found


def _work_before(view: View, process: Process, path: str) -> str | None:
    """The step that hands over, of which nobody said how: a question or an event hands over what the step before did.

    None where it is said, or where no step stands before in the same lane.
    """
    scope = view.scope(process, path)
    lane = view.place(process, path)

    def before(id: str) -> Iterable[str]:
        return () if isinstance(scope.nodes[id], Activity) else scope.before(id)

    for id in islice(spread([path.rpartition("/")[2]], before), _FAR):
        node = scope.nodes[id]
        if isinstance(node, Activity) and view.place(process, scope.prefix + id) == lane:
            return scope.prefix + id if node.handover is None else None
    return None


_FAR = 50
"""So many questions and events in a row are looked through, and no more."""


CHECK = Check(
    code="KNO035",
    name="handover-not-asked",
    kind="ask",
    message=Text(
        sv="Det står inte hur ärendet lämnas över från {by} till {step}.",
        en="It does not say how the case is handed over from {by} to {step}.",
    ),
    gathered=Text(
        sv="Det står inte hur ärendet lämnas över till {steps}.",
        en="It does not say how the case is handed over to {steps}.",
    ),
    question=Text(
        sv="Hur märker du att det är dags för {step}, och vad behöver du då ha fått från {by}?",
        en="How do you notice that it is time for {step}, and what do you need to have been given from {by}?",
    ),
    gathered_question=Text(
        sv="Hur märker du att det är dags för {steps}, och vad behöver du då ha fått?",
        en="How do you notice that it is time for {steps}, and what do you need to have been given then?",
    ),
    role=Text(sv="den som tar emot", en="whoever receives"),
    rationale=Text(
        sv="Mellan två som gör var sin del blir ärenden liggande utan att någon gör fel.",
        en="Between two who each do their part cases are left lying without anybody doing wrong.",
    ),
    source="Helsingborgs stad, hbg.works/digitalt-kompetent, 2026-11-23",
    only_asks="handover",
    bad="""\
flow:
  - start: Anmälan inkommer
  - registrator: Registrera anmälan
    why: Anmälan är en allmän handling
  - inspektor: Besluta om registrering
    why: Lagen kräver ett beslut
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
""",
    good="""\
flow:
  - start: Anmälan inkommer
  - registrator: Registrera anmälan
    why: Anmälan är en allmän handling
    handover: {medium: ärendekö}
  - inspektor: Besluta om registrering
    why: Lagen kräver ett beslut
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
""",
    find=find,
)
