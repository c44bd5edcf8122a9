"""FLW020 message-nobody-receives: somebody sends a message that nobody in the collaboration waits for."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS
from procmap.graph.labels import literal, quoted
from procmap.graph.messages import unreceived
from procmap.graph.view import View
from procmap.model.label import Translated
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for _, ref, message in unreceived(view.map):
        name = quoted(message.name) if isinstance(message.name, (str, Translated)) else literal(message.id)
        yield hit(ref, step=name, at=view.label(ref), asked=False)


CHECK = Check(
    code="FLW020",
    name="message-nobody-receives",
    kind="gap",
    message=Text(
        sv="{at} skickar {step}, men ingen av deltagarna tar emot det.",
        en="{at} sends {step}, but none of those who take part receives it.",
    ),
    gathered=Text(
        sv="Det här skickas, men ingen av deltagarna tar emot det: {steps}.",
        en="This is sent, but none of those who take part receives it: {steps}.",
    ),
    question=Text(
        sv="Vem tar emot {step} från {at}, och vad händer om det inte kommer fram?",
        en="Who receives {step} from {at}, and what happens if it does not arrive?",
    ),
    gathered_question=Text(
        sv="Vem tar emot vart och ett av de här meddelandena, och vad händer om de inte kommer fram: {steps}?",
        en="Who receives each of these messages, and what happens if they do not arrive: {steps}?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Ett meddelande utan mottagare är antingen ett hål i kartan eller ett brev som ingen läser.",
        en="A message without a receiver is a hole in the map or a letter that nobody reads.",
    ),
    source="procmap, 2026-11-23",
    answers=("J18",),
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
