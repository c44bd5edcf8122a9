"""FLW051 nothing-but-yes: a decision can be appealed against, and all cases end as if the answer were yes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.knowledge.happy_path_only import find as with_one_end_only
from procmap.checks.words import performer
from procmap.graph.adjacency import Scope
from procmap.graph.mentions import mentioned
from procmap.graph.view import View
from procmap.model.activity import Activity
from procmap.model.gateway import Gateway
from procmap.model.rule import Decision
from procmap.text import Text

_NO = re.compile(
    r"avslag|avslå|avslog|avvis|\bnek(a|ad|at|as|ande)|\binte (bevilj|godkän|bifall)|\bej (bevilj|godkän)|underkän"
    r"|\bogill|refus|reject|\bdeni(ed|al)|\bdeny|dismiss|turned down|not (approved|granted)"
    r"|\b(ett|blir|säger) nej\b|\b(a|is|says) no\b"
)
"""What is said of a decision that is not a yes, in small letters."""


def find(view: View) -> Iterator[Hit]:
    """Where ways part at the decision, or some end otherwise, one of them may be the no; a word of it will do too.

    Where nothing at all goes otherwise, that is asked about: see happy-path-only.
    """
    is_told = mentioned(view, _NO)
    asked = {one.refs[0].document for one in with_one_end_only(view)}
    for process in view.processes:
        outermost = view.scopes(process)[0]
        ends = [id for id in outermost.nodes if outermost.leaves(id) and id not in outermost.apart]
        if process.id in asked or len(ends) != 1 or view.pool(process) is not None:
            continue
        for ref, node in view.nodes(process):
            decision = view.value(node, "decision") if isinstance(node, Activity) else None
            if not isinstance(decision, Decision) or view.value(decision, "appeal") in (None, "none"):
                continue
            path = ref.element or ""
            if not _has_outcomes(view.scope(process, path), node.id) and not is_told(process):
                yield hit(ref, step=view.label(ref), role=performer(view, process, path), asked=False)


def _has_outcomes(scope: Scope, id: str) -> bool:
    """Whether ways part right after the decision."""
    after = [scope.nodes[next_one] for next_one in scope.after(id)]
    return any(isinstance(node, Gateway) and len(scope.outgoing.get(node.id, ())) > 1 for node in after)


CHECK = Check(
    code="FLW051",
    name="nothing-but-yes",
    kind="ask",
    packs=("rpa", "e-service", "journey"),
    message=Text(
        sv="Beslutet i {step} går att överklaga, men ingen väg är till för ett nej.",
        en="The decision in {step} can be appealed against, but no way is there for a no.",
    ),
    gathered=Text(
        sv="De här besluten går att överklaga, men ingen väg är till för ett nej: {steps}.",
        en="These decisions can be appealed against, but no way is there for a no: {steps}.",
    ),
    question=Text(
        sv="Vad händer när svaret blir nej i {step}, helt eller delvis, och vem berättar det?",
        en="What happens when the answer in {step} is no, wholly or in part, and who tells it?",
    ),
    gathered_question=Text(
        sv="Vad händer när svaret blir nej, helt eller delvis, och vem berättar det: {steps}?",
        en="What happens when the answer is no, wholly or in part, and who tells it: {steps}?",
    ),
    role=Text(sv="den som beslutar", en="whoever decides"),
    rationale=Text(
        sv="Det är den som har fått nej som överklagar. Just den vägen behöver brev, skäl och någon att fråga.",
        en="It is those who got a no who appeal. That very way needs letters, reasons and somebody to ask.",
    ),
    source="procmap, 2026-11-30",
    answers=("J49", "BPMN: no path for rejection or completion"),
    bad="""\
changes:
  - without: Är anmälan komplett?
""",
    good="""\
changes:
  - instead_of: Är anmälan komplett?
    flow:
      - inspektor: Går det att registrera?
        rule: komplett-anmalan
        branches:
          ja:
          nej:
            - end: Avslag
""",
    find=find,
)
