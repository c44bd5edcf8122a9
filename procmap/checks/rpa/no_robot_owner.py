"""RPA080 no-robot-owner: nobody is named who keeps the robot running when it is built."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.robots import on_their_own
from procmap.checks.words import WHO_LEADS, whom
from procmap.graph.view import View
from procmap.model.knowledge import Unknown
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process, _ in on_their_own(view):
        if process.robot_owner is None or isinstance(process.robot_owner, Unknown):
            ref = Ref(process.id)
            role = whom(view, process, "", process.robot_owner)
            yield hit(ref.of("robot_owner"), process=view.label(ref), role=role)


CHECK = Check(
    code="RPA080",
    name="no-robot-owner",
    kind="blocker",
    packs=("rpa",),
    message=Text(
        sv="Ingen är utpekad att sköta en robot i {process} när den är i drift.",
        en="Nobody is named to look after a robot in {process} when it runs.",
    ),
    question=Text(
        sv="Vem märker att roboten i {process} står still, och vem ändrar den när en skärmbild eller en regel ändras?",
        en="Who notices that the robot in {process} stands still, and who changes it when a screen or a rule changes?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Det är tre saker att sköta: driften, koden och arbetet runt roboten. Rollen skrivs under `robot_owner`.",
        en="There are three things to look after: its running, its code and the work around it. The role is written "
        "under `robot_owner`.",
    ),
    source="SKL (nu SKR), rekommendationer om RPA, skl.se, 2018, läst 2026-11-23",
    bad="""\
robot_owner: ??
""",
    good="""\
robot_owner: Systemförvaltare
""",
    find=find,
)
