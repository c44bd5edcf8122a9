"""What becomes of each piece of data: which steps read it and write it, where it comes in, and whether it goes out.

Data of one name may be the same in all documents, and so may a message of that name. Where an event, a message or
a resident's own step speaks of it in its name (*Anmälan kommer in*), it comes in there: who has drawn that has said
where it comes from, in other words than ``writes``. A doubt is never a hole.
"""

from __future__ import annotations

import re
from collections import ChainMap, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, Protocol, Union

from procmap.graph.messages import awaited, sent
from procmap.model.activity import Activity, Node
from procmap.model.catalogue import Catalogue
from procmap.model.event import Event
from procmap.model.flow import Message
from procmap.model.knowledge import known
from procmap.model.label import Translated
from procmap.model.process import Process
from procmap.model.process_map import Document, ProcessMap
from procmap.model.resource import Data, LaneKind
from procmap.ref import Ref

__all__ = ["Touch", "Use", "uses"]

_STEM = 6
"""So many letters of a word tell what it is about: *beslutet* is *beslut*."""
_SHORT = 4
"""Shorter words say too little (*av*, *ny*)."""
_WORD = re.compile(r"[^\W_]+")
_SENDS = re.compile(
    r"(skicka|sänd|lämna|meddela|posta|expediera|publicera|kungör|send|hand over|publish)", re.IGNORECASE
)


class _Looks(Protocol):
    """What is looked up of a map here; a View has it."""

    @property
    def map(self) -> ProcessMap: ...
    @property
    def documents(self) -> tuple[Document, ...]: ...
    @property
    def processes(self) -> tuple[Process, ...]: ...
    def nodes(self, process: Process) -> tuple[tuple[Ref, Node], ...]: ...
    def place(self, process: Process, path: str) -> str | None: ...
    def kind(self, process: Process, id: object) -> LaneKind | None: ...


class Touch(NamedTuple):
    """An element that has to do with a piece of data, and the process it stands in."""

    process: Process
    ref: Ref
    node: Node


@dataclass(frozen=True, slots=True)
class Use:
    """A piece of data as one document describes it, and what is done with it.

    ``reads`` and ``writes`` are the elements of its own process that say so, or of all that refer to it in a catalogue;
    ``comes_in`` those of its own process whose names or messages speak of it coming from outside. ``is_read``,
    ``is_written`` and ``is_brought_in`` say whether any of that is so anywhere in the map, of data of this name;
    ``goes_out`` whether anything of its name is sent, ``is_asked_for`` whether an e-service asks for it.
    """

    owner: Union[Process, Catalogue]
    ref: Ref
    data: Data
    reads: tuple[Touch, ...] = ()
    writes: tuple[Touch, ...] = ()
    comes_in: tuple[Touch, ...] = ()
    is_read: bool = False
    is_written: bool = False
    is_brought_in: bool = False
    goes_out: bool = False
    is_asked_for: bool = False


def uses(view: _Looks) -> Iterator[Use]:
    """Every piece of data that a process or a catalogue describes, in the order of the map; linear in its size."""
    notes = _Notes(view)
    for document in view.documents:
        if not isinstance(document, (Process, Catalogue)):
            continue
        for data in document.data:
            names, stems = _names(data), _stems(_names(data))
            comes_in = {
                touch.ref: touch for stem in sorted(stems) for touch in notes.comes_in.get((document.id, stem), ())
            }
            yield Use(
                owner=document,
                ref=Ref(document.id, f"data/{data.id}"),
                data=data,
                reads=tuple(notes.reads.get(id(data), ())),
                writes=tuple(notes.writes.get(id(data), ())),
                comes_in=tuple(comes_in.values()),
                is_read=not notes.read.isdisjoint(names),
                is_written=not notes.written.isdisjoint(names),
                is_brought_in=not notes.brought_in.isdisjoint(stems),
                goes_out=not notes.sent.isdisjoint(stems),
                is_asked_for=not notes.asked_for.isdisjoint(names),
            )


class _Notes:
    """What all processes of a map say of data: by the piece itself, and by its names or the stems of them."""

    def __init__(self, view: _Looks) -> None:
        self.reads: defaultdict[int, list[Touch]] = defaultdict(list)
        self.writes: defaultdict[int, list[Touch]] = defaultdict(list)
        self.comes_in: defaultdict[tuple[str, str], list[Touch]] = defaultdict(list)
        self.read: set[str] = set()
        self.written: set[str] = set()
        self.brought_in: set[str] = set()
        self.sent: set[str] = set()
        self.asked_for: set[str] = set()
        self._shared = {
            word: data
            for catalogue in reversed(view.map.catalogues)
            for data in reversed(catalogue.data)
            for word in (data.id, f"{catalogue.id}/{data.id}", f"{catalogue.id}/data/{data.id}")
        }
        for process in view.processes:
            self._note(view, process)

    def _note(self, view: _Looks, process: Process) -> None:
        own = ChainMap({data.id: data for data in process.data}, self._shared)
        messages = {message.id: message for message in process.messages}
        touches = {ref.element or "": Touch(process, ref, node) for ref, node in view.nodes(process)}

        def names(id: str) -> set[str]:
            return _names(own[id]) if id in own else {id.casefold()}

        def spoken(ids: Iterable[str]) -> set[str]:
            return _stems({word for id in ids for word in (_names(messages[id]) if id in messages else {id})})

        def note(touch: Touch, data: str, touching: dict[int, list[Touch]], named: set[str]) -> None:
            named |= names(data)
            if data in own and touch not in (there := touching.setdefault(id(own[data]), []))[-1:]:
                there.append(touch)

        for path, touch in touches.items():
            node = touch.node
            for data in known(getattr(node, "reads", None)) or ():
                note(touch, data, self.reads, self.read)
            for data in known(getattr(node, "writes", None)) or ():
                note(touch, data, self.writes, self.written)
            coming = spoken(awaited(node)) | (_stems(_names(node)) if _is_outside(view, touch, path) else set())
            self.brought_in |= coming
            for stem in coming:
                self.comes_in[process.id, stem].append(touch)
            self.sent |= spoken(sent(node))
            if isinstance(node, Activity) and any(_SENDS.match(name) for name in _names(node)):
                self.sent |= _stems(_names(node))
        places = {place.id: place.data for place in process.data_references}
        for arrow in process.data_associations:
            if (touch_there := touches.get(arrow.source)) is not None and not isinstance(touch_there.node, Activity):
                note(touch_there, places.get(arrow.target) or arrow.target, self.writes, self.written)
        service = known(process.e_service)
        for data in (*(known(service.fields) or ()), *(known(service.attachments) or ())) if service else ():
            self.asked_for |= names(data)


def _is_outside(view: _Looks, touch: Touch, path: str) -> bool:
    """Whether it is an event by which something comes in, or a step of somebody who is not at the meeting."""
    if isinstance(touch.node, Event):
        return touch.node.position in ("start", "catch", "boundary")
    kind = view.kind(touch.process, view.place(touch.process, path))
    return isinstance(touch.node, Activity) and kind in ("customer", "external")


def _names(part: Union[Data, Message, Node]) -> set[str]:
    """The id and the names of a thing, as somebody may write them."""
    name = part.name
    labels = (name.sv, name.en) if isinstance(name, Translated) else (name,) if isinstance(name, str) else ()
    return {word.strip().casefold() for word in (part.id, *labels) if word}


def _stems(names: Iterable[str]) -> set[str]:
    return {word[:_STEM] for name in names for word in _WORD.findall(name.casefold()) if len(word) >= _SHORT}
