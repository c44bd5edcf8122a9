"""BPM076 pool-without-messages: a participant whose work is not shown, and who sends and receives nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from procmap.checks.bpmn import message_ends
from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS
from procmap.graph.view import View
from procmap.model.activity import CallActivity
from procmap.model.collaboration import Collaboration
from procmap.model.knowledge import known
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """Not in a choreography, whose messages stand at its steps: there nobody's work is shown.

    Of participants whose work is shown, only where there are several, and all their arrows and messages are attached.
    """
    called = {known(call.calls) for *_, call in view.elements(CallActivity)} - {None}
    met = {(each.id, end.pool) for each, _, *ends in message_ends(view) for end in ends}
    for collaboration in view.map.collaborations:
        if not view.is_bpmn(collaboration.id) or not any(pool.process for pool in collaboration.pools):
            continue
        shown = set(_shown(view, collaboration, called))
        for pool in collaboration.pools:
            if (pool.process is None or pool.process in shown) and (collaboration.id, pool.id) not in met:
                ref = Ref(collaboration.id, f"pools/{pool.id}")
                yield hit(ref, step=view.label(ref), asked=False)


def _shown(view: View, collaboration: Collaboration, called: Collection[object]) -> Iterator[str]:
    """The processes whose work is shown beside that of others, none of which is called, and whose arrows hold."""
    there = {known(pool.process) for pool in collaboration.pools}
    pools = {pool.id for pool in collaboration.pools}
    beside = [process for process in view.processes if process.id in there and process.nodes]
    ends = (end for flow in collaboration.message_flows for end in (flow.source, flow.target))
    if len(beside) < 2 or any(process.id in called for process in beside):
        return
    if all(end.partition("/")[0] in pools for end in ends):
        for process in beside:
            if not any(scope.torn for scope in view.scopes(process)):
                yield process.id


CHECK = Check(
    code="BPM076",
    name="pool-without-messages",
    kind="ask",
    message=Text(
        sv="{step} är med som deltagare, men skickar inget och tar inte emot något.",
        en="{step} takes part, but sends nothing and receives nothing.",
    ),
    gathered=Text(
        sv="De här är med som deltagare, men skickar inget och tar inte emot något: {steps}.",
        en="These take part, but send nothing and receive nothing: {steps}.",
    ),
    question=Text(
        sv="Vad får {step} veta, och vad skickar {step}?",
        en="What does {step} get to know, and what does {step} send?",
    ),
    gathered_question=Text(
        sv="Vad får var och en av dem veta, och vad skickar de: {steps}?",
        en="What does each of them get to know, and what do they send: {steps}?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="En deltagare som ingen talar med hör inte till samarbetet, eller så saknas ett meddelande.",
        en="A participant nobody speaks with does not belong, or a message is missing.",
    ),
    source="procmap, 2026-11-23",
    bad="""\
<collaboration id="samverkan">
  <participant id="kommun" name="Kommunen" processRef="livsmedel"/>
  <participant id="foretagare" name="Företagaren"/>
</collaboration>
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="skicka"/>
  <sendTask id="skicka" name="Skicka besked"/>
  <sequenceFlow id="f2" sourceRef="skicka" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    good="""\
<collaboration id="samverkan">
  <participant id="kommun" name="Kommunen" processRef="livsmedel"/>
  <participant id="foretagare" name="Företagaren"/>
  <messageFlow id="m1" name="Besked" sourceRef="skicka" targetRef="foretagare"/>
</collaboration>
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="skicka"/>
  <sendTask id="skicka" name="Skicka besked"/>
  <sequenceFlow id="f2" sourceRef="skicka" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    find=find,
)
