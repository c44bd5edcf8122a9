"""ESV073 appeal-without-path: a decision can be appealed against, and nothing is said of what then happens."""

from __future__ import annotations

import re
from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.statutes import ADMINISTRATIVE_PROCEDURE
from procmap.checks.words import WHO_LEADS
from procmap.graph.decisions import decisions
from procmap.graph.e_services import e_services
from procmap.graph.mentions import mentioned
from procmap.graph.view import View
from procmap.model.knowledge import known
from procmap.text import Text

_APPEAL = re.compile(r"överklag|rättid|besvär|appeal")


def find(view: View) -> Iterator[Hit]:
    """Any step, status, message or process of the map that speaks of appeals counts: one office may take all."""
    ours = {each.process.id for each in e_services(view)}
    found = [at for at in decisions(view) if at.process.id in ours]
    open_to_appeal = [at for at in found if known(at.decision.appeal) == "forvaltningsbesvar"]
    if not open_to_appeal or any(map(mentioned(view, _APPEAL), view.processes)):
        return
    for at in open_to_appeal:
        label = view.label(at.ref)
        yield hit(at.ref.of("decision", "appeal"), decision=label, step=label, asked=False)


CHECK = Check(
    code="ESV073",
    name="appeal-without-path",
    kind="gap",
    packs=("e-service",),
    message=Text(
        sv="Beslutet i {decision} går att överklaga, och det står inte vad som händer då.",
        en="The decision in {decision} can be appealed against, and it does not say what happens then.",
    ),
    gathered=Text(
        sv="De här besluten går att överklaga, och det står inte vad som händer då: {steps}.",
        en="These decisions can be appealed against, and it does not say what happens then: {steps}.",
    ),
    question=Text(
        sv="Vem tar emot ett överklagande av beslutet i {decision}, ser om det kom i tid och lämnar det vidare?",
        en="Who receives an appeal against the decision in {decision}, sees whether it came in time and passes it on?",
    ),
    gathered_question=Text(
        sv="Vem tar emot ett överklagande av de här besluten, ser om det kom i tid och lämnar det vidare: {steps}?",
        en="Who receives an appeal against these decisions, sees whether it came in time and passes it on: {steps}?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Ett överklagande lämnas till den som har beslutat, som prövar om det kom i rätt tid och skyndsamt lämnar "
        "det vidare. Vad som gäller för just det här beslutet avgör en jurist.",
        en="An appeal is handed in to whoever made the decision, who tries whether it came in time and promptly passes "
        "it on. What holds for this decision is for a lawyer to say.",
    ),
    source=ADMINISTRATIVE_PROCEDURE.at("43–46 §§"),
    bad="""\
e_service:
  statuses: [Mottagen, Väntar på dina uppgifter, Handläggs, Beslutad, Återtagen av dig]
""",
    good="""\
e_service:
  statuses: [Mottagen, Väntar på dina uppgifter, Handläggs, Beslutad, Överklagad, Återtagen av dig]
""",
    find=find,
)
