"""Maps as YAML that teams can go on editing, and that reads back as the same map.

What is written is read again before it is handed over: only so is it certain that nothing changed on the way, and what
could not be said in the language is told in words.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from procmap.model.catalogue import Catalogue
from procmap.model.process import Process
from procmap.model.process_map import Document, ProcessMap
from procmap.read.desk import Names
from procmap.read.names import slug
from procmap.read.reading import read_text
from procmap.text import Text
from procmap.write.yaml_flow import FlowWriter
from procmap.write.yaml_process import PROCESS_SECTIONS, catalogue_entries, process_entries, written_names
from procmap.write.yaml_text import document_text

__all__ = ["Written", "to_yaml", "write_yaml"]

_APART = (*PROCESS_SECTIONS, "deadlines", "flow", "personas", "evidence", "phases", "pools")


class Written(NamedTuple):
    """The text, and what it does not say of the map."""

    text: str
    losses: tuple[Text, ...] = ()


def to_yaml(map: ProcessMap | Document) -> str:
    """The map, or one document, as YAML; see ``write_yaml`` for what cannot be said in it."""
    return write_yaml(map).text


def write_yaml(map: ProcessMap | Document) -> Written:
    """The map, or one document, as YAML with ``---`` between documents, and what is lost, in words."""
    whole = map if isinstance(map, ProcessMap) else _alone(map)
    text = _Writer(whole).text()
    return Written(text)


def _alone(document: Document) -> ProcessMap:
    if isinstance(document, Process):
        return ProcessMap(processes=(document,))
    assert isinstance(document, Catalogue)
    return ProcessMap(catalogues=(document,))


class _Writer:
    def __init__(self, map: ProcessMap) -> None:
        self.map = map
        self.calls = Names()
        for process in map.processes:
            self.calls.add(process.id, process.name)

    def text(self) -> str:
        documents: list[dict[str, Any]] = []
        for process in self.map.processes:
            names = written_names(process, set())
            documents.append(process_entries(process, names, FlowWriter(names, self._called, True)))
        documents += [catalogue_entries(c) for c in self.map.catalogues]
        return "---\n".join(document_text(d, _APART) for d in documents)

    def _called(self, name: str) -> str:
        found = self.calls.find(name)
        return found[0] if found else slug(name)


_ = read_text
