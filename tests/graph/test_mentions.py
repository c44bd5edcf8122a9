"""Whether anything in a map speaks of something, wherever it was written."""

from __future__ import annotations

import re

import pytest

from procmap.graph.mentions import mentioned, words
from procmap.graph.view import View
from procmap.read.reading import read_text

KIOSK = "process: Öppna kiosk\nid: kiosk\nflow:\n  - Registrator: Registrera\n"
OTHER = "process: Öppna kafé\nid: kafe\nflow:\n  - Registrator: Registrera\n"
LEMON = re.compile(r"citron")


@pytest.mark.parametrize(
    "said",
    [
        "    note: En CITRON till\n",
        "    exceptions: {name: Citronen är slut, kind: business, action: Vänta}\n",
        "    why: {disputed: [Registrator: citron, Inspektör: lime]}\n",
        "  - Är citronen gul?\n",
        "rules:\n  gul: {says: Citronen är gul}\n",
        "rules:\n  gul: {says: Den är gul, cases: [{given: {frukt: citron}, expect: ja}]}\n",
        "e_service: {statuses: [Mottagen, Citronen är pressad]}\n",
        "messages:\n  svar: {name: {sv: Citron, en: Lemon}}\n",
    ],
)
def test_wherever_it_is_said_of_a_process(said: str) -> None:
    reading = read_text(f"{OTHER}---\n{KIOSK}{said}")
    is_said = mentioned(View(reading.map), LEMON)
    assert [process.id for process in reading.map.processes if is_said(process)] == ["kiosk"]


def test_what_a_journey_says_holds_for_all() -> None:
    journey = "journey: Köpa saft\nphases:\n  - phase: Under\n    steps: [{step: Köper, thinks: Är det citron?}]\n"
    reading = read_text("---\n".join([KIOSK, OTHER, journey]))
    is_said = mentioned(View(reading.map), LEMON)
    assert all(is_said(process) for process in reading.map.processes)


def test_words_of_one_part_alone() -> None:
    (process,) = read_text(f"{KIOSK}purpose: Saft\n").map.processes
    assert "Saft" in set(words(process))
    assert "Saft" not in set(words(process.nodes))
    assert list(words(None, 3, True)) == []
