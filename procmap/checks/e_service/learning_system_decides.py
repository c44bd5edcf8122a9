"""ESV065 learning-system-decides: a system that has learnt from examples takes part in who gets something."""

from __future__ import annotations

import re
from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.statutes import unread
from procmap.graph.decisions import decisions
from procmap.graph.view import View
from procmap.model.knowledge import known
from procmap.model.label import Translated
from procmap.text import Text

_LEARNS = re.compile(r"\bai\b|\bai-|maskininlärning|språkmodell|machine learning|language model|\bgpt|\bcopilot\b")


def find(view: View) -> Iterator[Hit]:
    """A decision whose step is done by such a system, or with one."""
    for at in decisions(view):
        lane = view.lane(at.process, view.place(at.process, at.ref.element or ""))
        used = (view.system(at.process, id) for id in known(at.activity.system) or ())
        names = [lane.name if lane is not None else None, *(found[1].name for found in used if found is not None)]
        if any(map(_is_learning, names)):
            yield hit(at.ref, decision=view.label(at.ref))


def _is_learning(name: object) -> bool:
    words = f"{name.sv} {name.en}" if isinstance(name, Translated) else name if isinstance(name, str) else ""
    return _LEARNS.search(words.casefold()) is not None


CHECK = Check(
    code="ESV065",
    name="learning-system-decides",
    kind="ask",
    packs=("e-service",),
    message=Text(
        sv="Till beslutet i {decision} används ett system med AI.",
        en="For the decision in {decision} a system with AI is used.",
    ),
    question=Text(
        sv="Stäm av med jurist och dataskyddsombud: vad gör AI-systemet i {decision}, och räknas det som ett "
        "högrisksystem i AI-förordningen?",
        en="Verify with a lawyer and the data protection officer: what does the AI system do in {decision}, and does "
        "it count as a high-risk system in the AI Act?",
    ),
    role=Text("kommunens jurist", "the municipality's lawyer"),
    rationale=Text(
        sv="AI som avgör vem som får stöd eller en tjänst av det allmänna kan räknas som högrisk. Vad det kräver och "
        "från när har ändrats sedan förordningen kom. Ett system som bara följer skrivna regler är oftast något "
        "annat; skriv i så fall upp varför.",
        en="AI that settles who gets support or a service from the public may count as high-risk. What that demands, "
        "and from when, has changed since the act came. A system that only follows written rules mostly is something "
        "else; write down why, in that case.",
    ),
    source=unread("AI-förordningen (EU) 2024/1689 bilaga III punkt 5 a, ändrad genom (EU) 2026/1744"),
    unverified=True,
    bad="""\
systems:
  ecos: {name: Ecos, access: ui_thick, owner: Systemförvaltare, test_environment: true}
  ai: {name: AI-stöd för bedömning, owner: Systemförvaltare}
changes:
  - at: Besluta om registrering
    system: ai
""",
    good="""\
systems:
  ecos: {name: Ecos, access: ui_thick, owner: Systemförvaltare, test_environment: true}
  regler: {name: Regelmotor, owner: Systemförvaltare}
changes:
  - at: Besluta om registrering
    system: regler
""",
    find=find,
)
