"""KNO029 nobody-asked-why: steps that say what is done, and not yet what for."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import performer
from procmap.graph.calls import shown_elsewhere
from procmap.graph.view import View
from procmap.model.activity import Activity, SubProcess
from procmap.model.knowledge import Unknown
from procmap.model.process import Process
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """What sends something is there for somebody to get it, and a decision for it to be made: that goes unasked."""
    is_elsewhere = shown_elsewhere(view)
    for process in view.processes:
        for ref, node in view.nodes(process):
            if not isinstance(node, Activity) or node.why is not None or isinstance(node.name, Unknown):
                continue
            if node.sends is not None or node.decision is not None or is_elsewhere(node):
                continue
            path = ref.element or ""
            if not _is_ours(view, process, node) or _is_answered_around(view, process, path):
                continue
            if not (isinstance(node, SubProcess) and node.nodes):
                role = performer(view, process, path)
                yield hit(ref.of("why"), step=view.label(ref), role=role, asked=False)


def _is_ours(view: View, process: Process, node: Activity) -> bool:
    """Whether somebody here does it, or had it done by a robot: not the resident, another pool or a system."""
    waits = getattr(node, "waits_for", None) is not None
    if waits or (node.lane is None and view.pool(process) is not None):
        return False
    return view.kind(process, node.lane) in (None, "person", "robot")


def _is_answered_around(view: View, process: Process, path: str) -> bool:
    """Whether a subprocess around it says what it is for."""
    while "/" in path:
        path = path.rpartition("/")[0]
        if view.node(process, path).why is not None:
            return True
    return False


CHECK = Check(
    code="KNO029",
    name="nobody-asked-why",
    kind="ask",
    message=Text(sv="Det står inte varför {step} görs.", en="It does not say why {step} is done."),
    gathered=Text(
        sv="Det står inte varför de här stegen görs: {steps}.", en="It does not say why these steps are done: {steps}."
    ),
    question=Text(
        sv="Vad är {step} till för, och vem skulle märka om det inte gjordes?",
        en="What is {step} for, and who would notice if it was not done?",
    ),
    gathered_question=Text(
        sv="Vad är de här stegen till för, och vem skulle märka om de inte gjordes: {steps}?",
        en="What are these steps for, and who would notice if they were not done: {steps}?",
    ),
    role=Text(sv="den som gör arbetet", en="whoever does the work"),
    rationale=Text(
        sv="Den som vet vad ett steg är till för kan ändra det. Den som bara vet hur det görs kan bara upprepa det.",
        en="Whoever knows what a step is for can change it. Whoever only knows how it is done can only repeat it.",
    ),
    source="Helsingborgs stad, hbg.works/digitalt-kompetent, 2026-11-23",
    only_asks="why",
    bad="""\
flow:
  - start: Anmälan inkommer
  - registrator: Registrera anmälan
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
