"""FLW037 parties-not-decided: whether somebody may wait in vain for another could not be worked out."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.proving_together import meetings
from procmap.checks.words import WHO_LEADS
from procmap.graph.view import View
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """Silent where what somebody waits for was found to fail, or where only things that each pool says are open."""
    for together in meetings(view):
        proven = together.proven
        is_open = proven.verdict == "unknown" and proven.properties["option_to_complete"] is None
        if is_open and proven.reason is not None:
            where = Ref(together.collaboration.id)
            yield hit(where, parties=view.label(where), says=proven.reason)


CHECK = Check(
    code="FLW037",
    name="parties-not-decided",
    kind="ask",
    message=Text(
        sv="Det gick inte att avgöra om någon kan få vänta förgäves i {parties}. {says}",
        en="It could not be decided whether somebody may wait in vain in {parties}. {says}",
    ),
    question=Text(
        sv="Kan någon bli stående i väntan på någon av de andra i {parties}, och vad händer då?",
        en="Can somebody be left waiting for one of the others in {parties}, and what happens then?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="procmap säger hellre att det inte vet än gissar. De som arbetar med det vet ofta.",
        en="procmap would rather say that it does not know than guess. Those who work with it often know.",
    ),
    source="procmap, 2026-11-30",
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
  kommun: {process: livsmedel, name: Kommunen}
  foretagare:
    name: Företagaren
    flow:
      - task: Anmäl
        sends: anmalan
      - wait: Beslut kommer
        message: beslut
      - exclusive: En verksamhet till?
        branches:
          ja: {to: Anmäl}
          nej:
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
