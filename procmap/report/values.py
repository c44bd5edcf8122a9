"""Values of attributes as people write them: as plain data for programs, and as words with names instead of ids."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any, cast

from procmap.model.activity import ExceptionCase
from procmap.model.event import Trigger
from procmap.model.journey import Touchpoint
from procmap.model.knowledge import Disputed, Provenance, Unknown
from procmap.model.label import Translated, label_in
from procmap.model.part import Part
from procmap.model.process_map import Document, ProcessMap
from procmap.model.references import SECTION_OF
from procmap.model.rule import Limit
from procmap.read.key_of import key_of
from procmap.read.known import plain_value
from procmap.read.values import Spelling
from procmap.text import Language

__all__ = ["Named", "lines", "plain"]

_IDS = Spelling()


class Named(Spelling):
    """What is referred to by its name, in a language, where it has one.

    ``element`` gives what an element is called, by its path; ``nameless`` what an entry without a name is, None where
    its id is a name that people gave it.
    """

    def __init__(
        self,
        document: Document,
        map: ProcessMap,
        language: Language,
        element: Callable[[str], str],
        nameless: Callable[[Part], str | None],
    ) -> None:
        self.element = element
        self.nameless = nameless
        self.language = language
        self.holders = (document, *map.catalogues)
        self._names: dict[tuple[str, str], str] = {}

    def one(self, section: str, id: str) -> str:
        at = (section, id)
        if section == "elements":
            return self.element(id)
        if at not in self._names:
            found = (entry for holder in self.holders for entry in getattr(holder, section, ()) if entry.id == id)
            entry = next(found, None)
            name = getattr(entry, "name", None)
            words = self.nameless(entry) if entry is not None else None
            self._names[at] = label_in(name, self.language) if isinstance(name, (str, Translated)) else words or id
        return self._names[at]

    def several(self, section: str, ids: tuple[str, ...]) -> Any:
        return [self.one(section, id) for id in ids]


def plain(
    owner: Part | None, name: str, value: Any, source: Provenance | None = None, spelling: Spelling = _IDS
) -> Any:
    """A value as text, list or dict, as it stands in YAML; None where nothing is said. References are ids."""
    if isinstance(value, (Limit, ExceptionCase)):
        one = plain(owner, name, (value,), source, spelling)
        return next(iter(one.values() if isinstance(one, dict) else one))
    row = key_of(type(owner).__name__, name)
    if row is not None and not row.value.structural:
        return plain_value(row.value, value, spelling, source)
    return _plain(name, value, spelling)


def _plain(name: str, value: Any, spelling: Spelling) -> Any:
    """A value that has no key of its own, or is written in another way than by its key."""
    if value is None or isinstance(value, bool):
        return None if value is None else "true" if value else "false"
    if isinstance(value, str):
        section = "elements" if name == "elements" else SECTION_OF.get(name)
        return spelling.one(section, value) if section is not None else value
    if isinstance(value, tuple):
        return [_plain(name, item, spelling) for item in value]
    if isinstance(value, Trigger):
        return {value.kind: _plain("message" if value.kind == "message" else "", value.what, spelling)}
    if isinstance(value, Touchpoint):
        note = {} if value.note is None else {"note": value.note}
        return {str(value.channel): _plain("elements", value.elements, spelling), **note}
    if isinstance(value, Unknown):
        return f"?? {spelling.one('lanes', value.ask)}" if value.ask else "??"
    if isinstance(value, Disputed):
        voices = ((spelling.one("lanes", says.role), _plain(name, says.value, spelling)) for says in value.says)
        return {"disputed": [{role: said} for role, said in voices]}
    if isinstance(value, Part) and type(value).__str__ is object.__str__:
        kind = type(value).__name__
        said = {f.name: getattr(value, f.name) for f in fields(cast("Any", value)) if f.name != "provenance"}
        return {
            row.name if (row := key_of(kind, key)) is not None else key: _plain(key, one, spelling)
            for key, one in said.items()
            if one is not None and one != ()
        }
    return str(value)


_FIRST = ("value", "text", "name", "ref")
"""What says most of a thing; its other keys stand in brackets."""


def lines(written: Any) -> list[str]:
    """What is written, for people: a line for each thing in a list, keys and values with commas between."""
    if written is None:
        return []
    if isinstance(written, Mapping):
        if set(written) == {"disputed"}:
            return [line for voice in written["disputed"] for line in lines(voice)]
        keys = {key: "; ".join(lines(value)) for key, value in written.items()}
        first = next((key for key in _FIRST if keys.get(key)), None)
        rest = ", ".join(f"{key}: {value}".removesuffix(": ") for key, value in keys.items() if key != first)
        return [rest if first is None else f"{keys[first]} ({rest})" if rest else keys[first]]
    if isinstance(written, list):
        return [line for item in written for line in lines(item)]
    return [str(written)]
