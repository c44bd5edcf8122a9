"""Whatever a map says, no check breaks on it, and every finding can be read in both languages."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from procmap.checks.check import PACKS
from procmap.checks.engine import check
from procmap.finding import Finding
from procmap.model.activity import CallActivity, ExceptionCase, Handover, SubProcess, Task
from procmap.model.catalogue import Evidence, Persona
from procmap.model.collaboration import Collaboration, Pool
from procmap.model.deadline import Deadline
from procmap.model.e_service import EService, Gdpr, Identification
from procmap.model.event import Event, Trigger
from procmap.model.flow import Message, MessageFlow, SequenceFlow
from procmap.model.gateway import Gateway
from procmap.model.journey import Journey, Opportunity, Phase, Statement, Step, Touchpoint
from procmap.model.knowledge import NOT_APPLICABLE, Disputed, Provenance, Says, Unknown
from procmap.model.label import Translated
from procmap.model.part import Part
from procmap.model.process import LegalBasis, Process, Validation
from procmap.model.process_map import ProcessMap
from procmap.model.quantity import Duration, Money, Volume
from procmap.model.resource import Data, Lane, System
from procmap.model.rule import Case, Decision, Limit, Rule
from procmap.text import LANGUAGES

TODAY = date(2026, 11, 23)
WORDS = st.sampled_from(["Granska", "Är det klart?", "{x}", "}", "”a”", "habit", "vana", "n", " ", "Å {0} %s"])
IDS = ["a", "b", "c", "d", "e", "f"]
LANES = st.sampled_from(["x", "y", "z", "utanför"])
OPEN = st.sampled_from([Unknown(), Unknown("x"), Unknown("jurist {y}"), NOT_APPLICABLE])


def maybe(value: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """None, open in any way, disputed, or a value."""
    voices = st.lists(st.builds(Says, LANES, st.one_of(value, OPEN)), min_size=1, max_size=3)
    return st.one_of(st.none(), OPEN, voices.map(lambda says: Disputed(tuple(says))), value)


LENGTHS = st.builds(Duration, st.sampled_from([1, 2]), st.sampled_from(["s", "d", "weeks", "years"]))
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "bool": st.booleans(),
    "int": st.integers(0, 3),
    "float": st.floats(0, 1),
    "Duration": LENGTHS,
    "Volume": st.builds(Volume, st.integers(1, 9), st.just("month")),
    "Label": st.one_of(WORDS, st.builds(Translated, sv=WORDS, en=st.none())),
    "tuple[str, ...]": st.lists(WORDS, max_size=3).map(tuple),
    "Decision": st.builds(Decision, delegation=maybe(WORDS)),
    "Handover": st.builds(
        Handover, medium=maybe(WORDS), acknowledged=maybe(st.booleans()), known_by_both=maybe(st.booleans())
    ),
    "tuple[ExceptionCase, ...]": st.lists(
        st.builds(ExceptionCase, name=maybe(WORDS), share=maybe(st.floats(0, 1))), max_size=2
    ).map(tuple),
}
OURS = {"id", "name", "lane", "nodes", "flows", "provenance", "together_with", "attached_to"}


def knowledge(kind: type[Part]) -> dict[str, st.SearchStrategy[Any]]:
    """A strategy for a few attributes of a class, by their types; the others are left out of the map."""
    types = {field.name: str(field.type) for field in fields(kind) if "Maybe[" in str(field.type)}  # type: ignore[arg-type]
    return {
        name: maybe(VALUES.get(type.removeprefix("Maybe[").removesuffix("]"), WORDS))
        for name, type in types.items()
        if name not in OURS
    }


def element(made: type[Part], /, **more: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    sources = st.lists(
        st.builds(
            Provenance, attribute=st.sampled_from(["why", "touch_time"]), method=st.sampled_from(["assumed", "told"])
        ),
        max_size=2,
    ).map(tuple)
    always = {"name": maybe(VALUES["Label"]), "lane": maybe(LANES), **more}
    known = {**knowledge(made), "provenance": sources, "together_with": LANES.map(lambda id: (id,))}
    some = st.lists(st.sampled_from(sorted(known)), max_size=3, unique=True)
    return some.flatmap(lambda names: st.fixed_dictionaries({**always, **{name: known[name] for name in names}})).map(
        lambda values: (made, values)
    )


TRIGGERS = st.lists(
    st.builds(Trigger, st.sampled_from(["timer", "message", "link", "compensation", "terminate"]), maybe(WORDS)),
    max_size=2,
).map(tuple)
LEAVES = st.one_of(
    element(Task),
    element(CallActivity),
    element(Gateway, kind=st.sampled_from(["exclusive", "inclusive", "parallel", "event_based", "complex"])),
    element(
        Event,
        position=st.sampled_from(["start", "catch", "throw", "boundary", "end"]),
        triggers=TRIGGERS,
        attached_to=st.sampled_from([None, *IDS]),
    ),
)
FLOWS = st.lists(
    st.tuples(st.sampled_from(IDS), st.sampled_from(IDS), maybe(WORDS), maybe(WORDS), maybe(st.floats(0, 1))),
    max_size=10,
)


def scope(made: tuple[list[Any], list[Any]]) -> dict[str, Any]:
    nodes, flows = made
    return {
        "nodes": tuple(kind(id=id, **values) for id, (kind, values) in zip(IDS, nodes, strict=False)),
        "flows": tuple(
            SequenceFlow(id=f"f{n}", source=a, target=b, name=name, condition=condition, share=share)
            for n, (a, b, name, condition, share) in enumerate(flows)
        ),
    }


def subprocess(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    inside = st.tuples(st.lists(st.one_of(LEAVES, inner), max_size=4), FLOWS).map(scope)
    kinds = st.sampled_from(["embedded", "event", "ad_hoc", "transaction"])
    made = element(SubProcess, kind=kinds, inside=st.sampled_from([None, Unknown(), NOT_APPLICABLE]))
    return st.tuples(made, inside).map(lambda both: (SubProcess, {**both[0][1], **both[1]}))


BODY = st.tuples(st.lists(st.recursive(LEAVES, subprocess, max_leaves=4), max_size=6), FLOWS).map(scope)
RULES = st.builds(
    Rule,
    id=st.just("r"),
    says=maybe(WORDS),
    source=maybe(WORDS),
    owner=maybe(WORDS),
    limits=st.builds(Limit, name=st.just("x"), value=maybe(st.just(Money(5)))).map(lambda limit: (limit,)),  # type: ignore[arg-type]
    cases=st.builds(Case, expect=maybe(WORDS)).map(lambda case: (case,)),
)
DATES = st.sampled_from(["2020", "2026-10", "2026-10-01", "i fjol", ""])
DATA = st.builds(
    Data,
    id=st.sampled_from(["n", "d"]),
    name=maybe(WORDS),
    kind=st.sampled_from([None, "store", "output"]),
    record=maybe(st.sampled_from(["s", "Excel", "{x}"])),
    personal_data=maybe(st.sampled_from(["none", "sensitive"])),
    retention=maybe(WORDS),
)
DEADLINES = st.builds(
    Deadline,
    id=st.just("t"),
    name=maybe(WORDS),
    within=maybe(LENGTHS),
    starts=maybe(st.lists(st.sampled_from(["a", "b", "c/a", "utan"]), max_size=2).map(tuple)),
    ends=maybe(st.lists(st.sampled_from(["a", "e", "c/b", "utan"]), max_size=2).map(tuple)),
    extension=maybe(LENGTHS),
)
SERVICES = st.builds(
    EService,
    fields=maybe(st.sampled_from([("d",), ("n", "utan")])),
    statuses=maybe(st.just(("Mottagen",))),
    completion=maybe(WORDS),
    identification=maybe(st.builds(Identification, level=maybe(st.sampled_from(["none", "loa3"])))),
    gdpr=maybe(st.builds(Gdpr, purpose=maybe(WORDS))),
)
PARTS = st.fixed_dictionaries(
    {
        "name": maybe(VALUES["Label"]),
        "owner": maybe(WORDS),
        "leader": maybe(LANES),
        "lead_time": maybe(LENGTHS),
        "rules": st.lists(RULES, max_size=1).map(tuple),
        "systems": st.builds(System, id=st.just("s"), owner=maybe(WORDS)).map(lambda system: (system,)),
        "data": st.lists(DATA, max_size=2).map(tuple),
        "deadlines": st.lists(DEADLINES, max_size=1).map(tuple),
        "validated": maybe(st.builds(Validation, at=maybe(DATES), method=maybe(st.just("desk")))),
        "legal_basis": maybe(st.builds(LegalBasis, ref=maybe(WORDS), as_of=maybe(DATES)).map(lambda basis: (basis,))),
        "automate": maybe(st.lists(st.sampled_from([*IDS, "x", "y", "utanför"]), max_size=2).map(tuple)),
        "e_service": maybe(SERVICES),
        "lanes": st.sampled_from(
            [
                (),
                (Lane(id="x", name="Handläggare {h}"), Lane(id="y", kind="customer"), Lane(id="z", name=Unknown())),
            ]
        ),
    }
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.tuples(PARTS, BODY))
def test_no_check_breaks(made: tuple[dict[str, Any], dict[str, Any]]) -> None:
    map = ProcessMap(processes=(Process(id="p", **made[0], **made[1]),))
    findings = check(map, packs=PACKS, today=TODAY)
    for finding in findings:
        assert finding.code != "PRO001", finding.values["traceback"]
        readable(finding)
    assert check(map, packs=PACKS, today=TODAY) == findings


PLACES = st.sampled_from(["p/a", "p/b", "p/c/d", "p", "q/a", "utan/allt", "", "p/a.b"])
FEW = {"max_size": 2}
STATEMENTS = st.lists(st.builds(Statement, text=maybe(WORDS), evidence=st.sampled_from([(), ("e",)])), **FEW).map(tuple)
SOURCES = st.builds(Provenance, attribute=st.sampled_from(["feels", "thinks"]), sources=st.sampled_from([(), ("e",)]))
STEPS = st.builds(
    Step,
    id=st.just(""),
    name=maybe(VALUES["Label"]),
    thinks=maybe(WORDS),
    feels=maybe(st.integers(-2, 2)),
    quotes=STATEMENTS,
    pains=maybe(STATEMENTS),
    opportunities=maybe(
        st.lists(
            st.builds(Opportunity, text=maybe(WORDS), addresses=maybe(st.tuples(WORDS)), owner=maybe(WORDS)), **FEW
        ).map(tuple)
    ),
    wait_time=maybe(LENGTHS),
    evidence=st.sampled_from([(), ("e",), ("assumed",)]),
    moment_of_truth=st.booleans(),
    touchpoints=maybe(
        st.lists(
            st.builds(
                Touchpoint,
                channel=maybe(st.sampled_from(["web", "eservice", "letter", "none"])),
                elements=maybe(st.lists(PLACES, **FEW).map(tuple)),
            ),
            **FEW,
        ).map(tuple)
    ),
    provenance=st.lists(SOURCES, **FEW).map(tuple),
)
PHASES = st.lists(
    st.tuples(maybe(VALUES["Label"]), st.sampled_from([None, "before", "during", "after"]), st.lists(STEPS, **FEW)),
    max_size=3,
)
JOURNEYS = st.fixed_dictionaries(
    {
        "name": maybe(VALUES["Label"]),
        "persona": maybe(st.sampled_from(["x", "okänd"])),
        "trigger": maybe(WORDS),
        "state": st.sampled_from([None, "as_is", "to_be"]),
        "processes": st.sampled_from([(), ("p",), ("utan",)]),
        "variant_of": st.sampled_from([None, "j0", "j1", "utan"]),
        "personas": st.lists(
            st.builds(Persona, id=st.just("x"), name=maybe(WORDS), needs=maybe(st.just(("a",)))), **FEW
        ),
        "evidence": st.lists(
            st.builds(
                Evidence, id=st.just("e"), n=maybe(st.integers(0, 9)), at=maybe(st.sampled_from(["2020", "i fjol"]))
            ),
            **FEW,
        ),
    }
)
ENDS = st.sampled_from(["x", "x/a", "y/b", "z", "utan/a"])
COLLABORATIONS = st.builds(
    Collaboration,
    id=st.just("s"),
    pools=st.tuples(
        st.builds(Pool, id=st.just("x"), process=maybe(st.just("p"))),
        st.just(Pool(id="y", process="p")),
        st.just(Pool(id="z")),
    ),
    messages=st.lists(
        st.builds(Message, id=st.sampled_from(["n", "m"]), name=maybe(WORDS), receiver=maybe(WORDS)), **FEW
    ).map(tuple),
    message_flows=st.lists(
        st.builds(MessageFlow, id=st.just("f"), source=ENDS, target=ENDS, message=st.sampled_from([None, "n"])), **FEW
    ).map(tuple),
)


def journey(number: int, made: tuple[dict[str, Any], list[Any]]) -> Journey:
    values, phases = made
    ids = iter(range(99))
    return Journey(
        id=f"j{number}",
        phases=tuple(
            Phase(
                id=f"f{n}",
                name=name,
                zone=zone,
                steps=tuple(replace(step, id=f"s{next(ids)}") for step in steps),
            )
            for n, (name, zone, steps) in enumerate(phases)
        ),
        **{**values, "personas": tuple(values["personas"]), "evidence": tuple(values["evidence"])},
    )


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.tuples(PARTS, BODY), st.lists(st.tuples(JOURNEYS, PHASES), max_size=3), st.lists(COLLABORATIONS, max_size=1))
def test_no_check_of_a_journey_breaks(
    made: tuple[dict[str, Any], dict[str, Any]],
    journeys: list[tuple[dict[str, Any], list[Any]]],
    collaborations: list[Collaboration],
) -> None:
    map = ProcessMap(
        processes=(Process(id="p", **made[0], **made[1]),),
        journeys=tuple(journey(number, one) for number, one in enumerate(journeys)),
        collaborations=tuple(collaborations),
    )
    findings = check(map, packs=PACKS, today=TODAY)
    for finding in findings:
        assert finding.code != "PRO001", finding.values["traceback"]
        readable(finding)
    assert check(map, packs=PACKS, today=TODAY) == findings


def readable(finding: Finding) -> None:
    assert finding.refs
    for text in (finding.message, finding.question, finding.role):
        assert text is not None
        for language in LANGUAGES:
            assert text(language).strip()
