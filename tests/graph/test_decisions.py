"""Which decisions are looked at, and who makes them."""

from __future__ import annotations

import pytest

from procmap.graph.decisions import decisions, is_by_board, is_tried_for_legality, served
from procmap.graph.view import View
from procmap.read.reading import read_text

LANES = """\
lanes:
  sokande: {name: Sökande, kind: customer}
  inspektor: Inspektör
  robot: {name: Robot, kind: robot}
  namnd: Miljönämnden
"""


def view_of(*documents: str) -> View:
    """A view of documents that are read without fault."""
    reading = read_text("---\n".join(documents))
    assert [finding.message("en") for finding in reading.findings] == []
    return View(reading.map)


def made(lane: str, decision: str) -> View:
    """A view of a process in which one decision is made."""
    flow = f"flow:\n  - sokande: Söker\n  - {lane}: Besluta\n    decision: {decision}\n"
    return view_of(f"process: P\n{LANES}{flow}")


BY_MACHINE = {
    ("inspektor", "{question: Ja?}"): False,
    ("inspektor", "{automated: true}"): True,
    ("inspektor", '{automated: "??"}'): False,
    ("robot", "{question: Ja?}"): True,
    ("robot", "{automated: false}"): False,
    ("robot", '{automated: "??"}'): False,
    ("robot", "{decided_by: inspektor}"): False,
    ("robot", "{decided_by: robot}"): True,
    ("robot", '{decided_by: "??"}'): True,
    ("robot", "{decided_by: {disputed: [A: robot, B: inspektor]}}"): True,
    ("robot", "{decided_by: {disputed: [A: namnd, B: inspektor]}}"): False,
}


@pytest.mark.parametrize(("lane", "decision"), BY_MACHINE, ids=lambda words: str(words))
def test_whether_a_machine_decides(lane: str, decision: str) -> None:
    assert [at.by_machine for at in decisions(made(lane, decision))] == [BY_MACHINE[lane, decision]]


BY_BOARD = {
    "{decided_by: namnd}": True,
    "{decided_by: Kommunstyrelsen}": True,
    "{decided_by: Socialnämndens utskott}": True,
    "{decided_by: Nämndsekreterare}": False,
    "{decided_by: Länsstyrelsen}": False,
    "{decided_by: inspektor}": False,
    "{question: Ja?}": False,
    '{decided_by: "??"}': False,
}


@pytest.mark.parametrize("decision", BY_BOARD)
def test_whether_a_board_decides(decision: str) -> None:
    view = made("inspektor", decision)
    assert [is_by_board(view, at.process, at.decision) for at in decisions(view)] == [BY_BOARD[decision]]


@pytest.mark.parametrize(("appeal", "expected"), [("laglighetsprovning", True), ("forvaltningsbesvar", False)])
def test_what_is_tried_for_legality(appeal: str, expected: bool) -> None:
    (at,) = decisions(made("inspektor", f"{{appeal: {appeal}}}"))
    assert is_tried_for_legality(at.decision) is expected


def test_a_decision_tells_where_it_stands() -> None:
    (at,) = decisions(made("inspektor", "{question: Ja?}"))
    assert (str(at.ref), at.activity.id, at.scope.prefix, at.process.id) == ("p/besluta", "besluta", "", "p")


def test_what_an_e_service_stands_before_and_what_that_calls() -> None:
    view = view_of(
        "process: Yttre\nflow:\n  - Sökande: Söker\n  - call: Inre\n",
        "process: Inre\nflow:\n  - call: Innersta\n",
        "process: Innersta\nflow:\n  - Handläggare: Räknar\n",
        "process: Annat\ne_service: n/a\nflow:\n  - Sökande: Ringer\n",
    )
    assert [process.id for process in served(view)] == ["yttre", "inre", "innersta"]
    assert [process.id for process in served(view, inner=False)] == ["yttre"]


def test_processes_that_call_each_other_come_to_an_end() -> None:
    one, other = "process: A\nflow:\n  - Sökande: Söker\n  - call: B\n", "process: B\nflow:\n  - call: A\n"
    view = view_of(one, other, "process: C\ne_service: {target_group: alla}\nflow:\n  - call: A\n")
    assert {process.id for process in served(view)} == {"a", "b", "c"}
