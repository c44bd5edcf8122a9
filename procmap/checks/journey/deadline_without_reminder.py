"""JRN032 deadline-without-reminder: somebody outside must answer in time, and is not reminded."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import WHO_MAPS
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.event import Event
from procmap.model.gateway import Gateway
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process in view.processes:
        for scope in view.scopes(process):
            for id, node in scope.nodes.items():
                if not (isinstance(node, Gateway) and node.kind == "event_based"):
                    continue
                awaited = [scope.nodes[other] for other in scope.after(id) if other in scope.nodes]
                kinds = {t.kind for event in awaited if isinstance(event, Event) for t in event.triggers}
                if {"message", "timer"} <= kinds:
                    first = next(event for event in awaited if isinstance(event, Event) and event.name is not None)
                    ref = view.at(process, scope, first.id)
                    yield hit(ref, wait=view.label(ref))


CHECK = Check(
    code="JRN032",
    name="deadline-without-reminder",
    kind="ask",
    packs=("journey", "e-service"),
    message=Text(
        sv="Tiden kan löpa ut för {wait}, och ingen påminnelse är beskriven.",
        en="Time may run out for {wait}, and no reminder is described.",
    ),
    question=Text(
        sv="Hur får den som ska svara veta att tiden håller på att löpa ut för {wait}, och vad som händer då?",
        en="How does whoever is to answer learn that time is running out for {wait}, and what happens then?",
    ),
    role=WHO_MAPS,
    rationale=Text(
        sv="Ett ärende som avskrivs för att någon glömt ett brev kommer ofta tillbaka.",
        en="A case that is closed because somebody forgot a letter often comes back.",
    ),
    source="procmap, 2026-11-23",
    bad="""\
flow:
  - start: Anmälan inkommer
    lane: foretagare
  - registrator: Begär komplettering
    why: Beslutet ska vila på riktiga uppgifter
  - wait: Komplettering inkommer
    message: komplettering
    unless:
      - timer: 3 weeks
        flow: [end: Ärendet är avskrivet]
""",
    good="""\
flow:
  - start: Anmälan inkommer
    lane: foretagare
  - registrator: Begär komplettering
    why: Beslutet ska vila på riktiga uppgifter
  - wait: Komplettering inkommer
    message: komplettering
    meanwhile:
      - timer: 2 weeks
        flow:
          - registrator: Påminn
            why: Den som glömt ska få en chans till
    unless:
      - timer: 3 weeks
        flow: [end: Ärendet är avskrivet]
""",
    find=find,
)
