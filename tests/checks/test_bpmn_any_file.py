"""Whatever a file of BPMN says, no check breaks on it, and every finding can be read in both languages."""

from __future__ import annotations

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tiny import DEFECTS, VALID, model

from procmap.checks.check import PACKS
from procmap.checks.engine import check
from procmap.read.reading import read_text
from procmap.text import LANGUAGES

FILES = [model(case) for case in (*VALID, *DEFECTS) if "written" not in case]
IDS = st.sampled_from(["s", "a", "b", "e", "x", "p", "l", "k", "pk", "pf", "a_e", "s_a", "d", "borta", "", "å/ä", "v"])
NUMBERS = st.sampled_from(["0", "-1", "1e308", "-1e308", "1e999", "NaN", "", "1e-300", "40", "7.5"])
WORDS = st.sampled_from(["", "{x}", "}", "”a”", "%s", "Är det klart?", "true", "false", "Converging"])
EDITS = st.lists(
    st.tuples(st.sampled_from(["attribute", "number", "word", "drop", "double", "move"]), st.integers(0, 10**6), IDS, NUMBERS, WORDS),
    min_size=1,
    max_size=6,
)


def edited(text: str, edits: list[tuple[str, int, str, str, str]]) -> str:
    for kind, at, id, number, word in edits:
        lines = text.split("\n")
        here = at % len(lines)
        values = list(re.finditer(r'="([^"]*)"', lines[here]))
        if kind in ("attribute", "number", "word") and values:
            value = values[at // len(lines) % len(values)]
            new = {"attribute": id, "number": number, "word": word}[kind]
            lines[here] = f'{lines[here][: value.start(1)]}{new}{lines[here][value.end(1) :]}'
        elif kind == "drop":
            del lines[here]
        elif kind == "double":
            lines.insert(here, lines[here])
        elif kind == "move":
            lines.insert(at // len(lines) % len(lines), lines.pop(here))
        text = "\n".join(lines)
    return text


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(FILES), EDITS)
def test_no_check_breaks(text: str, edits: list[tuple[str, int, str, str, str]]) -> None:
    reading = read_text(edited(text, edits), "fil.bpmn")
    findings = check(reading.map, also=reading.findings, sources=reading.sources, packs=PACKS)
    for finding in findings:
        assert finding.code != "PRO001", finding.values["traceback"]
        for language in LANGUAGES:
            assert finding.message(language).strip()
            assert finding.question is None or finding.question(language).strip()
    assert check(reading.map, also=reading.findings, sources=reading.sources, packs=PACKS) == findings
