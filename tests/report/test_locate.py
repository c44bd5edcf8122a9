"""Where findings stand, whatever is known of them."""

from __future__ import annotations

import pytest

from procmap.finding import Finding, Place
from procmap.read.reading import Reading, read_text
from procmap.ref import Ref
from procmap.report.locate import locate, locate_all
from procmap.text import Text

MAP = """\
process: Bygglov
lanes:
  handlaggare: Handläggare
e_service:
  identification:
    level: loa3
flow:
  - handlaggare: Registrera ansökan
    touch_time:
      disputed:
        - Handläggare: 5 min
        - Chef: 1 h
  - subprocess: Beredning
    flow:
      - handlaggare: Granska ritningar
        why: Krävs
  - handlaggare: Besluta
"""
READING = read_text(MAP, "kommun\\bygglov.yaml")

CASES = {
    "the document": (Ref("bygglov"), (1, 1)),
    "an attribute of the document": (Ref("bygglov", None, "name"), (1, 10)),
    "one that nobody wrote": (Ref("bygglov", None, "owner"), (1, 1)),
    "an element": (Ref("bygglov", "registrera-ansokan"), (8, 5)),
    "an attribute that nobody wrote": (Ref("bygglov", "registrera-ansokan", "why"), (8, 5)),
    "an item that is not known": (Ref("bygglov", "registrera-ansokan", "why", "3"), (8, 5)),
    "inside a subprocess": (Ref("bygglov", "beredning/granska-ritningar"), (15, 9)),
    "nothing of that name inside it": (Ref("bygglov", "beredning/finns-inte/alls", "why"), (13, 5)),
    "nothing of that name": (Ref("bygglov", "finns-inte"), (1, 1)),
    "what the reader made": (Ref("bygglov", "registrera-ansokan.next"), (8, 5)),
    "what the reader made inside": (Ref("bygglov", "beredning/granska-ritningar.out.x"), (15, 9)),
    "a section": (Ref("bygglov", "lanes/handlaggare"), (3, 3)),
    "keys within keys": (Ref("bygglov", None, "e_service", "identification.level"), (6, 12)),
    "nothing of that name within keys": (Ref("bygglov", None, "e_service", "identification.motive"), (6, 5)),
}


def finding(*refs: Ref, place: Place | None = None, code: str = "KNO001") -> Finding:
    return Finding(code=code, name="x", kind="ask", message=Text(sv="Hej", en="Hi"), refs=refs, place=place)


@pytest.mark.parametrize(("ref", "position"), CASES.values(), ids=CASES)
def test_looks_outwards_until_something_is_known(ref: Ref, position: tuple[int, int]) -> None:
    assert locate(finding(ref), READING) == Place("kommun/bygglov.yaml", *position)


def test_what_the_reader_saw_goes_before_what_is_looked_up() -> None:
    seen = Place("kommun\\bygglov.yaml", 8, 3, 5)
    assert locate(finding(Ref("bygglov"), place=seen), READING) == Place("kommun/bygglov.yaml", 8, 3, 5)


def test_a_map_made_in_python_has_no_lines() -> None:
    assert locate(finding(Ref("bygglov", "besluta")), Reading(READING.map)) == Place("bygglov")
    assert locate(finding(), Reading(READING.map)) == Place("")


def test_the_first_document_with_a_file_counts() -> None:
    assert locate(finding(Ref("elsewhere", "x"), Ref("bygglov", "besluta")), READING).line == 17


def test_order_is_path_line_column_code() -> None:
    places = [Place("b", 1, 1), Place("a", 10, 1), Place("a", 9, 2), Place("a", 9, 1), Place("a")]
    findings = [finding(place=place, code=code) for place in places for code in ("KNO002", "FLW001")]
    located = [(each.place.path, each.place.line, each.place.column, each.finding.code) for each in
               locate_all(findings, READING)]
    assert located == [
        (path, line, column, code)
        for path, line, column in (("a", None, None), ("a", 9, 1), ("a", 9, 2), ("a", 10, 1), ("b", 1, 1))
        for code in ("FLW001", "KNO002")
    ]
