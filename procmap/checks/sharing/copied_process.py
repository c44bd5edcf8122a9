"""SHR005 copied-process: two processes have most steps in common, and neither says that it comes from the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.naming import spellings
from procmap.checks.words import WHO_LEADS
from procmap.graph.view import View
from procmap.model.activity import Activity
from procmap.model.process import Process
from procmap.ref import Ref
from procmap.text import Text

_MANY = 10
"""A step that more processes have than this is a common one, and no sign of anything."""


def find(view: View) -> Iterator[Hit]:
    """Where at least so many steps of one are called as in the other, and that is half of the smaller one or more."""
    least = view.thresholds["copied-process"]
    processes = [each for each in view.processes if view.pool(each) is None]
    named: dict[str, list[int]] = {}
    size: Counter[int] = Counter()
    for at, process in enumerate(processes):
        steps = (node for _, node in view.nodes(process) if isinstance(node, Activity))
        names = {name.casefold() for node in steps for name in spellings(node.name)[:1]}
        size[at] = len(names)
        for name in names:
            named.setdefault(name, []).append(at)
    shared: Counter[tuple[int, int]] = Counter()
    for holders in named.values():
        if 1 < len(holders) <= _MANY:
            shared.update((one, other) for number, one in enumerate(holders) for other in holders[number + 1 :])
    for (one, other), number in sorted(shared.items()):
        if number >= least and 2 * number >= min(size[one], size[other]):
            first, second = processes[one], processes[other]
            if not _are_related(first, second):
                refs = Ref(second.id), Ref(first.id)
                yield hit(*refs, process=view.label(refs[0]), origin=view.label(refs[1]), number=number)


def _are_related(one: Process, other: Process) -> bool:
    """Whether one is a variant of the other, or both of a third."""
    origins = {one.variant_of, other.variant_of} - {None}
    return bool(origins & {one.id, other.id}) or (len(origins) == 1 and one.variant_of == other.variant_of)


CHECK = Check(
    code="SHR005",
    name="copied-process",
    kind="ask",
    packs=("sharing",),
    message=Text(
        sv="{process} har {number} steg gemensamma med {origin}, men är inte skriven som en variant av den.",
        en="{process} has {number} steps in common with {origin}, but is not written as a variant of it.",
    ),
    question=Text(
        sv="Kommer {process} från {origin}, och vad är det som skiljer, och varför?",
        en="Does {process} come from {origin}, and what differs, and why?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="En kopia glider isär från sitt ursprung utan att någon ser det. En variant har bara det som skiljer, och "
        "en rättelse i ursprunget når den.",
        en="A copy drifts from its origin, and nobody sees it. A variant has only what differs, and a "
        "correction of the origin reaches it.",
    ),
    source="FIM (Tyskland): Stamm-, Referenz- och Lokalprozess, fimportal.de, 2026-11-23",
    thresholds={"copied-process": 5},
    bad="""\
process: Registrera livsmedelsverksamhet
---
process: Registrera i grannkommunen
id: granne
language: sv
owner: Miljöchef
validated: {at: 2026-10-01, method: walkthrough, by: registrator}
flow:
  - start: Anmälan inkommer
  - registrator: Registrera anmälan
    why: Anmälan är en allmän handling
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa till rätt kommun}
  - registrator: Begär komplettering
    why: Beslutet ska vila på riktiga uppgifter
  - registrator: Påminn
    why: Den som glömt ska få en chans till
  - registrator: Besluta om registrering
    why: Lagen kräver ett beslut
  - registrator: Meddela beslutet
    why: Företagaren ska få veta
  - end: Verksamheten är registrerad
""",
    good="""\
process: Registrera livsmedelsverksamhet
---
variant: Registrera i grannkommunen
id: granne
of: livsmedel
changes:
  - at: Påminn
    note: Görs per telefon
""",
    find=find,
)
