"""RPA016 gateway-not-total: between the answers to a question lies an amount that none of them is for."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from procmap.checks.answers import ranges
from procmap.checks.check import Check, Hit, hit
from procmap.checks.rule_cases import choices
from procmap.checks.spans import Range, left_between
from procmap.checks.words import listing, performer
from procmap.graph.labels import quoted
from procmap.graph.view import View
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """Where all answers are ranges of one amount and none is for all else. Below the lowest there may be nothing."""
    for choice in choices(view):
        said = ranges(choice)
        if choice.has_else or len(said) != len(choice.ways) or not all(each.said.is_limit for each in said):
            continue
        if len({(each.said.range.scale, each.said.words) for each in said}) != 1:
            continue
        ordered = sorted((each.said.range for each in said), key=_start)
        if _leaves_out(ordered, min(each.said.step for each in said)):
            path = choice.ref.element or ""
            yield hit(
                choice.ref,
                *(view.at(choice.process, choice.scope, each.way.id) for each in said),
                step=view.label(choice.ref),
                answers=listing(quoted(each.text) for each in said),
                role=performer(view, choice.process, path),
            )


def _start(range: Range) -> tuple[bool, Decimal]:
    return range.low is not None, range.low or Decimal(0)


def _leaves_out(ordered: list[Range], step: Decimal) -> bool:
    """Whether a whole number lies between two ranges that follow on each other, and in neither."""
    reached = ordered[0]
    for _, following in pairwise(ordered):
        if left_between(reached, following, step) is not None:
            return True
        if reached.high is None or (
            following.high is not None and (following.high, following.high_in) < (reached.high, reached.high_in)
        ):
            continue
        reached = following
    return False


CHECK = Check(
    code="RPA016",
    name="gateway-not-total",
    kind="blocker",
    packs=("rpa",),
    message=Text(
        sv="Svaren på {step} lämnar något utanför: {answers}.",
        en="The answers to {step} leave something out: {answers}.",
    ),
    question=Text(
        sv="Vad händer vid {step} med det som inget av svaren är till för: {answers}?",
        en="What happens at {step} to what none of the answers is for: {answers}?",
    ),
    role=Text(sv="den som avgör {step}", en="whoever decides {step}"),
    rationale=Text(
        sv="En människa väljer det närmaste. En robot stannar, och ärendet blir liggande.",
        en="A human takes the nearest. A robot stops, and the case is left lying.",
    ),
    source="BPMN 2.0.2 (2014), 13.4.2: an exception is thrown where no condition holds and there is no default",
    bad="""\
flow:
  - start: Anmälan inkommer
  - registrator: Hur stor är avgiften?
    rule: komplett-anmalan
    branches:
      under 2000 kr:
      över 2000 kr:
        - end: Ärendet är avskrivet
  - end: Verksamheten är registrerad
rules:
  komplett-anmalan:
    says: Avgiften står i taxan
    source: Kommunens taxa
    deterministic: true
    owner: Miljöchef
    cases: [{given: 500 kr, expect: under 2000 kr}, {given: 5000 kr, expect: över 2000 kr}]
""",
    good="""\
flow:
  - start: Anmälan inkommer
  - registrator: Hur stor är avgiften?
    rule: komplett-anmalan
    branches:
      högst 2000 kr:
      över 2000 kr:
        - end: Ärendet är avskrivet
  - end: Verksamheten är registrerad
rules:
  komplett-anmalan:
    says: Avgiften står i taxan
    source: Kommunens taxa
    deterministic: true
    owner: Miljöchef
    cases: [{given: 500 kr, expect: högst 2000 kr}, {given: 5000 kr, expect: över 2000 kr}]
""",
    find=find,
)
