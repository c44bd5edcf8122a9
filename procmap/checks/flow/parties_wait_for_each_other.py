"""FLW035 parties-wait-for-each-other: what each waits for is sent only when the other has got what it waits for."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.proving_together import meetings
from procmap.checks.words import WHO_LEADS, listing, performer
from procmap.graph.view import View
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for together in meetings(view):
        from procmap.graph.together_words import awaited, does_wait, waited_at  # few maps have pools that talk

        for waits in together.circles:
            first, *others = (Ref.parse(wait.path) for wait in waits)
            yield hit(
                first,
                *others,
                waits=listing(does_wait(together, wait) for wait in waits),
                what=awaited(together, waits[0]),
                at=waited_at(waits[0]),
                role=performer(view, waits[0].at.process, waits[0].at.path),
            )


CHECK = Check(
    code="FLW035",
    name="parties-wait-for-each-other",
    kind="error",
    message=Text(sv="Parterna väntar på varandra: {waits}.", en="The parties wait for each other: {waits}."),
    question=Text(
        sv="Vad måste hända först för att {what} ska komma till {at}?",
        en="What must happen first for {what} to come to {at}?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Var part för sig ser rätt ut, men tillsammans väntar de på varandra, och ingen ser det förrän ärendet har "
        "stått still länge.",
        en="Each party looks right by itself, but together they wait for each other, and nobody sees it until the case "
        "has stood still for long.",
    ),
    source="van der Aalst, Interorganizational workflows, Systems Analysis, Modelling, Simulation 34 (1999)",
    bad="""\
flow:
  - start: Anmälan inkommer
    lane: foretagare
    message: anmalan
  - wait: Avgiften är betald
    message: betalning
  - registrator: Meddela beslutet
    why: Företagaren ska få veta
    sends: beslut
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
---
collaboration: Anmälan mellan företagare och kommun
pools:
  kommun: {process: livsmedel, name: Kommunen}
  foretagare:
    name: Företagaren
    flow:
      - task: Anmäl
        sends: anmalan
      - wait: Beslut kommer
        message: beslut
      - task: Betala avgiften
        sends: betalning
""",
    good="""\
flow:
  - start: Anmälan inkommer
    lane: foretagare
    message: anmalan
  - wait: Avgiften är betald
    message: betalning
  - registrator: Meddela beslutet
    why: Företagaren ska få veta
    sends: beslut
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
---
collaboration: Anmälan mellan företagare och kommun
pools:
  kommun: {process: livsmedel, name: Kommunen}
  foretagare:
    name: Företagaren
    flow:
      - task: Anmäl
        sends: anmalan
      - task: Betala avgiften
        sends: betalning
      - wait: Beslut kommer
        message: beslut
""",
    find=find,
)
