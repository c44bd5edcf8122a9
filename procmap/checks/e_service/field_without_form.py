"""ESV033 field-without-form: it is not said what a right answer looks like."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS, answers_for
from procmap.graph.asked_data import asked_data
from procmap.graph.e_services import e_services
from procmap.graph.view import View
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """Where there are several fields: one alone is the whole form, and nobody has taken it apart yet."""
    for at in e_services(view):
        fields = asked_data(view, at)
        for ref, data in fields if len(fields) > 1 else ():
            if data.type is None and data.format is None and data.structure is None:
                step = view.label(ref)
                yield hit(ref, step=step, process=view.label(at.ref), role=answers_for(view, at), asked=False)


CHECK = Check(
    code="ESV033",
    name="field-without-form",
    kind="gap",
    packs=("e-service",),
    message=Text(
        sv="I e-tjänsten för {process} står det inte vad som är ett rätt ifyllt svar för {step}.",
        en="In the e-service for {process} it does not say what a rightly given answer is for {step}.",
    ),
    gathered=Text(
        sv="I e-tjänsten för {process} står det inte vad som är ett rätt ifyllt svar för de här uppgifterna: {steps}.",
        en="In the e-service for {process} it does not say what a rightly given answer is for this data: {steps}.",
    ),
    question=Text(
        sv="Vad ska man kunna svara för {step} i {process}, hur kontrolleras det, och vilken hjälp får den som är "
        "osäker?",
        en="What can one answer for {step} in {process}, how is it checked, and which help do those get who are "
        "unsure?",
    ),
    gathered_question=Text(
        sv="Vad ska man kunna svara för de här uppgifterna i {process}, hur kontrolleras det, och vilken hjälp får den "
        "som är osäker: {steps}?",
        en="What can one answer for this data in {process}, how is it checked, and which help do those get who are "
        "unsure: {steps}?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Ett svar som kontrolleras direkt behöver ingen begära komplettering av. Svaret skrivs som type eller "
        "format.",
        en="Nobody has to ask for the completion of an answer that is checked at once. The answer is written as type "
        "or format.",
    ),
    source="Digg, Vägledning för webbutveckling, webbriktlinjer.se, 2026-11-30",
    answers=("ESV-034",),
    bad="""\
data:
  anmalan: {name: Anmälan, type: text, structure: structured, personal_data: personal, retention: Bevaras}
  lokal: {name: Lokal, personal_data: none, retention: Bevaras}
e_service:
  fields: anmalan, lokal
""",
    good="""\
data:
  anmalan: {name: Anmälan, type: text, structure: structured, personal_data: personal, retention: Bevaras}
  lokal: {name: Lokal, type: text, format: Fastighetsbeteckning, personal_data: none, retention: Bevaras}
e_service:
  fields: anmalan, lokal
""",
    find=find,
)
