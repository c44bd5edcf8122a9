"""ESV093 impact-not-assessed: several signs of a high risk for those concerned, and no impact assessment is named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import listing, whom
from procmap.graph.decisions import decisions, served
from procmap.graph.mentions import mentioned
from procmap.graph.personal_data import personal_data
from procmap.graph.view import View
from procmap.model.activity import Activity
from procmap.model.knowledge import Unknown, known
from procmap.model.process import Process
from procmap.ref import Ref
from procmap.text import Text

_SIGNS = {
    "sensitive": Text("känsliga uppgifter", "sensitive data"),
    "machine": Text("beslut utan människa", "decisions without a person"),
    "matched": Text("uppgifter som hämtas från andra register", "data fetched from other registers"),
    "dependent": Text("barn eller andra i underläge", "children or others in a weak position"),
    "new": Text("ny teknik", "new technology"),
}
_NOTHING = Text("det står inget, men här finns {signs}", "nothing is said, but there are {signs}")
_UNKNOWN = Text("ingen visste", "nobody knew")
_SENSITIVE = frozenset({"sensitive", "criminal", "protected"})
_DEPENDENT = re.compile(r"\bbarn|\belev|ungdom|god man|äldre|funktions(ned|hind)|children|pupil|disab|elderly|guardian")
_NEW = re.compile(r"\bai\b|maskininlärning|språkmodell|ansiktsigenkänning|machine learning|language model")


def find(view: View) -> Iterator[Hit]:
    """So many of the signs that a supervisory authority goes by as a map can tell of."""
    least = view.thresholds["impact-not-assessed.signs"]
    by_machine = {at.process.id for at in decisions(view) if at.by_machine}
    new = mentioned(view, _NEW)
    ours = {process.id for process in served(view)}
    for process in view.processes:
        said, place = personal_data(process)
        dpia = said.dpia if said is not None else None
        ref = Ref(process.id)
        if place is None:
            continue
        if isinstance(dpia, Unknown):
            role = whom(view, process, "", dpia) if dpia.ask else None
            yield hit(place("dpia"), process=view.label(ref), said=_UNKNOWN, role=role)
        elif dpia is None and process.id in ours:
            signs = _signs(view, process, by_machine, new=new(process))
            if len(signs) >= least:
                yield hit(place("dpia"), process=view.label(ref), said=_NOTHING.fill(signs=listing(signs)))


def _signs(view: View, process: Process, by_machine: set[str], *, new: bool) -> list[Text]:
    held = {known(data.personal_data) for data in process.data}
    held |= {known(node.personal_data) for _, node in view.nodes(process) if isinstance(node, Activity)}
    signs = {
        "sensitive": bool(held & _SENSITIVE),
        "machine": process.id in by_machine,
        "matched": any(known(data.prefilled_from) or known(data.record) for data in process.data),
        "dependent": "children" in held or _DEPENDENT.search(str(known(process.customer) or "").casefold()) is not None,
        "new": new,
    }
    return [_SIGNS[sign] for sign, holds in signs.items() if holds]


CHECK = Check(
    code="ESV093",
    name="impact-not-assessed",
    kind="blocker",
    packs=("e-service",),
    message=Text(
        sv="Det är inte klart om {process} behöver en konsekvensbedömning: {said}.",
        en="It is not clear whether {process} needs an impact assessment: {said}.",
    ),
    question=Text(
        sv="Behövs en konsekvensbedömning av hur personuppgifterna i {process} hanteras, är den gjord, och vad kom ni "
        "fram till?",
        en="Is an impact assessment needed of how the personal data in {process} is handled, has it been made, and "
        "what did it come to?",
    ),
    role=Text("dataskyddsombudet", "the data protection officer"),
    rationale=Text(
        sv="Är risken hög för dem det gäller ska en konsekvensbedömning göras innan behandlingen börjar. Flera tecken "
        "tillsammans talar för det, men om den behövs avgör dataskyddsombudet, inte procmap.",
        en="Where the risk is high for those concerned, an impact assessment is to be made before the processing "
        "begins. Several signs together point to it, but whether it is needed is for the data protection officer to "
        "say, not for procmap.",
    ),
    source="dataskyddsförordningen (EU) 2016/679 artikel 35.1, läst 2026-11-30 på imy.se; IMY, När ska en "
    "konsekvensbedömning genomföras, läst 2026-11-23",
    thresholds={"impact-not-assessed.signs": 2},
    bad="""\
e_service:
  gdpr:
    dpia:
data:
  anmalan: {name: Anmälan, structure: structured, personal_data: sensitive, retention: Bevaras}
  foretag: {name: Företagets uppgifter, record: Bolagsverket, prefilled_from: Bolagsverket, retention: 5 år}
changes:
  - at: Registrera anmälan
    reads: anmalan, foretag
""",
    good="""\
e_service:
  gdpr:
    dpia: Gjord i oktober 2026, risken är låg
data:
  anmalan: {name: Anmälan, structure: structured, personal_data: sensitive, retention: Bevaras}
  foretag: {name: Företagets uppgifter, record: Bolagsverket, prefilled_from: Bolagsverket, retention: 5 år}
changes:
  - at: Registrera anmälan
    reads: anmalan, foretag
""",
    find=find,
)
