"""ESV050 status-stands-still: for a long time those who wait see the same."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS, answers_for, listing, spoken
from procmap.graph.e_services import e_services
from procmap.graph.labels import quoted
from procmap.graph.view import View
from procmap.model.knowledge import known
from procmap.model.process import Process
from procmap.model.quantity import Duration
from procmap.text import Text

_DAY = 86_400


def find(view: View) -> Iterator[Hit]:
    """Received and decided are two; a third is taken to tell what happens in between."""
    longest = view.thresholds["status-stands-still.days"] * _DAY
    most = view.thresholds["status-stands-still.statuses"]
    for at in e_services(view):
        statuses = view.value(at.service, "statuses")
        time = _time(at.process)
        if statuses and len(statuses) <= most and time is not None and time.seconds[1] >= longest:
            yield hit(
                at.ref.of("e_service", "statuses"),
                process=view.label(at.ref),
                time=spoken(view, None, "lead_time", time),
                statuses=listing(quoted(status) for status in statuses),
                role=answers_for(view, at),
            )


def _time(process: Process) -> Duration | None:
    """How long it takes, else the longest that it may."""
    taken = known(process.lead_time)
    promised = [time for deadline in process.deadlines if (time := known(deadline.within)) is not None]
    return taken or max(promised, key=lambda time: time.seconds[1], default=None)


CHECK = Check(
    code="ESV050",
    name="status-stands-still",
    kind="gap",
    packs=("e-service",),
    message=Text(
        sv="{process} kan ta {time}, och det enda man kan se under tiden är {statuses}.",
        en="{process} can take {time}, and all one can see meanwhile is {statuses}.",
    ),
    question=Text(
        sv="Vad vill den som väntar i {process} kunna se under tiden, mellan {statuses}, och vad ändrar läget?",
        en="What do those who wait in {process} want to see meanwhile, between {statuses}, and what changes it?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="När inget ändras ringer man och frågar. Varje läge ska betyda något för den som väntar, inte bara för oss.",
        en="When nothing changes people call and ask. Each status is to mean something to those who wait, not only to "
        "us.",
    ),
    source="Open ePlatform, statusar med hanteringstid, github.com/Sundsvallskommun/Open-ePlatform, 2026-11-23",
    thresholds={"status-stands-still.days": 14, "status-stands-still.statuses": 2},
    bad="""\
lead_time: 3 weeks
e_service:
  statuses: [Mottagen, Beslutad]
changes:
  - at: Registrera anmälan
    exceptions: {name: Företagaren tar tillbaka anmälan, kind: business, action: Avsluta ärendet}
  - at: Meddela beslutet
    exceptions: {name: Företagaren överklagar, kind: business, action: Se om det kom i tid och lämna över}
""",
    good="""\
lead_time: 3 weeks
e_service:
  statuses: [Mottagen, Granskas av en inspektör, Beslutad]
changes:
  - at: Registrera anmälan
    exceptions: {name: Företagaren tar tillbaka anmälan, kind: business, action: Avsluta ärendet}
  - at: Meddela beslutet
    exceptions: {name: Företagaren överklagar, kind: business, action: Se om det kom i tid och lämna över}
""",
    find=find,
)
