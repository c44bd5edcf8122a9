"""ESV037 conditions-told-too-late: who has no right to it learns so when all is filled in."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.statutes import ADMINISTRATIVE_PROCEDURE
from procmap.checks.words import WHO_LEADS, answers_for, listing
from procmap.graph.e_services import EServiceAt, e_services
from procmap.graph.view import View
from procmap.model.journey import Journey
from procmap.model.knowledge import known
from procmap.model.rule import Rule
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """A journey that starts before the process, with a meeting there, is taken to tell of the conditions."""
    told = {
        process.id
        for journey in view.map.journeys
        if _is_met_before(journey)
        for process in view.blueprint(journey).processes
    }
    for at in e_services(view):
        rules = [] if at.process.id in told else _conditions(view, at)
        if rules:
            yield hit(
                *rules,
                process=view.label(at.ref),
                rules=listing(view.label(ref) for ref in rules),
                role=answers_for(view, at),
            )


def _conditions(view: View, at: EServiceAt) -> list[Ref]:
    """The rules of the process about who has a right to it."""
    return [
        Ref(at.process.id, f"rules/{rule.id}")
        for rule in at.process.rules
        if isinstance(rule, Rule) and view.value(rule, "type") == "eligibility"
    ]


def _is_met_before(journey: Journey) -> bool:
    return any(
        phase.zone == "before" and any(known(step.touchpoints) for step in phase.steps) for phase in journey.phases
    )


CHECK = Check(
    code="ESV037",
    name="conditions-told-too-late",
    kind="ask",
    packs=("e-service",),
    message=Text(
        sv="Det står inte hur man får veta vilka villkor som gäller innan man börjar fylla i e-tjänsten för {process}: "
        "{rules}.",
        en="It does not say how one learns which conditions hold before one starts on the e-service for {process}: "
        "{rules}.",
    ),
    question=Text(
        sv="Hur får den som ändå inte kan få ja i {process} veta det innan allt är ifyllt ({rules}), utan att någon "
        "hindras från att ansöka?",
        en="How do those who cannot be told yes in {process} learn so before all is filled in ({rules}), without "
        "anybody being kept from applying?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Den som får veta villkoren först slipper lämna uppgifter i onödan. Rätten att ansöka och få ett beslut "
        "finns kvar, så det ska vara en upplysning och inte ett stopp.",
        en="Those who hear the conditions first need not give data in vain. The right to apply and to have a decision "
        "remains, so it must inform and not stop anybody.",
    ),
    source=ADMINISTRATIVE_PROCEDURE.at("6 §"),
    bad="""\
rules:
  komplett-anmalan:
    says: Verksamheten finns i kommunen
    type: eligibility
    source: LIVSFS 2022:8 2 §
    deterministic: true
    owner: Miljöchef
    cases:
      - {given: lokalen ligger här, expect: ja}
      - {given: lokalen ligger i en annan kommun, expect: nej}
""",
    good="""\
rules:
  komplett-anmalan:
    says: Verksamheten finns i kommunen
    type: eligibility
    source: LIVSFS 2022:8 2 §
    deterministic: true
    owner: Miljöchef
    cases:
      - {given: lokalen ligger här, expect: ja}
      - {given: lokalen ligger i en annan kommun, expect: nej}
---
journey: Starta kafé
phases:
  - phase: Före
    zone: before
    steps:
      - {step: Läser vad som gäller, feels: 0, evidence: assumed, touchpoints: [web: n/a]}
  - phase: Under
    zone: during
    steps:
      - step: Anmäler
        feels: 0
        evidence: assumed
        touchpoints:
          - eservice: livsmedel/Anmälan inkommer
      - step: Får beslut
        feels: 2
        evidence: assumed
        touchpoints:
          - letter: livsmedel/Meddela beslutet
""",
    find=find,
)
