"""ESV091 personal-data-untold: it is not said where people learn how their data is handled."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import whom
from procmap.graph.e_services import e_services
from procmap.graph.personal_data import personal_data
from procmap.graph.view import View
from procmap.model.knowledge import Unknown
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """Where nothing at all is said of personal data, that is asked first."""
    for process, ref, _ in e_services(view):
        said, place = personal_data(process)
        if said is None or place is None:
            continue
        value = said.information
        if value is None or isinstance(value, Unknown):
            role = whom(view, process, "", value) if isinstance(value, Unknown) and value.ask else None
            yield hit(place("information"), process=view.label(ref), role=role)


CHECK = Check(
    code="ESV091",
    name="personal-data-untold",
    kind="gap",
    packs=("e-service",),
    message=Text(
        sv="Det står inte var man får veta hur personuppgifterna i e-tjänsten för {process} hanteras.",
        en="It does not say where one learns how the personal data in the e-service for {process} is handled.",
    ),
    question=Text(
        sv="Var och när får man veta hur personuppgifterna i e-tjänsten för {process} hanteras, och vad ska stå där?",
        en="Where and when does one learn how the personal data in the e-service for {process} is handled, and what is "
        "to stand there?",
    ),
    role=Text("dataskyddsombudet", "the data protection officer"),
    rationale=Text(
        sv="Informationen ska finnas när uppgifterna lämnas, och det lättaste är att rita in den i tjänsten från "
        "början.",
        en="The information is to be there when the data is given, and the easiest way is to draw it into the service "
        "from the start.",
    ),
    source="dataskyddsförordningen (EU) 2016/679 artikel 13, läst 2026-11-30 på gdprinfo.eu",
    bad="""\
e_service:
  gdpr:
    information:
""",
    good="""\
e_service:
  gdpr:
    information: Innan man börjar fylla i
""",
    find=find,
)
