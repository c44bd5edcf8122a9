"""What people write before they know the language, and exactly what they are told.

``first_slips.txt`` holds each as a title, the text, and the answers: line, column, code, and the words in Swedish and
English. ``--update-expected`` writes the answers anew; read them as the caseworker who gets them would.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from procmap.read.reading import read_text

FILE = Path(__file__).with_name("first_slips.txt")
JARGON = re.compile(
    r"\b(mapping|token|scalar|sequence|node|nod|parser|parsa|alias|ankare|anchor|traceback|"
    r"validation error|indentering|syntax|attribut|attribute|boolean|integer|string)\b",
    re.IGNORECASE,
)


class Slip(NamedTuple):
    title: str
    text: str
    answers: str


def slips() -> list[Slip]:
    """Every slip of the file."""
    found = []
    for part in FILE.read_text(encoding="utf-8").split("### ")[1:]:
        title, _, rest = part.partition("\n")
        text, _, answers = rest.partition("<<<\n")
        found.append(Slip(title, text, answers.strip("\n")))
    return found


def answers(text: str) -> str:
    """What the reader says of a text, a line for the place and one for each language."""
    lines = []
    for finding in read_text(text, "p.yaml").findings:
        assert finding.place is not None
        lines.append(f"{finding.place.line}:{finding.place.column} {finding.code}")
        lines += [finding.message("sv"), finding.message("en")]
    return "\n".join(lines)


SLIPS = slips()


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.title)
def test_the_answer_is_exact(slip: Slip) -> None:
    assert answers(slip.text) == slip.answers
    assert slip.answers, "it is a slip, and something is said"
    assert not JARGON.search(re.sub(r"“[^”]*”|”[^”]*”", "", slip.answers))


def test_the_file_is_as_it_is_written(request: pytest.FixtureRequest) -> None:
    assert len(SLIPS) >= 60
    if request.config.getoption("--update-expected"):
        parts = [f"### {slip.title}\n{slip.text}<<<\n{answers(slip.text)}\n" for slip in SLIPS]
        FILE.write_text("\n".join(parts), encoding="utf-8")
