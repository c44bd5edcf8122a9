"""KNO005 handover-no-ack: nobody confirms that the case has arrived."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import performer
from procmap.graph.view import View
from procmap.model.activity import Activity, Handover
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process in view.processes:
        for ref, node in view.nodes(process):
            handover = node.handover if isinstance(node, Activity) else None
            if isinstance(handover, Handover) and handover.acknowledged is False:
                role = performer(view, process, ref.element or "")
                yield hit(ref.of("handover", "acknowledged"), step=view.label(ref), role=role)


CHECK = Check(
    code="KNO005",
    name="handover-no-ack",
    kind="risk",
    message=Text(
        sv="Efter {step} bekräftar ingen att ärendet har kommit fram.",
        en="After {step} nobody confirms that the case has arrived.",
    ),
    question=Text(
        sv="Hur skulle vi märka att ett ärende blev liggande efter {step}?",
        en="How would we notice that a case was left lying after {step}?",
    ),
    role=Text(sv="den som gör {step}", en="whoever does {step}"),
    rationale=Text(
        sv="Det som ingen kvitterar saknas först när någon utifrån hör av sig.",
        en="What nobody acknowledges is missed only when somebody outside calls.",
    ),
    source="procmap, 2026-11-23",
    answers=("J44",),
    bad="""\
flow:
  - start: Anmälan inkommer
  - registrator: Registrera anmälan
    why: Anmälan är en allmän handling
    handover: {medium: mejl, acknowledged: false}
  - inspektor: Besluta om registrering
    why: Lagen kräver ett beslut
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
""",
    good="""\
flow:
  - start: Anmälan inkommer
  - registrator: Registrera anmälan
    why: Anmälan är en allmän handling
    handover: {medium: ärendekö, acknowledged: true}
  - inspektor: Besluta om registrering
    why: Lagen kräver ett beslut
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
""",
    find=find,
)
