"""When the event subprocesses of a scope begin, and what they may do to it."""

from __future__ import annotations

from procmap.model.event import Event
from procmap.verify.catching import catcher, is_releasing, name_of, waits_for_error
from procmap.verify.doing import Exit, Outcome
from procmap.verify.scopes import Scope

__all__ = [
    "catching",
    "comes_any_time",
    "frees",
    "has_begun",
    "holds_up",
    "is_freed",
    "leaving",
    "may_begin",
    "reaction_occurs",
    "takes_over",
]


def reaction_occurs(scope: Scope, child: Scope) -> bool:
    """Whether something can set an event subprocess going."""
    if not scope.begins:
        return False
    if may_begin(scope, child):
        return True
    exits = [outcome.exit for outcome in scope.proof.outcomes if outcome.exit is not None]
    exits += [Exit("escalation", name) for name in scope.proof.throws]
    return any(catching(scope, exit) is child for exit in exits)


def takes_over(child: Scope) -> bool:
    """Whether an event subprocess can come any time and take the place of its scope."""
    return child.interrupts and comes_any_time(child)


def frees(child: Scope) -> bool:
    """Whether an event subprocess can come any time and put an end to what its scope is at, or come to a cut."""
    if not comes_any_time(child):
        return False
    return child.interrupts or not child.summary.whole or any(each.exit is not None for each in child.summary.outcomes)


def is_freed(scope: Scope) -> bool:
    """Whether an event subprocess that occurs can put an end to whatever a scope is at."""
    return any(frees(child) and reaction_occurs(scope, child) for _, child in scope.reactions)


def comes_any_time(child: Scope) -> bool:
    """Whether an event subprocess waits for what needs nobody to be at work."""
    return any(is_releasing(start) for start in child.starts)


def has_begun(scope: Scope, child: Scope, outcome: Outcome) -> bool:
    """Whether an event subprocess beside a scope can have begun in a run that comes out so."""
    return may_begin(scope, child) or any(catching(scope, Exit("escalation", name)) is child for name in outcome.thrown)


def holds_up(scope: Scope, child: Scope) -> bool:
    """Whether an event subprocess beside a scope that is stuck keeps it from being complete: nothing else ends it."""
    return any(each.waits and has_begun(scope, child, each) for each in scope.proof.outcomes)


def may_begin(scope: Scope, child: Scope) -> bool:
    """Whether an event subprocess may begin any time while work goes on in its scope."""
    return not child.starts or comes_any_time(child) or _is_free_error(scope, child)


def catching(scope: Scope, exit: Exit) -> Scope | None:
    """The event subprocess of a scope that catches something: one of the same name before one of none."""
    starts = [(number, start) for number, (_, child) in enumerate(scope.reactions) for start in child.starts]
    found = catcher(starts, exit)
    return None if found is None else scope.reactions[found][1]


def _is_free_error(scope: Scope, child: Scope) -> bool:
    """Whether an event subprocess waits for an error that no end in its scope stands for: it may happen at any work."""
    thrown = _thrown(scope)
    for_errors = any(waits_for_error(start) for start in child.starts)
    return for_errors and not any(exit.kind == "error" and catching(scope, exit) is child for exit in thrown)


def _thrown(scope: Scope) -> frozenset[Exit]:
    """The errors and cancellations that come to a scope as it is written: its own, and what nobody inside caught."""
    found: set[Exit] = set()
    level = scope.level
    for node in level.nodes:
        if isinstance(node, Event) and node.position == "end":
            for trigger in node.triggers:
                if trigger.kind == "error" or trigger.kind == "cancel":
                    found.add(Exit(trigger.kind, name_of(trigger)))
    for number, child in scope.inside.items():
        if child.outcomes is not None:
            border = [(event, level.nodes[event]) for event in level.border.get(number, ())]
            events = [(event, node) for event, node in border if isinstance(node, Event) and node.interrupting]
            found.update(exit for exit in child.outcomes.leaving if catcher(events, exit) is None)
    return frozenset(found)


def leaving(scope: Scope) -> frozenset[Exit]:
    """How a scope may be broken off, as it is written."""
    starts = [(number, start) for number, child in scope.reactions for start in child.starts]
    found = {exit for exit in _thrown(scope) if catcher(starts, exit) is None}
    for _, child in scope.reactions:
        found |= child.summary.leaving
    return frozenset(found)
