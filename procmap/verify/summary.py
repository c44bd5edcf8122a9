"""What a scope comes to, seen from outside: its own outcomes, and those of the event subprocesses in it."""

from __future__ import annotations

from dataclasses import replace

from procmap.model.event import Event
from procmap.verify.catching import catcher, catches, is_releasing, kind_of, name_of
from procmap.verify.doing import Exit, Inner, Outcome, Summary
from procmap.verify.scopes import Scope

__all__ = ["comes_any_time", "completes", "frees", "reaction_occurs", "summary", "takes_over", "way_to_reaction"]


def summary(scope: Scope) -> Summary:
    """The outcomes of a proved scope, with those of the event subprocesses that take its place or break it off."""
    reactions = [(number, child) for number, child in scope.reactions if reaction_occurs(scope, child)]
    endless = [
        child for _, child in reactions if not child.interrupts and not any(map(completes, child.summary.outcomes))
    ]
    own = _told(
        scope,
        {
            outcome: inner
            for outcome, inner in scope.proof.outcomes.items()
            if not completes(outcome)
            or not any(_is_caught(child, Exit("escalation", name)) for child in endless for name in outcome.thrown)
        },
    )
    is_freed = any(frees(child) for _, child in reactions)
    may_complete = any(map(completes, scope.proof.outcomes))
    outcomes: dict[Outcome, Inner] = {}
    for outcome, inner in own.items():
        is_caught = outcome.exit is not None and any(
            child.interrupts and _is_caught(child, outcome.exit) for _, child in reactions
        )
        if not is_caught and not (outcome.stuck and is_freed):
            outcomes.setdefault(outcome if outcome.exit is None else replace(outcome, ends=frozenset()), inner)
    for number, child in reactions:
        if child.interrupts:
            for before, first in _before(scope, child, own).items():
                first = first or _start(scope)
                for outcome, inner in child.summary.outcomes.items():
                    ends = before.ends if completes(outcome) else frozenset()
                    both = replace(outcome, ends=ends, thrown=before.thrown | outcome.thrown)
                    outcomes.setdefault(both, (*first, scope.level.path(number), *inner))
            continue
        first = way_to_reaction(scope, number, child) or ()
        for outcome, inner in child.summary.outcomes.items():
            if outcome.exit is not None or outcome.cut or (outcome.stuck and not is_freed and may_complete):
                outcomes.setdefault(replace(outcome, ends=frozenset()), (*first, *inner))
            elif outcome.thrown:
                for each in list(outcomes):
                    both = replace(each, thrown=each.thrown | outcome.thrown)
                    outcomes.setdefault(both, (*first, *inner, *outcomes[each][len(first) - 1 :]))
    whole = scope.proof.whole and all(child.summary.whole for _, child in reactions)
    return Summary(outcomes, _leaving(scope), begins=scope.begins, whole=whole)


def completes(outcome: Outcome) -> bool:
    """Whether a run that comes out so is complete, and not broken off."""
    return outcome.exit is None and not outcome.stuck and not outcome.cut


def _told(scope: Scope, outcomes: dict[Outcome, Inner]) -> dict[Outcome, Inner]:
    """Outcomes without the escalations that event subprocesses here catch: nobody outside hears of them."""
    found: dict[Outcome, Inner] = {}
    for outcome, inner in outcomes.items():
        told = frozenset(name for name in outcome.thrown if not scope.escalations.is_caught_inside(name))
        found.setdefault(replace(outcome, thrown=told), inner)
    return found


def _before(scope: Scope, child: Scope, own: dict[Outcome, Inner]) -> dict[Outcome, Inner]:
    """What a scope may have told when an event subprocess takes its place."""
    found: dict[Outcome, Inner] = {}
    if not child.starts or comes_any_time(child) or _is_free_error(scope, child):
        for before, inner in _told(scope, scope.proof.meanwhile).items():
            if not before.stuck or comes_any_time(child):
                found.setdefault(Outcome(ends=before.ends, thrown=before.thrown), inner)
    for outcome, inner in own.items():
        if outcome.exit is not None and _is_caught(child, outcome.exit):
            found.setdefault(Outcome(ends=outcome.ends, thrown=outcome.thrown), inner)
    return found


def reaction_occurs(scope: Scope, child: Scope) -> bool:
    """Whether something can set an event subprocess going."""
    if not scope.begins:
        return False
    if not child.starts or comes_any_time(child) or _is_free_error(scope, child):
        return True
    for outcome in scope.proof.outcomes:
        exits = [Exit("escalation", name) for name in outcome.thrown]
        if any(_is_caught(child, exit) for exit in (*exits, *([outcome.exit] if outcome.exit is not None else []))):
            return True
    return False


def takes_over(child: Scope) -> bool:
    """Whether an event subprocess can come any time and take the place of its scope."""
    return child.interrupts and comes_any_time(child)


def frees(child: Scope) -> bool:
    """Whether an event subprocess can come any time and put an end to what its scope is at."""
    if not comes_any_time(child):
        return False
    return child.interrupts or any(each.exit is not None for each in child.summary.outcomes)


def way_to_reaction(scope: Scope, number: int, child: Scope) -> Inner | None:
    """A run to where an event subprocess begins, itself the last; None where none is at hand."""
    level = scope.level
    path = level.path(number)
    if not child.starts or comes_any_time(child) or _is_free_error(scope, child):
        return (*_start(scope), path)
    for outcome, inner in scope.proof.outcomes.items():
        if outcome.exit is not None and _is_caught(child, outcome.exit):
            return (*inner, path)
    throws = {
        level.path(each)
        for each, node in enumerate(level.nodes)
        if isinstance(node, Event)
        and node.position in ("throw", "end")
        and any(t.kind == "escalation" and _is_caught(child, Exit("escalation", name_of(t))) for t in node.triggers)
    }
    for inner in scope.proof.outcomes.values():
        for at, each in enumerate(inner):
            if each in throws:
                return (*inner[: at + 1], path)
    return None


def _start(scope: Scope) -> Inner:
    """The start, where something follows it; else the case is complete when it has occurred."""
    level = scope.level
    return tuple(level.path(start) for start in level.starts[:1] if level.outs[start])


def comes_any_time(child: Scope) -> bool:
    """Whether an event subprocess waits for what needs nobody to be at work."""
    return any(is_releasing(start) for start in child.starts)


def _is_caught(child: Scope, exit: Exit) -> bool:
    return any(catches(start, exit) for start in child.starts)


def _is_free_error(scope: Scope, child: Scope) -> bool:
    """Whether an event subprocess waits for an error that no end in its scope stands for: it may happen at any work."""
    thrown = _thrown(scope)
    return any(kind_of(start) == "error" and not any(catches(start, exit) for exit in thrown) for start in child.starts)


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


def _leaving(scope: Scope) -> frozenset[Exit]:
    """How a scope may be broken off, as it is written."""
    starts = [(number, start) for number, child in scope.reactions for start in child.starts]
    found = {exit for exit in _thrown(scope) if catcher(starts, exit) is None}
    for _, child in scope.reactions:
        found |= child.summary.leaving
    return frozenset(found)
