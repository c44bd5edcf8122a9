"""Paths of steps while they are made: what stands below what, and which ways out are still open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from procmap.model.activity import Node
from procmap.model.event import Event
from procmap.model.flow import SequenceFlow
from procmap.model.gateway import Gateway
from procmap.write.yaml_graph import is_aside, is_start

__all__ = ["Path", "PathKind", "Step", "Way", "count", "leaving", "leaving_path"]

PathKind = Literal["body", "branch", "unless", "meanwhile", "exception"]
_DEEPER = 4
"""How many levels of YAML a path lies below the one around it."""


@dataclass(slots=True, eq=False, repr=False)
class Way:
    """A way out of something. ``through`` tells whether it falls through to its target; None while that is open."""

    target: str
    path: Path
    through: bool | None = None
    written: bool = False


@dataclass(slots=True, eq=False, repr=False)
class Path:
    """Steps in order. ``way`` leads into it; ``flow`` is an answer's, ``event`` what the path follows.

    ``group`` are the steps whose ways out are still open at its end, ``pending`` how many these are, and ``forward``
    how many of them would fall out of it.
    """

    kind: PathKind
    depth: int
    owner: Step | None = None
    number: int = 0
    flow: SequenceFlow | None = None
    event: Event | None = None
    way: Way | None = None
    steps: list[Step] = field(default_factory=list)
    group: list[Step] = field(default_factory=list)
    entered: bool = False
    is_open: bool = False
    forward: int = 0
    pending: int = 0
    tail: Way | None = None


@dataclass(slots=True, eq=False, repr=False)
class Step:
    """An element with the paths below it. ``direct`` is the way straight on; ``branching`` where it has answers.

    ``out`` is the gateway that stands behind it in the model and is implied by its answers, ``race`` the one before.
    ``awaited`` are the events that are still to come below it.
    """

    node: Node
    path: Path
    direct: Way | None = None
    paths: list[Path] = field(default_factory=list)
    branching: bool = False
    out: Gateway | None = None
    race: Gateway | None = None
    opened: int = -1
    joined: bool = False
    implied: bool = False
    awaited: int = 0
    forward: int = 0

    def below(self, kind: PathKind, flow: SequenceFlow | None = None, event: Event | None = None) -> Path:
        """A new path below the step, behind those that are there."""
        path = Path(kind, self.path.depth + _DEEPER, self, len(self.paths), flow, event)
        self.paths.append(path)
        return path

    @property
    def waits(self) -> bool:
        """Whether its branches meet in a join of their own."""
        return self.branching and isinstance(self.node, Gateway) and self.node.kind in ("parallel", "inclusive")

    @property
    def visible(self) -> int:
        """How many ways further down fall out of it: out of branches that join, one alone or none."""
        return self.forward if not self.waits or self.forward == 1 else 0

    @property
    def passing(self) -> bool:
        """Whether the ways before it go on past it: an event subprocess, and a start further down."""
        return is_aside(self.node) or (is_start(self.node) and not self.implied)


def leaving_path(path: Path, falls: bool = True) -> Iterator[tuple[Way, bool]]:
    """The ways that leave a path at its end as it stands, each with whether it can fall out of it."""
    if path.tail is not None:
        yield path.tail, falls
        return
    if path.way is not None and not path.entered:
        yield path.way, falls
    for step in path.group:
        yield from leaving(step, falls)


def leaving(step: Step, falls: bool = True) -> Iterator[tuple[Way, bool]]:
    """The ways that leave a step, each with whether it can fall out of it."""
    if step.direct is not None:
        yield step.direct, falls
    if not step.joined:
        inner = falls and (not step.waits or step.forward == 1)
        for path in step.paths:
            yield from leaving_path(path, inner and path.kind != "meanwhile")


def count(path: Path, forward: int, pending: int) -> None:
    """Count open ways in a path and in all around it."""
    around: Path | None = path
    while pending and around is not None:
        around.pending += pending
        around = around.owner.path if around.owner and not around.owner.joined else None
    while forward:
        path.forward += forward
        owner = path.owner
        if owner is None or path.kind == "meanwhile" or owner.joined:
            return
        before = owner.visible
        owner.forward += forward
        path, forward = owner.path, owner.visible - before
