"""The lines of a blueprint between its tiles: they end at what is tied, tell which way, and lie on no words."""

from __future__ import annotations

import re
import runpy
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from procmap.draw.draw import draw
from procmap.geometry import Bounds, Point
from procmap.graph.blueprint import Column, blueprint
from procmap.layout.measure import width
from procmap.model.journey import Journey
from procmap.model.process_map import ProcessMap
from procmap.read.reading import read_text

JOURNEYS = Path(__file__).with_name("journeys")
MAPS: Callable[[], st.SearchStrategy[tuple[ProcessMap, Journey]]] = runpy.run_path(
    str(Path(__file__).parents[1] / "graph" / "test_blueprint.py")
)["maps"]
SVG = "{http://www.w3.org/2000/svg}"
LEVELS = ("customer", "touchpoints", "digital", "front", "back", "support")
HEAD = 6.0

Line = list[Point]
Told = tuple[frozenset[str], frozenset[str], bool, bool]
"""What the upper and the lower tile of a line are about, and whether it has a head at the lower and at the upper end."""


def layer(root: ElementTree.Element, name: str) -> Iterator[ElementTree.Element]:
    return (one for group in root.iter(f"{SVG}g") if group.get("data-layer") == name for one in group)


def points(path: ElementTree.Element) -> Line:
    return [Point(float(x), float(y)) for x, y in re.findall(r"[MLQ]([-\d.]+) ([-\d.]+)", path.get("d", ""))]


def tiles(root: ElementTree.Element) -> dict[Bounds, frozenset[str]]:
    """What each tile that a line may end at is about; a tile that tells of a hole is about it alone."""
    found = {}
    for level in LEVELS:
        for tile in layer(root, level):
            if (about := tile.get("data-element")) is not None:
                x, y, wide, high = (float(tile[0].get(name, "0")) for name in ("x", "y", "width", "height"))
                hole = level == "front" and "touchpoints." in about
                found[Bounds(x, y, wide, high)] = frozenset({f"hole {about}"} if hole else about.split())
    return found


def lines(root: ElementTree.Element) -> list[tuple[Line, bool, bool]]:
    """From the upper to the lower end of each line, as far as the tips of its heads; whether it has them there."""
    found: list[tuple[Line, bool, bool]] = []
    waiting: tuple[Line, list[Point]] | None = None
    for path in layer(root, "ties"):
        if path.get("fill") == "none":
            if waiting:
                found.append(tipped(*waiting))
            waiting = points(path), []
        elif waiting:
            waiting[1].append(points(path)[0])
    return [*found, tipped(*waiting)] if waiting else found


def tipped(line: Line, tips: list[Point]) -> tuple[Line, bool, bool]:
    def tip(end: Point) -> Point | None:
        near = [tip for tip in tips if abs(tip.x - end.x) + abs(tip.y - end.y) < HEAD + 0.2]
        return near[0] if near else None

    first, last = tip(line[0]), tip(line[-1])
    assert len(tips) == (first is not None) + (last is not None)
    return [first or line[0], *line[1:-1], last or line[-1]], last is not None, first is not None


def at(end: Point, found: dict[Bounds, frozenset[str]]) -> tuple[Bounds, frozenset[str]]:
    """The tile on whose border a line ends: in the middle of its upper or lower side, or at its left."""
    hits = []
    for bounds, about in found.items():
        level = abs(end.y - bounds.y) < 0.2 or abs(end.y - bounds.bottom) < 0.2
        in_middle = level and abs(end.x - bounds.centre.x) < 0.2
        at_left = abs(end.x - bounds.x) < 0.2 and bounds.y < end.y < bounds.bottom
        hits.extend([(bounds, about)] if in_middle or at_left else [])
    assert len(hits) == 1, f"a line ends at {end}, where there is no tile"
    return hits[0]


def drawn(root: ElementTree.Element) -> set[Told]:
    found = tiles(root)
    told = set()
    for line, down, up in lines(root):
        (upper, over), (lower, under) = at(line[0], found), at(line[-1], found)
        assert upper.x == lower.x and upper.bottom < lower.y
        told.add((over, under, down, up))
    return told


def meant(columns: tuple[Column, ...], root: ElementTree.Element) -> set[Told]:
    """The lines that must be there, by what their tiles are about; tiles of two columns may be about the same."""
    found = tiles(root)
    told: set[Told] = set()
    for column in columns:
        refs = {str(ref) for card in column.cards for ref in [card.ref]} | {str(one.ref) for one in column.meetings}
        refs |= {f"hole {one.ref}" for one in column.meetings}
        x = next((bounds.x for bounds, about in found.items() if any(f"{column.step.id}." in one for one in about)), None)
        here = {ref: about for bounds, about in found.items() for ref in about if ref in refs and bounds.x == x}
        pairs: dict[tuple[frozenset[str], frozenset[str]], tuple[bool, bool]] = {}
        for tie in column.ties:
            pair = here[str(tie.upper)], here[str(tie.lower)]
            down, up = pairs.get(pair, (False, False))
            pairs[pair] = tie.down or down, tie.up or up
        for one in column.meetings:
            if f"hole {one.ref}" in here:
                pairs[here[str(one.ref)], here[f"hole {one.ref}"]] = False, False
        told |= {(*pair, *heads) for pair, heads in pairs.items()}
    return told


def texts(root: ElementTree.Element) -> Iterator[Bounds]:
    for text in root.iter(f"{SVG}text"):
        size, bold = float(text.get("font-size", "0")), text.get("font-weight") == "600"
        for line in text:
            x, y = float(line.get("x", "0")), float(line.get("y", "0"))
            if text.get("text-anchor") is None:
                yield Bounds(x, y - size * 0.8, width(line.text or "", size, bold), size)


def crosses(line: Line, box: Bounds) -> bool:
    return any(
        min(one.x, other.x) < box.right and max(one.x, other.x) > box.x
        and min(one.y, other.y) < box.bottom and max(one.y, other.y) > box.y
        for one, other in pairwise(line)
    )  # fmt: skip


@pytest.mark.parametrize("name", ["stod", "kafe", "forskola"])
def test_lines_of_a_team_end_at_what_is_tied(name: str) -> None:
    map = read_text((JOURNEYS / f"{name}.yaml").read_text(encoding="utf-8")).map
    for journey in map.journeys:
        root = ElementTree.fromstring(draw(map, view="blueprint", only=journey.id).encode("utf-8"))
        assert drawn(root) == meant(blueprint(map, journey).columns, root)
        assert not [(line, box) for line, *_ in lines(root) for box in texts(root) if crosses(line, box)]


@settings(deadline=None)
@given(MAPS())
def test_lines_end_at_what_is_tied_and_lie_on_no_words(case: tuple[ProcessMap, Journey]) -> None:
    map, journey = case
    whole = ProcessMap(processes=map.processes, journeys=(journey,))
    root = ElementTree.fromstring(draw(whole, view="blueprint").encode("utf-8"))
    assert drawn(root) == meant(blueprint(whole, journey).columns, root)
    assert not [(line, box) for line, *_ in lines(root) for box in texts(root) if crosses(line, box)]


CROSSED = """\
process: P
id: p
lanes:
  kund: {name: Kunden, kind: customer}
  nils: {name: Nils}
  system: {name: Systemet, kind: system}
messages:
  brev: {to: Kunden}
flow:
  - {nils: Begär, sends: brev}
  - wait: Svaret kommer
  - nils: Avsluta
---
journey: J
id: j
phases:
  - phase: F
    steps:
      - step: S
        touchpoints: [{letter: p/begar}, {eservice: p/svaret-kommer}]
"""


def test_two_contacts_at_two_tiles_are_two_lines() -> None:
    reading = read_text(CROSSED)
    assert not reading.findings
    root = ElementTree.fromstring(draw(reading.map, view="blueprint").encode("utf-8"))
    letter, service = (frozenset({f"j/s.touchpoints.{number}"}) for number in (1, 2))
    asked, answered, done = (frozenset({f"p/{id}"}) for id in ("begar", "svaret-kommer", "avsluta"))
    assert drawn(root) == {
        (letter, asked, False, True),
        (service, answered, True, False),
        (answered, done, True, False),
    }
