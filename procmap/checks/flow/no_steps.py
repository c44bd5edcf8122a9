"""FLW006 no-steps: a process that has a name and nothing in it yet."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS
from procmap.graph.view import View
from procmap.model.event import Event
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process in view.processes:
        if all(isinstance(node, Event) and node.position in ("start", "end") for _, node in view.nodes(process)):
            where = Ref(process.id)
            yield hit(where, process=view.label(where))


CHECK = Check(
    code="FLW006",
    name="no-steps",
    kind="gap",
    message=Text(sv="{process} har inga steg än.", en="{process} has no steps yet."),
    question=Text(
        sv="Vad är det första som händer i {process}, och vem gör det?",
        en="What is the first thing that happens in {process}, and who does it?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Tio rader räcker för att börja prata om hur arbetet går till.",
        en="Ten lines are enough to start talking about how the work is done.",
    ),
    source="procmap, 2026-11-23",
    bad="""\
flow:
  - start: Anmälan inkommer
  - end: Verksamheten är registrerad
""",
    good="""\
flow:
  - start: Anmälan inkommer
  - registrator: Registrera anmälan
    why: Anmälan är en allmän handling
  - end: Verksamheten är registrerad
""",
    find=find,
)
