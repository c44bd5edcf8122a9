"""References of a BPMN file to what the model has no place for: messages of operations, resources, types of data.

Nothing is made of them here, but whoever runs or changes the file follows them. Those that the model holds are followed
where they are read.

Source: the XML schema Semantic.xsd of BPMN 2.0 (OMG, 2010-05-24).
"""

from __future__ import annotations

from collections.abc import Iterable

from procmap.read.bpmn_file import BpmnFile
from procmap.source.xml_tree import Tag

__all__ = ["say_broken_references"]

_ITEMS = frozenset(
    {
        *("dataInput", "dataObject", "dataObjectReference", "dataOutput", "dataStore", "dataStoreReference"),
        *("inputDataItem", "outputDataItem", "property"),
    }
)
_KINDS = """
categoryValue choreography correlationKey correlationProperty dataInput dataOutput error inputSet interface
itemDefinition message messageFlow operation outputSet participant process resource resourceParameter
"""
_FITS: dict[str, frozenset[str]] = {
    **{kind: frozenset({kind}) for kind in _KINDS.split()},
    "data": _ITEMS,
    "input": frozenset({"dataInput", "inputSet"}),
    "output": frozenset({"dataOutput", "outputSet"}),
}
"""The standard's text has a binding refer to sets, its schema to data."""
_ATTRIBUTES = {
    "correlationKeyRef": "correlationKey",
    "correlationPropertyRef": "correlationProperty",
    "initiatingParticipantRef": "participant",
    "inputDataRef": "input",
    "itemRef": "itemDefinition",
    "itemSubjectRef": "itemDefinition",
    "operationRef": "operation",
    "outputDataRef": "output",
    "parameterRef": "resourceParameter",
    "partitionElementRef": "element",
}
_LOOKED_AT = frozenset(_ATTRIBUTES)
_MOST = frozenset(
    {"dc:Bounds", "dd:waypoint", "di:BPMNEdge", "di:BPMNLabel", "di:BPMNShape", "incoming", "outgoing", "sequenceFlow"}
)
"""Nine of ten tags in a file, and none of these has such references."""
_TYPES = frozenset({"itemRef", "itemSubjectRef"})
"""Many programs write a type of XML Schema straight in here, such as ``xsd:string``."""
_INPUTS = ("dataInputRefs", "optionalInputRefs", "whileExecutingInputRefs")
_OUTPUTS = ("dataOutputRefs", "optionalOutputRefs", "whileExecutingOutputRefs")
_TEXTS = {
    "categoryValueRef": "categoryValue",
    "choreographyRef": "choreography",
    "correlationPropertyRef": "correlationProperty",
    "inMessageRef": "message",
    "inputSetRefs": "inputSet",
    "interfaceRef": "interface",
    "loopDataInputRef": "data",
    "loopDataOutputRef": "data",
    "messageFlowRef": "messageFlow",
    "operationRef": "operation",
    "outMessageRef": "message",
    "outputSetRefs": "outputSet",
    "participantRef": "participant",
    "resourceRef": "resource",
    "supportedInterfaceRef": "interface",
    "supports": "process",
    **dict.fromkeys(_INPUTS, "dataInput"),
    **dict.fromkeys(_OUTPUTS, "dataOutput"),
}
_WITHIN = {
    ("dataInputAssociation", "targetRef"): "element",
    ("dataOutputAssociation", "sourceRef"): "element",
    ("linkEventDefinition", "source"): "element",
    ("linkEventDefinition", "target"): "element",
    ("operation", "errorRef"): "error",
}
"""What has other meanings elsewhere; of some it is said only that there is no such thing, since programs differ."""
_PLACES = frozenset({name for _, name in _WITHIN})


def say_broken_references(tags: Iterable[Tag], file: BpmnFile) -> None:
    """Say which references lead to nothing, or to something of another kind."""
    for tag in tags:
        if tag.name in _MOST:
            continue
        if not _LOOKED_AT.isdisjoint(tag.attributes):
            for name, written in tag.attributes.items():
                if name in _ATTRIBUTES and not (name in _TYPES and ":" in written):
                    _follow(tag, name, _ATTRIBUTES[name], None, file)
        if tag.name == "conversationLink":
            for name in ("sourceRef", "targetRef"):
                _follow(tag, name, "element", None, file)
        kind = _TEXTS.get(tag.name)
        if kind is None and tag.name in _PLACES and tag.above is not None:
            kind = _WITHIN.get((tag.above.name, tag.name))
        if kind is not None and (id := tag.text.strip()):
            _follow(tag, tag.name, kind, id, file)


def _follow(tag: Tag, name: str, kind: str, id: str | None, file: BpmnFile) -> None:
    file.refer(tag, name, file.elements if kind == "element" else _FITS[kind], kind, id)
