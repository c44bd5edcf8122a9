"""RPA070 sensitive-data-for-robot: a robot would handle sensitive data, and no impact assessment is spoken of."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.e_service.impact_not_assessed import find as for_e_service
from procmap.checks.robots import data_used, meant
from procmap.checks.words import listing
from procmap.graph.automation import Automation
from procmap.graph.personal_data import personal_data
from procmap.graph.view import View
from procmap.model.knowledge import NOT_APPLICABLE, known
from procmap.model.process import Process
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """One question for a process; the assessment is written under ``gdpr``, of the process or of its e-service.

    Where the same is asked for an e-service it is not asked here too.
    """
    asked = {one.refs[0].document for one in for_e_service(view)} if "e-service" in view.packs else set()
    for process, found in meant(view):
        places = _places(view, process, found)
        if places and process.id not in asked and not _is_assessed(process):
            what = listing(_WORDS[kind] for kind in dict.fromkeys(places.values()))
            said, place = personal_data(process)
            open_too = [place("dpia")] if said is not None and place is not None and said.dpia is not None else []
            yield hit(*places, *open_too, process=view.label(Ref(process.id)), what=what)


def _places(view: View, process: Process, found: Automation) -> dict[Ref, str]:
    """Where it is said that data is sensitive, and of which kind."""
    places: dict[Ref, str] = {}
    for ref, (data, _) in data_used(view, process, found, "reads", "writes").items():
        places[ref.of("personal_data")] = str(view.value(data, "personal_data"))
    for path, step in found.steps:
        places[Ref(process.id, path, "personal_data")] = str(view.value(step, "personal_data"))
    return {ref: kind for ref, kind in places.items() if kind in _WORDS}


def _is_assessed(process: Process) -> bool:
    service = known(process.e_service)
    blocks = [process.gdpr, *([service.gdpr] if service is not None else [])]
    for gdpr in blocks:
        if gdpr is NOT_APPLICABLE:
            return True
        stated = known(gdpr)
        if stated is not None and (stated.dpia is NOT_APPLICABLE or isinstance(stated.dpia, str)):
            return True
    return False


_WORDS = {
    "sensitive": Text(sv="känsliga personuppgifter", en="sensitive personal data"),
    "protected": Text(sv="skyddade personuppgifter", en="protected personal data"),
    "criminal": Text(sv="uppgifter om brott", en="data about offences"),
}

CHECK = Check(
    code="RPA070",
    name="sensitive-data-for-robot",
    kind="blocker",
    packs=("rpa",),
    message=Text(
        sv="En robot i {process} skulle hantera {what}, och det står inte om en konsekvensbedömning är gjord.",
        en="A robot in {process} would handle {what}, and it does not say whether an impact assessment has been made.",
    ),
    question=Text(
        sv="Behövs en konsekvensbedömning innan en robot hanterar {what} i {process}, och är den i så fall gjord?",
        en="Is an impact assessment needed before a robot handles {what} in {process}, and if so, has it been made?",
    ),
    role=Text(sv="dataskyddsombudet", en="the data protection officer"),
    rationale=Text(
        sv="Bedömningen görs innan behandlingen börjar, om den kan leda till hög risk för dem det gäller. Det avgör ni "
        "med dataskyddsombudet, inte procmap.",
        en="The assessment is made before the processing begins, if that may lead to a high risk for those concerned. "
        "That is for you and the data protection officer to say, not for procmap.",
    ),
    source="dataskyddsförordningen (EU) 2016/679 artikel 35, med IMY:s förteckning, läst 2026-11-30",
    bad="""\
e_service: n/a
data:
  anmalan: {name: Anmälan, structure: structured, personal_data: sensitive, retention: Bevaras}
""",
    good="""\
e_service: n/a
data:
  anmalan: {name: Anmälan, structure: structured, personal_data: sensitive, retention: Bevaras}
gdpr: {dpia: "Gjord 2026-09, dnr 2026/114"}
""",
    find=find,
)
