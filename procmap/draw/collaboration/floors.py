"""The pools of a collaboration, measured: each with what is shown of the work in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from procmap.draw.connecting import Plan, plans
from procmap.draw.diagram import head_of, size_of
from procmap.draw.panels import Panel, panels
from procmap.draw.wording import Names
from procmap.model.collaboration import Collaboration, Pool
from procmap.model.knowledge import known
from procmap.model.process import Process
from procmap.model.process_map import ProcessMap

__all__ = ["Floor", "floors"]

_EMPTY = 56.0  # the height of a pool whose work is not shown
_STRIP = 34.0


@dataclass(frozen=True, slots=True)
class Floor:
    """A pool with its ``name``; ``plan`` is that of its work, ``below`` are those of the subprocesses in it.

    ``process`` and ``plan`` are None where the work is not described.
    """

    pool: Pool
    name: str
    process: Process | None
    plan: Plan | None
    below: tuple[Plan, ...]

    @property
    def strip(self) -> float:
        """The width of the strip with its name, at its left: none where its only band has the same name."""
        areas = self.plan.panel.areas if self.plan is not None else ()
        return 0.0 if not areas or [area.name for area in areas] == [self.name] else _STRIP

    @property
    def head(self) -> float:
        """The width of all names at its left."""
        return self.strip + head_of(self.plan.panel) if self.plan is not None else 0.0

    @property
    def width(self) -> float:
        """Of what stands in the pool."""
        return size_of(self.plan)[0] + self.strip if self.plan is not None else 0.0

    @property
    def height(self) -> float:
        """Of the pool."""
        return size_of(self.plan)[1] if self.plan is not None else _EMPTY


def floors(collaboration: Collaboration, map: ProcessMap, names: Names) -> list[Floor]:
    """The pools in their order. A process that several of them have is shown in the first."""
    described = {process.id: process for process in map.processes}
    rooms: list[tuple[Pool, str, Process | None, list[Panel]]] = []
    for pool in collaboration.pools:
        process = described.pop(known(pool.process) or "", None)
        if process is not None and len(process.lanes) == 1 and process.lanes[0].name is None:
            lane = replace(process.lanes[0], name=pool.name)  # one without a name is the pool itself
            process = replace(process, lanes=(lane,))
        name = names.of(pool.name) or (names.of(process.name) if process is not None else "") or pool.id
        who = name if process is not None and not process.lanes else ""
        rooms.append((pool, name, process, panels(process, names.language, who) if process is not None else []))
    laid = iter(plans([panel for *_, each in rooms for panel in each]))
    return [_floor(pool, name, process, [next(laid) for _ in each]) for pool, name, process, each in rooms]


def _floor(pool: Pool, name: str, process: Process | None, laid: Sequence[Plan]) -> Floor:
    """The first panel is the work itself, unless all of it is inside something."""
    has_plan = bool(laid) and not laid[0].panel.prefix
    return Floor(pool, name, process, laid[0] if has_plan else None, tuple(laid[1:] if has_plan else laid))
