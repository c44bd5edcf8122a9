"""procmap never scores, grades or ranks: no such word, and no percentage, in anything it says of a map without one."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from itertools import product
from pathlib import Path

import pytest
from click.testing import CliRunner

from procmap.checks.catalogue import notices
from procmap.checks.check import PACKS
from procmap.cli.main import procmap
from procmap.finding import Notice

GRADES = re.compile(r"%|\bscor(e|ing)|poäng|betyg|mognad|maturity|\brank|\bgrad(e|ing)\b|gradera", re.IGNORECASE)
LANGUAGES = ("sv", "en")

PROCESS = """\
process: Skolskjuts
owner: ??
systems:
  register: {name: Elevregistret, access: ui_web}
rules:
  avstand: {says: "Längre än {grans}", limits: {grans: 4 km}, source: ??}
data:
  ansokan: {name: Ansökan, personal_data: personal}
flow:
  - Vårdnadshavare: Ansöker
  - Handläggare: Registrera ansökan
    why: ??
    system: register
    reads: ansokan
  - Handläggare: Är vägen lång nog?
    rule: avstand
    branches:
      ja:
        - ??: Ordna plats
      nej:
        - parallel: Samtidigt
          branches:
            - - Handläggare: Skriv avslag
                variation: {disputed: [Handläggare: identical, Chef: differs_between_people]}
            - - Chef: Läs avslag
  - Handläggare: ??
  - Handläggare: Meddela beslutet
"""
JOURNEY = """\
journey: Få skolskjuts
persona: vardnadshavare
personas: {vardnadshavare: {name: Vårdnadshavare}}
phases:
  - phase: Ansöka
    zone: during
    steps:
      - step: Fyller i ansökan
        feels: -2
        touchpoints: {eservice: skolskjuts/Ansöker}
      - step: Väntar
        feels: -1
        wait_time: ??
"""
VARIANT = """\
variant: Skolskjuts på landet
of: skolskjuts
changes:
  - without: Läs avslag
"""
UNSOUND = """\
process: Fastnar
flow:
  - exclusive: Vilken väg?
    branches:
      a: [{A: Gör a}, {to: möts}]
      b: [{B: Gör b}, {to: möts}]
  - parallel: möts
  - end: Klart
"""


@pytest.fixture(scope="module")
def maps(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kartor")
    documents = {"skolskjuts": PROCESS, "resa": JOURNEY, "landet": VARIANT, "fastnar": UNSOUND}
    for name, text in documents.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


COMMANDS = {
    **{
        f"check {pack} {form}": ["check", "MAPS", "--for", pack, "--format", form]
        for pack, form in product(PACKS, ["text", "json"])
    },
    "check": ["check", "MAPS"],
    "verify": ["verify", "MAPS"],
    "verify json": ["verify", "MAPS", "--format", "json"],
    **{
        f"diff {form}": ["diff", "MAPS/skolskjuts.yaml", "MAPS/fastnar.yaml", "--format", form]
        for form in ("text", "json", "markdown")
    },
    "draw flow": ["draw", "MAPS/skolskjuts.yaml", "--badges", "-o", "-"],
    "draw dot": ["draw", "MAPS/skolskjuts.yaml", "--format", "dot", "-o", "-"],
    "draw trace": ["draw", "MAPS/fastnar.yaml", "--trace", "-o", "-"],
    "draw journey": ["draw", "MAPS", "--view", "journey", "--badges", "-o", "-"],
    "draw blueprint": ["draw", "MAPS", "--view", "blueprint", "-o", "-"],
    "help": ["check", "--help"],
}
"""Every command and format that speaks of a map or of procmap itself."""


def own_words(said: str, command: list[str]) -> str:
    """What people read of it: of a picture its text, of Graphviz's language the labels."""
    if said.lstrip().startswith("<"):
        return " ".join(
            "".join(element.itertext()) for element in ET.fromstring(said).iter() if element.tag[-5:] != "style"
        )
    if "dot" in command:
        return " ".join(re.findall(r'\b(?:label|tooltip)=("(?:[^"\\]|\\.)*"|<.*>|\w+)', said))
    return said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", COMMANDS)
def test_no_command_grades(name: str, language: str, maps: Path) -> None:
    command = [word.replace("MAPS", str(maps)) for word in COMMANDS[name]]
    result = CliRunner().invoke(procmap, ["--lang", language, *command])
    assert result.exit_code in (0, 1), result.output
    words = own_words(result.stdout, command)
    assert len(words) > 40
    assert not GRADES.search(words), GRADES.search(words)


OF_THE_SIGN = {"DOC003", "DOC028"}
"""What is said of the sign itself, where YAML does not allow it."""


@pytest.mark.parametrize("notice", notices(), ids=lambda notice: notice.code)
def test_nothing_that_can_be_said_grades(notice: Notice) -> None:
    for name in ("message", "question", "role", "rationale", "gathered", "gathered_question"):
        for words in getattr(notice, name, None) or ():
            assert not GRADES.search(words.replace("%", "") if notice.code in OF_THE_SIGN else words), words
