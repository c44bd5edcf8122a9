"""DAT006 described-and-not-used: data that is described, and no step reads or writes."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS
from procmap.graph.view import View
from procmap.model.process import Process
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """Where steps say of other data that they read or write it; in files of BPMN see declared-and-unused.

    A catalogue may hold what other maps use.
    """
    everything = [use for use in view.data_uses if isinstance(use.owner, Process) and not view.is_bpmn(use.owner.id)]
    said = {use.owner.id for use in everything if use.reads or use.writes}
    for use in everything:
        touched = use.is_read or use.is_written or use.is_brought_in or use.goes_out or use.is_asked_for
        if use.owner.id in said and not touched:
            yield hit(use.ref, step=view.label(use.ref), asked=False)


CHECK = Check(
    code="DAT006",
    name="described-and-not-used",
    kind="ask",
    packs=("rpa", "e-service"),
    message=Text(
        sv="{step} finns bland uppgifterna, men inget steg läser eller skriver det.",
        en="{step} is among the data, but no step reads or writes it.",
    ),
    gathered=Text(
        sv="Det här finns bland uppgifterna, men inget steg läser eller skriver det: {steps}.",
        en="This is among the data, but no step reads or writes it: {steps}.",
    ),
    question=Text(
        sv="I vilket steg behövs {step}, och vad skulle hända om det inte fanns?",
        en="In which step is {step} needed, and what would happen if it were not there?",
    ),
    gathered_question=Text(
        sv="I vilka steg behövs de här uppgifterna, och vad skulle hända om de inte fanns: {steps}?",
        en="In which steps is this data needed, and what would happen if it were not there: {steps}?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Uppgifter som inte används behöver ingen lämna. Uppgifter som används utan att det syns glöms när arbetet "
        "byggs om.",
        en="Data that is not used nobody need give. Data that is used without it showing is forgotten when the work is "
        "rebuilt.",
    ),
    source="Dataskyddsförordningen (EU) 2016/679, artikel 5.1 c, läst i engelsk återgivning 2026-11-30",
    bad="""\
data:
  anmalan: {name: Anmälan, type: text, structure: structured, personal_data: personal, retention: Bevaras}
  sittplatser: {name: Sittplatser, type: number, structure: structured, personal_data: none, retention: Bevaras}
""",
    good="""\
data:
  anmalan: {name: Anmälan, type: text, structure: structured, personal_data: personal, retention: Bevaras}
""",
    find=find,
)
