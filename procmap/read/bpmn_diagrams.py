"""The diagrams of a BPMN file: where its elements stand, as the file says."""

from __future__ import annotations

from procmap.geometry import Bounds, Diagram, Look, MessageLook, Point, Route
from procmap.read import bpmn_notices as say
from procmap.read.bpmn_file import BpmnFile, label_of
from procmap.read.bpmn_values import truth
from procmap.source.xml_tree import Tag
from procmap.text import Text

__all__ = ["make_diagram"]

_NOTHING_SAID = Text("saknas", "is missing")
_NOT_THERE = Text("pekar på något som inte finns i filen", "points at what is not in the file")
_DRAWN_OFTEN = ("message", "participant")
"""A choreography shows them at each of its steps."""
_NAN = float("nan")


def make_diagram(tag: Tag, file: BpmnFile) -> Diagram:
    """One diagram; what shows nothing, or something for the second time, is said and left out."""
    shapes: dict[str, Bounds] = {}
    routes: dict[str, Route] = {}
    labels: dict[str, Bounds] = {}
    looks: dict[str, Look] = {}
    drawn: dict[Tag, Tag] = {}
    plane = tag.first("di:BPMNPlane")
    id = file.id_of(tag)
    shown = _shown(plane, file) if plane is not None and plane.get("bpmnElement") else None
    for each in plane.children if plane is not None else ():
        if each.name not in ("di:BPMNShape", "di:BPMNEdge"):
            continue
        element = _shown(each, file)
        if element is None:
            continue
        if (first := drawn.setdefault(element, each)) is not each:
            if element.name in _DRAWN_OFTEN:
                continue
            file.say(say.DRAWN_TWICE, each, file.ref(element), What=element, first=first.line)
            continue
        key = file.id_of(element)
        if file.stands(element):
            place = file.ref(element).of("diagram", id)
            file.positions[place] = each.line, each.column
            file.positions.setdefault(place._replace(item=None), (each.line, each.column))
        if each.name == "di:BPMNShape":
            shapes[key] = _bounds(each.first("dc:Bounds"))
            expanded, horizontal, marker = (truth(each, name) for name in _LOOKS)
            look = Look(expanded, horizontal, marker)
            if look != Look():
                looks[key] = look
        else:
            routes[key] = Route(tuple(_point(point) for point in each.of("dd:waypoint")))
            if (message := _MESSAGES.get(each.attributes.get("messageVisibleKind", ""))) is not None:
                looks[key] = Look(message=message)
        label = each.first("di:BPMNLabel")
        if label is not None and (bounds := label.first("dc:Bounds")) is not None:
            labels[key] = _bounds(bounds)
    return Diagram(
        shapes, routes, labels, looks, id, label_of(tag) or "", file.id_of(shown) if shown is not None else ""
    )


_LOOKS = ("isExpanded", "isHorizontal", "isMarkerVisible")
_MESSAGES: dict[str, MessageLook] = {"initiating": "initiating", "non_initiating": "non_initiating"}


def _shown(tag: Tag, file: BpmnFile) -> Tag | None:
    """The element that a shape, line or plane shows."""
    id = tag.get("bpmnElement")
    found = file.find(id, file.elements) if id is not None else None
    if found is None:
        why = _NOTHING_SAID if id is None else _NOT_THERE
        file.say(say.SHOWS_NOTHING, tag, What=tag, why=why)
    return found


def _bounds(tag: Tag | None) -> Bounds:
    if tag is None:
        return Bounds(_NAN, _NAN, _NAN, _NAN)
    get = tag.attributes.get
    return Bounds(_number(get("x")), _number(get("y")), _number(get("width")), _number(get("height")))


def _point(tag: Tag) -> Point:
    get = tag.attributes.get
    return Point(_number(get("x")), _number(get("y")))


def _number(text: str | None) -> float:
    """A number as XML Schema writes it; NaN for what is none."""
    try:
        return float(text) if text is not None and "_" not in text else _NAN
    except ValueError:
        return _NAN
