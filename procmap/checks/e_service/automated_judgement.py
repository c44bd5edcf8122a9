"""ESV062 automated-judgement: a machine makes a decision that needs judgement."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS
from procmap.graph.decisions import decisions
from procmap.graph.view import View
from procmap.model.knowledge import known
from procmap.text import Text

_JUDGEMENT = frozenset({"discretionary", "professional"})


def find(view: View) -> Iterator[Hit]:
    for at in decisions(view):
        if known(at.activity.judgement) in _JUDGEMENT and at.by_machine:
            yield hit(at.ref.of("judgement"), decision=view.label(at.ref))


CHECK = Check(
    code="ESV062",
    name="automated-judgement",
    kind="blocker",
    packs=("e-service",),
    message=Text(
        sv="I {decision} avgör en robot eller ett system, men det krävs en bedömning.",
        en="In {decision} a robot or a system decides, but judgement is needed.",
    ),
    question=Text(
        sv="Vilka ärenden i {decision} kan avgöras med bara regler, och vilka behöver någon titta på?",
        en="Which cases in {decision} can be decided by rules alone, and which does somebody need to look at?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Ett system kan följa regler, men inte väga skäl mot varandra. Ofta går det att dela upp ärendena.",
        en="A system can follow rules, but not weigh reasons against each other. Often the cases can be divided.",
    ),
    source="Statskontoret, Effektiv ärendehandläggning i staten, 2022",
    bad="""\
changes:
  - at: Besluta om registrering
    judgement: professional
    human_takeover: Inspektören, som också granskar stickprov
    decision: {automated: true, delegation: Delegationsordningen 7.4}
""",
    good="""\
changes:
  - at: Besluta om registrering
    judgement: rule
    human_takeover: Inspektören, som också granskar stickprov
    decision: {automated: true, delegation: Delegationsordningen 7.4}
""",
    find=find,
)
