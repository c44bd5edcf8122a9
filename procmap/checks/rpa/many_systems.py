"""RPA031 many-systems: the work goes through many systems, and the robot with it."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.robots import meant, systems_used
from procmap.checks.words import WHO_LEADS, listing
from procmap.graph.view import View
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process, found in meant(view):
        used = systems_used(view, process, found)
        if len(used) > view.thresholds["many-systems"]:
            ref = Ref(process.id)
            yield hit(
                ref,
                *used,
                process=view.label(ref),
                count=len(used),
                names=listing(view.label(each) for each in used),
            )


CHECK = Check(
    code="RPA031",
    name="many-systems",
    kind="risk",
    packs=("rpa",),
    message=Text(
        sv="Arbetet i {process} går genom {count} system: {names}.",
        en="The work in {process} goes through {count} systems: {names}.",
    ),
    question=Text(
        sv="Vilka av systemen i {process} behöver verkligen öppnas, och vilka uppgifter finns på fler ställen?",
        en="Which of the systems in {process} really need to be opened, and which data is in several places?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Varje system är en inloggning, en skärm som kan ändras och någon att ringa när det står still.",
        en="Each system is a logon, a screen that may change and somebody to call when it stands still.",
    ),
    source="Forrester's rule of five for RPA (five applications), as told by Synerzip, read 2026-11-23",
    thresholds={"many-systems": 5},
    bad="""\
automate: robot
lanes:
  foretagare: {name: Livsmedelsföretagare, kind: customer}
  registrator: Registrator
  robot: {name: Robot, kind: robot}
systems:
  ecos: {name: Ecos, access: api, owner: Förvaltare, test_environment: true}
  karta: {name: Kartan, access: api, owner: Förvaltare, test_environment: true}
  diarie: {name: Diariet, access: api, owner: Förvaltare, test_environment: true}
  ekonomi: {name: Ekonomi, access: api, owner: Förvaltare, test_environment: true}
  kund: {name: Kundregistret, access: api, owner: Förvaltare, test_environment: true}
  arkiv: {name: Arkivet, access: api, owner: Förvaltare, test_environment: true}
flow:
  - start: Anmälan inkommer
    lane: foretagare
    system: ecos
  - subprocess: Registrera
    lane: robot
    why: Anmälan ska synas överallt
    human_takeover: registrator
    touch_time: 1 min
    unless: {error: Systemet svarar inte, flow: [{end: Avbrutet}]}
    flow:
      - task: Lägg upp ärendet
        system: ecos
      - task: Slå upp lokalen
        system: karta
      - task: Ge ett diarienummer
        system: diarie
      - task: Skapa fakturan
        system: ekonomi
      - task: Uppdatera kunden
        system: kund
      - task: Spara en kopia
        system: arkiv
""",
    good="""\
automate: robot
lanes:
  foretagare: {name: Livsmedelsföretagare, kind: customer}
  registrator: Registrator
  robot: {name: Robot, kind: robot}
systems:
  ecos: {name: Ecos, access: api, owner: Förvaltare, test_environment: true}
  karta: {name: Kartan, access: api, owner: Förvaltare, test_environment: true}
  diarie: {name: Diariet, access: api, owner: Förvaltare, test_environment: true}
  ekonomi: {name: Ekonomi, access: api, owner: Förvaltare, test_environment: true}
  kund: {name: Kundregistret, access: api, owner: Förvaltare, test_environment: true}
  arkiv: {name: Arkivet, access: api, owner: Förvaltare, test_environment: true}
flow:
  - start: Anmälan inkommer
    lane: foretagare
    system: ecos
  - subprocess: Registrera
    lane: robot
    why: Anmälan ska synas överallt
    human_takeover: registrator
    touch_time: 1 min
    unless: {error: Systemet svarar inte, flow: [{end: Avbrutet}]}
    flow:
      - task: Lägg upp ärendet
        system: ecos
      - task: Slå upp lokalen
        system: karta
      - task: Ge ett diarienummer
        system: diarie
""",
    find=find,
)
