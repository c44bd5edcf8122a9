"""BPM056 several-blank-starts: several starts, none of which says what happens."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import names
from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS
from procmap.graph.view import View
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """In a file of BPMN only: in words, what happens is the name."""
    for process in view.processes:
        if not view.is_bpmn(process.id):
            continue
        for scope in view.scopes(process):
            blank = [id for id in scope.starts if not getattr(scope.nodes[id], "triggers", ())]
            if len(blank) > 1:
                starts = [view.at(process, scope, id) for id in blank]
                where = view.at(process, scope)
                yield hit(*starts, where, scope=view.label(where), starts=names(view, starts))


CHECK = Check(
    code="BPM056",
    name="several-blank-starts",
    kind="risk",
    message=Text(
        sv="{scope} har flera starter som inte säger vad som händer: {starts}.",
        en="{scope} has several starts that do not say what happens: {starts}.",
    ),
    question=Text(
        sv="Vad är det som sätter i gång {scope} vid var och en av starterna?",
        en="What sets {scope} going at each of the starts?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Ingen ser vilken av dem som gäller när processen startas, och program väljer en eller ingen.",
        en="Nobody sees which of them holds when the process is started, and programs choose one or none.",
    ),
    source="bpmnlint 11.15, single-blank-start-event, 2026-11-23",
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <startEvent id="tips" name="Tips inkommer"/>
  <sequenceFlow id="f3" sourceRef="tips" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    good="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <startEvent id="tips" name="Tips inkommer">
    <messageEventDefinition/>
  </startEvent>
  <sequenceFlow id="f3" sourceRef="tips" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    find=find,
)
