"""Options that all tests share."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

settings.register_profile("home", deadline=None)  # nothing here depends on how fast the machine is
settings.register_profile("ci", derandomize=True, deadline=None)
# A change that is not at fault must not be held up by a lucky find; at home luck is welcome.
settings.load_profile("ci" if os.environ.get("CI") else "home")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-expected", action="store_true", help="write the expected output anew; look at the change")
