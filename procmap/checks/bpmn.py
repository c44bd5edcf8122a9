"""What checks of BPMN share: what triggers are called, whom to ask, messages with their ends, what is declared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, Union

from procmap.checks.words import MOST, listing
from procmap.graph.drawn import Drawing
from procmap.graph.labels import literal
from procmap.graph.view import View
from procmap.model.activity import Node
from procmap.model.collaboration import Collaboration
from procmap.model.event import Event, TriggerKind
from procmap.model.flow import Message, MessageFlow, Signal
from procmap.model.process import Process
from procmap.ref import Ref
from procmap.text import Text

__all__ = ["TRIGGERS", "WHO_DRAWS", "MessageEnd", "briefly", "declared", "has", "message_ends", "names"]

WHO_DRAWS = Text("den som ritar processen", "whoever draws the process")

TRIGGERS: dict[TriggerKind, Text] = {
    "timer": Text("en tid", "a time"),
    "message": Text("ett meddelande", "a message"),
    "condition": Text("ett villkor", "a condition"),
    "signal": Text("en signal", "a signal"),
    "error": Text("ett fel", "an error"),
    "escalation": Text("en eskalering", "an escalation"),
    "compensation": Text("en kompensation", "a compensation"),
    "cancel": Text("ett avbrott", "a cancellation"),
    "link": Text("en länk", "a link"),
    "terminate": Text("ett stopp", "a termination"),
}
"""What may make an event happen, in a sentence."""


def has(event: Event, *kinds: TriggerKind) -> bool:
    """Whether something of these kinds makes the event happen."""
    return any(trigger.kind in kinds for trigger in event.triggers)


def names(view: View, refs: Sequence[Ref]) -> Text:
    """What several elements are called, as people list them; of very many the first, and how many more."""
    return listing([*map(view.label, refs[: MOST + 1]), *refs[MOST + 1 :]])


def briefly(view: View) -> Callable[[Ref], Text]:
    """What to call things one after the other that are gathered in one sentence; what it will not show by its id."""
    said: Counter[str] = Counter()

    def label(ref: Ref) -> Text:
        said[ref.document] += 1
        return view.label(ref) if said[ref.document] <= MOST + 1 else literal(ref.id or "")

    return label


def declared(drawing: Drawing) -> Iterator[tuple[Ref, Union[Message, Signal]]]:
    """Every message, signal, error and escalation of a file, each once, where it stands first."""
    seen: set[str] = set()
    documents: tuple[Union[Process, Collaboration], ...] = (*drawing.processes, *drawing.collaborations)
    for document in documents:
        parts: list[tuple[str, Union[Message, Signal]]] = [("messages", message) for message in document.messages]
        if isinstance(document, Process):
            parts += [("signals", signal) for signal in document.signals]
        for section, part in parts:
            if part.id not in seen:
                seen.add(part.id)
                yield Ref(document.id, f"{section}/{part.id}"), part


class MessageEnd(NamedTuple):
    """One end of a message flow: the pool's id, and the element where the flow ends at one."""

    pool: str
    process: Process | None
    ref: Ref | None = None
    node: Node | None = None


def message_ends(view: View) -> Iterator[tuple[Collaboration, MessageFlow, MessageEnd, MessageEnd]]:
    """Every message flow with what it comes from and goes to."""
    processes = {process.id: process for process in view.processes}
    for collaboration in view.map.collaborations:
        inside = {pool.id: pool.process for pool in collaboration.pools}
        for flow in collaboration.message_flows:
            ends = []
            for end in (flow.source, flow.target):
                pool, _, path = end.partition("/")
                while pool not in inside and pool not in processes and path:
                    # an element in no pool stands behind its process, whose id may hold a slash
                    first, _, path = path.partition("/")
                    pool = f"{pool}/{first}"
                key = inside.get(pool, pool)
                process = processes.get(key) if isinstance(key, str) else None
                ref = Ref(process.id, path) if process is not None and path else None
                node = _node(view, process, path) if process is not None and path else None
                ends.append(MessageEnd(pool, process, ref if node is not None else None, node))
            yield collaboration, flow, ends[0], ends[1]


def _node(view: View, process: Process, path: str) -> Node | None:
    try:
        return view.node(process, path)
    except KeyError:
        return None
