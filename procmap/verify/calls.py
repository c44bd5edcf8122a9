"""Which processes call which, and which of these calls are followed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Final

from procmap.model.activity import CallActivity
from procmap.model.knowledge import known
from procmap.model.process import Process
from procmap.model.process_map import nodes_within

__all__ = ["Calls"]

_DEEPEST = 100
"""Calls within calls that are followed; what lies deeper is proved by itself, and is a task seen from here."""


class Calls:
    """The calls between the processes of a map."""

    def __init__(self, processes: Mapping[str, Process]) -> None:
        self.processes: Final = processes

    def called(self, node: CallActivity, caller: str) -> Process | None:
        """The process that a step calls; None where there is none, or the calls go round in a circle or too deep."""
        name = str(known(node.calls) or "")
        process = self.processes.get(name)
        if process is None or not process.nodes or self._circle.get(name) == self._circle.get(caller, caller):
            return None
        return process if self._height[name] <= _DEEPEST else None

    @cached_property
    def _callees(self) -> dict[str, list[str]]:
        """Whom each process calls, inside its subprocesses too."""
        return {
            id: [
                name
                for _, node in nodes_within(process)
                if isinstance(node, CallActivity) and (name := str(known(node.calls) or "")) in self.processes
            ]
            for id, process in self.processes.items()
        }

    @cached_property
    def _circle(self) -> dict[str, str]:
        """For each process, one that stands for all that call it and are called by it, however far around."""
        circle: dict[str, str] = {}
        for members in self._circles:
            for id in members:
                circle[id] = members[0]
        return circle

    @cached_property
    def _height(self) -> dict[str, int]:
        """How many calls deep it goes below each process."""
        height: dict[str, int] = {}
        for members in self._circles:  # whom they call comes before them
            below = [height[name] for id in members for name in self._callees[id] if name in height]
            for id in members:
                height[id] = max(below, default=-1) + 1
        return height

    @cached_property
    def _circles(self) -> list[list[str]]:
        """Processes that call round to each other, each callee's before its caller's (Tarjan 1972)."""
        number: dict[str, int] = {}
        lowest: dict[str, int] = {}
        done: set[str] = set()
        open_: list[str] = []
        found: list[list[str]] = []
        for first in self.processes:
            if first in number:
                continue
            work = [(first, iter(self._callees[first]))]
            number[first] = lowest[first] = len(number)
            open_.append(first)
            while work:
                id, rest = work[-1]
                for name in rest:
                    if name not in number:
                        number[name] = lowest[name] = len(number)
                        open_.append(name)
                        work.append((name, iter(self._callees[name])))
                        break
                    if name not in done:
                        lowest[id] = min(lowest[id], number[name])
                else:
                    work.pop()
                    if work:
                        lowest[work[-1][0]] = min(lowest[work[-1][0]], lowest[id])
                    if lowest[id] == number[id]:
                        members = open_[open_.index(id) :]
                        del open_[len(open_) - len(members) :]
                        done.update(members)
                        found.append(members)
        return found
