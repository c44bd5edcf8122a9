"""Files of others are read whole: of each kind of element there are as many in the map as in the file.

What is in the file is counted here with lxml alone. The files are beside this checkout; none of them is copied.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from procmap.geometry import Diagram
from procmap.model.activity import Activity, CallActivity, SubProcess, Task
from procmap.model.event import Event
from procmap.model.gateway import Gateway
from procmap.model.judge import judge
from procmap.model.process import Process
from procmap.model.process_map import ProcessMap, nodes_within
from procmap.read.reading import read
from procmap.ref import Ref

DATA = Path(__file__).parents[2].parent / "shared" / "data"
OURS = Path(__file__).parent / "bpmn"
FILES = sorted([*(DATA / "miwg").glob("*.bpmn"), *(DATA / "sundsvall").glob("*.bpmn"), OURS / "allt.bpmn"])
MODEL = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
SPACES = {
    "m": "http://www.omg.org/spec/BPMN/20100524/MODEL",
    "di": "http://www.omg.org/spec/BPMN/20100524/DI",
    "dc": "http://www.omg.org/spec/DD/20100524/DC",
    "dd": "http://www.omg.org/spec/DD/20100524/DI",
}

each = pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
pytestmark = pytest.mark.skipif(not (DATA / "miwg").is_dir(), reason="the files of others are not beside this checkout")

TASKS = {None: "task", "user": "userTask", "manual": "manualTask", "service": "serviceTask", "script": "scriptTask",
         "send": "sendTask", "receive": "receiveTask", "business_rule": "businessRuleTask"}
GATEWAYS = {"exclusive": "exclusiveGateway", "inclusive": "inclusiveGateway", "parallel": "parallelGateway",
            "event_based": "eventBasedGateway", "complex": "complexGateway"}
EVENTS = {"start": "startEvent", "catch": "intermediateCatchEvent", "throw": "intermediateThrowEvent",
          "boundary": "boundaryEvent", "end": "endEvent"}
TRIGGERS = {"timer": "timerEventDefinition", "message": "messageEventDefinition", "condition": "conditionalEventDefinition",
            "signal": "signalEventDefinition", "error": "errorEventDefinition", "escalation": "escalationEventDefinition",
            "compensation": "compensateEventDefinition", "cancel": "cancelEventDefinition", "link": "linkEventDefinition",
            "terminate": "terminateEventDefinition"}
SUBPROCESSES = {"transaction": "transaction", "ad_hoc": "adHocSubProcess"}
GLOBAL = {None: "globalTask", "user": "globalUserTask", "manual": "globalManualTask", "script": "globalScriptTask",
          "business_rule": "globalBusinessRuleTask"}
DATA_KINDS = {"object": "dataObject", "store": "dataStore"}
COUNTED = {
    *TASKS.values(), *GATEWAYS.values(), *EVENTS.values(), *TRIGGERS.values(), *SUBPROCESSES.values(), *GLOBAL.values(),
    *DATA_KINDS.values(), "subProcess", "callActivity", "sequenceFlow", "conditionExpression", "lane", "participant",
    "messageFlow", "process", "collaboration", "dataObjectReference", "dataStoreReference", "dataInputAssociation",
    "dataOutputAssociation", "textAnnotation", "group", "association", "message", "signal", "error", "escalation",
    "standardLoopCharacteristics", "multiInstanceLoopCharacteristics", "participantMultiplicity",
}  # fmt: skip


def in_the_file(path: Path) -> Counter[str]:
    """How many there are of each kind, outside what others have added; of event definitions, those within events.

    A condition that says nothing is none.
    """
    tree = etree.parse(path)
    counts: Counter[str] = Counter()
    activities = {
        element.get("id")
        for name in ("subProcess", "callActivity", "transaction", "adHocSubProcess", *TASKS.values())
        for element in tree.iter(f"{MODEL}{name}")
    }
    for element in tree.iter(f"{MODEL}*"):
        name = etree.QName(element).localname
        added = next(element.iterancestors(f"{MODEL}extensionElements"), None) is not None
        shared = name in TRIGGERS.values() and element.getparent().tag == f"{MODEL}definitions"
        empty = name == "conditionExpression" and not (element.text or "").strip()
        empty = empty and element.getparent().get("sourceRef") not in activities  # out of an activity it counts
        if name in COUNTED and not added and not shared and not empty:
            counts[name] += 1
    for reference in tree.iter(f"{MODEL}eventDefinitionRef"):
        [meant] = tree.xpath("//*[@id=$id]", id=reference.text.rpartition(":")[2])
        counts[etree.QName(meant).localname] += 1
    return counts


def in_the_map(map: ProcessMap) -> Counter[str]:
    counts: Counter[str] = Counter()
    for process in map.processes:
        counts["process"] += 1
        counts["lane"] += len(process.lanes)
        for _, node in nodes_within(process):
            counts.update(kinds(node))
        for scope in (process, *(node for _, node in nodes_within(process) if isinstance(node, SubProcess))):
            counts["sequenceFlow"] += len(scope.flows)
            counts["conditionExpression"] += sum(flow.condition is not None for flow in scope.flows)
        counts.update(beside_the_flow(process))
    for collaboration in map.collaborations:
        counts["collaboration"] += 1
        counts["participant"] += len(collaboration.pools)
        counts["participantMultiplicity"] += sum(pool.several for pool in collaboration.pools)
        counts["messageFlow"] += len(collaboration.message_flows)
        counts.update(artefacts(collaboration))
    ids = {(kind, part.id) for document in (*map.processes, *map.collaborations) for kind, part in shared(document)}
    counts.update(kind for kind, _ in ids)
    return +counts


def kinds(node: Any) -> list[str]:
    match node:
        case Task():
            found = [TASKS[node.type]]
        case CallActivity():
            found = ["callActivity"]
        case SubProcess():
            found = [SUBPROCESSES.get(node.kind, "subProcess")]
        case Gateway():
            found = [GATEWAYS[node.kind]]
        case Event():
            found = [EVENTS[node.position], *(TRIGGERS[trigger.kind] for trigger in node.triggers)]
    if isinstance(node, Activity) and node.loop:
        found.append("standardLoopCharacteristics" if node.loop == "standard" else "multiInstanceLoopCharacteristics")
    return found


def beside_the_flow(process: Process) -> Counter[str]:
    counts = artefacts(process)
    stores = {data.id: data.kind for data in process.data}
    shown = {reference.id for reference in process.data_references}
    for reference in process.data_references:
        counts["dataStoreReference" if stores[reference.data or ""] == "store" else "dataObjectReference"] += 1
    counts["dataObject"] += sum(data.kind == "object" and data.id not in shown for data in process.data)
    for arrow in process.data_associations:
        outward = arrow.target in shown or arrow.target in stores
        counts["dataOutputAssociation" if outward else "dataInputAssociation"] += 1
    return counts


def artefacts(document: Any) -> Counter[str]:
    return Counter(
        {"textAnnotation": len(document.annotations), "group": len(document.groups), "association": len(document.associations)}
    )


def shared(document: Any) -> list[tuple[str, Any]]:
    """What several documents may have in common; each is counted once."""
    found = [("message", message) for message in document.messages]
    if isinstance(document, Process):
        shown = {reference.id for reference in document.data_references}
        found += [(signal.kind, signal) for signal in document.signals]
        found += [(GLOBAL[task.type], task) for task in document.global_tasks]
        found += [("dataStore", data) for data in document.data if data.kind == "store" and data.id not in shown]
    return found


@each
def test_as_many_of_each_kind(path: Path) -> None:
    assert in_the_map(read(path).map) == in_the_file(path)


@each
def test_nothing_is_wrong(path: Path) -> None:
    """What BPMN's own working group and a municipality have drawn is faultless, as far as the reader can see."""
    reading = read(path)
    assert reading.findings == ()
    for document in reading.map.documents:
        judge(document)


@each
def test_names_and_ends_are_those_of_the_file(path: Path) -> None:
    tree = etree.parse(path)
    by_id = {element.get("id"): element for element in tree.iter(f"{MODEL}*") if element.get("id")}
    lanes = {ref.text.strip(): ref.getparent().get("id") for ref in tree.iter(f"{MODEL}flowNodeRef")}
    for process in read(path).map.processes:
        inner = [(prefix + "/", node) for prefix, node in nodes_within(process) if isinstance(node, SubProcess)]
        for prefix, scope in [("", process), *inner]:
            for node in scope.nodes:
                element = by_id.get(node.id)
                if element is None:
                    assert re.fullmatch(r"task\.\d+", node.id)
                    continue
                assert (node.name or "") == " ".join((element.get("name") or "").split())
                assert element.getparent().get("id") == (scope.id if isinstance(scope, SubProcess) else process.id), prefix
                if node.id in lanes and path.parent != OURS:
                    assert node.lane == lanes[node.id]
            for flow in scope.flows:
                element = by_id[flow.id]
                assert (flow.source, flow.target) == (element.get("sourceRef"), element.get("targetRef"))


@each
def test_every_place_is_the_start_of_its_tag(path: Path) -> None:
    reading = read(path)
    tree = etree.parse(path)
    lines = path.read_bytes().decode(tree.docinfo.encoding).split("\n")
    for source in {id(source): source for source in reading.sources.values()}.values():
        assert source.positions
        for ref, (line, column) in source.positions.items():
            rest = "\n".join([lines[line - 1][column - 1 :], *lines[line : line + 12]])
            assert rest.startswith("<"), ref
            if ref.id is not None and not re.fullmatch(r"[a-zA-Z]+\.\d+", ref.id):
                name = "bpmnElement" if ref.attribute == "diagram" else "id"
                assert re.search(f'{name}="([^":]*:)?{re.escape(ref.id)}"', rest.partition(">")[0]), ref


@each
def test_diagrams_have_every_shape_and_line(path: Path) -> None:
    reading = read(path)
    tree = etree.parse(path)
    diagrams = next(iter(reading.sources.values())).diagrams
    assert len(diagrams) == len(tree.findall("di:BPMNDiagram", SPACES))
    for diagram, element in zip(diagrams, tree.findall("di:BPMNDiagram", SPACES), strict=True):
        assert drawn(diagram) == {
            shape.get("bpmnElement").rpartition(":")[2]: numbers(shape) for shape in element.iter(f"{{{SPACES['di']}}}BPMNShape")
        }
        assert {id: list(route.points) for id, route in diagram.routes.items()} == {
            edge.get("bpmnElement").rpartition(":")[2]: [
                (float(point.get("x")), float(point.get("y"))) for point in edge.findall("dd:waypoint", SPACES)
            ]
            for edge in element.iter(f"{{{SPACES['di']}}}BPMNEdge")
        }


def drawn(diagram: Diagram) -> dict[str, tuple[float, ...]]:
    return {id: tuple(bounds) for id, bounds in diagram.shapes.items()}


def numbers(shape: Any) -> tuple[float, ...]:
    bounds = shape.find("dc:Bounds", SPACES)
    return tuple(float(bounds.get(name)) for name in ("x", "y", "width", "height"))


@each
def test_every_document_has_a_place(path: Path) -> None:
    reading = read(path)
    for document in reading.map.documents:
        assert Ref(document.id) in reading.sources[document.id].positions


OWN = sorted(OURS.glob("*.bpmn"))


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.name)
def test_our_own_files_are_valid(path: Path) -> None:
    schema = etree.XMLSchema(etree.parse(DATA / "bpmn-xsd" / "BPMN20.xsd"))
    schema.assertValid(etree.parse(path))
