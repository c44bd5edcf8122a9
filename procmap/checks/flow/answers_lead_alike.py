"""FLW040 answers-lead-alike: whatever the answer to a question, the way on is the same."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import listing, performer
from procmap.graph.labels import quoted
from procmap.graph.view import View
from procmap.model.gateway import Gateway
from procmap.model.label import Translated
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process, scope, ref, gateway in view.elements(Gateway):
        ways = scope.outgoing.get(gateway.id, ())
        if gateway.kind != "exclusive" or len(ways) < 2 or any(way.target != ways[0].target for way in ways):
            continue
        answers = list(dict.fromkeys(name for way in ways if isinstance(name := way.name, (str, Translated))))
        if len(answers) > 1:
            yield hit(
                ref,
                *(view.at(process, scope, way.id) for way in ways),
                step=view.label(ref),
                answers=listing(quoted(answer) for answer in answers),
                role=performer(view, process, ref.element or ""),
            )


CHECK = Check(
    code="FLW040",
    name="answers-lead-alike",
    kind="ask",
    message=Text(
        sv="Vägen är densamma vilket svaret än blir på {step}: {answers}.",
        en="The way is the same whatever the answer to {step}: {answers}.",
    ),
    question=Text(
        sv="Vad görs annorlunda efter {step} beroende på svaret?",
        en="What is done differently after {step} depending on the answer?",
    ),
    role=Text(sv="den som avgör {step}", en="whoever decides {step}"),
    rationale=Text(
        sv="En fråga vars svar inte ändrar något behövs inte, eller så saknas det som görs vid ett av svaren.",
        en="A question whose answer changes nothing is not needed, or what is done at one of the answers is missing.",
    ),
    source="bpmnlint 11.15, no-duplicate-sequence-flows, 2026-11-23",
    bad="""\
flow:
  - start: Anmälan inkommer
  - registrator: Är anmälan komplett?
    branches:
      ja:
      nej:
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
        - registrator: Begär komplettering
          why: Anmälan är en allmän handling
  - registrator: Registrera anmälan
    why: Anmälan är en allmän handling
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
""",
    find=find,
)
