"""Judging what comes from Python: pydantic holds a part against the annotations of its class.

The reader makes only what it has judged itself, with line and column; here is the edge for everybody else. Nothing is
converted: a text is no number and a list no tuple, since a silent change of type would be a change of meaning.
"""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from typing import Any, TypeVar

from procmap.errors import InvalidMap
from procmap.model.part import Part
from procmap.text import Text

__all__ = ["judge"]

P = TypeVar("P", bound=Part)


@cache
def _adapter(kind: Any) -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(kind)


def judge(part: P) -> P:
    """The part itself, where everything in it is of the kind its class says. Raises InvalidMap, naming each fault."""
    from pydantic import ValidationError

    try:
        kind: Any = type(part)
        _adapter(kind).validate_python(part)
    except ValidationError as error:
        raise InvalidMap(_words(part, error.errors(include_url=False))) from None
    return part


def _words(part: Part, faults: list[Any]) -> Text:
    """One line for each attribute at fault, though a union reports each of its kinds by itself."""
    lines: dict[str, tuple[str, str]] = {}
    for fault in faults:
        at, value, expected = _follow(part, fault["loc"])
        shown = repr(value)
        lines.setdefault(at, (shown if len(shown) < 80 else shown[:79] + "…", expected))
    text = Text(sv="{at} är {shown}, men ska vara {expected}", en="{at} is {shown}, but shall be {expected}")
    both = [text.fill(at=at, shown=shown, expected=expected) for at, (shown, expected) in list(lines.items())[:20]]
    return Text("\n".join(line.sv for line in both), "\n".join(line.en for line in both))


def _follow(part: Any, loc: tuple[Any, ...]) -> tuple[str, Any, str]:
    """The path to the fault, the value there and the annotation it was held against."""
    value, path, expected = part, type(part).__name__, type(part).__name__
    for step in loc:
        if isinstance(step, int) and isinstance(value, tuple) and step < len(value):
            value, path = value[step], f"{path}[{step}]"
        elif isinstance(step, str) and isinstance(value, Part):
            found = next((f for f in fields(value) if f.name == step), None)  # type: ignore[arg-type]
            if found is not None:
                value, path, expected = getattr(value, step), f"{path}.{step}", str(found.type)
    return path, value, expected
