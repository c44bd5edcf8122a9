"""BPM112 message-without-words: a message goes from one participant to another, and nothing says what it is."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import message_ends
from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS
from procmap.graph.view import View
from procmap.model.knowledge import known
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """Where it begins or ends at an element, the name of that says what it is; in a choreography its steps do."""
    for collaboration, flow, *ends in message_ends(view):
        if known(flow.name) or not view.is_bpmn(collaboration.id) or any(end.ref for end in ends):
            continue
        if not any(pool.process for pool in collaboration.pools):
            continue
        at = Ref(collaboration.id, f"message_flows/{flow.id}")
        pools = {pool.id for pool in collaboration.pools}
        called = {message.id for message in collaboration.messages if known(message.name)}
        if flow.message not in called and pools.issuperset(end.pool for end in ends):
            source, target = (view.label(Ref(collaboration.id, f"pools/{end.pool}")) for end in ends)
            yield hit(at, source=source, target=target)


CHECK = Check(
    code="BPM112",
    name="message-without-words",
    kind="ask",
    message=Text(
        sv="Det står inte vad {source} skickar till {target}.",
        en="It does not say what {source} sends to {target}.",
    ),
    question=Text(
        sv="Vad är det som {source} skickar till {target}, och hur?",
        en="What is it that {source} sends to {target}, and how?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="En pil utan namn mellan två deltagare säger bara att de har med varandra att göra.",
        en="A nameless arrow between two participants says only that they have to do with each other.",
    ),
    source="procmap, 2026-11-30",
    bad="""\
<collaboration id="c" name="Anmälan">
  <participant id="kommun" name="Kommunen" processRef="livsmedel"/>
  <participant id="foretag" name="Företagaren"/>
  <messageFlow id="m1" sourceRef="foretag" targetRef="kommun"/>
</collaboration>
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    good="""\
<collaboration id="c" name="Anmälan">
  <participant id="kommun" name="Kommunen" processRef="livsmedel"/>
  <participant id="foretag" name="Företagaren"/>
  <messageFlow id="m1" name="Anmälan" sourceRef="foretag" targetRef="kommun"/>
</collaboration>
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    find=find,
)
