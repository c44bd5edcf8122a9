"""FLW011 single-answer: a question with one answer only."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import performer
from procmap.graph.labels import quoted
from procmap.graph.view import View
from procmap.model.gateway import Gateway
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process in view.processes:
        for ref, node in view.nodes(process):
            if not isinstance(node, Gateway) or node.kind not in ("exclusive", "inclusive"):
                continue
            path = ref.element or ""
            ways = view.scope(process, path).outgoing.get(node.id, ())
            if len(ways) != 1:
                continue
            answer = view.value(ways[0], "name") or view.value(ways[0], "condition")
            if answer:
                yield hit(ref, step=view.label(ref), answer=quoted(answer), role=performer(view, process, path))


CHECK = Check(
    code="FLW011",
    name="single-answer",
    kind="gap",
    message=Text(sv="Det enda svaret på {step} är {answer}.", en="The only answer to {step} is {answer}."),
    question=Text(
        sv="Vad händer när svaret på {step} inte är {answer}?",
        en="What happens when the answer to {step} is not {answer}?",
    ),
    role=Text(sv="den som avgör {step}", en="whoever decides {step}"),
    rationale=Text(
        sv="Det vanliga svaret är det som alla kan. Det andra är det som frågorna sedan handlar om.",
        en="The usual answer is the one that everybody knows. The other is what the questions are about later.",
    ),
    source="bpmnlint 11.15, superfluous-gateway, 2026-11-23",
    follows_arrows=True,
    bad="""\
flow:
  - start: Anmälan inkommer
  - registrator: Är anmälan komplett?
    branches:
      ja:
  - registrator: Registrera anmälan
    why: Anmälan är en allmän handling
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
""",
    good="""\
flow:
  - start: Anmälan inkommer
  - registrator: Är anmälan komplett?
    branches:
      ja:
      nej:
        - end: Ärendet är avskrivet
  - registrator: Registrera anmälan
    why: Anmälan är en allmän handling
""",
    find=find,
)
