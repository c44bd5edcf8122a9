"""RPA011 decision-without-rule: the way parts or something is decided, and nothing says by what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from procmap.checks.check import Check, Hit, hit
from procmap.checks.flow.answer_without_words import find as without_words
from procmap.checks.robots import choices, meant
from procmap.checks.words import whom
from procmap.graph.adjacency import Scope
from procmap.graph.automation import Automation
from procmap.graph.decisions import is_board, is_by_board
from procmap.graph.view import View
from procmap.model.activity import Activity
from procmap.model.flow import SequenceFlow
from procmap.model.gateway import Gateway
from procmap.model.knowledge import Unknown
from procmap.model.process import Process
from procmap.model.rule import Decision
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """A rule may stand at the question or at its answers; where judgement is said to be needed, that settles it.

    What elected members decide nobody gives to a robot, unless it is said to be meant. Where the ways have no words, it
    is asked what decides which one it will be, and that is the rule.
    """
    asked = {one.refs[0] for one in without_words(view)}
    for process, found in meant(view):
        for path, rule in _without_rule(view, process, found).items():
            ref = Ref(process.id, path)
            if ref in asked and rule is None:
                continue
            role = whom(view, process, path, rule)
            yield hit(ref.of("rule"), step=view.label(ref), role=role, asked=rule is not None)


def _without_rule(view: View, process: Process, found: Automation) -> dict[str, object]:
    """The paths of questions and decisions without a rule, with what is said of it: nothing, or that nobody knew."""
    without: dict[str, object] = {}
    for path, holder, flows in choices(view, process, found):
        if _is_open(holder) and not _answers_say(holder, flows) and not _is_for_board(view, process, found, path):
            without[path] = holder.rule
    for path, step in found.steps:
        if step.decision is None or not _is_open(step) or _is_for_board(view, process, found, path):
            continue
        if not _is_settled_before(view, process, path, without):
            without.setdefault(path, step.rule)
    return without


def _is_for_board(view: View, process: Process, found: Automation, path: str) -> bool:
    if found.is_stated:
        return False
    decision = view.value(node, "decision") if isinstance(node := view.node(process, path), Activity) else None
    if isinstance(decision, Decision) and view.value(decision, "decided_by"):
        return is_by_board(view, process, decision)
    lane = view.place(process, path)
    return lane is not None and is_board(view, process, lane)


def _is_settled_before(view: View, process: Process, path: str, without: Mapping[str, object]) -> bool:
    """Whether a question right before leaves nothing but to say the answer.

    It has a rule or a judgement of its own, or the same role is asked for that.
    """
    scope = view.scope(process, path)
    lane = view.place(process, path)

    def settles(id: str) -> bool:
        node = scope.nodes[id]
        if not isinstance(node, Gateway):
            return False
        asked = scope.prefix + id
        return _says(scope, node) or (asked in without and view.place(process, asked) == lane)

    before = list(islice(scope.before(path.rpartition("/")[2]), _FAR))
    return bool(before) and all(map(settles, before))


def _says(scope: Scope, gateway: Gateway) -> bool:
    return not _is_open(gateway) or _answers_say(gateway, scope.outgoing.get(gateway.id, ()))


_FAR = 50
"""So many ways in are looked at, and no more."""


def _is_open(holder: Activity | Gateway) -> bool:
    return isinstance(holder.rule, Unknown) or (holder.rule is None and holder.judgement is None)


def _answers_say(holder: Activity | Gateway, flows: tuple[SequenceFlow, ...]) -> bool:
    """Whether every answer but the one that is left over says when it holds."""
    others = [flow for flow in flows if flow.id != holder.default]
    return all(flow.condition is not None or flow.rule is not None for flow in others)


CHECK = Check(
    code="RPA011",
    name="decision-without-rule",
    kind="blocker",
    packs=("rpa",),
    message=Text(
        sv="Det står ingen regel för {step}, så en robot vet inte vad den ska svara.",
        en="There is no rule for {step}, so a robot does not know what to answer.",
    ),
    gathered=Text(
        sv="Det står ingen regel för de här besluten, så en robot vet inte vad den ska svara: {steps}.",
        en="There is no rule for these decisions, so a robot does not know what to answer: {steps}.",
    ),
    question=Text(
        sv="Vad går man efter vid {step}, och skulle två som gör det alltid svara likadant?",
        en="What does one go by at {step}, and would two people always answer the same?",
    ),
    gathered_question=Text(
        sv="Vad går man efter här, och skulle två som gör det alltid svara likadant: {steps}?",
        en="What does one go by here, and would two people always answer the same: {steps}?",
    ),
    role=Text(sv="den som avgör", en="whoever decides"),
    rationale=Text(
        sv="Det som sitter i huvudet på den som avgör kan inte byggas. En regel kan det, om två svarar lika.",
        en="What is in the head of whoever decides cannot be built. A rule can, if two people answer alike.",
    ),
    source="Fung, Slaby, Asatiani and Penttinen on what suits a robot, as listed at scirp.org, read 2026-11-23",
    answers=("BPMN: decision without rule",),
    bad="""\
changes:
  - at: Registrera anmälan
    judgement: n/a
    decision: {decided_by: registrator, delegation: "7.3", appeal: none, automated: false}
  - at: Är anmälan komplett?
    rule: komplett-anmalan
""",
    good="""\
changes:
  - at: Registrera anmälan
    rule: komplett-anmalan
""",
    find=find,
)
