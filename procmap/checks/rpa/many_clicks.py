"""RPA032 many-clicks: a case takes so many clicks that the robot is long to build and easily broken."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.robots import meant
from procmap.checks.words import WHO_LEADS
from procmap.graph.view import View
from procmap.model.knowledge import known
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process, found in meant(view):
        clicks = {path: known(step.clicks) or 0 for path, step in found.steps}
        total = sum(clicks.values())
        if total > view.thresholds["many-clicks"]:
            refs = [Ref(process.id, path, "clicks") for path, number in clicks.items() if number]
            yield hit(*refs, process=view.label(Ref(process.id)), count=total)


CHECK = Check(
    code="RPA032",
    name="many-clicks",
    kind="risk",
    packs=("rpa",),
    message=Text(
        sv="Ett ärende i {process} är ungefär {count} klick för en robot.",
        en="A case in {process} is about {count} clicks for a robot.",
    ),
    question=Text(
        sv="Vilka skärmbilder i {process} går att hoppa över, eller hämta på annat sätt?",
        en="Which screens in {process} can be left out, or fetched in another way?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Varje klick är ett ställe där en ändrad skärmbild stoppar roboten.",
        en="Each click is a place where a changed screen stops the robot.",
    ),
    source="Forrester's rule of five for RPA (500 clicks), as told by Synerzip, read 2026-11-23",
    thresholds={"many-clicks": 500},
    bad="""\
changes:
  - at: Registrera anmälan
    clicks: 620
""",
    good="""\
changes:
  - at: Registrera anmälan
    clicks: 40
""",
    find=find,
)
