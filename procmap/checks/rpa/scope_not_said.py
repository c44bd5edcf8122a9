"""RPA008 scope-not-said: nobody has said what the robot is to do, so the questions are about the whole process."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS, whom
from procmap.graph.view import View
from procmap.model.activity import Activity
from procmap.model.knowledge import Unknown
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process in view.processes:
        has_steps = any(isinstance(node, Activity) for _, node in view.nodes(process))
        if has_steps and (view.automation(process).basis == "whole" or isinstance(process.automate, Unknown)):
            ref = Ref(process.id)
            role = whom(view, process, "", process.automate)
            yield hit(ref.of("automate"), process=view.label(ref), role=role)


CHECK = Check(
    code="RPA008",
    name="scope-not-said",
    kind="ask",
    packs=("rpa",),
    message=Text(
        sv="Det står inte vad i {process} en robot ska göra, så frågorna gäller allt.",
        en="It does not say what in {process} a robot is to do, so the questions are about all of it.",
    ),
    question=Text(
        sv="Vilka steg i {process} vill ni lämna till en robot, och vad ska bli bättre av det?",
        en="Which steps in {process} do you want to hand to a robot, and what is to become better by that?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="En robot gör sällan en hel process. Skriv stegen under `automate`, så gäller frågorna bara dem.",
        en="A robot seldom does a whole process. Write the steps under `automate`, and only those are asked about.",
    ),
    source="procmap, 2026-11-30",
    bad="""\
automate: ??
""",
    good="""\
automate: registrator
lanes:
  foretagare: {name: Livsmedelsföretagare, kind: customer}
  registrator: Registrator
flow:
  - start: Anmälan inkommer
    lane: foretagare
    system: ecos
  - registrator: Lägg upp ärendet
    why: Anmälan ska finnas i registret
    system: ecos
    judgement: none
    skills: Livsmedelsregistret
    human_takeover: registrator
    exceptions: {name: Fel kommun, kind: business, share: 2 %, action: Hänvisa vidare}
    touch_time: 5 min
""",
    find=find,
)
