"""ESV060 automated-without-delegation: a machine decides, and it is not said where the board has let it."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.statutes import LOCAL_GOVERNMENT
from procmap.checks.words import whom
from procmap.graph.decisions import decisions
from procmap.graph.view import View
from procmap.model.knowledge import Unknown, known
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """What may not be delegated to a machine at all is asked about as such."""
    for at in decisions(view):
        delegation = at.decision.delegation
        if not at.by_machine or known(at.decision.appeal) in ("laglighetsprovning", "none"):
            continue
        if delegation is None or isinstance(delegation, Unknown):
            named = isinstance(delegation, Unknown) and delegation.ask is not None
            role = whom(view, at.process, at.ref.element or "", delegation) if named else None
            yield hit(at.ref.of("decision", "delegation"), decision=view.label(at.ref), role=role)


CHECK = Check(
    code="ESV060",
    name="automated-without-delegation",
    kind="blocker",
    packs=("e-service",),
    message=Text(
        sv="I {decision} avgör en robot eller ett system, och det står inte var nämnden har delegerat det.",
        en="In {decision} a robot or a system decides, and it does not say where the board has delegated that.",
    ),
    question=Text(
        sv="Har nämnden delegerat beslutet i {decision} till en automatiserad beslutsfunktion, och i vilken punkt i "
        "delegationsordningen?",
        en="Has the board delegated the decision in {decision} to an automated decision function, and in which "
        "item of the delegation scheme?",
    ),
    role=Text("nämndsekreteraren", "the board secretary"),
    rationale=Text(
        sv="Sedan den 1 juli 2022 får en nämnd delegera beslut till en automatiserad beslutsfunktion, men inte alla "
        "beslut. Vad som gäller för just det här avgör en jurist.",
        en="Since 1 July 2022 a board may delegate decisions to an automated decision function, but not all of "
        "them. What holds for this one is for a lawyer to say.",
    ),
    source=LOCAL_GOVERNMENT.at("6 kap. 37 §"),
    bad="""\
changes:
  - at: Besluta om registrering
    human_takeover: Inspektören, som också granskar stickprov
    decision: {automated: true, delegation: n/a}
""",
    good="""\
changes:
  - at: Besluta om registrering
    human_takeover: Inspektören, som också granskar stickprov
    decision: {automated: true, delegation: Delegationsordningen 7.4}
""",
    find=find,
)
