"""LBL002 same-name-twice: two steps of one role are called the same, and stand in different places."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.naming import spellings
from procmap.checks.robots import is_beside_the_point
from procmap.checks.words import performer
from procmap.graph.view import View
from procmap.model.activity import Task
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """Within one scope: in another subprocess the same work may well be done once more."""
    for process in view.processes:
        for scope in view.scopes(process):
            called: dict[tuple[str, object], list[Ref]] = {}
            for id, node in scope.nodes.items():
                if isinstance(node, Task) and (names := spellings(node.name)):
                    name = " ".join(names[0].casefold().split())
                    called.setdefault((name, node.lane), []).append(view.at(process, scope, id))
            for first, *others in called.values():
                if others and not is_beside_the_point(view, process, first.element or ""):
                    role = performer(view, process, first.element or "")
                    yield hit(first, *others, step=view.label(first), role=role)


CHECK = Check(
    code="LBL002",
    name="same-name-twice",
    kind="ask",
    packs=("rpa", "sharing"),
    message=Text(
        sv="{step} står på mer än ett ställe i kartan.", en="{step} stands in more than one place in the map."
    ),
    question=Text(
        sv="Är {step} samma arbete på båda ställena, och om inte: vad skiljer?",
        en="Is {step} the same work in both places, and if not: what differs?",
    ),
    role=Text(sv="den som gör {step}", en="whoever does {step}"),
    rationale=Text(
        sv="Är det samma arbete räcker det att rita det en gång och gå dit. Är det olika arbete behöver det heta "
        "olika, annars blir frågor och tider fel.",
        en="If it is the same work, it is enough to draw it once and go there. If it is different work it needs "
        "different names, or questions and times go wrong.",
    ),
    source="bpmnlint, ärende 153, 2026-11-23",
    bad="""\
changes:
  - after: Besluta om registrering
    flow:
      - registrator: Begär komplettering
        id: begar-en-gang-till
        why: Avgiften ska bli rätt
        system: ecos
        handover: n/a
""",
    good="""\
changes:
  - after: Besluta om registrering
    flow:
      - registrator: Begär uppgifter om avgiften
        id: begar-en-gang-till
        why: Avgiften ska bli rätt
        system: ecos
        handover: n/a
""",
    find=find,
)
