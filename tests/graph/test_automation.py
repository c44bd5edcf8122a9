"""What of a process a robot is to do."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from procmap.graph.automation import Automation, Basis, arrivals
from procmap.graph.view import View
from procmap.model.process import Process
from procmap.model.process_map import ProcessMap
from procmap.read.reading import read_text

LANES = """\
lanes:
  sokande: {name: Sökande, kind: customer}
  handlaggare: Handläggare
  chef: Chef
  motor: {name: Motorn, kind: system}
  robot: {name: Robot, kind: robot}
"""
CASES: dict[str, tuple[str, str, Basis, list[str]]] = {
    "all that people and robots here do, where nothing is said": (
        "",
        "- sokande: Ansök\n- handlaggare: Registrera\n- motor: Räkna\n- chef: Besluta",
        "whole",
        ["registrera", "besluta", "end"],
    ),
    "what nobody has said who does may be ours": ("", "- Registrera", "whole", ["start", "registrera", "end"]),
    "the steps that are named": ("automate: Ett, Tre", "- chef: Ett\n- chef: Två\n- chef: Tre", "named", ["ett", "tre"]),
    "with what is inside them": (
        "automate: Ett",
        "- subprocess: Ett\n  flow:\n    - chef: Två\n- chef: Tre",
        "named",
        ["ett", "ett/start", "ett/tva", "ett/end"],
    ),
    "with the question between them": (
        "automate: Ett, Två",
        "- chef: Ett\n- chef: Klart?\n  branches:\n    nej:\n      - chef: Två\n    ja:\n- chef: Tre",
        "named",
        ["ett", "klart", "tva"],
    ),
    "a question that comes back too": (
        "automate: Ett, Två",
        "- chef: Ett\n- chef: Klart?\n  branches:\n    nej:\n      - chef: Två\n      - to: Klart?\n    ja:\n- chef: Tre",
        "named",
        ["ett", "klart", "tva"],
    ),
    "but not one that somebody else decides": (
        "automate: Ett, Två",
        "- handlaggare: Ett\n- chef: Klart?\n  branches:\n    nej:\n      - handlaggare: Två\n    ja:\n- chef: Tre",
        "named",
        ["ett", "tva"],
    ),
    "a role that is named, with all that stands there": (
        "automate: chef",
        "- handlaggare: Ett\n- chef: Två\n- chef: Klart?\n  branches: {ja: , nej: {to: Ett}}",
        "named",
        ["tva", "klart", "end"],
    ),
    "a role that is named, with all that stands there, as sections are referred to": (
        "automate: lanes/chef",
        "- handlaggare: Ett\n- chef: Två\n- chef: Klart?\n  branches: {ja: , nej: {to: Ett}}",
        "named",
        ["tva", "klart", "end"],
    ),
    "what is named goes before what is marked": (
        "automate: Ett",
        "- chef: Ett\n- robot: Två",
        "named",
        ["ett"],
    ),
    "planned and assisted steps": (
        "",
        "- chef: Ett\n  automation: planned\n- chef: Två\n- chef: Tre\n  automation: assisted\n- chef: Fyra\n"
        "  automation: full",
        "marked",
        ["ett", "tre"],
    ),
    "what a robot does": ("", "- chef: Ett\n- robot: Två\n- chef: Tre", "marked", ["tva"]),
    "what fills a robot's queue": ("", "- motor: Ett\n  queue: Kort\n- chef: Två", "marked", ["ett"]),
    "nothing": ("automate: n/a", "- robot: Ett", "nothing", []),
    "nobody knew": ("automate: ??", "- chef: Ett", "whole", ["start", "ett", "end"]),
}


def meant(text: str) -> tuple[View, Automation]:
    reading = read_text(text)
    view = View(reading.map)
    return view, view.automation(view.processes[0])


@pytest.mark.parametrize(("keys", "flow", "basis", "paths"), CASES.values(), ids=CASES)
def test_what_is_meant(keys: str, flow: str, basis: Basis, paths: list[str]) -> None:
    _, found = meant(f"process: P\n{keys}\n{LANES}flow:\n{flow}\n")
    assert found.basis == basis
    assert list(found.nodes) == paths
    assert found.is_stated == (basis in ("named", "marked"))


def test_what_is_said_is_outermost() -> None:
    flow = "- robot: Noll\n- subprocess: Ett\n  lane: robot\n  flow:\n    - task: Två\n- chef: Tre"
    _, found = meant(f"process: P\n{LANES}flow:\n{flow}\n")
    assert found.said == ("noll", "ett")


def test_steps_are_work_that_is_described_here() -> None:
    flow = (
        "- chef: Ett\n- wait: Svar\n  message: m\n  meanwhile:\n    timer: 2 d\n    flow:\n      - chef: Två\n"
        "- subprocess: Tre\n  flow:\n    - chef: Fyra\n- subprocess: Fem\n  flow: n/a\n- call: Sex\n  process: Q\n"
    )
    reading = read_text(f"process: P\n{LANES}flow:\n{flow}\n---\nprocess: Q\nflow:\n  - Sju\n")
    view = View(reading.map)
    assert [path for path, _ in view.automation(view.processes[0]).steps] == ["ett", "tva", "tre/fyra"]


ARRIVALS = {
    "from the start": ("- start: In\n- robot: Ett", [("in", "ett")]),
    "from a step, through a question": (
        "- chef: Noll\n- chef: Klart?\n  branches:\n    ja:\n    nej:\n      - chef: Mer\n- robot: Ett",
        [("noll", "ett"), ("mer", "ett")],
    ),
    "into a subprocess": (
        "- chef: Noll\n- subprocess: S\n  lane: robot\n  flow:\n    - task: Ett\n    - task: Två",
        [("noll", "s/ett")],
    ),
    "not from what is meant": ("- start: In\n- robot: Ett\n- robot: Två", [("in", "ett")]),
}


@pytest.mark.parametrize(("flow", "expected"), ARRIVALS.values(), ids=ARRIVALS)
def test_where_work_comes_from(flow: str, expected: list[tuple[str, str]]) -> None:
    view, found = meant(f"process: P\n{LANES}flow:\n{flow}\n")
    assert sorted(arrivals(view, found)) == sorted(expected)


def test_what_another_party_does_is_not_ours() -> None:
    text = "collaboration: C\npools:\n  lansstyrelsen:\n    name: Länsstyrelsen\n    flow:\n      - Pröva\n"
    _, found = meant(text)
    assert (found.basis, list(found.nodes)) == ("not ours", [])


def test_a_process_made_in_python(read: Callable[[str], Process]) -> None:
    process = read(f"process: P\n{LANES}flow:\n- chef: Ett\n")
    assert View(ProcessMap(processes=(process,))).automation(process).basis == "whole"
