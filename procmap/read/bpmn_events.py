"""Events of a BPMN file, and what triggers them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from procmap.model.event import Event, Trigger
from procmap.read import bpmn_notices as say
from procmap.read.bpmn_file import BpmnFile, label_of, words_in
from procmap.read.bpmn_names import ACTIVITIES, EVENTS, TRIGGERS
from procmap.read.bpmn_values import truth
from procmap.source.xml_tree import Tag

__all__ = ["event"]

_REFERENCES = {
    "message": ("messageRef", "message"),
    "signal": ("signalRef", "signal"),
    "error": ("errorRef", "error"),
    "escalation": ("escalationRef", "escalation"),
}
"""The attribute that says which, and what it refers to."""
_CLOCKS = ("timeDate", "timeDuration", "timeCycle")


def event(tag: Tag, common: dict[str, Any], file: BpmnFile) -> Event:
    """An event; ``common`` are the attributes that all elements have."""
    position = EVENTS[tag.name]
    stops = truth(tag, "cancelActivity" if position == "boundary" else "isInterrupting")
    return Event(
        **common,
        position=position,
        triggers=tuple(_triggers(tag, file)),
        all_triggers=truth(tag, "parallelMultiple") is True,
        attached_to=_host(tag, file) if position == "boundary" else None,
        interrupting=stops is not False,
    )


def _triggers(tag: Tag, file: BpmnFile) -> Iterator[Trigger]:
    """What the event's definitions say, those that it refers to among them, in their order."""
    for child in tag.children:
        definition: Tag | None = child
        if child.name == "eventDefinitionRef":
            id = child.text.strip()
            definition = file.refer(child, "eventDefinitionRef", TRIGGERS, "definition", id) if id else None
        if definition is not None and definition.name in TRIGGERS:
            yield _trigger(definition, file, tag)


def _trigger(definition: Tag, file: BpmnFile, event: Tag) -> Trigger:
    kind = TRIGGERS[definition.name]
    what: str | None = None
    if kind in _REFERENCES:
        what = file.use(definition, *_REFERENCES[kind], by=event)
    elif kind == "timer":
        clocks = (clock for name in _CLOCKS for clock in definition.of(name))
        what = next((text for clock in clocks if (text := words_in(clock.text))), None)
    elif kind == "condition":
        condition = definition.first("condition")
        what = words_in(condition.text) if condition is not None else None
    elif kind == "link":
        what = label_of(definition)
    elif kind == "compensation":
        undone = file.refer(definition, "activityRef", ACTIVITIES, "activity")
        what = file.id_of(undone) if undone is not None else definition.get("activityRef")
    return Trigger(kind, what)


def _host(tag: Tag, file: BpmnFile) -> str | None:
    """The id of the activity that a boundary event is attached to."""
    id = tag.get("attachedToRef")
    if id is None:
        file.say(say.NOT_ON_A_BORDER, tag, What=tag)
        return None
    host = file.refer(tag, "attachedToRef", ACTIVITIES, "activity")
    if host is None:
        return id
    if file.homes.get(host) is not file.homes.get(tag):
        file.say(say.ATTACHED_ELSEWHERE, tag, What=tag, host=host)
    return file.id_of(host)
