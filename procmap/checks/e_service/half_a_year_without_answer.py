"""ESV053 half-a-year-without-answer: a case may take longer than half a year, and nobody says what one can then do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.statutes import ADMINISTRATIVE_PROCEDURE
from procmap.checks.words import WHO_LEADS
from procmap.graph.decisions import decisions, is_tried_for_legality
from procmap.graph.mentions import mentioned
from procmap.graph.view import View
from procmap.model.knowledge import known
from procmap.ref import Ref
from procmap.text import Text

_REQUEST = re.compile(
    r"dröjsmål|(begär\w*|kräva) [\w ]{0,30}(avgör|beslut)|begäran om (avgörande|beslut)"
    r"|(request|demand)\w* [\w ]{0,20}decision|slow handling"
)
_MONTH = 2_629_746.0


def find(view: View) -> Iterator[Hit]:
    """Where somebody has asked for a decision, and cases are known to take that long."""
    told = mentioned(view, _REQUEST)
    months = view.thresholds["half-a-year-without-answer.months"]
    ids = {at.process.id for at in decisions(view) if not is_tried_for_legality(at.decision)}
    for process in view.processes:
        time = known(process.lead_time)
        if process.id in ids and time is not None and time.seconds[1] > months * _MONTH and not told(process):
            ref = Ref(process.id)
            yield hit(ref.of("lead_time"), process=view.label(ref))


CHECK = Check(
    code="ESV053",
    name="half-a-year-without-answer",
    kind="gap",
    packs=("e-service",),
    message=Text(
        sv="{process} kan ta mer än ett halvår, och det står inte vad den som väntar då kan begära.",
        en="{process} may take more than half a year, and it does not say what those who wait can then ask for.",
    ),
    question=Text(
        sv="Vad gör ni när någon efter ett halvår i {process} skriver och begär att få ett beslut, och vem svarar?",
        en="What do you do when somebody after half a year in {process} writes and asks for a decision, and who "
        "answers?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Efter sex månader får en part begära att ärendet avgörs, och svaret ska komma inom fyra veckor. Om det "
        "gäller just era ärenden avgör en jurist.",
        en="After six months a party may ask for the case to be decided, and the answer is to come within four weeks. "
        "Whether that holds for your cases is for a lawyer to say.",
    ),
    source=ADMINISTRATIVE_PROCEDURE.at("12 §"),
    thresholds={"half-a-year-without-answer.months": 6},
    bad="""\
lead_time: 4-9 months
""",
    good="""\
lead_time: 3-14 d
""",
    find=find,
)
