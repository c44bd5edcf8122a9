"""Quantities as values: times, numbers, shares and dates, read as people write them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from procmap.read import amounts
from procmap.read import notices as say
from procmap.read.desk import Desk
from procmap.read.meant import MEANT
from procmap.read.no_rules import is_no_rule
from procmap.read.values import FAILED, Spelling, Value, written_key
from procmap.ref import Ref
from procmap.source.tree import Scalar, Tree
from procmap.text import Text

__all__ = ["Amount", "amount_kinds"]


class Amount(Value):
    """A quantity, read by one of the functions in ``amounts``."""

    def __init__(
        self, parse: Callable[[str], Any], expected: Text, example: str, types: tuple[str, ...], span: str = ""
    ) -> None:
        self._parse = parse
        self._span = span
        self.expected = expected
        self.example = example
        self._types = types

    def parse(self, text: str) -> Any:
        return self._parse(text)

    def refuse(self, tree: Tree, desk: Desk, ref: Ref) -> Any:
        """That it depends is answered with how a span is written, where there are such."""
        if not self._span or not isinstance(tree, Scalar) or not is_no_rule(tree.value):
            return super().refuse(tree, desk, ref)
        key = written_key(ref)
        desk.say(say.VARIES, tree, ref, word=tree.value, key=key, fix=f"{key}: {self._span}")
        return FAILED

    def rewritten(self, tree: Tree) -> str | None:
        meant = MEANT.get(self._parse)
        return meant(tree.value.strip()) if meant and isinstance(tree, Scalar) and len(tree.value) < 60 else None

    def plain(self, value: Any, spelling: Spelling) -> Any:
        if isinstance(value, float):
            from decimal import Decimal

            return f"{(Decimal(repr(value)) * 100).normalize():f} %"
        return str(value)

    def schema(self) -> dict[str, Any]:
        return {"type": list(self._types)}


def amount_kinds() -> Mapping[str, Amount]:
    """The kinds of quantities by name."""
    return {
        "duration": Amount(
            amounts.read_duration,
            Text(sv="en tid, med tal och enhet", en="a time, with number and unit"),
            "10 min",
            ("string",),
            "5-30 min",
        ),
        "volume": Amount(
            amounts.read_volume,
            Text(sv="ett antal per dag, vecka, månad eller år", en="a number a day, week, month or year"),
            "300/month",
            ("string",),
            "200-400/month",
        ),
        "rate": Amount(
            amounts.read_rate,
            Text(sv="en andel mellan 0 och 1, eller i procent", en="a share from 0 to 1, or a percentage"),
            "12 %",
            ("string", "number"),
        ),
        "count": Amount(
            amounts.read_count, Text(sv="ett heltal", en="a whole number"), "3", ("string", "integer")
        ),
        "date": Amount(
            amounts.read_date,
            Text(sv="ett datum: år, månad, dag", en="a date: year, month, day"),
            "2026-11-23",
            ("string", "number"),
        ),
        "limit": Amount(
            amounts.read_limit,
            Text(sv="ett värde med enhet", en="a value with its unit"),
            "500 m",
            ("string", "number"),
        ),
    }
