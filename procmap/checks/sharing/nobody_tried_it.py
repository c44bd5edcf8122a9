"""SHR010 nobody-tried-it: the map is to be shared, and nobody has held it against the real work."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS
from procmap.graph.view import View
from procmap.model.knowledge import known
from procmap.model.process import Validation
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """In the pack ``rpa`` the same is asked by a check of its own; what was asked and is unknown is asked elsewhere."""
    if "rpa" in view.packs:
        return
    for process in view.processes:
        if process.variant_of is not None or view.is_bpmn(process.id) or view.pool(process) is not None:
            continue
        stated = process.validated
        cause = None
        if stated is None:
            cause = _NEVER
        elif isinstance(stated, Validation) and known(stated.method) == "desk":
            cause = _AT_A_DESK
        if cause is not None:
            ref = Ref(process.id)
            yield hit(ref.of("validated"), process=view.label(ref), cause=cause)


_NEVER = Text(
    sv="det står inte att någon har hållit den mot arbetet",
    en="it does not say that anybody has held it against the work",
)
_AT_A_DESK = Text(sv="den är bara avstämd vid ett skrivbord", en="it was held against the work at a desk only")

CHECK = Check(
    code="SHR010",
    name="nobody-tried-it",
    kind="gap",
    packs=("sharing",),
    message=Text(
        sv="{process} ska delas, och {cause}.",
        en="{process} is to be shared, and {cause}.",
    ),
    question=Text(
        sv="Vilka av dem som gör arbetet i {process} har gått igenom kartan, och när?",
        en="Which of those who do the work in {process} have gone through the map, and when?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Den som lånar kartan tror att det är så ni arbetar. Har ingen gått igenom den är det en gissning som "
        "sprids.",
        en="Whoever borrows the map believes that this is how you work. If nobody has gone through it, a guess is "
        "spread.",
    ),
    source="Blue Prism, genomgång av beskrivningen med den som gör arbetet; procmap, 2026-11-23",
    bad="""\
validated: {at: 2026-10-01, method: desk, by: registrator}
""",
    good="""\
validated: {at: 2026-10-01, method: walkthrough, by: registrator}
""",
    find=find,
)
