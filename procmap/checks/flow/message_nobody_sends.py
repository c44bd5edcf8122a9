"""FLW021 message-nobody-sends: somebody waits for a message that nobody in the collaboration sends."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS
from procmap.graph.messages import unsent
from procmap.graph.view import View
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for ref in unsent(view.map):
        yield hit(ref, step=view.label(ref), asked=False)


CHECK = Check(
    code="FLW021",
    name="message-nobody-sends",
    kind="gap",
    message=Text(
        sv="{step} väntar på något som ingen av deltagarna skickar.",
        en="{step} waits for something that none of the pools sends.",
    ),
    gathered=Text(
        sv="De här väntar på något som ingen av deltagarna skickar: {steps}.",
        en="These wait for something that none of the pools sends: {steps}.",
    ),
    question=Text(
        sv="Vem skickar det som {step} väntar på, och hur vet den att det är dags?",
        en="Who sends what {step} waits for, and how do they know that it is time?",
    ),
    gathered_question=Text(
        sv="Vem skickar det som de här väntar på, och hur vet den att det är dags: {steps}?",
        en="Who sends what these wait for, and how do they know that it is time: {steps}?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Den som väntar på något som ingen skickar väntar för alltid.",
        en="Whoever waits for what nobody sends waits for ever.",
    ),
    source="procmap, 2026-11-23",
    bad="""\
flow:
  - start: Anmälan inkommer
    lane: foretagare
    message: anmalan
  - wait: Intyg inkommer
    message: intyg
  - registrator: Meddela beslutet
    why: Företagaren ska få veta
    sends: beslut
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
---
collaboration: Anmälan mellan företagare och kommun
pools:
  kommun: {process: livsmedel}
  foretagare:
    name: Företagare
    flow:
      - task: Anmäl
        sends: anmalan
      - wait: Beslut kommer
        message: beslut
""",
    good="""\
flow:
  - start: Anmälan inkommer
    lane: foretagare
    message: anmalan
  - registrator: Meddela beslutet
    why: Företagaren ska få veta
    sends: beslut
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
---
collaboration: Anmälan mellan företagare och kommun
pools:
  kommun: {process: livsmedel}
  foretagare:
    name: Företagare
    flow:
      - task: Anmäl
        sends: anmalan
      - wait: Beslut kommer
        message: beslut
""",
    find=find,
)
