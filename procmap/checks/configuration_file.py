"""Reading the configuration file, strictly: one that is not understood stops the run.

Nobody can rely on what a misread configuration lets through. All its faults are told at once, each with its line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from procmap.checks.check import PACKS
from procmap.checks.notices import INCOMPLETE
from procmap.checks.selection import meant
from procmap.checks.settings import Acceptance, Configuration
from procmap.errors import BadConfiguration
from procmap.finding import KINDS, Finding, Place
from procmap.source.reasons import reason
from procmap.text import LANGUAGES, Text

__all__ = ["FAIL_ON", "read_configuration"]

FAIL_ON: tuple[str, ...] = (*KINDS, "never")
_MOST_BYTES = 1_000_000

_OURS = re.compile(rb"""tool["']?\s*\.\s*["']?procmap|^\s*\[?\s*["']?tool["']?\s*[]=]""", re.MULTILINE)
"""What a shared file that speaks of procmap must hold; looking is quicker than reading it as TOML."""

_UNREADABLE = Text("{path} går inte att läsa: {why}", "{path} cannot be read: {why}")
_NOT_TOML = Text(
    "{path}, rad {line}: raden går inte att läsa. En rad ser ut så här: {example}",
    "{path}, line {line}: the line cannot be read. A line looks like this: {example}",
)
_NOT_UTF8 = Text("filen är inte sparad som UTF-8", "the file is not saved as UTF-8")
_A_FOLDER = Text(
    "det är en mapp och inte en fil. Inställningarna skrivs i en fil med det namnet; låt mappen heta något annat",
    "it is a folder and no file. Settings are written in a file of that name; call the folder something else",
)
_TOO_LARGE = Text("filen är större än 1 MB", "the file is larger than 1 MB")
_AT = Text("{path}, rad {line}: {what}", "{path}, line {line}: {what}")
_UNKNOWN_KEY = Text("”{key}” är ingen inställning.{guess}", "“{key}” is no setting.{guess}")
_UNKNOWN_VALUE = Text(
    "{key} kan inte vara ”{value}”.{guess} Det som går är {known}.",
    "{key} cannot be “{value}”.{guess} What will do is {known}.",
)
_WRONG_KIND = Text("{key} ska vara {expected}.", "{key} must be {expected}.")

_A_TEXT = Text("text inom citattecken", "text in quotation marks")
_TEXTS = Text('en lista med texter, som ["a", "b"]', 'a list of texts, such as ["a", "b"]')
_A_TABLE = Text("en egen rubrik med rader under", "a heading of its own with lines below")
_TABLES = Text("stycken som vart och ett börjar med [[accepted]]", "entries that each start with [[accepted]]")
_A_NUMBER = Text("ett tal", "a number")
_FROM_ZERO = Text("noll eller ett större tal", "zero or a larger number")
_A_DATE = Text("ett datum, som 2026-11-23", "a date, such as 2026-11-23")


def read_configuration(path: Path) -> tuple[Configuration, tuple[Finding, ...]] | None:
    """The configuration in one file, and a finding for each acceptance that does not hold.

    None for a ``pyproject.toml`` that does not speak of procmap. Raises BadConfiguration.
    """
    shared = path.name == "pyproject.toml"
    if path.is_dir():
        raise BadConfiguration(_UNREADABLE.fill(path=path, why=_A_FOLDER))
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise BadConfiguration(_UNREADABLE.fill(path=path, why=reason(error))) from error
    if shared and not _OURS.search(data):
        return None
    if len(data) > _MOST_BYTES:
        raise BadConfiguration(_UNREADABLE.fill(path=path, why=_TOO_LARGE))
    text, settings = _parsed(path, data)
    if shared:
        tool = settings.get("tool")
        if not isinstance(tool, dict) or "procmap" not in tool:
            return None
        settings = tool["procmap"]
    reader = _Reader(path.as_posix(), text, "tool.procmap" if shared else "")
    found = reader.configuration(settings)
    if reader.faults:
        sv, en = ("\n".join(words) for words in zip(*reader.faults, strict=True))
        raise BadConfiguration(Text(sv, en))
    return found, tuple(reader.findings)


def _parsed(path: Path, data: bytes) -> tuple[str, dict[str, Any]]:
    import tomllib

    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadConfiguration(_UNREADABLE.fill(path=path, why=_NOT_UTF8)) from error
    try:
        return text, tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        line = re.search(r"line (\d+)", str(error))
        at = line[1] if line else len(text.splitlines())
        raise BadConfiguration(_NOT_TOML.fill(path=path, line=at, example='lang = "sv"')) from error


class _Reader:
    """One pass over the settings of one file, gathering faults instead of stopping at the first."""

    def __init__(self, path: str, text: str, table: str) -> None:
        self.path = path
        self.lines = text.splitlines()
        self.table = table
        self.faults: list[Text] = []
        self.findings: list[Finding] = []

    def configuration(self, settings: Any) -> Configuration:
        values: dict[str, Any] = {"path": self.path}
        if not isinstance(settings, dict):
            self._wrong("tool.procmap", _A_TABLE, self.table)
            return Configuration()
        for key, value in settings.items():
            read = _SETTINGS.get(key)
            if read is None:
                self._fault(_UNKNOWN_KEY.fill(key=key, guess=meant(key, _SETTINGS)), self.table, key)
            else:
                values[_FIELDS.get(str(key), str(key))] = read(self, key, value)
        return Configuration(**values)

    def word(self, key: str, value: object, known: tuple[str, ...]) -> object:
        if not isinstance(value, str):
            self._wrong(key, _A_TEXT, self.table)
        elif value not in known:
            guess = meant(value, known)
            listed = ", ".join(known)
            self._fault(_UNKNOWN_VALUE.fill(value=value, key=key, guess=guess, known=listed), self.table, key)
        return value

    def words(self, key: str, value: object, known: tuple[str, ...] = ()) -> tuple[str, ...]:
        items = [value] if isinstance(value, str) else value
        if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
            self._wrong(key, _TEXTS, self.table)
            return ()
        for item in items if known else ():
            self.word(key, item, known)
        return tuple(items)

    def numbers(self, key: str, value: object) -> dict[str, float]:
        if not isinstance(value, dict):
            self._wrong(key, _A_TABLE, self.table)
            return {}
        numbers: dict[str, float] = {}
        for name, number in value.items():
            # In TOML a dot in a name makes a table: thin-evidence.people = 3
            inner = {f"{name}.{part}": each for part, each in number.items()} if isinstance(number, dict) else {}
            numbers.update(inner or {name: number})
        for name, number in numbers.items():
            if isinstance(number, bool) or not isinstance(number, (int, float)):
                self._wrong(name, _A_NUMBER, self._inside(key))
            elif not 0 <= number < float("inf"):
                self._wrong(name, _FROM_ZERO, self._inside(key))
        return numbers

    def acceptances(self, key: str, value: object) -> tuple[Acceptance, ...]:
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self._wrong(key, _TABLES, self.table)
            return ()
        return tuple(found for number, item in enumerate(value) if (found := self._acceptance(number, item)))

    def _acceptance(self, number: int, item: dict[str, Any]) -> Acceptance | None:
        table = self._inside("accepted")
        before = len(self.faults)
        for key, value in item.items():
            if key not in _ACCEPTANCE:
                self._fault(_UNKNOWN_KEY.fill(key=key, guess=meant(key, _ACCEPTANCE)), table, key, number)
            elif key == "date":
                item = {**item, key: _date(value)}
                if value != "" and item["date"] is None:
                    self._wrong(key, _A_DATE, table, number)
            elif not isinstance(value, str):
                self._wrong(key, _A_TEXT, table, number)
        if len(self.faults) > before:
            return None
        place = Place(self.path, self._line(table, None, number))
        if missing := [key for key in _ACCEPTANCE if not item.get(key)]:
            check = item.get("check") or item.get("element") or "?"
            self.findings.append(Finding.of(INCOMPLETE, place=place, check=check, missing=", ".join(missing)))
            return None
        return Acceptance(**item, place=place)

    def _inside(self, key: str) -> str:
        return f"{self.table}.{key}" if self.table else key

    def _wrong(self, key: str, expected: Text, table: str, number: int = 0) -> None:
        self._fault(_WRONG_KIND.fill(key=key, expected=expected), table, key, number)

    def _fault(self, what: Text, table: str, key: str, number: int = 0) -> None:
        self.faults.append(_AT.fill(path=self.path, line=self._line(table, key, number), what=what))

    def _line(self, table: str, key: str | None, number: int = 0) -> int:
        """Where a key stands, or where its table starts; TOML's parser does not tell, so the lines are read."""
        return next(_lines_of(self.lines, table, key, number), 1)


def _lines_of(lines: list[str], table: str, key: str | None, number: int) -> Iterator[int]:
    """The lines of a key in a table, or in the entry of a list of tables with a number; without a key, its heading."""
    here, seen = "", -1
    for at, line in enumerate(lines, 1):
        if heading := _HEADING.match(line):
            here = re.sub(r"[\s\"']", "", heading[1])
            seen += here == table
            if here == (f"{table}.{key}".lstrip(".") if key else table) and seen in (-1, number):
                yield at
        elif here == table and seen in (-1, number) and (found := _KEY.match(line)) and found[1].strip("\"'") == key:
            yield at


def _date(value: object) -> date | None:
    try:
        if isinstance(value, str):
            return date.fromisoformat(value)
    except ValueError:
        return None
    return value if type(value) is date else None


_HEADING = re.compile(r"\s*\[+([^\[\]]+)\]+")
_KEY = re.compile(r"\s*([\w-]+|\"[^\"]*\"|'[^']*')\s*[=.]")
_ACCEPTANCE = ("check", "element", "reason", "role", "date")
_FIELDS = {"for": "packs", "fail-on": "fail_on"}
_SETTINGS: dict[str, Callable[[_Reader, str, Any], Any]] = {
    "lang": lambda reader, key, value: reader.word(key, value, LANGUAGES),
    "for": lambda reader, key, value: reader.words(key, value, PACKS),
    "select": lambda reader, key, value: reader.words(key, value),
    "ignore": lambda reader, key, value: reader.words(key, value),
    "fail-on": lambda reader, key, value: reader.word(key, value, FAIL_ON),
    "thresholds": lambda reader, key, value: reader.numbers(key, value),
    "accepted": lambda reader, key, value: reader.acceptances(key, value),
}
