"""BPM066 calls-itself: a process calls itself, straight away or by way of others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from procmap.checks.bpmn import WHO_DRAWS
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.activity import CallActivity
from procmap.model.knowledge import known
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    called: dict[str, list[str]] = {process.id: [] for process in view.processes}
    calls = []
    for process, _, ref, call in view.elements(CallActivity):
        target = known(call.calls)
        if target in called:
            called[process.id].append(target)
            calls.append((ref, target))
    circles = _circles(called) if calls else {}
    for ref, target in calls:
        if circles[ref.document] == circles[target]:
            yield hit(ref, call=view.label(ref), process=view.label(ref._replace(element=None)))


def _circles(called: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """For each process one that stands for all that it calls and is called by, in turn (Kosaraju's algorithm)."""
    calling: dict[str, list[str]] = {id: [] for id in called}
    for id, targets in called.items():
        for target in targets:
            calling[target].append(id)
    done: dict[str, None] = {}
    seen: set[str] = set()
    for first in called:
        stack = [(first, iter(called[first]))] if first not in seen else []
        seen.add(first)
        while stack:
            id, targets = stack[-1]
            after = next((target for target in targets if target not in seen), None)
            if after is None:
                done[id] = None
                stack.pop()
            else:
                seen.add(after)
                stack.append((after, iter(called[after])))
    circle: dict[str, str] = {}
    for first in reversed(done):
        waiting = [first] if first not in circle else []
        while waiting:
            id = waiting.pop()
            if id not in circle:
                circle[id] = first
                waiting.extend(other for other in calling[id] if other not in circle)
    return circle


CHECK = Check(
    code="BPM066",
    name="calls-itself",
    kind="risk",
    message=Text(
        sv="{call} står i {process} och anropar den igen, direkt eller genom andra processer.",
        en="{call} stands in {process} and calls it again, straight away or by way of others.",
    ),
    question=Text(sv="När slutar {process} att anropa sig själv?", en="When does {process} stop calling itself?"),
    role=WHO_DRAWS,
    rationale=Text(
        sv="En process som alltid anropar sig själv blir aldrig klar. Oftast ska anropet gå till en annan.",
        en="A process that always calls itself is never done. Mostly the call is to go to another.",
    ),
    source="procmap, 2026-11-23",
    answers=("BPMN: self call",),
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f0" sourceRef="start" targetRef="val"/>
  <exclusiveGateway id="val" name="Finns fler anmälningar?"/>
  <sequenceFlow id="f1" sourceRef="val" targetRef="anropa" name="ja"/>
  <sequenceFlow id="f3" sourceRef="val" targetRef="slut" name="nej"/>
  <callActivity id="anropa" name="Handlägg anmälan" calledElement="livsmedel"/>
  <sequenceFlow id="f2" sourceRef="anropa" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
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
