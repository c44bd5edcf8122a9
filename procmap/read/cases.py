"""A rule's limits and cases, which have a form of their own."""

from __future__ import annotations

from typing import Any

from procmap.model.rule import Case, Given, Limit
from procmap.read import notices as say
from procmap.read.desk import Desk
from procmap.read.key import Key
from procmap.read.known import plain_value, read_maybe, unknown
from procmap.read.names import nearest
from procmap.read.quantities import amount_kinds
from procmap.read.values import Spelling, TextValue, Value
from procmap.ref import Ref
from procmap.source.tree import Entries, Items, Scalar, Tree
from procmap.text import Text

__all__ = ["Cases", "Limits"]

_EXPECT = TextValue()
_LIMIT = Key("limits", amount_kinds()["limit"], Text(sv="Tröskeln.", en="The threshold."))


class Limits(Value):
    """``limits: {grans: 500 m}``, or with how long it holds: ``grans: {value: 500 m, from: 2026-01-01}``."""

    expected = Text(
        sv="en rad för varje tröskel, med namn och kolon först",
        en="a line for each threshold, with name and colon first",
    )

    def read(self, tree: Tree, desk: Desk, ref: Ref) -> Any:
        if not isinstance(tree, Entries):
            desk.say(say.WRONG_SHAPE, tree, ref, key="limits", expected=self.expected, example="limits: {grans: 500 m}")
            return ()
        found: list[Limit] = []
        for key, value in tree.entries:
            at = ref.of("limits", key.value)
            desk.place(at, key)
            if isinstance(value, Entries) and value.get("disputed") is None:
                found.append(self._timed(key, value, desk, at))
            else:
                limit = read_maybe(_LIMIT, value, key, desk, at)[0]
                found.append(Limit(name=key.value, value=limit))
        return tuple(found)

    def _timed(self, key: Scalar, tree: Entries, desk: Desk, ref: Ref) -> Limit:
        stated: dict[str, Any] = {}
        for name, value in tree.entries:
            if name.value == "value":
                stated["value"] = read_maybe(_LIMIT, value, name, desk, ref)[0]
            elif name.value in ("from", "until") and isinstance(value, Scalar):
                stated["valid_from" if name.value == "from" else "valid_until"] = value.value
            else:
                meant = {"valid_from": "from", "valid_until": "until"}.get(name.value)
                guess = meant or nearest(name.value, ["value", "from", "until"]) or "value"
                desk.say(say.UNKNOWN_KEY, name, ref, key=name.value, guess=guess)
        return Limit(name=key.value, **stated)

    def plain(self, value: Any, spelling: Spelling) -> Any:
        written: dict[str, Any] = {}
        for limit in value:
            plain = plain_value(_LIMIT.value, limit.value, spelling)
            if limit.valid_from or limit.valid_until or plain is None:
                timed = {"value": plain, "from": limit.valid_from, "until": limit.valid_until}
                plain = {k: v for k, v in timed.items() if v is not None}
            written[limit.name] = plain
        return written

    def schema(self) -> dict[str, Any]:
        one = {"type": ["string", "number", "object"]}
        return {"type": "object", "additionalProperties": one}


class Cases(Value):
    """``- {given: …, expect: …}``; what is given is a text or named circumstances."""

    expected = Text(sv="en lista med given och expect", en="a list with given and expect")

    def read(self, tree: Tree, desk: Desk, ref: Ref) -> Any:
        found: list[Case] = []
        for number, item in enumerate(tree.items if isinstance(tree, Items) else [tree], 1):
            at = ref.of("cases", str(number))
            desk.place(at, item)
            if not isinstance(item, Entries) or not {k.value for k, _ in item.entries} <= {"given", "expect"}:
                example = "- {given: …, expect: …}"
                desk.say(say.WRONG_SHAPE, item, at, key="cases", expected=self.expected, example=example)
                continue
            found.append(Case(given=self._given(item.get("given")), expect=self._expect(item.get("expect"), desk)))
        return tuple(found)

    def _given(self, tree: Tree | None) -> str | tuple[Given, ...]:
        if isinstance(tree, Entries):
            return tuple(Given(k.value, v.value) for k, v in tree.entries if isinstance(v, Scalar))
        return tree.value if isinstance(tree, Scalar) else ""

    def _expect(self, tree: Tree | None, desk: Desk) -> Any:
        if not isinstance(tree, Scalar) or not tree.value:
            return None
        return unknown(tree.value, desk) if tree.value[:2] == "??" else tree.value

    def plain(self, value: Any, spelling: Spelling) -> Any:
        written = []
        for case in value:
            given = case.given if isinstance(case.given, str) else {g.name: g.value for g in case.given}
            expect = plain_value(_EXPECT, case.expect, spelling)
            written.append({k: v for k, v in (("given", given), ("expect", expect)) if v is not None and v != ""})
        return written

    def schema(self) -> dict[str, Any]:
        given = {"type": ["string", "number", "object"]}
        case = {
            "type": "object",
            "properties": {"given": given, "expect": {"type": ["string", "number", "boolean"]}},
            "additionalProperties": False,
        }
        return {"type": "array", "items": case}


