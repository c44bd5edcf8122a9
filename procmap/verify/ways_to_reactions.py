"""Runs to where an event subprocess begins, and runs of a scope with one in them."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.model.event import Event
from procmap.verify.catching import name_of
from procmap.verify.doing import Exit, Inner
from procmap.verify.reactions import catching, may_begin
from procmap.verify.scopes import Scope

__all__ = ["start_of", "way_to_reaction", "with_reaction"]


def way_to_reaction(scope: Scope, number: int, child: Scope) -> Inner | None:
    """A run to where an event subprocess begins, itself the last; None where none is at hand."""
    level = scope.level
    path = level.path(number)
    if may_begin(scope, child):
        return (*start_of(scope), path)
    for outcome, inner in scope.proof.outcomes.items():
        if outcome.exit is not None and catching(scope, outcome.exit) is child:
            return (*inner, path)
    throws = set(_throwing(scope, child))
    for name, inner in scope.proof.throws.items():
        if catching(scope, Exit("escalation", name)) is child:
            last = next((at for at, each in enumerate(inner) if each in throws), None)
            if last is not None:
                return (*inner[: last + 1], path)
    return None


def with_reaction(scope: Scope, number: int, child: Scope, run: Inner, inner: Inner, *, at_once: bool = True) -> Inner:
    """A run of a scope in which an event subprocess begins where it can, and runs ``at_once`` or last."""
    if may_begin(scope, child):
        at = len(start_of(scope))
        run = run or start_of(scope)
    else:
        throws = set(_throwing(scope, child))
        at = next((at + 1 for at, each in enumerate(run) if each in throws), len(run))
    path = scope.level.path(number)
    return (*run[:at], path, *inner, *run[at:]) if at_once else (*run[:at], path, *run[at:], *inner)


def start_of(scope: Scope) -> Inner:
    """The start, where something follows it and leads to an end; else what comes after it comes to nothing."""
    level = scope.level
    if all(each.stuck for each in scope.proof.outcomes):
        return ()
    return tuple(level.path(start) for start in level.starts[:1] if level.outs[start])


def _throwing(scope: Scope, child: Scope) -> Iterator[str]:
    """What throws an escalation that an event subprocess of this scope catches, and nobody further in."""
    waiting = [scope]
    while waiting:
        each = waiting.pop()
        for number, node in enumerate(each.level.nodes):
            if isinstance(node, Event) and node.position in ("throw", "end"):
                names = (name_of(trigger) for trigger in node.triggers if trigger.kind == "escalation")
                catching = [each.escalations.catcher(name) for name in names]
                if any(event is start for event in catching for start in child.starts):
                    yield each.level.path(number)
        waiting += each.inside.values()
        waiting += [reaction for _, reaction in each.reactions if each is not scope]
