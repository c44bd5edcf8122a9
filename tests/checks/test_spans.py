"""Amounts as ranges, and what of them can be compared."""

from __future__ import annotations

from decimal import Decimal

import pytest

from procmap.checks.answers import implies
from procmap.checks.rule_cases import answered_by, are_opposite, is_positive
from procmap.checks.spans import Range, left_between, overlap, said, within

SPANS = {
    "500 m": Range("length", Decimal(500), Decimal(500)),
    "0,5 km": Range("length", Decimal(500), Decimal(500)),
    "högst 500 m": Range("length", None, Decimal(500)),
    "inte mer än 500 m": Range("length", None, Decimal(500)),
    "under 6 månader": Range("months", None, Decimal(6), high_in=False),
    "minst 1 år": Range("months", Decimal(12), None),
    "18 år eller äldre": Range("months", Decimal(216), None),
    "över 1 000 kr": Range("money SEK", Decimal(1000), None, low_in=False),
    "1 000 kr eller mindre": Range("money SEK", None, Decimal(1000)),
    "5–10 st": Range("measure st", Decimal(5), Decimal(10)),
    "mellan 5 och 10 dagar": Range("time", Decimal(432_000), Decimal(864_000)),
    "${amount >= 10}": Range("measure ", Decimal(10), None),
}


@pytest.mark.parametrize(("text", "range"), SPANS.items())
def test_what_a_text_holds(text: str, range: Range) -> None:
    found = said(text)
    assert found is not None and found.range == range


@pytest.mark.parametrize(
    "text",
    ["", "ja", "inte alls", "ca 5 m", "ungefär 3 veckor", "hyran är 50 kr högre", "2022:8", "1 år och 6 månader", "5-30-2"],
)
def test_what_cannot_be_compared(text: str) -> None:
    assert said(text) is None


def of(text: str) -> Range:
    found = said(text)
    assert found is not None
    return found.range


@pytest.mark.parametrize(
    ("inner", "outer", "wanted"),
    [
        ("500 m", "högst 500 m", True),
        ("501 m", "högst 500 m", False),
        ("500 m", "under 500 m", False),
        ("under 500 m", "högst 500 m", True),
        ("högst 500 m", "under 500 m", None),
        ("över 100 m", "högst 500 m", None),
        ("över 500 m", "högst 500 m", False),
    ],
)
def test_within(inner: str, outer: str, wanted: bool | None) -> None:
    assert within(of(inner), of(outer)) is wanted


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [("högst 5 m", "minst 5 m", True), ("under 5 m", "minst 5 m", False), ("över 1 m", "över 5 m", True)],
)
def test_overlap_is_the_same_both_ways(one: str, other: str, shared: bool) -> None:
    assert (overlap(of(one), of(other)) is not None) is shared
    assert (overlap(of(other), of(one)) is not None) is shared


@pytest.mark.parametrize(
    ("lower", "upper", "left"),
    [
        ("under 5 år", "över 5 år", True),
        ("högst 17 år", "minst 18 år", False),
        ("högst 17 år", "minst 20 år", True),
        ("högst 5 st", "över 5 st", False),
        ("1–5 st", "6–10 st", False),
    ],
)
def test_what_is_left_between(lower: str, upper: str, left: bool) -> None:
    first = said(lower)
    assert first is not None
    assert (left_between(first.range, of(upper), first.step) is not None) is left


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("a och b", "a eller c", True),
        ("a", "a eller c", True),
        ("A, och b", "a", True),
        ("a && b", "${a || c}", True),
        ("a eller b", "a", False),
        ("a och b", "c eller d", False),
        ("a och b eller c", "a", False),
        ("inte a och b", "b", False),
        ("", "a", False),
    ],
)
def test_one_condition_makes_another_true(one: str, other: str, wanted: bool) -> None:
    assert implies(one, other) is wanted


def test_yes_and_no_in_other_words() -> None:
    assert [is_positive(text) for text in ("Ja", "uppfyllt.", "inte uppfyllt", "Nej", "kanske", "inte klart")] == [
        True, True, False, False, None, None,
    ]  # fmt: skip
    assert are_opposite("ja", "inte uppfyllt") and are_opposite("komplett", "inte komplett")
    assert not are_opposite("delegat", "nämnd") and not are_opposite("ja", "Ja.") and not are_opposite("x", "x")


def test_the_answer_that_an_example_leads_to() -> None:
    assert answered_by("Uppfyllt", ["ja", "nej"]) == "ja"
    assert answered_by("nämnd", ["Delegat", "Nämnd"]) == "Nämnd"
    assert answered_by("ja", ["bifall", "beviljas", "avslag"]) is None
    assert answered_by("kanske", ["ja", "nej"]) is None
