"""Who catches what is thrown: errors, escalations and cancellations, inside a scope and at its border."""

from __future__ import annotations

from dataclasses import dataclass

from procmap.model.event import Event, Trigger
from procmap.model.knowledge import known
from procmap.verify.doing import Exit

__all__ = ["NOBODY", "Escalations", "catcher", "catches", "is_releasing", "name_of", "waits_for_error"]

_NEEDS_WORK = {"error", "escalation", "cancel", "compensation"}


def is_releasing(event: Event) -> bool:
    """Whether an event needs nobody to be at work, and so frees what is stuck: a timer, message, condition, signal.

    Of several kinds any may occur (10.5.2, 10.5.4), so one is enough.
    """
    return not event.triggers or any(trigger.kind not in _NEEDS_WORK for trigger in event.triggers)


def waits_for_error(event: Event) -> bool:
    """Whether an event catches errors, among others perhaps."""
    return any(trigger.kind == "error" for trigger in event.triggers)


def catches(event: Event, exit: Exit) -> bool:
    """Whether an event catches what was thrown: of its kind, and of its name where it has one."""
    return any(trigger.kind == exit.kind and name_of(trigger) in ("", exit.what) for trigger in event.triggers)


def catcher(events: list[tuple[int, Event]], exit: Exit) -> int | None:
    """The one that catches: one of the same name before one of none."""
    found = [(number, event) for number, event in events if catches(event, exit)]
    for number, event in found:
        if any(trigger.kind == exit.kind and name_of(trigger) == exit.what for trigger in event.triggers):
            return number
    return found[0][0] if found else None


@dataclass(frozen=True, slots=True)
class Escalations:
    """What becomes of an escalation in a scope: it breaks the scope off, is caught beside it, or goes on outwards.

    ``inside`` are the starts of its event subprocesses, ``border`` the events at its border, ``outer`` the scope
    around. Of those of ``inside`` that go on beside the scope, by number, ``lasting`` may do more than complete,
    ``leaving`` may break it off, and ``ending`` can do nothing else; of ``unsure`` not all is known.
    """

    inside: tuple[Event, ...] = ()
    border: tuple[Event, ...] = ()
    outer: Escalations | None = None
    lasting: frozenset[int] = frozenset()
    ending: frozenset[int] = frozenset()
    leaving: frozenset[int] = frozenset()
    unsure: frozenset[int] = frozenset()

    def breaks(self, name: str) -> bool:
        """Whether it breaks the scope off: whoever catches it, here or further out, interrupts."""
        event = self.catcher(name)
        return event is not None and event.interrupting

    def is_caught_inside(self, name: str) -> bool:
        """Whether an event subprocess catches it, and nobody outside hears of it."""
        return _among(self.inside, name) is not None

    def starts_one_of(self, reactions: frozenset[int], name: str) -> bool:
        """Whether it starts one of some of the event subprocesses inside."""
        return catcher(list(enumerate(self.inside)), Exit("escalation", name)) in reactions

    def caught_names(self) -> tuple[tuple[str, bool], ...]:
        """The escalations that are caught, from the inside out, and whether whoever does so interrupts."""
        found: list[tuple[str, bool]] = []
        scope: Escalations | None = self
        while scope is not None:
            for event in (*scope.inside, *scope.border):
                names = (name_of(trigger) for trigger in event.triggers if trigger.kind == "escalation")
                found += [(name, event.interrupting) for name in names]
            scope = scope.outer
        return tuple(found)

    def catcher(self, name: str) -> Event | None:
        """Who catches it, from the inside out."""
        scope: Escalations | None = self
        while scope is not None:
            event = _among(scope.inside, name) or _among(scope.border, name)
            if event is not None:
                return event
            scope = scope.outer
        return None


def _among(events: tuple[Event, ...], name: str) -> Event | None:
    number = catcher(list(enumerate(events)), Exit("escalation", name))
    return None if number is None else events[number]


NOBODY = Escalations()


def name_of(trigger: Trigger) -> str:
    """What a trigger is called; nothing where it does not say."""
    return str(known(trigger.what) or "")
