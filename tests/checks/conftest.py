"""What is found where a fragment is laid over the faultless map."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from procmap.checks import catalogue
from procmap.checks.laid import found_in, read_laid
from procmap.finding import Finding
from procmap.model.process_map import ProcessMap

sys.path.insert(0, str(Path(__file__).parent))  # the tiny models beside the tests are imported by name


def without_fault(fragment: str) -> ProcessMap:
    """The map that a fragment laid over the faultless one gives; reading it must find no fault."""
    reading = read_laid(fragment)
    assert [finding.message("en") for finding in reading.findings] == []
    return reading.map


@pytest.fixture
def lay() -> Callable[[str], ProcessMap]:
    """The map that a fragment laid over the faultless one gives."""
    return without_fault


@pytest.fixture
def found() -> Callable[..., tuple[Finding, ...]]:
    """What is found when a fragment, which can be read without a fault, is laid over the faultless map."""

    def found(fragment: str = "", **options: Any) -> tuple[Finding, ...]:
        without_fault(fragment)
        return found_in(fragment, **options)

    return found


@pytest.fixture
def anew() -> Iterator[None]:
    """A catalogue that looks for plug-ins again, before and after the test."""
    catalogue.load.cache_clear()
    yield
    catalogue.load.cache_clear()
