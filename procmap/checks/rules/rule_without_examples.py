"""RPA015 rule-without-examples: nobody has said what a rule means for a case on one side of it and on the other."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.rule_cases import rules_meant
from procmap.checks.words import WHO_LEADS
from procmap.graph.view import View
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for _, ref, rule in rules_meant(view):
        if not rule.cases:
            yield hit(ref.of("cases"), step=view.label(ref), asked=False)


CHECK = Check(
    code="RPA015",
    name="rule-without-examples",
    kind="gap",
    packs=("rpa",),
    message=Text(sv="Regeln {step} har inga exempel.", en="The rule {step} has no examples."),
    gathered=Text(sv="De här reglerna har inga exempel: {steps}.", en="These rules have no examples: {steps}."),
    question=Text(
        sv="Vilket ärende klarar {step} nätt och jämnt, och vilket faller nätt och jämnt?",
        en="Which case just meets {step}, and which just fails it?",
    ),
    gathered_question=Text(
        sv="Vilket ärende klarar regeln nätt och jämnt, och vilket faller nätt och jämnt: {steps}?",
        en="Which case just meets the rule, and which just fails it: {steps}?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Exemplen är robotens prov. Utan dem märks det i skarp drift vad regeln inte sa.",
        en="The examples are the robot's test. Without them it shows in real cases what the rule did not say.",
    ),
    source="Blue Prism, Functional Requirements Questionnaire; procmap, 2026-11-23",
    bad="""\
automate: Registrera anmälan, Är anmälan komplett?
rules:
  komplett-anmalan:
    says: Namn, organisationsnummer, lokal och art av verksamhet finns
    source: LIVSFS 2022:8 2 §
    deterministic: true
    owner: Miljöchef
""",
    good="""\
automate: Registrera anmälan, Är anmälan komplett?
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
