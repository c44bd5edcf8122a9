"""What there is to draw, and what each picture is called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Literal, NamedTuple, Union

from procmap.graph.pools import has_work, work_within
from procmap.source.xml_start import looks_like_xml

if TYPE_CHECKING:
    from procmap.draw.bpmn.sheet import Sheet
    from procmap.model.collaboration import Collaboration
    from procmap.model.journey import Journey
    from procmap.model.process_map import ProcessMap
    from procmap.read.reading import Reading

__all__ = ["Subject", "names_of", "subjects_in"]


class Subject(NamedTuple):
    """What one picture shows: the id of it, something to draw, and which part of that.

    ``path`` is the BPMN file that it was read from, None for other files; ``own`` is whether it is drawn by a diagram
    of that file.
    """

    id: str
    what: Union[ProcessMap, Reading, None]
    only: str | None = None
    path: str | None = None
    own: bool = False


def subjects_in(reading: Reading, view: Literal["flow", "journey", "blueprint"] | None, format: str) -> list[Subject]:
    """Everything that a view shows, in the order of the map.

    A journey is never drawn as DOT unless that was asked for by its view.
    """
    subjects: list[Subject] = []
    if view in (None, "flow"):
        subjects += _processes(reading, format)
    if view in ("journey", "blueprint"):
        subjects += [_journey(reading.map, journey) for journey in reading.map.journeys]
    elif view is None and format != "dot":
        alone = replace(reading.map, processes=())
        subjects += [_journey(alone, journey) for journey in reading.map.journeys]
    return subjects


def names_of(subjects: Sequence[Subject], taken: set[str]) -> list[str]:
    """What each picture is called; those that are ``taken`` already are known, and these then too.

    A picture has the name of what it shows, its id; one of a BPMN file that of the file, since ids there are of a
    tool's making: the first by a diagram of its own, else the first. A number follows where a name is there twice.
    """
    first: dict[str, str] = {}
    for subject in sorted(subjects, key=lambda subject: not subject.own):
        if subject.path is not None:
            first.setdefault(subject.path, subject.id)
    names = []
    for subject in subjects:
        whole = subject.id.rpartition("#")[2]
        if subject.path is not None:
            stem = PurePath(subject.path).stem
            whole = stem if first[subject.path] == subject.id else f"{stem}-{whole}"
        name, number = whole, 2
        while name in taken:
            name, number = f"{whole}-{number}", number + 1
        taken.add(name)
        names.append(name)
    return names


def _processes(reading: Reading, format: str) -> Iterator[Subject]:
    """The processes; those of a BPMN file's own diagram together, and those that are written in a collaboration."""
    own = _own_diagrams(reading) if format != "dot" else {}
    within: dict[str, str] = {}
    talking = []
    for collaboration in reading.map.collaborations if format != "dot" else ():
        if collaboration.id not in own and _can_be_shown(collaboration, reading.map):
            talking.append(collaboration)
            work = work_within(collaboration, reading.map, reading.sources)
            within.update(dict.fromkeys(work, collaboration.id))
    done: set[str] = set()
    for process in reading.map.processes:
        if process.id in own:
            if own[process.id].id not in done:
                done.add(own[process.id].id)
                yield _sheet(reading, own[process.id])
        elif process.id not in within:
            yield Subject(process.id, reading.map, process.id, _bpmn(reading, process.id))
        elif within[process.id] not in done:
            done.add(within[process.id])
            yield _pools(reading, within[process.id])
    for id, sheet in own.items():
        if id == sheet.id and id not in done:
            yield _sheet(reading, sheet)
    for collaboration in talking:
        if collaboration.id not in done:
            yield _pools(reading, collaboration.id)


def _can_be_shown(collaboration: Collaboration, map: ProcessMap) -> bool:
    """Whether there is anything between the pools to show, or nothing else, and no more than can be followed."""
    from procmap.draw.size import MOST_MESSAGES

    many = len(collaboration.message_flows)
    return many <= MOST_MESSAGES and bool(many or not has_work(collaboration, map))


def _pools(reading: Reading, id: str) -> Subject:
    """A collaboration, with the whole map around it."""
    return Subject(id, reading.map, id, _bpmn(reading, id))


def _sheet(reading: Reading, sheet: Sheet) -> Subject:
    """What the diagrams of a file show, with the whole map, in which calls are followed."""
    sources = {id: reading.sources[id] for id in sheet.documents}
    return Subject(sheet.id, replace(reading, sources=sources), sheet.id, _bpmn(reading, sheet.id), own=True)


def _journey(map: ProcessMap, journey: Journey) -> Subject:
    """A journey, with the map around it."""
    return Subject(journey.id, replace(map, journeys=(journey,)))


def _own_diagrams(reading: Reading) -> dict[str, Sheet]:
    """The picture that the diagrams of BPMN files give of each document."""
    if not any(source.diagrams for source in reading.sources.values()):
        return {}
    from procmap.draw.bpmn.sheet import sheets

    return {id: sheet for sheet in sheets(reading) for id in sheet.documents}


def _bpmn(reading: Reading, id: str) -> str | None:
    """The path of the BPMN file that a document was read from; None for other files, and for what has no file."""
    source = reading.sources.get(id)
    if source is None or source.path.startswith("<") or not looks_like_xml(source.data[:200]):
        return None
    return source.path
