"""What is said of BPMN's own reference models and of a municipality's process: looked through one by one.

``bpmn/expected.yaml`` has, for each file, the codes and the elements they are about, all of them what somebody who knows
BPMN well would ask. The only errors are two places where a case gets stuck (``STUCK``), which are there.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from procmap.checks.engine import check
from procmap.checks.notices import CHECK_CRASHED
from procmap.read.reading import Reading, read

HERE = Path(__file__).parent
DATA = HERE.parents[1].parent / "shared" / "data"
FILES = sorted([*(DATA / "miwg").glob("*.bpmn"), *(DATA / "sundsvall").glob("*.bpmn")])
EXPECTED: dict[str, list[str]] = yaml.safe_load((HERE / "bpmn" / "expected.yaml").read_text(encoding="utf-8"))
STUCK = {
    "B.2.0.bpmn": {
        # The inclusive split takes its default only where the condition does not hold, so that of the ways that the
        # parallel join waits for at least one is never taken (BPMN 2.0.2, 13.4.1, 13.4.3).
        "FLW030 _397c783e-ad6a-4cf3-8266-9b41962c83bd",
        # A case that begins with the message never starts what the parallel join waits for beside the timer (10.5.2).
        "FLW030 _df7727a0-f509-45eb-bb89-85753f439576",
    }
}
"""What is rightly an error: the model shows all elements there are, and nobody meant to run it."""

pytestmark = pytest.mark.skipif(not FILES, reason="the files of others are not beside this checkout")
each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)


def said(reading: Reading, **options: object) -> list[tuple[str, str, str]]:
    """(kind, code, id of the main element) of each finding."""
    found = check(reading.map, also=reading.findings, sources=reading.sources, **options)  # type: ignore[arg-type]
    return [(finding.kind, finding.code, finding.refs[0].id or finding.refs[0].document) for finding in found]


@each_file
def test_what_is_said(path: Path) -> None:
    found = said(read(path))
    assert [f"{code} {id}" for _, code, id in found] == EXPECTED[path.name]
    assert {f"{code} {id}" for kind, code, id in found if kind == "error"} == STUCK.get(path.name, set())
    assert {kind for kind, _, _ in found} <= {"error", "risk", "gap", "ask"}


@each_file
def test_nobody_is_asked_what_bpmn_has_no_place_for(path: Path) -> None:
    """Why a step is done, who owns the process, how work is handed over: that is asked when somebody asks for it."""
    reading = read(path)
    unasked = {"KNO006", "KNO029", "KNO030", "KNO035"}
    assert unasked.isdisjoint(code for _, code, _ in said(reading))
    assert "KNO006" in {code for _, code, _ in said(reading, select=["KNO006"])}


@each_file
def test_no_check_breaks_in_any_pack(path: Path) -> None:
    found = said(read(path), packs=("rpa", "e-service", "journey", "sharing"))
    assert CHECK_CRASHED.code not in {code for _, code, _ in found}
