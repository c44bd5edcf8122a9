"""JRN014 sent-in-by-other-ways: what is sent in first and what is sent in later go by different channels."""

from __future__ import annotations

from collections.abc import Iterator, Set

from procmap.checks.asking import RESIDENTS, residents
from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import listing
from procmap.graph.view import View
from procmap.model.activity import Node, Task
from procmap.model.event import Event
from procmap.model.journey import Touchpoint
from procmap.model.knowledge import known
from procmap.ref import Ref
from procmap.text import Text

_CHANNELS = {
    "web": Text(sv="webben", en="the web"),
    "eservice": Text(sv="e-tjänsten", en="the e-service"),
    "app": Text(sv="en app", en="an app"),
    "email": Text(sv="mejl", en="e-mail"),
    "sms": Text(sv="sms", en="text message"),
    "digital_mailbox": Text(sv="digital brevlåda", en="digital mailbox"),
    "phone": Text(sv="telefon", en="telephone"),
    "in_person": Text(sv="besök", en="a visit"),
    "letter": Text(sv="papper", en="paper"),
}


def find(view: View) -> Iterator[Hit]:
    """Only where no channel of the later step is among those by which the same process was first sent anything."""
    processes = {process.id: process for process in view.processes}
    for journey in view.map.journeys:
        first: dict[str, tuple[Ref, Set[str]]] = {}
        for column in view.blueprint(journey).columns:
            ref = Ref(journey.id, column.step.id)
            sent: dict[str, set[str]] = {}
            for meeting in column.meetings:
                channel = _channel(meeting.touchpoint)
                for at in meeting.elements:
                    if channel in _CHANNELS and _comes_in(view.node(processes[at.document], at.element or "")):
                        sent.setdefault(at.document, set()).add(channel)
            for process, channels in sent.items():
                before, others = first.setdefault(process, (ref, channels))
                if channels.isdisjoint(others):
                    yield hit(
                        ref.of("touchpoints"),
                        before,
                        step=view.label(ref),
                        before=view.label(before),
                        channels=listing(_CHANNELS[each] for each in sorted(channels)),
                        others=listing(_CHANNELS[each] for each in sorted(others)),
                        role=residents(journey),
                    )


def _channel(touchpoint: Touchpoint) -> str:
    """The channel; a form on paper and a letter are one way."""
    channel = known(touchpoint.channel) or ""
    return "letter" if channel == "paper_form" else channel


def _comes_in(node: Node) -> bool:
    """Whether something comes in: a message, or the start of a case."""
    if isinstance(node, Task):
        return node.waits_for is not None and node.waits_for.kind == "message"
    if not isinstance(node, Event) or node.position not in ("start", "catch", "boundary"):
        return False
    return node.position == "start" or any(trigger.kind == "message" for trigger in node.triggers)


CHECK = Check(
    code="JRN014",
    name="sent-in-by-other-ways",
    kind="ask",
    packs=("journey", "e-service"),
    message=Text(
        sv="Det som skickas in i {step} går bara via {channels}, fast {before} gick via {others}.",
        en="What is sent in in {step} goes by {channels} only, although {before} went by {others}.",
    ),
    question=Text(
        sv="Vad måste man berätta en gång till i {step}, och hur hittar det man skickar rätt ärende?",
        en="What must one tell once more in {step}, and how does what one sends find the right case?",
    ),
    role=RESIDENTS,
    rationale=Text(
        sv="Den som byter kanal får ofta börja om, och den som tar emot får leta.",
        en="Those who change channel often have to begin again, and those who receive have to search.",
    ),
    source="GOV.UK Service Standard, point 3: Provide a joined up experience across all channels, 2026-11-23",
    bad="""\
journey: Starta kafé
phases:
  - phase: Under
    steps:
      - step: Anmäler
        feels: 0
        evidence: assumed
        touchpoints:
          - eservice: livsmedel/Anmälan inkommer
          - paper_form: livsmedel/Anmälan inkommer
      - step: Kompletterar
        feels: 0
        evidence: assumed
        touchpoints:
          - email: livsmedel/Komplettering inkommer
      - step: Får beslut
        feels: 2
        evidence: assumed
        touchpoints:
          - letter: livsmedel/Meddela beslutet
""",
    good="""\
journey: Starta kafé
phases:
  - phase: Under
    steps:
      - step: Anmäler
        feels: 0
        evidence: assumed
        touchpoints:
          - eservice: livsmedel/Anmälan inkommer
          - paper_form: livsmedel/Anmälan inkommer
      - step: Kompletterar
        feels: 0
        evidence: assumed
        touchpoints:
          - eservice: livsmedel/Komplettering inkommer
          - email: livsmedel/Komplettering inkommer
      - step: Får beslut
        feels: 2
        evidence: assumed
        touchpoints:
          - letter: livsmedel/Meddela beslutet
""",
    find=find,
)
