"""KNO033 nobody-knows: any question that was asked and not answered, where no other check asks it better."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import WHO_MAPS
from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS, attribute, thing, whom
from procmap.graph.labels import literal
from procmap.graph.view import View
from procmap.model.element import Element
from procmap.model.journey import Journey
from procmap.model.knowledge import Unknown
from procmap.model.part import Part
from procmap.model.process import Process
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for document in view.documents:
        for ref, owner, part, name, value in view.open_values(document):
            if not isinstance(value, Unknown) or _is_covered(view, part, name):
                continue
            role = None
            if isinstance(document, Process):
                role = whom(view, document, ref.element or "" if isinstance(owner, Element) else "", value)
            elif value.ask:
                role = literal(value.ask)
            elif isinstance(document, Journey):
                role = WHO_MAPS
            yield hit(ref, thing=thing(view, ref, part), attribute=attribute(part, name), role=role)


def _is_covered(view: View, part: Part, name: str) -> bool:
    return any(f"{kind.__name__}.{name}" in view.covered for kind in type(part).__mro__)


CHECK = Check(
    code="KNO033",
    name="nobody-knows",
    kind="gap",
    message=Text(
        sv="För {thing} visste ingen {attribute}.",
        en="For {thing} nobody knew {attribute}.",
    ),
    question=Text(
        sv="Vem kan ta reda på {attribute}, när det gäller {thing}?",
        en="Who can find out {attribute}, as for {thing}?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Frågan är ställd och ingen visste. Då är nästa fråga vem som kan ta reda på det.",
        en="The question was asked and nobody knew. Then the next one is who can find out.",
    ),
    source="procmap, 2026-11-23",
    gives_way=True,
    bad="""\
lead_time: ??
""",
    good="""\
lead_time: 3-14 d
""",
    find=find,
)
