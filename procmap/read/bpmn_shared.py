"""What stands beside the processes of a BPMN file and is shared by them: messages, signals, stores, global tasks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from procmap.model.activity import GlobalTask
from procmap.model.flow import Message, Signal
from procmap.read.bpmn_data import make_data
from procmap.read.bpmn_file import BpmnFile, label_of, note_of
from procmap.read.bpmn_names import GLOBAL_TASKS, SIGNALS
from procmap.ref import Ref
from procmap.source.xml_tree import Tag

__all__ = ["Shared", "shared_by"]

Shared = dict[str, dict[str, list[Any]]]
"""For each document, the parts of each of its sections."""


def shared_by(file: BpmnFile) -> Shared:
    """What each document of the file refers to; what none refers to stands with the first process.

    To be called when everything else is read. In a file without processes, messages stand with the first collaboration.
    """
    found: Shared = {}
    first = next((key for tag, key in file.documents.items() if tag.name == "process"), None)
    other = next(iter(file.documents.values()), None)
    for tag in file.root.children:
        row = _SECTIONS.get(tag.name)
        if row is None:
            continue
        section, make = row
        fallback = first if first is not None or section != "messages" else other
        for key in file.used.get(tag) or ([fallback] if fallback is not None else []):
            file.place(tag, Ref(key, f"{section}/{file.id_of(tag)}"))
            found.setdefault(key, {}).setdefault(section, []).append(make(tag, file))
    return found


def _message(tag: Tag, file: BpmnFile) -> Message:
    return Message(id=file.id_of(tag), name=label_of(tag), note=note_of(tag))


def _signal(tag: Tag, file: BpmnFile) -> Signal:
    kind: Any = tag.name
    return Signal(
        id=file.id_of(tag), name=label_of(tag), kind=kind, code=tag.get(f"{tag.name}Code"), note=note_of(tag)
    )


def _task(tag: Tag, file: BpmnFile) -> GlobalTask:
    return GlobalTask(id=file.id_of(tag), name=label_of(tag), type=GLOBAL_TASKS[tag.name], note=note_of(tag))


_SECTIONS: dict[str, tuple[str, Callable[[Tag, BpmnFile], Any]]] = {
    "message": ("messages", _message),
    "dataStore": ("data", make_data),
    **dict.fromkeys(SIGNALS, ("signals", _signal)),
    **dict.fromkeys(GLOBAL_TASKS, ("global_tasks", _task)),
}
