"""The systems that the steps of a process are done in: its own, and those of the catalogues that it shares."""

from __future__ import annotations

import re
from collections import ChainMap
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

__all__ = ["in_words", "is_ones_own", "systems_of", "used"]

_OWN = re.compile(
    r"\bexcel|\bkalkyl(blad|ark)|\bspread ?sheet|\bgoogle sheets?\b|\bmicrosoft access\b|\baccess-?databas"
    r"|\bone ?note\b|\bword-?(dokument|fil)|\bpärm|\bpapperslist|\blista på papper|\banteckningsb|\bwhite ?board"
    r"|\bpost-?it|\begen lista|\bdelad mapp|\bbinder\b|\bpaper list|\bnotebook|\bshared folder",
    re.IGNORECASE,
)


def systems_of(view: View, process: Process) -> Mapping[str, System]:
    """Every system that a process may refer to, by its id."""
    return ChainMap(by_id(process.systems), view.shared.systems)


def used(node: Node) -> tuple[str, ...]:
    """The systems that an element is done in, by id; none where that is not known."""
    return (known(node.system) or ()) if isinstance(node, (Activity, Event)) else ()


def in_words(systems: Mapping[str, System], ids: Iterable[str]) -> Text:
    """The names of systems as one lists them."""
    return listing(_name(systems.get(id), id) for id in ids)


def _name(system: System | None, id: str) -> Text:
    name = system.name if system is not None else None
    return quoted(name if isinstance(name, (str, Translated)) and str(name) else id)


def is_ones_own(id: str, name: object = None) -> bool:
    """Whether something is by its name a list or a binder of people's own, and no system that anybody runs."""
    words = f"{name.sv} {name.en}" if isinstance(name, Translated) else name if isinstance(name, str) else id
    return _OWN.search(words) is not None
