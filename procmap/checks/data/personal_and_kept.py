"""DAT003 personal-and-kept: personal data of which nobody has said how long it is kept."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.catalogue import Catalogue
from procmap.model.process import Process
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for document in view.documents:
        for data in document.data if isinstance(document, (Process, Catalogue)) else ():
            kind = view.value(data, "personal_data")
            if kind is not None and kind != "none" and data.retention is None:
                ref = Ref(document.id, f"data/{data.id}")
                yield hit(ref.of("retention"), step=view.label(ref), asked=False)


CHECK = Check(
    code="DAT003",
    name="personal-and-kept",
    kind="gap",
    packs=("rpa",),
    message=Text(
        sv="{step} innehåller personuppgifter, och det står inte hur länge de finns kvar.",
        en="{step} holds personal data, and it does not say how long it is kept.",
    ),
    gathered=Text(
        sv="De här innehåller personuppgifter, och det står inte hur länge de finns kvar: {steps}.",
        en="These hold personal data, and it does not say how long it is kept: {steps}.",
    ),
    question=Text(
        sv="Vad behöver vi {step} till, hur länge ska det finnas kvar, och var hamnar kopior när en robot arbetar?",
        en="What do we need {step} for, how long is it to be kept, and where do copies end up when a robot works?",
    ),
    gathered_question=Text(
        sv="Vad behöver vi det här till, hur länge ska det finnas kvar, och var hamnar kopior när en robot arbetar: "
        "{steps}?",
        en="What do we need this for, how long is it to be kept, and where do copies end up when a robot works: "
        "{steps}?",
    ),
    role=Text(sv="arkivarien och dataskyddsombudet", en="the archivist and the data protection officer"),
    rationale=Text(
        sv="En robot lämnar spår: loggar, skärmbilder och köer. Vad de får innehålla, och hur länge, följer av vad "
        "uppgifterna är till för. Vad lagen kräver (fråga en jurist om dataskyddsförordningen artikel 5) är en egen "
        "fråga.",
        en="A robot leaves traces: logs, screenshots and queues. What they may hold, and for how long, follows from "
        "what the data is for. What the law requires (ask a lawyer about article 5 of the GDPR) is a separate one.",
    ),
    source="Dataskyddsförordningen (EU) 2016/679, artikel 5.1 b och e, läst i engelsk återgivning 2026-11-30",
    answers=("BPMN: personal data without purpose or retention",),
    gives_way=True,
    bad="""\
data:
  anmalan: {name: Anmälan, type: text, structure: structured, personal_data: personal}
""",
    good="""\
data:
  anmalan: {name: Anmälan, type: text, structure: structured, personal_data: personal, retention: Bevaras}
""",
    find=find,
)
