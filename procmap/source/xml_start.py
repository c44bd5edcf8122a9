"""How XML starts: so that a file can be told from a map in YAML before anything that reads XML is imported."""

from __future__ import annotations

import codecs

__all__ = ["BPMN", "MARKS", "looks_like_xml", "may_be_bpmn"]

BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"
"""The namespace of BPMN 2.0, in which a file's outermost element stands."""

MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
"""What a file may start with, and what it is then written in."""

_LOOKED_AT = 200
_NAMED = tuple(BPMN.encode(codec) for codec in ("ascii", "utf-16-le", "utf-16-be"))


def may_be_bpmn(start: bytes) -> bool:
    """Whether the start of a file speaks of BPMN: most XML in a folder has nothing to do with it."""
    return any(name in start for name in _NAMED)


def looks_like_xml(data: bytes) -> bool:
    """Whether a file starts as XML does, in whatever encoding: ``<`` and a name, ``<?`` or ``<!``."""
    codec = next((codec for mark, codec in MARKS if data.startswith(mark)), "latin-1")
    text = data[:_LOOKED_AT].decode(codec, "replace").lstrip()
    return text[:1] == "<" and (text[1:2] in ("?", "!", "_", ":") or text[1:2].isalpha())
