"""The view ``blueprint``: the journey above the line, and below it the work of those who make it possible."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from procmap.draw import journey_words as say
from procmap.draw.icons import icon
from procmap.draw.sheet import Fact, Sheet, Sign
from procmap.draw.steps import Steps
from procmap.draw.style import SMALL, leading
from procmap.draw.svg import element
from procmap.draw.ties import (
    draw_lines,
    draw_straight,
    draw_use,
    lines_between,
    room_of_lines,
    room_of_uses,
    tie_sign,
)  # fmt: skip
from procmap.draw.tiles import INDENT, Look
from procmap.draw.wording import LANE_KINDS, Names
from procmap.finding import Finding
from procmap.geometry import Point
from procmap.graph.blueprint import ROWS, Blueprint, Card, Column, Meeting, Row, Use, blueprint
from procmap.layout.grid import Grid, Paragraph, Placed, Tile
from procmap.layout.grid import Row as GridRow
from procmap.model.activity import Activity, Task
from procmap.model.event import Event
from procmap.model.journey import Journey
from procmap.model.knowledge import Unknown
from procmap.model.process_map import ProcessMap
from procmap.model.resource import LaneKind
from procmap.ref import Ref
from procmap.text import Language, Text

__all__ = ["blueprint_picture"]

_GAP = 20.0
"""Between columns, since lines run there."""
_LEVELS = ("customer", "touchpoints", *ROWS[1:])
"""The rows that lines run between, from above."""
_ICONS: dict[LaneKind | None, str] = {"external": "building", "system": "gear", "robot": "robot"}
_LEAST_ROW = 40.0
_MOST_APART = 12

_TIED = Text("Arbetet går dit pilen visar", "Work goes where the arrow points")
_HOLE = Text("Hål i sambandet", "A hole in the join")
_WHO_UNASKED = Text("Ingen har frågats vem", "Nobody has been asked who")
_WHO_UNKNOWN = Text("Ingen visste vem", "Nobody knew who")
_SYSTEM_UNKNOWN = Text("Ingen visste vilket", "Nobody knew which")
_MORE = Text("… och {number} till", "… and {number} more")


def blueprint_picture(
    map: ProcessMap, journey: Journey, language: Language = "sv", findings: Sequence[Finding] = ()
) -> str:
    """The service blueprint of a journey as SVG."""
    return _Picture(map, journey, language).sheet(findings).svg()


class _Picture:
    def __init__(self, map: ProcessMap, journey: Journey, language: Language) -> None:
        self._top = Steps(map, journey, language)
        self._words = self._top.words
        self._language: Language = language
        self._join: Blueprint = blueprint(map, journey)
        self._names = {process.id: Names(process, language) for process in self._join.processes}
        self._documents: dict[str, set[str]] = {}
        for process in self._join.processes:
            for lane in process.lanes:
                called = self._names[process.id].lane(lane.id).casefold()
                self._documents.setdefault(called, set()).add(process.id)
        joined = iter(self._join.columns)
        self._columns = [next(joined) if step else None for step in self._top.columns]

    def sheet(self, findings: Sequence[Finding]) -> Sheet:
        rows = [self._top.steps_row(), *self._rows()]
        facts = [fact for fact in self._top.facts() if fact.name != say.NEEDS(self._language)]
        if self._join.processes:
            called = [self._process(process.id) for process in self._join.processes]
            facts.append(Fact(say.PROCESSES(self._language), "; ".join(called)))
        ids = [self._join.journey.id, *(process.id for process in self._join.processes)]
        return Sheet(
            language=self._language,
            kicker=self._top.kicker(say.BLUEPRINT),
            title=self._top.title,
            facts=facts,
            phases=self._top.phases,
            rows=rows,
            over=self._over,
            signs=[*self._top.signs(rows), *self._signs()],
            notes=list(self._notes()),
            footer=" · ".join(ids),
            in_words=self._in_words(),
            findings=[finding for finding in findings if self._shows(finding)],
            gap=_GAP + self._beside(rows),
        )

    def _shows(self, finding: Finding) -> bool:
        """Whether a finding is about the journey, or about something that has a card."""
        cards = {card.ref for column in self._join.columns for card in column.cards}
        return any(ref.document == self._join.journey.id or ref.of(None) in cards for ref in finding.refs)

    def _rows(self) -> Iterator[GridRow[Look]]:
        top = self._top
        does = top.does()
        customer = [
            [*tiles, *self._cards(column, "customer")] if column else []
            for tiles, column in zip(does, self._columns, strict=True)
        ]
        yield top.row("customer", say.DOES, customer)
        meets = [
            [*tiles, *self._unasked(column)] if column else []
            for tiles, column in zip(top.meets(behind=False), self._columns, strict=True)
        ]
        yield top.row("touchpoints", say.MEETS, meets)
        uses = [[self._use(use) for use in column.systems] if column else [] for column in self._columns]
        lines: set[str] = set()
        for row in ROWS[1:]:
            cells = [list(self._cards(column, row)) if column else [] for column in self._columns]
            if row == "front":
                cells = [self._front(column, cell) for column, cell in zip(self._columns, cells, strict=True)]
            if not any(cells) and (row == "digital" or (row == "support" and not any(uses))):
                continue
            line = say.LINES[row](self._language)
            above = None if line in lines else Paragraph(line, SMALL, leading(SMALL), bold=True)
            lines.add(line)
            stays = row in ("front", "back")  # that nobody works there is told too
            yield replace(top.row(row, say.ROWS[row], cells), above=above, height=_LEAST_ROW if stays else 0.0)
        yield top.row("systems", say.SYSTEMS, uses)

    def _unasked(self, column: Column) -> Iterator[Tile[Look]]:
        """That nobody has been asked where a step meets anybody."""
        for hole in column.holes:
            if hole.kind == "touchpoints-not-asked":
                text = self._words.small(say.HOLES[hole.kind](self._language), before=0.0)
                yield Tile((text,), Look("touchpoint", (hole.ref.of("touchpoints"),), dashed=True))

    def _front(self, column: Column | None, cards: Sequence[Tile[Look]]) -> list[Tile[Look]]:
        """What is met, then where touchpoints should lead to somebody and do not, then what is met by no step."""
        ends = [self._hole(one) for one in column.meetings if self._ends_in_nothing(one)] if column else []
        met = [tile for tile in cards if not tile.about.dashed]
        return [*met, *ends, *(tile for tile in cards if tile.about.dashed)]

    @staticmethod
    def _ends_in_nothing(meeting: Meeting) -> bool:
        return any(hole.kind.startswith(("behind", "nothing")) for hole in meeting.holes)

    def _hole(self, meeting: Meeting) -> Tile[Look]:
        """Where a touchpoint should lead to somebody and does not."""
        sign, channel = self._words.channel(meeting.touchpoint)
        said = [hole for hole in meeting.holes if hole.kind.startswith(("behind", "nothing"))]
        paragraphs = [self._words.small(channel, indent=INDENT, before=0.0, sign=sign)]
        for hole in said:
            paragraphs.append(self._words.body(say.HOLES[hole.kind](self._language), "hole", before=2.0))
            if hole.ask:
                paragraphs.append(self._words.small(say.ask(hole.ask, self._language), indent=INDENT))
        return Tile(tuple(paragraphs), Look("hole", (meeting.ref,), dashed=True))

    def _cards(self, column: Column, row: Row) -> Iterator[Tile[Look]]:
        """The elements of one cell: what one lane does in one tile, with what has a hole in a tile of its own."""
        groups: dict[tuple[object, ...], list[Card]] = {}
        for card in column.row(row):
            alone = card.ref if card.hole else None
            groups.setdefault((card.ref.document, self._who(card), card.kind, alone), []).append(card)
        for cards in sorted(groups.values(), key=lambda cards: not any(card.met for card in cards)):
            yield self._lane(cards)

    def _lane(self, cards: Sequence[Card]) -> Tile[Look]:
        """What one lane does; steps of one name, in several subprocesses, are one when looked at from outside."""
        by_name: dict[str, list[Card]] = {}
        for card in cards:
            by_name.setdefault(self._called(card), []).append(card)
        paragraphs: list[Paragraph] = []
        named: dict[Ref, int] = {}
        for name, same in by_name.items():
            step = self._words.body(name, bold=name == "??")
            named.update(dict.fromkeys((card.ref for card in same), len(paragraphs)))
            paragraphs.append(replace(step, before=9.0, apart=True) if paragraphs else step)
            if len(same) > 1:
                paragraphs.append(self._words.small(say.PLACES(self._language, number=len(same)), before=0.0))
        card = cards[0]
        sign = _ICONS.get(card.kind, "")
        if who := self._who(card):
            paragraphs.append(self._words.small(who, indent=INDENT if sign else 0.0, before=4.0, sign=sign))
        if card.hole:
            text = say.HOLES[card.hole.kind](self._language)
            paragraphs.append(self._words.small(text, indent=INDENT, before=4.0, sign="hole"))
        nobody = card.kind is None and _is_done_by_somebody(card)
        dashed = nobody or card.hole is not None or "??" in by_name
        look = Look(card.row, tuple(named), tuple(named.values()), badges=True, dashed=dashed)
        return Tile(tuple(paragraphs), look)

    def _called(self, card: Card) -> str:
        names, node = self._names[card.ref.document], card.node
        return (names.event(node) if isinstance(node, Event) else names.of(node.name)) or node.id

    def _who(self, card: Card) -> str:
        """Who does it; where lanes of several processes have one name, also in which."""
        if card.lane is not None and _is_done_by_somebody(card):
            who = self._names[card.ref.document].lane(card.lane.id)
        elif _is_done_by_somebody(card):
            who = (_WHO_UNKNOWN if isinstance(card.node.lane, Unknown) else _WHO_UNASKED)(self._language)
        else:
            return ""
        if card.lane is None or len(self._documents.get(who.casefold(), ())) < 2:
            return who
        process = self._process(card.ref.document)
        return who if who.casefold() == process.casefold() else f"{who}, {process}"

    def _process(self, id: str) -> str:
        name = next(process.name for process in self._join.processes if process.id == id)
        return self._words.of(name) or id

    def _use(self, use: Use) -> Tile[Look]:
        if use.id is None:
            paragraphs = [self._words.body("??", bold=True), self._words.small(_SYSTEM_UNKNOWN(self._language))]
            return Tile(tuple(paragraphs), Look("system", dashed=True))
        name = (self._words.of(use.system.name) if use.system else "") or use.id
        return Tile((self._words.body(name),), Look("system"))

    def _over(self, grid: Grid[Look], first: int) -> Iterator[str]:
        """The lines between the rows of every column."""
        bands = {band.row.key: band for band in grid.bands}
        levels = [bands[key] for key in _LEVELS if key in bands]
        ties: list[str] = []
        uses: list[str] = []
        for place in range(len(grid.columns)):
            column = self._columns[first + place]
            if column is None:
                continue
            above = [placed for band in levels for placed in band.cells[place]]
            ties.extend(draw_lines(lines_between([placed.tile for placed in above], column.ties), above))
            if "systems" in bands:
                uses.extend(_uses(column, above, bands["systems"].cells[place]))
        for layer, drawn in (("ties", ties), ("uses", uses)):
            if drawn:
                yield element("g", *drawn, data_layer=layer)

    def _beside(self, rows: Sequence[GridRow[Look]]) -> float:
        """What the lines beside a column take, at its left and at its right, where they take most."""
        levels = sorted((row for row in rows if row.key in _LEVELS), key=lambda row: _LEVELS.index(row.key))
        left = right = 0.0
        for column, *cells in zip(self._columns, *(row.cells for row in levels), strict=True):
            if column is not None:
                tiles: Sequence[Tile[Look]] = sum(cells, ())
                left = max(left, room_of_lines(lines_between(tiles, column.ties)))
                right = max(right, room_of_uses(len(_far(column, tiles))))
        return left + right

    def _signs(self) -> Iterator[Sign]:
        kinds = {card.kind for column in self._join.columns for card in column.cards}
        for kind, sign in _ICONS.items():
            text = LANE_KINDS[kind] if kind else None
            if kind in kinds and text is not None:
                yield Sign(text(self._language), _icon_sign(sign))
        if any(tie.down or tie.up for column in self._join.columns for tie in column.ties):
            yield Sign(_TIED(self._language), tie_sign)
        if any(not hole.kind.startswith(("touch", "channel")) for hole in self._join.holes):
            yield Sign(_HOLE(self._language), _icon_sign("hole"))

    def _notes(self) -> Iterator[str]:
        apart = [f"”{self._called(card)}”" for card in self._join.apart]
        if apart:
            more = [_MORE(self._language, number=len(apart) - _MOST_APART)] if len(apart) > _MOST_APART else []
            yield say.APART(self._language, elements=", ".join([*apart[:_MOST_APART], *more]))

    def _in_words(self) -> str:
        """The blueprint for those who cannot see it: each step with what is met, and who works behind it."""
        told = []
        for column in self._join.columns:
            parts = [f"{column.number}. {self._words.of(column.step.name) or column.step.id}"]
            channels = ", ".join(self._words.channel(one.touchpoint)[1] for one in column.meetings)
            parts.append(channels)
            for row in ROWS:
                if cards := column.row(row):
                    done = ", ".join(dict.fromkeys(self._called(card) for card in cards))
                    parts.append(f"{say.ROWS[row](self._language)}: {done}")
            told.append(". ".join(filter(None, parts)) + ".")
        return " ".join([*told[:60], *(["…"] if len(told) > 60 else [])])


def _right_above(column: Column, above: Sequence[Tile[Look]]) -> frozenset[Ref]:
    """What stands alone in the tile right above the systems, if it is done in the first of them."""
    look = above[-1].about if above else None
    if look is None or not column.systems or set(look.named) != {0}:
        return frozenset()
    refs = frozenset(look.refs)
    return refs if refs.intersection(column.systems[0].cards) else frozenset()


def _far(column: Column, above: Sequence[Tile[Look]]) -> dict[int, list[Ref]]:
    """What is done in each system, by its place in the column, but for what stands right above it."""
    near = _right_above(column, above)
    far = {place: [ref for ref in use.cards if place or ref not in near] for place, use in enumerate(column.systems)}
    return {place: refs for place, refs in far.items() if refs}


def _uses(column: Column, above: Sequence[Placed[Look]], systems: Sequence[Placed[Look]]) -> Iterator[str]:
    """A line to each system from the name of everything that is done in it."""
    tiles = [placed.tile for placed in above]
    if _right_above(column, tiles):
        yield draw_straight(above[-1].bounds, systems[0].bounds)
    far = _far(column, tiles)
    names = {}
    for placed in above:
        for ref, number in zip(placed.tile.about.refs, placed.tile.about.named, strict=False):
            text = placed.texts[number]
            names[ref] = Point(placed.bounds.right, text.y + text.paragraph.leading / 2)
    for track, (place, refs) in enumerate(far.items()):
        yield from draw_use((names[ref] for ref in refs), systems[place].bounds, track, len(far))


def _is_done_by_somebody(card: Card) -> bool:
    """Whether the question who does it makes sense: not for what is merely waited for."""
    node = card.node
    waits = isinstance(node, Task) and node.waits_for is not None
    return node.lane is not None or (isinstance(node, Activity) and not waits)


def _icon_sign(name: str) -> Callable[[Point], str]:
    return lambda middle: icon(name, middle.x - 8, middle.y - 8)
