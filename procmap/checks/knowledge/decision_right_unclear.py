"""KNO026 decision-right-unclear: it is not known who may take a decision, or by which delegation."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.statutes import LOCAL_GOVERNMENT
from procmap.checks.words import asked_of, listing
from procmap.graph.decisions import is_by_board, is_by_machine
from procmap.graph.view import View
from procmap.model.activity import Activity
from procmap.model.knowledge import Disputed, NotApplicable, Unknown
from procmap.model.process import Process
from procmap.model.rule import Decision
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """A board decides in its own right. What a machine decides is asked about in its own way."""
    for process in view.processes:
        for ref, node in view.nodes(process):
            decision = view.value(node, "decision") if isinstance(node, Activity) else None
            path = ref.element or ""
            if not isinstance(decision, Decision) or is_by_machine(view, process, path, decision):
                continue
            if view.kind(process, view.place(process, path)) in ("customer", "external"):
                continue
            open_ones = [name for name in _OPEN if _is_open(view, process, decision, name)]
            unknown = [name for name in open_ones if isinstance(getattr(decision, name), Unknown)]
            if open_ones:
                missing, at = listing(_OPEN[name] for name in unknown or open_ones), view.label(ref)
                yield hit(
                    *(ref.of("decision", name) for name in unknown or open_ones),
                    at=at,
                    missing=missing,
                    step=_WITH.fill(decision=at, missing=missing),
                    role=_whom(view, process, decision, unknown),
                    asked=bool(unknown),
                )


def _is_open(view: View, process: Process, decision: Decision, name: str) -> bool:
    """Where nobody agrees on who decides, or nobody does, it is too early to ask by which delegation."""
    value = getattr(decision, name)
    if name == "delegation" and value is None and isinstance(decision.decided_by, (Disputed, NotApplicable)):
        return False
    if name == "delegation" and is_by_board(view, process, decision):
        return False
    return value is None or isinstance(value, Unknown)


def _whom(view: View, process: Process, decision: Decision, unknown: list[str]) -> Text | None:
    return asked_of(view, process, *(getattr(decision, name) for name in unknown))


_OPEN = {
    "decided_by": Text(sv="vem som får besluta", en="who may decide"),
    "delegation": Text(sv="vilken punkt i delegationsordningen som gäller", en="which item of the delegations holds"),
}
_WITH = Text(sv="{decision} ({missing})", en="{decision} ({missing})")

CHECK = Check(
    code="KNO026",
    name="decision-right-unclear",
    kind="blocker",
    packs=("e-service",),
    message=Text(sv="I {at} är det inte klart {missing}.", en="In {at} it is not clear {missing}."),
    gathered=Text(
        sv="För de här besluten står det inte vem som får fatta dem, eller med vilket stöd: {steps}.",
        en="For these decisions it does not say who may take them, or on what ground: {steps}.",
    ),
    question=Text(
        sv="Vem får fatta beslutet i {at}, och var i delegationsordningen står det?",
        en="Who may take the decision in {at}, and where does the delegation scheme say so?",
    ),
    gathered_question=Text(
        sv="Vem får fatta de här besluten, och var i delegationsordningen står det: {steps}?",
        en="Who may take these decisions, and where does the delegation scheme say so: {steps}?",
    ),
    role=Text(sv="nämndsekreteraren", en="the board secretary"),
    rationale=Text(
        sv="Ett beslut av någon som inte får fatta det gäller inte säkert. En e-tjänst gör det både vanligare och "
        "snabbare.",
        en="A decision by somebody who may not take it may not hold. An e-service makes it quicker and more common.",
    ),
    source=LOCAL_GOVERNMENT.at("6 kap. 37–38 §§ och 7 kap. 5–8 §§"),
    covers=frozenset({"Decision.decided_by", "Decision.delegation"}),
    bad="""\
changes:
  - at: Besluta om registrering
    decision:
      decided_by: ??
      delegation: n/a
      appeal: forvaltningsbesvar
      motivation: Skälen står i beslutet
      communicated: Brev
""",
    good="""\
changes:
  - at: Besluta om registrering
    decision:
      decided_by: inspektor
      delegation: Delegationsordningen 7.3
      appeal: forvaltningsbesvar
      motivation: Skälen står i beslutet
      communicated: Brev
""",
    find=find,
)
