"""Proofs in words of the map: cases as data, with what is said of each in both languages."""

from __future__ import annotations

import json
import re
import runpy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

import procmap
from procmap import Event, Gateway, Process, ProcessMap, SequenceFlow, Task
from procmap.graph.soundness_words import Account
from procmap.read.reading import Reading, read_text
from procmap.report.cells import cells
from procmap.report.proof_json import json_proofs
from procmap.report.proof_text import Proved, proof_report
from procmap.text import LANGUAGES, Language
from procmap.verify.repair import repairs

HOSTILE: tuple[str, ...] = runpy.run_path(str(Path(__file__).parents[1] / "hostile.py"))["HOSTILE"]
CASES = yaml.safe_load(Path(__file__).with_name("proofs.yaml").read_text(encoding="utf-8"))


def proved(reading: Reading) -> list[Proved]:
    found = []
    for process in reading.map.processes:
        proof = procmap.verify(process, map=reading.map)
        found.append(Proved(process, proof, Account(process, proof, reading.map)))
    return found


def json_report(reading: Reading, language: Language) -> str:
    return json_proofs(proved(reading), reading, language)


def report(reading: Reading, language: Language = "sv", width: int = 80) -> str:
    return proof_report(proved(reading), reading, language, width=width)


def sentences(text: str) -> str:
    """What is said of the first process in sentences: without its heading, the way, and what stands below all."""
    lines = text.split("\n\nHär räknas")[0].split("\n\nHere every")[0].split("\n<text>")[0].splitlines()[1:]
    told = [line for line in lines if not re.match(r"    +(\d+\. |\S)|  .*(dit|there):$", line)]
    return " ".join(" ".join(told).split())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_what_is_said(case: dict[str, Any]) -> None:
    reading = read_text(case["map"])
    assert [finding.message("en") for finding in reading.findings] == []
    for language in LANGUAGES:
        assert sentences(report(reading, language)).startswith(case[language])
        if procmap.verify(reading.map.processes[0], map=reading.map).reason is None:
            assert sentences(report(reading, language)) == case[language]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
@pytest.mark.parametrize("width", [40, 80])
def test_lines_keep_within_the_width_and_name_no_id(case: dict[str, Any], width: int) -> None:
    reading = read_text(case["map"])
    for language in LANGUAGES:
        text = report(reading, language, width)
        assert all(cells(line) <= width for line in text.splitlines() if "<text>" not in line)
        assert not any(id in text for id in (".join", ".merge", ".next", ".out", ".race", ".timer"))


def test_of_what_is_done_for_each_way_to_it_no_more_is_said_than_is_proved() -> None:
    """Work that two ways lead to, and nothing out of it, is done twice, though no way is gone twice."""
    flows = tuple(SequenceFlow(id=f"{source}{target}", source=source, target=target) for source, target in ("ac", "bc"))
    process = Process(id="p", name="P", nodes=tuple(Task(id=id, name=id.upper()) for id in "abc"), flows=flows)
    said = sentences(report(Reading(ProcessMap(processes=(process,))), "en"))
    assert said == (
        "Every case that starts can finish. Every step can happen, no way is gone twice at once and no end is reached "
        "twice."
    )


def hostile(label: str) -> Process:
    """A process that gets stuck and in which everything has the same odd name."""
    pairs = {"s>d": "", "d>a": "", "d>g": "", "a>j": "", "g>j": label, "g>e": "nej", "j>c": ""}
    return Process(
        id="p",
        name=label,
        nodes=(
            Event(id="s", position="start", name=label),
            Gateway(id="d", kind="parallel"),
            Task(id="a", name=label),
            Gateway(id="g", kind="exclusive", name=label),
            Event(id="e", position="end", name=label),
            Gateway(id="j", kind="parallel"),
            Task(id="c", name=label),
        ),
        flows=tuple(SequenceFlow(id=id, source=id[0], target=id[2], name=name or None) for id, name in pairs.items()),
    )


@pytest.mark.parametrize("label", HOSTILE, ids=repr)
def test_hostile_labels_stay_words(label: str) -> None:
    reading = Reading(ProcessMap(processes=(hostile(label),)))
    for language in LANGUAGES:
        said = report(reading, language)
        assert all(character == "\n" or character.isprintable() or character in "\u0301\u200d" for character in said)
        assert all(cells(line) <= 80 or "://" in line for line in said.splitlines()[1:])
        assert json.loads(json_report(reading, language))["processes"][0]["verdict"] == "unsound"


def test_of_a_long_way_the_beginning_and_the_end_are_shown() -> None:
    steps = "".join(f"  - A: Steg {number}\n" for number in range(1, 60))
    text = report(
        read_text(
            f"process: P\nflow:\n{steps}  - parallel: Dela\n    branches:\n      - A: Ett\n"
            "      - - A: Klart?\n          branches: {ja: , nej: [{end: Slut}]}\n"
        )
    )
    lines = [line.strip() for line in text.splitlines()]
    assert "1. ”Steg 1”" in lines and "6. ”Steg 6”" in lines
    assert "…" in lines
    assert not any("”Steg 20”" in line for line in lines)
    assert any(line.startswith("63. Slutet ”Slut” nås") for line in lines)


def test_what_would_mend_it_is_said_in_words_of_the_file() -> None:
    """In a file of BPMN nobody writes ``parallel``: there are gateways with a plus."""
    example = Path(__file__).parents[2] / "examples" / "livsmedelsregistrering-bpmn" / "livsmedelsregistrering.bpmn"
    reading = read_text(example.read_bytes(), "fil.bpmn")
    [each] = [replace(each, repairs=repairs(each.process, each.proof)) for each in proved(reading)]
    told = proof_report([each], reading, "sv")
    assert "Ett sätt att rätta det" in told and "(terminate)" in told and "`" not in told


NAMELESS = """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:x">{rest}
<process id="Process_1"><startEvent id="s" name="Anmälan inkommer"/><sequenceFlow id="f" sourceRef="s" targetRef="a"/>
<task id="a" name="Granska"/></process></definitions>"""


@pytest.mark.parametrize(
    ("rest", "sv", "en"),
    [
        ("", "processen", "the process"),
        ('<process id="Process_2"><task id="b"/></process>', "processen som börjar med ”Anmälan inkommer”",
         "the process that begins with “Anmälan inkommer”"),
        ('<collaboration id="c"><participant id="k" name="Kommunen" processRef="Process_1"/></collaboration>',
         "”Kommunen”", "“Kommunen”"),
    ],
)  # fmt: skip
def test_a_process_is_never_called_by_an_id_of_a_tool(rest: str, sv: str, en: str) -> None:
    reading = read_text(NAMELESS.format(rest=rest), "fil.bpmn")
    [each] = [each for each in proved(reading) if each.process.id == "Process_1"]
    assert [proof_report([each], reading, language).splitlines()[0] for language in LANGUAGES] == [
        f"fil.bpmn  {sv}", f"fil.bpmn  {en}"
    ]  # fmt: skip
