"""A process that BPMN leaves without a name is called as its pool is, and the pool is who does its work."""

from __future__ import annotations

import pytest

from procmap.checks.engine import check
from procmap.draw.draw import draw
from procmap.graph.pools import pool_names
from procmap.graph.view import View
from procmap.model.collaboration import Collaboration, Pool
from procmap.model.knowledge import Unknown
from procmap.model.label import Translated
from procmap.model.process_map import ProcessMap
from procmap.read.reading import read_text
from procmap.ref import Ref

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:x">'
POOL = '<collaboration id="k"><participant id="o" name="Miljökontoret" processRef="p"/></collaboration>'
STEPS = '<startEvent id="s"/><task id="a" name="Granska"/><sequenceFlow id="f" sourceRef="s" targetRef="a"/>'
LANE = '<laneSet id="l"><lane id="x" name="Inspektör"/></laneSet>'


def test_the_first_pool_that_has_a_name_counts() -> None:
    pools = (
        Pool(id="a", process="p"),
        Pool(id="b", process="p", name=Translated(sv="Kontoret", en="The office")),
        Pool(id="c", process="p", name="C"),
        Pool(id="d", name="D"),
        Pool(id="e", process=Unknown(), name="E"),
        Pool(id="f", process="q", name=Unknown()),
    )
    assert pool_names(ProcessMap(collaborations=(Collaboration(id="k", pools=pools),))) == {"p": pools[1].name}


WHO = {
    "a pool": (POOL, "", 0),
    "a pool with lanes in which nothing stands": (POOL, LANE, 1),
    "neither pool nor lanes": ("", "", 1),
    "a pool without a name": (POOL.replace(' name="Miljökontoret"', ""), "", 1),
}


@pytest.mark.parametrize("case", WHO)
def test_nobody_is_asked_who_works_in_a_pool(case: str) -> None:
    pool, lanes, asked = WHO[case]
    reading = read_text(f'{HEAD}{pool}<process id="p">{lanes}{STEPS}</process></definitions>', "fil.bpmn")
    found = check(reading.map, select=["KNO030"], also=reading.findings, sources=reading.sources)
    assert len(found) == asked


@pytest.mark.parametrize(("name", "called"), [("", "Miljökontoret"), (' name="Registrering"', "Registrering")])
def test_a_process_without_a_name_is_called_as_its_pool_is(name: str, called: str) -> None:
    map = read_text(f'{HEAD}{POOL}<process id="p"{name}>{STEPS}</process></definitions>', "fil.bpmn").map
    assert View(map).label(Ref("p"))("sv") == f"”{called}”"
    graph = draw(map, format="dot")
    assert "Miljökontoret" in graph
    assert "Ingen har frågats" not in graph
