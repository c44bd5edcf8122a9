"""ESV020 signature-without-reason: something is to be signed, and it does not say why."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS, answers_for
from procmap.graph.e_services import e_services
from procmap.graph.view import View
from procmap.model.e_service import Signature
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for at in e_services(view):
        signature = view.value(at.service, "signature")
        if not isinstance(signature, Signature) or signature.motive is not None:
            continue
        if view.value(signature, "kind") in ("e_signature", "multi_party"):
            ref = at.ref.of("e_service", "signature.motive")
            yield hit(ref, process=view.label(at.ref), role=answers_for(view, at))


CHECK = Check(
    code="ESV020",
    name="signature-without-reason",
    kind="ask",
    packs=("e-service",),
    message=Text(
        sv="Det står inte varför något ska skrivas under i e-tjänsten för {process}.",
        en="It does not say why something is to be signed in the e-service for {process}.",
    ),
    question=Text(
        sv="Vilken bestämmelse kräver en underskrift i {process}, eller räcker det att skicka in när man är inloggad?",
        en="Which provision requires a signature in {process}, or is it enough to send in while logged in?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Mycket skrivs under av vana. En underskrift som ingen kräver är ett steg till där någon kan fastna, och en "
        "som någon kräver behöver bevaras.",
        en="Much is signed by habit. A signature that nobody requires is one more step to get stuck in, and one that "
        "somebody requires needs to be preserved.",
    ),
    source="eSam, Digitalisera rätt, 2019, ej kontrollerad 2026-11-30; Sydarkivera om formkrav, 2020, läst 2026-11-30",
    bad="""\
e_service:
  signature: {kind: e_signature, motive: }
""",
    good="""\
e_service:
  signature: {kind: submit}
""",
    find=find,
)
