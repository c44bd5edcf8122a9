"""What of a process a robot is to do, or does: the part of it that the checks of the pack ``rpa`` look at.

===========  ===========================================================================================
named        what ``automate`` names: steps, or all that stands in a lane
marked       steps whose ``automation`` is planned or assisted, what stands in the lane of a robot, and what
             fills a robot's queue; where any of it is there
whole        nobody has said, or nobody agrees: all work that people or robots here do
nothing      ``automate: n/a``
not ours     what residents do themselves, or another party within a collaboration; nobody builds a robot there
===========  ===========================================================================================

What stands inside a subprocess that is meant is meant too. Gateways and events between what is meant belong to it: a
robot has to know which way to go.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from types import MappingProxyType
from typing import Literal, NamedTuple, Protocol

from procmap.graph.adjacency import Scope, spread
from procmap.graph.residents import is_resident
from procmap.model.activity import Activity, CallActivity, Node, SubProcess, Task
from procmap.model.collaboration import Pool
from procmap.model.event import Event
from procmap.model.gateway import Gateway
from procmap.model.knowledge import NOT_APPLICABLE, known
from procmap.model.label import Label
from procmap.model.process import Process
from procmap.model.resource import LaneKind
from procmap.ref import Ref

__all__ = ["Arrival", "Automation", "Basis", "automation"]

Basis = Literal["named", "marked", "whole", "nothing", "not ours"]

_PLANNED = frozenset({"planned", "assisted"})
_PROGRAMS = frozenset({"service", "script", "business_rule"})
"""BPMN's types of tasks that a program does."""

_FAR = 50
"""So many gateways and events in a row are looked through, and no more."""


class _Looks(Protocol):
    """What is looked up of a process here; a View has it."""

    def scopes(self, process: Process) -> tuple[Scope, ...]: ...
    def scope(self, process: Process, path: str) -> Scope: ...
    def nodes(self, process: Process) -> tuple[tuple[Ref, Node], ...]: ...
    def node(self, process: Process, path: str) -> Node: ...
    def place(self, process: Process, path: str) -> str | None: ...
    def kind(self, process: Process, id: object) -> LaneKind | None: ...
    def pool(self, process: Process) -> Pool | None: ...
    def pool_name(self, process: Process) -> Label | None: ...


class Arrival(NamedTuple):
    """Work comes to ``target``, which is meant, from ``source``, work or an event that is not; both are paths."""

    source: str
    target: str


@dataclass(frozen=True, eq=False)
class Automation:
    """What is meant, by path in the order of the document, and why; ``said`` is what the basis names, outermost."""

    process: Process
    basis: Basis
    nodes: Mapping[str, Node]
    said: tuple[str, ...] = ()

    @property
    def is_stated(self) -> bool:
        """Whether somebody has said what is meant."""
        return self.basis in ("named", "marked")

    def __contains__(self, path: object) -> bool:
        return path in self.nodes

    @cached_property
    def steps(self) -> tuple[tuple[str, Activity], ...]:
        """The work: no waits, nothing that is described by what is inside it or in another process."""
        return tuple((path, node) for path, node in self.nodes.items() if isinstance(node, Activity) and _is_work(node))

    def around(self, path: str) -> Iterator[Activity]:
        """The step itself and the subprocesses around it that are meant too, innermost first."""
        while path:
            node = self.nodes.get(path)
            if isinstance(node, Activity):
                yield node
            path = path.rpartition("/")[0]


def automation(view: _Looks, process: Process) -> Automation:
    """What of a process is meant; linear in its size."""
    if process.automate is NOT_APPLICABLE:
        return Automation(process, "nothing", {})
    named = known(process.automate) or ()
    if named:
        lanes = {each.removeprefix("lanes/") for each in named if each.startswith("lanes/")}
        chosen = {ref.element for ref, _ in view.nodes(process) if _place(view, process, ref.element) in lanes}
        return Automation(process, "named", _within(view, process, chosen | set(named)), named)
    if (pool := view.pool_name(process)) is not None and is_resident(pool):
        return Automation(process, "not ours", {})
    marked = {ref.element for ref, node in view.nodes(process) if _is_marked(view, process, ref.element or "", node)}
    if any(isinstance(view.node(process, path or ""), Activity) for path in marked):
        nodes = _within(view, process, marked)
        return Automation(process, "marked", nodes, _outermost(nodes))
    if view.pool(process) is not None:
        return Automation(process, "not ours", {})
    ours = {path: node for ref, node in view.nodes(process) if _is_ours(view, process, path := ref.element or "", node)}
    return Automation(process, "whole", MappingProxyType(ours))


def arrivals(view: _Looks, meant: Automation) -> Iterator[Arrival]:
    """Where work comes to what is meant from what is not, through gateways and the borders of subprocesses."""
    for path, node in meant.nodes.items():
        if isinstance(node, Activity) and not (isinstance(node, SubProcess) and node.nodes):
            for source in _sources(view, meant, path):
                yield Arrival(source, path)


def _sources(view: _Looks, meant: Automation, path: str) -> Iterator[str]:
    """What is not meant, or the start of the process, and leads to an element: the nearest of each way."""
    process = meant.process

    def before(here: str) -> tuple[str, ...]:
        return () if here != path and _stops(view, meant, here) else _before(view, process, here)

    for here in islice(spread([path], before), _FAR):
        if here != path and _stops(view, meant, here) and (here not in meant or _is_start(view, process, here)):
            yield here


def _is_start(view: _Looks, process: Process, path: str) -> bool:
    """Whether the process begins here, which always comes from somewhere else."""
    node = view.node(process, path)
    return isinstance(node, Event) and node.position == "start" and "/" not in path


def _before(view: _Looks, process: Process, path: str) -> tuple[str, ...]:
    """What comes before an element; before the first inside a subprocess comes what is before that."""
    scope = view.scope(process, path)
    local = path.rpartition("/")[2]
    found = tuple(scope.prefix + id for id in islice(scope.before(local), _FAR))
    if found or not scope.prefix or local not in scope.entries:
        return found
    return _before(view, process, scope.prefix[:-1])


def _stops(view: _Looks, meant: Automation, path: str) -> bool:
    """Whether one need not look further back: work, an event that says what happens, or what is meant itself."""
    node = view.node(meant.process, path)
    if isinstance(node, Gateway):
        return False
    if isinstance(node, Event):
        return "/" not in path or bool(node.triggers) or node.name is not None
    return True


def _within(view: _Looks, process: Process, chosen: set[str | None]) -> Mapping[str, Node]:
    """What is chosen, all that is inside it, and the gateways and events between."""
    found: set[str] = set()
    for scope in view.scopes(process):
        whole = scope.prefix[:-1] in found
        above: set[str] = set()
        for id in scope.nodes:
            path = scope.prefix + id
            if whole or path in chosen or _lies_between(view, process, scope, id, above, found, chosen):
                found.add(path)
            above.add(id)
    return MappingProxyType({path: node for ref, node in view.nodes(process) if (path := ref.element or "") in found})


def _lies_between(
    view: _Looks, process: Process, scope: Scope, id: str, above: set[str], found: set[str], chosen: set[str | None]
) -> bool:
    """Whether a gateway or event comes after nothing but what is meant, and leads on to more of it.

    What leads back to it from further down is not looked at, nor is one that somebody else is said to decide.
    """
    if isinstance(scope.nodes[id], Activity):
        return False
    paths = [scope.prefix + before for before in islice(scope.before(id), _FAR) if before in above]
    if not paths or not all(path in found for path in paths):
        return False
    if view.place(process, scope.prefix + id) not in {view.place(process, path) for path in paths}:
        return False
    return any(scope.prefix + after in chosen for after in islice(scope.after(id), _FAR))


def _is_marked(view: _Looks, process: Process, path: str, node: Node) -> bool:
    if isinstance(node, Activity) and (node.automation in _PLANNED or isinstance(node.queue, str)):
        return True
    return view.kind(process, view.place(process, path)) == "robot"


def _is_ours(view: _Looks, process: Process, path: str, node: Node) -> bool:
    """Whether people or robots here do it, or nobody has said who does."""
    if isinstance(node, Task) and node.type in _PROGRAMS:
        return False
    return view.kind(process, view.place(process, path)) in (None, "person", "robot")


def _is_work(node: Activity) -> bool:
    if isinstance(node, Task) and (node.waits_for is not None or node.type == "receive"):
        return False
    if isinstance(node, CallActivity) and isinstance(node.calls, str):
        return False
    return not (isinstance(node, SubProcess) and (node.nodes or node.inside is NOT_APPLICABLE))


def _outermost(nodes: Mapping[str, Node]) -> tuple[str, ...]:
    """The work that is meant, without what stands inside other work that is."""
    return tuple(
        path
        for path, node in nodes.items()
        if isinstance(node, Activity) and path.rpartition("/")[0] not in nodes and _waits_for_nothing(node)
    )


def _waits_for_nothing(node: Activity) -> bool:
    return getattr(node, "waits_for", None) is None


def _place(view: _Looks, process: Process, path: str | None) -> str | None:
    return view.place(process, path or "")
