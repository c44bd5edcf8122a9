"""RPA005 not-validated: the description has not been held against the real work, or not lately, or at a desk only."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.age import months_since
from procmap.checks.check import Check, Hit, hit
from procmap.checks.robots import on_their_own
from procmap.checks.words import WHO_LEADS, whom
from procmap.graph.labels import literal
from procmap.graph.view import View
from procmap.model.knowledge import Unknown, known
from procmap.model.process import Process, Validation
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process, _ in on_their_own(view):
        cause = _cause(view, process)
        if cause is not None:
            ref = Ref(process.id)
            role = whom(view, process, "", process.validated)
            yield hit(ref.of("validated"), process=view.label(ref), cause=cause, role=role)


def _cause(view: View, process: Process) -> Text | None:
    stated = process.validated
    if stated is None:
        return _NEVER
    if isinstance(stated, Unknown):
        return _NOT_KNOWN
    if not isinstance(stated, Validation):
        return None
    if known(stated.method) == "desk":
        return _AT_A_DESK
    at = known(stated.at)
    age = months_since(at, view.today)
    if at and age is not None and age > view.thresholds["not-validated"]:
        return _LONG_AGO.fill(at=literal(at))
    return None


_NEVER = Text(sv="det står inte att kartan har stämts av", en="it does not say that the map was held against the work")
_NOT_KNOWN = Text(sv="ingen visste om kartan har stämts av", en="nobody knew whether the map was held against the work")
_AT_A_DESK = Text(sv="kartan är bara avstämd vid ett skrivbord", en="the map was held against the work at a desk only")
_LONG_AGO = Text(sv="kartan stämdes av senast {at}", en="the map was last held against the work in {at}")

CHECK = Check(
    code="RPA005",
    name="not-validated",
    kind="gap",
    packs=("rpa",),
    message=Text(
        sv="Det är osäkert om {process} går till så här: {cause}.",
        en="It is uncertain whether {process} is done like this: {cause}.",
    ),
    question=Text(
        sv="När kan någon som inte har ritat {process} göra ett riktigt ärende och bara följa det som står?",
        en="When can somebody who did not draw {process} do a real case and follow only what it says?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Det som ingen tänkte på att säga märks först när någon annan ska göra det. Bättre då än när roboten är "
        "byggd.",
        en="What nobody thought of saying is noticed only when somebody else is to do it. Better then than when the "
        "robot is built.",
    ),
    source="Blue Prism, PDD walkthrough, read 2026-11-23; twelve months is a choice of procmap's",
    thresholds={"not-validated": 12},
    answers=("RPA-006",),
    bad="""\
validated: {at: 2026-10-01, method: desk, by: registrator}
""",
    good="""\
validated: {at: 2026-10-01, method: walkthrough, by: registrator}
""",
    find=find,
)
