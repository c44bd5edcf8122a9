"""KNO013 disputed: different answers to the same question, all of them kept."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS, attribute, listing, spoken, thing
from procmap.graph.labels import literal
from procmap.graph.view import View
from procmap.model.knowledge import Disputed
from procmap.model.process import Process
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """Those who said it are asked, unless none of them is a role here: a web page or a program cannot answer."""
    for document in view.documents:
        process = document if isinstance(document, Process) else None
        for ref, _, part, name, value in view.open_values(document):
            if isinstance(value, Disputed):
                roles = [view.role(process, says.role) if process else literal(says.role) for says in value.says]
                values = [spoken(view, process, name, says.value) for says in value.says]
                said = [_SAYS.fill(role=role, value=what) for role, what in zip(roles, values, strict=True)]
                heard = process is not None and any(view.lane(process, says.role) for says in value.says)
                yield hit(
                    ref,
                    thing=thing(view, ref, part),
                    attribute=attribute(part, name),
                    said=listing(said),
                    role=listing(dict.fromkeys(roles)) if heard else None,
                )


_SAYS = Text(sv="{role} säger {value}", en="{role} says {value}")

CHECK = Check(
    code="KNO013",
    name="disputed",
    kind="ask",
    message=Text(
        sv="Svaren skiljer sig om {thing}, {attribute}: {said}.",
        en="The answers differ about {thing}, {attribute}: {said}.",
    ),
    question=Text(
        sv="Vad gör att svaren om {thing} skiljer sig ({attribute}): ärendena, arbetssättet eller annat?",
        en="What makes the answers about {thing} differ ({attribute}): the cases, the way of working or something "
        "else?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Olika svar är det mest värdefulla som en karta kan visa. Alla kan ha rätt, var och en om sina ärenden.",
        en="Different answers are the most valuable thing a map can show. All may be right, each of their own cases.",
    ),
    source="Digitaliseringsguiden, RPA, digitaliseringsguiden.se/losningar/rpa, 2026-11-23",
    bad="""\
lead_time:
  disputed:
    - Registrator: 3 d
    - Inspektör: 2 weeks
""",
    good="""\
lead_time: 3-14 d
""",
    find=find,
)
