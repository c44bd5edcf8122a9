"""Beginners' mistakes, each with the exact answer: what is wrong, where, and what to write instead.

The cases stand in ``beginners/*.yaml``. ``says`` is everything that the reader has to say of ``text``, with code, line
and column; ``mended`` is the text after somebody has done what the answer says. Where procmap reads on as if it had been
mended, both are the same map; where something cannot be guessed, ``steps`` are those that were read all the same.
In a ``text``, → stands for a tab, ⍽ for a non-breaking space and ␇ for a control character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from procmap.finding import Finding
from procmap.model.activity import Task
from procmap.model.knowledge import Unknown
from procmap.model.process_map import nodes_within
from procmap.read.notices import NOTICES
from procmap.read.reading import Reading, read_text

FOLDER = Path(__file__).parent / "beginners"
SIGNS = str.maketrans({"→": "\t", "⍽": "\u00a0", "␇": "\x07"})

JARGON = {
    "sv": "mappning mappnings mappa skalär token tokens sekvens nod noder parser parsern parsa parsning alias ankare "
    "validering valideringsfel syntax syntaxfel yaml null none undantagsfel stackspårning objekt sträng array "
    "dictionary indentering blockskalär flödesmappning",
    "en": "mapping mappings scalar token tokens sequence node nodes parser parse parsed parsing alias anchor anchors "
    "validation validating syntax yaml null none traceback exception object string array dictionary block",
}
"""Words that are nobody's but the makers' of parsers."""


def cases() -> Iterator[Any]:
    """Each case, named by its file and title."""
    for path in sorted(FOLDER.glob("*.yaml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield pytest.param(case, id=f"{path.stem}: {case['title']}")


PARAMS = list(cases())
CASES = [param.values[0] for param in PARAMS]
every_case = pytest.mark.parametrize("case", PARAMS)


def read(case: dict[str, Any]) -> Reading:
    """What the beginner wrote, as it stands in her file."""
    text = case["text"].translate(SIGNS)
    return read_text(text.encode(case.get("saved_as", "utf-8")), "karta.yml")


def said(finding: Finding) -> dict[str, str]:
    place = finding.place
    assert place is not None
    at = f"{finding.code} {place.line}:{place.column}"
    return {"at": at, "sv": finding.message("sv"), "en": finding.message("en")}


def words_of(message: str) -> set[str]:
    """The words of a message; the end of a file's name, ``.yaml``, is none."""
    return set(re.findall(r"(?<![.\w])\w+", message.casefold()))


@every_case
def test_the_answer_is_exact(case: dict[str, Any]) -> None:
    assert [said(finding) for finding in read(case).findings] == case["says"]


@every_case
def test_what_the_answer_says_to_write_works(case: dict[str, Any]) -> None:
    assert [said(finding) for finding in read_text(case["mended"], "karta.yml").findings] == []
    for finding in read(case).findings:
        fix = finding.values.get("fix")
        if isinstance(fix, str) and "…" not in fix:
            assert fix in case["mended"]


@every_case
def test_the_rest_is_read_in_spite_of_it(case: dict[str, Any]) -> None:
    map = read(case).map
    mended = read_text(case["mended"], "karta.yml").map
    if "steps" in case:
        assert map != mended
        there = [path for process in map.processes for path, _ in nodes_within(process)]
        there += [f"{journey.id}/{step.id}" for journey in map.journeys for step in journey.steps]
        assert there == case["steps"]
    else:
        assert map == mended


@every_case
def test_it_points_into_the_file(case: dict[str, Any]) -> None:
    lines = case["text"].translate(SIGNS).split("\n")
    for finding in read(case).findings:
        place = finding.place
        assert place is not None and place.line is not None and place.column is not None
        assert 1 <= place.line <= len(lines)
        assert 1 <= place.column <= max(1, len(lines[place.line - 1]))


@every_case
def test_nobody_needs_to_know_the_words_of_parsers(case: dict[str, Any]) -> None:
    written = set(re.findall(r"\w+", case["text"].casefold()))
    for finding in read(case).findings:
        for language in ("sv", "en"):
            words = words_of(finding.message(language))
            choices = {"none"} if finding.code in ("DOC051", "DOC112") else set()
            assert not words & set(JARGON[language].split()) - written - choices


def test_the_words_of_every_notice_are_plain() -> None:
    for notice in NOTICES:
        for language in ("sv", "en"):
            words = words_of(notice.message(language))
            assert not words & set(JARGON[language].split()), notice.name


def test_of_what_was_left_empty_nobody_was_asked() -> None:
    """``??`` is for what somebody was asked about; a role with nothing behind it says no such thing."""
    map = read_text("process: Bygglov\nflow:\n  - Registrator:\n  - ??\n", "karta.yml").map
    left, asked = (node for _, node in nodes_within(map.processes[0]) if isinstance(node, Task))
    assert (left.name, left.lane) == (None, "registrator")
    assert isinstance(asked.name, Unknown)


ELSEWHERE = {
    "DOC024", "DOC025", "DOC026", "DOC027", "DOC105",  # test_robust.py: no beginner writes these
    "DOC098", "DOC106",  # test_crowd.py
    "DOC035",
}


def test_every_answer_about_a_process_has_a_case() -> None:
    with_case = {says["at"].split()[0] for case in CASES for says in case["says"]}
    assert {notice.code for notice in NOTICES} - with_case <= ELSEWHERE


def test_the_titles_are_different() -> None:
    titles = [case["title"] for case in CASES]
    assert len(titles) == len(set(titles)) >= 240
