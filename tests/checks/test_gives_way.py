"""A general check leaves a value to another that says something of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from procmap.checks.configuration import Acceptance, Configuration
from procmap.finding import Finding

Found = Callable[..., tuple[Finding, ...]]
NO_OWNER = "owner: ??\n"
TWO_DECIDE = """\
lanes:
  motor: {name: Motorn, kind: system}
  registrator: Registrator
flow:
  - registrator: Registrera
  - motor: Besluta om avslag
    decision: {automated: true}
  - motor: Besluta om avgift
    decision: {automated: true}
"""


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.code for finding in findings]


def test_the_general_one_speaks_alone_and_gives_way_to_another(found: Found) -> None:
    assert codes(found(NO_OWNER)) == ["KNO006"]
    assert codes(found(NO_OWNER, packs=["rpa"])) == ["RPA001"]


def test_what_is_not_looked_at_is_given_way_to_by_nobody(found: Found) -> None:
    assert codes(found(NO_OWNER, packs=["rpa"], ignore=["RPA001"])) == ["KNO006"]


def test_what_is_accepted_is_not_said_by_the_general_one_instead(found: Found) -> None:
    accepted = (Acceptance("RPA001", "livsmedel", "Utses i maj", "Chef", date(2026, 11, 1)),)
    assert codes(found(NO_OWNER, packs=["rpa"], configuration=Configuration(accepted=accepted))) == []


def test_a_gathered_one_stays_while_any_of_it_is_not_said(found: Found) -> None:
    both = found(TWO_DECIDE, select=["refusal-automated", "machine-decides"])
    assert codes(both) == ["JRN054", "RPA074"]
    assert [ref.id for ref in both[0].refs] == ["besluta-om-avslag", "besluta-om-avgift"]
    one = TWO_DECIDE.replace("  - motor: Besluta om avgift\n    decision: {automated: true}\n", "")
    assert codes(found(one, select=["refusal-automated", "machine-decides"])) == ["RPA074"]


def test_how_it_is_handed_over_to_a_robot_is_asked_once(found: Found) -> None:
    fragment = """\
changes:
  - at: Besluta om registrering
    handover: n/a
  - at: Meddela beslutet
    automation: planned
"""
    look = ["no-trigger", "handover-not-asked"]
    assert codes(found(fragment, select=look, packs=["rpa"])) == ["RPA002"]
    assert codes(found(fragment, select=["handover-not-asked"])) == ["KNO035"]
