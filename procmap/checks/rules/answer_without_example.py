"""RPA113 answer-without-example: a rule has examples, and none of them leads to one of the answers."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.rule_cases import answered_by, choices
from procmap.checks.words import listing, performer
from procmap.graph.labels import quoted
from procmap.graph.view import View
from procmap.model.knowledge import known
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """Only where every example leads to an answer: where words differ it cannot be told what is left over."""
    for choice in choices(view):
        answers = choice.answers()
        if choice.rule is None or len(answers) < len(choice.ways) - choice.has_else:
            continue
        ref, rule = choice.rule
        expected = [each for case in rule.cases if (each := known(case.expect))]
        reached = {answered_by(each, answers) for each in expected}
        left = [answer for answer in answers if answer not in reached]
        if expected and None not in reached and left:
            yield hit(
                ref.of("cases"),
                choice.ref,
                step=view.label(choice.ref),
                rule=view.label(ref),
                answers=listing(quoted(each) for each in left),
                role=performer(view, choice.process, choice.ref.element or ""),
            )


CHECK = Check(
    code="RPA113",
    name="answer-without-example",
    kind="gap",
    packs=("rpa",),
    message=Text(
        sv="Inget exempel i regeln {rule} leder till svaret {answers} på {step}.",
        en="No example of the rule {rule} leads to the answer {answers} to {step}.",
    ),
    question=Text(
        sv="Hur ser ett ärende ut som ger svaret {answers} på {step}, nätt och jämnt?",
        en="What does a case look like that just gives the answer {answers} to {step}?",
    ),
    role=Text(sv="den som avgör {step}", en="whoever decides {step}"),
    rationale=Text(
        sv="Exempel på det som går bra är lätta att komma på. Det är vid det andra svaret som roboten gör skada.",
        en="Examples of what goes well are easy to think of. It is at the other answer that the robot does harm.",
    ),
    source="procmap, 2026-11-30",
    bad="""\
rules:
  komplett-anmalan:
    says: Namn, organisationsnummer, lokal och art av verksamhet finns
    source: LIVSFS 2022:8 2 §
    deterministic: true
    owner: Miljöchef
    cases: [{given: alla fyra uppgifter, expect: ja}]
""",
    good="""\
rules:
  komplett-anmalan:
    says: Namn, organisationsnummer, lokal och art av verksamhet finns
    source: LIVSFS 2022:8 2 §
    deterministic: true
    owner: Miljöchef
    cases: [{given: alla fyra uppgifter, expect: ja}, {given: lokal saknas, expect: nej}]
""",
    find=find,
)
