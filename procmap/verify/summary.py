"""What a scope comes to, seen from outside: its own outcomes, and those of the event subprocesses in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from procmap.model.event import Event
from procmap.verify.catching import Escalations, catcher, is_releasing, name_of, waits_for_error
from procmap.verify.doing import Exit, Inner, Outcome, Summary
from procmap.verify.scopes import Scope

__all__ = [
    "comes_any_time",
    "completes",
    "escalations",
    "frees",
    "has_begun",
    "holds_up",
    "is_freed",
    "may_break_off",
    "reaction_occurs",
    "summary",
    "takes_over",
    "waits",
    "way_to_reaction",
    "with_reaction",
]


def summary(scope: Scope) -> Summary:
    """The outcomes of a proved scope, with those of the event subprocesses that take its place or break it off."""
    reactions = [(number, child) for number, child in scope.reactions if reaction_occurs(scope, child)]
    beside = [(number, child) for number, child in reactions if not child.interrupts]
    is_freed = any(frees(child) for _, child in reactions)
    outcomes: dict[Outcome, Inner] = {}
    for outcome, inner in scope.proof.outcomes.items():
        by = None if outcome.exit is None else _catching(scope, outcome.exit)
        is_caught = by is not None and by.interrupts
        if not is_caught and not (outcome.stuck and is_freed):
            for thrown, run in _told_beside(scope, outcome, inner, beside, is_over=waits(outcome)):
                ends = outcome.ends if outcome.exit is None else frozenset()
                outcomes.setdefault(replace(outcome, ends=ends, thrown=thrown, stopped=False), run)
    for number, child in reactions:
        if child.interrupts:
            for before, first in _before(scope, child, beside).items():
                first = first or _start(scope)
                for outcome, inner in child.summary.outcomes.items():
                    ends = before.ends if completes(outcome) else frozenset()
                    both = replace(outcome, ends=ends, thrown=before.thrown | outcome.thrown)
                    outcomes.setdefault(both, (*first, scope.level.path(number), *inner))
            continue
        for outcome, inner in child.summary.outcomes.items():
            if outcome.exit is not None or outcome.cut:
                befores = scope.proof.meanwhile
            elif outcome.stuck and not is_freed:
                befores = {each: run for each, run in scope.proof.outcomes.items() if waits(each)}
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
    return Summary(outcomes, _leaving(scope), during, begins=scope.begins, whole=whole, crowded=crowded)


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
            if completes(each) or not is_over
        ]
        if outcome.stuck and comes_any_time(child):  # it goes on as long as there is anything to tell
            for thrown, inner in ways:
                if thrown:
                    found = {
                        before | thrown: with_reaction(scope, number, child, first, inner)
                        for before, first in found.items()
                    }
            continue
        more = dict(found) if outcome.exit is not None or _may_begin(scope, child) else {}
        for before, first in found.items():
            for thrown, inner in ways:
                if not thrown:
                    more.setdefault(before, first)
                else:
                    more.setdefault(before | thrown, with_reaction(scope, number, child, first, inner))
        found = more
    yield from found.items()


def has_begun(scope: Scope, child: Scope, outcome: Outcome) -> bool:
    """Whether an event subprocess beside a scope can have begun in a run that comes out so."""
    return _may_begin(scope, child) or any(
        _catching(scope, Exit("escalation", name)) is child for name in outcome.thrown
    )


def holds_up(scope: Scope, child: Scope) -> bool:
    """Whether an event subprocess beside a scope that is stuck keeps it from being complete: nothing else ends it."""
    return any(waits(each) and has_begun(scope, child, each) for each in scope.proof.outcomes)


def waits(outcome: Outcome) -> bool:
    """Whether a scope that comes out so is complete only when what goes on beside it is."""
    return completes(outcome) and not outcome.stopped


def with_reaction(scope: Scope, number: int, child: Scope, run: Inner, inner: Inner, *, at_once: bool = True) -> Inner:
    """A run of a scope in which an event subprocess begins where it can, and runs ``at_once`` or last."""
    if _may_begin(scope, child):
        at = len(_start(scope))
        run = run or _start(scope)
    else:
        throws = set(_throwing(scope, child))
        at = next((at + 1 for at, each in enumerate(run) if each in throws), len(run))
    path = scope.level.path(number)
    return (*run[:at], path, *inner, *run[at:]) if at_once else (*run[:at], path, *run[at:], *inner)


def escalations(scope: Scope) -> Escalations:
    """What becomes of an escalation in a scope whose event subprocesses are proved."""
    starting = [child for _, child in scope.reactions for _ in child.starts]
    beside = [(number, [*child.summary.outcomes]) for number, child in enumerate(starting) if not child.interrupts]
    lasting = frozenset(number for number, outcomes in beside if not all(map(completes, outcomes)))
    ending = frozenset(number for number, outcomes in beside if not any(completes(o) or o.stuck for o in outcomes))
    leaving = frozenset(number for number, outcomes in beside if any(each.exit is not None for each in outcomes))
    cut = [number for number, child in enumerate(starting) if not child.interrupts and not child.summary.whole]
    return replace(scope.escalations, lasting=lasting, ending=ending, leaving=leaving, unsure=frozenset(cut))


def may_break_off(scope: Scope) -> bool:
    """Whether an error may happen in a scope, or what goes on beside it breaks it off, or is cut."""
    return any(waits_for_error(event) for event in scope.escalations.border) or any(
        each.exit is not None or each.cut for _, child in scope.reactions for each in child.summary.outcomes
    )


def completes(outcome: Outcome) -> bool:
    """Whether a run that comes out so is complete, and not broken off."""
    return outcome.exit is None and not outcome.stuck and not outcome.cut


def _told(scope: Scope, thrown: frozenset[str]) -> frozenset[str]:
    """Escalations without those that event subprocesses here catch: nobody outside hears of them."""
    return frozenset(name for name in thrown if not scope.escalations.is_caught_inside(name))


def _before(scope: Scope, child: Scope, beside: list[tuple[int, Scope]]) -> dict[Outcome, Inner]:
    """What a scope may have told when an event subprocess takes its place."""
    befores: list[tuple[Outcome, Inner]] = []
    if _may_begin(scope, child):
        for before, inner in scope.proof.meanwhile.items():
            if not before.stuck or comes_any_time(child):
                befores.append((before, inner))
    for outcome, inner in scope.proof.outcomes.items():
        if outcome.exit is not None and _catching(scope, outcome.exit) is child:
            befores.append((outcome, inner))
    found: dict[Outcome, Inner] = {}
    for before, inner in befores:
        for told, run in _told_beside(scope, before, inner, beside):
            found.setdefault(Outcome(ends=before.ends, thrown=told), run)
    return found


def reaction_occurs(scope: Scope, child: Scope) -> bool:
    """Whether something can set an event subprocess going."""
    if not scope.begins:
        return False
    if _may_begin(scope, child):
        return True
    exits = [outcome.exit for outcome in scope.proof.outcomes if outcome.exit is not None]
    exits += [Exit("escalation", name) for name in scope.proof.throws]
    return any(_catching(scope, exit) is child for exit in exits)


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


def way_to_reaction(scope: Scope, number: int, child: Scope) -> Inner | None:
    """A run to where an event subprocess begins, itself the last; None where none is at hand."""
    level = scope.level
    path = level.path(number)
    if _may_begin(scope, child):
        return (*_start(scope), path)
    for outcome, inner in scope.proof.outcomes.items():
        if outcome.exit is not None and _catching(scope, outcome.exit) is child:
            return (*inner, path)
    throws = set(_throwing(scope, child))
    for name, inner in scope.proof.throws.items():
        if _catching(scope, Exit("escalation", name)) is child:
            last = next((at for at, each in enumerate(inner) if each in throws), None)
            if last is not None:
                return (*inner[: last + 1], path)
    return None


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


def _start(scope: Scope) -> Inner:
    """The start, where something follows it and leads to an end; else what comes after it comes to nothing."""
    level = scope.level
    if all(each.stuck for each in scope.proof.outcomes):
        return ()
    return tuple(level.path(start) for start in level.starts[:1] if level.outs[start])


def comes_any_time(child: Scope) -> bool:
    """Whether an event subprocess waits for what needs nobody to be at work."""
    return any(is_releasing(start) for start in child.starts)


def _catching(scope: Scope, exit: Exit) -> Scope | None:
    """The event subprocess of a scope that catches something: one of the same name before one of none."""
    starts = [(number, start) for number, (_, child) in enumerate(scope.reactions) for start in child.starts]
    found = catcher(starts, exit)
    return None if found is None else scope.reactions[found][1]


def _may_begin(scope: Scope, child: Scope) -> bool:
    """Whether an event subprocess may begin any time while work goes on in its scope."""
    return not child.starts or comes_any_time(child) or _is_free_error(scope, child)


def _is_free_error(scope: Scope, child: Scope) -> bool:
    """Whether an event subprocess waits for an error that no end in its scope stands for: it may happen at any work."""
    thrown = _thrown(scope)
    for_errors = any(waits_for_error(start) for start in child.starts)
    return for_errors and not any(exit.kind == "error" and _catching(scope, exit) is child for exit in thrown)


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
