"""BPM059 link-in-the-flow: an arrow goes on where a link already does."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import WHO_DRAWS, has
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.event import Event
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process, scope, ref, event in view.elements(Event):
        if has(event, "link") and event.position in ("throw", "catch"):
            throws = event.position == "throw"
            arrows = (scope.outgoing if throws else scope.incoming).get(event.id, ())
            if arrows:
                ways = (view.at(process, scope, arrow.id) for arrow in arrows)
                yield hit(ref, *ways, link=view.label(ref), fault=_OUT if throws else _IN)


_OUT = Text(
    "leder vidare till en annan länk, men har också en pil ut", "leads on to another link, but has an arrow out too"
)
_IN = Text("tar vid efter en annan länk, men har också en pil in", "goes on from another link, but has an arrow in too")


CHECK = Check(
    code="BPM059",
    name="link-in-the-flow",
    kind="error",
    message=Text(sv="{link} {fault}.", en="{link} {fault}."),
    question=Text(
        sv="Ska {link} vara en länk, eller räcker pilen?",
        en="Is {link} to be a link, or is the arrow enough?",
    ),
    role=WHO_DRAWS,
    rationale=Text(
        sv="En länk är början eller slutet på en pil, aldrig båda.",
        en="A link is the beginning or the end of an arrow, never both.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 10.5.4; BPMNspector EXT.117 (2014)",
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="till"/>
  <intermediateThrowEvent id="till" name="Del 2">
    <linkEventDefinition name="Del 2"/>
  </intermediateThrowEvent>
  <intermediateCatchEvent id="fran" name="Del 2">
    <linkEventDefinition name="Del 2"/>
  </intermediateCatchEvent>
  <sequenceFlow id="f2" sourceRef="fran" targetRef="slut"/>
  <sequenceFlow id="f3" sourceRef="till" targetRef="paminn"/>
  <endEvent id="paminn" name="En påminnelse är skickad"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    good="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="till"/>
  <intermediateThrowEvent id="till" name="Del 2">
    <linkEventDefinition name="Del 2"/>
  </intermediateThrowEvent>
  <intermediateCatchEvent id="fran" name="Del 2">
    <linkEventDefinition name="Del 2"/>
  </intermediateCatchEvent>
  <sequenceFlow id="f2" sourceRef="fran" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    find=find,
)
