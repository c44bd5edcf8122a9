"""XML as a tree of tags, each with the place where it starts, by a parser that fetches nothing and expands nothing.

libxml2 (through lxml) judges whether the file is well-formed and hands over one tag at a time; no tree of its own is
built. Where a tag starts is found in the text, since libxml2 only knows where it ends. Comments, processing
instructions and what the caller has no use for are left out: whoever writes the file again edits its bytes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from procmap.ref import Ref
from procmap.source import xml_notices as say
from procmap.source.slips import Slip
from procmap.source.xml_text import xml_text
from procmap.text import Text

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["MAX_DEPTH", "MAX_PARTS", "Tag", "XmlTree", "read_xml"]

MAX_DEPTH = 100
MAX_PARTS = 2_000_000
"""Elements and attributes together. No process that people draw comes near either."""

_NAMESPACES = range(200, 204)
"""libxml2's numbers for what is wrong with namespaces, other than an address that looks odd."""

_PROLOG = re.compile(r"(?:\s++|<\?.*?\?>|<!--.*?-->)*+", re.DOTALL)
_TAG = re.compile(
    r"""<(?:!--.*?-->|!\[CDATA\[.*?\]\]>|\?.*?\?>|/|([^\s/>!?]++)(?:[^>"']++|"[^"]*+"|'[^']*+')*+>)""", re.DOTALL
)


class Tag:
    """One element: its name with the caller's prefix for the namespace, its attributes, what is inside it, its text.

    ``line`` and ``column`` are 1-based, in characters, and those of its ``<``; ``length`` is that of ``<`` and the
    name. Attributes of another namespace have it before their name, ``{namespace}name``. ``text`` is kept where the
    caller asked for it. ``ref`` is what points at it in the map, once the reader knows.
    """

    __slots__ = ("above", "attributes", "children", "column", "length", "line", "name", "number", "ref", "text")

    def __init__(self, name: str, attributes: Mapping[str, str], above: Tag | None, number: int) -> None:
        self.name = name
        self.attributes = attributes
        self.above = above
        self.number = number
        self.children: Sequence[Tag] = ()
        self.text = ""
        self.ref: Ref | None = None
        self.line = self.column = 0
        self.length = 1

    def __repr__(self) -> str:
        return f"<{self.name} {self.attributes.get('id', '')} line={self.line}>"

    def get(self, name: str) -> str | None:
        """An attribute without the space around it; None where it is not there or empty."""
        value = self.attributes.get(name)
        return (value.strip() or None) if value else None

    def of(self, name: str) -> Iterator[Tag]:
        """The tags of one name right inside this one."""
        return (child for child in self.children if child.name == name)

    def first(self, name: str) -> Tag | None:
        """The first tag of a name right inside this one."""
        for child in self.children:
            if child.name == name:
                return child
        return None


class XmlTree(NamedTuple):
    """The outermost tag, and all that are kept in the order of the file; None where the file cannot be read."""

    root: Tag | None
    tags: tuple[Tag, ...] = ()
    slips: tuple[Slip, ...] = ()

    def release(self) -> None:
        """Let the tags go one by one. They point at each other, and would otherwise all wait for the collector."""
        for tag in self.tags:
            tag.above, tag.children = None, ()


def read_xml(data: bytes, name: Callable[[str], str | None], texts: Collection[str] = ()) -> XmlTree:
    """The tree of an XML file, or why there is none; never an exception, whatever the bytes.

    ``name`` gives the name that a tag (``{namespace}local``) is to be called by; with None the tag is left out with
    all that is in it, except the outermost one, which then keeps ``{namespace}local``. ``texts`` are the names whose
    text is kept, that of whatever stands within them too.
    """
    text, slips = xml_text(data)
    if text is None:
        return XmlTree(None, (), slips)
    fault = _fault_before(text)
    if fault is not None:
        return XmlTree(None, (), (*slips, fault))
    builder = _Builder(name, texts, "&" in text)
    fault = _parse(text, builder)
    if fault is not None or builder.root is None:
        return XmlTree(None, (), (*slips, fault) if fault else slips)
    _place(text, builder.tags)
    tree = XmlTree(builder.root, tuple(builder.tags), slips)
    builder.tags, builder.root = [], None  # lxml's parser holds its target, and itself
    return tree


def _fault_before(text: str) -> Slip | None:
    """What is refused before anything is parsed: nothing, a document type, or more than anybody draws."""
    prolog = _PROLOG.match(text)
    start = prolog.end() if prolog else 0
    if start == len(text) and not text.strip():
        return Slip(say.EMPTY, 1, 1, 1, {})
    if text[start : start + 9].upper() == "<!DOCTYPE":
        return Slip(say.DOCTYPE, *_line_and_column(text, start), 9, {})
    if len(text) > MAX_PARTS and text.count("<") - text.count("</") + text.count("=") > MAX_PARTS:
        return Slip(say.TOO_MANY, 1, 1, 1, {"most": f"{MAX_PARTS:,}".replace(",", " ")})
    return None


class _TooDeep(Exception):
    """Raised within the parser, which passes it on."""


class _Builder:
    """What lxml calls for each tag; the stack holds None for what is left out."""

    def __init__(self, name: Callable[[str], str | None], texts: Collection[str], has_ampersands: bool) -> None:
        self._has_ampersands = has_ampersands
        self.root: Tag | None = None
        self.tags: list[Tag] = []
        self.count = 0
        self._name = name
        self._names: dict[str, str | None] = {}
        self._texts = texts
        self.stack: list[Tag | None] = []
        self._text: list[str] | None = None

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        stack = self.stack
        if self._has_ampersands:
            # To a parser that expands nothing, libxml2 hands over each & in an attribute as a reference to itself.
            attributes = {key: value.replace("&#38;", "&") for key, value in attributes.items()}
        number = self.count
        self.count += 1
        if not stack:
            outermost = self._name(tag) or (tag if tag[0] == "{" else f"{{}}{tag}")
            self.root = made = Tag(outermost, attributes, None, number)
            self.tags.append(made)
            stack.append(made)
            return
        above = stack[-1]
        if len(stack) >= MAX_DEPTH:
            raise _TooDeep
        if above is None or self._text is not None:
            stack.append(None)
            return
        try:
            name = self._names[tag]
        except KeyError:
            name = self._names[tag] = self._name(tag)
        if name is None:
            stack.append(None)
            return
        made = Tag(name, attributes, above, number)
        if above.children:
            above.children.append(made)  # type: ignore[attr-defined]
        else:
            above.children = [made]  # most tags have none, and thousands of empty lists are slow to look after
        self.tags.append(made)
        stack.append(made)
        if name in self._texts:
            self._text = []

    def end(self, tag: str) -> None:
        closed = self.stack.pop()
        if closed is not None and self._text is not None:
            closed.text = "".join(self._text)
            self._text = None

    def data(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def close(self) -> None:
        """The parser is done."""


def _parser(builder: _Builder) -> etree.XMLParser[None]:
    from lxml import etree

    return etree.XMLParser(
        target=builder,
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        no_network=True,
        huge_tree=False,
        recover=False,
    )


def _parse(text: str, builder: _Builder) -> Slip | None:
    """Let libxml2 read the text; what is wrong with it, None where all is well."""
    from lxml import etree

    parser = _parser(builder)
    try:
        etree.fromstring(text.encode(), parser)
    except _TooDeep:
        line, column = _start_of(text, builder.count - 1)
        return Slip(say.TOO_DEEP, line, column, 1, {"most": MAX_DEPTH})
    except etree.XMLSyntaxError as error:
        if (error.code != _NO_NAME or text.endswith(("<", "</"))) and _ends_too_soon(text):
            return _cut_off(text, builder)
        line, column = error.position
        return Slip(say.MALFORMED, max(1, line), max(1, column), 1, {"why": say.why(error.code)})
    # Names that mean nothing are no errors to libxml2; to whoever looks for elements of a namespace they are.
    for each in parser.error_log:
        if each.type in _NAMESPACES:
            return Slip(say.MALFORMED, max(1, each.line), 1, 1, {"why": say.why(each.type, each.message)})
    return None


def _ends_too_soon(text: str) -> bool:
    """Whether nothing is wrong with a text but that it stops: libxml2 finds no fault before it is told that it does."""
    from lxml import etree

    parser = _parser(_Builder(lambda tag: None, (), False))
    try:
        parser.feed(text.encode())
    except (etree.XMLSyntaxError, _TooDeep):
        return False
    return True


def _cut_off(text: str, builder: _Builder) -> Slip:
    """What to say of it: the innermost element that is kept and was not closed, and the end of the text."""
    inside = next((tag for tag in reversed(builder.stack) if tag is not None), None)
    where = _AT_THE_START
    if inside is not None:
        local = inside.name.rpartition("}")[2].rpartition(":")[2][:_LONGEST]
        where = _WITHIN.fill(name=local, line=_start_of(text, inside.number)[0])
    return Slip(say.CUT_OFF, *_line_and_column(text, max(len(text.rstrip()) - 1, 0)), 1, {"where": where})


_NO_NAME = 68
"""Behind a bare ampersand too, where libxml2 waits for the end of a name however much follows."""
_AT_THE_START = Text("sin allra första början", "its very beginning")
_WITHIN = Text("<{name}>, som börjar på rad {line}", "<{name}>, which begins on line {line}")
_LONGEST = 60


def _place(text: str, tags: list[Tag]) -> None:
    """Set where each tag starts: start tags come in the text in the order in which the parser told of them."""
    waiting = iter(tags)
    tag = next(waiting, None)
    number = 0
    line, line_start, seen = 1, 0, 0
    for match in _TAG.finditer(text):
        if match.lastindex is None:
            continue
        if tag is not None and number == tag.number:
            start = match.start()
            line += text.count("\n", seen, start)
            line_start = text.rfind("\n", seen, start) + 1 or line_start
            seen = start
            tag.line, tag.column, tag.length = line, start - line_start + 1, match.end(1) - start
            tag = next(waiting, None)
            if tag is None:
                return
        number += 1


def _start_of(text: str, number: int) -> tuple[int, int]:
    """Where the start tag of a number begins; one that has no end is the last in the text."""
    found = (match for match in _TAG.finditer(text) if match.lastindex is not None)
    match = next((match for at, match in enumerate(found) if at == number), None)
    return _line_and_column(text, match.start() if match else max(text.rfind("<"), 0))


def _line_and_column(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
