"""From files to documents: what each is, what it is called, and who reads it."""

from __future__ import annotations

from typing import Any, NamedTuple

from procmap.finding import Finding, Place
from procmap.model.catalogue import Catalogue
from procmap.model.label import Translated
from procmap.model.process_map import ProcessMap
from procmap.read import notices as say
from procmap.read.desk import Desk, Names
from procmap.read.keys import CATALOGUE, SECTIONS
from procmap.read.names import distance, slug
from procmap.read.process import read_process
from procmap.read.values import is_id
from procmap.read.words import KEY_WORDS
from procmap.ref import Ref
from procmap.source.source import Source
from procmap.source.tree import Entries, Scalar, Tree, is_empty
from procmap.source.yaml_tree import read_yaml
from procmap.text import Text

__all__ = ["DOCUMENT_KINDS", "Head", "Opened", "open_documents", "read_documents"]

DOCUMENT_KINDS = ("process", "journey", "collaboration", "catalogue", "variant", "questions")
_WORDS = {
    "journey": Text(sv="användarresa", en="journey"),
    "collaboration": Text(sv="samverkan", en="collaboration"),
    "variant": Text(sv="variant", en="variant"),
    "questions": Text(sv="frågelista", en="list of questions"),
}


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
    """A file whose text has been read into trees, with what was wrong so far."""

    path: str
    data: bytes
    found: list[Found]
    findings: list[Finding]


def open_documents(data: bytes, path: str, named: bool) -> Opened:
    """Recognise the documents of a file; one that is no map is passed over only in a folder, and only then."""
    trees, slips = read_yaml(data)
    findings: list[Finding] = []
    desk = Desk(path, "", findings, {})
    found = [f for f in (_recognised(tree, named, desk) for tree in trees) if f is not None]
    if not trees and named and not slips:
        desk.say(say.EMPTY_FILE, Scalar("", 1, 1))
    if found or named or findings:
        findings += [
            Finding.of(slip.notice, Ref(""), place=Place(path, slip.line, slip.column, slip.length), **slip.values)
            for slip in slips
        ]
    return Opened(path, data, found, findings)


def _recognised(tree: Tree, named: bool, desk: Desk) -> Found | None:
    """What a document is, by its first key; nearly recognised is said, never skipped."""
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
            near = [k for k in DOCUMENT_KINDS if distance(kind.casefold(), k) <= 2]
            guess = near[0] if near else ""
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
    return Found(kind, _id(tree, key, kind, desk), tree)


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
    desk.say(say.NO_NAME, key, key=kind)
    return kind


def read_documents(opened: list[Opened]) -> tuple[ProcessMap, list[Finding], dict[str, Source], list[Head]]:
    """Read what was recognised, catalogues first, since the others refer to them."""
    findings: list[Finding] = []
    sources: dict[str, Source] = {}
    heads: list[Head] = []
    counts: dict[str, int] = {}
    for file in opened:
        for found in file.found:
            counts[found.id] = counts.get(found.id, 0) + 1
    processes = Names()
    jobs: list[tuple[Found, Desk]] = []
    taken: dict[str, int] = {}
    for file in opened:
        source = Source(file.path, file.data)
        keys: list[tuple[int, str]] = []
        for found in file.found:
            key = found.id if counts[found.id] == 1 else f"{file.path}#{found.id}"
            if key in sources:
                taken[key] = taken.get(key, 1) + 1
                key = f"{key}-{taken[key]}"
            sources[key] = source
            keys.append((found.tree.line, key))
            source.positions[Ref(key)] = (found.tree.line, found.tree.column)
            heads.append(Head(file.path, found.kind, found.id))
            jobs.append((found, Desk(file.path, key, findings, source.positions)))
            if found.kind == "process":
                processes.add(key, _label(found.tree.entries[0][1]))
        findings += [_with_document(f, keys) for f in file.findings]
    read: dict[str, list[Any]] = {"process": [], "catalogue": []}
    shared: list[Catalogue] = []
    for found, desk in sorted(jobs, key=lambda job: job[0].kind != "catalogue"):
        desk.processes = processes
        if found.kind == "catalogue":
            catalogue = _catalogue(found, desk)
            shared.append(catalogue)
            read["catalogue"].append(catalogue)
        elif found.kind == "process":
            for catalogue in shared:
                _share(catalogue, desk)
            read["process"].append(read_process(found.tree, found.id, desk))
        else:
            desk.say(say.NOT_READ, found.tree, kind=_WORDS[found.kind])
    map = ProcessMap(processes=tuple(read["process"]), catalogues=tuple(read["catalogue"]))
    return map, findings, sources, heads


def _label(tree: Tree) -> Any:
    if isinstance(tree, Scalar):
        return tree.value
    if isinstance(tree, Entries):
        words = {k.value: v.value for k, v in tree.entries if isinstance(v, Scalar) and k.value in ("sv", "en")}
        return Translated(**words)
    return None


def _with_document(finding: Finding, keys: list[tuple[int, str]]) -> Finding:
    """A fault in the text belongs to the document that it stands in."""
    line = (finding.place.line or 0) if finding.place else 0
    before = [key for start, key in keys if start <= line] or [key for _, key in keys]
    from dataclasses import replace

    return replace(finding, refs=(Ref(before[-1] if before[-1:] and keys[0][0] <= line else before[0]),) if before else ())


def _catalogue(found: Found, desk: Desk) -> Catalogue:
    ref = Ref(desk.document)
    plain = [e for e in found.tree.entries if e[0].value != "id" and not (e[0].value in SECTIONS and is_empty(e[1]))]
    values = CATALOGUE.read(plain, desk, ref)
    return Catalogue(**{**values, "id": found.id})


def _share(catalogue: Catalogue, desk: Desk) -> None:
    """Let a process refer to what a catalogue holds."""
    for section in ("lanes", "systems", "data", "rules"):
        names = desk.sections[section]
        for entry in getattr(catalogue, section):
            names.add(entry.id, entry.name)


