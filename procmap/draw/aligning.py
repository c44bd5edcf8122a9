"""Small steps taken out: where a line would jog by a few px, one of its ends is moved so that it runs straight."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from procmap.draw.figures import Figure
from procmap.draw.panels import Panel

__all__ = ["aligned"]

_FURTHEST = 48.0
"""What is further apart is meant to be."""


def aligned(panel: Panel, column: Mapping[str, int], y: Mapping[str, float], between: float) -> dict[str, float]:
    """The y of the middle of each element, with as many straight lines as can be had by small moves.

    Elements that a straight line joins move together from then on; one that comes nearer than ``between`` to another in
    its column pushes that along.
    """
    rows = _Rows(panel.figures, column, dict(y), between)
    offsets = {guest.id: (id, guest.level) for id, one in panel.figures.items() for guest in one.guests}
    steps = []
    for number, arrow in enumerate(panel.arrows):
        source, offset = offsets.get(arrow.source, (arrow.source, 0.0))
        target = arrow.target
        if panel.figures[source].area == panel.figures[target].area and column[source] < column[target]:
            step = rows.y[source] + offset - rows.y[target]
            if abs(step) <= _FURTHEST:
                steps.append((column[target] - column[source], abs(step), number, source, offset, target))
    for *_, source, offset, target in sorted(steps):
        step = rows.y[source] + offset - rows.y[target]
        if rows.move(target, step, source) or rows.move(source, -step, target):
            rows.join(source, target)
    return rows.y


class _Rows:
    """The elements with what moves together."""

    def __init__(
        self, figures: Mapping[str, Figure], column: Mapping[str, int], y: dict[str, float], between: float
    ) -> None:
        self.y = y
        self._figures = figures
        self._between = between
        self._together = {id: [id] for id in figures}
        self._stacks: dict[tuple[int, str], list[str]] = {}
        for id, one in figures.items():
            self._stacks.setdefault((column[id], one.area.key), []).append(id)
        for stack in self._stacks.values():
            stack.sort(key=y.__getitem__)  # they push each other, so that the order stays
        self._stack = {id: stack for stack in self._stacks.values() for id in stack}
        self._place = {id: place for stack in self._stacks.values() for place, id in enumerate(stack)}

    def move(self, id: str, step: float, other: str) -> bool:
        """Whether the element could be moved with all that goes with it, and all that is in its way; it is if so."""
        moving = dict.fromkeys(self._together[id])
        if other in moving:
            return abs(step) < 0.01
        waiting = list(moving)
        for one in waiting:
            for pushed in self._in_the_way(one, step):
                if pushed not in moving:
                    added = [next_one for next_one in self._together[pushed] if next_one not in moving]
                    moving.update(dict.fromkeys(added))
                    waiting += added
        if other in moving:
            return False
        for one in moving:
            self.y[one] += step
        return True

    def join(self, first: str, second: str) -> None:
        """Let two elements move together from now on."""
        if self._together[first] is not self._together[second]:
            self._together[first] += self._together[second]
            for id in self._together[second]:
                self._together[id] = self._together[first]

    def _in_the_way(self, id: str, step: float) -> Iterator[str]:
        """What an element comes too near when it is moved, the nearest first."""
        stack, place = self._stack[id], self._place[id]
        beyond = stack[place + 1 :] if step > 0 else stack[:place][::-1]
        for other in beyond:
            if self._distance(id, other, step) >= min(self._between, self._distance(id, other, 0.0)) - 0.01:
                return
            yield other

    def _distance(self, id: str, other: str, step: float) -> float:
        """How far apart two elements are when the first is moved; negative where they meet or change places."""
        one, two = self._figures[id], self._figures[other]
        if self.y[id] < self.y[other]:
            return self.y[other] - two.up - (self.y[id] + step + one.down)
        return self.y[id] + step - one.up - (self.y[other] + two.down)
