"""ESV075 decision-not-reported: a decision is made on delegation, and it is not said whether the board is told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.statutes import LOCAL_GOVERNMENT
from procmap.graph.decisions import decisions, is_by_board
from procmap.graph.mentions import mentioned
from procmap.graph.view import View
from procmap.text import Text

_REPORTED = re.compile(
    r"delegations?(list|beslut|ärende)|delegeringsbeslut|anmälningsärende"
    r"|(anmäl|redovisa|rapportera)\w* ([\w ]{0,30} )?(till|för|i|hos|på|vid) ([\w ]{0,20} )?\w*(nämnd|utskott|styrelse)"
    r"|\breport"
)


def find(view: View) -> Iterator[Hit]:
    """Whom the step informs tells it; so does a step that reports."""
    told = mentioned(view, _REPORTED)
    reports: dict[str, bool] = {}
    for at in decisions(view):
        if not isinstance(at.decision.delegation, str) or at.activity.informs is not None:
            continue
        if at.process.id not in reports:
            reports[at.process.id] = told(at.process)
        if not reports[at.process.id] and not is_by_board(view, at.process, at.decision):
            label = view.label(at.ref)
            yield hit(at.ref.of("informs"), decision=label, step=label, asked=False)


CHECK = Check(
    code="ESV075",
    name="decision-not-reported",
    kind="ask",
    packs=("e-service",),
    message=Text(
        sv="Beslutet i {decision} fattas på delegation, och det står inte om nämnden får veta det.",
        en="The decision in {decision} is made on delegation, and it does not say whether the board is told.",
    ),
    gathered=Text(
        sv="De här besluten fattas på delegation, och det står inte om nämnden får veta det: {steps}.",
        en="These decisions are made on delegation, and it does not say whether the board is told: {steps}.",
    ),
    question=Text(
        sv="Ska beslutet i {decision} anmälas till nämnden, och hur kommer det dit?",
        en="Is the decision in {decision} to be reported to the board, and how does it get there?",
    ),
    gathered_question=Text(
        sv="Ska de här besluten anmälas till nämnden, och hur kommer de dit: {steps}?",
        en="Are these decisions to be reported to the board, and how do they get there: {steps}?",
    ),
    role=Text("nämndsekreteraren", "the board secretary"),
    rationale=Text(
        sv="Nämnden bestämmer i vilken utsträckning delegerade beslut ska anmälas till den. Skriv den som ska få veta "
        "under informs, eller n/a om beslutet inte ska anmälas.",
        en="The board settles to what extent delegated decisions are to be reported to it. Write who is to be told "
        "under informs, or n/a where the decision is not to be reported.",
    ),
    source=LOCAL_GOVERNMENT.at("6 kap. 40 § och 7 kap. 8 §"),
    bad="""\
changes:
  - at: Besluta om registrering
    informs: n/a
""",
    good="""\
changes:
  - at: Besluta om registrering
    informs: Nämnden
""",
    find=find,
)
