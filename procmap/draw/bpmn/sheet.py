"""What stands together in one picture of a BPMN file: a collaboration with its processes, or a process alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from procmap.draw.bpmn.sound import is_sound
from procmap.geometry import Diagram
from procmap.model.collaboration import Collaboration
from procmap.model.process import Process
from procmap.model.process_map import nodes_within
from procmap.read.reading import Reading
from procmap.source.source import Source

__all__ = ["Sheet", "sheets"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One picture: the documents that it shows, and the diagrams of the file that show them."""

    collaboration: Collaboration | None
    processes: tuple[Process, ...]
    diagrams: tuple[Diagram, ...]

    @property
    def id(self) -> str:
        """What the picture is called by: the id of its collaboration, or of its only process."""
        return self.collaboration.id if self.collaboration is not None else self.processes[0].id

    @property
    def documents(self) -> tuple[str, ...]:
        """The ids of all that it shows."""
        first = () if self.collaboration is None else (self.collaboration.id,)
        return (*first, *(process.id for process in self.processes))


def sheets(reading: Reading) -> list[Sheet]:
    """The pictures that the diagrams of files give, in the order of the map.

    A document that no diagram shows is in none of them, nor is what is drawn only at places that are no places.
    """
    sources: dict[int, Source] = {}
    processes: dict[int, list[Process]] = {}
    collaborations: dict[int, list[Collaboration]] = {}
    for process in reading.map.processes:
        if (source := reading.sources.get(process.id)) is not None and source.diagrams:
            sources[id(source)] = source
            processes.setdefault(id(source), []).append(process)
    for collaboration in reading.map.collaborations:
        if (source := reading.sources.get(collaboration.id)) is not None and source.diagrams:
            sources[id(source)] = source
            collaborations.setdefault(id(source), []).append(collaboration)
    return [
        sheet
        for key, source in sources.items()
        for sheet in _sheets(source, processes.get(key, ()), collaborations.get(key, ()))
    ]


def _sheets(source: Source, processes: Sequence[Process], collaborations: Sequence[Collaboration]) -> Iterator[Sheet]:
    owners = _owners(source, processes, collaborations)
    shown: dict[str, list[Diagram]] = {}
    drawn: dict[str, set[str]] = {}
    for diagram in source.diagrams:
        places = [id for id, bounds in diagram.shapes.items() if is_sound(bounds)]
        found = Counter(owners[id] for id in places if id in owners)
        owner = owners.get(diagram.plane) or next((key for key, _ in found.most_common(1)), None)
        if owner is not None and found:
            shown.setdefault(owner, []).append(diagram)
            drawn.setdefault(owner, set()).update(found)
    taken: set[str] = set()
    for each in collaborations:
        pools = {pool.process for pool in each.pools}
        within = [
            process
            for process in processes
            if process.id not in taken and (process.id in pools or process.id in drawn.get(each.id, ()))
        ]
        diagrams = [diagram for key in (each.id, *(one.id for one in within)) for diagram in shown.get(key, ())]
        if diagrams:
            taken.update(process.id for process in within)
            yield Sheet(each, tuple(within), _in_order(source, diagrams))
    for process in processes:
        if process.id not in taken and process.id in shown:
            yield Sheet(None, (process,), _in_order(source, shown[process.id]))


def _in_order(source: Source, diagrams: Sequence[Diagram]) -> tuple[Diagram, ...]:
    """The diagrams as the file has them."""
    chosen = set(map(id, diagrams))
    return tuple(diagram for diagram in source.diagrams if id(diagram) in chosen)


def _owners(source: Source, processes: Sequence[Process], collaborations: Sequence[Collaboration]) -> dict[str, str]:
    """The document that each element of a file belongs to, by the element's id in the file."""
    owners: dict[str, str] = {}
    for collaboration in collaborations:
        owners.setdefault(collaboration.id.removeprefix(f"{source.path}#"), collaboration.id)
        ids = [pool.id for pool in collaboration.pools]
        ids += [note.id for note in collaboration.annotations] + [group.id for group in collaboration.groups]
        for id in ids:
            owners.setdefault(id, collaboration.id)
    for process in processes:
        owners.setdefault(process.id.removeprefix(f"{source.path}#"), process.id)
        ids = [node.id for _, node in nodes_within(process)]
        ids += [lane.id for lane in process.lanes]
        ids += [place.id for place in process.data_references] + [piece.id for piece in process.data]
        ids += [note.id for note in process.annotations] + [group.id for group in process.groups]
        for id in ids:
            owners.setdefault(id, process.id)
    return owners
