"""BPM043 event-gateway-with-one-way: a race of events with fewer than two to wait for."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import WHO_DRAWS
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.gateway import Gateway
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for _, scope, ref, gateway in view.elements(Gateway):
        if gateway.kind == "event_based" and len(scope.outgoing.get(gateway.id, ())) < 2:
            yield hit(ref, gateway=view.label(ref))


CHECK = Check(
    code="BPM043",
    name="event-gateway-with-one-way",
    kind="error",
    message=Text(
        sv="{gateway} väntar på det som händer först, men har färre än två vägar ut.",
        en="{gateway} waits for what happens first, but has fewer than two ways out.",
    ),
    question=Text(
        sv="Vad mer kan hända vid {gateway}, till exempel att fristen går ut?",
        en="What else can happen at {gateway}, such as the time being up?",
    ),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Vad som händer först går bara att säga om flera saker kan hända. Oftast saknas vad som händer om inget "
        "händer.",
        en="What happens first can only be told where several things can happen. Mostly what happens if nothing does "
        "is missing.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 10.6.6; bpmnlint 11.15, event-based-gateway, 2026-11-23",
    follows_arrows=True,
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="lopp"/>
  <eventBasedGateway id="lopp" name="Vad händer först?"/>
  <sequenceFlow id="f2" sourceRef="lopp" targetRef="komplettering"/>
  <intermediateCatchEvent id="komplettering" name="Komplettering inkommer">
    <messageEventDefinition/>
  </intermediateCatchEvent>
  <sequenceFlow id="f4" sourceRef="komplettering" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    good="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="lopp"/>
  <eventBasedGateway id="lopp" name="Vad händer först?"/>
  <sequenceFlow id="f2" sourceRef="lopp" targetRef="komplettering"/>
  <intermediateCatchEvent id="komplettering" name="Komplettering inkommer">
    <messageEventDefinition/>
  </intermediateCatchEvent>
  <sequenceFlow id="f3" sourceRef="lopp" targetRef="frist"/>
  <intermediateCatchEvent id="frist" name="Fristen går ut">
    <timerEventDefinition/>
  </intermediateCatchEvent>
  <sequenceFlow id="f4" sourceRef="komplettering" targetRef="slut"/>
  <sequenceFlow id="f5" sourceRef="frist" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    find=find,
)
