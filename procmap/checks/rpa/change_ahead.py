"""RPA034 change-ahead: the systems or the way of working are expected to change much, and the robot with them."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.robots import on_their_own
from procmap.checks.words import WHO_LEADS, listing
from procmap.graph.view import View
from procmap.model.knowledge import known
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process, _ in on_their_own(view):
        moving = [name for name in _WORDS if known(getattr(process, name)) in ("several", "major")]
        if moving:
            ref = Ref(process.id)
            what = listing(_WORDS[name] for name in moving)
            yield hit(*(ref.of(name) for name in moving), process=view.label(ref), what=what)


_WORDS = {
    "stability": Text(sv="arbetssättet", en="the way of working"),
    "system_stability": Text(sv="systemen", en="the systems"),
}

CHECK = Check(
    code="RPA034",
    name="change-ahead",
    kind="risk",
    packs=("rpa",),
    message=Text(
        sv="I {process} väntas {what} ändras mycket, och då behöver en robot byggas om.",
        en="In {process} much is expected to change in {what}, and then a robot needs to be rebuilt.",
    ),
    question=Text(
        sv="Vad ska ändras i {process} det närmaste halvåret, och är det bättre att vänta med roboten till dess?",
        en="What is to change in {process} within half a year, and is it better to wait with the robot until then?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="En robot är byggd på hur det ser ut i dag. Räkna med att den behöver byggas om vid varje uppgradering.",
        en="A robot is built on how things look today. Expect to rebuild it at every upgrade.",
    ),
    source="SKL (nu SKR), rekommendationer om RPA, 2018; UiPath Automation Hub (stability), read 2026-11-23",
    bad="""\
system_stability: major
""",
    good="""\
system_stability: minor
""",
    find=find,
)
