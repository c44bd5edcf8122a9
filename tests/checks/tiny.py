"""Tiny models of BPMN, written in few words in ``bpmn/defects.yaml`` and filled in here."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

__all__ = ["DEFECTS", "VALID", "model"]

_TABLE: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "bpmn" / "defects.yaml").read_text(encoding="utf-8"))
DEFECTS: list[dict[str, str]] = _TABLE["defects"]
VALID: list[dict[str, str]] = _TABLE["valid"]
_HEAD = (
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI"'
    ' xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:dd="http://www.omg.org/spec/DD/20100524/DI"'
    ' id="definitions" targetNamespace="urn:exempel">'
)


def model(case: dict[str, str], *, lists: bool = False) -> str:
    """The whole file, each element on a line of its own; with ``lists`` each element lists its arrows."""
    encoding, head = case.get("declares", "UTF-8"), case.get("head", 'id="p" name="Livsmedelsregistrering"')
    parts = [f'<?xml version="1.0" encoding="{encoding}"?>', case.get("doctype", ""), _HEAD, case.get("top", "")]
    parts += [f"<process {head}>", case["process"], "</process>"]
    if "diagram" in case:
        plane = "k" if "<collaboration" in case.get("top", "") else "p"
        parts += ['<di:BPMNDiagram id="d">', f'<di:BPMNPlane id="y" bpmnElement="{plane}">', case["diagram"]]
        parts += ["</di:BPMNPlane>", "</di:BPMNDiagram>"]
    text = "\n".join([part for part in (*parts, "</definitions>") if part])
    text = re.sub(r"\((\w+)\)", lambda found: str(_TABLE["elements"].get(found[1], found[0])), text)
    text = re.sub(r"\[(\w+)>(\w+)(?:: ([^]?]+))?(?:\? ([^]]+))?\]", _arrow, text)
    text = re.sub(r"\[box (\w+) (\S+) (\S+) (\S+) ([^]]+)\]", _box, text)
    text = re.sub(r"\[line (\w+) ([^]]+)\]", _line, text)
    return (_with_lists(text) if lists else text).replace("> <", ">\n<")


def _arrow(found: re.Match[str]) -> str:
    source, target, name, condition = found.groups()
    called = f' name="{name}"' if name else ""
    inner = f"<conditionExpression>{condition}</conditionExpression>" if condition else ""
    start = f'<sequenceFlow id="{source}_{target}"{called} sourceRef="{source}" targetRef="{target}"'
    return f"{start}>{inner}</sequenceFlow>" if inner else f"{start}/>"


def _box(found: re.Match[str]) -> str:
    id, x, y, width, height = found.groups()
    bounds = f'<dc:Bounds x="{x}" y="{y}" width="{width}" height="{height}"/>'
    return f'<di:BPMNShape bpmnElement="{id}" id="{id}-{x}-{y}" isExpanded="true">{bounds}</di:BPMNShape>'


def _line(found: re.Match[str]) -> str:
    numbers = found[2].split()
    points = "".join(f'<dd:waypoint x="{x}" y="{y}"/>' for x, y in zip(numbers[::2], numbers[1::2], strict=True))
    return f'<di:BPMNEdge bpmnElement="{found[1]}" id="line-{found[1]}">{points}</di:BPMNEdge>'


def _with_lists(text: str) -> str:
    """The file with ``incoming`` and ``outgoing`` at the elements, which the standard leaves out and bpmnlint needs."""
    from lxml import etree

    root = etree.fromstring(text.encode())
    elements = {element.get("id"): element for element in root.iter() if element.get("id")}
    for arrow in root.findall(".//{*}sequenceFlow"):
        for end, name in (("targetRef", "incoming"), ("sourceRef", "outgoing")):
            element = elements.get(arrow.get(end))
            if element is not None:
                listed = etree.Element(arrow.tag.replace("sequenceFlow", name))
                listed.text = arrow.get("id")
                element.insert(0, listed)
    return str(etree.tostring(root, encoding="unicode"))
