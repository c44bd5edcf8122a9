"""SHR012 identity-number-written: what stands in the map may be the identity number of a living person."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import DEFAULT, Check, Hit, hit
from procmap.checks.identity_numbers import identity_number
from procmap.checks.statutes import DATA_PROTECTION
from procmap.checks.words import WHO_LEADS, comment_at
from procmap.graph.view import View
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """One finding for each thing. The words do not repeat the number: what a check says is sent on and kept.

    A comment is nobody's business until the file is shared.
    """
    for document in view.documents:
        seen: set[Ref] = set()
        for written in view.texts(document, identity_number):
            at = written.ref.of(None)
            if at not in seen:
                seen.add(at)
                # A file of BPMN has notes too, and is asked about what stands in them.
                yield hit(at if view.is_bpmn(document.id) else written.ref, thing=view.label(at))
    if "sharing" in view.packs:
        for comment in view.comments(identity_number):
            yield hit(comment.ref, thing=comment_at(comment))


CHECK = Check(
    code="SHR012",
    name="identity-number-written",
    kind="risk",
    packs=(DEFAULT, "sharing"),
    message=Text(
        sv="Vid {thing} står ett nummer som kan vara någons personnummer eller samordningsnummer.",
        en="At {thing} stands a number that may be somebody's personal identity number.",
    ),
    question=Text(
        sv="Är numret vid {thing} någons, och kan det bytas mot ett påhittat, som 19121212-1212?",
        en="Is the number at {thing} somebody's, and can it be changed for a made-up one, such as 19121212-1212?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Ett personnummer i en karta är ett ärende som någon har klistrat in. Det får finnas bara där det är klart "
        "motiverat, och kartan läses av fler än de som får se ärendet.",
        en="An identity number in a map is a case that somebody pasted in. It may stand only where there is clear "
        "reason for it, and the map is read by more people than may see the case.",
    ),
    source=DATA_PROTECTION.at("3 kap. 10 §"),
    bad="""\
changes:
  - at: Registrera anmälan
    note: Som i ärendet för 850709-9805
""",
    good="""\
changes:
  - at: Registrera anmälan
    note: Som i ärendet för 19121212-1212
""",
    find=find,
)
