"""KNO001 nobody-knows-why: asked why a step is done, nobody could say."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import whom
from procmap.graph.view import View
from procmap.model.knowledge import Unknown
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process in view.processes:
        for ref, node in view.nodes(process):
            if isinstance(node.why, Unknown):
                role = whom(view, process, ref.element or "", node.why)
                yield hit(ref.of("why"), step=view.label(ref), role=role)


CHECK = Check(
    code="KNO001",
    name="nobody-knows-why",
    kind="ask",
    message=Text(sv="Ingen visste varför {step} görs.", en="Nobody knew why {step} is done."),
    question=Text(
        sv="Vad skulle hända om vi slutade med {step} i två veckor?",
        en="What would happen if we stopped doing {step} for two weeks?",
    ),
    role=Text(sv="den som gör {step}", en="whoever does {step}"),
    rationale=Text(
        sv="Ett steg som ingen vet skälet till kan vara lagens krav eller en kvarleva. Det avgör om det går att ändra.",
        en="A step that nobody knows the reason for may be what the law demands, or a relic. That decides whether it "
        "can be changed.",
    ),
    source="Helsingborgs stad, hbg.works/digitalt-kompetent, 2026-11-23",
    covers=frozenset({"Element.why"}),
    answers=("RPA-004",),
    bad="""\
flow:
  - start: Anmälan inkommer
  - registrator: Registrera anmälan
    why: ??
  - registrator: Är anmälan komplett?
    branches:
      ja:
      nej:
        - end: Ärendet är avskrivet
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
""",
    find=find,
)
