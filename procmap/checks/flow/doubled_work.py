"""FLW033 doubled-work: ways meet without waiting for each other, and what follows is done once for each."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.proving import proofs
from procmap.checks.words import WHO_LEADS, performer
from procmap.graph.view import View
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process, account in proofs(view):
        says = account.fault("safeness")
        places = account.doubled if says is not None else []
        if places:
            first, *others = (Ref(process.id, place.path) for place in places)
            role = performer(view, process, places[0].path)
            yield hit(first, *others, says=says, step=view.label(first), role=role)


CHECK = Check(
    code="FLW033",
    name="doubled-work",
    kind="error",
    message=Text(sv="Arbete kan bli dubbelt. {says}", en="Work may be doubled. {says}"),
    question=Text(
        sv="Ska {step} ske en gång för varje väg dit, eller en gång när alla är klara?",
        en="Shall {step} happen once for each way there, or once when all of them are done?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Där vägar som går samtidigt möts utan att vänta görs resten en gång för varje väg: två beslut i samma "
        "ärende.",
        en="Where ways that go at the same time meet without waiting, the rest is done once for each: two decisions in "
        "one case.",
    ),
    source="van der Aalst m.fl., Soundness of workflow nets, Formal Aspects of Computing 23 (2011)",
    answers=("BPMN: lack of synchronisation",),
    bad="""\
flow:
  - start: Anmälan inkommer
  - parallel: Granska
    branches:
      - - registrator: Kontrollera avgiften
          why: Avgiften ska vara betald innan beslutet fattas
          exceptions: {name: Fel belopp, kind: business, action: Ring}
          to: Meddela beslutet
      - - registrator: Kontrollera lokalen
          why: Lokalen ska klara kraven
          to: Meddela beslutet
  - registrator: Meddela beslutet
    why: Företagaren ska få veta
""",
    good="""\
flow:
  - start: Anmälan inkommer
  - parallel: Granska
    branches:
      - - registrator: Kontrollera avgiften
          why: Avgiften ska vara betald innan beslutet fattas
          exceptions: {name: Fel belopp, kind: business, action: Ring}
      - - registrator: Kontrollera lokalen
          why: Lokalen ska klara kraven
  - registrator: Meddela beslutet
    why: Företagaren ska få veta
""",
    find=find,
)
