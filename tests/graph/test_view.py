"""What checks see of a map."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import Any

import pytest

from procmap.graph.parts import parts_of
from procmap.graph.view import View
from procmap.model.activity import ExceptionCase, Handover, Task
from procmap.model.catalogue import Catalogue
from procmap.model.event import Event
from procmap.model.flow import SequenceFlow
from procmap.model.knowledge import NOT_APPLICABLE, Disputed, Says, Unknown
from procmap.model.label import Translated
from procmap.model.process import LegalBasis, Process
from procmap.model.process_map import ProcessMap
from procmap.model.resource import Lane
from procmap.model.rule import Limit, Rule
from procmap.read.reading import read_text
from procmap.ref import Ref

MAP = """\
process: {sv: Bygglov, en: Building permit}
id: bygglov
lanes:
  sokande: Byggherre
  registrator: {name: {sv: Registrator, en: Registrar}}
  namnd: {name: Nämnd, kind: external}
systems:
  ecos: Ecos
rules:
  kort: {says: Högst {grans}, limits: {grans: 500 m}}
flow:
  - registrator: Diarieför
    branches:
      komplett:
      ofullständig: ??
  - ??
  - subprocess: Beredning
    flow:
      - registrator: Granska {noga}
        unless: {timer: 2 weeks}
  - namnd: Besluta
""".replace("Högst {grans}", '"Högst {grans}"').replace("Granska {noga}", '"Granska {noga}"')

NAMES = {
    None: ("”Bygglov”", "“Building permit”"),
    "diariefor": ("”Diarieför”", "“Diarieför”"),
    "start": ("starten före ”Diarieför”", "the start before “Diarieför”"),
    "end": ("slutet efter ”Besluta”", "the end after “Besluta”"),
    "diariefor.out": ("vägvalet efter ”Diarieför”", "the choice after “Diarieför”"),
    "diariefor.out.komplett": (
        "svaret ”komplett” på vägvalet efter ”Diarieför”",
        "the answer “komplett” to the choice after “Diarieför”",
    ),
    "beredning": ("”Beredning”", "“Beredning”"),
    "beredning/granska-noga": ("”Granska {noga}”", "“Granska {noga}”"),
    "beredning/granska-noga.timer": ("händelsen vid ”Granska {noga}”", "the event at “Granska {noga}”"),
    "beredning/start": ("starten före ”Granska {noga}”", "the start before “Granska {noga}”"),
    "beredning.next": ("vägen från ”Beredning” till ”Besluta”", "the way from “Beredning” to “Besluta”"),
    "lanes/registrator": ("”Registrator”", "“Registrar”"),
    "systems/ecos": ("”Ecos”", "“Ecos”"),
    "rules/kort": ("”Högst 500 m”", "“Högst 500 m”"),
    "systems/finns-inte": ("”finns-inte”", "“finns-inte”"),
}


@pytest.mark.parametrize(("element", "expected"), NAMES.items(), ids=str)
def test_everything_can_be_called_something(element: str | None, expected: tuple[str, str]) -> None:
    reading = read_text(MAP)
    assert reading.findings == ()
    label = View(reading.map).label(Ref("bygglov", element))
    assert (label("sv"), label("en")) == expected


DISPUTED = {
    "two answers": (["Granska", "Pröva"], "”Granska” eller ”Pröva”"),
    "one of them did not know": ([Unknown(), "Pröva"], "”Pröva”"),
    "one of them says that it does not apply": (["Pröva", NOT_APPLICABLE], "”Pröva”"),
    "nobody knew": ([Unknown(), Unknown("chef")], "steget efter ”Registrera”"),
}


@pytest.mark.parametrize(("answers", "expected"), DISPUTED.values(), ids=DISPUTED)
def test_a_name_that_nobody_agrees_on_is_every_name_that_was_given(answers: list[Any], expected: str) -> None:
    name = Disputed(tuple(Says("handläggare", answer) for answer in answers))
    steps = (Task(id="registrera", name="Registrera"), Task(id="steg", name=name))
    flow = SequenceFlow(id="f", source="registrera", target="steg")
    map = ProcessMap(processes=(Process(id="p", name="P", nodes=steps, flows=(flow,)),))
    assert View(map).label(Ref("p", "steg"))("sv") == expected


def test_a_pool_that_nobody_agrees_on_the_name_of_is_called_by_its_id() -> None:
    pool = "  sokande:\n    name: {disputed: [{A: Byggherre}, {B: Sökande}]}\n    flow: [Ansöka]\n"
    reading = read_text(f"collaboration: Bygglov\npools:\n{pool}  kommun:\n    flow: [Besluta]\n")
    assert reading.findings == ()
    assert View(reading.map).label(Ref("bygglov.sokande"))("sv") == "”sokande”"


TIMERS = {
    "by how long they are": (
        ["timer: 4 weeks", "timer: 8 working days"],
        [
            ("tidsgränsen på 4 veckor vid ”Granska”", "the time limit of 4 weeks at “Granska”"),
            ("tidsgränsen på 8 arbetsdagar vid ”Granska”", "the time limit of 8 working days at “Granska”"),
        ],
    ),
    "by a point of time": (
        ["timer: 4 weeks", "timer: första mars"],
        [
            ("tidsgränsen på 4 veckor vid ”Granska”", "the time limit of 4 weeks at “Granska”"),
            ("tiden ”första mars” vid ”Granska”", "the time “första mars” at “Granska”"),
        ],
    ),
    "by their order where they are as long": (
        ["timer: 4 weeks", "timer: 4 weeks"],
        [
            ("händelse 1 vid ”Granska”", "event 1 at “Granska”"),
            ("händelse 2 vid ”Granska”", "event 2 at “Granska”"),
        ],
    ),
    "by their order where nobody knew": (
        ["timer: ??", "timer: ??", "timer: 1 year"],
        [
            ("händelse 1 vid ”Granska”", "event 1 at “Granska”"),
            ("händelse 2 vid ”Granska”", "event 2 at “Granska”"),
            ("tidsgränsen på 1 år vid ”Granska”", "the time limit of 1 year at “Granska”"),
        ],
    ),
    "one that nobody knew needs no number": (
        ["timer: ??", "timer: 4 weeks", "condition: det brinner"],
        [
            ("händelsen vid ”Granska”", "the event at “Granska”"),
            ("tidsgränsen på 4 veckor vid ”Granska”", "the time limit of 4 weeks at “Granska”"),
            ("händelsen ”det brinner” vid ”Granska”", "the event “det brinner” at “Granska”"),
        ],
    ),
    "one with a name is no other": (
        ["timer: 4 weeks", "timer: 4 weeks\n        name: Påminnelse"],
        [
            ("händelsen vid ”Granska”", "the event at “Granska”"),
            ("”Påminnelse”", "“Påminnelse”"),
        ],
    ),
}


@pytest.mark.parametrize(("triggers", "expected"), TIMERS.values(), ids=TIMERS)
def test_events_at_one_step_are_told_apart(triggers: list[str], expected: list[tuple[str, str]]) -> None:
    ways = "".join(f"      - {trigger}\n        to: Granska\n" for trigger in triggers)
    reading = read_text(f"process: P\nflow:\n  - task: Granska\n    unless:\n{ways}")
    assert reading.findings == ()
    (process,) = reading.map.processes
    at_border = [node.id for node in process.nodes if isinstance(node, Event) and node.attached_to]
    labels = [View(reading.map).label(Ref("p", id)) for id in at_border]
    assert [(label("sv"), label("en")) for label in labels] == expected


def test_waits_that_race_are_told_apart() -> None:
    text = "process: P\nflow:\n  - A\n  - wait: Svar\n    unless:\n      - timer: 4 weeks\n      - timer: 8 weeks\n"
    reading = read_text(text)
    assert reading.findings == ()
    timers = [node.id for node in reading.map.processes[0].nodes if isinstance(node, Event) and node.triggers]
    assert [View(reading.map).label(Ref("p", id))("sv") for id in timers] == [
        "tidsgränsen på 4 veckor efter ”A”",
        "tidsgränsen på 8 veckor efter ”A”",
    ]


def test_lanes_and_what_works_in_them(view: Callable[[str], View]) -> None:
    here = view(MAP)
    (process,) = here.processes
    assert here.lane(process, "namnd") == process.lanes[2]
    assert here.lane(process, "ingen") is here.lane(process, Unknown()) is here.lane(process, None) is None
    assert [here.kind(process, id) for id in ("sokande", "registrator", "namnd", "ingen")] == [
        "customer",
        "person",
        "external",
        None,
    ]
    assert here.role(process, "registrator")("en") == "Registrar"
    assert here.role(process, "jurist {x}")("en") == "jurist {x}"


def test_catalogues_lend_their_lanes() -> None:
    lent = Lane(id="kund", name="Kund", kind="customer")
    catalogue = Catalogue(id="gemensamt", lanes=(lent, Lane(id="x", name="Lånad")))
    process = Process(id="p", lanes=(Lane(id="x", name="Egen"),))
    here = View(ProcessMap(processes=(process,), catalogues=(catalogue,)))
    for id in ("kund", "gemensamt/kund", "gemensamt/lanes/kund"):
        assert here.lane(process, id) is lent
    assert here.role(process, "x")("sv") == "Egen"


def test_values_are_plain_or_none() -> None:
    task = Task(id="a", volume=None, why="Därför", backup=Unknown(), system=NOT_APPLICABLE)
    assert View.value(task, "why") == "Därför"
    assert View.value(task, "backup") is View.value(task, "system") is View.value(task, "volume") is None


def test_nothing_is_worked_out_twice(view: Callable[[str], View]) -> None:
    here = view(MAP)
    (process,) = here.processes
    assert here.nodes(process) is here.nodes(process)
    assert here.scopes(process)[0] is here.scope(process, "diariefor")
    assert here.passings(process) is here.passings(process)


def test_open_values_point_at_what_is_open() -> None:
    process = Process(
        id="p",
        owner=Unknown("chef"),
        legal_basis=(LegalBasis(), LegalBasis(url=Unknown())),
        rules=(Rule(id="r", source=Unknown(), limits=(Limit(name="grans", value=Unknown()),)),),
        nodes=(
            Task(
                id="a",
                name=Unknown(),
                handover=Handover(medium=Unknown()),
                exceptions=(ExceptionCase(), ExceptionCase(share=Unknown())),
            ),
        ),
    )
    here = View(ProcessMap(processes=(process,)))
    assert [str(value.ref) for value in here.open_values(process)] == [
        "p.owner",
        "p.legal_basis.2.url",
        "p/rules/r.source",
        "p/rules/r.limits.grans.value",
        "p/a.name",
        "p/a.exceptions.2.share",
        "p/a.handover.medium",
    ]
    assert [type(value.part).__name__ for value in here.open_values(process)][1::3] == ["LegalBasis", "Task"]


def test_every_attribute_that_may_be_unknown_is_seen() -> None:
    """A new attribute of the model is covered the day it enters."""
    names = [field.name for field in fields(Task) if "Maybe" in str(field.type)]
    task = Task(id="a", **{name: Unknown() for name in names})
    process = Process(id="p", nodes=(task,))
    found = View(ProcessMap(processes=(process,))).open_values(process)
    assert {value.name for value in found} == set(names)
    assert len(list(parts_of(process))) == 2


def test_positions_follow_the_map(view: Callable[[str], View]) -> None:
    here = view(MAP)
    refs = [Ref("bygglov"), Ref("bygglov", "diariefor"), Ref("bygglov", "beredning/start"), Ref("bygglov", "besluta")]
    places = [here.position(ref.of("why")) for ref in refs]
    assert places == sorted(places)
    assert here.position(Ref("annat")) > max(places)


def test_a_name_in_one_language_does_for_both() -> None:
    process = Process(id="p", name=Translated(en="Permit"))
    label = View(ProcessMap(processes=(process,))).label(Ref("p"))
    assert (label("sv"), label("en")) == ("”Permit”", "“Permit”")


SHARED = """\
process: P
systems:
  ecos: Ecos
flow:
  - Gör:
    system: ecos, karta
---
catalogue: Gemensamt
id: gemensamt
systems:
  ecos: Ecos för alla
  karta: Kartan
data:
  anmalan: Anmälan
rules:
  komplett: {says: Allt finns}
"""


def test_what_a_process_refers_to_is_its_own_first_and_then_what_it_shares() -> None:
    view = View(read_text(SHARED.replace("  - Gör:\n", "  - task: Gör\n")).map)
    process = view.processes[0]
    places = {id: found[0] for id in ("ecos", "karta", "gemensamt/ecos") if (found := view.system(process, id))}
    assert places == {
        "ecos": Ref("p", "systems/ecos"),
        "karta": Ref("gemensamt", "systems/karta"),
        "gemensamt/ecos": Ref("gemensamt", "systems/ecos"),
    }
    datum, rule = view.datum(process, "anmalan"), view.rule(process, "komplett")
    assert datum is not None and datum[0] == Ref("gemensamt", "data/anmalan")
    assert rule is not None and rule[0] == Ref("gemensamt", "rules/komplett")
    assert view.system(process, "borta") is None
