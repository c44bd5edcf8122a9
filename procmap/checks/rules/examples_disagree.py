"""DAT050 examples-disagree: two examples of a rule give the same, and expect different answers."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.rule_cases import all_rules, are_opposite, choices, given, plain, same_given, who_may_change
from procmap.checks.spans import amount
from procmap.checks.words import WHO_LEADS
from procmap.graph.labels import quoted
from procmap.graph.view import View
from procmap.model.knowledge import known
from procmap.model.rule import Case, Rule
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """Only what cannot be true together: yes and no, two amounts, or two answers of the question that it answers."""
    answers: dict[Ref, set[str]] | None = None
    for ref, rule in all_rules(view):
        seen: dict[object, tuple[int, str]] = {}
        for number, case in enumerate(rule.cases, 1):
            expected, key = known(case.expect), same_given(case)
            if not expected or not key:
                continue
            first = seen.setdefault(key, (number, expected))
            if plain(first[1]) == plain(expected):
                continue
            if answers is None:
                answers = _answers(view)
            if _cannot_both(first[1], expected, answers.get(ref, set())):
                yield _hit(view, ref, rule, case, number, first, expected)


def _hit(
    view: View, ref: Ref, rule: Rule, case: Case, number: int, first: tuple[int, str], expected: str
) -> Hit:
    return hit(
        ref.of("cases", str(number)),
        ref.of("cases", str(first[0])),
        rule=view.label(ref),
        given=given(case),
        first=quoted(first[1]),
        second=quoted(expected),
        role=who_may_change(view, ref, rule),
    )


def _cannot_both(one: str, other: str, answers: set[str]) -> bool:
    if are_opposite(one, other) or {plain(one), plain(other)} <= answers:
        return True
    first, second = amount(one), amount(other)
    return first is not None and second is not None and first[0] == second[0] and first[1] != second[1]


def _answers(view: View) -> dict[Ref, set[str]]:
    """The answers of the questions that each rule alone settles."""
    found: dict[Ref, set[str]] = {}
    for choice in choices(view):
        if choice.rule is not None:
            found.setdefault(choice.rule[0], set()).update(plain(answer) for answer in choice.answers())
    return found


CHECK = Check(
    code="DAT050",
    name="examples-disagree",
    kind="error",
    message=Text(
        sv="Två exempel i regeln {rule} säger emot varandra: {given} ger både {first} och {second}.",
        en="Two examples of the rule {rule} contradict each other: {given} gives both {first} and {second}.",
    ),
    question=Text(
        sv="Vilket svar ger {rule} när {given} gäller, eller vad mer är det som skiljer de två exemplen?",
        en="Which answer does {rule} give when {given} holds, or what else is it that parts the two examples?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Antingen är det ena fel, eller så avgör något som ingen har skrivit upp. Det är ofta det som är den "
        "riktiga regeln.",
        en="Either one of them is wrong, or something settles it that nobody has written down. That is often the real "
        "rule.",
    ),
    source="procmap, 2026-11-30",
    bad="""\
rules:
  komplett-anmalan:
    says: Namn, organisationsnummer, lokal och art av verksamhet finns
    source: LIVSFS 2022:8 2 §
    deterministic: true
    owner: Miljöchef
    cases:
      - {given: {lokal: saknas}, expect: nej}
      - {given: {lokal: saknas}, expect: ja}
""",
    good="""\
rules:
  komplett-anmalan:
    says: Namn, organisationsnummer, lokal och art av verksamhet finns
    source: LIVSFS 2022:8 2 §
    deterministic: true
    owner: Miljöchef
    cases:
      - {given: {lokal: saknas}, expect: nej}
      - {given: {lokal: saknas, verksamhet: mobil}, expect: ja}
""",
    find=find,
)
