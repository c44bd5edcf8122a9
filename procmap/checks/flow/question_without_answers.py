"""FLW010 question-without-answers: a question that nothing hangs on."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import performer
from procmap.graph.view import View
from procmap.model.gateway import Gateway
from procmap.model.knowledge import known
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process in view.processes:
        for ref, node in view.nodes(process):
            if not isinstance(node, Gateway) or node.kind not in ("exclusive", "inclusive") or not known(node.name):
                continue
            path = ref.element or ""
            scope = view.scope(process, path)
            ways = scope.outgoing.get(node.id, ())
            if not ways and scope.ends and node.id in scope.reachable:
                continue  # that no way leads on is said by FLW005
            if len(ways) > 1 or any(way.name is not None or way.condition is not None for way in ways):
                continue
            if len(scope.incoming.get(node.id, ())) < 2 or str(node.name).rstrip().endswith("?"):
                yield hit(ref, step=view.label(ref), role=performer(view, process, path))


CHECK = Check(
    code="FLW010",
    name="question-without-answers",
    kind="gap",
    message=Text(sv="Det finns inga svar på {step}.", en="There are no answers to {step}."),
    question=Text(
        sv="Vilka svar finns det på {step}, och vad händer vid vart och ett?",
        en="Which answers are there to {step}, and what happens at each?",
    ),
    role=Text(sv="den som avgör {step}", en="whoever decides {step}"),
    rationale=Text(
        sv="En fråga vars svar inte ändrar något är antingen ett steg, eller så saknas det som händer vid nej.",
        en="A question whose answer changes nothing is either a step, or what happens at no is missing.",
    ),
    source="bpmnlint 11.15, superfluous-gateway, 2026-11-23",
    follows_arrows=True,
    bad="""\
flow:
  - start: Anmälan inkommer
  - registrator: Registrera anmälan
    why: Anmälan är en allmän handling
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
  - registrator: Är anmälan komplett?
  - end: Verksamheten är registrerad
""",
    good="""\
flow:
  - start: Anmälan inkommer
  - registrator: Registrera anmälan
    why: Anmälan är en allmän handling
  - registrator: Är anmälan komplett?
    branches:
      ja:
      nej:
        - end: Ärendet är avskrivet
  - end: Verksamheten är registrerad
""",
    find=find,
)
