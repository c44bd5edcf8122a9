"""Hostile and broken files of BPMN, by what is wrong with them: the file, and what ``procmap check`` ends with.

1 where it was read and holds errors, 0 where it holds none, 2 where it is refused.
"""

from __future__ import annotations

__all__ = ["HOSTILE", "SECRET"]

SECRET = "det som ingen får läsa"
"""What stands in the file ``hemligt.txt``, which some of them want to read."""

SPACE = 'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"'
DI = (
    'xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" '
    'xmlns:dd="http://www.omg.org/spec/DD/20100524/DI"'
)


def file(inside: str = "", before: str = "", more: str = "", flow: bool = True) -> str:
    """A file with a start, a step and an end, and what is wrong ``inside`` the process, ``before`` all or after it."""
    body = (
        '<startEvent id="s" name="Ansökan inkommer"/><sequenceFlow id="f" sourceRef="s" targetRef="a"/>'
        '<task id="a" name="Pröva ärendet"/><sequenceFlow id="g" sourceRef="a" targetRef="e"/><endEvent id="e" name="Klart"/>'
        if flow
        else ""
    )
    return f'{before}<definitions {SPACE} {DI} id="d" targetNamespace="urn:x"><process id="p" name="P">{body}{inside}</process>{more}</definitions>'


def nested(depth: int) -> str:
    return "".join(f'<subProcess id="d{n}" name="D">' for n in range(depth)) + "</subProcess>" * depth


def drawn(bounds: str, edge: str = '<dd:waypoint x="0" y="0"/><dd:waypoint x="9" y="9"/>') -> str:
    shape = f'<di:BPMNShape id="as" bpmnElement="a">{bounds}</di:BPMNShape>'
    return f'<di:BPMNDiagram id="b"><di:BPMNPlane id="y" bpmnElement="p">{shape}<di:BPMNEdge id="fe" bpmnElement="f">{edge}</di:BPMNEdge></di:BPMNPlane></di:BPMNDiagram>'


def declared(name: str, codec: str) -> bytes:
    return file(before=f'<?xml version="1.0" encoding="{name}"?>\n').encode(codec)


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
MANY = "".join(f'<task id="t{n}" name="Steg {n}"/><sequenceFlow id="h{n}" sourceRef="t{n}" targetRef="t{n + 1}"/>' for n in range(20_000))

_FILES: dict[str, tuple[str | bytes, int]] = {
    "an entity that is a file": (file('<task id="x" name="&x;"/>', '<!DOCTYPE d [<!ENTITY x SYSTEM "hemligt.txt">]>'), 2),
    "an entity of the whole file system": (file('<task id="x" name="&x;"/>', '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), 2),
    "a document type elsewhere": (file(before='<!DOCTYPE d SYSTEM "http://127.0.0.1:9/x.dtd">'), 2),
    "a parameter entity elsewhere": (file(before='<!DOCTYPE d [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd">%x;]>'), 2),
    "a billion laughs": (file('<task id="x" name="&l9;"/>', f'<!DOCTYPE d [<!ENTITY l0 "ha">{LAUGHS}]>'), 2),
    "laughs in text": (file("<documentation>&l9;</documentation>", f'<!DOCTYPE d [<!ENTITY l0 "ha">{LAUGHS}]>'), 2),
    "one large entity often": (file(f'<task id="x" name="{"&l;" * 20_000}"/>', f'<!DOCTYPE d [<!ENTITY l "{"x" * 20_000}">]>'), 2),
    "subprocesses within subprocesses": (file(nested(90)), 0),
    "200 subprocesses within each other": (file(nested(200)), 2),
    "20,000 subprocesses within each other": (file(nested(20_000)), 2),
    "100,000 foreign elements within each other": (file("<extensionElements>" + "<x>" * 100_000 + "</x>" * 100_000 + "</extensionElements>"), 2),
    "an attribute of 15 MB": (file(f'<task id="x" name="{"x" * 15_000_000}"/>'), 2),
    "a text of 15 MB": (file(f'<task id="x" name="X"><documentation>{"x" * 15_000_000}</documentation></task>'), 0),
    "20,000 steps": (file(MANY, flow=False), 1),
    "ids that stand twice": (file('<task id="a" name="En till"/>'), 1),
    "thousands of elements of one id": (file('<task id="x" name="X"/>' * 100_000), 1),
    "references to nothing": (file('<sequenceFlow id="h" sourceRef="a" targetRef="borta"/>'), 1),
    "thousands of references to nothing": (file("".join(f'<sequenceFlow id="h{n}" sourceRef="x{n}" targetRef="y"/>' for n in range(30_000))), 1),
    "an event on its own border": (file('<boundaryEvent id="k" name="K" attachedToRef="k"><timerEventDefinition/></boundaryEvent>'), 1),
    "a lane within itself": (file('<laneSet id="l"><lane id="b" name="B"><flowNodeRef>b</flowNodeRef><childLaneSet id="c"><lane id="b" name="B"/></childLaneSet></lane></laneSet>'), 1),
    "a process that calls itself": (file('<callActivity id="c" name="Igen" calledElement="p"/>'), 0),
    "hundreds that call each other": ("<definitions " + SPACE + ' id="d" targetNamespace="urn:x">' + "".join(
        f'<process id="p{n}" name="P{n}"><callActivity id="c{n}" name="C" calledElement="p{(n + 1) % 200}"/></process>' for n in range(200)) + "</definitions>", 0),
    "ten thousand links to each other": (file("".join(
        f'<intermediate{kind}Event id="{kind}{n}" name="L"><linkEventDefinition name="L"/></intermediate{kind}Event>' for kind, many in (("Throw", 10_000), ("Catch", 1_000)) for n in range(many))), 1),
    "Latin-1 where UTF-8 is said": (declared("UTF-8", "latin-1"), 2),
    "Latin-1 where Latin-1 is said": (declared("ISO-8859-1", "latin-1"), 0),
    "Windows-1252": (declared("windows-1252", "cp1252"), 0),
    "UTF-16": (declared("UTF-16", "utf-16"), 0),
    "UTF-8 with a mark": (declared("UTF-8", "utf-8-sig"), 0),
    "figures without a size": (file(more=drawn('<dc:Bounds x="0" y="0" width="0" height="-5"/>')), 1),
    "figures that are no numbers": (file(more=drawn('<dc:Bounds x="NaN" y="1e999" width="INF" height="ett"/>')), 1),
    "figures without a place": (file(more=drawn("", "")), 1),
    "a figure of the size of the earth": (file(more=drawn('<dc:Bounds x="-1e300" y="0" width="1e300" height="1e300"/>')), 0),
    "nothing": ("", 2),
    "words": ("hej och hå", 2),
    "the half of a file": (file()[:400], 2),
    "tags that do not fit": (file("<task></subProcess>"), 2),
    "a file of another kind": ('<Package xmlns="http://www.wfmc.org/2009/XPDL2.2"/>', 2),
    "a NUL": (file('<task id="x" name="&#0;"/>'), 2),
    "half a character": (file('<task id="x" name="&#xD800;"/>'), 2),
    "an attribute that stands twice": (file('<task id="x" id="y" name="X"/>'), 2),
    "an entity that nobody explained": (file('<task id="x" name="F&aring;"/>'), 2),
    "no file but a program": (b"\x7fELF" + bytes(range(256)) * 100, 2),
}  # fmt: skip
HOSTILE: dict[str, tuple[bytes, int]] = {
    name: (data if isinstance(data, bytes) else data.encode("utf-8"), code) for name, (data, code) in _FILES.items()
}
