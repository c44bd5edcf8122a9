"""RPA012 rule-not-deterministic: a rule leaves the answer to whoever reads it, and a robot cannot read it so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.rule_cases import rules_meant, who_may_change
from procmap.checks.words import WHO_LEADS
from procmap.graph.labels import quoted
from procmap.graph.view import View
from procmap.model.knowledge import known
from procmap.model.rule import Rule
from procmap.text import Text

_VAGUE = (
    r"(?<!\w)(?:(?:o?skälig|rimlig|o?lämplig|o?tillräcklig|väsentlig|skönsmässig)(?:t|a|en)?"
    r"|särskilda skäl|synnerliga skäl|vid behov|normalt|vanligtvis|oftast|i regel"
    r"|om möjligt|i vissa fall|bedöm(?:s|er|ning\w*)"
    r"|reasonabl[ey]|special reasons|if needed|as needed|where necessary|as appropriate|appropriate|normally|usually"
    r"|sufficient(?:ly)?|adequate(?:ly)?|substantial(?:ly)?|at (?:its|their|our) discretion)(?!\w)"
)
_SETTLED = r"[^.;]{0,60}\{"
"""A limit right behind the word says what it means: *skälig kostnad, högst {tak}*."""


def find(view: View) -> Iterator[Hit]:
    """Where the team has said that two always answer alike, the word is settled among them."""
    for _, ref, rule in rules_meant(view):
        cause = _cause(rule)
        if cause is not None:
            name = "deterministic" if rule.deterministic is False else "says"
            yield hit(ref.of(name), rule=view.label(ref), cause=cause, role=who_may_change(view, ref, rule))


def _cause(rule: Rule) -> Text | None:
    if rule.deterministic is False:
        return _DIFFERENTLY
    says = known(rule.says)
    if rule.deterministic is True or not says:
        return None
    for found in re.finditer(_VAGUE, says, re.IGNORECASE):
        if not re.match(_SETTLED, says[found.end() :]):
            return _WORD.fill(word=quoted(found[0]))
    return None


_DIFFERENTLY = Text(sv="två handläggare kan svara olika", en="two case officers may answer differently")
_WORD = Text(sv="det står inte var gränsen går för {word}", en="it does not say where the limit of {word} is")

CHECK = Check(
    code="RPA012",
    name="rule-not-deterministic",
    kind="risk",
    packs=("rpa",),
    message=Text(
        sv="Regeln {rule} räcker inte för en robot: {cause}.", en="The rule {rule} is not enough for a robot: {cause}."
    ),
    question=Text(
        sv="Vilka ärenden skulle två handläggare avgöra olika med {rule}, och vad ser de på då?",
        en="Which cases would two case officers settle differently by {rule}, and what do they look at then?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="En robot väger inte. Det som kräver en bedömning lämnar den till en människa, eller så gör den fel i samma "
        "ärende varje gång.",
        en="A robot does not weigh. What needs a judgement it leaves to a human, or it does wrong in the same case "
        "every time.",
    ),
    source="Statskontoret, Effektiv ärendehandläggning i staten (2022)",
    bad="""\
automate: Registrera anmälan, Är anmälan komplett?
rules:
  komplett-anmalan:
    says: Namn och lokal finns, och beskrivningen av verksamheten är tillräcklig
    source: LIVSFS 2022:8 2 §
    owner: Miljöchef
    cases: [{given: alla fyra uppgifter, expect: ja}, {given: lokal saknas, expect: nej}]
""",
    good="""\
automate: Registrera anmälan, Är anmälan komplett?
rules:
  komplett-anmalan:
    says: Namn, lokal och art av verksamhet finns
    source: LIVSFS 2022:8 2 §
    owner: Miljöchef
    cases: [{given: alla fyra uppgifter, expect: ja}, {given: lokal saknas, expect: nej}]
""",
    find=find,
)
