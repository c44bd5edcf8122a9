"""ESV095 not-classified: it is not said where the cases belong in the classification scheme."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.graph.e_services import e_services
from procmap.graph.view import View
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for at in e_services(view):
        if at.process.classification is None:
            yield hit(at.ref.of("classification"), process=view.label(at.ref))


CHECK = Check(
    code="ESV095",
    name="not-classified",
    kind="gap",
    packs=("e-service",),
    message=Text(
        sv="Det står inte var i klassificeringsstrukturen ärendena i {process} hör hemma.",
        en="It does not say where the cases of {process} belong in the classification scheme.",
    ),
    question=Text(
        sv="Vilken klassificeringskod har {process}, och hur är uppgifterna i e-tjänsten klassade för säkerhet?",
        en="Which classification code has {process}, and how is the data in the e-service classed for security?",
    ),
    role=Text(sv="arkivarien", en="the archivist"),
    rationale=Text(
        sv="Koden säger var handlingarna hamnar och hur länge de finns kvar, och e-tjänsten behöver sätta den själv. "
        "Informationsklassningen (konfidentialitet, riktighet, tillgänglighet) säger vad systemen måste klara.",
        en="The code says where the documents end up and how long they are kept, and the e-service must set it by "
        "itself. The security classification (confidentiality, integrity, availability) says what the systems must "
        "cope with.",
    ),
    source="Riksarkivet, Redovisa verksamhetsinformation, 2012; SKR, Klassa, 2026-11-23",
    bad="""\
classification:
""",
    good="""\
classification: "3.6.2"
""",
    find=find,
)
