"""RPA115 limit-has-ended: the last day that a limit holds has passed, by the map itself."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.rule_cases import all_rules, who_may_change
from procmap.checks.words import WHO_LEADS
from procmap.graph.labels import literal, quoted
from procmap.graph.view import View
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """A limit that holds until a year or a month holds all of it; without today's date nothing is known to be past."""
    if view.today is None:
        return
    for ref, rule in all_rules(view):
        for limit in rule.limits:
            until = limit.valid_until
            if until and until < view.today.isoformat()[: len(until)]:
                yield hit(
                    ref.of("limits", limit.name),
                    rule=view.label(ref),
                    limit=quoted(limit.name),
                    until=literal(until),
                    role=who_may_change(view, ref, rule),
                )


CHECK = Check(
    code="RPA115",
    name="limit-has-ended",
    kind="risk",
    packs=("rpa", "e-service"),
    message=Text(
        sv="Gränsen {limit} i regeln {rule} gällde till {until}.",
        en="The limit {limit} of the rule {rule} held until {until}.",
    ),
    question=Text(
        sv="Hur stor är gränsen {limit} i {rule} nu, och till när?",
        en="What is the limit {limit} of {rule} now, and until when?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Det som byggs efter förra årets belopp räknar fel i varje ärende.",
        en="What is built by last year's amount counts wrong in every case.",
    ),
    source="Helsingborg, Så går en utredning till (riksnormen bestäms för ett år i taget), 2026-11-23",
    bad="""\
rules:
  komplett-anmalan:
    says: Anmälan kommer in minst {tid} före start
    limits: {tid: {value: 2 weeks, from: 2025-01-01, until: 2025-12-31}}
    source: LIVSFS 2022:8 2 §
    deterministic: true
    owner: Miljöchef
    cases: [{given: tre veckor före, expect: ja}, {given: dagen före, expect: nej}]
""",
    good="""\
rules:
  komplett-anmalan:
    says: Anmälan kommer in minst {tid} före start
    limits: {tid: {value: 2 weeks, from: 2026-01-01, until: 2026-12-31}}
    source: LIVSFS 2022:8 2 §
    deterministic: true
    owner: Miljöchef
    cases: [{given: tre veckor före, expect: ja}, {given: dagen före, expect: nej}]
""",
    find=find,
)
