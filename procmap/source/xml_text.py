"""The text of an XML file: from bytes by the encoding that the file states, never by a guess that garbles å, ä and ö.

Sources: W3C, XML 1.0 (2008), appendix F (how an encoding is told); WHATWG, Encoding (what says ISO-8859-1 and has signs
from 80 to 9F is Windows-1252).
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from procmap.source import xml_notices as say
from procmap.source.encoding import no_text
from procmap.source.slips import Slip
from procmap.source.xml_start import MARKS, looks_like_xml

__all__ = ["XmlText", "xml_text"]

_DECLARED = re.compile(rb"""\s*<\?xml\b[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']""")
_HIGH = re.compile(rb"[\x80-\x9f]")
_WIDE = ("utf-16", "utf-32")
_MEANT = {
    "iso8859-1": (("utf-8", "UTF-8"), ("cp1252", "Windows-1252")),
    "iso8859-15": (("utf-8", "UTF-8"),),
    "cp1252": (("utf-8", "UTF-8"),),
}
"""What a file may be written in that says something else.

Words do not happen to be UTF-8: å, ä and ö would have to stand in odd pairs throughout. And nobody writes the control
signs that ISO-8859-1 has where Windows-1252 has its dashes and quotation marks.
"""
_CUT_OFF = ("unexpected end of data", "truncated data", "incomplete multibyte sequence")
"""What Python says of bytes that end in the midst of a character."""
_CODECS = frozenset(
    {
        *("ascii", "utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"),
        *(f"iso8859-{part}" for part in (*range(1, 12), *range(13, 17))),
        *(f"cp{page}" for page in (437, 850, 852, 858, 865, 866, *range(1250, 1259))),
        *("koi8-r", "koi8-u", "mac-roman", "gb2312", "gbk", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"),
    }
)
"""What Python calls the encodings that are read. Not all that it has: some of those are no encodings of text."""


class XmlText(NamedTuple):
    """The text without any byte order mark, and what is odd or wrong; no text where it cannot be told."""

    text: str | None
    slips: tuple[Slip, ...] = ()


def xml_text(data: bytes) -> XmlText:
    """The text of a file, by its byte order mark, else by what it declares, else UTF-8."""
    found = _text(data)
    if found.text is None and (what := no_text(data)) is not None:
        return XmlText(None, (Slip(say.NO_TEXT, 0, 0, 1, {"what": what}),))
    return found


def _text(data: bytes) -> XmlText:
    mark = next((codec for mark, codec in MARKS if data.startswith(mark)), None)
    found = _DECLARED.match(data.removeprefix(codecs.BOM_UTF8))
    declared = found[1].decode("ascii") if found else None
    if mark is not None:
        return _by_mark(data, mark, declared)
    if declared is None:
        return _decoded(data, "utf-8", "UTF-8")
    try:
        codec = codecs.lookup(declared).name
    except LookupError:
        codec = ""
    if codec not in _CODECS:
        return XmlText(None, (Slip(say.UNKNOWN_ENCODING, 1, 1, 1, {"encoding": declared}),))
    if codec.startswith(_WIDE):
        # The declaration could be read one byte a character, so that it is not true.
        text, slips = _decoded(data, "utf-8", "UTF-8")
        return XmlText(text, (*slips, _misnamed(declared, "UTF-8")) if text is not None else slips)
    for actual, known_as in _MEANT.get(codec, ()) if not data.isascii() else ():
        if actual == "utf-8" or _HIGH.search(data):
            text, slips = _decoded(data, actual, known_as)
            if text is not None:
                return XmlText(text, (_misnamed(declared, known_as),))
    return _decoded(data, codec, declared)


def _by_mark(data: bytes, codec: str, declared: str | None) -> XmlText:
    text, slips = _decoded(data, codec, "UTF-8" if codec == "utf-8-sig" else codec.upper())
    if codec == "utf-8-sig" and text is not None and declared is not None and declared.lower() not in ("utf-8", "utf8"):
        slips = (*slips, _misnamed(declared, "UTF-8"))
    return XmlText(text, slips)


def _misnamed(declared: str, actual: str) -> Slip:
    return Slip(say.MISNAMED, 1, 1, 1, {"encoding": declared, "actual": actual})


def _decoded(data: bytes, codec: str, name: str) -> XmlText:
    try:
        return XmlText(data.decode(codec))
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(codec, "ignore")
        if error.end == len(data) and error.reason in _CUT_OFF and looks_like_xml(data) and not before.endswith(">"):
            return XmlText(before)  # it is for the parser to say where it stops
        line = before.count("\n") + 1
        column = len(before) - before.rfind("\n")
        byte = data[error.start : error.start + 1].hex().upper() or "–"
        return XmlText(None, (Slip(say.WRONG_BYTES, line, column, 1, {"encoding": name, "byte": byte}),))
