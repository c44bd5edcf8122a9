"""The messages of a collaboration as they are drawn: each once between two pools, with its words in a box."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from procmap.draw.figures import Words
from procmap.draw.style import SMALL
from procmap.draw.wording import Names
from procmap.layout.measure import narrowest, wrap
from procmap.model.collaboration import Collaboration

__all__ = ["ICON", "End", "Letter", "in_rows", "letters"]

ICON = 22.0
"""What the envelope takes of a box, before its words."""
_WIDEST = 132.0
_PADDING = 8.0
_BETWEEN = 26.0
_LONGEST = 300
_MOST_LINES = 6
_SHIFT = 160.0  # so far from where it would like to be a box stands rather than in a row of its own


class End(NamedTuple):
    """Where a message is sent or comes: a pool by its place among them, and an element; "" is the pool as a whole."""

    pool: int
    element: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A message with all its flows between two pools. It stands below pool ``above`` and goes ``down`` or up."""

    message: str
    words: Words
    sources: tuple[End, ...]
    targets: tuple[End, ...]

    @property
    def down(self) -> bool:
        """Whether it goes to a pool further down."""
        return self.sources[0].pool < self.targets[0].pool

    @property
    def above(self) -> int:
        """The pool below which it stands: beside the one that sends it."""
        return self.sources[0].pool if self.down else self.sources[0].pool - 1

    @property
    def width(self) -> float:
        """Of its box."""
        return self.words.width / 0.97 + (ICON if self.words.lines else 4.0) + 2 * _PADDING

    @property
    def height(self) -> float:
        """Of its box."""
        return max(self.words.height, 16.0) + 2 * _PADDING - 4


def letters(collaboration: Collaboration, elements: Sequence[Mapping[str, object]], names: Names) -> list[Letter]:
    """The messages in the order in which they are written; ``elements`` of each pool are those that are shown."""
    places = {pool.id: place for place, pool in enumerate(collaboration.pools)}
    called = {message.id: names.of(message.name) for message in collaboration.messages}
    found: dict[tuple[str, int, int], tuple[dict[End, None], dict[End, None], str]] = {}
    for flow in collaboration.message_flows:
        source, target = (_end(each, places, elements) for each in (flow.source, flow.target))
        if source is None or target is None or source.pool == target.pool:
            continue
        said = names.of(flow.name) or called.get(flow.message or "", "")
        key = (flow.message or flow.id, source.pool, target.pool)
        sources, targets, _ = found.setdefault(key, ({}, {}, said))
        sources[source] = targets[target] = None
    return [
        Letter(message, _words(said), tuple(sources), tuple(targets))
        for (message, _, _), (sources, targets, said) in found.items()
    ]


def in_rows(boxes: Sequence[tuple[Letter, float]]) -> list[list[tuple[Letter, float]]]:
    """The letters of one corridor in rows, each with the x of its middle: near the one that it would like."""
    rows: list[list[tuple[Letter, float]]] = []
    for letter, wanted in sorted(boxes, key=lambda each: each[1]):
        for row in rows:
            last, at = row[-1]
            free = at + last.width / 2 + _BETWEEN + letter.width / 2
            if free <= wanted + _SHIFT:
                row.append((letter, max(free, wanted)))
                break
        else:
            rows.append([(letter, wanted)])
    return rows


def _end(end: str, places: Mapping[str, int], elements: Sequence[Mapping[str, object]]) -> End | None:
    pool, _, path = end.partition("/")
    if pool not in places:
        return None
    first = path.partition("/")[0]
    return End(places[pool], first if first in elements[places[pool]] else "")


def _words(said: str) -> Words:
    room = max(_WIDEST, min(narrowest(said, SMALL), 2 * _WIDEST))
    lines = wrap(said[:_LONGEST], SMALL, room, balance=True)
    if len(lines) > _MOST_LINES or len(said) > _LONGEST:
        lines = lines[:_MOST_LINES]
        lines[-1] = lines[-1][:-1].rstrip() + "…"
    return Words(tuple(lines), SMALL, said if " ".join(lines) != said else None)
