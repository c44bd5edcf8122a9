"""Proofs of pools together in words."""

from __future__ import annotations

import procmap
from procmap.read.reading import read_text
from procmap.report.together_text import ProvedTogether, together_report

STEPS = "\n".join(f"      - Registrator: Steg {number}" for number in range(40))
LONG = f"""\
collaboration: Ansökan
pools:
  sokande:
    name: Sökande
    flow:
      - task: Ansök
        sends: ansokan
  kommun:
    name: Kommun
    flow:
      - start: Ansökan kommer
        message: ansokan
{STEPS}
      - Registrator: Är den klar?
        branches:
          ja:
          nej:
            - Registrator: Vänta
            - to: Vänta
"""


def test_a_long_way_is_told_from_its_beginning_and_what_is_left_out_shows() -> None:
    reading = read_text(LONG)
    assert not reading.findings
    (collaboration,) = reading.map.collaborations
    proof = procmap.verify(collaboration, map=reading.map)
    (said,) = together_report([ProvedTogether(collaboration, proof)], reading, "sv")
    lines = said.partition("En väg dit:\n")[2].splitlines()
    assert lines[0].split() == ["1.", "”Sökande”:", "”Ansök”"]
    assert lines[6].strip() == "…"
    assert lines[-1].split(". ")[1][0].isupper()
    assert len(lines) < 35
