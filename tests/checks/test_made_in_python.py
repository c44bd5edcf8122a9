"""What the map language cannot say wrong, and other formats and maps made in Python can."""

from __future__ import annotations

from decimal import Decimal

import pytest

from procmap.checks.engine import check
from procmap.errors import InvalidMap
from procmap.model.activity import Handover, Node, SubProcess, Task
from procmap.model.catalogue import Catalogue
from procmap.model.event import Event, Trigger
from procmap.model.flow import SequenceFlow
from procmap.model.gateway import Gateway
from procmap.model.knowledge import Disputed, Says, Unknown
from procmap.model.label import Translated
from procmap.model.process import Process
from procmap.model.process_map import ProcessMap
from procmap.model.quantity import Duration
from procmap.model.resource import Lane, System
from procmap.model.rule import Decision, Rule
from procmap.read.reading import read_text

LANES = (Lane(id="x", name="Handläggare"), Lane(id="y", name=Translated(sv="Nämnd", en="Committee")))


def step(id: str, lane: str = "x") -> Task:
    return Task(id=id, name=id.upper(), lane=lane, why="Därför", exceptions=())


def event(id: str, position: str, *triggers: Trigger, **more: object) -> Event:
    return Event(id=id, position=position, triggers=triggers, **more)  # type: ignore[arg-type]


def flows(*pairs: str) -> tuple[SequenceFlow, ...]:
    """``a>b`` for each flow; ``a>b:ja`` with an answer."""
    made = []
    for pair in pairs:
        way, _, name = pair.partition(":")
        source, _, target = way.partition(">")
        made.append(SequenceFlow(id=way, source=source, target=target, name=name or None))
    return tuple(made)


def found(nodes: list[Node], *pairs: str, select: str = "FLW") -> list[str]:
    process = Process(id="p", name="P", owner="O", lanes=LANES, nodes=tuple(nodes), flows=flows(*pairs))
    findings = check(ProcessMap(processes=(process,)), select=[select])
    return [f"{finding.code} {' '.join(str(ref.element) for ref in finding.refs)}" for finding in findings]


START, END = event("start", "start"), event("end", "end")
COMPENSATION = Trigger(kind="compensation")
FLOWS: dict[str, tuple[list[Node], list[str], list[str]]] = {
    "a step that nothing flows out of": (
        [START, step("a"), step("b"), END],
        ["start>a", "start>b", "b>end"],
        ["FLW005 a"],
    ),
    "a question that no way leads on from": (
        [START, step("a"), Gateway(id="k", kind="exclusive", name="Klart?"), step("b"), END],
        ["start>a", "start>b", "a>k", "b>end"],
        ["FLW005 k"],
    ),
    "no end is drawn at all": ([START, step("a"), step("b")], ["start>a", "a>b"], []),
    "neither start nor end is drawn": ([step("a"), step("b")], ["a>b"], []),
    "a step beside all others": ([START, step("a"), step("b"), END], ["start>a", "a>end"], ["FLW004 b"]),
    "all go round, without a start": ([step("a"), step("b")], ["a>b", "b>a"], ["FLW001 None"]),
    "a start that nothing flows out of": (
        [START, event("s2", "start"), step("a"), END],
        ["start>a", "a>end"],
        ["FLW002 s2"],
    ),
    "an event on a border leads on": (
        [START, step("a"), event("b", "boundary", attached_to="a"), step("c"), END],
        ["start>a", "a>end", "b>c", "c>end"],
        [],
    ),
    "an event on a border leads nowhere": (
        [START, step("a"), event("b", "boundary", attached_to="a", name="Nej"), END],
        ["start>a", "a>end"],
        ["FLW005 b"],
    ),
    "compensation has no flows": (
        [
            START,
            step("a"),
            event("b", "boundary", COMPENSATION, attached_to="a"),
            Task(id="c", name="C", lane="x", why="D", for_compensation=True),
            END,
        ],
        ["start>a", "a>end"],
        [],
    ),
    "an event subprocess is entered on its own": (
        [
            START,
            step("a"),
            END,
            SubProcess(id="e", name="E", kind="event", nodes=(event("s", "start"), step("b")), flows=flows("s>b")),
        ],
        ["start>a", "a>end"],
        [],
    ),
    "links stand in for a flow": (
        [
            START,
            step("a"),
            event("t", "throw", Trigger(kind="link", what="1")),
            event("c", "catch", Trigger(kind="link", what="1")),
            step("b"),
            END,
        ],
        ["start>a", "a>t", "c>b", "b>end"],
        [],
    ),
    "a link that leads nowhere": (
        [START, step("a"), event("t", "throw", Trigger(kind="link", what="1"), name="T"), END],
        ["start>a", "a>t", "start>end"],
        ["FLW005 t"],
    ),
    "an ad hoc subprocess has no order": (
        [START, SubProcess(id="h", name="H", kind="ad_hoc", nodes=(step("a"), step("b"), END)), END],
        ["start>h", "h>end"],
        [],
    ),
    "a gateway that only joins, with a name": (
        [
            START,
            Gateway(id="k", kind="exclusive", name="Klart?"),
            step("a"),
            Gateway(id="g", kind="exclusive", name="Ihop"),
            step("b"),
            END,
        ],
        ["start>k", "k>a:nej", "k>g:ja", "a>g", "g>b", "b>end"],
        [],
    ),
    "a gateway without a name that only passes on": (
        [START, Gateway(id="g", kind="exclusive"), step("b"), END],
        ["start>g", "g>b", "b>end"],
        [],
    ),
    "ways without words out of a gateway": (
        [START, Gateway(id="g", kind="exclusive", name="Klart?"), step("a"), step("b"), END],
        ["start>g", "g>a:ja", "g>b", "a>end", "b>end"],
        ["FLW012 g g>b"],
    ),
    "the default way needs no words": (
        [START, Gateway(id="g", kind="exclusive", name="Klart?", default="g>b"), step("a"), step("b"), END],
        ["start>g", "g>a:ja", "g>b", "a>end", "b>end"],
        [],
    ),
    "a flow to nothing is as no flow": ([START, step("a"), END], ["start>a", "a>end", "a>nowhere", "nowhere>a"], []),
    "nothing at all": ([], [], ["FLW006 None"]),
}


@pytest.mark.parametrize(("nodes", "pairs", "expected"), FLOWS.values(), ids=FLOWS)
def test_flow(nodes: list[Node], pairs: list[str], expected: list[str]) -> None:
    assert found(nodes, *pairs) == expected


def test_a_lane_that_is_disputed_is_said_by_name() -> None:
    lane = Disputed((Says("x", "x"), Says("Enhetschef", "y")))
    process = Process(id="p", name="P", owner="O", lanes=LANES, nodes=(Task(id="a", name="A", lane=lane, why="D"),))
    (finding,) = check(ProcessMap(processes=(process,)))
    said = "Svaren skiljer sig om ”A”, vem som gör det: Handläggare säger Handläggare och Enhetschef säger Nämnd."
    assert finding.message("sv") == said
    assert finding.message("en").endswith("Handläggare says Handläggare and Enhetschef says Committee.")


def test_a_name_that_is_disputed_is_called_by_both() -> None:
    task = Task(id="a", name=Disputed((Says("X", "Granska"), Says("Y", "Bereda"))), lane="x")
    process = Process(id="p", name="P", owner="O", lanes=LANES, nodes=(task,))
    messages = [finding.message("sv") for finding in check(ProcessMap(processes=(process,)))]
    assert "Det står inte varför ”Granska” eller ”Bereda” görs." in messages


def test_a_catalogue_is_looked_at_on_its_own() -> None:
    catalogue = Catalogue(
        id="gemensamt",
        name="Gemensamt",
        systems=(System(id="ecos", name="Ecos", test_environment=Unknown("Systemförvaltare")),),
        rules=(Rule(id="r", says="Allt finns", source="vana"),),
    )
    findings = check(ProcessMap(catalogues=(catalogue,)))
    assert [(finding.code, str(finding.refs[0]), finding.role and finding.role("sv")) for finding in findings] == [
        ("KNO033", "gemensamt/systems/ecos.test_environment", "Systemförvaltare"),
        ("KNO012", "gemensamt/rules/r.source", "den som leder arbetet"),
    ]


def test_the_flow_of_a_pool_is_done_by_the_pool() -> None:
    text = """\
collaboration: Bygglov
pools:
  byggherre:
    name: Byggherre
    flow:
      - Rita huset
      - Skicka ansökan
  kommun: {process: handlaggning}
---
process: Handläggning
flow:
  - Granska
"""
    reading = read_text(text)
    assert reading.findings == ()
    assert {finding.refs[0].document for finding in check(reading.map)} == {"handlaggning"}


def test_lanes_of_a_catalogue_are_known_where_they_are_used() -> None:
    catalogue = Catalogue(id="gemensamt", lanes=(Lane(id="kund", name="Den det gäller", kind="customer"),))
    process = Process(id="p", name="P", owner="O", nodes=(Task(id="a", name="A", lane="kund"),))
    assert check(ProcessMap(processes=(process,), catalogues=(catalogue,))) == ()


NO_ANSWERS = {
    "a dispute within a voice": lambda: Says("x", Disputed((Says("y", "a"), Says("z", "b")))),
    "a list": lambda: Says("x", ["a", "b"]),
    "a table": lambda: Says("x", {"a": 1}),
    "nothing": lambda: Says("x", None),
    "no voice": lambda: Disputed(()),
    "a list of voices": lambda: Disputed([Says("x", "a")]),  # type: ignore[arg-type]
    "words for voices": lambda: Disputed(("a", "b")),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("dispute", NO_ANSWERS)
def test_a_dispute_holds_answers_that_can_be_spoken(dispute: str) -> None:
    with pytest.raises(InvalidMap) as refused:
        NO_ANSWERS[dispute]()
    assert "Says" in refused.value.text.sv


ANSWERS = {
    "a yes": (True, "ja"),
    "a number": (3, "3"),
    "a length of time": (Duration(Decimal(3), "d"), "3 dagar"),
    "several": (("y", "jurist"), "Nämnd och jurist"),
    "nobody knew": (Unknown(), "vet inte"),
    "a part with keys": (Handover(medium="kö"), "kö"),
    "a part with several": (Handover(medium="kö", acknowledged=False), "kö (om mottagaren bekräftar: nej)"),
    "a part that says nothing": (Handover(), "inget närmare"),
    "a part within": (Decision(question="Får man?", decided_by=("y",)), "Får man? (vem som får besluta: Nämnd)"),
}


@pytest.mark.parametrize("answer", ANSWERS)
def test_what_voices_say_is_told_in_words(answer: str) -> None:
    value, said = ANSWERS[answer]
    node = Task(id="a", name="A", lane="x", handover=Disputed((Says("x", value), Says("y", "mejl"))))
    process = Process(id="p", name="P", owner="O", lanes=LANES, nodes=(node,))
    [finding] = check(process, select=["KNO013"])
    assert f"Handläggare säger {said} och Nämnd säger mejl" in finding.message("sv")


@pytest.mark.parametrize(("pairs", "code"), [(["start>g", "start>end"], "FLW005"), (["start>end", "g>end"], "FLW004")])
def test_nobody_does_a_gateway(pairs: list[str], code: str) -> None:
    nodes = (START, Gateway(id="g", kind="exclusive", name="Klart?"), END)
    process = Process(id="p", name="P", owner="O", nodes=nodes, flows=flows(*pairs))
    (finding,) = check(ProcessMap(processes=(process,)), select=[code])
    assert finding.role is not None and finding.role("sv") == "den som leder arbetet"
