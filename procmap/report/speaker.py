"""What one side of a comparison calls things: elements by their names, values as people write them."""

from __future__ import annotations

from typing import Any, NamedTuple

from procmap.graph.labels import quoted
from procmap.graph.view import View
from procmap.model.artefact import Annotation, Group
from procmap.model.collaboration import Pool
from procmap.model.event import Event
from procmap.model.flow import Message, MessageFlow, Signal
from procmap.model.inventory import inventory
from procmap.model.journey import Phase
from procmap.model.knowledge import Provenance, known
from procmap.model.part import Part
from procmap.model.process_map import Document, ProcessMap
from procmap.model.resource import Data, DataReference, Lane
from procmap.model.rule import Rule
from procmap.ref import Ref
from procmap.report.part_words import what_it_is
from procmap.report.values import Named, lines, plain
from procmap.text import Language, Text

__all__ = ["Side", "Speaker"]

_INSIDE = Text("{label} i {around}", "{label} in {around}")
_NAMELESS = Text("{what} utan namn", "{what} without a name")
_LONGEST = 60
_HAPPENS = Text("{what} vid {host}", "{what} at {host}")

_LOCAL = ("source", "target", "attached_to", "default")
_PATHS = {"starts": "", "ends": "", "automate": "", "steps": "", "phases": "phases/", "phase": "phases/"}
"""Attributes that hold elements: by ids of their own scope, or by paths, with what stands before these."""


class Side(NamedTuple):
    """One of the two that were compared: its map, which also holds what its words refer to, and what to call it.

    Without ``ids`` nothing is called by its id, since a tool has made it.
    """

    map: ProcessMap
    called: Text
    ids: bool = True


class Speaker:
    """What one side calls things."""

    def __init__(self, side: Side, language: Language) -> None:
        self.side = side
        self.language = language
        self._views: dict[int, View] = {}
        self._found: dict[tuple[str, str | None], tuple[Document, Part]] = {}
        self._phases: dict[tuple[str, str], Ref] = {}
        for document in side.map.documents:
            self._found.setdefault((document.id, None), (document, document))
            for key, part in inventory(document).items():
                self._found.setdefault((document.id, key.path), (document, part))
                if isinstance(part, Phase):
                    at = Ref(document.id, key.path)
                    self._phases.update(((document.id, step.id), at) for step in part.steps)

    def label(self, ref: Ref) -> Text:
        """What to call a thing in a sentence.

        A rule is called by its name or id, since what it says may be what differs; an event without a name by what
        happens, and where.
        """
        document, part = self._found.get((ref.document, ref.element), (None, None))
        if document is None:
            return quoted(ref.id or ref.document)
        if isinstance(part, Rule):
            return quoted(known(part.name) or part.id)
        if isinstance(part, Event) and part.name is None and part.triggers:
            what = quoted("; ".join(self.lines(ref, part, "triggers", part.triggers, None)))
            scope = (ref.element or "")[: -len(part.id)]
            host = Ref(ref.document, scope + (part.attached_to or part.id.rpartition(".")[0]))
            if (host.document, host.element) in self._found:
                return _HAPPENS.fill(what=what, host=self.label(host))
        if isinstance(part, Annotation):
            return quoted(_shortened(part.text))
        if not self.side.ids and part is not None and _has_no_name(part):
            return _NAMELESS.fill(what=what_it_is(part)[1])
        if id(document) not in self._views:
            self._views[id(document)] = View(ProcessMap.of((document, *self.side.map.catalogues)))
        return self._views[id(document)].label(ref)

    def around(self, ref: Ref) -> Text | None:
        """The subprocess or phase that an element stands in."""
        if (phase := self._phases.get((ref.document, ref.element or ""))) is not None:
            return self.label(phase)
        outer = (ref.element or "").rpartition("/")[0]
        return self.label(Ref(ref.document, outer)) if (ref.document, outer) in self._found else None

    def lines(self, ref: Ref, owner: Part, name: str, value: Any, source: Provenance | None) -> list[str]:
        """A value for people: a line for each thing in it, with names instead of ids."""
        if isinstance(owner, MessageFlow) and name in ("source", "target"):
            return [self._end(ref, str(value))(self.language)]
        paths = (value,) if isinstance(value, str) else value
        if (prefix := _prefix(ref, name)) is not None and isinstance(paths, tuple):
            return [self.label(Ref(ref.document, prefix + path))(self.language) for path in paths]
        document, _ = self._found[ref.document, ref.element]
        spelling = Named(document, self.side.map, self.language, self._element, self._nameless)
        return lines(plain(owner, name, value, source, spelling))

    def _nameless(self, part: Part) -> str | None:
        """What to call an entry that has no name, where its id is a tool's."""
        if self.side.ids or not _has_no_name(part):
            return None
        return _NAMELESS.fill(what=what_it_is(part)[1])(self.language)

    def _end(self, ref: Ref, end: str) -> Text:
        """What a message between pools comes from or goes to: a pool, or an element of the process in it."""
        owner, _, path = end.partition("/")
        pool = Ref(ref.document, f"pools/{owner}")
        _, part = self._found.get((pool.document, pool.element), (None, None))
        if not path and part is not None:
            return self.label(pool)
        process = known(part.process) if isinstance(part, Pool) else owner
        return self.label(Ref(str(process), path or None))

    def _element(self, path: str) -> str:
        """An element of any document, and what it stands in."""
        ref = Ref.parse(path)
        label, around = self.label(ref), self.around(ref)
        return (label if around is None else _INSIDE.fill(label=label, around=around))(self.language)


def _has_no_name(part: Part) -> bool:
    """Whether an entry lacks a name that it might have: an id of a tool's making is none."""
    kinds = (Data, DataReference, Group, Lane, Message, MessageFlow, Pool, Signal)
    return isinstance(part, kinds) and not known(part.name)


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"


def _prefix(ref: Ref, name: str) -> str | None:
    """What stands before the ids that an attribute holds to make paths of them; None where it holds no elements."""
    if name in _LOCAL:
        scope = (ref.element or "").rpartition("/")[0]
        return f"{scope}/" if scope else ""
    return _PATHS.get(name)
