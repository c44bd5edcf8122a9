"""What several checks of robots look up: what is meant, the systems and data in it, and where it has to choose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain, islice
from typing import NamedTuple, Union

from procmap.checks.check import DEFAULT
from procmap.graph.adjacency import Scope
from procmap.graph.automation import Automation
from procmap.graph.decisions import is_by_machine
from procmap.graph.view import View
from procmap.model.activity import Activity, CallActivity, Task
from procmap.model.event import Event
from procmap.model.flow import SequenceFlow
from procmap.model.gateway import Gateway
from procmap.model.knowledge import NOT_APPLICABLE, Disputed, Unknown, known
from procmap.model.label import Translated
from procmap.model.process import Process
from procmap.model.resource import Data, System
from procmap.model.rule import Decision
from procmap.ref import Ref
from procmap.text import Text

__all__ = [
    "Choice",
    "Decided",
    "choices",
    "comes_from_outside",
    "data_used",
    "decided_by_machine",
    "is_beside_the_point",
    "is_open",
    "keeper",
    "meant",
    "on_their_own",
    "says",
    "stated",
    "systems",
    "systems_used",
]

_KEEPER = Text(sv="den som förvaltar {system}", en="whoever looks after {system}")


def meant(view: View) -> Iterator[tuple[Process, Automation]]:
    """Every process in which there is something for a robot to do, with what that is."""
    for process in view.processes:
        found = view.automation(process)
        if found.nodes:
            yield process, found


def on_their_own(view: View) -> Iterator[tuple[Process, Automation]]:
    """Those of them that one would ask about as a whole: who owns it, how many cases there are.

    Where it is not said what a robot is to do, these are not asked of a process that another calls, nor of each of
    several pools in one picture: there the first question is which of them it is about.
    """
    parts = {calls.rpartition("#")[2] for *_, node in view.elements(CallActivity) if (calls := known(node.calls))}
    for collaboration in view.map.collaborations:
        ids = {known(pool.process) for pool in collaboration.pools}
        ours = [each.id for each in view.processes if each.id in ids and view.automation(each).nodes]
        parts.update(ours if len(ours) > 1 else ())
    return ((process, found) for process, found in meant(view) if found.is_stated or process.id not in parts)


def stated(view: View) -> Iterator[tuple[Process, Automation]]:
    """Every process of which it is said what a robot is to do: for others it is too early to ask how it is to run."""
    return ((process, found) for process, found in meant(view) if found.is_stated)


def is_open(value: object) -> bool:
    """Whether there is no answer to work by: nobody asked, nobody knew, or nobody agrees."""
    return value is None or isinstance(value, (Unknown, Disputed))


def is_beside_the_point(view: View, process: Process, path: str) -> bool:
    """Whether robots alone are asked about, and an element is neither what a robot is to do nor right beside that.

    For checks that belong to other packs too, and look at the whole process for those.
    """
    if view.packs != frozenset({DEFAULT, "rpa"}):
        return False
    found = view.automation(process)
    scope = view.scope(process, path)
    local = path.rpartition("/")[2]
    near = islice(chain((local,), scope.before(local), scope.after(local)), _FAR)
    return found.is_stated and not any(scope.prefix + id in found for id in near)


def systems_used(view: View, process: Process, found: Automation) -> Mapping[Ref, System]:
    """The systems of the work that is meant, with where each is described."""
    used: dict[Ref, System] = {}
    for _, step in found.steps:
        for id in known(step.system) or ():
            if (described := view.system(process, id)) is not None:
                used[described[0]] = described[1]
    return used


def systems(view: View) -> Iterator[tuple[Process, Ref, System]]:
    """Every system of the work that is meant, once, with where it is described and the first process that uses it."""
    seen: set[Ref] = set()
    for process, found in meant(view):
        for ref, system in systems_used(view, process, found).items():
            if ref not in seen:
                seen.add(ref)
                yield process, ref, system


def data_used(view: View, process: Process, found: Automation, *attributes: str) -> Mapping[Ref, tuple[Data, str]]:
    """The data that the work reads or writes (``attributes``), where it is described, and by which step first."""
    used: dict[Ref, tuple[Data, str]] = {}
    for path, step in found.steps:
        for attribute in attributes:
            for id in known(getattr(step, attribute)) or ():
                if (described := view.datum(process, id)) is not None:
                    used.setdefault(described[0], (described[1], path))
    return used


def keeper(view: View, process: Process, system: System, label: Text) -> Text:
    """Whom to ask about a system: the role that looks after it, where that is known."""
    owner = known(system.owner)
    return view.role(process, owner) if owner else _KEEPER.fill(system=label)


class Choice(NamedTuple):
    """A place where the way parts, ``holder`` being what the rule is written on: the question, or the task before."""

    path: str
    holder: Union[Gateway, Task]
    flows: tuple[SequenceFlow, ...]


def choices(view: View, process: Process, found: Automation) -> Iterator[Choice]:
    """Every choice in what is meant; which end a subprocess came to is decided inside it, and no choice."""
    for scope in view.scopes(process):
        for id, node in scope.nodes.items():
            if scope.prefix + id in found and isinstance(node, Gateway) and node.kind in _CHOOSE:
                flows = scope.outgoing.get(id, ())
                holder = _holder(scope, node)
                if len(flows) > 1 and holder is not None and scope.prefix + holder.id in found:
                    yield Choice(scope.prefix + holder.id, holder, flows)


_CHOOSE = ("exclusive", "inclusive", "complex")


def _holder(scope: Scope, gateway: Gateway) -> Gateway | Task | None:
    """A gateway without a name is the question of the task before it (``branches`` on a task)."""
    before = scope.before(gateway.id)
    if gateway.name is not None or len(before) != 1:
        return gateway
    node = scope.nodes[before[0]]
    if isinstance(node, Task):
        return node
    return None if isinstance(node, Activity) else gateway


class Decided(NamedTuple):
    """A decision that a robot or a program takes, or is to take, with what is known of it."""

    path: str
    step: Activity
    decision: Decision
    may_refuse: bool


def decided_by_machine(view: View, process: Process) -> Iterator[Decided]:
    """What is meant and holds a decision, where it is said what is meant, and every decision said to be automated."""
    found = view.automation(process)
    for ref, node in view.nodes(process):
        path = ref.element or ""
        decision = view.value(node, "decision") if isinstance(node, Activity) else None
        if isinstance(node, Activity) and isinstance(decision, Decision):
            if decision.automated is not True and not (found.is_stated and path in found):
                continue
            if decision.automated is False or decision.automated is NOT_APPLICABLE:
                continue
            by_robot = view.kind(process, view.place(process, path)) in ("robot", "system")
            if by_robot and not is_by_machine(view, process, path, decision):
                continue  # the robot writes what somebody has decided
            yield Decided(path, node, decision, _may_refuse(view, process, path))


_NO = ("avslag", "avslå", "avvis", "neka", "nej", "refus", "reject", "dismiss", "deny", "denied")


def _may_refuse(view: View, process: Process, path: str) -> bool:
    """Whether the step, what it stands in, or an answer to it speaks of a refusal."""
    scope = view.scope(process, path)
    local = path.rpartition("/")[2]
    words = [scope.nodes[local].name, getattr(scope.owner, "name", None) if scope.prefix else None]
    for after in scope.after(local):
        if isinstance(scope.nodes[after], Gateway):
            words += [flow.name for flow in scope.outgoing.get(after, ())]
    return any(says(word, *_NO) for word in words)


def says(label: object, *words: str) -> bool:
    """Whether a name or a sentence has one of some words, in either language, in it."""
    texts = (label.sv, label.en) if isinstance(label, Translated) else (label,)
    return any(word in text.casefold() for text in texts if isinstance(text, str) for word in words)


def comes_from_outside(view: View, process: Process, path: str) -> bool:
    """Whether something has just come in from a resident or somebody else outside when a step begins.

    Not where the start says in which system it comes in: then it is known how. What comes in before a question is
    looked at by whoever answers that.
    """
    scope = view.scope(process, path)
    waiting = list(islice(scope.before(path.rpartition("/")[2]), _FAR))
    seen = set(waiting)
    while waiting and len(seen) < _FAR:
        id = waiting.pop()
        node = scope.nodes[id]
        if isinstance(node, Gateway) and node.name is None:
            more = [other for other in islice(scope.before(id), _FAR) if other not in seen]
            seen.update(more)
            waiting += more
        elif _brings(view, process, scope.prefix + id):
            return True
    return False


_FAR = 50
"""So many elements are looked through, and no more."""


def _brings(view: View, process: Process, path: str) -> bool:
    node = view.node(process, path)
    if isinstance(node, Event):
        if node.position == "boundary" or view.value(node, "system"):
            return False
        outside = view.kind(process, view.place(process, path)) in ("customer", "external")
        return outside or any(trigger.kind == "message" for trigger in node.triggers)
    return isinstance(node, Task) and node.waits_for is not None and node.waits_for.kind == "message"
