"""The flow as a networkx graph."""

from __future__ import annotations

from collections.abc import Callable

import networkx
import pytest

from procmap.graph.networkx_graph import networkx_graph
from procmap.model.activity import Task
from procmap.model.flow import SequenceFlow
from procmap.model.process import Process
from procmap.model.process_map import nodes_within

MAP = """\
process: P
flow:
  - A: Ett
  - subprocess: Två
    flow:
      - A: Tre
      - subprocess: Fyra
        flow:
          - A: Fem
  - A: Klart?
    branches:
      ja:
      nej:
        to: Ett
"""


def test_nodes_and_edges_are_those_of_the_model(read: Callable[[str], Process]) -> None:
    process = read(MAP)
    graph = process.to_networkx()
    assert isinstance(graph, networkx.MultiDiGraph)
    assert {path: data["node"] for path, data in graph.nodes(data=True)} == dict(nodes_within(process))
    assert graph.nodes["tva/fyra/fem"]["scope"] == "tva/fyra"
    assert graph.nodes["ett"]["scope"] == ""
    assert graph.graph["process"] is process
    for source, target, key, data in graph.edges(keys=True, data=True):
        flow, prefix = data["flow"], key.removesuffix(data["flow"].id)
        assert (source, target) == (prefix + flow.source, prefix + flow.target)
    assert graph.edges["klart", "ett", "klart.nej"]["flow"].name == "nej"
    assert networkx.has_path(graph, "tva/start", "tva/fyra")
    assert not networkx.has_path(graph, "tva", "tva/start"), "no flow crosses the border of a subprocess"


def test_it_is_frozen_and_a_copy_is_not(read: Callable[[str], Process]) -> None:
    graph = read(MAP).to_networkx()
    with pytest.raises(networkx.NetworkXError):
        graph.add_edge("a", "b")
    networkx.MultiDiGraph(graph).add_edge("a", "b")


def test_two_flows_between_the_same_elements_stay_two() -> None:
    flows = tuple(SequenceFlow(id=id, source="a", target="b") for id in ("f", "g"))
    graph = networkx_graph(Process(id="p", nodes=(Task(id="a"), Task(id="b")), flows=flows))
    assert sorted(key for _, _, key in graph.edges(keys=True)) == ["f", "g"]


def test_what_flows_to_nothing_is_left_out() -> None:
    process = Process(id="p", nodes=(Task(id="a"),), flows=(SequenceFlow(id="f", source="a", target="b"),))
    assert list(networkx_graph(process).nodes) == ["a"]
