"""Events: something happens, at the start, on the way, at the border of an activity, or at the end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from procmap.model.element import Element
from procmap.model.knowledge import Maybe
from procmap.model.part import Part
from procmap.model.quantity import Duration

__all__ = ["Event", "Position", "Trigger", "TriggerKind"]

Position = Literal["start", "catch", "throw", "boundary", "end"]
TriggerKind = Literal[
    "timer", "message", "condition", "signal", "error", "escalation", "compensation", "cancel", "link", "terminate"
]


@dataclass(frozen=True, slots=True)
class Trigger(Part):
    """What makes an event happen (BPMN: event definition), and which: a message's id, a time, a condition in words."""

    kind: TriggerKind
    what: Maybe[str] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Element):
    """An event of BPMN.

    Several triggers mean any of them, or all where ``all_triggers`` is true (BPMN: multiple, parallel multiple).
    ``attached_to`` is the id of the activity whose border a boundary event stands on; ``interrupting`` tells whether
    it (or the start of an event subprocess) stops the work there.
    """

    position: Position
    triggers: tuple[Trigger, ...] = ()
    all_triggers: bool = False
    attached_to: str | None = None
    interrupting: bool = True
    wait_time: Maybe[Duration] = None
    share: Maybe[float] = None
    reads: Maybe[tuple[str, ...]] = None
    system: Maybe[tuple[str, ...]] = None

    @property
    def terminates(self) -> bool:
        """Whether this end stops everything in its scope."""
        return any(trigger.kind == "terminate" for trigger in self.triggers)
