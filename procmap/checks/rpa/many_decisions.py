"""RPA017 many-decisions: a robot would have to choose its way many times."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.robots import choices, meant
from procmap.checks.words import WHO_LEADS, listing
from procmap.graph.view import View
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process, found in meant(view):
        refs = [Ref(process.id, choice.path) for choice in choices(view, process, found)]
        if len(refs) > view.thresholds["many-decisions"]:
            names = listing(view.label(ref) for ref in refs)
            yield hit(*refs, process=view.label(Ref(process.id)), count=len(refs), names=names)


CHECK = Check(
    code="RPA017",
    name="many-decisions",
    kind="risk",
    packs=("rpa",),
    message=Text(
        sv="En robot i {process} behöver välja väg på {count} ställen: {names}.",
        en="A robot in {process} needs to choose its way in {count} places: {names}.",
    ),
    question=Text(
        sv="Vilka av valen i {process} kan falla bort, eller göras av en människa innan roboten börjar?",
        en="Which of the choices in {process} can go away, or be made by a person before the robot begins?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Varje val gör att roboten ska provas på fler sätt, och att mer kan ändras under den.",
        en="Each choice makes more to try out in the robot, and more that may change beneath it.",
    ),
    source="Forrester's rule of five for RPA (five decisions), as told by Synerzip, read 2026-11-23",
    thresholds={"many-decisions": 5},
    bad="""\
automate: registrator
flow:
  - start: Anmälan inkommer
    lane: foretagare
    system: ecos
  - registrator: Lägg upp ärendet
    why: Anmälan ska finnas i registret
    system: ecos
    judgement: none
    touch_time: 5 min
    human_takeover: inspektor
    skills: Livsmedelsregistret
    exceptions: {name: Fel kommun, kind: business, share: 2 %, action: Hänvisa vidare}
  - registrator: Är den undertecknad?
    rule: komplett-anmalan
    branches: {ja: , nej: {to: Sparas}}
  - registrator: Finns lokalen?
    rule: komplett-anmalan
    branches: {ja: , nej: {to: Sparas}}
  - registrator: Finns numret?
    rule: komplett-anmalan
    branches: {ja: , nej: {to: Sparas}}
  - registrator: Finns arten?
    rule: komplett-anmalan
    branches: {ja: , nej: {to: Sparas}}
  - registrator: Finns datumet?
    rule: komplett-anmalan
    branches: {ja: , nej: {to: Sparas}}
  - registrator: Är avgiften betald?
    rule: komplett-anmalan
    branches: {ja: , nej: {to: Sparas}}
  - end: Klar
  - end: Sparas
""",
    good="""\
automate: registrator
flow:
  - start: Anmälan inkommer
    lane: foretagare
    system: ecos
  - registrator: Lägg upp ärendet
    why: Anmälan ska finnas i registret
    system: ecos
    judgement: none
    touch_time: 5 min
    human_takeover: inspektor
    skills: Livsmedelsregistret
    exceptions: {name: Fel kommun, kind: business, share: 2 %, action: Hänvisa vidare}
  - registrator: Är alla uppgifter med?
    rule: komplett-anmalan
    branches: {ja: , nej: {to: Sparas}}
  - end: Klar
  - end: Sparas
""",
    find=find,
)
