"""Journeys and collaborations as plain data; they speak of the steps of processes, by name where that will do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from procmap.model.collaboration import Collaboration, Pool
from procmap.model.journey import Journey, Opportunity, Phase, Step, Touchpoint
from procmap.model.knowledge import Unknown, known
from procmap.model.label import Translated
from procmap.model.process import Process
from procmap.read.desk import Names
from procmap.read.elements import index_of
from procmap.read.journey_keys import JOURNEY, OPPORTUNITY, PHASE, STEP
from procmap.read.keys import COLLABORATION, POOL, SECTIONS
from procmap.read.known import plain_value
from procmap.read.names import slug
from procmap.read.values import Spelling, TextValue
from procmap.write.yaml_names import SectionNames, named
from procmap.write.yaml_process import document_head
from procmap.write.yaml_text import short, shortened

__all__ = ["JourneyWriter", "collaboration_entries", "own_process"]

_TEXT = TextValue()


class JourneyWriter(Spelling):
    """Writes journeys; ``processes`` are those that the touchpoints refer to, by id."""

    def __init__(self, processes: Mapping[str, Process]) -> None:
        self.processes = processes
        self.indexes: dict[str, Names] = {}

    def entries(self, journey: Journey, names: SectionNames) -> dict[str, Any]:
        """A journey document."""
        keys = document_head("journey", journey, JOURNEY, names)
        inline = self._inline(journey)
        if inline is not None:
            keys["persona"] = SECTIONS["personas"].table.plain(inline, names)
        elif journey.persona is not None:
            keys["persona"] = _value(journey.persona, names, "personas")
        if journey.processes:
            keys["processes"] = Spelling().several("", journey.processes)
        for section in ("personas", "evidence"):
            entries = getattr(journey, section)
            if entries and section not in names.names and not (section == "personas" and inline):
                keys[section] = shortened(SECTIONS[section].plain(entries, names))
        if journey.phases:
            taken: set[str] = set()
            keys["phases"] = [self._phase(phase, names, taken) for phase in journey.phases]
        return {name: keys[name] for name in JOURNEY.rows if name in keys}

    def _inline(self, journey: Journey) -> Any:
        """The only persona, described where it is named."""
        if len(journey.personas) != 1 or journey.persona != journey.personas[0].id:
            return None
        persona = journey.personas[0]
        plain = isinstance(persona.name, str) and persona.name and slug(persona.name) == persona.id
        return persona if plain and persona != type(persona)(id=persona.id, name=persona.name) else None

    def _phase(self, phase: Phase, names: SectionNames, taken: set[str]) -> dict[str, Any]:
        keys = shortened(PHASE.plain(phase, names))
        written = _head("phase", phase, keys, slug(phase.name) if isinstance(phase.name, str) else None)
        if phase.steps:
            written["steps"] = [self._step(step, names, taken) for step in phase.steps]
        return written

    def _step(self, step: Step, names: SectionNames, taken: set[str]) -> dict[str, Any]:
        keys = shortened(STEP.plain(step, names))
        given = slug(str(step.name)) if isinstance(step.name, (str, Translated)) else None
        if isinstance(step.name, Unknown):
            number, given = 2, "unknown"
            while given in taken:
                given, number = f"unknown-{number}", number + 1
        taken.add(step.id)
        written = _head("step", step, keys, given)
        if step.opportunities is not None:
            written["opportunities"] = _listed(step.opportunities, names, lambda one: _opportunity(one, names))
        if step.touchpoints is not None:
            written["touchpoints"] = _listed(step.touchpoints, names, lambda one: self._touchpoint(one, names))
        order = ["step", "id", *STEP.rows]
        return {name: written[name] for name in order if name in written}

    def _touchpoint(self, point: Touchpoint, names: SectionNames) -> dict[str, Any]:
        channel = str(plain_value(_TEXT, point.channel, names))
        elements = known(point.elements)
        behind = self.several("", elements) if elements else plain_value(_TEXT, point.elements, names)
        return {channel: behind, "note": point.note} if point.note is not None else {channel: behind}

    def one(self, section: str, id: str) -> str:
        """``document/element``, the element by its name where that will do."""
        document, slash, path = id.partition("/")
        process = self.processes.get(document)
        if not slash or process is None:
            return id
        if document not in self.indexes:
            self.indexes[document] = index_of(process)
        name = named(self.indexes[document], path, self.indexes[document].labels.get(path))
        return id if set(name) & set("/,") else f"{document}/{name}"


def _head(kind: str, part: Any, keys: dict[str, Any], given: str | None) -> dict[str, Any]:
    """The first key with the name, and the id where the name does not give it."""
    keys.pop("id", None)
    name = keys.pop(kind, "")
    return {kind: name, **({} if given == part.id else {"id": part.id}), **keys}


def _listed(value: Any, names: SectionNames, write: Any) -> Any:
    parts = known(value)
    return plain_value(_TEXT, value, names) if parts is None else [write(one) for one in parts]


def _opportunity(one: Opportunity, names: SectionNames) -> Any:
    keys = shortened(OPPORTUNITY.plain(one, names))
    if one.addresses is not None:
        texts = known(one.addresses)
        keys["addresses"] = plain_value(_TEXT, one.addresses, names) if texts is None else list(texts)
        if texts is not None and len(texts) == 1 and texts[0][:2] != "??":
            keys["addresses"] = texts[0]
    alone = set(keys) == {"text"} and isinstance(keys["text"], str) and keys["text"] not in ("", "n/a")
    return keys["text"] if alone else {name: keys[name] for name in OPPORTUNITY.rows if name in keys}


def _value(value: Any, names: SectionNames, section: str) -> Any:
    return names.one(section, value) if isinstance(value, str) else plain_value(_TEXT, value, names)


def own_process(collaboration: Collaboration, pool: Pool, process: Process | None) -> bool:
    """Whether a pool's process is written in the pool: it has nothing that has no place there."""
    if process is None or pool.process != process.id or process.id != f"{collaboration.id}.{pool.id}":
        return False
    kept = {name: getattr(process, name) for name in (*_OWN, "nodes", "flows", "messages")}
    return process == Process(id=process.id, name=str(pool.name or pool.id), **kept)


_OWN = ("lanes", "systems", "data", "rules", "lane")


def collaboration_entries(collaboration: Collaboration, bodies: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    """A collaboration document; ``bodies`` are the pools' own flows with what belongs to them, by the pool's id."""
    spelling = Spelling()
    keys = document_head("collaboration", collaboration, COLLABORATION, spelling)
    if collaboration.messages:
        keys["messages"] = shortened(SECTIONS["messages"].plain(collaboration.messages, spelling))
    pools: dict[str, Any] = {}
    for pool in collaboration.pools:
        written = shortened(POOL.plain(pool, spelling)) | bodies.get(pool.id, {})
        if pool.process is not None and pool.id not in bodies:
            written["process"] = plain_value(_TEXT, pool.process, spelling)
        alone = set(written) == {"name"} and isinstance(written["name"], str)
        ordered = {name: written[name] for name in POOL.rows if name in written}
        pools[pool.id] = written["name"] if alone else short(ordered) or None
    if pools:
        keys["pools"] = pools
    return {name: keys[name] for name in COLLABORATION.rows if name in keys}
