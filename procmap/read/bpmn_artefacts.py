"""Artefacts of a BPMN file: annotations, groups, and the dotted lines between them and the rest."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from procmap.model.artefact import Annotation, Association, Direction, Group
from procmap.read import bpmn_notices as say
from procmap.read.bpmn_file import BpmnFile, note_of, words_in
from procmap.read.bpmn_flows import loose_side
from procmap.ref import Ref
from procmap.source.xml_tree import Tag

__all__ = ["artefacts_of"]

_DIRECTIONS: dict[str | None, Direction] = {"One": "one", "Both": "both"}


def artefacts_of(tags: Iterable[tuple[Tag, str | None]], key: str, file: BpmnFile) -> dict[str, Any]:
    """``annotations``, ``groups`` and ``associations`` of a document, from their tags and the paths they are within."""
    found: dict[str, list[Any]] = {"annotations": [], "groups": [], "associations": []}
    for tag, within in tags:
        id = file.id_of(tag)
        if tag.name == "textAnnotation":
            file.place(tag, Ref(key, f"annotations/{id}"))
            text = tag.first("text")
            words = text.text.strip() if text is not None else ""
            found["annotations"].append(Annotation(id=id, text=words, within=within, note=note_of(tag)))
        elif tag.name == "group":
            file.place(tag, Ref(key, f"groups/{id}"))
            found["groups"].append(Group(id=id, name=_category(tag, file), within=within, note=note_of(tag)))
        else:
            file.place(tag, Ref(key, f"associations/{id}"))
            found["associations"].append(_association(tag, id, within, file))
    return {name: tuple(parts) for name, parts in found.items()}


def _category(tag: Tag, file: BpmnFile) -> str | None:
    """The name of a group, which BPMN keeps among the categories."""
    value = file.refer(tag, "categoryValueRef", ("categoryValue",), "category")
    return words_in(value.attributes.get("value", "")) if value is not None else None


def _association(tag: Tag, id: str, within: str | None, file: BpmnFile) -> Association:
    ends = [tag.get("sourceRef"), tag.get("targetRef")]
    if (side := loose_side(tag)) is not None:
        file.say(say.LOOSE_LINE, tag, What=tag, side=side)
    for attribute in ("sourceRef", "targetRef"):
        file.refer(tag, attribute, file.elements, "element")
    direction = _DIRECTIONS.get(tag.attributes.get("associationDirection"), "none")
    return Association(id=id, source=ends[0] or "", target=ends[1] or "", direction=direction, within=within)
