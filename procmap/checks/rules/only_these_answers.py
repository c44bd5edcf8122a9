"""RPA116 only-these-answers: a machine chooses among answers, and none is for what nobody has thought of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from procmap.checks.answers import ranges
from procmap.checks.check import Check, Hit, hit
from procmap.checks.rule_cases import Choice, are_opposite, choices
from procmap.checks.words import WHO_LEADS
from procmap.graph.view import View
from procmap.model.activity import SubProcess
from procmap.model.knowledge import known
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """Not where the answers are yes and no, amounts or conditions, or the ends of the subprocess before."""
    for choice in choices(view):
        if choice.has_else or not _is_by_machine(view, choice):
            continue
        answers = choice.answers()
        if len(answers) < len(choice.ways) or (len(answers) == 2 and are_opposite(*answers)):
            continue
        if any(_REST.match(answer) for answer in answers):
            continue
        before = [choice.scope.nodes[id] for id in choice.scope.before(choice.gateway.id)]
        if any(isinstance(node, SubProcess) for node in before) or ranges(choice):
            continue
        if not any(known(way.condition) for way in choice.ways):
            yield hit(choice.ref, step=view.label(choice.ref), asked=False)


_REST = re.compile(
    r"(något |allt |någon |ingen |inget |inga )?(annat|annan|annars|övrigt|övriga|oklart?|osäkert?|av dem)\b"
    r"|vet (inte|ej)\b|går inte att avgöra"
    r"|(something |anything |all |none )?(other|otherwise|else|unclear|unsure|unknown|of these)\b",
    re.IGNORECASE,
)
"""What an answer for all else is called by those who do not write ``else``."""


def _is_by_machine(view: View, choice: Choice) -> bool:
    """Whether a robot or a system chooses, or a step that a robot is to do stands before it."""
    path = choice.ref.element or ""
    meant = view.automation(choice.process)
    if view.kind(choice.process, view.place(choice.process, path)) in ("robot", "system"):
        return meant.basis not in ("nothing", "not ours")
    return meant.is_stated and path in meant


CHECK = Check(
    code="RPA116",
    name="only-these-answers",
    kind="ask",
    packs=("rpa",),
    message=Text(
        sv="Vid {step} väljer en maskin, och inget svar är för allt annat.",
        en="At {step} a machine chooses, and no answer is for all else.",
    ),
    gathered=Text(
        sv="Vid de här frågorna väljer en maskin, och inget svar är för allt annat: {steps}.",
        en="At these questions a machine chooses, and no answer is for all else: {steps}.",
    ),
    question=Text(
        sv="Vad ska hända vid {step} när inget av svaren passar?",
        en="What is to happen at {step} when none of the answers fits?",
    ),
    gathered_question=Text(
        sv="Vad ska hända när inget av svaren passar: {steps}?",
        en="What is to happen when none of the answers fits: {steps}?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="En människa frågar en kollega. En maskin stannar, eller tar en väg som ingen har valt. I kartan heter "
        "svaret för allt annat else.",
        en="A human asks a colleague. A machine stops, or takes a way that nobody chose. In the map the answer for all "
        "else is called else.",
    ),
    source="BPMN 2.0.2 (2014), 13.4.2; DIGG, Utredningsansvaret, 2026-11-23",
    bad="""\
flow:
  - start: Anmälan inkommer
  - ecos: Vilken sorts verksamhet är det?
    rule: komplett-anmalan
    branches:
      kafé:
      butik:
        - end: Ärendet är avskrivet
  - end: Verksamheten är registrerad
lanes:
  foretagare: {name: Livsmedelsföretagare, kind: customer}
  registrator: Registrator
  ecos: {name: Ecos, kind: system}
rules:
  komplett-anmalan:
    says: Sorten står i anmälan
    source: LIVSFS 2022:8 2 §
    deterministic: true
    owner: Miljöchef
    cases: [{given: kaffe serveras, expect: kafé}, {given: mat säljs, expect: butik}]
""",
    good="""\
flow:
  - start: Anmälan inkommer
  - ecos: Vilken sorts verksamhet är det?
    rule: komplett-anmalan
    branches:
      kafé:
      else:
        - end: Ärendet är avskrivet
  - end: Verksamheten är registrerad
lanes:
  foretagare: {name: Livsmedelsföretagare, kind: customer}
  registrator: Registrator
  ecos: {name: Ecos, kind: system}
rules:
  komplett-anmalan:
    says: Sorten står i anmälan
    source: LIVSFS 2022:8 2 §
    deterministic: true
    owner: Miljöchef
    cases: [{given: kaffe serveras, expect: kafé}]
""",
    find=find,
)
