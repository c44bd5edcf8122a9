"""ESV052 delay-not-told: a decision has a deadline, and it is not said what those who wait learn when it is missed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.statutes import ADMINISTRATIVE_PROCEDURE
from procmap.checks.words import WHO_LEADS
from procmap.graph.decisions import DecisionAt, decisions, is_tried_for_legality
from procmap.graph.mentions import mentioned
from procmap.graph.view import View
from procmap.model.deadline import Deadline
from procmap.model.knowledge import known
from procmap.ref import Ref
from procmap.text import Text

_LATE = re.compile(r"försen|dröj|längre tid|förlängd tid|förläng\w* (tiden|handlägg)|tar längre|delay|takes longer")


def find(view: View) -> Iterator[Hit]:
    """A deadline for a decision that somebody has asked for; other deadlines are promises of other kinds."""
    told = mentioned(view, _LATE)
    by_process: dict[str, list[DecisionAt]] = {}
    for at in decisions(view):
        if not is_tried_for_legality(at.decision):
            by_process.setdefault(at.process.id, []).append(at)
    for process in view.processes:
        if process.id not in by_process or told(process):
            continue
        for deadline in process.deadlines:
            if deadline.if_missed is None and _is_for(deadline, by_process[process.id]):
                ref = Ref(process.id, f"deadlines/{deadline.id}")
                yield hit(ref.of("if_missed"), deadline=view.label(ref))


def _is_for(deadline: Deadline, found: list[DecisionAt]) -> bool:
    return any(at.ref.element in (known(deadline.ends) or ()) for at in found)


CHECK = Check(
    code="ESV052",
    name="delay-not-told",
    kind="gap",
    packs=("e-service",),
    message=Text(
        sv="Det står inte vad den som väntar får veta när fristen {deadline} inte hålls.",
        en="It does not say what those who wait learn when the deadline {deadline} is missed.",
    ),
    question=Text(
        sv="Hur får den som väntar veta att fristen {deadline} inte hålls, och vad det beror på?",
        en="How do those who wait learn that the deadline {deadline} is not kept, and why?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Den som vet att det dröjer, och varför, slipper ringa. När ett ärende blir väsentligt försenat kan det "
        "också finnas en skyldighet att berätta: fråga en jurist.",
        en="Those who know that it takes longer, and why, need not call. When a case becomes considerably delayed "
        "there may also be a duty to tell: ask a lawyer.",
    ),
    source=ADMINISTRATIVE_PROCEDURE.at("11 §"),
    bad="""\
deadlines:
  - name: Besked om registrering
    within: 2 weeks
    from: Anmälan inkommer, Komplettering inkommer
    to: Besluta om registrering
""",
    good="""\
deadlines:
  - name: Besked om registrering
    within: 2 weeks
    from: Anmälan inkommer, Komplettering inkommer
    to: Besluta om registrering
    if_missed: Företagaren får ett meddelande om varför det dröjer
""",
    find=find,
)
