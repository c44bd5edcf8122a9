"""RPA024 written-from-nothing: a step writes something, and nothing says what it is taken from."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.robots import meant
from procmap.checks.words import listing, performer
from procmap.graph.data_use import Use
from procmap.graph.view import View
from procmap.model.activity import Activity
from procmap.model.knowledge import known
from procmap.model.process import Process
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """It is known where something is read first, where a rule gives it, or where the data says where it is fetched.

    What an earlier step has read, or what comes in from outside, is carried along.
    """
    uses = {use.ref: use for use in view.data_uses}
    for process, found in meant(view):
        for path, step in found.steps:
            here = view.position(Ref(process.id, path))
            data = [ref for ref in _underived(view, process, step) if not _is_carried(view, uses.get(ref), here)]
            if data:
                ref = Ref(process.id, path)
                names, role = listing(view.label(each) for each in data), performer(view, process, path)
                yield hit(ref.of("reads"), step=view.label(ref), data=names, role=role, asked=False)


def _is_carried(view: View, use: Use | None, here: tuple[int, int]) -> bool:
    """Whether something is at hand already: it came in, or a step that stands before has read it."""
    if use is None:
        return False
    return use.is_brought_in or use.is_asked_for or any(view.position(touch.ref) < here for touch in use.reads)


def _underived(view: View, process: Process, step: Activity) -> list[Ref]:
    """What a step writes and nothing says what from; stores and outputs of BPMN are more than one can say that of."""
    if step.reads is not None or step.rule is not None:
        return []
    written = [described for id in known(step.writes) or () if (described := view.datum(process, id)) is not None]
    return [ref for ref, data in written if data.kind is None and data.record is None and data.prefilled_from is None]


CHECK = Check(
    code="RPA024",
    name="written-from-nothing",
    kind="blocker",
    packs=("rpa",),
    message=Text(
        sv="Vid {step} skrivs {data}, och det står inte vad det tas ifrån.",
        en="At {step} {data} is written, and it does not say what that is taken from.",
    ),
    gathered=Text(
        sv="I de här stegen skrivs uppgifter, och det står inte vad de tas ifrån: {steps}.",
        en="In these steps data is written, and it does not say what that is taken from: {steps}.",
    ),
    question=Text(
        sv="Var tittar du när du skriver {data} vid {step}: i ett annat system, i en regel eller i minnet?",
        en="Where do you look when you write {data} at {step}: in another system, in a rule or in your memory?",
    ),
    gathered_question=Text(
        sv="Var tittar du när du skriver det som ska stå (ett annat system, en regel, minnet): {steps}?",
        en="Where do you look when you write what is to stand there (another system, a rule, your memory): {steps}?",
    ),
    role=Text(sv="den som gör arbetet", en="whoever does the work"),
    rationale=Text(
        sv="En robot kan bara skriva det som går att räkna eller hämta fram ur något den redan har läst.",
        en="A robot can write only what can be worked out or fetched from something it has read already.",
    ),
    source="Leno et al., Robotic Process Mining: Vision and Challenges, 2020",
    bad="""\
changes:
  - at: Registrera anmälan
    reads: n/a
    writes: riskklass
  - at: Besluta om registrering
    reads: riskklass
data:
  anmalan: {name: Anmälan, structure: structured, personal_data: personal, retention: Bevaras}
  riskklass: {name: Riskklass, structure: structured}
""",
    good="""\
changes:
  - at: Registrera anmälan
    reads: anmalan
    writes: riskklass
  - at: Besluta om registrering
    reads: riskklass
data:
  anmalan: {name: Anmälan, structure: structured, personal_data: personal, retention: Bevaras}
  riskklass: {name: Riskklass, structure: structured}
""",
    find=find,
)
