"""ESV002 no-legal-basis: it is not said which law or decision the process rests on."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.statutes import ADMINISTRATIVE_PROCEDURE
from procmap.checks.words import whom
from procmap.graph.decisions import served
from procmap.graph.view import View
from procmap.model.knowledge import Unknown
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """What a process rests on, the processes that it calls rest on too."""
    for process in served(view, inner=False):
        basis = process.legal_basis
        if basis in (None, ()) or isinstance(basis, Unknown):
            ref = Ref(process.id)
            role = whom(view, process, "", basis) if isinstance(basis, Unknown) else None
            yield hit(ref.of("legal_basis"), process=view.label(ref), role=role)


CHECK = Check(
    code="ESV002",
    name="no-legal-basis",
    kind="blocker",
    packs=("e-service",),
    message=Text(
        sv="Det står inte vilken lag eller vilket beslut {process} vilar på.",
        en="It does not say which law or decision {process} rests on.",
    ),
    question=Text(
        sv="Vilken lag eller föreskrift, eller vilket beslut i kommunen, ger stöd för {process}, och vilken paragraf?",
        en="Which law or regulation, or which decision of the municipality, supports {process}, and which section?",
    ),
    role=Text("kommunens jurist", "the municipality's lawyer"),
    rationale=Text(
        sv="En myndighet gör bara det som har stöd i rättsordningen. Stödet avgör också vad e-tjänsten får fråga om. "
        "Vad som gäller hos er avgör en jurist, inte procmap.",
        en="A public authority does only what the law supports. The support also decides what the e-service may ask "
        "about. What holds for you is for a lawyer to say, not for procmap.",
    ),
    source=ADMINISTRATIVE_PROCEDURE.at("5 §"),
    answers=("J55",),
    bad="""\
legal_basis: ??
""",
    good="""\
legal_basis: {ref: LIVSFS 2022:8 2 §, as_of: 2026-11-01}
""",
    find=find,
)
