"""Whatever a file holds: reading ends, never raises, and everything said points into the file in both languages."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from procmap.errors import CannotRead
from procmap.read.reading import Reading, read, read_text
from procmap.source.encoding import decoded

ROOT = Path(__file__).parents[2]
MAPS = [
    path.read_text(encoding="utf-8")
    for path in sorted((ROOT / "examples").rglob("*.yaml"))
    if "expected" not in path.parts and path.stat().st_size < 12_000
]
SMALL = """\
process: Bygglov
lanes:
  sokande: {name: Sökande, kind: customer}
  handlaggare: Handläggare
rules:
  taxa:
    says: Högst {grans}
    limits: {grans: 500 m}
    cases:
      - {given: 400 m, expect: ja}
deadlines:
  - name: Tio veckor
    within: 10 weeks
    from: Ansökan inkommer
    to: Besluta
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
            touch_time: {value: 10 min, method: told, by: chef}
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
    branches:
      Utredd:
  - handlaggare, sokande: Besluta
    decision: {question: Lov?, delegation: "??"}
    why: |
      Lagen kräver det:
      - alltid
  - end: Klart
"""
SIGNS = " \t\n\r:-?#&*!|>%@`'\"{}[],=;/\\.~0123456789aåÄöé\u00a0\u200b\u0308\u2028\x00\x07\x85\ufeff–•→😀"
WORDS = (
    "process: ", "journey: ", "catalogue: ", "variant: ", "flow:\n", "branches:\n", "lanes:\n", "rules:\n", "phases:\n",
    "  ", "    ", "\n", "\n  ", "\n    ", "- ", "- - ", ": ", ":", "? ", "?", "??", "?? chef", "n/a", "{", "}", "[", "]",
    ", ", "\"", "'", "#", " #", "&a ", "*a", "!b ", "<<: ", "|\n", ">-\n", "%", "@", "---\n", "...\n", "--\n", "\t", "\u00a0",
    "Handläggare", "Handläggare:", "Granska", "to: ", "end: ", "start: ", "wait: ", "subprocess: ", "parallel: ", "unless:\n",
    "meanwhile:\n", "exceptions:\n", "id: ", "name: ", "with: ", "lane: ", "disputed:\n", "value: ", "method: ", "else:\n",
    "ja:\n", "nej:\n", "vänta: ", "touch_time: ", "10 min", "of: ", "changes:\n", "at: ", "sv: ", "en: ", "\r\n", "\r", "•",
)  # fmt: skip
slow = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def lines_of(data: bytes) -> list[str]:
    """The lines as an editor shows them."""
    text = decoded(data).text
    return re.split(r"\r\n|\r|\n", text)


def holds(data: bytes | str) -> Reading:
    """Read, and see that everything is where and what it should be."""
    given = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    lines = lines_of(given)
    reading = read_text(given, "karta.yaml")
    for finding in reading.findings:
        place = finding.place
        assert place is not None and place.path == "karta.yaml"
        for language in ("sv", "en"):
            assert finding.message(language).strip()
        assert finding.refs
        if place.line is not None:
            assert 1 <= place.line <= len(lines), finding
            assert place.column is not None and 1 <= place.column <= len(lines[place.line - 1]) + 1, finding
    for source in reading.sources.values():
        assert source.data == given
        for ref, (line, column) in source.positions.items():
            assert 1 <= line <= len(lines), ref
            assert 1 <= column <= len(lines[line - 1]) + 1, ref
    return reading


@slow
@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    holds(text)


@slow
@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    holds(data)


@slow
@given(st.lists(st.sampled_from(WORDS), max_size=60).map("".join))
def test_a_soup_of_words(text: str) -> None:
    holds("process: P\n" + text)
    holds(text)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A good map after a few slips of the hand."""
    lines = draw(st.sampled_from([SMALL, *MAPS])).split("\n")
    chance = draw(st.randoms(use_true_random=False))
    for _ in range(draw(st.integers(1, 4))):
        slip(lines, chance)
    return "\n".join(lines)


def slip(lines: list[str], chance: random.Random) -> None:
    """One slip, anywhere."""
    where = chance.randrange(len(lines))
    line = lines[where]
    at = chance.randrange(len(line) + 1)
    match chance.choice(("drop", "turn", "add", "word", "double", "lose", "swap", "in", "out", "glue", "tab")):
        case "drop":
            lines[where] = line[:at] + line[at + 1 :]
        case "turn":
            lines[where] = line[:at] + line[at : at + 2][::-1] + line[at + 2 :]
        case "add":
            lines[where] = line[:at] + chance.choice(SIGNS) + line[at:]
        case "word":
            lines[where] = line[:at] + chance.choice(WORDS) + line[at:]
        case "double":
            lines.insert(where, line)
        case "lose":
            lines[where : where + 1] = [] if len(lines) > 1 else [""]
        case "swap":
            other = chance.randrange(len(lines))
            lines[where], lines[other] = lines[other], line
        case "in":
            lines[where] = " " * chance.randint(1, 5) + line
        case "out":
            lines[where] = line[chance.randint(1, 4) :]
        case "glue":
            lines[where : where + 2] = [" ".join(lines[where : where + 2])]
        case "tab":
            lines[where] = line.replace("  ", "\t", 1)


@slow
@given(mutated())
def test_maps_after_a_few_slips(text: str) -> None:
    reading = holds(text)
    again = read_text(text, "karta.yaml")
    assert (reading.map, reading.findings) == (again.map, again.findings)


STEP = "process: P\nflow:\n"
TRAPS: dict[str, str | bytes] = {
    "brackets in brackets": "[" * 10_000,
    "braces in braces": "{a: " * 10_000,
    "500 levels of dashes": STEP + "".join(" " * i + "- a:\n" for i in range(500)),
    "500 levels of keys": "".join(" " * i + "a:\n" for i in range(500)),
    "subprocesses in subprocesses": STEP + "".join(" " * 4 * i + f"  - subprocess: S\n{' ' * 4 * i}    flow:\n" for i in range(60)),
    "a line of a megabyte": STEP + "  - Handläggare: " + "a" * 1_000_000 + "\n",
    "a megabyte of spaces": STEP + "  - A" + " " * 1_000_000 + "#x\n",
    "a megabyte of colons": STEP + "  - " + "a: " * 300_000 + "\n",
    "a megabyte of something like addresses": STEP + "  - Handläggare: " + "1-2+3@" * 160_000 + "\n",
    "many documents": "".join(f"---\nprocess: P{i}\nflow:\n  - A\n" for i in range(300)),
    "many documents of one name": "---\nprocess: P\nflow:\n  - call: P\n" * 300,
    "an alias bomb": "a: &a [x,x,x,x,x,x,x,x,x]\n"
    + "".join(f"{chr(98 + i)}: &{chr(98 + i)} [{','.join(['*' + chr(97 + i)] * 9)}]\n" for i in range(12)),
    "null bytes": b"process: P\nflow:\n  - A\x00B\n" + b"\x00" * 100,
    "utf-16 without its mark": "process: Bygglov\nflow:\n  - Handläggare: Granska\n".encode("utf-16-le"),
    "utf-16": "process: Bygglov\nflow:\n  - Handläggare: Granska\n".encode("utf-16"),
    "half of utf-16": "process: Bygglov\n".encode("utf-16")[:-1],
    "cp1252": "process: Bygglov\nflow:\n  - Handläggare: Granska\n".encode("cp1252"),
    "a byte order mark": "\ufeffprocess: Bygglov\nflow:\n  - Granska\n",
    "lines that end as on Windows": "process: Bygglov\r\nflow:\r\n  - Handläggare: Granska\r\n    why: Lagen\r\n",
    "lines that end as on an old Mac": "process: Bygglov\rflow:\r  - Handläggare: Granska\r",
    "nothing": "",
    "blank lines": "\n \n\t\n",
    "comments alone": "# bara\n# kommentarer\n",
    "lone surrogates": "process: \ud800\nflow:\n  - \udfff\n",
    "other line breaks": "process: A\u2028B\nflow:\n  - A\u2029B\x85C\n",
    "a hundred colons": STEP + "".join(f"  - Handläggare: Steg {i}: gör\n" for i in range(120)),
    "quotation marks on every line": STEP + '  - Handläggare: "Gör\n' * 60,
    "zigzag": STEP + "".join(" " * (2 + i % 7) + "- a b\n" for i in range(2_000)),
    "one name for all": STEP + "  - Granska\n" * 3_000,
    "nobody knows": STEP + "  - ??\n" * 3_000,
    "to nowhere": STEP + "".join(f"  - task: Gör {i}\n    to: Hitta {i}\n" for i in range(2_000)),
    "lanes that nobody listed": "process: P\nlanes:\n"
    + "".join(f"  l{i}: Roll {i}a\n" for i in range(1_000))
    + "flow:\n"
    + "".join(f"  - Rull {i}b: Gör {i}\n" for i in range(1_000)),
    "keys that nobody knows": STEP + "".join(f"  - task: Gör {i}\n    nyckel{i}x: a\n" for i in range(2_000)),
}


@pytest.mark.parametrize("trap", TRAPS)
def test_traps(trap: str) -> None:
    holds(TRAPS[trap])


@pytest.mark.parametrize("name", ["utf-16", "utf-16 without its mark", "a byte order mark", "lines that end as on Windows", "lines that end as on an old Mac"])
def test_what_an_editor_does_to_a_file_does_not_matter(name: str) -> None:
    reading = holds(TRAPS[name])
    assert not reading.findings
    assert [node.id for node in reading.map.processes[0].nodes] == ["start", "granska", "end"]


NO_TEXT = {
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
    "a photograph": b"\xff\xd8\xff\xe0" + bytes(range(256)) * 40,
    "a PDF document": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\n",
    "a document of Word": b"PK\x03\x04" + bytes(range(256)) * 40,
    "an old document of Word": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5_000),
    "rich text": b"{\\rtf1\\ansi{\\fonttbl\\f0 Times;}\nprocess: Bygglov\\par\n}",
    "a program": b"\x7fELF" + bytes(range(256)) * 40,
    "nothing but zeros": bytes(5_000),
}


@pytest.mark.parametrize("what", NO_TEXT)
def test_what_is_no_text_is_said_once(what: str) -> None:
    [finding] = holds(NO_TEXT[what]).findings
    assert finding.code == "DOC105"
    assert finding.place is not None and finding.place.line is None


def test_one_odd_sign_makes_no_picture_of_a_text() -> None:
    reading = holds(b"process: P\nflow:\n  - A\x00B\n" + b"  - C\n" * 3)
    assert {finding.code for finding in reading.findings} == {"DOC022", "DOC062"}


def test_too_large_is_refused(tmp_path: Path) -> None:
    data = b"# " + b"a" * 20_000_000
    with pytest.raises(CannotRead):
        read_text(data)
    (tmp_path / "stor.yaml").write_bytes(data)
    with pytest.raises(CannotRead):
        read(tmp_path / "stor.yaml")


def test_too_deep_is_said_where_it_gets_too_deep() -> None:
    [finding] = [f for f in holds("process: P\nnote: " + "[" * 200 + "]" * 200).findings if f.code == "DOC024"]
    assert finding.place is not None and finding.place.line == 2


def test_too_many_parts_is_said() -> None:
    import procmap.source.yaml_builder as tree

    limit = tree.MAX_NODES
    try:
        tree.MAX_NODES = 50
        assert "DOC027" in {finding.code for finding in holds(SMALL).findings}
    finally:
        tree.MAX_NODES = limit


def test_the_small_map_is_good() -> None:
    assert not holds(SMALL).findings
