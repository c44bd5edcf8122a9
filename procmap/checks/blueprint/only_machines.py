"""BPR045 only-machines: in a step the resident meets nothing but systems, and nobody to turn to."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import WHO_MAPS, touchpoints
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.knowledge import known
from procmap.ref import Ref
from procmap.text import Text

_MACHINES = frozenset({"system", "robot"})
_IN_PERSON = frozenset({"phone", "in_person"})


def find(view: View) -> Iterator[Hit]:
    """Where all that stands behind a contact is done by systems; what she does herself is nobody she meets."""
    for journey in view.map.journeys:
        for column in view.blueprint(journey).columns:
            channels = {known(touchpoint.channel) for touchpoint in touchpoints(column.step)}
            met = {card.kind for card in column.cards if card.met and card.row in ("digital", "front")}
            if met and met <= _MACHINES and not channels & _IN_PERSON:
                ref = Ref(journey.id, column.step.id)
                yield hit(ref, step=view.label(ref), asked=False)


CHECK = Check(
    code="BPR045",
    name="only-machines",
    kind="ask",
    packs=("journey",),
    message=Text(sv="I {step} möter man bara system.", en="In {step} one meets nothing but systems."),
    gathered=Text(
        sv="I de här stegen möter man bara system: {steps}.",
        en="In these steps one meets nothing but systems: {steps}.",
    ),
    question=Text(
        sv="Vem hos oss kan man tala med när något är fel i {step}, och hur får man veta det?",
        en="With whom here can one talk when something is wrong in {step}, and how does one learn that?",
    ),
    gathered_question=Text(
        sv="Vem hos oss kan man tala med när något är fel i de här stegen, och hur får man veta det: {steps}?",
        en="With whom here can one talk when something is wrong in these steps, and how does one learn that: {steps}?",
    ),
    role=WHO_MAPS,
    rationale=Text(
        sv="Det som sköter sig självt märks först när det inte gör det. Då behöver någon svara.",
        en="What runs by itself is noticed only when it does not. Then somebody needs to answer.",
    ),
    source="Nielsen Norman Group on service blueprints, 2026-11-23",
    bad="""\
lanes:
  foretagare: {name: Livsmedelsföretagare, kind: customer}
  motor: {name: Processmotorn, kind: system}
flow:
  - start: Anmälan inkommer
    lane: foretagare
  - motor: Meddela beslutet
    why: Företagaren ska få veta
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
---
journey: Starta kafé
""",
    good="""\
lanes:
  foretagare: {name: Livsmedelsföretagare, kind: customer}
  motor: {name: Processmotorn, kind: system}
  registrator: Registrator
flow:
  - start: Anmälan inkommer
    lane: foretagare
  - motor: Skriv ut beslutet
    why: Det ska se likadant ut varje gång
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
  - registrator: Meddela beslutet
    why: Företagaren ska få veta
---
journey: Starta kafé
""",
    find=find,
)
