"""A variant is not asked once more what its origin is asked."""

from __future__ import annotations

from datetime import date

import pytest

from procmap.checks.configuration import Acceptance, Configuration
from procmap.checks.engine import check
from procmap.model.process_map import ProcessMap
from procmap.read.reading import read_text

ORIGIN = """\
process: Parkering
flow:
  - Registrator: Registrera
    system: ??
  - Handläggare: Granska
    why: ??
  - Handläggare: Besluta
    workaround: Egen lista
"""


def varied(changes: str) -> ProcessMap:
    block = "".join(f"  {line}\n" for line in changes.splitlines())
    reading = read_text(f"{ORIGIN}---\nvariant: Parkering i Ånge\nid: v\nof: parkering\nchanges:\n{block}")
    assert reading.findings == ()
    return reading.map


def own(map: ProcessMap, **options: object) -> list[str]:
    """What is said of the variant: code, and the elements it is about."""
    found = check(map, **options)  # type: ignore[arg-type]
    assert any(finding.refs[0].document == "parkering" for finding in found)
    of_variant = [finding for finding in found if finding.refs[0].document == "v"]
    return [f"{finding.code} {' '.join(ref.element or '.' for ref in finding.refs)}" for finding in of_variant]


CASES = {
    "nothing of its own": ("[]", []),
    "another value that says nothing new": ("- {at: Registrera, note: Annat}", []),
    "a value that nobody knows": ('- {at: Besluta, touch_time: "??"}', ["KNO033 besluta"]),
    "an answer takes the question away": ("- {at: Granska, why: Laglig prövning}", []),
    "only what was added is gathered": ("- {after: Granska, flow: [Handläggare: Mät]}", ["KNO029 mat"]),
}


@pytest.mark.parametrize(("changes", "wanted"), CASES.values(), ids=CASES)
def test_only_what_is_its_own(changes: str, wanted: list[str]) -> None:
    assert own(varied(changes)) == wanted


def test_what_is_accepted_at_the_origin_does_not_come_back() -> None:
    acceptance = Acceptance("KNO001", "parkering/granska", "Vi vet", "Chef", date(2026, 1, 1))
    assert own(varied("[]"), configuration=Configuration(accepted=(acceptance,))) == []


def test_a_variant_of_a_variant() -> None:
    both = varied('- {at: Besluta, touch_time: "??"}')
    third = f"{ORIGIN}---\nvariant: A\nof: parkering\nchanges: [{{at: Besluta, share: '??'}}]\n---\nvariant: B\nof: a\n"
    assert {f.refs[0].document for f in check(read_text(third).map)} == {"parkering", "a"}
    assert own(both)
