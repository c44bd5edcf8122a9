"""RPA003 no-end-state: nobody has said what is true when the work is done, so a robot cannot tell that it is."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.robots import on_their_own
from procmap.checks.words import WHO_LEADS, whom
from procmap.graph.view import View
from procmap.model.knowledge import Unknown
from procmap.model.process import Process
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """An end with a name says it too."""
    for process, _ in on_their_own(view):
        if isinstance(process.outcome, Unknown) or (process.outcome is None and not _has_a_named_end(view, process)):
            ref = Ref(process.id)
            role = whom(view, process, "", process.outcome)
            yield hit(ref.of("outcome"), process=view.label(ref), role=role)


def _has_a_named_end(view: View, process: Process) -> bool:
    outermost = view.scopes(process)[0]
    return any(outermost.nodes[id].name is not None for id in outermost.ends)


CHECK = Check(
    code="RPA003",
    name="no-end-state",
    kind="blocker",
    packs=("rpa",),
    message=Text(
        sv="Det står inte vad som är sant när {process} är klar.",
        en="It does not say what is true when {process} is done.",
    ),
    question=Text(
        sv="Hur ser man att ett ärende i {process} är klart, och i vilket system syns det?",
        en="How can one see that a case in {process} is done, and in which system does it show?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="En robot som inte kan se att den är klar börjar om, eller slutar för tidigt.",
        en="A robot that cannot see that it is done begins again, or stops too early.",
    ),
    source="Mendling, Reijers and van der Aalst, Seven process modeling guidelines, 2010",
    answers=("BPMN: end without result",),
    bad="""\
outcome: ??
""",
    good="""\
outcome: Verksamheten är registrerad
""",
    find=find,
)
