"""ESV043 nothing-when-incomplete: it is not said what happens when something is missing in what is sent in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.statutes import ADMINISTRATIVE_PROCEDURE
from procmap.checks.words import WHO_LEADS, whom
from procmap.graph.e_services import e_services
from procmap.graph.mentions import mentioned
from procmap.graph.view import View
from procmap.model.knowledge import Unknown
from procmap.text import Text

_MISSING = re.compile(
    r"komplett|saknas|(något|uppgift\w*|bilag\w*|det som) fattas"
    r"|ofullständig|brist(er|fällig)|complete|is missing|supplement"
)


def find(view: View) -> Iterator[Hit]:
    """A step, an answer or a status that speaks of what is missing tells that somebody has thought of it."""
    told = mentioned(view, _MISSING)
    for process, ref, service in e_services(view):
        completion = service.completion
        asked = isinstance(completion, Unknown)
        if asked or (completion is None and process.nodes and not told(process)):
            role = whom(view, process, "", completion) if asked else None
            yield hit(ref.of("e_service", "completion"), process=view.label(ref), role=role)


CHECK = Check(
    code="ESV043",
    name="nothing-when-incomplete",
    kind="gap",
    packs=("e-service",),
    message=Text(
        sv="Det står inte vad som händer när något saknas i det som skickas in till {process}.",
        en="It does not say what happens when something is missing in what is sent in to {process}.",
    ),
    question=Text(
        sv="Vad gör ni när något saknas i det som skickas in till {process}, och hur lämnar den enskilde det som "
        "fattas?",
        en="What do you do when something is missing in what is sent in to {process}, and how does the resident hand "
        "it in?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Kan man inte komplettera i e-tjänsten kommer det i mejl och på papper. När något är oklart ska myndigheten "
        "i första hand hjälpa till; vad som krävs i ert fall avgör en jurist.",
        en="If nothing can be added in the e-service, it comes by e-mail and on paper. Where something is unclear the "
        "authority is to help in the first place; what your case demands is for a lawyer to say.",
    ),
    source=ADMINISTRATIVE_PROCEDURE.at("20 §"),
    bad="""\
e_service:
  completion: ??
""",
    good="""\
e_service:
  completion: Begärs och lämnas i samma ärende i e-tjänsten
""",
    find=find,
)
