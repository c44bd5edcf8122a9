"""The text of a file, whatever it was saved as, and whether it is a text at all."""

from __future__ import annotations

from typing import NamedTuple

from procmap.text import Text

__all__ = ["Decoded", "decoded", "encoded", "no_text"]

_LOOKED_AT = 8_000
_CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 27})
_MARKS = (b"\xff\xfe", b"\xfe\xff")
_OFFICE = Text(sv="ett dokument från Word, Excel eller liknande", en="a document of Word, Excel or the like")
_PICTURE = Text(sv="en bild", en="a picture")
_KNOWN: tuple[tuple[bytes, Text], ...] = (
    (b"PK\x03\x04", _OFFICE),
    (b"\xd0\xcf\x11\xe0", _OFFICE),
    (b"{\\rtf", _OFFICE),
    (b"%PDF-", Text(sv="ett pdf-dokument", en="a PDF document")),
    (b"\x89PNG", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
)
"""How files of other kinds begin: ZIP (.docx, .xlsx), OLE (.doc, .xls, .vsd), RTF, PDF, PNG, GIF, JPEG."""
_OTHER = Text(sv="något som bara ett program kan läsa", en="something that only a program can read")


class Decoded(NamedTuple):
    """A text, the encoding it was read in, and the byte where UTF-8 or UTF-16 broke off, if it did."""

    text: str
    encoding: str
    fault: int | None


def decoded(data: bytes) -> Decoded:
    """The text of some bytes: UTF-8 or UTF-16, else what Windows saved here before; lines end as they stand."""
    encoding = "utf-16" if data[:2] in _MARKS else _unmarked(data) or "utf-8-sig"
    try:
        return Decoded(data.decode(encoding), encoding, None)
    except UnicodeDecodeError as error:
        guess = "cp1252" if encoding == "utf-8-sig" else encoding
        return Decoded(data.decode(guess, errors="replace"), guess, error.start)


def encoded(text: str, like: bytes) -> bytes:
    """A text as the bytes of a file that was read: UTF-16 and the mark of UTF-8 stay, anything else becomes UTF-8."""
    encoding = decoded(like).encoding
    if encoding == "utf-8-sig" and not like.startswith(b"\xef\xbb\xbf"):
        encoding = "utf-8"
    return text.encode("utf-8" if encoding == "cp1252" else encoding)


def no_text(data: bytes) -> Text | None:
    """What a file is that no text editor has made; None where it is a text, be it with an odd sign somewhere."""
    known = next((what for start, what in _KNOWN if data.startswith(start)), None)
    if known is not None:
        return known
    start = data[:_LOOKED_AT]
    if data[:2] in _MARKS or _unmarked(data):
        return None
    controls = len(start) - len(start.translate(None, _CONTROLS))
    return _OTHER if controls * 20 > len(start) and controls > 4 else None


def _unmarked(data: bytes) -> str | None:
    """UTF-16 without its mark at the start: of ordinary letters every second byte is empty."""
    start = data[:_LOOKED_AT]
    even, odd = start[::2], start[1::2]
    if not start or len(even) > len(odd) + 1:
        return None
    for encoding, empty, full in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if len(empty) > 8 and empty.count(0) * 10 > len(empty) * 9 and not full.count(0):
            return encoding
    return None
