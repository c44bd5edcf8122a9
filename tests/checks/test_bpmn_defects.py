"""Tiny models with one defect each: every one is named, by the check that fits, at the element and its line.

The models stand in ``bpmn/defects.yaml``, with some of the same kind that have none.
"""

from __future__ import annotations

import re

import pytest
from tiny import DEFECTS, VALID, model

from procmap.checks.engine import check
from procmap.finding import Finding
from procmap.read.reading import Reading, read_text
from procmap.report.locate import locate_all

each_defect = pytest.mark.parametrize("case", DEFECTS, ids=lambda case: case["defect"])


def findings(case: dict[str, str]) -> tuple[Reading, tuple[Finding, ...]]:
    """What is found; of a model without a diagram it is not said that it has none."""
    reading = read_text(model(case).encode(case.get("written", "utf-8")), "fil.bpmn")
    ignore = () if "diagram" in case else ("no-diagram",)
    return reading, check(reading.map, also=reading.findings, sources=reading.sources, ignore=ignore)


@each_defect
def test_a_defect_is_named_at_its_element(case: dict[str, str]) -> None:
    code, element = case["names"].split()
    reading, found = findings(case)
    named = [each for each in locate_all(found, reading) if each.finding.code == code]
    assert named, sorted({finding.code for finding in found})
    ids = {ref.id for each in named for ref in each.finding.refs}
    assert element == "-" or element in ids
    if "at" in case or element != "-":
        text = model(case)
        tags = re.finditer(re.escape(case["at"]) if "at" in case else rf'<\w+ id="{element}"', text)
        assert named[0].place.line in {text[: tag.start()].count("\n") + 1 for tag in tags}


@each_defect
def test_one_defect_is_no_crowd_of_findings(case: dict[str, str]) -> None:
    assert 1 <= len({finding.code for finding in findings(case)[1]}) <= 3


@pytest.mark.parametrize("case", VALID, ids=lambda case: case["model"])
def test_of_what_has_no_defect_nothing_is_said(case: dict[str, str]) -> None:
    assert [finding.message("sv") for finding in findings(case)[1]] == []
