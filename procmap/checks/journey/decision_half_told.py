"""JRN050 decision-half-told: it is not said how a resident learns of a decision, why, or how she appeals."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from procmap.checks.check import Check, Hit, hit
from procmap.checks.statutes import ADMINISTRATIVE_PROCEDURE
from procmap.checks.words import WHO_LEADS, listing, performer
from procmap.graph.adjacency import spread
from procmap.graph.decisions import served
from procmap.graph.view import View
from procmap.model.activity import Activity, Node
from procmap.model.process import Process
from procmap.model.rule import Decision
from procmap.ref import Ref
from procmap.text import Text

if TYPE_CHECKING:
    from procmap.graph.blueprint import Blueprint

_OPEN = {
    "communicated": Text("hur man får veta det", "how one learns of it"),
    "motivation": Text("vilka skäl som anges", "which reasons are given"),
    "appeal": Text("hur man överklagar", "how one appeals"),
}
_WITH = Text("{decision} ({missing})", "{decision} ({missing})")


def find(view: View) -> Iterator[Hit]:
    """In processes that a journey meets, or that an e-service is asked for.

    That something is sent or met afterwards tells how one learns of it.
    """
    blueprints = [view.blueprint(journey) for journey in view.map.journeys]
    joined = {process.id for blueprint in blueprints for process in blueprint.processes}
    if "e-service" in view.packs:
        joined |= {process.id for process in served(view)}
    met = {ref for blueprint in blueprints for ref in _met(blueprint)}
    for process in view.processes:
        if process.id not in joined:
            continue
        tells = _telling(view, process, met)
        for ref, node in view.nodes(process):
            decision = view.value(node, "decision") if isinstance(node, Activity) else None
            if isinstance(decision, Decision):
                missing = [name for name in _OPEN if getattr(decision, name) is None]
                if "communicated" in missing and _is_told(ref, tells):
                    missing.remove("communicated")
                if missing:
                    at, what = view.label(ref), listing(_OPEN[name] for name in missing)
                    yield hit(
                        *(ref.of("decision", name) for name in missing),
                        decision=at,
                        missing=what,
                        step=_WITH.fill(decision=at, missing=what),
                        role=performer(view, process, ref.element or ""),
                        asked=False,
                    )


def _met(blueprint: Blueprint) -> Iterator[Ref]:
    for column in blueprint.columns:
        for meeting in column.meetings:
            if meeting.touchpoint.channel != "none":
                yield from meeting.elements


def _telling(view: View, process: Process, met: set[Ref]) -> dict[str, frozenset[str]]:
    """By scope, everything after which, or at which, something is sent or met."""
    found = {}
    for scope in view.scopes(process):
        first = [id for id, node in scope.nodes.items() if _tells(node) or Ref(process.id, scope.prefix + id) in met]
        found[scope.prefix] = frozenset(spread(first, scope.before))
    return found


def _tells(node: Node) -> bool:
    return isinstance(node, Activity) and node.sends is not None


def _is_told(ref: Ref, tells: dict[str, frozenset[str]]) -> bool:
    """Whether anything is sent or met at an element or after it, in its own scope or those around it."""
    path = ref.element or ""
    while path:
        above, _, id = path.rpartition("/")
        if id in tells[f"{above}/" if above else ""]:
            return True
        path = above
    return False


CHECK = Check(
    code="JRN050",
    name="decision-half-told",
    kind="ask",
    packs=("journey", "e-service"),
    message=Text(
        sv="Om beslutet i {decision} står det inte {missing}.",
        en="Of the decision in {decision} it does not say {missing}.",
    ),
    gathered=Text(
        sv="Om de här besluten står det inte allt som den det gäller behöver veta: {steps}.",
        en="Of these decisions it does not say all that those concerned need to know: {steps}.",
    ),
    question=Text(
        sv="Hur får den som beslutet i {decision} gäller veta vad som har bestämts, varför, och vad man kan göra om "
        "man inte är nöjd?",
        en="How do those whom the decision in {decision} concerns learn what has been decided, why, and what they can "
        "do if they are not content?",
    ),
    gathered_question=Text(
        sv="Hur får den det gäller veta vad som har bestämts, varför, och vad man kan göra om man inte är nöjd: "
        "{steps}?",
        en="How do those concerned learn what has been decided, why, and what they can do if they are not content: "
        "{steps}?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Ett beslut är inte klart när det är fattat, utan när den det gäller förstår det och vet vad man kan göra. "
        "Vad lagen kräver (fråga en jurist om 31–33 §§ förvaltningslagen) avgör inte procmap.",
        en="A decision is not done when it is made, but when those concerned understand it and know what they can do. "
        "What the law demands (ask a lawyer about sections 31–33 of the Swedish Administrative Procedure Act) is not "
        "for procmap to say.",
    ),
    source=ADMINISTRATIVE_PROCEDURE.at("31–33 §§"),
    answers=("ESV-063", "ESV-072"),
    bad="""\
flow:
  - start: Anmälan inkommer
    lane: foretagare
  - inspektor: Besluta om registrering
    why: Lagen kräver ett beslut
    informs: Nämnden
    decision: {decided_by: inspektor, delegation: Delegationsordningen 7.3, communicated: Brev}
    handover: {medium: ärendekö}
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
  - registrator: Meddela beslutet
    why: Företagaren ska få veta
---
journey: Starta kafé
""",
    good="""\
flow:
  - start: Anmälan inkommer
    lane: foretagare
  - inspektor: Besluta om registrering
    why: Lagen kräver ett beslut
    informs: Nämnden
    decision:
      decided_by: inspektor
      delegation: Delegationsordningen 7.3
      communicated: Brev
      motivation: Skälen står i beslutet, med paragraf vid avslag
      appeal: forvaltningsbesvar
    handover: {medium: ärendekö}
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
  - registrator: Meddela beslutet
    why: Företagaren ska få veta
---
journey: Starta kafé
""",
    find=find,
)
