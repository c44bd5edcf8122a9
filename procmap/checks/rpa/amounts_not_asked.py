"""RPA050 amounts-not-asked: nobody has asked how many cases there are, or how long they take."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.robots import on_their_own
from procmap.checks.words import WHO_LEADS, listing
from procmap.graph.automation import Automation
from procmap.graph.view import View
from procmap.model.activity import Activity
from procmap.model.event import Event
from procmap.model.knowledge import known
from procmap.model.process import Process
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """One question; a figure for any of the steps will do, and nothing is worked out from the figures.

    What share goes otherwise is asked where it is known that something does.
    """
    for process, found in on_their_own(view):
        missing = list(_missing(view, process, found))
        if missing:
            ref = Ref(process.id)
            yield hit(ref, process=view.label(ref), what=listing(missing))


def _missing(view: View, process: Process, found: Automation) -> Iterator[Text]:
    steps = [each for path, _ in found.steps for each in found.around(path)]
    if process.volume is None and all(step.volume is None for step in steps):
        yield _VOLUME
    if steps and all(step.touch_time is None for step in steps):
        yield _TIME
    if any(known(step.exceptions) for step in steps) and not _is_share_said(view, process, found, steps):
        yield _SHARE
    if process.deadlines and process.peaks is None:
        yield _PEAKS


def _is_share_said(view: View, process: Process, found: Automation, steps: list[Activity]) -> bool:
    return any(_is_counted(step) for step in steps) or _ways_counted(view, process, found)


def _is_counted(step: Activity) -> bool:
    if step.error_rate is not None or step.share is not None:
        return True
    return any(case.share is not None for case in known(step.exceptions) or ())


def _ways_counted(view: View, process: Process, found: Automation) -> bool:
    """Whether a way within what is meant, or an event at one of its steps, says how many cases go there."""
    for scope in view.scopes(process):
        for id, node in scope.nodes.items():
            if scope.prefix + id not in found:
                continue
            if any(flow.share is not None for flow in scope.outgoing.get(id, ())):
                return True
            if isinstance(node, Event) and node.share is not None:
                return True
    return False


_VOLUME = Text(sv="hur många ärenden det är", en="how many cases there are")
_TIME = Text(sv="hur länge någon arbetar med ett ärende", en="how long somebody works on a case")
_SHARE = Text(sv="hur stor del som inte går som vanligt", en="what share does not go as usual")
_PEAKS = Text(sv="när det är som mest", en="when there are most")

CHECK = Check(
    code="RPA050",
    name="amounts-not-asked",
    kind="gap",
    packs=("rpa",),
    message=Text(sv="Om {process} står det inte {what}.", en="Of {process} it does not say {what}."),
    question=Text(
        sv="Vad vet ni om {process}, om så bara ungefär: {what}?",
        en="What do you know of {process}, if only roughly: {what}?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Det som görs sällan, snabbt eller olika varje gång är sällan värt en robot. En gissning räcker långt.",
        en="What is done seldom, quickly or differently each time is seldom worth a robot. A guess goes far.",
    ),
    source="UiPath Automation Hub, detailed assessment; Blue Prism, initial process analysis, read 2026-11-23",
    answers=("RPA-051", "RPA-052", "RPA-055"),
    bad="""\
volume: n/a
changes:
  - at: Registrera anmälan
    touch_time: n/a
""",
    good="""\
changes:
  - at: Registrera anmälan
    touch_time: 10 min
""",
    find=find,
)
