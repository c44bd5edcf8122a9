"""A run that ends in a fault, put together from the runs of the scopes around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from procmap.model.event import Event
from procmap.verify.catching import catcher, name_of
from procmap.verify.doing import Exit, Inner
from procmap.verify.proof import Fault, paths
from procmap.verify.reactions import has_begun, is_freed
from procmap.verify.result import Property, Trace
from procmap.verify.scopes import Scope
from procmap.verify.ways_to_reactions import way_to_reaction, with_reaction

__all__ = ["CaughtBeside", "trace"]


def trace(top: Scope, scopes: list[Scope], properties: dict[Property, bool | None]) -> Trace | None:
    """The shortest at hand to the first property that fails, in the order of what hurts most; None where none is."""
    around = _around(top)
    caught = CaughtBeside(top)
    names: tuple[Property, ...] = ("option_to_complete", "safeness", "proper_completion")
    for name in names:
        if properties[name] is not False:
            continue
        best: Trace | None = None
        for scope in scopes:
            for fault in _faults(scope, name):
                if name == "option_to_complete" and (is_freed(scope) or not _only_reacts(scope, around)):
                    continue
                way = _way_through(scope, paths(scope.level, fault.steps), name, around)
                if way is not None:
                    within = None if name == "option_to_complete" else scope.level.prefix
                    run = caught.put_in(way, within)
                    shortest = fault.shortest and scope is top and len(scopes) == 1
                    if best is None or len(run) < len(best.elements):
                        best = Trace(tuple(run), shortest, name)
        if best is not None:
            return best
    return None


_Around = dict[int, tuple[Scope, int]]


def _around(top: Scope) -> _Around:
    """For each scope, by its ``id()``, the scope around and the node that it is inside."""
    found: _Around = {}
    waiting = [top]
    while waiting:
        scope = waiting.pop()
        for number, child in (*scope.inside.items(), *scope.reactions):
            found[id(child)] = (scope, number)
            waiting.append(child)
    return found


def _faults(scope: Scope, name: Property) -> Iterator[Fault]:
    """The faults of a scope; a call of what was cut is one, with the run to where two tokens are inside."""
    fault = scope.proof.faults.get(name)
    if fault is not None:
        yield fault
    if name == "safeness":
        for number in scope.cut_calls():
            steps = scope.proof.reach.steps(number)
            if steps:
                last = max(at for at, (node, _) in enumerate(steps) if node == number)
                runs = (run for each, run in scope.inside[number].summary.outcomes.items() if each.cut)
                inner = max(runs, key=len, default=())
                yield Fault([*steps[:last], (number, inner)], [], False)


def _reacts(scope: Scope, around: _Around) -> bool:
    """Whether a scope is the inside of an event subprocess, which nothing outside completes."""
    outer, number = around[id(scope)]
    return scope is not outer.inside.get(number)


def _only_reacts(scope: Scope, around: _Around) -> bool:
    """Whether what is stuck in a scope is told nowhere else: inside an activity, that is told where it is held."""
    while id(scope) in around:
        if not _reacts(scope, around):
            return False
        scope, _ = around[id(scope)]
    return True


def _way_through(scope: Scope, run: Inner, name: Property, around: _Around) -> Inner | None:
    """A run of the case that goes through one of a scope; None where none is at hand.

    What is stuck beside a scope that goes on, and may be broken off, terminated or cut, is stuck for good only when
    that has come to its end; so that is told first.
    """
    while name == "option_to_complete" and id(scope) in around:
        outer, number = around[id(scope)]
        outcomes = outer.proof.outcomes
        if scope.interrupts or (outer.proof.whole and all(each.waits or each.stuck for each in outcomes)):
            before = way_to_reaction(outer, number, scope)
            if before is None:
                return None
            run = (*before, *run)
        else:
            runs = (inner for each, inner in outcomes.items() if each.waits and has_begun(outer, scope, each))
            last = next(runs, None)
            if last is None:
                return None
            run = with_reaction(outer, number, scope, last, run, at_once=False)
        scope = outer
    way = _way_to(scope, around)
    return None if way is None else (*way, *run)


def _way_to(scope: Scope, around: _Around) -> list[str] | None:
    """A run to where a scope begins."""
    chain: list[tuple[Scope, int, Scope]] = []
    while id(scope) in around:
        outer, number = around[id(scope)]
        chain.append((outer, number, scope))
        scope = outer
    way: list[str] = []
    for outer, number, inner in reversed(chain):
        if _reacts(inner, around):
            run = way_to_reaction(outer, number, inner)
            if run is None:
                return None
            way += run
            continue
        steps = outer.proof.reach.steps(number)
        if not steps:
            return None
        last = max(at for at, (node, _) in enumerate(steps) if node == number)
        way += [*paths(outer.level, steps[:last]), outer.level.path(number)]
    return way


class CaughtBeside:
    """Who catches which escalation without interrupting: that occurs directly after what threw it.

    A run of a scope tells what was thrown in a subprocess first and what occurs at its border later, and says nothing
    of what occurs apart from the flow.
    """

    def __init__(self, top: Scope) -> None:
        self.border: dict[str, tuple[str, str]] = {}
        self.reaction: dict[str, Inner] = {}
        self.endless: set[str] = set()
        waiting: list[tuple[Scope, list[tuple[Scope, int]]]] = [(top, [])]
        while waiting:
            scope, outer = waiting.pop()
            self._look(scope, outer)
            for number, child in (*scope.inside.items(), *scope.reactions):
                waiting.append((child, [(scope, number), *outer]))

    def _look(self, scope: Scope, outer: list[tuple[Scope, int]]) -> None:
        for number, node in enumerate(scope.level.nodes):
            if isinstance(node, Event) and node.position in ("throw", "end"):
                for trigger in node.triggers:
                    if trigger.kind == "escalation":
                        self._find(scope.level.path(number), Exit("escalation", name_of(trigger)), scope, outer)

    def _find(self, path: str, thrown: Exit, scope: Scope, outer: list[tuple[Scope, int]]) -> None:
        """Who catches it, from the inside out."""
        is_reaction = False
        for around, host in [*outer, (None, 0)]:
            starts = [(at, start) for at, (_, child) in enumerate(scope.reactions) for start in child.starts]
            found = None if is_reaction else catcher(starts, thrown)
            if found is not None:
                number, child = scope.reactions[found]
                if not child.interrupts:
                    self.reaction[path] = (scope.level.path(number), *_goes_on(child))
                    if not any(each.completes for each in child.summary.outcomes):
                        self.endless.add(scope.level.path(number))
                return
            if around is None:
                return
            level = around.level
            is_reaction = host in level.event_subprocesses
            border = [(event, level.nodes[event]) for event in level.border.get(host, ()) if not is_reaction]
            found = catcher([(event, node) for event, node in border if isinstance(node, Event)], thrown)
            if found is not None:
                if not getattr(level.nodes[found], "interrupting", True):
                    self.border[path] = (level.path(found), level.path(host))
                return
            scope = around

    def put_in(self, run: Iterable[str], within: str | None) -> list[str]:
        """The run with what is caught where it is caught, at a border once each time the activity is done.

        Where the last step leads to two tokens or two ends in its own scope, whose paths begin with ``within``, what it
        starts beside it only begins; so does what is going on already, since it runs once at a time.
        """
        if not self.border and not self.reaction:
            return list(run)
        found: list[str] = []
        told: Counter[str] = Counter()
        used: set[tuple[str, str]] = set()
        begun: set[str] = set()
        waiting = list(reversed(list(run)))
        while waiting:
            path = waiting.pop()
            if told[path]:
                told[path] -= 1
                continue
            found.append(path)
            used = {each for each in used if each[1] != path}
            reaction = self.reaction.get(path)
            if reaction is not None and waiting[-1:] != [reaction[0]]:
                is_shown = not waiting and within is not None and path == within + path.rpartition("/")[2]
                begins_only = is_shown or reaction[0] in begun or _is_going_on(reaction[0], reversed(waiting))
                waiting += reversed(reaction[:1] if begins_only else reaction)
            if path in self.endless:
                begun.add(path)
            border = self.border.get(path)
            if border is not None and border not in used:
                used.add(border)
                found.append(border[0])
                told[border[0]] += 1
        return found


def _is_going_on(reaction: str, rest: Iterable[str]) -> bool:
    """Whether the rest of a run goes on with an event subprocess that has begun before."""
    first = next((path for path in rest if path == reaction or path.startswith(reaction + "/")), reaction)
    return first != reaction


def _goes_on(reaction: Scope) -> Inner:
    """A run of an event subprocess that does not break off what is around; nothing where none is known."""
    runs = reaction.summary.outcomes
    done = next((run for outcome, run in runs.items() if outcome.completes), None)
    stuck = next((run for outcome, run in runs.items() if outcome.stuck), ())
    return stuck if done is None else done
