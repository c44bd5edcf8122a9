"""BPM058 link-without-pair: a link that leads nowhere, that nothing leads to, or that leads to several places."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import WHO_DRAWS
from procmap.checks.check import Check, Hit, hit
from procmap.graph.adjacency import Scope
from procmap.graph.view import View
from procmap.model.event import Event
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """In a file of BPMN only: elsewhere a way is said to lead nowhere (FLW004, FLW005)."""
    for process in view.processes:
        for scope in view.scopes(process) if view.is_bpmn(process.id) else ():
            caught: dict[str, list[str]] = {}
            thrown: dict[str, list[str]] = {}
            for id, name, catches in _links(scope):
                (caught if catches else thrown).setdefault(name, []).append(id)
            for name in dict.fromkeys((*thrown, *caught)):
                faulty, fault = _fault(thrown.get(name, []), caught.get(name, []))
                if faulty:
                    first, *others = (view.at(process, scope, id) for id in faulty)
                    yield hit(first, *others, link=view.label(first), fault=fault)


def _fault(thrown: list[str], caught: list[str]) -> tuple[list[str], Text]:
    """The links of one name that are at fault, and what is wrong; none where they belong together."""
    if not caught:
        return thrown, _NOWHERE
    if not thrown:
        return caught, _FROM_NOWHERE
    return (caught if len(caught) > 1 else []), _SEVERAL


def _links(scope: Scope) -> Iterator[tuple[str, str, bool]]:
    """Each link: its id, the name that joins it to others, and whether it is the one that is led to."""
    for id, node in scope.nodes.items():
        if isinstance(node, Event) and node.position in ("catch", "throw"):
            for trigger in node.triggers:
                if trigger.kind == "link":
                    yield id, str(trigger.what or node.name or id), node.position == "catch"


_NOWHERE = Text("leder ingenstans: ingen länk med det namnet tar vid", "leads nowhere: no link of that name goes on")
_FROM_NOWHERE = Text(
    "nås inte: ingen länk med det namnet leder dit", "is not reached: no link of that name leads there"
)
_SEVERAL = Text(
    "finns på flera ställen, så ingen vet vart länken leder",
    "stands in several places, so that nobody knows where the link leads",
)


CHECK = Check(
    code="BPM058",
    name="link-without-pair",
    kind="error",
    message=Text(sv="{link} {fault}.", en="{link} {fault}."),
    question=Text(
        sv="Var i samma process fortsätter det vid {link}?",
        en="Where in the same process does it go on at {link}?",
    ),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Två länkar med samma namn är en pil som inte ritats ut. Saknas den ena finns ingen pil.",
        en="Two links of one name are an arrow that is not drawn. Without the other there is no arrow.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 10.5.4; bpmnlint 11.15, link-event, 2026-11-23",
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="till"/>
  <intermediateThrowEvent id="till" name="Till del 2">
    <linkEventDefinition name="Till del 2"/>
  </intermediateThrowEvent>
  <intermediateCatchEvent id="fran" name="Del 2">
    <linkEventDefinition name="Del 2"/>
  </intermediateCatchEvent>
  <sequenceFlow id="f2" sourceRef="fran" targetRef="slut"/>
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
