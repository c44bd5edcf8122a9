"""FLW021 message-nobody-sends: somebody waits for a message that nobody in the collaboration sends."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS
from procmap.graph.labels import literal, quoted
from procmap.graph.messages import unsent
from procmap.graph.view import View
from procmap.model.label import Translated
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """What stands in a lane of somebody outside, such as the start in the applicant's, is their own doing."""
    for process, ref, message in unsent(view.map):
        if view.kind(process, view.node(process, ref.element or "").lane) in ("customer", "external"):
            continue
        name = quoted(message.name) if isinstance(message.name, (str, Translated)) else literal(message.id)
        yield hit(ref, step=name, at=view.label(ref), asked=False)


CHECK = Check(
    code="FLW021",
    name="message-nobody-sends",
    kind="gap",
    message=Text(
        sv="{at} väntar på {step}, men ingen av deltagarna skickar det.",
        en="{at} waits for {step}, but none of those who take part sends it.",
    ),
    gathered=Text(
        sv="Det här väntar man på, men ingen av deltagarna skickar det: {steps}.",
        en="This is waited for, but none of those who take part sends it: {steps}.",
    ),
    question=Text(
        sv="Vem skickar {step}, som {at} väntar på, och hur vet den att det är dags?",
        en="Who sends {step}, which {at} waits for, and how do they know that it is time?",
    ),
    gathered_question=Text(
        sv="Vem skickar vart och ett av de här meddelandena, och hur vet den att det är dags: {steps}?",
        en="Who sends each of these messages, and how do they know that it is time: {steps}?",
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
