"""LBL001 step-named-as-thing: a step is called by a thing, so that the name does not say what is done."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.naming import spellings, style
from procmap.checks.robots import is_beside_the_point
from procmap.checks.words import performer
from procmap.graph.view import View
from procmap.model.activity import Task
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """Not of a step that waits or receives: what it is called is what comes."""
    for process, _, ref, task in view.elements(Task):
        if task.waits_for is not None or task.type == "receive":
            continue
        names = spellings(task.name)
        if names and all(style(name) == "thing" for name in names):
            if is_beside_the_point(view, process, ref.element or ""):
                continue
            role = performer(view, process, ref.element or "")
            yield hit(ref.of("name"), step=view.label(ref), role=role, asked=False)


CHECK = Check(
    code="LBL001",
    name="step-named-as-thing",
    kind="ask",
    packs=("rpa", "sharing"),
    message=Text(
        sv="Steget {step} heter som en sak, så namnet säger inte vad som görs.",
        en="The step {step} is called as a thing, so the name does not say what is done.",
    ),
    gathered=Text(
        sv="De här stegen heter som saker, så namnen säger inte vad som görs: {steps}.",
        en="These steps are called as things, so the names do not say what is done: {steps}.",
    ),
    question=Text(
        sv="Vad är det någon gör i {step}, sagt med ett verb?",
        en="What does somebody do in {step}, said with a verb?",
    ),
    gathered_question=Text(
        sv="Vad är det någon gör i de här stegen, sagt med ett verb: {steps}?",
        en="What does somebody do in these steps, said with a verb: {steps}?",
    ),
    role=Text(sv="den som gör arbetet", en="whoever does the work"),
    rationale=Text(
        sv="”Komplettering” kan vara att be om den, att vänta på den eller att göra den. Den som inte var med när "
        "kartan ritades vet inte vilket.",
        en="“Supplement” can be to ask for one, to wait for it or to make it. Whoever was not there when the map was "
        "made does not know which.",
    ),
    source="Mendling, Reijers, van der Aalst, Seven process modeling guidelines (2010), riktlinje 6",
    answers=("7PMG: verb and object",),
    bad="""\
changes:
  - at: Meddela beslutet
    name: Expediering
""",
    good="""\
changes:
  - at: Meddela beslutet
    name: Expediera beslutet
""",
    find=find,
)
