"""What a command that compares is given: two documents or two maps, by path, by id, or as a variant alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from procmap.cli.failure import did_you_mean
from procmap.cli.paths import ONCE, read_paths
from procmap.errors import BadUsage, CannotRead, NoDocument
from procmap.model.label import label_in
from procmap.model.process_map import Document, ProcessMap
from procmap.read.documents import XML_SUFFIXES
from procmap.source.xml_start import looks_like_xml
from procmap.text import Language, Text

if TYPE_CHECKING:
    from procmap.read.reading import Reading

__all__ = ["Chosen", "sides"]

_ELSEWHERE = ("DOC060", "DOC107")
"""What the reader says where a document refers to another that was not read: a variant, or a journey."""

_NOTHING = Text("Det finns inget att jämföra i {path}.", "There is nothing to compare in {path}.")
_NOT_THERE = Text("Inget dokument i {path} heter {id}.", "No document in {path} is called {id}.")
_SEVERAL = Text(
    "{path} har flera dokument: {ids}. Skriv vilket: {path}#{first}",
    "There are several documents in {path}: {ids}. Write which: {path}#{first}",
)
_NO_MATCH = Text(
    "{path} har ingen {kind} att jämföra ”{name}” med.", "There is no {kind} in {path} to compare “{name}” with."
)
_OTHER_KIND = Text("En {kind} och en {other} går inte att jämföra.", "A {kind} and a {other} cannot be compared.")
_NO_VARIANT = Text(
    "Vad ska {path} jämföras med? Skriv det efter: procmap diff {path} … En variant ensam jämförs med sitt ursprung.",
    "What is {path} to be compared with? Write it behind: procmap diff {path} … A variant alone is compared with its "
    "origin.",
)
_VARIANTS = Text(
    "{path} har flera varianter: {ids}. Skriv vilken: {path}#{first}",
    "There are several variants in {path}: {ids}. Write which: {path}#{first}",
)
_KINDS = {
    "Process": Text("process", "process"),
    "Journey": Text("användarresa", "journey"),
    "Collaboration": Text("samverkan", "collaboration"),
    "Catalogue": Text("katalog", "catalogue"),
}


@dataclass(frozen=True, slots=True)
class Chosen:
    """One side: what was read, and the documents of it that are compared; ``alone`` where one was meant."""

    path: str
    reading: Reading
    documents: tuple[Document, ...]
    alone: bool = False

    @property
    def subject(self) -> ProcessMap | Document:
        """What is compared."""
        return self.documents[0] if self.alone else ProcessMap.of(self.documents)

    def name(self, language: Language) -> str:
        """The name of the document, or the path."""
        if not self.alone:
            return self.path
        if (name := label_in(self.documents[0].name, language)) or not self.is_bpmn:
            return name or _id(self.documents[0])
        return self.path

    @property
    def is_bpmn(self) -> bool:
        """Whether any of what is compared was read from a file of BPMN, whose ids are of a tool's making."""
        sources = (self.reading.sources.get(document.id) for document in self.documents)
        return any(source is not None and looks_like_xml(source.data) for source in sources)

    @property
    def has_errors(self) -> bool:
        """Whether the reader could not read all of what is compared."""
        ids = {document.id for document in self.documents}
        return any(f.kind == "error" and f.refs and f.refs[0].document in ids for f in self.reading.findings)

    def legend(self, language: Language) -> str:
        """What to call it: its name and where it stands."""
        if not self.alone or self.name(language) == self.path:
            return self.path
        return f"{self.name(language)} ({self.path})"

    def described(self) -> dict[str, Any]:
        """The same for programs."""
        one = self.documents[0] if self.alone else None
        return {
            "path": self.path,
            "kind": None if one is None else type(one).__name__.lower(),
            "id": None if one is None else _id(one),
            "name": None if one is None else self.name("sv"),
        }


def sides(a: str, b: str | None, language: Language) -> tuple[Chosen, Chosen]:
    """The two sides that the arguments mean; raises ProcmapError where that cannot be told."""
    first = _parted(a)
    if b is None:
        return _with_origin(*first, language)
    second = _parted(b)
    home = first[0] or second[0] or "."
    here, there = first[0] or home, second[0] or home
    if here == there == "-" and first[1] == second[1]:
        raise BadUsage(ONCE)
    reading = _whole(here, language)
    left = _chosen(here, first[1], reading)
    right = _chosen(there, second[1], reading if there == here else _whole(there, language))  # - is read only once
    return _matching(left, right)


def _parted(text: str) -> tuple[str | None, str | None]:
    """A path and the id of a document in it; either may be missing."""
    path, mark, id = text.rpartition("#")
    if mark and not Path(text).exists() and (path == "-" or Path(path).exists()):
        return path, id
    looks_so = Path(text).suffix.lower() in (".yaml", ".yml", *XML_SUFFIXES) or "/" in text or "\\" in text
    return (text, None) if text == "-" or looks_so or Path(text).exists() else (None, text)


def _chosen(path: str, id: str | None, reading: Reading) -> Chosen:
    """The documents at a path, or the one of them that is meant."""
    documents = tuple(document for document in reading.map.documents if _stands_in(path, document, reading))
    if not documents:
        raise NoDocument(_NOTHING.fill(path=path))
    if id is not None:
        return Chosen(path, reading, (_called(id, documents, path),), True)
    return Chosen(path, reading, documents, len(documents) == 1)


def _whole(path: str, language: Language) -> Reading:
    """What is at a path; of a file that refers to others, together with those beside it."""
    reading = read_paths((path,), language)
    if not Path(path).is_file() or not any(finding.code in _ELSEWHERE for finding in reading.findings):
        return reading
    try:
        return read_paths((path, str(Path(path).parent)), language)
    except CannotRead:
        return reading


def _stands_in(path: str, document: Document, reading: Reading) -> bool:
    source = reading.sources.get(document.id)
    return not Path(path).is_file() or source is None or source.path == Path(path).as_posix()


def _called(id: str, documents: Sequence[Document], path: str) -> Document:
    """The document of an id or a name."""
    for spelling in (_id, _label):
        found = [document for document in documents if spelling(document) == id]
        if len(found) > 1:
            raise _several(_SEVERAL, path, found)
        if found:
            return found[0]
    known = [word for document in documents for word in (_id(document), _label(document))]
    raise BadUsage(did_you_mean(_NOT_THERE.fill(path=path, id=id), id, known))


def _with_origin(path: str | None, id: str | None, language: Language) -> tuple[Chosen, Chosen]:
    """A variant and what it starts from."""
    path = path or "."
    chosen = _chosen(path, id, _whole(path, language))
    variants = [document for document in chosen.documents if _origin(document, chosen.reading) is not None]
    if not variants:
        raise BadUsage(_NO_VARIANT.fill(path=path if id is None else f"{path}#{id}"))
    if len(variants) > 1:
        raise _several(_VARIANTS, path, variants)
    origin = _origin(variants[0], chosen.reading)
    assert origin is not None
    source = chosen.reading.sources.get(origin.id)
    there = path if source is None or not Path(path).is_file() else source.path
    return Chosen(there, chosen.reading, (origin,), True), replace(chosen, documents=(variants[0],), alone=True)


def _origin(document: Document, reading: Reading) -> Document | None:
    id = getattr(document, "variant_of", None)
    found = (one for one in reading.map.documents if one.id == id and type(one) is type(document))
    return next(found, None) if id is not None else None


def _matching(a: Chosen, b: Chosen) -> tuple[Chosen, Chosen]:
    """Both as one document, or both as all there is; where one is a document, the other has one like it."""
    if a.alone and not b.alone:
        return a, _like(a.documents[0], b)
    if b.alone and not a.alone:
        return _like(b.documents[0], a), b
    kinds = [_KINDS[type(one.documents[0]).__name__] for one in (a, b)]
    if a.alone and kinds[0] is not kinds[1]:
        raise BadUsage(_OTHER_KIND.fill(kind=kinds[0], other=kinds[1]))
    return a, b


def _like(document: Document, other: Chosen) -> Chosen:
    """The document of the same kind, and of the same id where there are several."""
    found = [one for one in other.documents if type(one) is type(document)]
    same = [one for one in found if _id(one) == _id(document)]
    if len(same or found) > 1:
        raise _several(_SEVERAL, other.path, found)
    if not found:
        kind = _KINDS[type(document).__name__]
        raise BadUsage(_NO_MATCH.fill(path=other.path, kind=kind, name=_label(document)))
    return replace(other, documents=((same or found)[0],), alone=True)


def _several(words: Text, path: str, found: Sequence[Document]) -> BadUsage:
    ids = [_id(document) for document in found]
    return BadUsage(words.fill(path=path, ids=", ".join(ids), first=ids[0]))


def _id(document: Document) -> str:
    """Its own id, without the path that tells two of one id apart."""
    return document.id.rpartition("#")[2]


def _label(document: Document) -> str:
    return label_in(document.name, "sv") or _id(document)
