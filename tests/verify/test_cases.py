"""Tiny processes whose answers were worked out by hand from ``procmap/verify/README.md``: see ``cases/``."""

from __future__ import annotations

from typing import Any

import judge
import pytest
import reading

import procmap

CASES = [pytest.param(case, id=f"{case['file']}: {case['title']}") for case in reading.cases()]


@pytest.mark.parametrize("case", CASES)
def test_answers_as_by_hand(case: dict[str, Any]) -> None:
    map = reading.map_of(case)
    given = procmap.verify(map.processes[0], map=map)
    expected = reading.expected(case)
    assert dict(given.properties) == expected
    assert given.verdict == ("unsound" if False in expected.values() else "sound")
    assert judge.differences(map) == []
    assert judge.mistakes_when_folded(map) == []
    for name, elements in case.get("fails", {}).items():
        said = given.elements[name]
        if name == "no_dead_activities":
            assert sorted(said) == sorted(elements)
        else:
            assert said
            assert set(said) <= set(elements), name
