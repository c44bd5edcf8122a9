"""KNO004 handover-one-sided: the two sides of a handover do not both know what the other does."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import performer
from procmap.graph.view import View
from procmap.model.activity import Activity, Handover
from procmap.model.process import Process
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process in view.processes:
        blind = one_sided(view, process)
        passings = view.passings(process)
        isolated = {passing.target for passing in passings if passing.source in blind and passing.target in blind}
        receivers = {passing.source: passing.target for passing in reversed(passings)}
        for path, ref in blind.items():
            if path not in isolated and receivers.get(path) not in isolated:
                role = performer(view, process, receivers.get(path, path))
                yield hit(ref, step=view.label(ref.of(None)), role=role)


def one_sided(view: View, process: Process) -> dict[str, Ref]:
    """The elements after which not both sides know what the other does, with where that is said."""
    return {
        ref.element or "": ref.of("handover", "known_by_both")
        for ref, node in view.nodes(process)
        if isinstance(node, Activity) and isinstance(node.handover, Handover) and node.handover.known_by_both is False
    }


CHECK = Check(
    code="KNO004",
    name="handover-one-sided",
    kind="gap",
    message=Text(
        sv="Vid överlämningen efter {step} vet inte båda sidor vad den andra gör.",
        en="At the handover after {step} not both sides know what the other does.",
    ),
    question=Text(
        sv="Vad behöver du få med dig från {step}, och vad fattas ibland?",
        en="What do you need to be given from {step}, and what is missing at times?",
    ),
    role=Text(sv="den som tar emot efter {step}", en="whoever receives after {step}"),
    rationale=Text(
        sv="Det som den ena sidan tar för givet är det som den andra får fråga om.",
        en="What one side takes for granted is what the other has to ask about.",
    ),
    source="Helsingborgs stad, hbg.works/digitalt-kompetent, 2026-11-23",
    bad="""\
flow:
  - start: Anmälan inkommer
  - registrator: Registrera anmälan
    why: Anmälan är en allmän handling
    handover: {medium: ärendekö, known_by_both: false}
  - inspektor: Besluta om registrering
    why: Lagen kräver ett beslut
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
""",
    good="""\
flow:
  - start: Anmälan inkommer
  - registrator: Registrera anmälan
    why: Anmälan är en allmän handling
    handover: {medium: ärendekö, known_by_both: true}
  - inspektor: Besluta om registrering
    why: Lagen kräver ett beslut
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
""",
    find=find,
)
