"""Maps as YAML that teams can go on editing, and that reads back as the same map.

What is written is read again before it is handed over: only so is it certain that nothing changed on the way. What
could not be said in the language is told in words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from procmap.model.catalogue import Catalogue
from procmap.model.collaboration import Collaboration
from procmap.model.journey import Journey
from procmap.model.process import Process
from procmap.model.process_map import Document, ProcessMap
from procmap.read.assemble import assemble
from procmap.read.desk import Names
from procmap.read.documents import open_documents
from procmap.read.names import slug
from procmap.text import Text
from procmap.write.losses import losses
from procmap.write.yaml_flow import FlowWriter
from procmap.write.yaml_graph import Implied
from procmap.write.yaml_journey import JourneyWriter, collaboration_entries, own_process
from procmap.write.yaml_names import SectionNames, arises
from procmap.write.yaml_process import (
    PROCESS_SECTIONS,
    catalogue_entries,
    process_body,
    process_entries,
)
from procmap.write.yaml_text import document_text
from procmap.write.yaml_variant import variant_entries

__all__ = ["Written", "YamlWriter", "to_yaml", "write_yaml"]

_APART = (*PROCESS_SECTIONS, "deadlines", "flow", "personas", "evidence", "phases", "pools")
_JOURNEY_SECTIONS = ("personas", "evidence")


class Written(NamedTuple):
    """A text, and what it does not say of the map."""

    text: str
    losses: tuple[Text, ...] = ()


def to_yaml(map: ProcessMap | Document) -> str:
    """The map, or one document, as YAML text; ``write_yaml`` also tells what cannot be said in it.

    >>> from procmap import process
    >>> print(to_yaml(process("Bygglov", ["Registrator: Diarieför", "Handläggare: Besluta"])), end="")
    process: Bygglov
    flow:
      - Registrator: Diarieför
      - Handläggare: Besluta
    """
    return write_yaml(map).text


def write_yaml(map: ProcessMap | Document) -> Written:
    """The map as YAML, ``---`` between its documents, and what is lost, in words.

    Nothing is lost of a map that was read from YAML or made by the builder. The text is deterministic.
    """
    if not isinstance(map, ProcessMap):
        map = _alone(map)
    writer = YamlWriter(map)
    return Written("---\n".join(writer.text(document) for document in writer.documents()), writer.losses)


def _alone(document: Document) -> ProcessMap:
    if isinstance(document, Process):
        return ProcessMap(processes=(document,))
    if isinstance(document, Journey):
        return ProcessMap(journeys=(document,))
    if isinstance(document, Collaboration):
        return ProcessMap(collaborations=(document,))
    return ProcessMap(catalogues=(document,))


@dataclass(slots=True)
class _Manner:
    """How a document is written.

    ``sections`` are those that are not left to arise, ``implied`` says what gateways are left out, and an ``adapted``
    document is written as a variant of its origin.
    """

    sections: set[str] = field(default_factory=set)
    implied: Implied = "all"
    adapted: bool = True


class YamlWriter:
    """Writes the documents of one map, each in the plainest manner that reads back as it was."""

    def __init__(self, map: ProcessMap) -> None:
        self.map = map
        self.calls = Names()
        self.processes = {process.id: process for process in map.processes}
        for process in map.processes:
            if process.variant_of is None:
                self.calls.add(process.id, process.name)
        self.own = {
            pool.process: (collaboration.id, pool.id)
            for collaboration in map.collaborations
            for pool in collaboration.pools
            if isinstance(pool.process, str)
            and own_process(collaboration, pool, self.processes.get(pool.process))
        }
        self.manners: dict[_Key, _Manner] = {_key(document): _Manner() for document in map.documents}
        self._texts: dict[_Key, str] = {}
        self.losses: tuple[Text, ...] = ()
        self._settle()

    def documents(self) -> list[Document]:
        """What stands as a document of its own."""
        return [d for d in self.map.documents if not (isinstance(d, Process) and d.id in self.own)]

    def text(self, document: Document) -> str:
        """One document as YAML."""
        if _key(document) not in self._texts:
            self._texts[_key(document)] = document_text(self._entries(document), _APART)
        return self._texts[_key(document)]

    # In which manner

    def _settle(self) -> None:
        """Write, read, and write what came back otherwise in another manner; keep what loses least."""
        after = self._read_back()
        if after == self.map:
            return
        if self._spell_out(after):
            after = self._read_back()
        if after == self.map:
            return
        self.losses = losses(self.map, after)
        if not self.losses:
            return
        pairs = _pairs(self.map, after)
        changed = [_key(before) for before, other in pairs if other is None or before.flows != other.flows]
        self._vary(changed, implied="events")
        self._vary(changed, implied="nothing")
        both: list[tuple[Process | Journey, Any]] = [*pairs, *_journeys(self.map, after)]
        self._vary([_key(before) for before, other in both if before.variant_of and before != other], adapted=False)

    def _vary(self, documents: list[_Key], **manner: Any) -> None:
        """Write some documents in another manner, if that loses less."""
        if not documents or not self.losses:
            return
        kept = {key: self.manners[key] for key in documents}
        for key in documents:
            self.manners[key] = replace(self.manners[key], **manner)
        self._texts.clear()
        found = losses(self.map, self._read_back())
        if len(found) < len(self.losses):
            self.losses = found
            return
        self.manners.update(kept)
        self._texts.clear()

    def _read_back(self) -> ProcessMap:
        files: dict[str, list[str]] = {}
        for document in self.documents():
            files.setdefault(document.id.rpartition("#")[0], []).append(self.text(document))
        opened = [open_documents("---\n".join(texts).encode(), path, True) for path, texts in files.items()]
        return assemble(opened).map

    def _spell_out(self, after: ProcessMap) -> bool:
        """Write the sections that did not arise as they were, and the lanes where roles are in doubt; whether any."""
        found = False
        both: list[tuple[Process | Journey, Any]] = [*_pairs(self.map, after), *_journeys(self.map, after)]
        for before, other in both:
            kinds = PROCESS_SECTIONS if isinstance(before, Process) else _JOURNEY_SECTIONS
            wrong = {s for s in kinds if other is None or getattr(before, s) != getattr(other, s)}
            if before != other and not (wrong and wrong <= self._names(before).names.keys()):
                wrong.add("lanes")
            manner = self.manners[_key(before)]
            found = found or not wrong <= manner.sections
            manner.sections |= wrong
        self._texts.clear()
        return found

    # Documents as plain data

    def _entries(self, document: Document) -> dict[str, Any]:
        if isinstance(document, (Process, Journey)):
            entries = self._whole(document)
            among: Iterable[Process | Journey] = self.map.journeys
            kind = "journey"
            if isinstance(document, Process):
                among, kind = self.map.processes, "process"
            origin = next((other for other in among if other.id == document.variant_of), None)
            if origin is None or not self.manners[_key(document)].adapted:
                return entries
            return variant_entries(kind, origin.id, entries, self._whole(origin))
        if isinstance(document, Catalogue):
            return catalogue_entries(document)
        bodies: dict[str, dict[str, Any]] = {}
        for own, (collaboration, pool) in self.own.items():
            if collaboration == document.id:
                process = self.processes[own]
                names = self._names(process)
                body = process_body(process, names, self._flow(process, names), 4)
                bodies[pool] = {"flow": [], **body}
        return collaboration_entries(document, bodies)

    def _whole(self, document: Process | Journey) -> dict[str, Any]:
        names = self._names(document)
        if isinstance(document, Process):
            return process_entries(document, names, self._flow(document, names))
        return JourneyWriter(self.processes).entries(document, names)

    def _flow(self, process: Process, names: SectionNames) -> FlowWriter:
        return FlowWriter(names, self._called, self.manners[_key(process)].implied)

    def _called(self, name: str) -> str:
        found = self.calls.find(name)
        return found[0] if found else slug(name)

    def _names(self, document: Process | Journey) -> SectionNames:
        """How a document refers to its sections: by name where they arise by being used."""
        kinds = PROCESS_SECTIONS if isinstance(document, Process) else _JOURNEY_SECTIONS
        sections: dict[str, tuple[Any, ...]] = {section: getattr(document, section) for section in kinds}
        written = self.manners[_key(document)].sections
        arising = [s for s, entries in sections.items() if s not in written and entries and all(map(arises, entries))]
        return SectionNames(sections, arising)


_Key = tuple[str, str]


def _key(document: Document) -> _Key:
    return type(document).__name__, document.id


def _pairs(before: ProcessMap, after: ProcessMap) -> Iterable[tuple[Process, Process | None]]:
    others = {process.id: process for process in after.processes}
    return [(process, others.get(process.id)) for process in before.processes]


def _journeys(before: ProcessMap, after: ProcessMap) -> Iterable[tuple[Journey, Journey | None]]:
    others = {journey.id: journey for journey in after.journeys}
    return [(journey, others.get(journey.id)) for journey in before.journeys]
