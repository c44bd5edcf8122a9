"""The lines of a panel: where they may touch each kind of shape, and how they run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from procmap.draw.engine import TIMEOUT
from procmap.draw.figures import Figure
from procmap.draw.panels import Arrow, Panel
from procmap.draw.placing import Manner, Placed, place
from procmap.layout.paths import Block, Gate, Line
from procmap.layout.routes import Routed, route
from procmap.layout.tidiness import untidiness
from procmap.model.event import Event
from procmap.model.gateway import Gateway

__all__ = ["Plan", "plan"]

_ROOMS = (24.0, 44.0, 70.0)
"""Room above and below what stands in a band; more is taken where lines get too near each other."""
_MANNERS = (
    Manner(),
    Manner(first_on_top=False),
    Manner(main=2),
    Manner(main=2, first_on_top=False),
    Manner(banded=False),
    Manner(between=44),
    Manner(between=44, banded=False),
)
_SMALL = 60
"""Up to so many elements several manners are tried; beyond it that takes too long."""
_SIDEWAYS = 40.0
"""What it costs to come in from above or below: a line that runs forwards should come in from the left."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Where everything in a panel stands and how its lines run; x counts from the left edge of what is in the bands."""

    panel: Panel
    placed: Placed
    routed: Routed


def plan(panel: Panel, timeout: float = TIMEOUT) -> Plan:
    """A panel laid out as tidily as any of a few manners gives, with as much room as its lines need."""
    small = len(panel.figures) <= _SMALL
    plans = [_best_room(panel, manner, timeout) for manner in (_MANNERS if small else _MANNERS[:1])]
    if len(plans) == 1:
        return plans[0]
    return min(plans, key=lambda one: untidiness(one.routed.routes, one.routed.words))


def _best_room(panel: Panel, manner: Manner, timeout: float) -> Plan:
    plans = []
    for room in _ROOMS:
        placed = place(panel, room, manner, timeout)
        plans.append(Plan(panel, placed, _route(panel, placed)))
        if not plans[-1].routed.crowded:
            break
    return min(plans, key=lambda one: one.routed.crowded)


def _route(panel: Panel, placed: Placed) -> Routed:
    blocks = [
        Block(placed.column[id], placed.y[id] - one.up, placed.y[id] + one.down) for id, one in panel.figures.items()
    ]
    barred = [edge for band in placed.bands for edge in (band.top, band.bottom)]
    return route(placed.columns, blocks, list(_lines(panel, placed)), barred)


def _lines(panel: Panel, placed: Placed) -> Iterator[Line]:
    gates = _Gates(panel, placed)
    for arrow in panel.arrows:
        words = (arrow.words.width + 2, arrow.words.height) if arrow.words.lines else None
        exits, entries = gates.out_of(arrow), gates.into(arrow.target)
        if arrow.source == arrow.target:
            exits, entries = exits[:1], entries[1:] or entries
        yield Line(arrow.id, arrow.source, arrow.target, exits, entries, words)


class _Gates:
    """Where lines touch the elements of a panel."""

    def __init__(self, panel: Panel, placed: Placed) -> None:
        self._panel = panel
        self._placed = placed
        self._hosts = {guest.id: (one, guest) for one in panel.figures.values() for guest in one.guests}

    def out_of(self, arrow: Arrow) -> tuple[Gate, ...]:
        """To the right, or up or down where the line runs back; from a border along the row of its event."""
        if arrow.source in self._hosts:
            host, guest = self._hosts[arrow.source]
            column, y = self._placed.column[host.id], self._placed.y[host.id]
            level = y + guest.level
            return Gate(column, "right", guest.dx, level), Gate(column, "left", guest.dx, level, cost=60)
        one = self._panel.figures[arrow.source]
        right = Gate(self._placed.column[one.id], "right", one.width / 2, self._placed.y[one.id])
        return right, *self._upright(one)

    def into(self, id: str) -> tuple[Gate, ...]:
        """From the left, or from above or below."""
        one = self._panel.figures[id]
        left = Gate(self._placed.column[id], "left", -one.width / 2, self._placed.y[id])
        return left, *self._upright(one)

    def _upright(self, one: Figure) -> Iterator[Gate]:
        """The upper and the lower side, where no words and no events are in the way."""
        column, y = self._placed.column[one.id], self._placed.y[one.id]
        if not (isinstance(one.node, Gateway) and one.words.lines):
            yield Gate(column, "up", 0.0, y - one.height / 2, y - one.up, _SIDEWAYS)
        if not (one.guests or (isinstance(one.node, Event) and one.words.lines)):
            yield Gate(column, "down", 0.0, y + one.height / 2, y + one.down, _SIDEWAYS)
