"""ESV001 nothing-after-submission: an e-service, and no work of anybody that it leads to."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS
from procmap.graph.e_services import EServiceAt, e_services
from procmap.graph.self_service import is_self_service
from procmap.graph.view import View
from procmap.model.activity import Activity
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """A process without any steps is asked about as such: see no-steps."""
    for at in e_services(view):
        steps = [ref.element or "" for ref, node in view.nodes(at.process) if isinstance(node, Activity)]
        if steps and all(_is_hers(view, at, path) for path in steps):
            yield hit(at.ref, process=view.label(at.ref))


def _is_hers(view: View, at: EServiceAt, path: str) -> bool:
    """Whether the resident does a step, or the e-service with her."""
    lane = view.place(at.process, path)
    return view.kind(at.process, lane) == "customer" or is_self_service(view.lane(at.process, lane))


CHECK = Check(
    code="ESV001",
    name="nothing-after-submission",
    kind="blocker",
    packs=("e-service",),
    message=Text(
        sv="I {process} står det inte vad som händer när någon har skickat in.",
        en="In {process} it does not say what happens when somebody has sent in.",
    ),
    question=Text(
        sv="Vem tar emot det som skickas in i {process}, och vad görs ända tills den som väntar har fått sitt svar?",
        en="Who receives what is sent in to {process}, and what is done until those who wait have their answer?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Ett formulär är den lilla delen. Den som bygger behöver veta vart uppgifterna ska och vad som skickas "
        "tillbaka.",
        en="A form is the small part. Whoever builds needs to know where the data is to go and what is sent back.",
    ),
    source="Helsingborgs stad, hbg.works/digitalt-kompetent, 2026-11-23",
    bad="""\
flow:
  - foretagare: Fyller i anmälan
  - foretagare: Skickar in anmälan
""",
    good="""\
flow:
  - foretagare: Fyller i anmälan
  - foretagare: Skickar in anmälan
  - registrator: Registrera anmälan
    why: Anmälan är en allmän handling
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
""",
    find=find,
)
