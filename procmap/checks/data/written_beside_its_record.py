"""DAT004 written-beside-its-record: data is written in one system, and its true value is said to be in another."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.robots import is_beside_the_point
from procmap.checks.systems import in_words, systems_of, used
from procmap.checks.words import performer
from procmap.graph.labels import quoted
from procmap.graph.view import View
from procmap.model.label import Translated
from procmap.model.resource import System
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """Only where the record is one of the systems that the map names; words of another kind are left alone."""
    known = {process.id: systems_of(view, process) for process in view.processes}
    for use in view.data_uses:
        record = view.value(use.data, "record")
        writers = [touch for touch in use.writes if used(touch.node)]
        if not isinstance(record, str) or not writers:
            continue
        first = writers[0]
        if is_beside_the_point(view, first.process, first.ref.element or ""):
            continue
        systems = known[first.process.id]
        spelt = record.strip().casefold()
        holders = {id for id, system in systems.items() if spelt in _spellings(system)}
        if holders and all(holders.isdisjoint(used(touch.node)) for touch in writers):
            yield hit(
                first.ref.of("writes"),
                use.ref.of("record"),
                step=view.label(first.ref),
                data=view.label(use.ref),
                system=in_words(systems, used(first.node)),
                record=quoted(record),
                role=performer(view, first.process, first.ref.element or ""),
            )


def _spellings(system: System) -> set[str]:
    name = system.name
    labels = (name.sv, name.en) if isinstance(name, Translated) else (name,) if isinstance(name, str) else ()
    return {word.strip().casefold() for word in (system.id, *labels) if word}


CHECK = Check(
    code="DAT004",
    name="written-beside-its-record",
    kind="ask",
    packs=("rpa", "e-service"),
    message=Text(
        sv="I {step} skrivs {data} i {system}, men den rätta uppgiften finns i {record}.",
        en="In {step} {data} is written in {system}, but the true value is kept in {record}.",
    ),
    question=Text(
        sv="Hur får {record} veta det som skrivs i {step}, och vilket gäller om de säger olika?",
        en="How does {record} learn what is written in {step}, and which holds if they differ?",
    ),
    role=Text(sv="den som gör {step}", en="whoever does {step}"),
    rationale=Text(
        sv="Två system med samma uppgift säger förr eller senare olika. En robot kan inte veta vilket som stämmer.",
        en="Two systems with the same data will sooner or later differ. A robot cannot know which is right.",
    ),
    source="procmap, 2026-11-30",
    bad="""\
systems:
  ecos: {name: Ecos, access: ui_thick, owner: Systemförvaltare, test_environment: true, robot_allowed: true}
  register: {name: Livsmedelsregistret, access: api, owner: Systemförvaltare, test_environment: true}
data:
  anmalan:
    name: Anmälan
    type: text
    structure: structured
    record: Livsmedelsregistret
    personal_data: personal
    retention: Bevaras
changes:
  - at: Meddela beslutet
    writes: anmalan
""",
    good="""\
systems:
  ecos: {name: Ecos, access: ui_thick, owner: Systemförvaltare, test_environment: true, robot_allowed: true}
  register: {name: Livsmedelsregistret, access: api, owner: Systemförvaltare, test_environment: true}
data:
  anmalan:
    name: Anmälan
    type: text
    structure: structured
    record: Ecos
    personal_data: personal
    retention: Bevaras
changes:
  - at: Meddela beslutet
    writes: anmalan
""",
    find=find,
)
