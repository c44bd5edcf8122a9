"""Which processes have an e-service, and of which nothing is said where something should be."""

from __future__ import annotations

import pytest

from procmap.graph.asked_data import asked_data
from procmap.graph.e_services import asks_for_eid, e_services, for_nobody, without_e_service
from procmap.graph.view import View
from procmap.read.reading import read_text

ASKED = "process: Ansök\nflow:\n  - Sökande: Fyller i\n  - Handläggare: Besluta\n"
INNER = "process: Arkivera\nflow:\n  - Arkivarie: Flytta akten\n"
SENT_IN = "process: Bygglov\nflow:\n  - Registrator: Registrera ansökan\n  - Handläggare: Besluta\n"
MESSAGES = "process: Fakturera\nflow:\n  - Ekonom: Skicka fakturan\n    sends: faktura\n"
HERS = "e_service: {target_group: Alla}\n"
NONE = "e_service: n/a\n"
UNKNOWN = "e_service: ??\n"
JOURNEY = "journey: Vänta\nphases:\n  - phase: Under\n    steps:\n      - {step: Ringer, touchpoints: [phone: arkivera/Flytta akten]}\n"
CALLS = "process: Ansök\nflow:\n  - Sökande: Fyller i\n  - call: Arkivera\n"
POOLS = """\
collaboration: Samverkan
pools:
  sokande: {name: Sökande, flow: [Skickar in]}
  lansstyrelsen: {name: Länsstyrelsen, flow: [Pröva]}
"""

TALKING = """\
collaboration: Samtal
pools:
  sokande: {name: Sökande}
  kommunen: {name: Kommunen, process: fakturera}
  banken: {name: Banken, process: betala}
messages:
  faktura: {from: kommunen, to: sokande}
  betalning: {from: kommunen, to: banken}
"""
PAYS = "process: Betala\nflow:\n  - Ekonom: Betala räkningen\n    sends: kvittens\n"


def view(*documents: str) -> View:
    return View(read_text("---\n".join(documents)).map)


@pytest.mark.parametrize(
    ("documents", "unsaid"),
    [
        pytest.param([ASKED], ["ansok"], id="alone"),
        pytest.param([INNER], [], id="of an inner process alone it does not show"),
        pytest.param([INNER, SENT_IN], ["bygglov"], id="begins with what somebody sends in"),
        pytest.param([INNER + "customer: Den som söker i arkivet\n"], ["arkivera"], id="says whom it is for"),
        pytest.param([ASKED, INNER], ["ansok"], id="an inner process beside one that residents meet"),
        pytest.param([ASKED + HERS, INNER], [], id="an inner process beside an e-service"),
        pytest.param([ASKED + NONE, INNER], [], id="settled that there is none"),
        pytest.param([ASKED + UNKNOWN, INNER], ["ansok"], id="asked, and nobody knew"),
        pytest.param([ASKED, MESSAGES, INNER], ["ansok", "fakturera"], id="messages leave it"),
        pytest.param([ASKED, INNER, JOURNEY], ["ansok", "arkivera"], id="a journey meets it"),
        pytest.param([CALLS, INNER], ["ansok"], id="a step of another"),
        pytest.param([ASKED, POOLS], ["ansok"], id="what others do, in a collaboration"),
        pytest.param([MESSAGES, PAYS], ["fakturera", "betala"], id="messages, and nobody has said to whom"),
        pytest.param([MESSAGES, PAYS, TALKING], ["fakturera"], id="of those with messages, one talks with a resident"),
        pytest.param([ASKED + HERS, MESSAGES], ["fakturera"], id="another that somebody meets"),
        pytest.param([JOURNEY.replace("[phone: arkivera/Flytta akten]", "n/a")], [], id="no process"),
    ],
)
def test_of_which_processes_nothing_is_said(documents: list[str], unsaid: list[str]) -> None:
    seen = view(*documents)
    assert [process.id for process, _ in without_e_service(seen)] == unsaid
    assert all(ref.element is None and ref.document == process.id for process, ref in without_e_service(seen))


@pytest.mark.parametrize(
    ("documents", "processes"),
    [
        pytest.param([INNER], ["arkivera"], id="alone"),
        pytest.param([INNER, PAYS.partition("    sends")[0]], ["arkivera", "betala"], id="several"),
        pytest.param([INNER, ASKED], [], id="beside one that residents meet"),
        pytest.param([INNER + NONE], [], id="settled"),
        pytest.param([INNER, SENT_IN], [], id="beside one that somebody sends to"),
        pytest.param([JOURNEY.replace("[phone: arkivera/Flytta akten]", "n/a")], [], id="no process"),
    ],
)
def test_where_it_does_not_show_whom_an_e_service_would_be_for(documents: list[str], processes: list[str]) -> None:
    assert [process.id for process in for_nobody(view(*documents))] == processes


def test_what_is_said_of_an_e_service_is_seen_with_its_process() -> None:
    seen = view(ASKED + HERS, INNER, MESSAGES + UNKNOWN)
    assert [(at.process.id, str(at.ref), at.service.target_group) for at in e_services(seen)] == [
        ("ansok", "ansok", "Alla")
    ]


@pytest.mark.parametrize(
    ("identification", "asked"),
    [
        ("{level: loa3}", True),
        ("{issuers: BankID}", True),
        ("{level: none}", False),
        ("{level: '??'}", False),
        ("{motive: Det är säkrast}", False),
        ("n/a", False),
    ],
)
def test_whether_an_eid_is_asked_for(identification: str, asked: bool) -> None:
    seen = view(f"{ASKED}e_service:\n  identification: {identification}\n")
    assert [asks_for_eid(at.service) for at in e_services(seen)] == [asked]


def test_asked_data_is_described_in_the_process_or_in_a_catalogue() -> None:
    data = "data:\n  namn: {name: Namn}\n"
    service = "e_service: {fields: 'namn, namn', attachments: Läkarintyg}\n"
    seen = view(ASKED + data + service, "catalogue: Gemensamt\ndata:\n  lakarintyg: {name: Läkarintyg}\n")
    (at,) = e_services(seen)
    assert [str(ref) for ref, _ in asked_data(seen, at)] == ["ansok/data/namn"]
    both = asked_data(seen, at, attachments=True)
    assert [str(ref) for ref, _ in both] == ["ansok/data/namn", "gemensamt/data/lakarintyg"]
    assert [str(ref) for ref, _ in asked_data(seen, at, fields=False, attachments=True)] == [
        "gemensamt/data/lakarintyg"
    ]
