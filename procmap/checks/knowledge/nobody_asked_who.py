"""KNO030 nobody-asked-who: steps that nobody is said to do."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS
from procmap.graph.calls import shown_elsewhere
from procmap.graph.view import View
from procmap.model.activity import Activity, SubProcess, Task
from procmap.model.knowledge import Unknown
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """A subprocess is done by those who do what is inside, and so is a call of a process in the map.

    A step that only waits is done by nobody, a pool's by the pool.
    """
    is_elsewhere = shown_elsewhere(view)
    for process in view.processes:
        if view.pool(process) is not None or (not process.lanes and view.pool_name(process) is not None):
            continue
        for ref, node in view.nodes(process):
            if not isinstance(node, Activity) or node.lane is not None or isinstance(node.name, Unknown):
                continue
            waits = isinstance(node, Task) and node.waits_for is not None
            if not waits and not (isinstance(node, SubProcess) and node.nodes) and not is_elsewhere(node):
                yield hit(ref.of("lane"), step=view.label(ref), asked=False)


CHECK = Check(
    code="KNO030",
    name="nobody-asked-who",
    kind="gap",
    message=Text(sv="Det står inte vem som gör {step}.", en="It does not say who does {step}."),
    gathered=Text(
        sv="Det står inte vem som gör de här stegen: {steps}.", en="It does not say who does these steps: {steps}."
    ),
    question=Text(sv="Vilken roll gör {step}?", en="Which role does {step}?"),
    gathered_question=Text(
        sv="Vilken roll gör vart och ett av stegen: {steps}?", en="Which role does each of these steps: {steps}?"
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Först när det står vem som gör ett steg vet vi vem vi ska fråga om det.",
        en="Only when it says who does a step do we know whom to ask about it.",
    ),
    source="Helsingborgs stad, hbg.works/digitalt-kompetent, 2026-11-23",
    answers=("BPMN: task without role or system",),
    only_asks="lane",
    bad="""\
flow:
  - start: Anmälan inkommer
  - task: Registrera anmälan
    why: Anmälan är en allmän handling
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
""",
    good="""\
flow:
  - start: Anmälan inkommer
  - registrator: Registrera anmälan
    why: Anmälan är en allmän handling
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
""",
    find=find,
)
