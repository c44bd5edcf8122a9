"""FLW020 message-nobody-receives: somebody sends a message that nobody in the collaboration waits for."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS
from procmap.graph.messages import unreceived
from procmap.graph.view import View
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for ref in unreceived(view.map):
        yield hit(ref, step=view.label(ref), asked=False)


CHECK = Check(
    code="FLW020",
    name="message-nobody-receives",
    kind="gap",
    message=Text(
        sv="{step} skickar något som ingen av deltagarna tar emot.",
        en="{step} sends something that none of the pools receives.",
    ),
    gathered=Text(
        sv="De här stegen skickar något som ingen av deltagarna tar emot: {steps}.",
        en="These steps send something that none of the pools receives: {steps}.",
    ),
    question=Text(
        sv="Vem tar emot det som {step} skickar, och vad händer om det aldrig kommer fram?",
        en="Who receives what {step} sends, and what happens if it never arrives?",
    ),
    gathered_question=Text(
        sv="Vem tar emot det som de här stegen skickar, och vad händer om det aldrig kommer fram: {steps}?",
        en="Who receives what these steps send, and what happens if it never arrives: {steps}?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Ett meddelande utan mottagare är antingen ett hål i kartan eller ett brev som ingen läser.",
        en="A message without a receiver is a hole in the map or a letter nobody reads.",
    ),
    source="procmap, 2026-11-23",
    bad="""\
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
