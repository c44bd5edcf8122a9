"""Maps written in Python are the maps that the same words in YAML give."""

from __future__ import annotations

import doctest
from decimal import Decimal
from typing import Any

import pytest

import procmap
from procmap import (
    NOT_APPLICABLE,
    Disputed,
    Duration,
    InvalidMap,
    Says,
    Unknown,
    call,
    catalogue,
    collaboration,
    end,
    inclusive,
    journey,
    parallel,
    phase,
    process,
    question,
    start,
    step,
    subprocess,
    task,
    to,
    wait,
)
from procmap.read import builder

PAIRS: dict[str, tuple[Any, str]] = {
    "first meeting": (
        process(
            "Livsmedelsregistrering",
            [
                "Företagare: Anmäler sin verksamhet",
                "Administratör: Registrera anmälan",
                question(
                    "Administratör: Är anmälan komplett?",
                    {
                        "ja": None,
                        "nej": [
                            "Administratör: Begär komplettering",
                            wait("Komplettering inkommer"),
                            to("Är anmälan komplett?"),
                        ],
                    },
                ),
                "Inspektör: Besluta om registrering",
            ],
        ),
        """
process: Livsmedelsregistrering
flow:
  - Företagare: Anmäler sin verksamhet
  - Administratör: Registrera anmälan
  - Administratör: Är anmälan komplett?
    branches:
      ja:
      nej:
        - Administratör: Begär komplettering
        - wait: Komplettering inkommer
        - to: Är anmälan komplett?
  - Inspektör: Besluta om registrering
""",
    ),
    "events, subprocess, knowledge": (
        process(
            "Bygglov",
            [
                start("Ansökan inkommer", lane="sokande", message="ansokan"),
                subprocess(
                    "Beredning",
                    [
                        inclusive(
                            "Vilka behöver höras?",
                            {"avvikelse": task("Hör grannarna", for_each="granne"), "else": None},
                        ),
                        parallel(
                            "Granska", {"plan": ["handlaggare: Granska planen"], "buller": {"flow": ["Mät buller"]}}
                        ),
                    ],
                    unless=[{"message": "aterkallelse", "flow": [end("Avskrivet")]}],
                ),
                task(
                    "handlaggare: Besluta",
                    why=Unknown("namnd"),
                    workaround=NOT_APPLICABLE,
                    touch_time=Duration(Decimal(10), "min"),
                    error_rate=0.02,
                    persons_who_can=2,
                    authority=True,
                    variation=Disputed((Says("handlaggare", "identical"), Says("namnd", "minor"))),
                ),
                call("Delgivning"),
            ],
            lanes={"sokande": {"name": "Sökande", "kind": "customer"}, "handlaggare": "Handläggare", "namnd": "Nämnd"},
        ),
        """
process: Bygglov
lanes:
  sokande: {name: Sökande, kind: customer}
  handlaggare: Handläggare
  namnd: Nämnd
flow:
  - start: Ansökan inkommer
    lane: sokande
    message: ansokan
  - subprocess: Beredning
    unless:
      - message: aterkallelse
        flow:
          - end: Avskrivet
    flow:
      - inclusive: Vilka behöver höras?
        branches:
          avvikelse:
            - task: Hör grannarna
              for_each: granne
          else:
      - parallel: Granska
        branches:
          plan:
            - handlaggare: Granska planen
          buller: Mät buller
  - handlaggare: Besluta
    why: ?? namnd
    workaround: n/a
    touch_time: 10 min
    error_rate: 2 %
    persons_who_can: 2
    authority: true
    variation:
      disputed:
        - handlaggare: identical
        - namnd: minor
  - call: Delgivning
""",
    ),
}


@pytest.mark.parametrize("name", PAIRS)
def test_python_and_yaml_give_the_same_map(name: str) -> None:
    made, text = PAIRS[name]
    reading = procmap.read_text(text)
    assert not reading.findings
    assert reading.map.processes[0] == made


def test_a_catalogue() -> None:
    made = catalogue("Gemensamt", lanes={"h": "Handläggare"}, systems=["Ecos"])
    assert (
        made == procmap.read_text("catalogue: Gemensamt\nlanes:\n  h: Handläggare\nsystems: [Ecos]\n").map.catalogues[0]
    )


def test_a_journey_meets_a_process_and_pools_meet_each_other() -> None:
    bygglov = process(
        "Bygglov", [start("Ansökan inkommer", message="ansokan"), task("Registrator: Svara", sends="svar")]
    )
    resa = journey(
        "Bygga",
        [
            phase(
                "Under",
                [step("Ansöker", feels=-1, touchpoints=[{"eservice": "bygglov/Ansökan inkommer"}])],
                zone="during",
            )
        ],
        meets=[bygglov],
        persona={"name": "Byggherre"},
        state="as_is",
    )
    assert resa.steps[0].touchpoints[0].elements == ("bygglov/ansokan-inkommer",)  # type: ignore[union-attr,index]
    sokande = process("Söka", [task("Byggherre: Skicka", sends="ansokan"), wait("Svar", message="svar")])
    both = collaboration(
        "Samverkan",
        {"kommun": {"process": "bygglov"}, "byggherre": {"process": "soka"}, "granne": None},
        between=[bygglov, sokande],
    )
    assert {(flow.source, flow.target) for flow in both.message_flows} == {
        ("byggherre/skicka", "kommun/ansokan-inkommer"),
        ("kommun/svara", "byggherre/svar"),
    }
    with pytest.raises(InvalidMap):
        journey(
            "Bygga", [phase("Under", [step("Ansöker", touchpoints=[{"eservice": "bygglov/Nej"}])])], meets=[bygglov]
        )


@pytest.mark.parametrize(
    ("flow", "keys", "words"),
    [
        (["Vem: Vad", to("Var")], {}, "”Var” finns inte bland stegen"),
        ([task("Vem: Vad", judgment="none")], {}, "Menar du ”judgement”?"),
        ([task("Vem: Vad", touch_time="länge")], {}, "touch_time"),
        (["Vem: Vad"], {"note": object()}, "kan inte stå i en karta"),
        (["Vem: Vad"], {"owners": "Chef"}, "Menar du ”owner”?"),
        ([task("A: B"), task("A: B")], {}, "samma id"),
    ],
)
def test_what_is_wrong_is_said_in_words(flow: list[Any], keys: dict[str, Any], words: str) -> None:
    with pytest.raises(InvalidMap) as caught:
        process("P", flow, **keys)
    assert words in caught.value.text("sv")
    assert str(caught.value) == caught.value.text("en")


def test_documented_examples_hold() -> None:
    for module in (builder, procmap):
        assert doctest.testmod(module).failed == 0
