"""KNO012 undocumented-rule: a rule that people follow, and nobody knows where it comes from."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS, is_habit
from procmap.graph.view import View
from procmap.model.catalogue import Catalogue
from procmap.model.knowledge import Unknown
from procmap.model.process import Process
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for document in view.documents:
        for rule in document.rules if isinstance(document, (Process, Catalogue)) else ():
            if isinstance(rule.source, Unknown) or is_habit(rule.source):
                ref = Ref(document.id, f"rules/{rule.id}")
                ask = rule.source.ask if isinstance(rule.source, Unknown) else None
                role = view.role(document, ask) if ask and isinstance(document, Process) else None
                cause = _NOBODY_KNEW if isinstance(rule.source, Unknown) else _HABIT
                yield hit(ref.of("source"), rule=view.label(ref), cause=cause, role=role)


_NOBODY_KNEW = Text(sv="ingen visste var den kommer ifrån", en="nobody knew where it comes from")
_HABIT = Text(sv="den är en vana", en="it is a habit")


CHECK = Check(
    code="KNO012",
    name="undocumented-rule",
    kind="gap",
    message=Text(
        sv="Regeln {rule} har ingen skriven källa: {cause}.", en="The rule {rule} has no written source: {cause}."
    ),
    question=Text(
        sv="Var står regeln {rule} skriven, och vem får ändra den?",
        en="Where is the rule {rule} written down, and who may change it?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="En regel utan källa går varken att förklara för den det gäller eller att ändra.",
        en="A rule without a source can neither be explained to those it concerns nor be changed.",
    ),
    source="procmap, 2026-11-23",
    covers=frozenset({"Rule.source"}),
    answers=("RPA-013",),
    bad="""\
rules:
  komplett-anmalan:
    says: Namn, organisationsnummer, lokal och art av verksamhet finns
    source: ??
""",
    good="""\
rules:
  komplett-anmalan:
    says: Namn, organisationsnummer, lokal och art av verksamhet finns
    source: LIVSFS 2022:8 2 §
""",
    find=find,
)
