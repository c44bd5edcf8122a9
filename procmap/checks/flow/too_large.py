"""FLW060 too-large: so many steps on one level that nobody can take them in."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS
from procmap.graph.view import View
from procmap.model.activity import Activity, Node
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """What has a name is counted, and all work: joins that the reader adds stand for nothing that anybody wrote."""
    most = view.thresholds["too-large"]
    for process in view.processes:
        for scope in view.scopes(process):
            number = sum(_is_seen(node) for node in scope.nodes.values())
            if number > most:
                where = view.at(process, scope)
                yield hit(where, process=view.label(where), number=number, most=f"{most:g}")


def _is_seen(node: Node) -> bool:
    return node.name is not None or isinstance(node, Activity)


CHECK = Check(
    code="FLW060",
    name="too-large",
    kind="ask",
    packs=("sharing",),
    message=Text(
        sv="{process} har {number} steg och frågor på samma nivå; fler än {most} är svåra att överblicka.",
        en="{process} has {number} steps and questions on one level; more than {most} are hard to take in.",
    ),
    question=Text(
        sv="Vilka delar av {process} kan få egna namn och bli delprocesser, och vem svarar för var och en?",
        en="Which parts of {process} could get names of their own and become subprocesses, and who answers for each?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="I en karta som ingen kan överblicka hittar man varken felen eller det som går att dela.",
        en="In a map that nobody can take in one finds neither what is wrong nor what can be shared.",
    ),
    source="Mendling, Reijers och van der Aalst, Seven process modeling guidelines (7PMG), 2010",
    thresholds={"too-large": 50},
    answers=("7PMG: few elements", "7PMG: decompose over 50 elements"),
    bad="""\
flow:
  - start: Anmälan inkommer
    lane: foretagare
    message: anmalan
"""
    + "".join(
        f"  - {{registrator: Kontrollera punkt {number}, why: Listan kräver det, system: ecos}}\n"
        for number in range(1, 51)
    )
    + """\
  - registrator: Besluta
    why: Lagen kräver ett beslut
    system: ecos
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa till rätt kommun}
""",
    good="""\
flow:
  - start: Anmälan inkommer
    lane: foretagare
    message: anmalan
  - registrator: Kontrollera punkterna i listan
    why: Listan kräver det
    system: ecos
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa till rätt kommun}
""",
    find=find,
)
