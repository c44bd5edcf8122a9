"""What only follows from an arrow with a loose end is left to what is said of the arrow; everything else is said."""

from __future__ import annotations

import pytest

from procmap.checks.engine import check
from procmap.read.reading import read_text

HEAD = '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:x">'
BODY = """\
<startEvent id="start" name="Anmälan inkommer"/>
<task id="granska" name="Granska"/>
<exclusiveGateway id="komplett" name="Komplett?"/>
<task id="besluta" name="Besluta"/>
<endEvent id="slut" name="Klart"/>
<endEvent id="avslag" name="Avslag"/>
<sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
<sequenceFlow id="f2" sourceRef="granska" targetRef="komplett"/>
<sequenceFlow id="f3" name="ja" sourceRef="komplett" targetRef="besluta"/>
<sequenceFlow id="f4" name="nej" sourceRef="komplett" targetRef="avslag"/>
<sequenceFlow id="f5" sourceRef="besluta" targetRef="slut"/>
"""
LOOSE = {
    "an answer leads nowhere": ('targetRef="avslag"', 'targetRef="borta"', "BPM011"),
    "a step leads nowhere": ('sourceRef="granska" targetRef="komplett"', 'sourceRef="granska"', "BPM020"),
    "an arrow comes from nowhere": ('sourceRef="besluta" targetRef="slut"', 'sourceRef="beslut" targetRef="slut"', "BPM011"),
    "the start leads nowhere": ('sourceRef="start" targetRef="granska"', 'sourceRef="start" targetRef=""', "BPM020"),
}
APART = '<task id="ensam" name="Arkivera"/><sequenceFlow id="f6" sourceRef="ensam" targetRef="slut"/>'
STUCK = '<task id="mitt" name="Sök"/><task id="i" name="Läs"/>' + "".join(
    f'<sequenceFlow id="{id}" sourceRef="{source}" targetRef="{target}"/>'
    for id, source, target in (("g1", "mitt", "i"), ("g2", "i", "mitt"), ("g3", "besluta", "mitt"))
)


def said(body: str) -> set[str]:
    reading = read_text(f'{HEAD}<process id="p" name="P">{body}</process></definitions>', "fil.bpmn")
    found = check(reading.map, also=reading.findings, sources=reading.sources, ignore=["BPM091", "KNO", "BPM083"])
    return {finding.code for finding in found}


@pytest.mark.parametrize(("whole", "torn", "code"), LOOSE.values(), ids=LOOSE)
def test_the_arrow_alone_is_named(whole: str, torn: str, code: str) -> None:
    assert BODY.count(whole) == 1
    assert said(BODY) == set()
    assert said(BODY.replace(whole, torn)) == {code}


def test_without_a_loose_arrow_the_same_is_said() -> None:
    assert "FLW004" in said(BODY + APART)
    assert "FLW005" in said(BODY + STUCK)


def test_what_a_loose_arrow_cannot_explain_is_said_beside_it() -> None:
    """A circle that nothing leads out of has arrows on all sides."""
    torn = BODY.replace('targetRef="avslag"', 'targetRef="borta"')
    assert said(torn + STUCK) == {"BPM011", "FLW005"}
