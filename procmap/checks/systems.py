"""The systems that the steps of a process are done in: its own, and those of the catalogues that it shares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from procmap.checks.words import listing
from procmap.graph.entries import by_id
from procmap.graph.labels import quoted
from procmap.graph.view import View
from procmap.model.activity import Activity, Node
from procmap.model.event import Event
from procmap.model.knowledge import known
from procmap.model.label import Translated
from procmap.model.process import Process
from procmap.model.resource import System
from procmap.text import Text

__all__ = ["in_words", "systems_of", "used"]


def systems_of(view: View, process: Process) -> dict[str, System]:
    """Every system that a process may refer to, by its id."""
    return by_id(process.systems, *(catalogue.systems for catalogue in view.map.catalogues))


def used(node: Node) -> tuple[str, ...]:
    """The systems that an element is done in, by id; none where that is not known."""
    return (known(node.system) or ()) if isinstance(node, (Activity, Event)) else ()


def in_words(systems: Mapping[str, System], ids: Iterable[str]) -> Text:
    """The names of systems as one lists them."""
    return listing(_name(systems.get(id), id) for id in ids)


def _name(system: System | None, id: str) -> Text:
    name = system.name if system is not None else None
    return quoted(name if isinstance(name, (str, Translated)) and str(name) else id)
