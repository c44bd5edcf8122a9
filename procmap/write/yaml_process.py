"""Processes and catalogues as plain data, in the order of the tables of keys."""

from __future__ import annotations

from typing import Any

from procmap.model.catalogue import Catalogue
from procmap.model.knowledge import Unknown, known
from procmap.model.label import Translated
from procmap.model.process import Process
from procmap.read.desk import Names
from procmap.read.elements import index_of
from procmap.read.keys import CATALOGUE, DEADLINE, PROCESS, SECTIONS
from procmap.read.known import plain_value
from procmap.read.names import slug
from procmap.read.table import Table
from procmap.read.values import Spelling, TextValue
from procmap.read.who import LANES
from procmap.write.yaml_flow import FlowWriter
from procmap.write.yaml_names import SectionNames, named
from procmap.write.yaml_text import shortened

__all__ = [
    "PROCESS_SECTIONS",
    "catalogue_entries",
    "document_head",
    "process_body",
    "process_entries",
]

PROCESS_SECTIONS = ("lanes", "systems", "data", "rules", "messages")
_TEXT = TextValue()


def process_entries(process: Process, names: SectionNames, flow: FlowWriter) -> dict[str, Any]:
    """A process document."""
    keys = process_body(process, names, flow, 2)
    written = document_head("process", process, PROCESS, names)
    for name in PROCESS.rows:
        if name in keys:
            written[name] = keys[name]
    return written


def document_head(kind: str, document: Any, table: Table, spelling: Spelling) -> dict[str, Any]:
    """The first key with the name, the id where the name does not give it, and all plain attributes."""
    keys = shortened(table.plain(document, spelling))
    keys.pop("id", None)
    id = document.id.rpartition("#")[2]
    name = keys.pop(kind, None)
    written: dict[str, Any] = {kind: id if name is None else name}
    if name is None or not isinstance(document.name, (str, Translated)) or slug(str(document.name)) != id:
        written["id"] = id
    return {**written, **{key: value for key, value in keys.items() if key not in SECTIONS}}


def process_body(process: Process, names: SectionNames, flow: FlowWriter, depth: int) -> dict[str, Any]:
    """What a process has besides its plain attributes: sections, deadlines, what to automate, its lane and its flow."""
    keys: dict[str, Any] = {}
    index = index_of(process) if process.deadlines or process.automate else Names()
    elements = _ElementNames(index, names)
    if process.automate is not None:
        keys["automate"] = elements.text(process.automate, lanes=True)
    if process.deadlines:
        keys["deadlines"] = [_deadline(deadline, names, elements) for deadline in process.deadlines]
    for section in PROCESS_SECTIONS:
        entries = getattr(process, section)
        if entries and section not in names.names:
            keys[section] = shortened(SECTIONS[section].plain(entries, names))
    lane = process.lane
    source = next((each for each in process.provenance if each.attribute == "lane"), None)
    if lane is not None:
        keys["lane"] = plain_value(LANES, lane, names, source)
    steps = flow.body(process, lane, depth)
    if steps:
        keys["flow"] = steps
    return keys


def _deadline(deadline: Any, names: SectionNames, elements: _ElementNames) -> dict[str, Any]:
    plain = shortened(DEADLINE.plain(deadline, names))
    ends = {"from": deadline.starts, "to": deadline.ends}
    keys = {**plain, **{key: elements.text(value) for key, value in ends.items() if value is not None}}
    return {name: keys[name] for name in DEADLINE.rows if name in keys}


class _ElementNames(Spelling):
    """References to elements anywhere in a process."""

    def __init__(self, index: Names, names: SectionNames) -> None:
        self.index = index
        self.names = names

    def text(self, value: Any, lanes: bool = False) -> Any:
        """The elements, or what is known instead; ``lanes`` may be meant too."""
        paths = known(value)
        if paths is None:
            return plain_value(_TEXT, value, self.names) if isinstance(value, Unknown) else str(value)
        together = self.several("lanes" if lanes else "", paths)
        split = isinstance(together, str) and "," in together and self.index.find(together)
        return [self.one("lanes" if lanes else "", path) for path in paths] if split else together

    def one(self, section: str, id: str) -> str:
        if section == "lanes" and id.startswith("lanes/") and not self.index.find(id):
            lane = self.names.one("lanes", id.removeprefix("lanes/"))
            return lane if not self.index.find(lane) else id.removeprefix("lanes/")
        return named(self.index, id, self.index.labels.get(id))


def catalogue_entries(catalogue: Catalogue) -> dict[str, Any]:
    """A catalogue document."""
    spelling = Spelling()
    written = document_head("catalogue", catalogue, CATALOGUE, spelling)
    for section in SECTIONS:
        entries = getattr(catalogue, section, ())
        if entries and section in CATALOGUE.rows:
            written[section] = shortened(SECTIONS[section].plain(entries, spelling))
    return {name: written[name] for name in CATALOGUE.rows if name in written}
