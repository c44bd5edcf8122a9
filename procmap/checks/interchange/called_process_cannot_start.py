"""BPM067 called-process-cannot-start: a called process whose starts all wait for something from outside."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import WHO_DRAWS
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.activity import CallActivity
from procmap.model.event import Event
from procmap.model.knowledge import known
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """A process in words that waits for what its start says may be called all the same."""
    processes = {process.id: process for process in view.processes if view.is_bpmn(process.id)}
    for process, _, ref, call in view.elements(CallActivity):
        called = processes.get(known(call.calls) or "") if view.is_bpmn(process.id) else None
        if called is None:
            continue
        starts = [node for node in called.nodes if isinstance(node, Event) and node.position == "start"]
        if starts and all(start.triggers for start in starts):
            other = ref._replace(document=called.id, element=None)
            yield hit(ref, other, call=view.label(ref), process=view.label(other))


CHECK = Check(
    code="BPM067",
    name="called-process-cannot-start",
    kind="error",
    message=Text(
        sv="{call} anropar {process}, men alla starter där väntar på något utifrån.",
        en="{call} calls {process}, but all starts there wait for something from outside.",
    ),
    question=Text(sv="Var börjar {process} när den anropas?", en="Where does {process} begin when it is called?"),
    role=WHO_DRAWS,
    rationale=Text(
        sv="En process som anropas börjar vid en start utan utlösare. Utan en sådan kan anropet inte börja.",
        en="A process that is called begins at a start without a trigger. Without one the call cannot begin.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 10.5.2; BPMNspector EXT.099 (2014)",
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="anropa"/>
  <callActivity id="anropa" name="Handlägg anmälan" calledElement="handlagg"/>
  <sequenceFlow id="f2" sourceRef="anropa" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
<process id="handlagg" name="Handläggning">
  <startEvent id="borja" name="Anmälan är fördelad">
    <messageEventDefinition/>
  </startEvent>
  <sequenceFlow id="g1" sourceRef="borja" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="g2" sourceRef="granska" targetRef="granskad"/>
  <endEvent id="granskad" name="Anmälan är granskad"/>
</process>
""",
    good="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="anropa"/>
  <callActivity id="anropa" name="Handlägg anmälan" calledElement="handlagg"/>
  <sequenceFlow id="f2" sourceRef="anropa" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
<process id="handlagg" name="Handläggning">
  <startEvent id="borja" name="Anmälan är fördelad"/>
  <sequenceFlow id="g1" sourceRef="borja" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="g2" sourceRef="granska" targetRef="granskad"/>
  <endEvent id="granskad" name="Anmälan är granskad"/>
</process>
""",
    find=find,
)
