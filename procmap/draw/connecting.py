"""The lines of a panel: where they may touch each kind of shape, and how they run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from procmap.draw.engine import TIMEOUT, lay_out
from procmap.draw.figures import Figure
from procmap.draw.panels import Arrow, Panel
from procmap.draw.placing import Manner, Placed, Spots, asked, in_a_row, placed, spots
from procmap.draw.spreading import spread
from procmap.draw.ways import Ways
from procmap.layout.paths import Block, Gate, Line
from procmap.layout.routes import Routed, route
from procmap.layout.search import Effort
from procmap.layout.tidiness import untidiness
from procmap.model.event import Event
from procmap.model.gateway import Gateway

__all__ = ["Plan", "plan", "plans"]

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
"""Up to so many elements, and twice as many arrows, several manners are tried; beyond it that takes too long."""
_SIDEWAYS = 40.0
"""What it costs to come in from above or below: a line that runs forwards should come in from the left."""


_MOST = 6_000
"""How large panels may be together (see ``_size``), beyond which Graphviz takes long: it puts something in each column
that an arrow runs over. A hundred elements that all lead back to the first are as large as 10,000."""
_MOST_SMALL = 2_500
"""How large they may be together for several manners to be tried."""
_MOST_TRIED = 250_000
"""How much may be tried for the lines of a picture, which takes some 2 s."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Where everything in a panel stands and how its lines run; x counts from the left edge of what is in the bands.

    It is ``simple`` where the panel was too large for anything but streets (``spreading.py``).
    """

    panel: Panel
    placed: Placed
    routed: Routed
    simple: bool = False


def plan(panel: Panel, timeout: float = TIMEOUT) -> Plan:
    """A panel laid out as tidily as any of a few manners gives, with as much room as its lines need."""
    return plans([panel], timeout)[0]


def plans(panels: Sequence[Panel], timeout: float = TIMEOUT) -> list[Plan]:
    """The same for all panels of a picture. Where they are very large it is done in the simplest way."""
    effort = Effort(_MOST_TRIED)
    ways = _ways(panels, timeout)
    first = [_best_room(panel, each[0], effort) if each else None for panel, each in zip(panels, ways, strict=True)]
    return [
        _tidiest(one, each, effort) if one is not None else Plan(panel, *spread(panel), simple=True)
        for panel, one, each in zip(panels, first, ways, strict=True)
    ]


def _ways(panels: Sequence[Panel], timeout: float) -> list[list[Spots]]:
    """The different ways to place the elements of each panel; none where it is too large. Graphviz is started once."""
    sizes = [_size(panel) for panel in panels]
    totals = list(accumulate(sizes))
    fits = [total <= _MOST for total in totals]
    rows = [in_a_row(panel) if fit else None for panel, fit in zip(panels, fits, strict=True)]
    small = sum(size for size, fit, row in zip(sizes, fits, rows, strict=True) if fit and row is None) <= _MOST_SMALL
    manners = [
        () if row or not fit else _MANNERS if small and _is_small(panel) else _MANNERS[:1]
        for panel, fit, row in zip(panels, fits, rows, strict=True)
    ]
    wanted = [(panel, manner) for panel, each in zip(panels, manners, strict=True) for manner in each]
    laid = iter(lay_out([asked(panel, manner) for panel, manner in wanted], timeout))
    found = []
    for panel, row, each in zip(panels, rows, manners, strict=True):
        ways = [row] if row else [spots(panel, manner, next(laid)) for manner in each]
        found.append([way for number, way in enumerate(ways) if way not in ways[:number]])
    return found


def _is_small(panel: Panel) -> bool:
    return len(panel.figures) <= _SMALL and len(panel.arrows) <= 2 * _SMALL


def _size(panel: Panel) -> int:
    """Elements, arrows, twice the columns that these run over, and more where very many events are on one border."""
    columns = Ways(panel).columns()
    hosts = {guest.id: id for id, one in panel.figures.items() for guest in one.guests}
    runs = (abs(columns[arrow.target] - columns[hosts.get(arrow.source, arrow.source)]) for arrow in panel.arrows)
    borders = sum(len(one.guests) ** 2 // 6 for one in panel.figures.values())
    return len(panel.figures) + borders + sum(max(1, 2 * run - 1) for run in runs)


def _tidiest(first: Plan, ways: Sequence[Spots], effort: Effort) -> Plan:
    """The tidiest of the ways that a panel can be placed in, the first of which has been tried."""
    tried = [first, *filter(None, (_best_room(first.panel, way, effort) for way in ways[1:]))]
    if len(tried) == 1:
        return first
    return min(tried, key=lambda one: untidiness(one.routed.routes, one.routed.words))


def _best_room(panel: Panel, way: Spots, effort: Effort) -> Plan | None:
    """With as little room as suffices for the lines; None where finding their ways takes too much."""
    tried: list[Plan] = []
    for room in _ROOMS:
        placing = placed(panel, way, room)
        routed = _route(panel, placing, effort)
        if routed is None:
            break
        tried.append(Plan(panel, placing, routed))
        if not routed.crowded:
            break
    return min(tried, key=lambda one: one.routed.crowded, default=None)


def _route(panel: Panel, placed: Placed, effort: Effort) -> Routed | None:
    blocks = [
        Block(placed.column[id], placed.y[id] - one.up, placed.y[id] + one.down) for id, one in panel.figures.items()
    ]
    barred = [edge for band in placed.bands for edge in (band.top, band.bottom)]
    return route(placed.columns, blocks, list(_lines(panel, placed)), barred, effort)


def _lines(panel: Panel, placed: Placed) -> Iterator[Line]:
    gates = _Gates(panel, placed)
    for arrow in panel.arrows:
        exits, entries = gates.out_of(arrow), gates.into(arrow.target)
        if arrow.source == arrow.target:
            exits, entries = exits[:1], entries[1:] or entries
        yield Line(arrow.id, arrow.source, arrow.target, exits, entries, arrow.room)


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
