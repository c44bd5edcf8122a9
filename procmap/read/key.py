"""A key that can be written, and the attribute of the model that it sets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from procmap.read.values import Value
from procmap.text import Text

__all__ = ["Key"]

_OPEN = [{"$ref": "#/definitions/unknown"}, {"$ref": "#/definitions/stated"}]


class Key(NamedTuple):
    """One key: its name, how its value is read, what it means in both languages, and the model's attribute.

    ``plain`` keys take no ``??`` or ``n/a``. ``also`` names keys that may be written within the value's own braces, and
    the attribute that each sets: ``why: {value: …, source: law}``.
    """

    name: str
    value: Value
    words: Text
    attribute: str = ""
    plain: bool = False
    also: Mapping[str, str] = {}

    def schema(self) -> dict[str, Any]:
        """What a schema says of the key: both descriptions, Swedish first, and the value or what is known of it."""
        described = {"description": f"{self.words('sv')}\n\n{self.words('en')}"}
        value = self.value.schema_of(self.name)
        return {**described, **value} if self.plain else {**described, "anyOf": [value, *_OPEN]}

    @property
    def target(self) -> str:
        """The model's attribute."""
        return self.attribute or self.name
