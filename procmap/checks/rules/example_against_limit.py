"""DAT051 example-against-limit: an example of a rule expects another answer than the rule's own limit gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from procmap.checks.check import Check, Hit, hit
from procmap.checks.rule_cases import all_rules, given, is_positive, plain, same_given, who_may_change
from procmap.checks.spans import Range, bounded, relation_before, said, scaled, within, without_relation
from procmap.checks.words import WHO_LEADS
from procmap.graph.labels import quoted
from procmap.graph.view import View
from procmap.model.knowledge import known
from procmap.model.rule import Case, Limit, Rule
from procmap.read.names import slug
from procmap.text import Text

_TURNED = r"(?<!\w)(?:inte|ej|aldrig|utan|avslag|avslås|avvisas|nekas|förutom|not|never|without|refused|denied)(?!\w)"
_ELSE = r"(?<!\w)(?:eller|om inte|utom|förutom|undantag\w*|dock|såvida|annars|or|unless|except|otherwise)(?!\w)"
_AND = r",|;|\.|(?<!\w)(?:och|and|samt)(?!\w)"
_OR = r",?\s*(?<!\w)(?:eller|or)(?!\w)"


class Threshold(NamedTuple):
    """A limit as the rule's words use it: what it leaves room for, and the words of it (*högst 500 m*).

    ``alone`` is whether the rule asks for nothing else there, so that to keep within it is enough.
    """

    limit: Limit
    range: Range
    words: str
    alone: bool


class Weighed(NamedTuple):
    """An example held against the one limit that it speaks of; ``others`` is what else is given."""

    number: int
    case: Case
    threshold: Threshold
    keeps: bool
    expects: bool
    others: frozenset[tuple[str, str]]


def find(view: View) -> Iterator[Hit]:
    for ref, rule in all_rules(view):
        weighed = _weighed(rule) if rule.limits and rule.cases else []
        for each in weighed:
            if each.keeps != each.expects and not _is_told(each, weighed) and _contradicts(rule, each, weighed):
                yield hit(
                    ref.of("cases", str(each.number)),
                    ref.of("limits", each.threshold.limit.name),
                    rule=view.label(ref),
                    given=given(each.case),
                    expect=quoted(str(each.case.expect)),
                    limit=quoted(each.threshold.words),
                    role=who_may_change(view, ref, rule),
                )


def _is_told(each: Weighed, weighed: list[Weighed]) -> bool:
    """Whether another example gives the same and expects the opposite, which a check of its own tells (DAT050)."""
    return any(same_given(other.case) == same_given(each.case) and other.expects != each.expects for other in weighed)


def _contradicts(rule: Rule, each: Weighed, weighed: list[Weighed]) -> bool:
    """Whether nothing else that is given, or that the rule says, can be the reason for the answer."""
    if any(
        other.threshold == each.threshold
        and other.keeps == each.keeps
        and other.expects == other.keeps
        and other.others == each.others
        for other in weighed
    ):
        return True
    if each.expects:
        return not each.others or (rule.note is None and not re.search(_ELSE, known(rule.says) or "", re.IGNORECASE))
    return not each.others and rule.note is None and each.threshold.alone


def _weighed(rule: Rule) -> list[Weighed]:
    thresholds = list(_thresholds(rule))
    found = []
    for number, case in enumerate(rule.cases, 1):
        expects = is_positive(known(case.expect) or "")
        weighed = _weigh(case, thresholds) if expects is not None else None
        if weighed is not None and expects is not None:
            threshold, keeps, others = weighed
            found.append(Weighed(number, case, threshold, keeps, expects, others))
    return found


def _weigh(case: Case, thresholds: list[Threshold]) -> tuple[Threshold, bool, frozenset[tuple[str, str]]] | None:
    """The limit that an example speaks of, whether it keeps within it, and what else is given; None where unsure."""
    pairs = [("", case.given)] if isinstance(case.given, str) else [(each.name, each.value) for each in case.given]
    amounts = [(pair, range) for pair in pairs if (range := _range(*pair)) is not None]
    scales = {threshold.range.scale for threshold in thresholds}
    amounts = [(pair, range) for pair, range in amounts if range.scale in scales]
    if len(amounts) != 1:
        return None
    measured, range = amounts[0]
    others = [pair for pair in pairs if pair != measured]
    meant = [threshold for threshold in thresholds if threshold.range.scale == range.scale]
    if len(meant) > 1:
        named = {slug(word) for pair in others for word in pair} | {slug(measured[0])}
        meant = [threshold for threshold in meant if slug(threshold.limit.name) in named]
    if len(meant) != 1 or (keeps := within(range, meant[0].range)) is None:
        return None
    name = slug(meant[0].limit.name)
    rest = ((plain(key), plain(value)) for key, value in others if name not in (slug(key), slug(value)))
    return meant[0], keeps, frozenset(rest)


def _range(name: str, value: str) -> Range | None:
    """The amount that a circumstance is; of a sentence only where hardly anything else stands in it."""
    found = said(value)
    if found is None or len(found.words.split()) > (0 if name else 2):
        return None
    return found.range


def _thresholds(rule: Rule) -> Iterator[Threshold]:
    """The limits that the rule's words put as *högst*, *minst*, *under* or *över*, where nothing turns them round."""
    says = " ".join((known(rule.says) or "").split())
    for part in re.split(_OR, says, flags=re.IGNORECASE):
        clauses = re.split(_AND, part, flags=re.IGNORECASE)
        alone = all("{" in clause for clause in clauses)
        for clause in clauses:
            for limit in rule.limits:
                before, found, _ = clause.partition(f"{{{limit.name}}}")
                relation = relation_before(before) if found else None
                value = known(limit.value)
                amount = scaled(value)
                if relation is None or amount is None or re.search(_TURNED, without_relation(before), re.IGNORECASE):
                    continue
                words = before[len(without_relation(before)) :].strip()
                yield Threshold(limit, bounded(relation, *amount), f"{words} {value}", alone)


CHECK = Check(
    code="DAT051",
    name="example-against-limit",
    kind="error",
    message=Text(
        sv="Ett exempel i regeln {rule} stämmer inte med gränsen {limit}: {given} ska ge {expect}.",
        en="An example of the rule {rule} does not agree with the limit {limit}: {given} is to give {expect}.",
    ),
    question=Text(
        sv="Vad gäller för {rule}: exemplet med {given}, gränsen {limit}, eller finns det ett undantag?",
        en="What holds for {rule}: the example with {given}, the limit {limit}, or is there an exception?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Den som bygger efter gränsen och provar med exemplet får fel, och vet inte vilket av dem som är rätt.",
        en="Whoever builds by the limit and tests by the example gets it wrong, and does not know which of them is "
        "right.",
    ),
    source="procmap, 2026-11-30",
    bad="""\
rules:
  komplett-anmalan:
    says: Anmälan kommer in minst {tid} före start
    limits: {tid: {value: 2 weeks, from: 2023-01-01}}
    source: LIVSFS 2022:8 2 §
    deterministic: true
    owner: Miljöchef
    cases:
      - {given: {tid före start: 3 weeks}, expect: ja}
      - {given: {tid före start: 1 week}, expect: ja}
""",
    good="""\
rules:
  komplett-anmalan:
    says: Anmälan kommer in minst {tid} före start
    limits: {tid: {value: 2 weeks, from: 2023-01-01}}
    source: LIVSFS 2022:8 2 §
    deterministic: true
    owner: Miljöchef
    cases:
      - {given: {tid före start: 3 weeks}, expect: ja}
      - {given: {tid före start: 1 week}, expect: nej}
""",
    find=find,
)
