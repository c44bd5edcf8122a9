"""However far in people start their lines, as long as it is even: nothing is said of it. A line that slid is named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from procmap.read.reading import read_text

ROOT = Path(__file__).parents[2]
MAPS = [path for path in sorted((ROOT / "examples").rglob("*.yaml")) if "expected" not in path.parts]


class Outdented(yaml.SafeDumper):
    """Writes dashes in line with their key."""


class Indented(yaml.SafeDumper):
    """Writes dashes further in than their key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> Any:
        return super().increase_indent(flow, False)


LAYOUTS: dict[str, dict[str, Any]] = {
    "dashes in line with their key": {"Dumper": Outdented},
    "dashes further in": {"Dumper": Indented},
    "four spaces": {"Dumper": Indented, "indent": 4},
    "four spaces, dashes in line": {"Dumper": Outdented, "indent": 4},
    "three spaces": {"Dumper": Indented, "indent": 3},
    "eight spaces": {"Dumper": Indented, "indent": 8},
    "short lines": {"Dumper": Indented, "width": 20},
    "quotation marks everywhere": {"Dumper": Indented, "default_style": '"', "width": 40},
    "apostrophes everywhere": {"Dumper": Outdented, "default_style": "'", "width": 40},
    "texts on lines of their own": {"Dumper": Indented, "default_style": "|"},
    "braces": {"Dumper": Indented, "default_flow_style": True, "width": 60},
    "braces on the inside": {"Dumper": Indented, "default_flow_style": None, "width": 60},
}


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_layout_does_not_matter(layout: str, path: Path) -> None:
    documents = list(yaml.load_all(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader))
    options = {"default_flow_style": False, "allow_unicode": True, "sort_keys": False, **LAYOUTS[layout]}
    text = yaml.dump_all(documents, **options)
    written, again = read_text(path.read_bytes(), "karta.yaml"), read_text(text, "karta.yaml")
    assert [f.message("sv") for f in again.findings] == [f.message("sv") for f in written.findings]
    assert again.map == written.map


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_braces_over_many_lines(path: Path) -> None:
    documents = list(yaml.load_all(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader))
    text = "\n---\n".join(json.dumps(document, ensure_ascii=False, indent=1) for document in documents)
    written, again = read_text(path.read_bytes(), "karta.yaml"), read_text(text, "karta.yaml")
    assert [f.message("sv") for f in again.findings] == [f.message("sv") for f in written.findings]
    assert again.map == written.map


FINE = {
    "a name that ends with a comma": "process: P\nflow:\n  - task: a,\n    unless:\n      - timer: 3 weeks\n        to: a,\n  - to: a,\n",
    "a way without anything": "process: P\nflow:\n  - exclusive: A?\n    branches:\n      -\n      - Granska\n  - Besluta\n",
    "an answer with nothing last": "process: P\nflow:\n  - exclusive: A?\n    branches:\n      ja:\n      else:\n  - Besluta\n",
    "a text over lines that look like keys": "process: P\nflow:\n  - task: A\n    why: >\n     varje:\n       - dag\n  - task: B\n",
    "a text in quotation marks over lines": "process: P\nflow:\n  - task: A\n    why: \"en\n      två: -\n       - tre\"\n  - task: B\n",
    "a list in brackets over lines": "process: P\nflow: [\n  A,\n    {task: B,\n why: C},\n  D]\n",
    "comments anywhere": "process: P\n      # x\nflow:\n# y\n  - A\n         # z\n    # - task: u\n  - B\n",
}


@pytest.mark.parametrize("text", FINE.values(), ids=FINE)
def test_what_may_stand_so_is_left_alone(text: str) -> None:
    assert [f.message("sv") for f in read_text(text, "karta.yaml").findings] == []


SLIDING = """\
process: Bygglov
lanes:
  sokande: {name: Sökande, kind: customer}
  handlaggare: Handläggare
rules:
  taxa:
    says: Högst {grans}
    limits: {grans: 500 m}
deadlines:
  - name: Tio veckor
    within: 10 weeks
    from: Ansökan inkommer
flow:
  - start: Ansökan inkommer
    lane: sokande
  - handlaggare: Är ansökan komplett?
    rule: taxa
    branches:
      ja:
      nej:
        share: ??
        flow:
          - handlaggare: Begär komplettering
            touch_time: 10 min
          - wait: Komplettering inkommer
            unless:
              - timer: 3 weeks
                flow:
                  - end: Avskrivet
          - to: Är ansökan komplett?
  - subprocess: Utredning
    flow:
      - parallel: Hör
        branches:
          grannar: Hör grannarna
          remiss:
            - Skicka remiss
      - end: Utredd
  - end: Klart
"""
LINES = SLIDING.split("\n")
FREE = {"  taxa:", "                  - end: Avskrivet", "            - Skicka remiss"}
"""What stands alone below its key may stand anywhere."""
FIRST = {"name: Tio", "start: An", "handlaggare: Beg", "timer", "parallel"}
"""The first of a list that has keys below: those are named, and the other dashes."""
SLID = [
    pytest.param(number, by, id=f"{line.strip()} {by:+}")
    for number, line in enumerate(LINES)
    for by in (-1, 1)
    if line and line not in FREE and (by > 0 or line[0] == " ")
]


@pytest.mark.parametrize(("number", "by"), SLID)
def test_a_line_that_slid_is_named_and_put_right(number: int, by: int) -> None:
    line = LINES[number]
    slid = " " * by + line if by > 0 else line[-by:]
    text = "\n".join([*LINES[:number], slid, *LINES[number + 1 :]])
    reading = read_text(text, "karta.yaml")
    places = [finding.place.line for finding in reading.findings if finding.place]
    if any(line.lstrip().startswith(f"- {first}") for first in FIRST):
        assert places and number + 1 < places[0] <= number + 3
    else:
        assert places == [number + 1]
    assert reading.map == read_text(SLIDING, "karta.yaml").map
