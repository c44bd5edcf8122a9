"""RPA074 refusal-automated: a decision without a person may become a refusal, and nobody is said to see it first."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.robots import decided_by_machine, is_open
from procmap.checks.words import WHO_LEADS, asked_of
from procmap.graph.view import View
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """By the words of the step, of what it stands in, or of its answers."""
    for process in view.processes:
        for decided in decided_by_machine(view, process):
            if decided.may_refuse and is_open(decided.step.human_takeover):
                ref = Ref(process.id, decided.path)
                role = asked_of(view, process, decided.step.human_takeover)
                yield hit(ref.of("human_takeover"), step=view.label(ref), role=role)


CHECK = Check(
    code="RPA074",
    name="refusal-automated",
    kind="blocker",
    packs=("rpa",),
    message=Text(
        sv="{step} kan bli ett nej utan att en människa har sett ärendet.",
        en="{step} may become a no without a person having seen the case.",
    ),
    question=Text(
        sv="Ska {step} få bli ett nej utan att någon har läst ärendet, eller vem ska se det först?",
        en="May {step} become a no without anybody having read the case, or who is to see it first?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Flera kommuner låter roboten bara säga ja, och lämnar resten till en handläggare. Den som får nej ska ha "
        "fått säga sitt, och få skäl som går att förstå.",
        en="Several municipalities let the robot say yes only, and leave the rest to a case officer. Those who are "
        "told no are to have been heard, and to be given reasons that can be understood.",
    ),
    source="Kvalitetsmässan 2017 och Trelleborgs webbsida om ekonomiskt bistånd, lästa 2026-11-23; Digg, Automatisera "
    "handläggning och beslut, läst 2026-11-30",
    bad="""\
changes:
  - at: Besluta om registrering
    name: Besluta om avslag
    automation: planned
    rule: komplett-anmalan
    skills: Livsmedelslagen
""",
    good="""\
changes:
  - at: Besluta om registrering
    name: Besluta om avslag
    automation: planned
    rule: komplett-anmalan
    skills: Livsmedelslagen
    human_takeover: Inspektören läser ärendet före varje avslag
""",
    find=find,
)
