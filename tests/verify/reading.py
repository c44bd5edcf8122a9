"""The cases beside these tests: tiny processes as text, with what must come out, worked out by hand.

What the language has no words for is added to the process that was read: ``flows`` (``a -> b``, ``a -> b if …``),
``add`` (tasks), ``conditions`` on flows; ``drop`` takes flows away and ``without`` nodes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from procmap import ProcessMap, SequenceFlow, Task, read_text

FOLDER = Path(__file__).parent / "cases"
PROPERTIES = ("option_to_complete", "proper_completion", "no_dead_activities", "safeness")


def cases() -> Iterator[dict[str, Any]]:
    for path in sorted(FOLDER.glob("*.yaml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield {**case, "file": path.stem}


def map_of(case: dict[str, Any]) -> ProcessMap:
    reading = read_text(case["text"])
    first, *others = reading.map.processes
    gone = set(case.get("without", ()))
    nodes = [*(node for node in first.nodes if node.id not in gone), *(Task(id=id) for id in case.get("add", ()))]
    flows = []
    for flow in first.flows:
        if flow.id not in case.get("drop", ()) and not {flow.source, flow.target} & gone:
            flows.append(replace(flow, condition=case.get("conditions", {}).get(flow.id, flow.condition)))
    for number, text in enumerate(case.get("flows", ())):
        way, _, condition = text.partition(" if ")
        source, target = way.split(" -> ")
        flows.append(SequenceFlow(id=f"added{number}", source=source, target=target, condition=condition or None))
    assert {end for flow in flows for end in (flow.source, flow.target)} <= {node.id for node in nodes}
    return ProcessMap(processes=(replace(first, nodes=tuple(nodes), flows=tuple(flows)), *others))


def expected(case: dict[str, Any]) -> dict[str, bool | None]:
    """The four properties: false where it ``fails``, null where it is ``unsettled``, else true."""
    values: dict[str, bool | None] = dict.fromkeys(PROPERTIES, True)
    values.update(dict.fromkeys(case.get("fails", ()), False))
    values.update(dict.fromkeys(case.get("unsettled", ()), None))
    return values
