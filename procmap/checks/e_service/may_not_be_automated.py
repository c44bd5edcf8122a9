"""ESV061 may-not-be-automated: a machine makes a decision of a sort that may not be delegated to one."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.statutes import LOCAL_GOVERNMENT
from procmap.graph.decisions import decisions
from procmap.graph.view import View
from procmap.model.knowledge import known
from procmap.text import Text

_APPEALS = {
    "laglighetsprovning": Text("överklagas genom laglighetsprövning", "is appealed against for legality alone"),
    "none": Text("inte får överklagas", "may not be appealed against"),
}


def find(view: View) -> Iterator[Hit]:
    for at in decisions(view):
        how = _APPEALS.get(str(known(at.decision.appeal)))
        if how is not None and at.by_machine:
            yield hit(at.ref.of("decision", "appeal"), decision=view.label(at.ref), how=how)


CHECK = Check(
    code="ESV061",
    name="may-not-be-automated",
    kind="blocker",
    packs=("e-service",),
    message=Text(
        sv="I {decision} avgör en robot eller ett system, men beslutet är ett sådant som {how}.",
        en="In {decision} a robot or a system decides, but the decision is one that {how}.",
    ),
    question=Text(
        sv="Får beslutet i {decision} fattas av en robot eller ett system, när det är ett sådant som {how}?",
        en="May the decision in {decision} be made by a robot or a system, when it is one that {how}?",
    ),
    role=Text("kommunens jurist", "the municipality's lawyer"),
    rationale=Text(
        sv="Kommunallagen undantar några slags beslut från dem som får delegeras till en automatiserad "
        "beslutsfunktion: bland annat de som laglighetsprövas, de som inte får överklagas och upphandling. Om det här "
        "är ett av dem avgör en jurist.",
        en="The Swedish Local Government Act excepts some sorts of decisions from those that may be delegated to an "
        "automated decision function: among others those tried for legality, those that may not be appealed against "
        "and procurement. Whether this is one of them is for a lawyer to say.",
    ),
    source=LOCAL_GOVERNMENT.at("6 kap. 38 §"),
    bad="""\
changes:
  - at: Besluta om registrering
    human_takeover: Inspektören, som också granskar stickprov
    decision: {automated: true, delegation: Delegationsordningen 7.4, appeal: laglighetsprovning}
""",
    good="""\
changes:
  - at: Besluta om registrering
    human_takeover: Inspektören, som också granskar stickprov
    decision: {automated: true, delegation: Delegationsordningen 7.4, appeal: forvaltningsbesvar}
""",
    find=find,
)
