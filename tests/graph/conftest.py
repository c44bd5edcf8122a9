"""Maps to look at, written as teams write them and made at random."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from procmap.graph.view import View
from procmap.model.process import Process
from procmap.read.reading import read_text


@pytest.fixture
def read() -> Callable[[str], Process]:
    """The process of a text, which must be read without a fault."""

    def read(text: str) -> Process:
        reading = read_text(text)
        assert [finding.message("en") for finding in reading.findings] == []
        return reading.map.processes[0]

    return read


@pytest.fixture
def view() -> Callable[[str], View]:
    """The view of a text."""
    return lambda text: View(read_text(text).map)
