"""Plain data as YAML text that reads well, and reads back as it was.

Every scalar of the map language is text, so only what YAML itself, or the reader's care for slips of the keyboard,
would take for something else stands in quotation marks. Nothing a label holds can end its line or open a new key.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

__all__ = ["LONGEST_KEY", "Braces", "document_text", "key_text", "short", "shortened", "value_text"]

LONGEST_KEY = 1000
"""How long a key may be as it is written; YAML takes 1024 signs before its colon."""

_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`~=<")
_WORD_QUOTES = frozenset("“”„»«‘’‚")
_NULLS = frozenset(("null", "Null", "NULL"))
_ASKED = re.compile(r"\?\?(?: [^\s#].*)?")
_NUMBER = re.compile(r"-\d[\d.,]*")
_COLON = re.compile(r":(?!\d)")
_ADDRESS = re.compile(r"\w+://\S+")
_LISTED = re.compile(r"\d{1,3}[.)]")
_LONE_QUESTION = re.compile(r":\s+\?(?=\s|$)")
_BRACED = re.compile(r"[^\W_](?:[\w ./%()+§&-]*[\w.%)])?")
_TAME_LINE = re.compile(r"\w(?:.*\S)?")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}
_LONGEST_IN_BRACES = 64
_PROSE = 60
"""From how many signs on a text of several lines reads better on lines of its own."""


class Braces(dict[str, str]):
    """Entries that stand on one line within braces."""


def short(value: Any) -> Any:
    """The value with small entries in braces, wherever two or three plain words stand together."""
    if isinstance(value, list):
        return [short(one) for one in value]
    if not isinstance(value, dict):
        return value
    if 2 <= len(value) <= 3 and all(isinstance(v, str) and _BRACED.fullmatch(v) for v in value.values()):
        tame = all(_BRACED.fullmatch(k) for k in value) and not _NULLS & {*value, *value.values()}
        if tame and sum(len(k) + len(v) + 4 for k, v in value.items()) <= _LONGEST_IN_BRACES and _printable(value):
            return Braces(value)
    return {k: short(v) for k, v in value.items()}


def shortened(entries: dict[str, Any]) -> dict[str, Any]:
    """The same entries on lines of their own, with the small ones below them in braces."""
    return {key: short(value) for key, value in entries.items()}


def document_text(entries: dict[str, Any], apart: Iterable[str] = ()) -> str:
    """One document; where several keys of ``apart`` hold lines of their own, an empty line stands before each."""
    blocks = [key for key in apart if isinstance(entries.get(key), (dict, list)) and entries[key]]
    lines: list[str] = []
    for key, value in entries.items():
        if len(blocks) > 1 and key in blocks and lines:
            lines.append("")
        _put(value, f"{key_text(key)}:", 0, lines)
    return "\n".join(lines) + "\n"


def _put(value: Any, lead: str, indent: int, lines: list[str]) -> None:
    """What stands behind ``lead``, on the same line or on those below."""
    if value is None:
        lines.append(lead)
    elif isinstance(value, str):
        if _prose(value):
            lines.append(f"{lead} |-")
            lines += [f"{' ' * (indent + 2)}{line}" if line else "" for line in value.split("\n")]
        else:
            lines.append(f"{lead} {value_text(value)}")
    elif isinstance(value, Braces):
        lines.append(f"{lead} {{{', '.join(f'{k}: {v}' for k, v in value.items())}}}")
    elif not value:
        lines.append(f"{lead} {{}}" if isinstance(value, dict) else f"{lead} []")
    else:
        lines.append(lead)
        _below(value, " " * (indent + 2), indent + 2, lines)


def _below(value: Any, first: str, indent: int, lines: list[str]) -> None:
    """Entries or items, one on each line; the first starts with ``first``, which may hold a dash already."""
    pad = " " * indent
    if isinstance(value, dict):
        for key, inner in value.items():
            _put(inner, f"{first}{key_text(key)}:", indent, lines)
            first = pad
        return
    for item in value:
        if isinstance(item, (dict, list)) and item and not isinstance(item, Braces):
            _below(item, f"{first}- ", indent + 2, lines)
        else:
            _put(item, f"{first}-", indent, lines)
        first = pad


def key_text(text: str) -> str:
    """The text as a key."""
    tame = _plain(text) and (text[0].isalnum() or text[:2] == "??") and not _LISTED.match(text)
    return text if tame else _quoted(text)


def value_text(text: str) -> str:
    """The text as a value on one line."""
    return text if _plain(text) else _quoted(text)


def _plain(text: str) -> bool:
    """Whether the text can stand without quotation marks."""
    if not text or not text.isprintable() or text[0] == " " or text[-1] in " :" or '"' in text:
        return False
    if text[0] in _INDICATORS and not (_ASKED.fullmatch(text) or _NUMBER.fullmatch(text)):
        return False
    if not text.isascii() and any(p[:1] in _WORD_QUOTES and p[-1:] in _WORD_QUOTES for p in text.split(", ") if p):
        return False  # the reader leaves out what stands around a whole name, unless YAML's own marks do too
    if " #" in text or text in _NULLS or not _composed(text):
        return False
    return ":" not in text or not _COLON.search(text) or bool(_ADDRESS.fullmatch(text))


def _quoted(text: str) -> str:
    """The text in quotation marks: double ones, or single ones where it holds double ones, with escapes if need be."""
    if text.isprintable() and _composed(text) and not _LONE_QUESTION.search(text):
        if '"' not in text and "\\" not in text:
            return f'"{text}"'
        return "'" + text.replace("'", "''") + "'"
    return f'"{_escaped(text)}"'


def _escaped(text: str) -> str:
    composed, asks = _composed(text), bool(_LONE_QUESTION.search(text))
    signs: list[str] = []
    for sign in text:
        number = ord(sign)
        if sign in _ESCAPES:
            signs.append(_ESCAPES[sign])
        elif unicodedata.combining(sign) and signs and signs[-1][0] == "\\":
            signs.append(f"\\u{number:04X}" if number < 65536 else f"\\U{number:08X}")  # else it joins the escape
        elif sign.isprintable() and (composed or number < 128) and not (asks and sign == "?"):
            signs.append(sign)
        elif 0xD800 <= number <= 0xDFFF:
            signs.append("\ufffd")
        elif number < 65536:
            signs.append(f"\\x{number:02X}" if number < 256 else f"\\u{number:04X}")
        else:
            signs.append(f"\\U{number:08X}")
    return "".join(signs)


def _composed(text: str) -> bool:
    """Whether the reader would leave the letters as they are: it joins an a and its ring to an å."""
    return text.isascii() or unicodedata.is_normalized("NFC", text)


def _printable(entries: dict[str, str]) -> bool:
    return all(text.isprintable() and _composed(text) for text in (*entries, *entries.values()))


def _prose(text: str) -> bool:
    """Whether a text of several lines can stand as it is below its key."""
    if "\n" not in text or len(text) < _PROSE or "\n" in (text[0], text[-1]) or not _composed(text):
        return False
    return all(not line or (_TAME_LINE.fullmatch(line) and line.isprintable()) for line in text.split("\n"))
