"""BPM080 declared-twice: two messages, signals, errors or escalations of one name."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import WHO_DRAWS, declared
from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import listing
from procmap.graph.labels import quoted
from procmap.graph.view import View
from procmap.model.flow import Signal
from procmap.model.label import Label, Translated
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for drawing in view.drawings:
        called: dict[tuple[Label, object], list[Ref]] = {}
        for ref, part in declared(drawing):
            if isinstance(part.name, (str, Translated)):
                key = (part.kind, part.code) if isinstance(part, Signal) else None
                called.setdefault((part.name, key), []).append(ref)
        for (name, _), refs in called.items():
            if len(refs) > 1:
                yield hit(*refs, name=quoted(name), ids=listing(quoted(ref.id or "") for ref in refs))


CHECK = Check(
    code="BPM080",
    name="declared-twice",
    kind="risk",
    message=Text(sv="De här heter alla {name}: {ids}.", en="These are all called {name}: {ids}."),
    question=Text(sv="Är det samma sak som avses: {ids}?", en="Do they all mean the same thing: {ids}?"),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Den som skickar och den som väntar kan ha var sin, och då möts de aldrig.",
        en="Whoever sends and whoever waits may have one each, and then they never meet.",
    ),
    source="bpmnlint 11.15, global, 2026-11-23",
    bad="""\
<message id="besked1" name="Besked"/>
<message id="besked2" name="Besked"/>
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer">
    <messageEventDefinition messageRef="besked1"/>
  </startEvent>
  <sequenceFlow id="f1" sourceRef="start" targetRef="skicka"/>
  <sendTask id="skicka" name="Skicka besked" messageRef="besked2"/>
  <sequenceFlow id="f2" sourceRef="skicka" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    good="""\
<message id="besked1" name="Anmälan"/>
<message id="besked2" name="Besked"/>
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer">
    <messageEventDefinition messageRef="besked1"/>
  </startEvent>
  <sequenceFlow id="f1" sourceRef="start" targetRef="skicka"/>
  <sendTask id="skicka" name="Skicka besked" messageRef="besked2"/>
  <sequenceFlow id="f2" sourceRef="skicka" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    find=find,
)
