"""Lanes that wait for one another crosswise: work side by side that falls into no blocks, with ever so many states.

In each step a lane does four things in any order and as often as it comes, then waits for word from the lane beside it,
goes on and sends word itself, to the lane on the other side. Four choices that all lead to one another do not fold, and
so the waiting does not either.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from procmap import Event, Gateway, Process, SequenceFlow, SubProcess, Task
from procmap.model.activity import Node


def lanes(many: int, steps: int, *, inside: SubProcess | None = None, ends: Sequence[str] = ("end",)) -> Process:
    """A process of so many lanes and steps; ``inside`` is what is done last in the last lane, ``ends`` are a choice."""
    nodes: list[Node] = [Event(id="start", position="start"), Gateway(id="part", kind="parallel")]
    flows: list[tuple[str, str]] = [("start", "part")]

    def add(make: Any, id: str, **values: Any) -> str:
        nodes.append(make(id=id, **values))
        return id

    for lane in range(many):
        before = "part"
        for step in range(steps):
            done = any_order(add, flows, f"{lane}_{step}", before)
            before = add(Gateway, f"wait_{lane}_{step}", kind="parallel")
            flows.append((done, before))
            flows.append((f"wait_{(lane + 1) % many}_{step - 1}" if step else "part", before))
        last = add(Task, f"last_{lane}") if inside is None or lane + 1 < many else inside.id
        flows += [(before, last), (last, "meet"), (before, "meet")]
    if inside is not None:
        nodes.append(inside)
    add(Gateway, "meet", kind="parallel")
    add(Gateway, "which", kind="exclusive")
    flows.append(("meet", "which"))
    for end in ends:
        add(Event, end, position="end", name=end)
        flows.append(("which", end))
    return Process(
        id=f"lanes-{many}-{steps}",
        nodes=tuple(nodes),
        flows=tuple(SequenceFlow(id=f"f{number}", source=a, target=b) for number, (a, b) in enumerate(flows)),
    )


def any_order(add: Any, flows: list[tuple[str, str]], name: str, before: str) -> str:
    """Four things, of which any may follow on any other; behind the last one it can be left."""
    things = [add(Gateway, f"{thing}_{name}", kind="exclusive") for thing in ("ask", "look", "write", "check")]
    flows.append((before, things[0]))
    flows += [(one, other) for one in things for other in things if one != other]
    return str(things[-1])


def with_kind(process: Process, id: str, kind: Any) -> Process:
    """The same with another kind of gateway."""
    nodes = (replace(node, kind=kind) if isinstance(node, Gateway) and node.id == id else node for node in process.nodes)
    return replace(process, nodes=tuple(nodes))


def without_flow(process: Process, source: str, target: str) -> Process:
    """The same without one flow."""
    return replace(process, flows=tuple(each for each in process.flows if (each.source, each.target) != (source, target)))


def with_flow(process: Process, source: str, target: str) -> Process:
    """The same with one flow more."""
    return replace(process, flows=(*process.flows, SequenceFlow(id="more", source=source, target=target)))
