"""The grid as geometry: nothing lies on anything else, and every word is inside its tile."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.geometry import Bounds
from procmap.layout.grid import Grid, Paragraph, Phase, Row, Set, Tile, lay, measures, set_lines, strips
from procmap.layout.measure import width

WORDS = st.text(alphabet="abcdeåäö iw\u00ad-", min_size=1, max_size=60)


def paragraph(text: str, **more: object) -> Paragraph:
    return Paragraph(text, 14, 19, **more)  # type: ignore[arg-type]


def tile(*texts: str, **more: float) -> Tile[str]:
    return Tile(tuple(map(paragraph, texts)), texts[0] if texts else "", **more)


def row(key: str, *cells: tuple[Tile[str], ...], **more: object) -> Row[str]:
    return Row(key, paragraph(key, bold=True), cells, **more)  # type: ignore[arg-type]


@st.composite
def grids(draw: st.DrawFn) -> Grid[str]:
    count = draw(st.integers(1, 4))
    paragraphs = st.builds(
        paragraph,
        WORDS,
        bold=st.booleans(),
        indent=st.sampled_from([0.0, 24.0]),
        before=st.sampled_from([0.0, 6.0]),
        most=st.integers(1, 4),
    )
    tiles = st.builds(
        Tile,
        st.lists(paragraphs, min_size=1, max_size=3).map(tuple),
        st.just(""),
        aside=st.sampled_from([0.0, 22.0]),
        least=st.sampled_from([0.0, 56.0]),
    )
    cells = st.lists(st.lists(tiles, max_size=3).map(tuple), min_size=count, max_size=count)
    above = st.one_of(st.none(), st.builds(paragraph, WORDS))
    heights = st.sampled_from([0.0, 150.0])
    rows = [
        row(f"row {n}", *draw(cells), height=draw(heights), above=draw(above), even=draw(st.booleans()))
        for n in range(draw(st.integers(1, 3)))
    ]
    cut = draw(st.integers(0, count - 1))
    sizes = [count - cut, cut] if cut else [count]
    phases = [Phase(draw(st.builds(paragraph, WORDS)), size) for size in sizes]
    return lay(phases, rows, measures(rows, draw(st.sampled_from([8.0, 20.0]))), 32, 100)


def texts(grid: Grid[str]) -> list[tuple[Set, Bounds]]:
    """Every text with what it must stay inside of."""
    found = [(text, one.bounds) for band in grid.bands for cell in band.cells for one in cell for text in one.texts]
    left, wide = grid.bounds.x, grid.columns[0].x - grid.bounds.x
    found += [(band.title, Bounds(left, band.bounds.y, wide, band.bounds.height)) for band in grid.bands]
    return found + [(bar.text, bar.bounds) for bar in grid.bars]


@given(grids())
def test_every_word_is_inside_its_tile(grid: Grid[str]) -> None:
    for text, inside in texts(grid):
        if text.lines:
            assert inside.holds(text.bounds)


@given(grids())
def test_lines_leave_room_for_another_font(grid: Grid[str]) -> None:
    for band in grid.bands:
        for cell in band.cells:
            for placed in cell:
                for text in placed.texts:
                    right = placed.bounds.right - 10 - placed.tile.aside
                    one_letter = any(len(line.rstrip("-…")) < 2 for line in text.lines)
                    assert text.x + text.bounds.width / 0.97 <= right + 0.01 or one_letter


@given(grids())
def test_nothing_lies_on_anything_else(grid: Grid[str]) -> None:
    tiles = [placed.bounds for band in grid.bands for cell in band.cells for placed in cell]
    boxes = [*tiles, *(bar.bounds for bar in grid.bars)]
    for index, box in enumerate(boxes):
        assert grid.bounds.holds(box)
        assert not any(box.meets(other) for other in boxes[index + 1 :])
    for placed in tiles:
        assert any(column.holds(placed) for column in grid.columns)
    for rule in grid.rules:
        assert not any(bounds.y < rule.y < bounds.bottom for bounds in boxes)
        assert not any(rule.text.bounds.meets(band.bounds) for band in grid.bands)
    inside = [text.bounds for text, _ in texts(grid) if text.lines]
    for index, words in enumerate(inside):
        assert not any(words.meets(other) for other in inside[index + 1 :])


@given(grids())
def test_rows_and_columns_follow_each_other(grid: Grid[str]) -> None:
    for left, right in pairwise(grid.columns):
        assert left.right < right.x
        assert left.width == right.width
    for above, below in pairwise(grid.bands):
        assert above.bounds.bottom < below.bounds.y
        assert above.bounds.width == below.bounds.width
    assert grid.columns[-1].right == pytest.approx(grid.bounds.right)
    assert all(not band.row.is_empty for band in grid.bands)


def test_a_row_with_nothing_in_it_takes_no_room() -> None:
    full = row("full", (tile("a"),))
    with_empty = [full, row("empty", ()), full]
    sizes = measures(with_empty)
    phases = [Phase(paragraph("f"), 1)]
    assert lay(phases, with_empty, sizes, 0, 0) == lay(phases, [full, full], sizes, 0, 0)


def test_a_line_stays_where_its_row_is_empty() -> None:
    rows = [row("full", (tile("a"),)), row("empty", (), above=paragraph("Synlighetslinje"))]
    grid = lay([Phase(paragraph("f"), 1)], rows, measures(rows), 0, 0)
    assert [rule.key for rule in grid.rules] == ["empty"]
    assert grid.rules[0].text.bounds.bottom <= grid.bounds.bottom


def test_even_rows_stretch_what_stands_alone() -> None:
    tall = tile("a", least=60)
    rows = [row("r", (tall,), (tile("b " * 20),), (tile("c"), tile("d")), even=True)]
    [band] = lay([Phase(paragraph("f"), 3)], rows, measures(rows), 0, 0).bands
    heights = [[placed.bounds.height for placed in cell] for cell in band.cells]
    assert heights == [[86], [86], [39, 39]]


def test_even_rows_leave_no_tile_half_empty() -> None:
    rows = [row("r", (tile("a"),), (tile("b " * 90),), even=True)]
    [band] = lay([Phase(paragraph("f"), 2)], rows, measures(rows), 0, 0).bands
    assert band.cells[0][0].bounds.height < band.cells[1][0].bounds.height == band.bounds.height


_LONG = "Väntar på att någon hör av sig och talar om vad som händer med ansökan, och på intyget från läkaren"
WIDTHS = {
    "short words": (["Ansöker"] * 30, 176),
    "few long texts do not widen it": (["Ansöker"] * 39 + ["ord " * 60], 176),
    "many long texts do": ([_LONG] * 20, 200),
    "so do long words": (["Överklagandehänvisningarna"] * 20, 224),
    "never more than the most": (["Samhällsbyggnadsförvaltningsadministratörsassistent"] * 20, 240),
}


@pytest.mark.parametrize(("said", "wide"), WIDTHS.values(), ids=WIDTHS)
def test_columns_are_as_wide_as_the_words_need(said: list[str], wide: float) -> None:
    assert measures([row("r", *((tile(text),) for text in said))]).column == wide


def test_titles_of_rows_fit_beside_the_columns() -> None:
    for title in ("Gör", "Kontaktpunkter", "Smärtpunkter och höjdpunkter", "Tillståndshanteringsavdelning"):
        sizes = measures([Row("r", paragraph(title, bold=True), ((tile("a"),),))])
        assert 128 <= sizes.head <= 184


STRIPS = {
    "all in one": ([2, 3, 4], 12, [[(0, 0, 2), (1, 2, 5), (2, 5, 9)]]),
    "a new one begins with a phase": ([7, 7], 12, [[(0, 0, 7)], [(1, 7, 14)]]),
    "a long phase is parted evenly": ([13], 12, [[(0, 0, 6)], [(0, 6, 13)]]),
    "what is left of it goes on with the next": ([14, 3], 12, [[(0, 0, 7)], [(0, 7, 14), (1, 14, 17)]]),
    "no phase": ([], 12, []),
    "one column": ([1], 12, [[(0, 0, 1)]]),
}


@pytest.mark.parametrize(("phases", "most", "parts"), STRIPS.values(), ids=STRIPS)
def test_columns_are_shared_out_over_strips(
    phases: list[int], most: int, parts: list[list[tuple[int, int, int]]]
) -> None:
    assert strips(phases, most) == parts


@given(st.lists(st.integers(1, 30), max_size=8), st.integers(1, 12))
def test_every_column_is_in_one_strip(phases: list[int], most: int) -> None:
    found = strips(phases, most)
    columns = [column for part in found for _, first, end in part for column in range(first, end)]
    assert columns == list(range(sum(phases)))
    assert all(part[-1][2] - part[0][1] <= most for part in found)


@given(st.text(max_size=1_200), st.integers(1, 5), st.integers(60, 300))
def test_a_text_that_is_cut_short_says_so(text: str, most: int, room: int) -> None:
    found = set_lines(paragraph(text, most=most), 0, 0, room)
    assert len(found.lines) <= most
    assert found.whole in (None, text)
    assert (found.whole is None) or found.lines[-1].endswith("…")
    if all(len(line) > 2 for line in found.lines):
        assert all(width(line, 14) <= room for line in found.lines)


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("Ser var ansökan är", 118, ["Ser var", "ansökan är"]),
        ("Väntar på besked och ringer", 140, ["Väntar på besked", "och ringer"]),
        ("Får kortet", 140, ["Får kortet"]),
    ],
)
def test_no_short_word_is_left_on_the_last_line(text: str, room: float, lines: list[str]) -> None:
    assert list(set_lines(paragraph(text), 0, 0, room).lines) == lines
