"""ESV044 no-way-to-withdraw: nothing is said of those who change their mind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS, answers_for
from procmap.graph.e_services import decides, e_services
from procmap.graph.mentions import mentioned
from procmap.graph.view import View
from procmap.text import Text

_SAID = re.compile(
    r"återkall|ångra|\bavbok|åter(ta|tar|tas|tog|tagen|taget)\b|"
    r"\b(ta|tar|tas|tog|tagit|dra|drar|dras|drog|dragit)\b[\w ]{0,40} tillbaka|"
    r"\bändra[rst]? [\w ]{0,20}(ansökan|anmälan|uppgift|det)|\b(går|kan|får|vill) [\w ]{0,20}ändra|"
    r"withdr[ae]w|cancel|\btakes? [\w ]{0,40}back|chang\w+ [\w ]{0,20}(application|notification|data|mind)"
)


def find(view: View) -> Iterator[Hit]:
    """Where something is decided: until then whoever has applied may change her mind."""
    is_said = mentioned(view, _SAID)
    for at in e_services(view):
        if decides(view, at.process) and not is_said(at.process):
            yield hit(at.ref.of("e_service"), process=view.label(at.ref), role=answers_for(view, at))


CHECK = Check(
    code="ESV044",
    name="no-way-to-withdraw",
    kind="gap",
    packs=("e-service",),
    message=Text(
        sv="Det står inget om den som vill ändra eller ta tillbaka det som har skickats in i {process}.",
        en="Nothing is said of those who want to change or withdraw what was sent in to {process}.",
    ),
    question=Text(
        sv="Hur gör den som vill ändra eller ta tillbaka det som har skickats in i {process}, och hur länge går det?",
        en="What do those do who want to change or withdraw what was sent in to {process}, and until when can they?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Den som ser ett fel en minut efteråt skickar annars in en gång till, och då finns två ärenden.",
        en="Whoever sees a mistake a minute later will otherwise send in once more, and then there are two cases.",
    ),
    source="procmap, 2026-11-30",
    bad="""\
e_service:
  statuses: [Mottagen, Väntar på dina uppgifter, Handläggs, Beslutad, Överklagad]
""",
    good="""\
e_service:
  statuses: [Mottagen, Väntar på dina uppgifter, Handläggs, Beslutad, Överklagad, Återtagen av dig]
""",
    find=find,
)
