"""The grid of journey map and blueprint: a column for each step, phases above them, rows of tiles below.

Laid once for both pictures. What goes in are words and how they are set; what comes out is where every line of text
stands, so that whoever draws has nothing left to measure. Rows with nothing in them take no room. Where there are more
steps than can be read across, the columns go on in a further strip below, which begins with a phase where that is
possible.

All measures are px. Text is wrapped a little narrower than its tile, since another font may be wider than Open Sans.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

from procmap.geometry import Bounds
from procmap.layout.measure import narrowest, width, wrap

__all__ = [
    "GAP", "Band", "Bar", "Grid", "Measures", "Paragraph", "Phase", "Placed", "Row", "Rule", "Set", "Tile", "lay",
    "measures", "set_lines", "strips",
]  # fmt: skip

T = TypeVar("T")

GAP = 8.0
"""Between columns, and between the tiles of a cell; between rows it is more, so that they show as rows."""
_ROW_GAP = 14.0
PADDING = 10.0
"""From the border of a tile to its words."""
_SAFE = 0.97
_WIDTHS = (176.0, 200.0, 224.0, 240.0)
_LEAST_HEAD, _MOST_HEAD = 128.0, 184.0
_BAR, _BAR_LEFT, _BAR_END = 36.0, 18.0, 32.0
_RULE = 6.0  # from the row above to a line between two rows
_FEW_LINES = 4
_WIDOW = 0.4
"""A last line that is shorter than this part of the room looks forgotten: the lines are then made even."""
_LONGEST = 900  # characters of a paragraph that are looked at; the whole of it stands in its title
_CUTS = "…"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words set in one way: ``leading`` from line to line, ``indent`` for a ``sign``, ``before`` is free above them.

    No more than ``most`` lines are set; what is cut off ends in an ellipsis. ``sign``, ``muted`` and ``apart``
    (from what stands above) are for whoever draws.
    """

    text: str
    size: float
    leading: float
    bold: bool = False
    indent: float = 0.0
    before: float = 0.0
    most: int = 12
    sign: str = ""
    muted: bool = False
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Tile(Generic[T]):
    """A box of paragraphs; ``aside`` is left free at its right for a mark, ``about`` is for whoever draws."""

    paragraphs: tuple[Paragraph, ...]
    about: T
    aside: float = 0.0
    least: float = 0.0


@dataclass(frozen=True, slots=True)
class Row(Generic[T]):
    """One row: the tiles of each column, at least ``height`` high, with a line of the blueprint ``above`` it.

    Where ``even``, tiles that are alone in their cell are all as high as the row, unless that leaves them half empty.
    """

    key: str
    title: Paragraph
    cells: tuple[tuple[Tile[T], ...], ...]
    height: float = 0.0
    above: Paragraph | None = None
    even: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show in any column."""
        return not self.height and not any(self.cells)

    def cut(self, start: int, stop: int) -> Row[T]:
        """The row as it is under some of the columns."""
        return replace(self, cells=self.cells[start:stop])


@dataclass(frozen=True, slots=True)
class Phase:
    """A phase over some columns; ``follows`` tells whether anything comes before it, ``leads`` whether after."""

    title: Paragraph
    columns: int
    follows: bool = False
    leads: bool = False


class Measures(NamedTuple):
    """How wide the column with the titles of the rows is, and each column of a step."""

    head: float
    column: float
    gap: float = GAP

    def across(self, columns: int) -> float:
        """The width of so many columns with the head."""
        return self.head + columns * (self.gap + self.column)


@dataclass(frozen=True, slots=True)
class Set:
    """A paragraph in lines, from its upper left corner; ``whole`` is what it says where it was cut short."""

    paragraph: Paragraph
    lines: tuple[str, ...]
    x: float
    y: float
    whole: str | None = None

    @property
    def bounds(self) -> Bounds:
        """What the lines take."""
        size, bold = self.paragraph.size, self.paragraph.bold
        wide = max((width(line, size, bold) for line in self.lines), default=0.0)
        return Bounds(self.x, self.y, wide, len(self.lines) * self.paragraph.leading)


@dataclass(frozen=True, slots=True)
class Placed(Generic[T]):
    """A tile and where it stands."""

    tile: Tile[T]
    bounds: Bounds
    texts: tuple[Set, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A phase and where it stands."""

    phase: Phase
    bounds: Bounds
    text: Set


@dataclass(frozen=True, slots=True)
class Band(Generic[T]):
    """A row and where it stands, from the left edge to the right; ``cells`` has its tiles by column."""

    row: Row[T]
    bounds: Bounds
    title: Set
    cells: tuple[tuple[Placed[T], ...], ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A line of the blueprint across the picture at ``y``, and its words under it at the left."""

    key: str
    y: float
    text: Set


@dataclass(frozen=True, slots=True)
class Grid(Generic[T]):
    """One strip of the picture, with everything in it."""

    bounds: Bounds
    columns: tuple[Bounds, ...]
    bars: tuple[Bar, ...]
    bands: tuple[Band[T], ...]
    rules: tuple[Rule, ...]


def measures(rows: Sequence[Row[T]], gap: float = GAP) -> Measures:
    """Widths for all strips alike: the narrowest columns in which nineteen cells of twenty have few lines, and few
    words have to be cut."""
    paragraphs = [p for row in rows for cell in row.cells for tile in cell for p in _kept(tile)]
    column = _WIDTHS[-1]
    for candidate in _WIDTHS:
        allowed = len(paragraphs) // 20
        for paragraph, aside in paragraphs:
            room = _room(candidate, paragraph, aside)
            if width(paragraph.text[:_LONGEST], paragraph.size, paragraph.bold) > room and _is_poor(paragraph, room):
                allowed -= 1
                if allowed < 0:
                    break
        else:
            column = candidate
            break
    titles = [narrowest(row.title.text, row.title.size, row.title.bold) for row in rows if not row.is_empty]
    titles += [width(row.above.text, row.above.size, row.above.bold) for row in rows if row.above is not None]
    head = min(_MOST_HEAD, max([_LEAST_HEAD, *((wide / _SAFE + PADDING) // 8 * 8 + 8 for wide in titles)]))
    return Measures(head, column, gap)


def strips(phases: Sequence[int], most: int) -> list[list[tuple[int, int, int]]]:
    """Columns shared out over strips of at most ``most``: for each strip its phases as (which, first, end column).

    ``phases`` has the number of columns of each. A phase is parted only where it has more than fit in one strip, and
    then as evenly as can be.
    """
    pieces: list[tuple[int, int, int]] = []
    start = 0
    for which, columns in enumerate(phases):
        parts = -(-columns // most) or 1
        cuts = [start + columns * part // parts for part in range(parts + 1)]
        pieces.extend((which, first, end) for first, end in pairwise(cuts))
        start += columns
    found: list[list[tuple[int, int, int]]] = []
    for piece in pieces:
        if found and piece[2] - found[-1][0][1] <= most:
            found[-1].append(piece)
        else:
            found.append([piece])
    return found


def lay(phases: Sequence[Phase], rows: Iterable[Row[T]], sizes: Measures, left: float, top: float) -> Grid[T]:
    """One strip from its upper left corner."""
    count = sum(phase.columns for phase in phases)
    starts = [left + sizes.across(index) + sizes.gap for index in range(count)]
    bars = tuple(_bars(phases, starts, sizes, top))
    y = max((bar.bounds.bottom for bar in bars), default=top)
    right = left + sizes.across(count)
    bands: list[Band[T]] = []
    rules: list[Rule] = []
    for row in rows:
        if row.is_empty and row.above is None:
            continue
        y += _ROW_GAP if bands else GAP
        if row.above is not None:
            rules.append(_rule(row.key, row.above, sizes, left, y))
            y = rules[-1].text.bounds.bottom
        if row.is_empty:
            continue
        y += GAP if row.above is not None else 0.0
        bands.append(_band(row, starts, sizes, left, y))
        y = bands[-1].bounds.bottom
    columns = tuple(Bounds(x, top, sizes.column, y - top) for x in starts)
    return Grid(Bounds(left, top, right - left, y - top), columns, bars, tuple(bands), tuple(rules))


def set_lines(paragraph: Paragraph, x: float, y: float, room: float) -> Set:
    """A paragraph in lines no wider than ``room``, from its upper left corner."""
    text = paragraph.text
    shown = text if len(text) <= _LONGEST else text[:_LONGEST] + _CUTS
    lines = _in_lines(shown, paragraph, room * _SAFE)
    if len(lines) > paragraph.most:
        last = lines[paragraph.most - 1]
        while last and width(last + _CUTS, paragraph.size, paragraph.bold) > room * _SAFE:
            last = last[:-1]
        lines = [*lines[: paragraph.most - 1], last.rstrip(" -") + _CUTS]
        shown = ""
    return Set(paragraph, tuple(lines), x, y, None if shown == text else text)


def _in_lines(text: str, paragraph: Paragraph, room: float) -> list[str]:
    """The text in lines, with no short word forgotten on the last one where that can be had."""
    size, bold = paragraph.size, paragraph.bold
    lines = wrap(text, size, room, bold)
    if not 1 < len(lines) <= _FEW_LINES or width(lines[-1], size, bold) > _WIDOW * room:
        return lines
    even = wrap(text, size, room, bold, balance=True)
    return max(lines, even, key=lambda one: min(width(line, size, bold) for line in one))


def _kept(tile: Tile[T]) -> Iterator[tuple[Paragraph, float]]:
    for paragraph in tile.paragraphs:
        yield paragraph, tile.aside


def _room(column: float, paragraph: Paragraph, aside: float) -> float:
    return (column - 2 * PADDING - paragraph.indent - aside) * _SAFE


def _is_poor(paragraph: Paragraph, room: float) -> bool:
    """Whether a paragraph takes many lines, or a word has to be cut, where it has so much room."""
    text = paragraph.text[:_LONGEST]
    size, bold = paragraph.size, paragraph.bold
    return narrowest(text, size, bold) > room or len(wrap(text, size, room, bold)) > _FEW_LINES


def _bars(phases: Sequence[Phase], starts: Sequence[float], sizes: Measures, top: float) -> Iterator[Bar]:
    placed = []
    first = 0
    for phase in phases:
        end = first + phase.columns
        x, right = starts[first], starts[end - 1] + sizes.column
        text = set_lines(phase.title, x + _BAR_LEFT, top, right - x - _BAR_LEFT - (0 if phase.leads else _BAR_END))
        placed.append((phase, x, right, text))
        first = end
    high = max([_BAR, *(text.bounds.height + 16 for *_, text in placed)])
    for phase, x, right, text in placed:
        middle = top + (high - text.bounds.height) / 2
        yield Bar(phase, Bounds(x, top, right - x, high), replace(text, y=middle))


def _rule(key: str, words: Paragraph, sizes: Measures, left: float, y: float) -> Rule:
    return Rule(key, y + _RULE, set_lines(words, left, y + _RULE + 4, sizes.head - PADDING))


def _band(row: Row[T], starts: Sequence[float], sizes: Measures, left: float, top: float) -> Band[T]:
    title = set_lines(row.title, left, top + PADDING, sizes.head - PADDING)
    cells = []
    lowest = max(top + row.height, title.bounds.bottom)
    for x, cell in zip(starts, row.cells, strict=True):
        placed: list[Placed[T]] = []
        y = top
        for tile in cell:
            placed.append(_tile(tile, x, y, sizes.column))
            y = placed[-1].bounds.bottom + GAP
        cells.append(placed)
        lowest = max(lowest, y - GAP)
    alone = [cell[0].bounds.height for cell in cells if len(cell) == 1]
    even = row.even and bool(alone) and lowest - top <= 2 * min(alone)
    return Band(
        row,
        Bounds(left, top, starts[-1] + sizes.column - left, lowest - top),
        title,
        tuple(tuple(_stretched(cell, lowest)) if even else tuple(cell) for cell in cells),
    )


def _tile(tile: Tile[T], x: float, y: float, wide: float) -> Placed[T]:
    at = y + PADDING
    texts = []
    for paragraph in tile.paragraphs:
        at += paragraph.before
        room = wide - 2 * PADDING - paragraph.indent - tile.aside
        texts.append(set_lines(paragraph, x + PADDING + paragraph.indent, at, room))
        at = texts[-1].bounds.bottom
    return Placed(tile, Bounds(x, y, wide, max(tile.least, at + PADDING - y)), tuple(texts))


def _stretched(cell: Sequence[Placed[T]], lowest: float) -> Iterator[Placed[T]]:
    """A tile that is alone in its cell reaches as far down as the row."""
    for placed in cell:
        bounds = placed.bounds
        yield replace(placed, bounds=bounds._replace(height=lowest - bounds.y)) if len(cell) == 1 else placed
