"""What is taken for somebody's name, address or number, and what is not."""

from __future__ import annotations

import pytest

from procmap.checks.contacts import mobile_number, personal_address
from procmap.checks.engine import check
from procmap.checks.identity_numbers import identity_number
from procmap.checks.person_names import name_in, name_of_a_role
from procmap.graph.texts import texts_of
from procmap.read.reading import read_text

NAMES = {
    "Ring Anna Andersson om det krånglar": "Anna Andersson",
    "Bygglovshandläggare Eva Berg.": "Eva Berg",
    "Anna-Karin Lind, registrator": "Anna-Karin Lind",
    "Per Andersson": "Per Andersson",
    "Fråga Johan von Sydow": "Johan von Sydow",
}
NO_NAMES = [
    "Maria församling",
    "Maria Magdalena församling",
    "Erik Dahlbergsgatan 3",
    "Karin Boyes plats",
    "Anders Bygg AB",
    "Anna Lindhs minnesfond",
    "Sankt Erik Karlsson",
    "Kvarteret Eva Dahl",
    "Per Capsulam",
    "Mark Complete",
    "Max Antal",
    "Teknisk Chef",
    "Stockholms Stad",
    "anna andersson",
    "Lars Erik",
]


@pytest.mark.parametrize(("text", "name"), NAMES.items())
def test_a_name(text: str, name: str) -> None:
    assert name_in(text) == name


@pytest.mark.parametrize("text", NO_NAMES)
def test_no_name(text: str) -> None:
    assert name_in(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [("Anna", "Anna"), ("Eva, Administratör", "Eva"), ("Anna Ek", "Anna Ek"), ("Maria skola", None), ("Enhetschef", None), ("Karin Boyes plats", None), ("Anders Bygg AB", None), ("Max", None), ("", None)],
)
def test_where_a_role_should_stand(text: str, name: str | None) -> None:
    assert name_of_a_role(text) == name


@pytest.mark.parametrize(
    "text",
    ["anna.andersson@kommun.se", "anna@kommun.se", "a.karlsson@kommun.se", "bo.ek@kommun.se", "Åsa.Öberg@kommun.se"],
)
def test_somebodys_address(text: str) -> None:
    assert personal_address(f"Skriv till {text}.") == text


@pytest.mark.parametrize(
    "text",
    ["registrator@kommun.se", "kontakt@kommun.se", "bygg.miljo@kommun.se", "maria.skola@kommun.se", "bo@kommun.se", "anna.ek@example.com", "anna.ek@kommun.example", "stadsbyggnad@kommun.se", "info@anna.se", "@anna", "a@b"],
)
def test_nobodys_address(text: str) -> None:
    assert personal_address(text) is None


@pytest.mark.parametrize("text", ["070-123 45 67", "0701234567", "+46 70 123 45 67", "0046731234567", "076-1234567"])
def test_a_mobile_telephone(text: str) -> None:
    assert mobile_number(text)


@pytest.mark.parametrize("text", ["08-123 456 78", "0771-11 22 33", "070-174 06 50", "2026-0701234567", "07012345678901"])
def test_no_mobile_telephone(text: str) -> None:
    assert not mobile_number(text)


@pytest.mark.parametrize(
    "text", ["850709-9805", "19850709-9805", "198507099805", "8507099805", "850709+9805", "850769-9802", "nr 850709–9805."]
)
def test_an_identity_number(text: str) -> None:
    assert identity_number(text)


@pytest.mark.parametrize(
    "text",
    ["850709-9806", "850732-9805", "556703-7485", "202611-0001", "0701234567", "2026-11-23", "19121212-1212", "121212-1212", "811218-9876", "1850709-9805", "850709-98055", "ÅÅMMDD-XXXX", ""],
)
def test_no_identity_number(text: str) -> None:
    assert not identity_number(text)


def test_every_text_of_a_map_is_looked_at() -> None:
    reading = read_text(
        """\
process: X1
purpose: X2
lanes: {a: {name: X3, note: X4}}
legal_basis: X5
rules: {r: {says: X6, cases: [{given: {X7: X8}, expect: X9}]}}
flow:
  - a: {sv: X10, en: X11}
    id: s
    why: {value: X12, by: X13}
    backup: ?? X14
    workaround:
      disputed: [X15: X16]
    exceptions: {name: X17, action: X18}
  - wait: X19
    timer: X20
---
journey: X21
persona: {name: X22}
phases:
  - phase: X23
    steps:
      - {step: X24, thinks: X25, quotes: X26, pains: [{text: X27, from: assumed}]}
"""
    )
    assert reading.findings == ()
    found = [
        written.text for document in reading.map.documents for written in texts_of(document, lambda text: text[0] == "X")
    ]
    assert sorted(set(found), key=lambda text: int(text[1:])) == [f"X{number}" for number in range(1, 28)]


def test_ids_are_no_texts() -> None:
    steps = "".join(f'<task id="{id}" name="Granska {id[0]}"/>' for id in ("a_8507099805", "b_8507099805"))
    way = '<sequenceFlow id="f_8507099805" sourceRef="a_8507099805" targetRef="b_8507099805"/>'
    space = "http://www.omg.org/spec/BPMN/20100524/MODEL"
    map = read_text(f'<definitions xmlns="{space}"><process id="p">{steps}{way}</process></definitions>', "a.bpmn").map
    assert [written.text for each in map.documents for written in texts_of(each, str)] == ["Granska a", "Granska b"]
    assert not [finding for finding in check(map) if finding.code == "SHR012"]


WITH_COMMENTS = """\
# Gjord av Anna Andersson
process: Bygglov
flow:
  - Handläggare: Granska  # ring 073-123 45 67
---
# som för 850709-9805
process: Rivningslov
flow:
  - Handläggare: Besluta  # "Erik Johansson" vet
"""


def test_comments_are_searched_before_a_map_is_shared() -> None:
    reading = read_text(WITH_COMMENTS, "karta.yaml")
    codes = ("SHR001", "SHR011", "SHR012")
    found = [
        (finding.code, str(finding.refs[0]), finding.message("sv"))
        for finding in check(reading.map, packs=("sharing",), sources=reading.sources)
        if finding.code in codes
    ]
    assert found == [
        ("SHR001", "bygglov", "”Anna Andersson” i kommentaren på rad 1 ser ut som en persons namn."),
        ("SHR011", "bygglov/granska", "Vid kommentaren på rad 4 står numret till en mobiltelefon."),
        (
            "SHR012",
            "bygglov/granska",
            "Vid kommentaren på rad 6 står ett nummer som kan vara någons personnummer eller samordningsnummer.",
        ),
        ("SHR001", "rivningslov/besluta", "”Erik Johansson” i kommentaren på rad 9 ser ut som en persons namn."),
    ]
    assert not {finding.code for finding in check(reading.map, sources=reading.sources)} & set(codes)
    assert not {finding.code for finding in check(reading.map, packs=("sharing",))} & set(codes)
