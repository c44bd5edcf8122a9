"""KNO019 nobody-answers-for-it: another organisation or a system does part of the work, and nobody here knows how."""

from __future__ import annotations

import re
from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.systems import systems_of
from procmap.checks.words import WHO_LEADS
from procmap.graph.labels import quoted
from procmap.graph.view import View
from procmap.model.activity import Activity
from procmap.model.label import Translated
from procmap.model.process import Process
from procmap.model.resource import Lane
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """A note at the lane says it, or the owner of the system that it is called by. A pool's own process is its own.

    What another authority does is in the law, and is asked of nobody here.
    """
    for process in view.processes:
        if view.pool(process) is not None:
            continue
        steps: dict[str, list[Ref]] = {}
        for ref, node in view.nodes(process):
            lane = view.place(process, ref.element or "") if isinstance(node, Activity) else None
            if lane is not None and view.kind(process, lane) in ("external", "system"):
                steps.setdefault(lane, []).append(ref)
        owned = _owned(view, process) if steps else set()
        for id, refs in steps.items():
            lane_there = view.lane(process, id)
            if lane_there is None or lane_there.note is not None or _is_in_its_own_right(lane_there):
                continue
            if owned.isdisjoint(_names(lane_there)):
                yield hit(*refs, step=_called(lane_there), asked=False)


_OWN_RIGHT = re.compile(
    r"domstol|länsstyrelse|verket\b|myndighet|polis|kammarrätt|förvaltningsrätt|fackf|facklig"
    r"|\b(court|tribunal|authority|agency|police|union)\b"
)


def _is_in_its_own_right(lane: Lane) -> bool:
    """Whether it is an authority, a court or a union: what they do is theirs by law, and agreed with nobody."""
    return lane.kind == "external" and any(_OWN_RIGHT.search(name) for name in _names(lane))


def _owned(view: View, process: Process) -> set[str]:
    """What the systems are called of which somebody has said, or was asked, who looks after them."""
    systems = systems_of(view, process).values()
    return {name for system in systems if system.owner is not None for name in _spelt(system.id, system.name)}


def _names(lane: Lane) -> set[str]:
    return _spelt(lane.id, lane.name)


def _spelt(id: str, name: object) -> set[str]:
    labels = (name.sv, name.en) if isinstance(name, Translated) else (name,) if isinstance(name, str) else ()
    return {word.strip().casefold() for word in (id, *labels) if word}


def _called(lane: Lane) -> Text:
    name = lane.name
    return quoted(name if isinstance(name, (str, Translated)) and str(name) else lane.id)


CHECK = Check(
    code="KNO019",
    name="nobody-answers-for-it",
    kind="gap",
    packs=("rpa",),
    message=Text(
        sv="{step} gör en del av arbetet, och det står inte vem hos oss som svarar för det.",
        en="{step} does part of the work, and it does not say who here answers for it.",
    ),
    gathered=Text(
        sv="De här gör var sin del av arbetet, och det står inte vem hos oss som svarar för det: {steps}.",
        en="These each do part of the work, and it does not say who here answers for it: {steps}.",
    ),
    question=Text(
        sv="Vem hos oss vet vad {step} gör och varför, och var står det vad vi har kommit överens om?",
        en="Who here knows what {step} does and why, and where does it say what we have agreed?",
    ),
    gathered_question=Text(
        sv="Vem hos oss vet vad var och en av dem gör och varför, och var står det vad vi har kommit överens om: "
        "{steps}?",
        en="Who here knows what each of them does and why, and where does it say what we have agreed: {steps}?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="”Det gör systemet” är ofta slutet på samtalet. Den som ska bygga något nytt måste veta vad det gör.",
        en="“The system does that” is often the end of the talk. Whoever is to build something new must know what.",
    ),
    source="Microsoft, Power Automate guidance: planning phase, 2026-11-23",
    bad="""\
lanes:
  foretagare: {name: Livsmedelsföretagare, kind: customer}
  registrator: Registrator
  inspektor: Livsmedelsinspektör
  lab: {name: Laboratoriet, kind: external}
changes:
  - after: Besluta om registrering
    flow:
      - lab: Analysera vattenprov
        why: Eget vatten ska vara rent
""",
    good="""\
lanes:
  foretagare: {name: Livsmedelsföretagare, kind: customer}
  registrator: Registrator
  inspektor: Livsmedelsinspektör
  lab: {name: Laboratoriet, kind: external, note: Avtalet har miljöchefen}
changes:
  - after: Besluta om registrering
    flow:
      - lab: Analysera vattenprov
        why: Eget vatten ska vara rent
""",
    find=find,
)
