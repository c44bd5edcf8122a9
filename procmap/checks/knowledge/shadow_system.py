"""KNO010 shadow-system: a list of one's own does what a system is for, and nobody is said to look after it."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.systems import is_ones_own, used
from procmap.checks.words import WHO_LEADS, listing, performer
from procmap.graph.labels import quoted
from procmap.graph.view import View
from procmap.model.catalogue import Catalogue
from procmap.model.label import Translated
from procmap.model.process import Process
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """A system by its name, with the steps it is used in, or the place where the true value of data is kept."""
    for process in view.processes:
        steps: dict[str, list[Ref]] = {}
        for ref, node in view.nodes(process):
            for id in used(node):
                steps.setdefault(id, []).append(ref)
        for id, refs in steps.items():
            found = view.system(process, id)
            if found is None or found[1].owner is not None or not is_ones_own(id, found[1].name):
                continue
            name = found[1].name
            yield hit(
                *refs,
                thing=quoted(name if isinstance(name, (str, Translated)) else id),
                where=_USED.fill(steps=listing(view.label(ref) for ref in refs)),
                role=performer(view, process, refs[0].element or ""),
            )
    for document in view.documents:
        for data in document.data if isinstance(document, (Process, Catalogue)) else ():
            record = view.value(data, "record")
            if isinstance(record, str) and is_ones_own(record):
                ref = Ref(document.id, f"data/{data.id}")
                yield hit(ref.of("record"), thing=quoted(record), where=_KEPT.fill(data=view.label(ref)))


_USED = Text(sv="används i {steps}", en="is used in {steps}")
_KEPT = Text(sv="är där den rätta uppgiften finns om {data}", en="is where the true value of {data} is kept")

CHECK = Check(
    code="KNO010",
    name="shadow-system",
    kind="risk",
    packs=("rpa", "e-service"),
    message=Text(
        sv="{thing} {where}, och det står inte vem som har ansvar för det.",
        en="{thing} {where}, and it does not say who is responsible for it.",
    ),
    question=Text(
        sv="Vilket behov löser {thing} som inget annat system löser, och vem märker om det försvinner?",
        en="Which need does {thing} meet that no other system meets, and who notices if it is gone?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="En egen lista visar vad systemen inte klarar. Den har sällan säkerhetskopia, och ingen robot hittar den.",
        en="A list of one's own shows what the systems cannot do. It seldom has a backup, and no robot finds it.",
    ),
    source="procmap, 2026-11-30",
    bad="""\
systems:
  ecos: {name: Ecos, access: ui_thick, owner: Systemförvaltare, test_environment: true, robot_allowed: true}
  lista: {name: Excel-lista över nya verksamheter, access: file, test_environment: true}
changes:
  - at: Meddela beslutet
    system: lista
""",
    good="""\
systems:
  ecos: {name: Ecos, access: ui_thick, owner: Systemförvaltare, test_environment: true, robot_allowed: true}
  lista:
    name: Excel-lista över nya verksamheter
    access: file
    owner: Enhetschef
    test_environment: true
changes:
  - at: Meddela beslutet
    system: lista
""",
    find=find,
)
