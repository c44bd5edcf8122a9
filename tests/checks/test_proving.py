"""What is proved for checks: once, only where a check asks, and never of what was not read as it was meant."""

from __future__ import annotations

import sys

import pytest

from procmap.checks.engine import check
from procmap.graph.soundness import Proven
from procmap.graph.view import View
from procmap.model.collaboration import Collaboration
from procmap.model.process import Process
from procmap.read.reading import read_text
from procmap.verify.verify import verify

STUCK = """\
process: P
flow:
  - parallel: Dela
    branches:
      - A: Ett
      - - A: Klart?
          branches:
            ja:
            nej: [{end: Avbrutet}]
  - A: Tre
"""
ONE_AFTER_THE_OTHER = """\
process: P
flow:
  - A: Ett
    unless: [{timer: 3 weeks, flow: [{end: Avbrutet}]}]
  - A: Klart?
    branches:
      ja:
      nej: {to: Ett}
  - wait: Svar
    unless: [{timer: 3 weeks, to: Ett}]
"""


class Proofs:
    """Proves, and keeps the ids of what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, process: Process | Collaboration) -> Proven:
        self.asked.append(process.id)
        return verify(process)


def test_many_checks_share_one_proof() -> None:
    proofs = Proofs()
    view = View(read_text(STUCK).map, prover=proofs)
    assert proofs.asked == []
    [process] = view.processes
    first = view.soundness(process)
    assert first is not None and first.proven.verdict == "unsound"
    assert view.soundness(process) is first
    assert proofs.asked == ["p"]


def test_without_anybody_who_proves_nothing_is_known() -> None:
    view = View(read_text(STUCK).map)
    assert view.soundness(view.processes[0]) is None


@pytest.mark.parametrize(("text", "proved"), [(STUCK, True), (ONE_AFTER_THE_OTHER, False)])
def test_who_proves_is_imported_where_there_is_something_to_prove(
    text: str, proved: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.startswith("procmap.verify.")]:
        monkeypatch.delitem(sys.modules, name)
    check(read_text(text).map)
    assert ("procmap.verify.verify" in sys.modules) is proved


def test_no_check_that_asks_no_proof(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("procmap.verify.")]:
        monkeypatch.delitem(sys.modules, name)
    check(read_text(STUCK).map, select=["KNO"])
    assert "procmap.verify.verify" not in sys.modules


def test_what_was_not_read_as_it_was_meant_is_not_proved() -> None:
    good, bad = read_text(STUCK), read_text(STUCK.replace("A: Tre", "A: Tre\n    to: Ingenstans"))
    assert [finding.code for finding in check(good.map, select=["FLW03"], also=good.findings)] == ["FLW030"]
    assert any(finding.kind == "error" for finding in bad.findings)
    found = check(bad.map, select=["FLW03", "DOC"], also=bad.findings)
    assert {finding.code[:3] for finding in found} == {"DOC"}


def test_another_process_of_the_map_is_proved_all_the_same() -> None:
    text = STUCK + "---\nprocess: Q\nflow:\n  - A: Fyra\n  - to: Ingenstans\n"
    reading = read_text(text)
    assert [finding.code for finding in check(reading.map, select=["FLW03"], also=reading.findings)] == ["FLW030"]


def test_very_many_that_never_occur_are_one_finding() -> None:
    steps = "".join(f"        - A: Steg {number}\n" for number in range(3000))
    text = (
        "process: P\nflow:\n  - subprocess: S\n    flow:\n      - A: Hur?\n        branches:\n"
        "          ja: [{end: Bra}]\n          nej: [{end: Dåligt}]\n    branches:\n      Bra:\n      Dåligt:\n"
        f"      else:\n{steps}"
    )
    [finding] = check(read_text(text).map, select=["FLW032"])
    assert [str(ref) for ref in finding.refs[:2]] == ["p/steg-0", "p/steg-1"]
    assert len(finding.refs) == 3000


POOLS = """\
collaboration: Samverkan
pools:
  sokande:
    flow:
      - {task: Ansök, sends: ansokan}
      - {wait: Beslut kommer, message: beslut}
  kommun:
    flow:
      - {start: Ansökan kommer, message: ansokan}
      - {task: Besluta, sends: beslut}
"""


def test_pools_are_proved_together_once_for_all_checks() -> None:
    map = read_text(POOLS).map
    asked = []

    def proven(what: Process | Collaboration) -> Proven:
        asked.append(what.id)
        return verify(what, map=map)

    view = View(map, prover=proven)
    [collaboration] = map.collaborations
    first = view.together(collaboration)
    assert first is not None and first.proven.verdict == "sound"
    assert view.together(collaboration) is first
    assert asked == ["samverkan"]
    assert View(map).together(collaboration) is None


@pytest.mark.parametrize(
    ("text", "proved"),
    [
        (POOLS, True),
        (ONE_AFTER_THE_OTHER, False),
        (POOLS.replace("      - {start: Ansökan kommer, message: ansokan}\n", "").replace(", sends: beslut", ""), False),
    ],
)
def test_what_tells_of_pools_together_is_imported_where_they_talk(
    text: str, proved: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ("procmap.graph.together", "procmap.graph.together_words", "procmap.verify.verify")
    for name in names:
        monkeypatch.delitem(sys.modules, name, raising=False)
    check(read_text(text).map)
    assert ("procmap.graph.together" in sys.modules) is proved
    assert ("procmap.verify.verify" in sys.modules) is proved


def test_pools_of_which_one_was_not_read_as_it_was_meant_are_not_proved_together() -> None:
    stuck = POOLS.replace("{task: Besluta, sends: beslut}", "task: Besluta")
    assert [finding.code for finding in check(read_text(stuck).map, select=["FLW03"])] == []
    stuck = POOLS.replace("      - {task: Besluta, sends: beslut}", "      - Klart?:\n        branches: {ja: [{task: B, sends: beslut}], nej: []}")
    stuck = stuck.replace("      - Klart?:\n", "      - exclusive: Klart?\n")
    good = read_text(stuck)
    assert [finding.code for finding in check(good.map, select=["FLW03"], also=good.findings)] == ["FLW036"]
    bad = read_text(stuck.replace("task: B,", "task: B, to: Ingenstans,"))
    assert any(finding.kind == "error" for finding in bad.findings)
    assert [finding.code for finding in check(bad.map, select=["FLW03"], also=bad.findings)] == []


@pytest.mark.parametrize(("number", "reason"), [(200, "fler tillstånd"), (1500, "för stort för att prövas här")])
def test_large_pools_are_tried_in_fewer_states_and_that_is_said(number: int, reason: str) -> None:
    steps = "".join(f"      - {{task: Steg {each}, sends: m{each}}}\n" for each in range(number))
    waits = "".join(f"      - {{wait: Svar {each}, message: m{each}}}\n" for each in range(number))
    map = read_text(f"collaboration: Stor\npools:\n  a:\n    flow:\n{steps}  b:\n    flow:\n{waits}").map
    [finding] = check(map, select=["FLW03"])
    assert finding.code == "FLW037"
    assert reason in finding.message("sv")
