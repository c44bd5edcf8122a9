"""KNO034 handover-unknown: asked how the case goes on to the next, nobody could say."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import performer, whom
from procmap.graph.view import View
from procmap.model.activity import Activity, Handover
from procmap.model.knowledge import Unknown
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process in view.processes:
        receivers = {passing.source: passing.target for passing in reversed(view.passings(process))}
        for ref, node in view.nodes(process):
            handover = node.handover if isinstance(node, Activity) else None
            unknown = handover if isinstance(handover, Unknown) else None
            at = ref.of("handover")
            for name in ("medium", "known_by_both", "acknowledged") if isinstance(handover, Handover) else ():
                value = getattr(handover, name)
                if unknown is None and isinstance(value, Unknown):
                    unknown, at = value, ref.of("handover", name)
            if unknown is not None:
                path = ref.element or ""
                role = whom(view, process, path, unknown) if unknown.ask else None
                role = role or performer(view, process, receivers.get(path, path))
                yield hit(at, step=view.label(ref), role=role)


CHECK = Check(
    code="KNO034",
    name="handover-unknown",
    kind="gap",
    message=Text(
        sv="Ingen visste säkert hur ärendet lämnas över efter {step}.",
        en="Nobody knew for certain how the case is handed over after {step}.",
    ),
    question=Text(
        sv="Hur märker den som tar vid att {step} är klart, och vad följer med?",
        en="How does whoever takes over notice that {step} is done, and what comes with it?",
    ),
    role=Text(sv="den som tar emot efter {step}", en="whoever receives after {step}"),
    rationale=Text(
        sv="Mellan två som gör var sin del blir ärenden liggande utan att någon gör fel.",
        en="Between two who each do their part cases are left lying without anybody doing wrong.",
    ),
    source="Helsingborgs stad, hbg.works/digitalt-kompetent, 2026-11-23",
    covers=frozenset({"Activity.handover", "Handover.medium", "Handover.known_by_both", "Handover.acknowledged"}),
    bad="""\
flow:
  - start: Anmälan inkommer
  - registrator: Registrera anmälan
    why: Anmälan är en allmän handling
    handover: ??
  - inspektor: Besluta om registrering
    why: Lagen kräver ett beslut
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
""",
    good="""\
flow:
  - start: Anmälan inkommer
  - registrator: Registrera anmälan
    why: Anmälan är en allmän handling
    handover: {medium: ärendekö}
  - inspektor: Besluta om registrering
    why: Lagen kräver ett beslut
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
""",
    find=find,
)
