"""RPA112 example-gives-no-answer: the examples of a rule expect what is no answer to its question."""

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
    """Not where an answer is for all else: what no other answer is for goes there."""
    for choice in choices(view):
        answers = choice.answers()
        if choice.rule is None or choice.has_else or len(answers) != len(choice.ways):
            continue
        ref, rule = choice.rule
        strange = {
            number: expected
            for number, case in enumerate(rule.cases, 1)
            if (expected := known(case.expect)) and answered_by(expected, answers) is None
        }
        if strange:
            yield hit(
                choice.ref,
                *(ref.of("cases", str(number)) for number in strange),
                step=view.label(choice.ref),
                rule=view.label(ref),
                expects=listing(quoted(each) for each in dict.fromkeys(strange.values())),
                answers=listing(quoted(each) for each in answers),
                role=performer(view, choice.process, choice.ref.element or ""),
            )


CHECK = Check(
    code="RPA112",
    name="example-gives-no-answer",
    kind="ask",
    packs=("rpa",),
    message=Text(
        sv="Exemplen i regeln {rule} ger {expects}, men svaren på {step} är {answers}.",
        en="The examples of the rule {rule} give {expects}, but the answers to {step} are {answers}.",
    ),
    question=Text(
        sv="Vilket svar på {step} blir det när {rule} ger {expects}?",
        en="Which answer to {step} is it when {rule} gives {expects}?",
    ),
    role=Text(sv="den som avgör {step}", en="whoever decides {step}"),
    rationale=Text(
        sv="Den som bygger måste veta vilken väg varje utfall tar. Ett utfall utan väg är ett svar som fattas, eller "
        "ett annat ord för ett som finns.",
        en="Whoever builds it must know which way each outcome takes. An outcome without a way is an answer that is "
        "missing, or another word for one that is there.",
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
      - {given: alla fyra uppgifter, expect: ja}
      - {given: lokal saknas, expect: nej}
      - {given: organisationsnummer söks, expect: avvakta}
""",
    good="""\
rules:
  komplett-anmalan:
    says: Namn, organisationsnummer, lokal och art av verksamhet finns
    source: LIVSFS 2022:8 2 §
    deterministic: true
    owner: Miljöchef
    cases:
      - {given: alla fyra uppgifter, expect: uppfyllt}
      - {given: lokal saknas, expect: inte uppfyllt}
""",
    find=find,
)
