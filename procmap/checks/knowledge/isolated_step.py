"""KNO003 isolated-step: between this step and its neighbours, neither before nor after, do both sides know each other.

It is the question procmap began with: does somebody know the process, or one step of it?
"""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.knowledge.handover_one_sided import one_sided
from procmap.checks.words import performer
from procmap.graph.view import View
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process in view.processes:
        blind = one_sided(view, process)
        if not blind:
            continue
        arriving = {passing.target: passing.source for passing in view.passings(process) if passing.source in blind}
        for path in blind:
            if path in arriving:
                ref, before = blind[path], blind[arriving[path]]
                yield hit(ref.of(None), ref, before, step=view.label(ref.of(None)), role=performer(view, process, path))


CHECK = Check(
    code="KNO003",
    name="isolated-step",
    kind="gap",
    message=Text(
        sv="{step} görs för sig: varken före eller efter vet båda sidor vad den andra gör.",
        en="{step} is done apart: neither before nor after it do both sides know what the other does.",
    ),
    question=Text(
        sv="Vad har hänt med ärendet innan det kommer till {step}, och vem märker om något blev fel?",
        en="What has happened to the case before it comes to {step}, and who notices if something went wrong?",
    ),
    role=Text(sv="den som gör {step}", en="whoever does {step}"),
    rationale=Text(
        sv="Den som bara känner sitt eget moment kan inte se vad det är till för, eller vad som kan tas bort.",
        en="Whoever knows one step only cannot see what it is for, or what could be left out.",
    ),
    source="Helsingborgs stad, hbg.works/digitalt-kompetent, 2026-11-23",
    bad="""\
flow:
  - start: Anmälan inkommer
  - registrator: Registrera anmälan
    why: Anmälan är en allmän handling
    handover: {medium: ärendekö, known_by_both: false}
  - inspektor: Bedöm risken
    why: Avgör hur ofta vi kontrollerar
    handover: {medium: ärendekö, known_by_both: false}
  - registrator: Meddela beslutet
    why: Företagaren ska få veta
    exceptions: {name: Brevet kommer tillbaka, kind: business, action: Ring}
""",
    good="""\
flow:
  - start: Anmälan inkommer
  - registrator: Registrera anmälan
    why: Anmälan är en allmän handling
    handover: {medium: ärendekö, known_by_both: true}
  - inspektor: Bedöm risken
    why: Avgör hur ofta vi kontrollerar
    handover: {medium: ärendekö, known_by_both: true}
  - registrator: Meddela beslutet
    why: Företagaren ska få veta
    exceptions: {name: Brevet kommer tillbaka, kind: business, action: Ring}
""",
    find=find,
)
