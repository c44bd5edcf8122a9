"""Which threads of a scope are threads apart: sound taken alone, so that they are taken out of its flow."""

from __future__ import annotations

from collections.abc import Container

from procmap.verify.answer import properties_of
from procmap.verify.doing import Outcome
from procmap.verify.scopes import Scope
from procmap.verify.threads import entered_apart

__all__ = ["set_threads_apart", "sound_threads"]


def sound_threads(scope: Scope) -> dict[int, list[int]]:
    """The events at borders in a scope that begin a thread apart, with its nodes."""
    children = {id(child): child for _, child in scope.threads.values()}
    sound = {
        each
        for each, child in children.items()
        if all(properties_of(child).values()) and all(_just_ends(scope, outcome) for outcome in child.summary.outcomes)
    }
    found = {event: nodes for event, (nodes, child) in scope.threads.items() if id(child) in sound}
    return entered_apart(scope.level, found)


def _just_ends(scope: Scope, outcome: Outcome) -> bool:
    """Whether a thread that comes out so breaks nothing off, and tells nobody around anything."""
    return outcome.completes and not any(scope.escalations.catcher(name) for name in outcome.thrown)


def set_threads_apart(scope: Scope, kept: Container[int] = ()) -> None:
    """Take out of the flow what follows an event at a border and is sound taken alone, but for the events ``kept``."""
    level = scope.level
    scope.apart.update((event, nodes) for event, nodes in sound_threads(scope).items() if event not in kept)
    for nodes in scope.apart.values():
        left = [number for number in nodes if number not in level.apart]
        level.without(left)
        level.apart.update(left)
    for event in scope.apart:
        level.outs[event] = []
