"""RPA014 limit-without-validity: a rule has a limit, and nobody has said since when it holds or who may change it."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.rule_cases import rules_meant
from procmap.checks.words import WHO_LEADS
from procmap.graph.view import View
from procmap.model.knowledge import known
from procmap.model.rule import Limit
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """One finding for each document; what was asked and is unknown is asked about on its own."""
    for _, ref, rule in rules_meant(view):
        if rule.valid_from is None and rule.owner is None and any(_is_open(limit) for limit in rule.limits):
            yield hit(ref.of("limits"), step=view.label(ref), asked=False)


def _is_open(limit: Limit) -> bool:
    """Whether a limit is a number, and no day is given for it."""
    value = known(limit.value)
    return value is not None and not isinstance(value, str) and not (limit.valid_from or limit.valid_until)


CHECK = Check(
    code="RPA014",
    name="limit-without-validity",
    kind="risk",
    packs=("rpa",),
    message=Text(
        sv="Regeln {step} har en gräns, men det står varken från när den gäller eller vem som får ändra den.",
        en="The rule {step} has a limit, but it says neither since when it holds nor who may change it.",
    ),
    gathered=Text(
        sv="De här reglerna har gränser, men det står varken från när de gäller eller vem som får ändra dem: {steps}.",
        en="These rules have limits, but it says neither since when they hold nor who may change them: {steps}.",
    ),
    question=Text(
        sv="Hur får den som sköter roboten veta att gränsen i {step} har ändrats?",
        en="How does whoever looks after the robot get to know that the limit in {step} has changed?",
    ),
    gathered_question=Text(
        sv="Hur får den som sköter roboten veta att gränserna i de här reglerna har ändrats: {steps}?",
        en="How does whoever looks after the robot get to know that the limits in these rules have changed: {steps}?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Belopp och frister ändras, en del varje år. En människa läser brevet om det; en robot räknar vidare på det "
        "gamla.",
        en="Amounts and time limits change, some every year. A human reads the letter about it; a robot goes on "
        "counting with the old one.",
    ),
    source="Helsingborg, Så går en utredning till (riksnormen bestäms för ett år i taget), 2026-11-23",
    bad="""\
automate: Registrera anmälan, Är anmälan komplett?
rules:
  komplett-anmalan:
    says: Anmälan kommer in minst {tid} före start
    limits: {tid: 2 weeks}
    source: LIVSFS 2022:8 2 §
    cases: [{given: tre veckor före, expect: ja}, {given: dagen före, expect: nej}]
""",
    good="""\
automate: Registrera anmälan, Är anmälan komplett?
rules:
  komplett-anmalan:
    says: Anmälan kommer in minst {tid} före start
    limits: {tid: {value: 2 weeks, from: 2023-01-01}}
    source: LIVSFS 2022:8 2 §
    cases: [{given: tre veckor före, expect: ja}, {given: dagen före, expect: nej}]
""",
    find=find,
)
