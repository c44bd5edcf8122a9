"""Every check's bad example is found, by it alone; its good one is silent; so is the faultless map."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from procmap.checks import catalogue
from procmap.checks.check import PACKS, Check
from procmap.finding import Finding

CHECKS = catalogue.load().checks
TODAY = date(2026, 11, 23)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_bad_is_found(check: Check, found: Callable[..., tuple[Finding, ...]]) -> None:
    findings = found(check.bad, packs=check.packs, today=TODAY)
    assert {finding.code for finding in findings} == {check.code}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_good_is_silent(check: Check, found: Callable[..., tuple[Finding, ...]]) -> None:
    assert [finding.message("sv") for finding in found(check.good, packs=check.packs, today=TODAY)] == []


def test_the_faultless_map_is_silent_in_all_packs(found: Callable[..., tuple[Finding, ...]]) -> None:
    assert [finding.message("sv") for finding in found(packs=PACKS, today=TODAY)] == []


def test_the_faultless_journey_is_silent_in_all_packs(found: Callable[..., tuple[Finding, ...]]) -> None:
    findings = found("journey: Starta kafé\n", packs=PACKS, today=TODAY)
    assert [finding.message("sv") for finding in findings] == []


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_what_is_found_can_be_asked_aloud(check: Check, found: Callable[..., tuple[Finding, ...]]) -> None:
    for finding in found(check.bad, packs=check.packs, today=TODAY):
        assert finding.question is not None and finding.role is not None
        for language, quote in (("sv", "”"), ("en", "“")):
            question = finding.question(language)
            assert question.endswith("?") and question[0].isupper()
            assert quote in question, "it names what it is about"
            assert finding.message(language)[-1] == "." and "{" not in finding.message(language)
            assert finding.role(language)
