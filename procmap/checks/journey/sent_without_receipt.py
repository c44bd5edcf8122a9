"""JRN031 sent-without-receipt: she has sent something in, and waits without having heard that it has arrived."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from procmap.checks.asking import RESIDENTS, residents, touchpoints
from procmap.checks.check import Check, Hit, hit
from procmap.graph.mentions import words
from procmap.graph.view import View
from procmap.model.activity import Activity, Node
from procmap.model.event import Event
from procmap.model.knowledge import known
from procmap.ref import Ref
from procmap.text import Text

if TYPE_CHECKING:
    from procmap.graph.blueprint import Column

_WRITTEN = frozenset({"web", "eservice", "app", "email", "letter", "paper_form", "sms", "digital_mailbox"})


_TOLD = re.compile(r"kvitto|kvitten|bekräft|mottag(en|et|its)\b|kommit fram|receipt|confirm|acknowledg|has arrived")


def find(view: View) -> Iterator[Hit]:
    """Only where the next step is a wait; anything she is sent in either of the two is taken for a receipt.

    So is a word of one, in what is told of them.

    Where an e-service is asked for, its own checks ask.
    """
    processes = {process.id: process for process in view.processes}
    receipts = {
        process.id
        for process in view.processes
        if (service := known(process.e_service)) is not None
        and ("e-service" in view.packs or service.receipt is not None)
    }
    for journey in view.map.journeys:
        for column, after in pairwise(view.blueprint(journey).columns):
            sent = [
                at
                for meeting in column.meetings
                if known(meeting.touchpoint.channel) in _WRITTEN
                for at in meeting.elements
                if _comes_in(view.node(processes[at.document], at.element or ""))
            ]
            if not sent or not _is_wait(after) or any(at.document in receipts for at in sent):
                continue
            if any(_TOLD.search(word.casefold()) for word in words(column.step, after.step)):
                continue
            if not any(_is_sent(card.node) for one in (column, after) for card in one.cards):
                ref = Ref(journey.id, column.step.id)
                yield hit(ref, step=view.label(ref), role=residents(journey), asked=False)


def _comes_in(node: Node) -> bool:
    return isinstance(node, Event) and node.position == "start"


def _is_wait(column: Column) -> bool:
    channels = {known(touchpoint.channel) for touchpoint in touchpoints(column.step)}
    return column.step.wait_time is not None or channels == {"none"}


def _is_sent(node: Node) -> bool:
    """Whether something goes out: whom it goes to does not matter, since a doubt is no finding."""
    if isinstance(node, Activity):
        return node.sends is not None
    return isinstance(node, Event) and node.position == "throw"


CHECK = Check(
    code="JRN031",
    name="sent-without-receipt",
    kind="ask",
    packs=("journey",),
    message=Text(
        sv="Det står inte hur man får veta att det som skickas in i {step} har kommit fram.",
        en="It does not say how one learns that what is sent in {step} has arrived.",
    ),
    gathered=Text(
        sv="Det står inte hur man får veta att det som skickas in har kommit fram: {steps}.",
        en="It does not say how one learns that what is sent has arrived: {steps}.",
    ),
    question=Text(
        sv="Hur vet man efter {step} att det har kommit fram, och vad som händer nu?",
        en="How does one know after {step} that it has arrived, and what happens now?",
    ),
    gathered_question=Text(
        sv="Hur vet man efter de här stegen att det har kommit fram, och vad som händer nu: {steps}?",
        en="How does one know after these steps that it has arrived, and what happens now: {steps}?",
    ),
    role=RESIDENTS,
    rationale=Text(
        sv="Den som inte vet om det har kommit fram ringer och frågar, eller skickar en gång till.",
        en="Whoever does not know whether it has arrived calls and asks, or sends it once more.",
    ),
    source="Shostack, Designing Services That Deliver, 1984",
    bad="""\
e_service:
  receipt:
---
journey: Starta kafé
phases:
  - phase: Under
    steps:
      - step: Anmäler
        feels: 0
        evidence: assumed
        touchpoints:
          - paper_form: livsmedel/Anmälan inkommer
      - step: Väntar på besked
        feels: 0
        evidence: assumed
        wait_time: 1 week
        touchpoints:
          - none: livsmedel/Besluta om registrering
""",
    good="""\
e_service:
  receipt: E-post direkt, brev till den som skickat en blankett
---
journey: Starta kafé
phases:
  - phase: Under
    steps:
      - step: Anmäler
        feels: 0
        evidence: assumed
        touchpoints:
          - paper_form: livsmedel/Anmälan inkommer
      - step: Väntar på besked
        feels: 0
        evidence: assumed
        wait_time: 1 week
        touchpoints:
          - none: livsmedel/Besluta om registrering
""",
    find=find,
)
