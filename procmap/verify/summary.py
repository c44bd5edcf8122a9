"""What a scope comes to, seen from outside: its own outcomes, and those of the event subprocesses in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from procmap.verify.catching import Escalations, waits_for_error
from procmap.verify.doing import Inner, Outcome, Summary
from procmap.verify.reactions import (
    catching,
    comes_any_time,
    frees,
    has_begun,
    leaving,
    may_begin,
    reaction_occurs,
)
from procmap.verify.scopes import Scope
from procmap.verify.ways_to_reactions import start_of, with_reaction

__all__ = ["escalations", "may_break_off", "summary"]


def summary(scope: Scope) -> Summary:
    """The outcomes of a proved scope, with those of the event subprocesses that take its place or break it off."""
    reactions = [(number, child) for number, child in scope.reactions if reaction_occurs(scope, child)]
    beside = [(number, child) for number, child in reactions if not child.interrupts]
    is_freed = any(frees(child) for _, child in reactions)
    outcomes: dict[Outcome, Inner] = {}
    for outcome, inner in scope.proof.outcomes.items():
        by = None if outcome.exit is None else catching(scope, outcome.exit)
        is_caught = by is not None and by.interrupts
        if not is_caught and not (outcome.stuck and is_freed):
            for thrown, run in _told_beside(scope, outcome, inner, beside, is_over=outcome.waits):
                ends = outcome.ends if outcome.exit is None else frozenset()
                outcomes.setdefault(replace(outcome, ends=ends, thrown=thrown, stopped=False), run)
    for number, child in reactions:
        if child.interrupts:
            for before, first in _before(scope, child, beside).items():
                first = first or start_of(scope)
                for outcome, inner in child.summary.outcomes.items():
                    ends = before.ends if outcome.completes else frozenset()
                    both = replace(outcome, ends=ends, thrown=before.thrown | outcome.thrown)
                    outcomes.setdefault(both, (*first, scope.level.path(number), *inner))
            continue
        for outcome, inner in child.summary.outcomes.items():
            if outcome.exit is not None or outcome.cut:
                befores = scope.proof.meanwhile
            elif outcome.stuck and not is_freed:
                befores = {each: run for each, run in scope.proof.outcomes.items() if each.waits}
            else:
                continue
            others = [each for each in beside if each[1] is not child]
            for each, run in befores.items():
                for told, first in _told_beside(scope, each, run, others) if has_begun(scope, child, each) else ():
                    both = replace(outcome, ends=frozenset(), thrown=told | outcome.thrown)
                    outcomes.setdefault(both, with_reaction(scope, number, child, first, inner, at_once=False))
    whole = scope.proof.whole and all(child.summary.whole for _, child in reactions)
    inside = [child for number, child in scope.inside.items() if scope.proof.occurs[number]]
    crowded = scope.proof.crowded or any(each.summary.crowded for each in (*inside, *(child for _, child in reactions)))
    during: dict[frozenset[str], Inner] = {}
    for each, run in scope.proof.meanwhile.items():
        if not each.stuck:
            during.setdefault(_told(scope, each.thrown), run)
    return Summary(outcomes, leaving(scope), during, begins=scope.begins, whole=whole, crowded=crowded)


def _told_beside(
    scope: Scope, outcome: Outcome, run: Inner, beside: list[tuple[int, Scope]], *, is_over: bool = False
) -> Iterator[tuple[frozenset[str], Inner]]:
    """What is told outside by a run of a scope, and by the event subprocesses that go on beside it.

    Where that is over these are complete.
    """
    found = {_told(scope, outcome.thrown): run}
    for number, child in beside:
        if not has_begun(scope, child, outcome):
            continue
        ways = [
            (each.thrown, inner if each.exit is None else inner[:-1])  # what breaks it off has not occurred
            for each, inner in child.summary.outcomes.items()
            if each.completes or not is_over
        ]
        if outcome.stuck and comes_any_time(child):  # it goes on as long as there is anything to tell
            for thrown, inner in ways:
                if thrown:
                    found = {
                        before | thrown: with_reaction(scope, number, child, first, inner)
                        for before, first in found.items()
                    }
            continue
        more = dict(found) if outcome.exit is not None or may_begin(scope, child) else {}
        for before, first in found.items():
            for thrown, inner in ways:
                if not thrown:
                    more.setdefault(before, first)
                else:
                    more.setdefault(before | thrown, with_reaction(scope, number, child, first, inner))
        found = more
    yield from found.items()


def _before(scope: Scope, child: Scope, beside: list[tuple[int, Scope]]) -> dict[Outcome, Inner]:
    """What a scope may have told when an event subprocess takes its place."""
    befores: list[tuple[Outcome, Inner]] = []
    if may_begin(scope, child):
        for before, inner in scope.proof.meanwhile.items():
            if not before.stuck or comes_any_time(child):
                befores.append((before, inner))
    for outcome, inner in scope.proof.outcomes.items():
        if outcome.exit is not None and catching(scope, outcome.exit) is child:
            befores.append((outcome, inner))
    found: dict[Outcome, Inner] = {}
    for before, inner in befores:
        for told, run in _told_beside(scope, before, inner, beside):
            found.setdefault(Outcome(ends=before.ends, thrown=told), run)
    return found


def _told(scope: Scope, thrown: frozenset[str]) -> frozenset[str]:
    """Escalations without those that event subprocesses here catch: nobody outside hears of them."""
    return frozenset(name for name in thrown if not scope.escalations.is_caught_inside(name))


def escalations(scope: Scope) -> Escalations:
    """What becomes of an escalation in a scope whose event subprocesses are proved."""
    starting = [child for _, child in scope.reactions for _ in child.starts]
    beside = [(number, [*child.summary.outcomes]) for number, child in enumerate(starting) if not child.interrupts]
    lasting = frozenset(number for number, outcomes in beside if not all(each.completes for each in outcomes))
    ending = frozenset(number for number, outcomes in beside if not any(o.completes or o.stuck for o in outcomes))
    leaving = frozenset(number for number, outcomes in beside if any(each.exit is not None for each in outcomes))
    cut = [number for number, child in enumerate(starting) if not child.interrupts and not child.summary.whole]
    return replace(scope.escalations, lasting=lasting, ending=ending, leaving=leaving, unsure=frozenset(cut))


def may_break_off(scope: Scope) -> bool:
    """Whether an error may happen in a scope, or what goes on beside it breaks it off, or is cut."""
    return any(waits_for_error(event) for event in scope.escalations.border) or any(
        each.exit is not None or each.cut for _, child in scope.reactions for each in child.summary.outcomes
    )
