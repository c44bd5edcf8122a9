"""JRN012 only-digital: a step in which only digital ways are mentioned."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from procmap.checks.asking import DIGITAL, WHO_MAPS, met_otherwise, touchpoints
from procmap.checks.check import Check, Hit, hit
from procmap.checks.statutes import ADMINISTRATIVE_PROCEDURE
from procmap.graph.view import View
from procmap.model.knowledge import known
from procmap.ref import Ref
from procmap.text import Text

if TYPE_CHECKING:
    from procmap.graph.blueprint import Column

_DEMANDING = frozenset({"eservice", "app"})
"""Channels that somebody may be unable to use however much help there is to read."""


def find(view: View) -> Iterator[Hit]:
    """A way to the same work that another journey takes, or that is stated for the e-service, is another way.

    What is there today says nothing of a wanted journey, in which it may be gone. Where an e-service is asked for, its
    own checks ask.
    """
    wanted, today = met_otherwise(view, wanted=True), met_otherwise(view, wanted=False)
    answered = {
        process.id
        for process in view.processes
        if (service := known(process.e_service)) is not None
        and ("e-service" in view.packs or service.alternative_channel is not None)
    }
    for journey in view.map.journeys:
        for column in view.blueprint(journey).columns:
            channels = {known(touchpoint.channel) for touchpoint in touchpoints(column.step)}
            if not channels & _DEMANDING or not channels <= DIGITAL:
                continue
            behind = _behind(column)
            others = wanted if journey.state == "to_be" else today
            if behind & others or any(ref.document in answered for ref in behind):
                continue
            ref = Ref(journey.id, column.step.id)
            yield hit(ref.of("touchpoints"), step=view.label(ref), asked=False)


def _behind(column: Column) -> set[Ref]:
    return {ref for meeting in column.meetings for ref in meeting.elements}


CHECK = Check(
    code="JRN012",
    name="only-digital",
    kind="ask",
    packs=("journey",),
    message=Text(
        sv="I {step} nämns bara digitala kanaler.",
        en="In {step} only digital channels are mentioned.",
    ),
    gathered=Text(
        sv="I de här stegen nämns bara digitala kanaler: {steps}.",
        en="In these steps only digital channels are mentioned: {steps}.",
    ),
    question=Text(
        sv="Hur gör den som inte kan använda de digitala kanalerna i {step}, och vem hjälper till?",
        en="What do those do who cannot use the digital channels in {step}, and who helps them?",
    ),
    gathered_question=Text(
        sv="Hur gör den som inte kan använda de digitala kanalerna i de här stegen, och vem hjälper till: {steps}?",
        en="What do those do who cannot use the digital channels in these steps, and who helps them: {steps}?",
    ),
    role=WHO_MAPS,
    rationale=Text(
        sv="Den som saknar e-legitimation, språk eller vana behöver en annan väg in. Vad lagen kräver (fråga en jurist "
        "om 6 och 7 §§ förvaltningslagen) avgör inte procmap.",
        en="Those who lack an eID, the language or the habit need another way in. What the law demands (ask a lawyer "
        "about sections 6 and 7 of the Swedish Administrative Procedure Act) is not for procmap to say.",
    ),
    source="Riksrevisionen RiR 2021:8; " + ADMINISTRATIVE_PROCEDURE.at("6–7 §§"),
    bad="""\
e_service:
  alternative_channel:
---
journey: Starta kafé
phases:
  - phase: Under
    steps:
      - step: Anmäler
        feels: 0
        evidence: assumed
        touchpoints:
          - eservice: livsmedel/Anmälan inkommer
      - step: Får beslut
        feels: 1
        evidence: assumed
        touchpoints:
          - letter: livsmedel/Meddela beslutet
""",
    good="""\
e_service:
  alternative_channel:
---
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
      - step: Får beslut
        feels: 1
        evidence: assumed
        touchpoints:
          - letter: livsmedel/Meddela beslutet
""",
    find=find,
)
