"""A BPMN file while it is read: which tag has which id, where each stands in the map, and what is said about it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from procmap.finding import Finding, Notice
from procmap.read import bpmn_notices as say
from procmap.read.bpmn_names import COLLABORATIONS, KINDS, WORDS
from procmap.read.bpmn_scope import Scope
from procmap.read.desk import Desk
from procmap.ref import Ref
from procmap.source.tree import Scalar
from procmap.source.xml_tree import Tag
from procmap.text import Text

__all__ = ["BpmnFile", "label_of", "note_of", "words_in"]

_CALLED = Text("{kind} ”{name}”", "{kind} “{name}”")
_OTHER = Text("elementet {name}", "the element {name}")
_DOCUMENTS = frozenset({"process", *COLLABORATIONS})
"""What people know without its id."""
_LONGEST = 60
_MOST_OF_ONE_ID = 1000
"""A thousand elements of one id are the work of a broken program, or of somebody who wants to keep procmap busy."""
_ENOUGH = 1000
"""More of one kind than the desk says in any file."""


class BpmnFile:
    """One file: its tags by id, their Refs and positions, and the desk that keeps what is said.

    ``documents`` has the id in the map of each process and collaboration, ``used`` the documents that refer to each
    message, signal and the like. What the parts of the reader find out for each other: ``homes``, the scope of each
    flow node; ``lanes``, the ids of its lanes; ``ends``, what each arrow joins; ``touched``, the data that each element
    reads and writes; ``data``, what each place where data is shown shows; ``shown_as``, what a piece is called there;
    ``pools``, the pool of each process.
    """

    def __init__(self, path: str, root: Tag, tags: Iterable[Tag], findings: list[Finding]) -> None:
        self.root = root
        self.positions: dict[Ref, tuple[int, int]] = {}
        self.written: dict[str, str] = {}
        self.desk = Desk(path, "", findings, self.positions)
        self.documents: dict[Tag, str] = {}
        self.used: dict[Tag, dict[str, None]] = {}
        self.homes: dict[Tag, Scope] = {}
        self.lanes: dict[Tag, tuple[str, ...]] = {}
        self.ends: dict[Tag, tuple[Tag | None, Tag | None]] = {}
        self.touched: dict[Tag, tuple[tuple[str, ...], tuple[str, ...]]] = {}
        self.data: dict[Tag, str] = {}
        self.shown_as: dict[Tag, str] = {}
        self.pools: dict[str, str] = {}
        self.elements: set[str] = set()
        self._said: dict[str, int] = {}
        self._ids: dict[Tag, str] = {}
        self._made: set[str] = set()
        self._by_id: dict[str, Tag] = {}
        self._doubles: dict[str, list[Tag]] = {}
        self._odd: list[str] = []
        self._left_out: dict[str, Tag] = {}
        self._imports = root.first("import") is not None
        self._index(tags)

    def _index(self, tags: Iterable[Tag]) -> None:
        """Which tags have which id; a second one of the same id is given one of its own, and kept."""
        by_id, ids, doubles = self._by_id, self._ids, self._doubles
        names: set[str] = set()
        for tag in tags:
            names.add(tag.name)
            id = tag.get("id")
            if id is not None:
                ids[tag] = id
                first = by_id.setdefault(id, tag)
                if first is not tag:
                    doubles.setdefault(id, [first]).append(tag)
        self.elements.update(name for name in names if ":" not in name)
        self._leave_out([tag for named in doubles.values() for tag in named[_MOST_OF_ONE_ID:]])
        self._odd = [id for id in by_id if "/" in id or id in doubles]
        for id in self._odd:
            plain = id.replace("/", "_")
            for number, tag in enumerate(self._tags(id), 1):
                wanted = plain if number == 1 else f"{plain}.{number}"
                ids[tag] = id if wanted == id else self._free(wanted)
                if wanted != id:
                    self.written[ids[tag]] = id

    def _leave_out(self, tags: Iterable[Tag]) -> None:
        """Take tags out of the tree; in files that people and their programs make there are none."""
        inside: dict[Tag, set[Tag]] = {}
        for tag in tags:
            self._left_out.setdefault(str(tag.get("id")), tag)
            if tag.above is not None:
                inside.setdefault(tag.above, set()).add(tag)
        for around, gone in inside.items():
            around.children = [tag for tag in around.children if tag not in gone]

    def _free(self, id: str) -> str:
        """The id, or one like it, that no tag has."""
        while id in self._by_id or id in self._made:
            id += "_"
        self._made.add(id)
        return id

    def say_doubles(self) -> None:
        """Say which ids stand twice, and which cannot be told from a path."""
        for id in self._odd:
            tags = self._tags(id)
            if "/" in id:
                self.say(say.SLASH_IN_ID, tags[0], id=id, other=self.id_of(tags[0]))
            if (first := self._left_out.get(id)) is not None:
                self.say(say.LEFT_OUT, first, id=_shortened(id), count=len(tags), most=_MOST_OF_ONE_ID)
            for tag in tags[1:]:
                self.say(say.SAME_ID, tag, id=id, first=tags[0].line, other=tags[0])

    # What things are called

    def id_of(self, tag: Tag) -> str:
        """The tag's id in the map: its own, or one made of its name and number where it has none."""
        found = self._ids.get(tag)
        if found is None:
            found = self._ids[tag] = self._free(f"{tag.name}.{tag.number}")
        return found

    def what(self, tag: Tag) -> Text:
        """What to call an element in a sentence: *steget ”Granska”*."""
        name = label_of(tag) or (None if tag.name in _DOCUMENTS else tag.get("id"))
        kind = KINDS.get(tag.name) or _OTHER.fill(name=tag.name)
        return _CALLED.fill(kind=kind, name=_shortened(name)) if name else kind

    def _told(self, name: str, tag: Tag) -> Text:
        """The same as the value of a message: with a capital letter where the placeholder has one."""
        sv, en = self.what(tag)
        return Text(sv[0].upper() + sv[1:], en[0].upper() + en[1:]) if name[0].isupper() else Text(sv, en)

    # Where things stand

    def place(self, tag: Tag, ref: Ref) -> None:
        """Let a tag be what a Ref points at."""
        tag.ref = ref
        self.positions.setdefault(ref, (tag.line, tag.column))

    def stands(self, tag: Tag) -> bool:
        """Whether a tag is something that a Ref points at."""
        return tag.ref is not None

    def ref(self, tag: Tag) -> Ref:
        """What points at a tag, or at the nearest thing around it that has a Ref."""
        at: Tag | None = tag
        while at is not None:
            if at.ref is not None:
                return at.ref
            at = at.above
        return Ref(next(iter(self.documents.values()), ""))

    def document(self, tag: Tag) -> str:
        """The id of the document that a tag stands in."""
        return self.ref(tag).document

    def say(self, notice: Notice, tag: Tag, ref: Ref | None = None, **values: object) -> None:
        """Say something about a tag; a tag among the values is called by its kind and name.

        The desk gives up where very many are alike; so nothing is put into words long after that.
        """
        count = self._said[notice.code] = self._said.get(notice.code, 0) + 1
        if count > _ENOUGH:
            return
        told = {name: self._told(name, value) if isinstance(value, Tag) else value for name, value in values.items()}
        self.desk.say(notice, Scalar("", tag.line, tag.column, tag.length), ref or self.ref(tag), **told)

    # References

    def find(self, id: str, fits: Collection[str]) -> Tag | None:
        """The tag of an id and of the right kind; a prefix before the id is not counted."""
        first = self._by_id.get(id)
        if first is not None and first.name in fits:
            return first
        return next((tag for tag in self._tags(id) if tag.name in fits), None)

    def refer(
        self, tag: Tag, attribute: str, fits: Collection[str], expected: str, id: str | None = None
    ) -> Tag | None:
        """What an attribute (or the ``id`` written in an inner tag) refers to; a fault is said.

        Where the file imports others, a name with a prefix may be theirs.
        """
        id = tag.get(attribute) if id is None else id
        if id is None:
            return None
        found = self.find(id, fits)
        if found is not None:
            return found
        if tags := self._tags(id):
            wanted = {"attribute": attribute, "expected": WORDS[expected]}
            self.say(say.WRONG_REFERENCE, tag, None, What=_owner(tag), other=tags[0], **wanted)
        elif not (self._imports and ":" in id):
            wanted = {"attribute": attribute, "expected": WORDS[expected]}
            self.say(say.BROKEN_REFERENCE, tag, None, What=_owner(tag), id=_shortened(id), **wanted)
        return None

    def use(self, tag: Tag, attribute: str, name: str, by: Tag | None = None) -> str | None:
        """The id of a message, signal or the like that a tag refers to, which its document then has among its own.

        ``by`` is the element it is for, where the tag itself stands elsewhere.
        """
        found = self.refer(tag, attribute, (name,), name)
        if found is None:
            return tag.get(attribute)
        self.used.setdefault(found, {})[self.document(by or tag)] = None
        return self.id_of(found)

    def _tags(self, id: str) -> list[Tag]:
        if id not in self._by_id and ":" in id:
            id = id.rpartition(":")[2]
        first = self._by_id.get(id)
        return self._doubles.get(id, [first]) if first is not None else []


def words_in(text: str) -> str | None:
    """The words of a text with single spaces between them; None where there are none."""
    return " ".join(text.split()) or None


def label_of(tag: Tag) -> str | None:
    """The name, on one line."""
    name = tag.attributes.get("name")
    return words_in(name) if name else None


def note_of(tag: Tag) -> str | None:
    """The documentation, paragraphs parted by an empty line."""
    if not tag.children:
        return None
    texts = [text for each in tag.of("documentation") if (text := each.text.strip())]
    return "\n\n".join(texts) or None


def _owner(tag: Tag) -> Tag:
    """The nearest tag around, itself included, that people have a word for."""
    while tag.name not in KINDS and tag.above is not None:
        tag = tag.above
    return tag


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
