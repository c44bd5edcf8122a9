"""KNO009 workaround: people have found a way of their own, which is evidence of a need."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import performer
from procmap.graph.labels import quoted
from procmap.graph.view import View
from procmap.model.activity import Activity
from procmap.model.knowledge import known
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process in view.processes:
        for ref, node in view.nodes(process):
            own_way = known(node.workaround) if isinstance(node, Activity) else None
            if own_way and own_way.strip().casefold() not in _NONE:
                role = performer(view, process, ref.element or "")
                yield hit(ref.of("workaround"), step=view.label(ref), own_way=quoted(own_way), role=role)


_NONE = frozenset({"none", "no", "false", "nej", "ingen", "inget", "inga", "-"})

CHECK = Check(
    code="KNO009",
    name="workaround",
    kind="ask",
    message=Text(
        sv="Vid {step} finns en egen lösning: {own_way}.", en="At {step} there is a way of one's own: {own_way}."
    ),
    question=Text(
        sv="Vad hjälper {own_way} till med vid {step} som inte går på annat sätt?",
        en="What does {own_way} help with at {step} that cannot be done otherwise?",
    ),
    role=Text(sv="den som gör {step}", en="whoever does {step}"),
    rationale=Text(
        sv="En egen lösning visar ett behov som systemet eller rutinen inte möter. Det är värdefull kunskap.",
        en="A way of one's own shows a need that system and routine do not meet. That is worth knowing.",
    ),
    source="procmap, 2026-11-23",
    bad="""\
flow:
  - start: Anmälan inkommer
  - registrator: Registrera anmälan
    why: Anmälan är en allmän handling
    workaround: Egen Excel med undantag
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
""",
    good="""\
flow:
  - start: Anmälan inkommer
  - registrator: Registrera anmälan
    why: Anmälan är en allmän handling
    workaround: n/a
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
""",
    find=find,
)
