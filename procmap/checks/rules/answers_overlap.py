"""RPA114 answers-overlap: two answers to a question can be true of the same case, and lead to different places."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, islice

from procmap.checks.answers import implies, ranges, text_of
from procmap.checks.check import Check, Hit, hit
from procmap.checks.rule_cases import Choice, choices
from procmap.checks.spans import overlap
from procmap.checks.words import performer
from procmap.graph.labels import quoted
from procmap.graph.view import View
from procmap.model.flow import SequenceFlow
from procmap.text import Text

_MOST = 300
"""So many pairs of answers are looked at, at one question."""


def find(view: View) -> Iterator[Hit]:
    for choice in choices(view):
        ways = [way for way in choice.ways if way.id != choice.gateway.default]
        amounts = {each.way.id: each.said for each in ranges(choice)}
        for one, other in islice(combinations(ways, 2), _MOST):
            if one.target == other.target:
                continue
            first, second = amounts.get(one.id), amounts.get(other.id)
            if first is not None and second is not None:
                comparable = first.words == second.words and first.range.scale == second.range.scale
                both = comparable and overlap(first.range, second.range) is not None
            else:
                both = implies(text_of(one), text_of(other)) or implies(text_of(other), text_of(one))
            if both:
                yield _hit(view, choice, one, other)
                break


def _hit(view: View, choice: Choice, one: SequenceFlow, other: SequenceFlow) -> Hit:
    return hit(
        choice.ref,
        *(view.at(choice.process, choice.scope, way.id) for way in (one, other)),
        step=view.label(choice.ref),
        first=quoted(text_of(one)),
        second=quoted(text_of(other)),
        role=performer(view, choice.process, choice.ref.element or ""),
    )


CHECK = Check(
    code="RPA114",
    name="answers-overlap",
    kind="risk",
    packs=("rpa",),
    message=Text(
        sv="Två svar på {step} kan vara sanna samtidigt: {first} och {second}.",
        en="Two answers to {step} can be true at once: {first} and {second}.",
    ),
    question=Text(
        sv="Vilken väg tar ett ärende vid {step} när både {first} och {second} stämmer?",
        en="Which way does a case take at {step} when both {first} and {second} hold?",
    ),
    role=Text(sv="den som avgör {step}", en="whoever decides {step}"),
    rationale=Text(
        sv="Då avgör ordningen som svaren står i, och den syns inte för den som ändrar något längre fram.",
        en="Then the order that the answers stand in decides, and whoever changes something later does not see it.",
    ),
    source="Sundsvalls kommun, pw-parking-permit (20421ec): två villkor som båda kan gälla, 2026-11-23",
    bad="""\
flow:
  - start: Anmälan inkommer
  - registrator: Hur länge har verksamheten funnits?
    rule: komplett-anmalan
    branches:
      högst 5 år:
      minst 5 år:
        - end: Ärendet är avskrivet
  - end: Verksamheten är registrerad
rules:
  komplett-anmalan:
    says: Åldern står i anmälan
    source: LIVSFS 2022:8 2 §
    deterministic: true
    owner: Miljöchef
    cases: [{given: 3 år, expect: högst 5 år}, {given: 8 år, expect: minst 5 år}]
""",
    good="""\
flow:
  - start: Anmälan inkommer
  - registrator: Hur länge har verksamheten funnits?
    rule: komplett-anmalan
    branches:
      högst 5 år:
      över 5 år:
        - end: Ärendet är avskrivet
  - end: Verksamheten är registrerad
rules:
  komplett-anmalan:
    says: Åldern står i anmälan
    source: LIVSFS 2022:8 2 §
    deterministic: true
    owner: Miljöchef
    cases: [{given: 3 år, expect: högst 5 år}, {given: 8 år, expect: över 5 år}]
""",
    find=find,
)
