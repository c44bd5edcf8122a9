"""From files to documents: what each is, and what it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from procmap.finding import Finding
from procmap.read import notices as say
from procmap.read.desk import Desk
from procmap.read.names import distance, slug
from procmap.read.values import is_id
from procmap.read.vocabulary import vocabulary
from procmap.read.words import KEY_WORDS
from procmap.source.tree import Entries, Items, Scalar, Tree
from procmap.source.xml_start import looks_like_xml
from procmap.source.yaml_tree import read_yaml

if TYPE_CHECKING:
    from procmap.read.bpmn import BpmnReading

__all__ = ["DOCUMENT_KINDS", "XML_SUFFIXES", "Found", "Head", "Opened", "open_documents"]

XML_SUFFIXES = (".bpmn", ".bpmn2", ".xml")

_FEW = 3
"""So many slips are said of a file without any document: one of them may have hidden it."""
DOCUMENT_KINDS = ("process", "journey", "collaboration", "catalogue", "variant", "questions")


class Head(NamedTuple):
    """A document by its file, kind and id."""

    path: str
    kind: str
    id: str


class Found(NamedTuple):
    """A document that has been recognised and not yet read."""

    kind: str
    id: str
    tree: Entries


class Opened(NamedTuple):
    """A file whose text has been read into trees, with what was wrong so far; a BPMN file is read already."""

    path: str
    data: bytes
    found: list[Found]
    findings: list[Finding]
    bpmn: BpmnReading | None = None


def open_documents(data: bytes, path: str, named: bool) -> Opened:
    """Recognise the documents of a file; one that is no map is passed over only in a folder, and only then."""
    if path.lower().endswith(XML_SUFFIXES) or looks_like_xml(data):
        from procmap.read.bpmn import read_bpmn

        bpmn = read_bpmn(data, path, named)
        return Opened(path, data, [], list(bpmn.findings) if bpmn is not None else [], bpmn)
    trees, slips = read_yaml(data, vocabulary())
    findings: list[Finding] = []
    desk = Desk(path, "", findings, {})
    found = [f for f in (_recognised(tree, named, desk) for tree in trees) if f is not None]
    if not trees and named and not slips:
        desk.say(say.EMPTY_FILE, Scalar("", 1, 1))
    if not found and len(slips) > _FEW:
        # A file of another kind: nobody is helped by what is wrong with it as a map.
        findings, slips = findings[:1], []
        desk.findings = findings
        if named and not findings:
            desk.say(say.NO_DOCUMENT, Scalar("", 1, 1))
    if found or named or findings:
        for slip in slips:
            desk.say(slip.notice, Scalar("", slip.line, slip.column, slip.length), **slip.values)
    return Opened(path, data, found, findings)


def _recognised(tree: Tree, named: bool, desk: Desk) -> Found | None:
    """What a document is, by its first key; nearly recognised is said, never skipped."""
    steps = tree if isinstance(tree, Items) else tree.get("flow") if isinstance(tree, Entries) else None
    if named and isinstance(steps, Items) and any(isinstance(s, Entries) for s in steps.items) and not _has_kind(tree):
        # Steps alone are surely a process that has no name yet.
        desk.say(say.NO_DOCUMENT, tree)
        rest = tree.entries if isinstance(tree, Entries) else [(Scalar("flow", tree.line, tree.column), tree)]
        nameless = (Scalar("process", tree.line, tree.column), Scalar("", tree.line, tree.column, plain=False))
        return Found("process", "process", Entries([nameless, *rest], tree.line, tree.column, tree.length))
    if not isinstance(tree, Entries) or not tree.entries:
        if named:
            desk.say(say.NO_DOCUMENT, tree)
        return None
    first = tree.entries[0][0]
    position = next((i for i, (key, _) in enumerate(tree.entries) if key.value in DOCUMENT_KINDS), None)
    kind = first.value
    if position is None:
        guess = KEY_WORDS.get(kind.casefold(), kind.casefold())
        if guess not in DOCUMENT_KINDS:
            guess = _near_kind(kind.casefold()) or ""
        if not guess:
            if named:
                desk.say(say.NO_DOCUMENT, tree)
            return None
        desk.say(say.UNKNOWN_DOCUMENT, first, key=kind, guess=guess)
        kind, position = guess, 0
    elif position:
        key = tree.entries[position][0]
        kind = key.value
        if kind == "process" and tree.get("flow") is None and not named:
            return None
        desk.say(say.KIND_NOT_FIRST, key, key=kind)
    key, value = tree.entries.pop(position)
    tree.entries.insert(0, (Scalar(kind, key.line, key.column, key.length), value))
    _unnested(tree, kind, desk)
    return Found(kind, _id(tree, key, kind, desk), tree)


def _has_kind(tree: Tree) -> bool:
    """Whether one of the keys says, or nearly says, what the document is."""
    words = [key.value.casefold() for key, _ in tree.entries] if isinstance(tree, Entries) else []
    return any(KEY_WORDS.get(word, word) in DOCUMENT_KINDS or _near_kind(word) for word in words)


def _near_kind(word: str) -> str | None:
    return next((kind for kind in DOCUMENT_KINDS if distance(word, kind) <= 2), None)


def _unnested(tree: Entries, kind: str, desk: Desk) -> None:
    """A document that stands indented below its first key is read as if it stood at the left."""
    key, value = tree.entries[0]
    if not isinstance(value, Entries) or {inner.value for inner, _ in value.entries} <= {"sv", "en"}:
        return
    name = value.get("name")
    text = name.value if isinstance(name, Scalar) else ""
    desk.say(say.NESTED, key, key=kind, fix=f"{kind}: {text or '…'}")
    label = name if name is not None else Scalar("", key.line, key.column, plain=False)
    rest = [entry for entry in value.entries if entry[0].value != "name"]
    tree.entries[:1] = [(key, label), *rest]


def _id(tree: Entries, key: Scalar, kind: str, desk: Desk) -> str:
    """A document's id: its ``id``, or the slug of its name."""
    own = tree.get("id")
    if isinstance(own, Scalar) and own.value:
        if not is_id(own.value):
            desk.say(say.BAD_ID, own, id=own.value, fix=f"id: {slug(own.value)}")
        return own.value if is_id(own.value) else slug(own.value)
    value = tree.entries[0][1]
    if isinstance(value, Scalar) and value.value:
        return slug(value.value)
    if isinstance(value, Entries):
        label = value.get("sv") or value.get("en")
        if isinstance(label, Scalar) and label.value:
            return slug(label.value)
    if not isinstance(value, Scalar) or value.plain:
        desk.say(say.NO_NAME, key, key=kind)
        tree.entries[0] = (tree.entries[0][0], Scalar("", value.line, value.column, plain=False))
    return kind
