"""KNO031 nobody-knows-who: asked who does a step or decides a question, nobody could say."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS, whom
from procmap.graph.view import View
from procmap.model.gateway import Gateway
from procmap.model.knowledge import Unknown
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process in view.processes:
        for ref, node in view.nodes(process):
            if isinstance(node.lane, Unknown) and not isinstance(node.name, Unknown):
                role = whom(view, process, ref.element or "", node.lane)
                verb = _DECIDES if isinstance(node, Gateway) else _DOES
                yield hit(ref.of("lane"), step=view.label(ref), does=verb, role=role)


_DOES = Text(sv="gör", en="does")
_DECIDES = Text(sv="avgör", en="decides")

CHECK = Check(
    code="KNO031",
    name="nobody-knows-who",
    kind="gap",
    message=Text(sv="Ingen visste vem som {does} {step}.", en="Nobody knew who {does} {step}."),
    question=Text(
        sv="Vilken roll {does} {step} i dag, och vem märker om det inte blir av?",
        en="Which role {does} {step} today, and who notices if it does not happen?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Det som ingen vet vem som gör görs av någon ändå, ofta på olika sätt.",
        en="What nobody knows who does is done by somebody all the same, often in different ways.",
    ),
    source="Helsingborgs stad, hbg.works/digitalt-kompetent, 2026-11-23",
    covers=frozenset({"Element.lane"}),
    bad="""\
flow:
  - start: Anmälan inkommer
  - ??: Registrera anmälan
    why: Anmälan är en allmän handling
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
""",
    good="""\
flow:
  - start: Anmälan inkommer
  - registrator: Registrera anmälan
    why: Anmälan är en allmän handling
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
""",
    find=find,
)
