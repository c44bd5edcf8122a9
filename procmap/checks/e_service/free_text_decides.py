"""ESV035 free-text-decides: one may write as one likes, and a machine or a rule is to settle by it."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS, answers_for
from procmap.graph.asked_data import asked_data
from procmap.graph.data_use import Touch
from procmap.graph.e_services import e_services
from procmap.graph.view import View
from procmap.model.activity import Activity
from procmap.model.rule import Decision
from procmap.text import Text

_IN = Text("{data} (i {at})", "{data} (in {at})")


def find(view: View) -> Iterator[Hit]:
    """A person who judges may read whatever is written; so only steps that a machine does, or a rule settles."""
    free = {
        field.ref: at
        for at in e_services(view)
        for field in asked_data(view, at)
        if view.value(field.data, "structure") == "free_text"
    }
    for use in view.data_uses if free else ():
        at = free.get(use.ref)
        deciders = [touch for touch in use.reads if _settles_by_rule(view, touch)]
        if at is not None and deciders:
            data, where = view.label(use.ref), view.label(deciders[0].ref)
            yield hit(
                use.ref.of("structure"),
                *(touch.ref for touch in deciders),
                data=data,
                at=where,
                step=_IN.fill(data=data, at=where),
                role=answers_for(view, at),
                asked=False,
            )


def _settles_by_rule(view: View, touch: Touch) -> bool:
    if not isinstance(touch.node, Activity):
        return False
    decision = view.value(touch.node, "decision")
    automated = isinstance(decision, Decision) and decision.automated is True
    kind = view.kind(touch.process, view.place(touch.process, touch.ref.element or ""))
    settles = automated or isinstance(decision, Decision) or bool(view.value(touch.node, "rule"))
    return settles and (automated or kind in ("system", "robot") or _is_by_rule(view, touch.node))


def _is_by_rule(view: View, node: Activity) -> bool:
    return view.value(node, "judgement") in ("rule", "rule_with_threshold")


CHECK = Check(
    code="ESV035",
    name="free-text-decides",
    kind="risk",
    packs=("e-service",),
    message=Text(
        sv="I {at} ska en regel avgöra efter det som man skriver fritt i {data}.",
        en="In {at} a rule is to settle by what one writes freely in {data}.",
    ),
    gathered=Text(
        sv="Här ska regler avgöra efter det som man skriver fritt: {steps}.",
        en="Here rules are to settle by what one writes freely: {steps}.",
    ),
    question=Text(
        sv="Vilka svar i {data} avgör i {at}, och går det att välja bland dem i stället för att skriva fritt?",
        en="Which answers in {data} settle it in {at}, and could one choose among them instead of writing freely?",
    ),
    gathered_question=Text(
        sv="Vilka svar avgör, och går det att välja bland dem i stället för att skriva fritt: {steps}?",
        en="Which answers settle it, and could one choose among them instead of writing freely: {steps}?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="En regel kan inte läsa mellan raderna. Fri text behöver någon som läser.",
        en="A rule cannot read between the lines. Free text needs somebody who reads.",
    ),
    source="procmap, 2026-11-30",
    bad="""\
data:
  anmalan: {name: Anmälan, type: text, structure: free_text, personal_data: personal, retention: Bevaras}
changes:
  - at: Registrera anmälan
    judgement: rule
    rule: komplett-anmalan
""",
    good="""\
data:
  anmalan: {name: Anmälan, type: text, structure: structured, personal_data: personal, retention: Bevaras}
changes:
  - at: Registrera anmälan
    judgement: rule
    rule: komplett-anmalan
""",
    find=find,
)
