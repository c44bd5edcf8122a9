"""FLW036 waits-in-vain: one party may take a way on which it never sends what another goes on waiting for."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.proving_together import meetings
from procmap.checks.words import WHO_LEADS, performer
from procmap.graph.view import View
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """Silent where the way there rests on what may not go together, and where FLW035 says why."""
    for together in meetings(view):
        if not together.left or together.circles or not together.can_be_gone:
            continue
        from procmap.graph.together_words import awaited, in_order, in_vain, party, waited_at

        waits = in_order(together)
        first, *others = (Ref.parse(wait.path) for wait in waits)
        yield hit(
            first,
            *others,
            says=in_vain(together),
            party=party(together, waits[0].path),
            at=waited_at(waits[0]),
            what=awaited(together, waits[0]),
            role=performer(view, waits[0].at.process, waits[0].at.path),
        )


CHECK = Check(
    code="FLW036",
    name="waits-in-vain",
    kind="risk",
    message=Text(
        sv="Det som en part väntar på kommer kanske aldrig. {says}",
        en="What a party waits for may never come. {says}",
    ),
    question=Text(
        sv="Vad gör {party} vid {at} om {what} aldrig kommer?",
        en="What does {party} do at {at} if {what} never comes?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Den ena parten är klar och tror att allt är sagt. Den andra väntar, och det syns inte hos någon av dem.",
        en="One party is done and believes that all is said. The other waits, and neither of them can see it.",
    ),
    source="van der Aalst, Interorganizational workflows, Systems Analysis, Modelling, Simulation 34 (1999)",
    bad="""\
flow:
  - start: Anmälan inkommer
    lane: foretagare
    message: anmalan
  - registrator: Är anmälan komplett?
    branches:
      ja:
      nej:
        - end: Ärendet är avskrivet
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
""",
    good="""\
flow:
  - start: Anmälan inkommer
    lane: foretagare
    message: anmalan
  - registrator: Är anmälan komplett?
    branches:
      ja:
      nej:
        - registrator: Meddela att den skrivs av
          why: Företagaren ska få veta
          sends: beslut
        - end: Ärendet är avskrivet
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
""",
    find=find,
)
