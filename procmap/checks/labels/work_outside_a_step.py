"""LBL005 work-outside-a-step: an event or a choice is called as work, and nobody does it anywhere in the map."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.naming import is_command, spellings
from procmap.checks.robots import is_beside_the_point
from procmap.checks.words import WHO_LEADS, performer
from procmap.graph.view import View
from procmap.model.activity import Node
from procmap.model.event import Event
from procmap.model.gateway import Gateway
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """Not of an event that does something: one that sends or raises, or an end with a trigger of its own."""
    for process in view.processes:
        for ref, node in view.nodes(process):
            what = _what(node)
            if what is None or not any(map(is_command, spellings(node.name))):
                continue
            scope = view.scope(process, ref.element or "")
            if isinstance(node, Gateway) and len(scope.outgoing.get(node.id, ())) < 2:
                continue
            if is_beside_the_point(view, process, ref.element or ""):
                continue
            role = performer(view, process, ref.element or "") or WHO_LEADS
            yield hit(ref.of("name"), step=view.label(ref), what=what, role=role)


def _what(node: Node) -> Text | None:
    if isinstance(node, Gateway):
        return _CHOICE if node.kind == "exclusive" else None
    if isinstance(node, Event) and node.position in ("start", "end") and not node.triggers:
        return _START if node.position == "start" else _END
    return None


_CHOICE = Text(sv="ett vägval", en="a choice")
_START = Text(sv="en start", en="a start")
_END = Text(sv="ett slut", en="an end")

CHECK = Check(
    code="LBL005",
    name="work-outside-a-step",
    kind="ask",
    packs=("rpa", "sharing"),
    message=Text(
        sv="{step} heter som något man gör, men är {what}.",
        en="{step} is called as something one does, but is {what}.",
    ),
    question=Text(
        sv="Vem gör det som står i {step}, och hur lång tid tar det?",
        en="Who does what {step} says, and how long does it take?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Det som görs vid en start, ett slut eller ett vägval har ingen roll, ingen tid och inget system i kartan. "
        "Den som ska bygga eller ta över ser det inte.",
        en="What is done at a start, an end or a choice has no role, no time and no system in the map. Whoever is to "
        "build it or take over does not see it.",
    ),
    source="Silver, BPMN Method and Style, 2 uppl. (2011)",
    bad="""\
changes:
  - instead_of: Verksamheten är registrerad
    flow:
      - end: Arkivera ärendet
""",
    good="""\
changes:
  - instead_of: Verksamheten är registrerad
    flow:
      - end: Ärendet är arkiverat
""",
    find=find,
)
