"""ESV090 personal-data-unsettled: it is not said for what, or with what right, personal data is collected."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.statutes import DATA_PROTECTION
from procmap.checks.words import listing, whom
from procmap.graph.e_services import EServiceAt, e_services
from procmap.graph.personal_data import personal_data
from procmap.graph.view import View
from procmap.model.knowledge import Unknown, known
from procmap.text import Text

_OPEN = {
    "purpose": Text("vad de ska användas till", "what they are to be used for"),
    "basis": Text("vilken den rättsliga grunden är", "what the legal basis is"),
}


def find(view: View) -> Iterator[Hit]:
    """Where nothing is said of personal data, that is all that is asked; what they are told comes after."""
    for at in e_services(view):
        said, place = personal_data(at.process)
        if place is None:
            continue
        whole = at.service.gdpr
        if said is None and not isinstance(whole, Unknown) and (whole is not None or not _may_hold_any(at)):
            continue
        values = {name: getattr(said, name) if said is not None else whole for name in _OPEN}
        missing = [name for name, value in values.items() if value is None or isinstance(value, Unknown)]
        if missing:
            role = next((whom(view, at.process, "", each) for each in values.values() if _names_whom(each)), None)
            refs = [place(name) for name in missing] if said is not None else [at.ref.of("e_service", "gdpr")]
            yield hit(*refs, process=view.label(at.ref), missing=listing(_OPEN[name] for name in missing), role=role)


def _names_whom(value: object) -> bool:
    return isinstance(value, Unknown) and value.ask is not None


def _may_hold_any(at: EServiceAt) -> bool:
    """Not where nobody logs in and all the data is said to be about nobody."""
    identification = known(at.service.identification)
    anonymous = identification is not None and known(identification.level) == "none"
    data = at.process.data
    return not (anonymous and data and all(known(each.personal_data) == "none" for each in data))


CHECK = Check(
    code="ESV090",
    name="personal-data-unsettled",
    kind="blocker",
    packs=("e-service",),
    message=Text(
        sv="Om personuppgifterna i e-tjänsten för {process} står det inte {missing}.",
        en="Of the personal data in the e-service for {process} it does not say {missing}.",
    ),
    question=Text(
        sv="Vad gäller för personuppgifterna i e-tjänsten för {process}: {missing}?",
        en="How is it with the personal data in the e-service for {process}: {missing}?",
    ),
    role=Text("dataskyddsombudet", "the data protection officer"),
    rationale=Text(
        sv="En kommun får oftast behandla personuppgifter för en uppgift av allmänt intresse eller som "
        "myndighetsutövning, men då ska uppgiften följa av lag eller beslut. Vilken grund som gäller avgör "
        "dataskyddsombud och jurist, inte procmap.",
        en="A municipality mostly may handle personal data for a task of public interest or in the exercise of public "
        "authority, but then the task is to follow from a law or a decision. Which basis holds is for the data "
        "protection officer and a lawyer to say, not for procmap.",
    ),
    source=DATA_PROTECTION.at("2 kap. 1–2 §§"),
    answers=("J53",),
    bad="""\
e_service:
  gdpr: {basis: "??"}
""",
    good="""\
e_service:
  gdpr: {basis: "Myndighetsutövning, artikel 6.1 e"}
""",
    find=find,
)
