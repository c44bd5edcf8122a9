"""BPM108 dotted-line-between-steps: a dotted line joins two steps, where an arrow may be meant."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import WHO_DRAWS, has
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.activity import Activity
from procmap.model.collaboration import Collaboration
from procmap.model.event import Event
from procmap.model.part import Part
from procmap.model.process import Process
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """Not to or from what undoes work, which a dotted line is for."""
    for drawing in view.drawings:
        documents: tuple[Process | Collaboration, ...] = (*drawing.processes, *drawing.collaborations)
        for thing in (drawing.things[line.id] for document in documents for line in document.associations):
            ends = [drawing.things.get(id) for id in thing.ends]
            steps = [end for end in ends if end is not None and end.sort == "node" and not _undoes(end.part)]
            if len(steps) == 2:
                source, target = (view.label(step.ref) for step in steps)
                yield hit(thing.ref, *(step.ref for step in steps), source=source, target=target)


def _undoes(part: Part) -> bool:
    if isinstance(part, Activity):
        return part.for_compensation
    return isinstance(part, Event) and part.position == "boundary" and has(part, "compensation")


CHECK = Check(
    code="BPM108",
    name="dotted-line-between-steps",
    kind="ask",
    message=Text(
        sv="{source} och {target} är bundna till varandra med en streckad linje, som inte säger vad som kommer först.",
        en="{source} and {target} are tied by a dotted line, which does not say what comes first.",
    ),
    question=Text(
        sv="Kommer {target} efter {source}, eller vad betyder linjen?",
        en="Does {target} come after {source}, or what does the line mean?",
    ),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Arbetet går bara längs pilarna. En streckad linje hör till anteckningar, och till det som ångrar något.",
        en="Work goes along the arrows alone. A dotted line is for notes, and for what undoes something.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 8.4.1",
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <association id="a1" sourceRef="granska" targetRef="besluta"/>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="besluta"/>
  <task id="besluta" name="Besluta om registrering"/>
  <sequenceFlow id="f3" sourceRef="besluta" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    good="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <textAnnotation id="notis">
    <text>Två läser</text>
  </textAnnotation>
  <association id="a1" sourceRef="granska" targetRef="notis"/>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="besluta"/>
  <task id="besluta" name="Besluta om registrering"/>
  <sequenceFlow id="f3" sourceRef="besluta" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    find=find,
)
