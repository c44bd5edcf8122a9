"""Whatever is done to a BPMN file: reading ends, never raises, and what is said points into the file.

Bytes are changed as a bad transfer would, and ids and tags are swapped as a bad program would; the second gives files that
are XML still, whose references form every circle and dead end there is.
"""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from procmap.checks.engine import check
from procmap.checks.notices import CHECK_CRASHED
from procmap.model.judge import judge
from procmap.model.process_map import nodes_within
from procmap.read.reading import Reading, read_text
from procmap.report.json import json_report
from procmap.report.locate import locate_all

FILES = Path(__file__).parent / "bpmn"
WHOLE = (FILES / "allt.bpmn").read_bytes()
SMALL = (FILES / "koreografi.bpmn").read_bytes()
SOME = st.sampled_from([WHOLE, SMALL])
BITS = st.one_of(
    st.binary(max_size=6),
    st.sampled_from([b"<", b">", b"/>", b'"', b"'", b"&", b"&#0;", b"]]>", b"<!--", b"<![CDATA[", b"<!DOCTYPE a [", b"\xff\xfe",
                     b"\xef\xbb\xbf", b"\xe5", b"\0", b"\n" * 50, b"<task>", b"</process>", b' id="start"', b"xmlns=''"]),
)
ID = re.compile(r'"[A-Za-z]\w*"|>[A-Za-z]\w*<')
TAG = re.compile(r"(</?)[a-zA-Z:]+")


def holds(data: bytes) -> Reading:
    """Read, and see that all of it can be told to somebody."""
    reading = read_text(data, "fil.bpmn")
    lines = data.count(b"\n") + data.count(b"\n\0") + 1
    for finding in reading.findings:
        assert finding.message("sv") and finding.message("en")
        assert finding.place is not None
        assert finding.place.line is None or 1 <= finding.place.line <= lines
    for document in reading.map.documents:
        judge(document)
    ids = [document.id for document in reading.map.documents]
    assert len(ids) == len(set(ids)) and set(ids) == set(reading.sources)
    for process in reading.map.processes:
        paths = [path for path, _ in nodes_within(process)]
        assert len(paths) == len(set(paths))
    return reading


@given(SOME, st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), BITS), min_size=1, max_size=4))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_changed_bytes(data: bytes, changes: list[tuple[float, int, bytes]]) -> None:
    for where, gone, new in changes:
        at = int(where * len(data))
        data = data[:at] + new + data[at + gone :]
    holds(data)


@given(SOME, st.sampled_from(["utf-8", "utf-16", "latin-1", "cp1252"]), st.sampled_from(["UTF-8", "UTF-16", "ISO-8859-1", "x"]))
@settings(max_examples=40, deadline=None)
def test_other_encodings(data: bytes, codec: str, name: str) -> None:
    text = data.decode().replace('encoding="UTF-8"', f'encoding="{name}"')
    reading = holds(text.encode(codec, "replace"))
    for process in reading.map.processes:
        assert "Ã" not in str(process) and "\ufffd" not in str(process)


@given(st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_ids_that_point_anywhere(data: st.DataObject) -> None:
    text = WHOLE.decode()
    found = [match.span() for match in ID.finditer(text)]
    for _ in range(data.draw(st.integers(1, 12))):
        (a, b), (c, d) = data.draw(st.sampled_from(found)), data.draw(st.sampled_from(found))
        if b <= c or d <= a:
            text = text[:a] + text[a] + text[c + 1 : d - 1] + text[b - 1] + text[b:]
            found = [match.span() for match in ID.finditer(text)]
    told(holds(text.encode()))


@given(st.data())
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_elements_that_stand_anywhere(data: st.DataObject) -> None:
    """Whole elements are moved, copied and renamed."""
    lines = WHOLE.decode().split("\n")
    for _ in range(data.draw(st.integers(1, 6))):
        one = [n for n, line in enumerate(lines) if line.rstrip().endswith("/>") or re.search(r"<(\w+).*</\1>\s*$", line)]
        at, to = data.draw(st.sampled_from(one)), data.draw(st.integers(3, len(lines) - 2))
        match data.draw(st.sampled_from(["move", "copy", "remove", "rename"])):
            case "move":
                lines.insert(to, lines.pop(at))
            case "copy":
                lines.insert(to, lines[at])
            case "remove":
                lines.pop(at)
            case "rename":
                new = data.draw(st.sampled_from(["task", "lane", "boundaryEvent", "subProcess", "participant", "process", "nej"]))
                lines[at] = TAG.sub(rf"\1{new}", lines[at], count=2)
    told(holds("\n".join(lines).encode()))


def told(reading: Reading) -> None:
    """Every check can look at it, and the report be written."""
    findings = check(reading.map, also=reading.findings)
    assert CHECK_CRASHED.code not in {finding.code for finding in findings}
    assert json_report(locate_all(findings, reading), reading, "sv")
