"""KNO006 no-owner: nobody is named who may change the process, the rule or the system."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS, whom
from procmap.graph.view import View
from procmap.model.e_service import EService
from procmap.model.knowledge import Unknown
from procmap.model.process import Process
from procmap.model.resource import System
from procmap.model.rule import Rule
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """A process should have one from the first meeting on; of the rest only what was asked for and not found."""
    for document in view.documents:
        if isinstance(document, Process) and document.owner is None and view.pool(document) is None:
            ref = Ref(document.id)
            yield hit(ref.of("owner"), thing=view.label(ref))
        for value in view.open_values(document):
            if value.name != "owner" or not isinstance(value.value, Unknown):
                continue
            if isinstance(value.part, (Process, Rule, System, EService)):
                thing = _E_SERVICE if isinstance(value.part, EService) else view.label(value.ref.of(None))
                role = whom(view, document, "", value.value) if isinstance(document, Process) else None
                yield hit(value.ref, thing=thing, role=role)


_E_SERVICE = Text(sv="e-tjänsten", en="the e-service")

CHECK = Check(
    code="KNO006",
    name="no-owner",
    kind="gap",
    message=Text(sv="Ingen är utpekad som ägare av {thing}.", en="Nobody is named as the owner of {thing}."),
    question=Text(
        sv="Vilken roll får bestämma att {thing} ska ändras, och svarar för att det fungerar?",
        en="Which role may decide that {thing} is to change, and answers for it working?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Utan ägare finns ingen som kan säga ja till en ändring, och ingen som märker att den behövs.",
        en="Without an owner nobody can say yes to a change, and nobody notices that one is needed.",
    ),
    source="Örebro kommuns processledningsmodell, 2026-11-23",
    covers=frozenset({"Process.owner", "Rule.owner", "System.owner", "EService.owner"}),
    gives_way=True,
    bad="""\
owner: ??
""",
    good="""\
owner: Miljöchef
""",
    find=find,
)
