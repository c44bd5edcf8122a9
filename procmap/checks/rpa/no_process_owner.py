"""RPA001 no-process-owner: nobody may say yes to a robot, since nobody owns the process."""

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
        if process.owner is None or isinstance(process.owner, Unknown):
            ref = Ref(process.id)
            yield hit(ref.of("owner"), process=view.label(ref), role=whom(view, process, "", process.owner))


CHECK = Check(
    code="RPA001",
    name="no-process-owner",
    kind="blocker",
    packs=("rpa",),
    message=Text(
        sv="Ingen är utpekad som ägare av {process}, så ingen kan säga ja till en robot.",
        en="Nobody is named as the owner of {process}, so nobody can say yes to a robot.",
    ),
    question=Text(
        sv="Vilken roll får bestämma hur arbetet i {process} ska gå till, och har ansvar för det som en robot gör?",
        en="Which role may decide how the work in {process} is done, and answers for what a robot does?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="En robot ändrar hur arbetet går till. Utan ägare finns ingen som kan besluta det, och ingen som märker när "
        "roboten gör fel saker rätt.",
        en="A robot changes how work is done. Without an owner nobody can decide that, and nobody notices when the "
        "robot does the wrong things right.",
    ),
    source="TechTarget, Top 10 causes of RPA failures; UiPath Automation Hub, read 2026-11-23",
    bad="""\
owner: ??
""",
    good="""\
owner: Miljöchef
""",
    find=find,
)
