"""RPA010 judgement-step: a step that a robot is to do needs judgement, or nobody knew whether it does."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.robots import meant
from procmap.checks.words import whom
from procmap.graph.view import View
from procmap.model.activity import Activity
from procmap.model.gateway import Gateway
from procmap.model.knowledge import Unknown
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process, found in meant(view):
        for path, node in found.nodes.items():
            judgement = node.judgement if isinstance(node, (Activity, Gateway)) else None
            cause = _UNKNOWN if isinstance(judgement, Unknown) else _CAUSES.get(str(judgement))
            if cause is not None:
                ref = Ref(process.id, path)
                role = whom(view, process, path, judgement)
                yield hit(ref.of("judgement"), step=view.label(ref), cause=cause, role=role)


_UNKNOWN = Text(sv="ingen visste om det krävs en bedömning", en="nobody knew whether it needs judgement")
_CAUSES = {
    "discretionary": Text(sv="det krävs en bedömning", en="it needs judgement"),
    "professional": Text(sv="det krävs en yrkesmässig bedömning", en="it needs professional judgement"),
}

CHECK = Check(
    code="RPA010",
    name="judgement-step",
    kind="blocker",
    packs=("rpa",),
    message=Text(
        sv="{step} går inte att lämna till en robot som det är: {cause}.",
        en="{step} cannot be handed to a robot as it is: {cause}.",
    ),
    question=Text(
        sv="Vad i {step} går att avgöra med en regel, och vad behöver en människa fortfarande avgöra?",
        en="What in {step} can be settled by a rule, and what does a person still need to settle?",
    ),
    role=Text(sv="den som gör {step}", en="whoever does {step}"),
    rationale=Text(
        sv="En robot följer regler. Det som kräver en bedömning kan den förbereda, men inte göra.",
        en="A robot follows rules. What needs judgement it can prepare, but not do.",
    ),
    source="Statskontoret, Effektiv ärendehandläggning i staten, 2022, läst 2026-11-30",
    bad="""\
changes:
  - at: Registrera anmälan
    judgement: professional
""",
    good="""\
changes:
  - at: Registrera anmälan
    judgement: none
""",
    find=find,
)
