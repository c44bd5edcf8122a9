"""FLW012 answer-without-words: ways out of a question that do not say when they are taken."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import performer
from procmap.graph.view import View
from procmap.model.gateway import Gateway
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """Not in a process that a program is to run: there a way without condition is a fault, named or not (BPM050)."""
    for process in view.processes:
        for ref, node in view.nodes(process) if not process.executable else ():
            if not isinstance(node, Gateway) or node.kind not in ("exclusive", "inclusive"):
                continue
            path = ref.element or ""
            scope = view.scope(process, path)
            ways = scope.outgoing.get(node.id, ())
            silent = [way for way in ways if way.name is None and way.condition is None and way.id != node.default]
            if silent and len(ways) > 1:
                flows = (view.at(process, scope, way.id) for way in silent)
                yield hit(ref, *flows, step=view.label(ref), role=performer(view, process, path))


CHECK = Check(
    code="FLW012",
    name="answer-without-words",
    kind="gap",
    message=Text(
        sv="Det står inte när varje väg gäller vid {step}.", en="It does not say when each way holds at {step}."
    ),
    question=Text(sv="Vad avgör vilken väg det blir vid {step}?", en="What decides which way it will be at {step}?"),
    role=Text(sv="den som avgör {step}", en="whoever decides {step}"),
    rationale=Text(
        sv="Två personer som läser kartan väljer olika väg, och en robot kan inte välja alls.",
        en="Two people who read the map choose different ways, and a robot cannot choose at all.",
    ),
    source="bpmnlint 11.15, conditional-flows, 2026-11-23",
    answers=("BPMN: answers not labelled or twice",),
    bad="""\
flow:
  - start: Anmälan inkommer
  - registrator: Är anmälan komplett?
    branches:
      -
        - registrator: Registrera anmälan
          why: Anmälan är en allmän handling
      -
        - end: Ärendet är avskrivet
""",
    good="""\
flow:
  - start: Anmälan inkommer
  - registrator: Är anmälan komplett?
    branches:
      ja:
        - registrator: Registrera anmälan
          why: Anmälan är en allmän handling
      nej:
        - end: Ärendet är avskrivet
""",
    find=find,
)
