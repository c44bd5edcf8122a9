"""FLW034 not-decided: whether every case can finish could not be worked out."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.proving import proofs
from procmap.checks.words import WHO_LEADS
from procmap.graph.soundness_words import undecided
from procmap.graph.view import View
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process, account in proofs(view):
        if account.proven.verdict == "unknown":
            where = Ref(process.id)
            yield hit(where, process=view.label(where), says=undecided(account.proven))


CHECK = Check(
    code="FLW034",
    name="not-decided",
    kind="ask",
    message=Text(sv="Flödet i {process} är inte bevisat. {says}", en="The flow of {process} is not proved. {says}"),
    question=Text(
        sv="Går {process} att dela upp i delprocesser, så att varje del kan prövas för sig?",
        en="Can {process} be split into subprocesses, so that each part can be tried by itself?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="procmap säger hellre att det inte vet än gissar. procmap verify --bound prövar fler tillstånd.",
        en="procmap would rather say that it does not know than guess. procmap verify --bound tries more states.",
    ),
    source="procmap, 2026-11-30",
    bad="""\
flow:
  - start: Anmälan inkommer
  - inclusive: Vilka handlingar saknas?
    branches:
"""
    + "".join(f"      handling {number}: {{to: Granska}}\n" for number in range(1, 14))
    + """\
  - parallel: Granska
  - registrator: Meddela beslutet
    why: Företagaren ska få veta
    exceptions: {name: Brevet kommer tillbaka, kind: business, action: Ring}
""",
    good="""\
flow:
  - start: Anmälan inkommer
  - inclusive: Vilka handlingar saknas?
    branches:
      ritning:
      avtal:
      intyg:
  - registrator: Meddela beslutet
    why: Företagaren ska få veta
    exceptions: {name: Brevet kommer tillbaka, kind: business, action: Ring}
""",
    find=find,
)
