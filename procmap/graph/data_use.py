"""What becomes of each piece of data: which steps read it and write it, where it comes in, and whether it goes out.

Data of one name is taken for the same in all documents, and so is a message of that name. Where an event, a message or
a resident's own step speaks of it in its name (*Anmälan kommer in*), it comes in there: who has drawn that has said
where it comes from, in other words than ``writes``. A doubt is never a hole.
"""

from __future__ import annotations

import re
from collections import ChainMap, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, Union

from procmap.graph.messages import awaited, sent
from procmap.graph.view import View
from procmap.model.activity import Activity, Node
from procmap.model.catalogue import Catalogue
from procmap.model.event import Event
from procmap.model.flow import Message
from procmap.model.knowledge import known
from procmap.model.label import Translated
from procmap.model.process import Process
from procmap.model.resource import Data
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


class Touch(NamedTuple):
    """An element that has to do with a piece of data, and the process it stands in."""

    process: Process
    ref: Ref
    node: Node


@dataclass(frozen=True, slots=True)
class Use:
    """A piece of data as one document describes it, and what is done with it anywhere in the map.

    ``reads`` and ``writes`` are the elements that say so, ``comes_in`` those whose names or messages speak of it coming
    from outside, ``goes_out`` whether anything of its name is sent. ``is_asked_for`` tells whether an e-service does.
    """

    owner: Union[Process, Catalogue]
    ref: Ref
    data: Data
    reads: tuple[Touch, ...] = ()
    writes: tuple[Touch, ...] = ()
    comes_in: tuple[Touch, ...] = ()
    goes_out: bool = False
    is_asked_for: bool = False


def uses(view: View) -> Iterator[Use]:
    """Every piece of data that a process or a catalogue describes, in the order of the map."""
    notes = _Notes(view)
    for document in view.documents:
        if not isinstance(document, (Process, Catalogue)):
            continue
        for data in document.data:
            names, stems = _names(data), _stems(_names(data))
            yield Use(
                owner=document,
                ref=Ref(document.id, f"data/{data.id}"),
                data=data,
                reads=notes.under(notes.reads, names),
                writes=notes.under(notes.writes, names),
                comes_in=notes.under(notes.comes_in, stems),
                goes_out=not notes.goes_out.isdisjoint(stems),
                is_asked_for=not notes.asked_for.isdisjoint(names),
            )


class _Notes:
    """What all processes of a map say of data, by the names and the stems of names that they use."""

    def __init__(self, view: View) -> None:
        self._position = view.position
        self.reads: defaultdict[str, list[Touch]] = defaultdict(list)
        self.writes: defaultdict[str, list[Touch]] = defaultdict(list)
        self.comes_in: defaultdict[str, list[Touch]] = defaultdict(list)
        self.goes_out: set[str] = set()
        self.asked_for: set[str] = set()
        self._shared = {
            word: data
            for catalogue in reversed(view.map.catalogues)
            for data in reversed(catalogue.data)
            for word in (data.id, f"{catalogue.id}/{data.id}", f"{catalogue.id}/data/{data.id}")
        }
        for process in view.processes:
            self._note(view, process)

    def under(self, found: Mapping[str, list[Touch]], words: Iterable[str]) -> tuple[Touch, ...]:
        """The elements under any of the words, each once, in the order of the map."""
        touches = {touch.ref: touch for word in words for touch in found.get(word, ())}
        return tuple(touches[ref] for ref in sorted(touches, key=self._position))

    def _note(self, view: View, process: Process) -> None:
        own = ChainMap({data.id: data for data in process.data}, self._shared)
        messages = {message.id: message for message in process.messages}
        touches = {ref.element or "": Touch(process, ref, node) for ref, node in view.nodes(process)}

        def names(id: str) -> set[str]:
            return _names(own[id]) if id in own else {id.casefold()}

        def spoken(ids: Iterable[str]) -> set[str]:
            return _stems({word for id in ids for word in (_names(messages[id]) if id in messages else {id})})

        for path, touch in touches.items():
            node = touch.node
            for id in known(getattr(node, "reads", None)) or ():
                for name in names(id):
                    self.reads[name].append(touch)
            for id in known(getattr(node, "writes", None)) or ():
                for name in names(id):
                    self.writes[name].append(touch)
            for stem in spoken(awaited(node)) | (_stems(_names(node)) if _is_outside(view, touch, path) else set()):
                self.comes_in[stem].append(touch)
            self.goes_out |= spoken(sent(node))
            if isinstance(node, Activity) and any(_SENDS.match(name) for name in _names(node)):
                self.goes_out |= _stems(_names(node))
        places = {place.id: place.data for place in process.data_references}
        for arrow in process.data_associations:
            for end, other, side in (
                (arrow.source, arrow.target, self.writes),
                (arrow.target, arrow.source, self.reads),
            ):
                if end in touches:
                    for name in names(places.get(other) or other):
                        side[name].append(touches[end])
        service = known(process.e_service)
        for id in (*(known(service.fields) or ()), *(known(service.attachments) or ())) if service else ():
            self.asked_for |= names(id)


def _is_outside(view: View, touch: Touch, path: str) -> bool:
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
