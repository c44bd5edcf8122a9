"""What is proposed where a proof fails in a plain pattern."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import procmap
from procmap.verify.repair import repairs

CASES = yaml.safe_load(Path(__file__).with_name("repairs.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: (case["repairs"] or [["sound"]])[0][0])
def test_the_repair_is_named(case: dict[str, Any]) -> None:
    process = procmap.read_text("process: P\nflow:\n" + case["flow"]).map.processes[0]
    proved = procmap.verify(process)
    assert proved.verdict == ("unsound" if case["repairs"] else "sound")
    found = repairs(process, proved)
    assert [[each.pattern, each.element, each.other] for each in found] == case["repairs"]
    for each in found:
        for words in (each.words, each.drawn):
            assert words("sv", element="X", other="Y") != words("en", element="X", other="Y")
        assert "`" not in each.drawn.sv + each.drawn.en  # somebody who draws has no words of ours to take away
        assert each.words("sv", element="X", other="Y") != each.words("en", element="X", other="Y")
