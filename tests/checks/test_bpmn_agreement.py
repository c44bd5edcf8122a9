"""Where a check means the same as a rule of bpmnlint, the two find the same, or it is written down why not.

bpmnlint is the program's original in JavaScript; the package bpmn-io, a translation into Python that finds the same, is
asked here. ``bpmn/rules.yaml`` says which of our checks stand for which rule and why they may differ,
``bpmn/differences.yaml`` how many elements of the files of others only one of the two names.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from tiny import DEFECTS, model

from procmap.checks.catalogue import notices
from procmap.checks.engine import check
from procmap.read.reading import Reading, read, read_text

HERE = Path(__file__).parent
DATA = HERE.parents[1].parent / "shared" / "data"
FILES = sorted([*(DATA / "miwg").glob("*.bpmn"), *(DATA / "sundsvall").glob("*.bpmn")])
RULES: dict[str, dict[str, Any]] = yaml.safe_load((HERE / "bpmn" / "rules.yaml").read_text(encoding="utf-8"))
DIFFERENCES: dict[str, Any] = yaml.safe_load((HERE / "bpmn" / "differences.yaml").read_text(encoding="utf-8"))

Found = dict[str, set[str]]
"""For each rule, the ids of elements that it is found at."""

needs_files = pytest.mark.skipif(not FILES, reason="the files of others are not beside this checkout")


def theirs(text: str) -> Found:
    """What bpmnlint's rules find, all of them."""
    pytest.importorskip("bpmn_io", reason="bpmn-io, which stands in for bpmnlint, is not installed")
    from bpmn_io import create_moddle
    from bpmn_io.lint import Linter
    from bpmn_io.lint.resolver import NodeResolver

    root = create_moddle().from_xml(text).root_element
    results = Linter({"config": {"extends": "bpmnlint:all"}, "resolver": NodeResolver()}).lint(root)
    return {rule: {report["id"] for report in reports} for rule, reports in results.items()}


def ours(reading: Reading) -> Found:
    """What our checks find, by the rules that they stand for."""
    found: Found = {rule: set() for rule in RULES}
    for finding in check(reading.map, also=reading.findings, sources=reading.sources):
        for rule, row in RULES.items():
            if finding.code in row.get("checks", ()):
                about = {"all": finding.refs, "others": finding.refs[1:]}.get(row.get("of", ""), finding.refs[:1])
                found[rule].update(ref.id or ref.document for ref in about)
    return found


def test_every_rule_is_covered_or_it_is_said_why_not() -> None:
    known = {notice.code for notice in notices()}
    assert len(RULES) == 28
    for row in RULES.values():
        assert ("why" in row) != ("checks" in row)
        assert known.issuperset(row.get("checks", ()))


def test_the_rules_are_those_of_bpmnlint() -> None:
    pytest.importorskip("bpmn_io", reason="bpmn-io, which stands in for bpmnlint, is not installed")
    from bpmn_io.lint.config.all import CONFIG

    assert {rule.removeprefix("bpmnlint/") for rule in CONFIG["rules"]} == set(RULES)


@needs_files
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_same_is_found_in_the_files_of_others(path: Path) -> None:
    reading = read(path)
    encoding = "latin-1" if b"iso-8859-1" in path.read_bytes()[:100].lower() else "utf-8"
    found, expected = ours(reading), theirs(path.read_bytes().decode(encoding))
    differences = {}
    for rule, row in RULES.items():
        if "checks" in row and "apart" not in row:
            fewer, more = expected.get(rule, set()) - found[rule], found[rule] - expected.get(rule, set())
            assert not fewer or "fewer" in row
            assert not more or "more" in row
            found_here = {side: len(ids) for side, ids in (("fewer", fewer), ("more", more)) if ids}
            if found_here:
                differences[rule] = found_here
    assert differences == DIFFERENCES.get(path.name, {})


READABLE = [case for case in DEFECTS if not case["names"].startswith("DOC")]


@pytest.mark.parametrize("case", READABLE, ids=lambda case: case["defect"])
def test_of_a_tiny_model_ours_say_what_bpmnlint_says(case: dict[str, str]) -> None:
    expected = {rule for rule, ids in theirs(model(case, lists=True)).items() if ids}
    found = ours(read_text(model(case), "fil.bpmn"))
    compared = {rule for rule, row in RULES.items() if "checks" in row and "apart" not in row}
    assert [rule for rule in sorted(expected & compared) if not found[rule]] == DIFFERENCES["tiny"].get(case["defect"], [])
