"""What one side of a comparison calls things: elements by their names, values as people write them."""

from __future__ import annotations

from typing import Any, NamedTuple

from procmap.graph.labels import quoted
from procmap.graph.view import View
from procmap.model.event import Event
from procmap.model.inventory import inventory
from procmap.model.journey import Phase
from procmap.model.knowledge import Provenance, known
from procmap.model.part import Part
from procmap.model.process_map import Document, ProcessMap
from procmap.model.rule import Rule
from procmap.ref import Ref
from procmap.report.values import Named, lines, plain
from procmap.text import Language, Text

__all__ = ["Side", "Speaker"]

_INSIDE = Text("{label} i {around}", "{label} in {around}")
_HAPPENS = Text("{what} vid {host}", "{what} at {host}")

_LOCAL = ("source", "target", "attached_to", "default")
_PATHS = {"starts": "", "ends": "", "automate": "", "steps": "", "phases": "phases/", "phase": "phases/"}
"""Attributes that hold elements: by ids of their own scope, or by paths, with what stands before these."""


class Side(NamedTuple):
    """One of the two that were compared: its map, which also holds what its words refer to, and what to call it."""

    map: ProcessMap
    called: Text


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
        paths = (value,) if isinstance(value, str) else value
        if (prefix := _prefix(ref, name)) is not None and isinstance(paths, tuple):
            return [self.label(Ref(ref.document, prefix + path))(self.language) for path in paths]
        document, _ = self._found[ref.document, ref.element]
        return lines(plain(owner, name, value, source, Named(document, self.side.map, self.language, self._element)))

    def _element(self, path: str) -> str:
        """An element of any document, and what it stands in."""
        ref = Ref.parse(path)
        label, around = self.label(ref), self.around(ref)
        return (label if around is None else _INSIDE.fill(label=label, around=around))(self.language)


def _prefix(ref: Ref, name: str) -> str | None:
    """What stands before the ids that an attribute holds to make paths of them; None where it holds no elements."""
    if name in _LOCAL:
        scope = (ref.element or "").rpartition("/")[0]
        return f"{scope}/" if scope else ""
    return _PATHS.get(name)
