"""RPA083 performers-not-asked: the map was held against the work, but not by those who do it."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.robots import on_their_own
from procmap.checks.words import WHO_LEADS, listing
from procmap.graph.automation import Automation
from procmap.graph.view import View
from procmap.model.knowledge import known
from procmap.model.process import Process, Validation
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """Said only where it is known that somebody did, and who does the work; RPA005 asks whether anybody did."""
    for process, found in on_their_own(view):
        stated = process.validated
        if not isinstance(stated, Validation) or known(stated.method) == "desk":
            continue
        roles = _performing(view, process, found)
        by = known(stated.by)
        if roles and (stated.by is None or by is not None) and not _is_one_of(view, process, by, roles):
            ref = Ref(process.id)
            names = listing(view.role(process, role) for role in roles)
            yield hit(ref.of("validated", "by"), process=view.label(ref), names=names)


def _performing(view: View, process: Process, found: Automation) -> list[str]:
    """The roles that do the work that is meant; where a robot does it already, all roles of the process."""
    places = [view.place(process, path) for path, _ in found.steps]
    lanes = [lane for lane in dict.fromkeys(places) if lane and view.kind(process, lane) == "person"]
    return lanes or [lane.id for lane in process.lanes if view.kind(process, lane.id) == "person"]


def _is_one_of(view: View, process: Process, by: str | None, roles: list[str]) -> bool:
    if by is None:
        return False
    words = {word.casefold() for role in roles for word in (role, *view.role(process, role))}
    return by.casefold() in words


CHECK = Check(
    code="RPA083",
    name="performers-not-asked",
    kind="ask",
    packs=("rpa",),
    message=Text(
        sv="Det står inte att {names} har varit med och stämt av {process}.",
        en="It does not say that {names} took part in holding {process} against the work.",
    ),
    question=Text(
        sv="Vad säger {names} om {process}, och vad oroar eller lockar i att en robot gör en del av det?",
        en="What do {names} say of {process}, and what worries or tempts about a robot doing a part of it?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="De som gör arbetet vet hur det går till, och de ska arbeta bredvid roboten.",
        en="Those who do the work know how it is done, and they are to work beside the robot.",
    ),
    source="Helsingborgs stad, hbg.works/digitalt-kompetent, 2026-11-23",
    bad="""\
validated: {at: 2026-10-01, method: walkthrough, by: Verksamhetsutvecklare}
""",
    good="""\
validated: {at: 2026-10-01, method: walkthrough, by: registrator}
""",
    find=find,
)
