"""What the schema of BPMN wants an element to have, and is not there: programs that look at the schema refuse the file.

Ends of arrows and lines are looked at where they are read, and numbers of shapes by a check.

Source: the XML schema Semantic.xsd of BPMN 2.0 (OMG, 2010-05-24).
"""

from __future__ import annotations

from collections.abc import Iterable

from procmap.read import bpmn_notices as say
from procmap.read.bpmn_file import BpmnFile
from procmap.source.xml_tree import Tag

__all__ = ["say_missing_parts"]

_ATTRIBUTES: dict[str, tuple[str, ...]] = {
    "definitions": ("targetNamespace",),
    "import": ("importType", "location", "namespace"),
    "interface": ("name",),
    "operation": ("name",),
}
_INSIDE: dict[str, tuple[str, ...]] = {
    "dataInputAssociation": ("targetRef",),
    "dataOutputAssociation": ("targetRef",),
    "ioSpecification": ("inputSet", "outputSet"),
    "operation": ("inMessageRef",),
}
_LOOKED_AT = frozenset({*_ATTRIBUTES, *_INSIDE, "timerEventDefinition"})
_CLOCKS = frozenset({"timeCycle", "timeDate", "timeDuration"})


def say_missing_parts(tags: Iterable[Tag], file: BpmnFile) -> None:
    """Say which elements lack a part that they must have, and which timers have several times."""
    for tag in tags:
        name = tag.name
        if name not in _LOOKED_AT:
            continue
        for attribute in _ATTRIBUTES.get(name, ()):
            if attribute not in tag.attributes:
                file.say(say.PART_MISSING, tag, What=tag, part=attribute)
        if name in _INSIDE:
            there = {child.name for child in tag.children}
            for part in _INSIDE[name]:
                if part not in there:
                    file.say(say.PART_MISSING, tag, What=tag, part=f"<{part}>")
        elif name == "timerEventDefinition":
            clocks = [child for child in tag.children if child.name in _CLOCKS]
            if len(clocks) > 1:
                event = tag.above if tag.above is not None else tag
                file.say(say.SEVERAL_TIMES, clocks[1], What=event)
