"""A naive explorer of what a flow means: every state is visited, nothing is reduced, clear rather than fast.

It follows ``procmap/verify/README.md`` to the letter and shares no code with what it judges. A subprocess is worked out
first and is then a task that ends in one of its outcomes, as the README says; ``nested.py`` does without that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, Union

from scopes import Catch, Scope, Tokens, catcher, gives, kinds, most, plus, position, takes, thrown

from procmap import Event, Gateway, Process, ProcessMap

LIMIT = 60_000


class TooLarge(Exception):
    """More states than the judge cares to visit."""


@dataclass
class Answer:
    """The four properties with their elements: what is dead, which ends are reached twice, which flows unsafe."""

    properties: dict[str, bool | None]
    dead: set[str]
    twice: set[str]
    unsafe: set[str]
    cut: bool
    states: int

    @property
    def verdict(self) -> str:
        values = self.properties.values()
        return "unsound" if False in values else "unknown" if None in values else "sound"


class Outcome(NamedTuple):
    """How a run of a scope comes out: ``complete`` with the names of its ends, ``caught``, ``lost``, ``stuck``, ``cut``.

    ``lost`` is an error that nothing catches. ``told`` is what was thrown on the way and does not interrupt, in order.
    """

    kind: str
    told: tuple[Catch, ...] = ()
    names: frozenset[str] = frozenset()
    catch: Catch | None = None


class Held(NamedTuple):
    """An activity that has begun, from which flow, how it will come out, what it still has to tell, what has occurred."""

    id: str
    flow: str
    outcome: Outcome
    used: frozenset[str] = frozenset()


class Run(NamedTuple):
    """A state: tokens, what is held, the ends that were reached, what was told outside."""

    tokens: Tokens
    held: tuple[Held, ...] = ()
    ends: frozenset[str] = frozenset()
    told: tuple[Catch, ...] = ()


State = Union[Run, Outcome]


class Move(NamedTuple):
    """What occurs, and the state after it; ``again`` is an end that had been reached before."""

    occurs: tuple[str, ...]
    after: State
    again: str | None = None


@dataclass
class Runs:
    """Everything that the runs of one scope come to."""

    outcomes: set[Outcome] = field(default_factory=set)
    occurs: set[str] = field(default_factory=set)
    entered: set[str] = field(default_factory=set)
    unsafe: set[str] = field(default_factory=set)
    twice: set[str] = field(default_factory=set)
    cut: bool = False
    cut_here: bool = False
    states: int = 0

    def take_in(self, inner: Runs) -> None:
        self.occurs |= inner.occurs
        self.unsafe |= inner.unsafe
        self.twice |= inner.twice
        self.cut |= inner.cut
        self.states += inner.states


def explore(process: Process, map: ProcessMap | None = None, limit: int = LIMIT) -> Answer:
    """The properties of a process; calls lead into the other processes of the map."""
    scope = whole(process, map)
    explorer = Explorer(limit)
    runs = explorer.runs(scope)
    return answer(
        runs, set(scope.elements()), set(explorer.surely_dead(scope)) if runs.cut else set(), explorer.option(scope)
    )


def whole(process: Process, map: ProcessMap | None = None) -> Scope:
    library = {each.id: each for each in map.processes} if map is not None else {}
    return Scope(process, library=library, calling=(process.id,))


def answer(runs: Runs, elements: set[str], surely_dead: set[str], option: bool | None) -> Answer:
    """With a cut, only what is dead in a scope that was not cut is known to be dead."""
    dead = elements - runs.occurs
    unknown = None if runs.cut else True
    properties = {
        "option_to_complete": option,
        "proper_completion": False if runs.twice else unknown,
        "no_dead_activities": True if not dead else None if runs.cut and not surely_dead else False,
        "safeness": not runs.unsafe,
    }
    return Answer(properties, surely_dead if runs.cut else dead, runs.twice, runs.unsafe, runs.cut, runs.states)


class Explorer:
    """Explores scopes, each once."""

    def __init__(self, limit: int = LIMIT) -> None:
        self.limit = limit
        self.known: dict[str, Runs] = {}
        self.threads: dict[Scope, dict[str, set[str]]] = {}

    # Threads apart

    def apart(self, scope: Scope, event: str) -> set[str] | None:
        """What follows an event at a border, where that is a thread apart; else None."""
        if scope not in self.threads:
            self.threads[scope] = self._threads(scope)
        return self.threads[scope].get(event)

    def _threads(self, scope: Scope) -> dict[str, set[str]]:
        """All threads apart of a scope: sound taken alone, and entered from nowhere but from one another."""
        events = [event for each in scope.boundary.values() for event in each if not event.interrupting]
        ending = {event.id: self._ends_itself(scope, event) for event in events}
        threads = _from_each_other(scope, {id: thread for id, thread in ending.items() if thread is not None})
        return _from_each_other(scope, {id: each for id, each in threads.items() if self._is_sound(scope, id, each)})

    def _ends_itself(self, scope: Scope, event: Event) -> set[str] | None:
        """What follows an event, where that ends nothing but itself."""
        thread: set[str] = set()
        waiting = [flow.target for flow in scope.outgoing(event.id)]
        while waiting:
            id = waiting.pop()
            if id not in thread:
                thread.add(id)
                waiting += [flow.target for flow in scope.outgoing(id)]
                waiting += [each.id for each in scope.boundary.get(id, [])]
        if event.attached_to in thread:
            return None
        for id in thread:
            if position(scope.nodes[id]) in ("end", "throw") and kinds(scope.nodes[id]) & {"terminate", "error", "cancel", "escalation"}:
                return None
            if position(scope.nodes[id]) == "boundary" and scope.nodes[id].attached_to not in thread:
                return None
        return thread

    def _is_sound(self, scope: Scope, event: str, thread: set[str]) -> bool:
        """Whether a thread is sound taken alone: with nothing but what follows its event, begun by that event."""
        if not thread:
            return True
        part = scope.part(thread, scope.outgoing(event))
        runs = self._explore(part)
        if any(outcome.kind != "complete" or outcome.told for outcome in runs.outcomes):
            return False
        return answer(runs, set(part.elements()), set(), self._option(part, runs)).verdict == "sound"

    def elements_of_thread(self, scope: Scope, event: str) -> set[str]:
        """What occurs when an event occurs that begins a thread apart."""
        return {scope.path + event, *scope.part(self.apart(scope, event) or set(), []).elements()}

    # Runs

    def runs(self, scope: Scope) -> Runs:
        """Everything that the runs of a scope come to."""
        if scope.path not in self.known:
            self.known[scope.path] = self._explore(scope)
        return self.known[scope.path]

    def option(self, scope: Scope) -> bool | None:
        """Whether every run of a scope can be completed."""
        return self._option(scope, self.runs(scope))

    def _option(self, scope: Scope, runs: Runs) -> bool | None:
        if scope.starts_over():
            interrupting = [id for id in scope.event_subprocesses if scope.interrupts(id)]
            replacing = [self.option(scope.inside[id]) for id in interrupting if id in runs.entered]
            may_be_more = runs.cut_here and any(id not in runs.entered for id in interrupting)
            return False if False in replacing else None if None in replacing or may_be_more else True
        if any(outcome.kind == "stuck" for outcome in runs.outcomes):
            return False
        return None if runs.cut else True

    def surely_dead(self, scope: Scope) -> Iterator[str]:
        """What is dead in a scope that can occur and was not cut: that is so whatever lies beyond a cut elsewhere."""
        runs = self.runs(scope)
        for id, node in scope.nodes.items():
            path = scope.path + id
            if id in runs.entered:
                yield from () if scope.inside[id].is_called else self.surely_dead(scope.inside[id])
            elif not runs.cut_here and not isinstance(node, Gateway) and path not in runs.occurs:
                yield path
                inside = scope.inside.get(id)
                yield from scope.in_any_order(id) if inside is None else () if inside.is_called else inside.elements()

    def _explore(self, scope: Scope) -> Runs:
        runs = Runs()
        before: dict[State, list[State]] = {}
        goals: list[State] = []
        queue: list[State] = []
        for tokens in scope.entries:
            queue.append(Run(tokens))
            before[queue[-1]] = []
        for state in queue:
            if len(queue) > self.limit:
                raise TooLarge
            if isinstance(state, Outcome):
                runs.outcomes.add(state)
                if state.kind != "stuck":
                    goals.append(state)
                runs.cut |= state.kind == "cut"
                continue
            if not state.tokens and not state.held:
                runs.outcomes.add(Outcome("complete", state.told, scope.end_names(state.ends)))
                goals.append(state)
                continue
            count = most(state.tokens)
            runs.unsafe |= {scope.label(flow) for flow, many in count.items() if many > 1}
            holding = Counter(held.flow for held in state.held if held.flow)
            runs.unsafe |= {scope.label(flow) for flow, many in holding.items() if many > 2}
            if max([*count.values(), *holding.values()], default=0) > 2:
                runs.cut = True
                runs.outcomes.add(Outcome("cut", state.told))
                goals.append(state)
                continue
            for move in self._moves(scope, state, runs):
                runs.occurs.update(scope.path + id for id in move.occurs)
                if move.again is not None:
                    runs.twice.add(scope.path + move.again)
                if move.after not in before:
                    before[move.after] = []
                    queue.append(move.after)
                before[move.after].append(state)
        self._stuck(scope, queue, goals, before, runs)
        runs.cut_here = runs.cut
        for id in runs.entered:
            if not scope.inside[id].is_called:
                runs.take_in(self.runs(scope.inside[id]))
        runs.states += len(queue)
        return runs

    def _stuck(
        self, scope: Scope, states: list[State], goals: list[State], before: dict[State, list[State]], runs: Runs
    ) -> None:
        """Which states come to nothing; in the others an error may happen that no end inside leads to.

        While something can still be told outside, that goes on, and is no outcome yet.
        """
        telling = {earlier for state, came_from in before.items() for earlier in came_from if earlier.told != state.told}
        waiting = list(telling)
        while waiting:
            for earlier in before[waiting.pop()]:
                if earlier not in telling:
                    telling.add(earlier)
                    waiting.append(earlier)
        going = set(goals)
        while goals:
            for earlier in before[goals.pop()]:
                if earlier not in going:
                    going.add(earlier)
                    goals.append(earlier)
        first = {Run(tokens) for tokens in scope.entries}
        border = scope.outer.errors_out_of_nowhere(scope.host) if scope.outer is not None else []
        for state in states:
            if not isinstance(state, Run):
                continue
            if state not in going and state not in telling:
                runs.outcomes.add(Outcome("stuck", state.told))
            if (state in going or state in first) and (state.tokens or state.held):
                for event in border:
                    assert scope.outer is not None
                    runs.outcomes.add(Outcome("caught", state.told, catch=Catch(scope.outer, event.id)))
                for id in scope.errors_within():
                    runs.outcomes.update(move.after for move in self._take_over(scope, state, id, runs))  # type: ignore[misc]
                    runs.cut |= any(outcome.kind == "cut" for outcome in self.runs(scope.inside[id]).outcomes)
                    runs.occurs.add(scope.path + id)

    # Moves

    def _moves(self, scope: Scope, state: Run, runs: Runs) -> Iterator[Move]:
        for id, (flow, carried), left in takes(scope, state.tokens, {(held.id, held.used) for held in state.held}):
            node = scope.nodes[id]
            rest = state._replace(tokens=left)
            if isinstance(node, Event) and node.position == "end":
                yield from self._end(scope, rest, node, runs)
            elif isinstance(node, Event) and list(thrown(node)):
                for after in self._throw(scope, rest, node, runs):
                    if isinstance(after, Run):
                        for given in gives(scope, id):
                            yield Move((id,), after._replace(tokens=plus(after.tokens, given)))
                    else:
                        yield Move((id,), after)
            elif isinstance(node, (Event, Gateway)):
                for given in gives(scope, id, carried):
                    yield Move((id,), rest._replace(tokens=plus(left, given)))
            else:
                yield from self._begin(scope, rest, id, flow, runs)
        for held in dict.fromkeys(state.held):
            yield from self._go_on(scope, state, held, runs)
        for id in scope.event_subprocesses:
            if scope.starts_free(id):
                if scope.interrupts(id):
                    yield from self._take_over(scope, state, id, runs)
                else:
                    yield from (Move((id,), after) for after in self._run_apart(scope, state, id, runs))

    def _end(self, scope: Scope, state: Run, node: Event, runs: Runs) -> Iterator[Move]:
        again = node.id if node.id in state.ends else None
        reached = state._replace(ends=state.ends | {node.id})
        for after in self._throw(scope, reached, node, runs):
            if isinstance(after, Run) and "terminate" in kinds(node):
                yield Move((node.id,), after._replace(tokens=(), held=()), again)
            else:
                yield Move((node.id,), after, again)

    def _throw(self, scope: Scope, state: Run, node: Event, runs: Runs) -> Iterator[State]:
        """The states after what an event throws has been caught, or not."""
        for kind, name in thrown(node):
            catch = catcher(scope, kind, name)
            if catch is None and kind == "escalation":
                continue
            if catch is None:
                yield Outcome("lost", state.told)
            elif catch.scope.interrupts(catch.id):
                yield from self._interrupt(scope, state, catch, runs)
            else:
                yield from self._tell(scope, state, catch, runs)
            return
        yield state

    def _begin(self, scope: Scope, state: Run, id: str, flow: str, runs: Runs) -> Iterator[Move]:
        """An activity takes its token; ``state`` is what is left without it."""
        events = scope.free_events(id)
        runs.occurs.update(scope.in_any_order(id))
        if id in scope.inside:
            runs.entered.add(id)
            outcomes = self.runs(scope.inside[id]).outcomes
            if scope.inside[id].is_called and self.runs(scope.inside[id]).cut:
                runs.unsafe.add(scope.path + id)
        else:
            outcomes = {Outcome("complete")}
        leaving = {Outcome("caught", catch=Catch(scope, event.id)) for event in events if event.interrupting}
        beside = [each for each in scope.boundary.get(id, []) if not each.interrupting and self.apart(scope, each.id) is None]
        for event in events:
            if not event.interrupting and self.apart(scope, event.id) is not None:
                runs.occurs |= self.elements_of_thread(scope, event.id)
                runs.entered |= {each for each in self.apart(scope, event.id) or () if each in scope.inside}
        for outcome in [*outcomes, *([] if beside else leaving)]:
            told = []
            for catch in outcome.told:
                if catch.scope.path == scope.path and self.apart(scope, catch.id) is not None:
                    runs.occurs |= self.elements_of_thread(scope, catch.id)
                    runs.entered |= {each for each in self.apart(scope, catch.id) or () if each in scope.inside}
                else:
                    told.append(catch)
            outcome = outcome._replace(told=tuple(told))
            if beside or told or outcome.kind == "stuck":
                yield Move((id,), state._replace(held=_sorted((*state.held, Held(id, flow, outcome)))))
            else:
                yield from self._finish(scope, state, id, outcome, runs, (id,))

    def _go_on(self, scope: Scope, state: Run, held: Held, runs: Runs) -> Iterator[Move]:
        """What may happen while an activity is held."""
        others = list(state.held)
        others.remove(held)
        rest = state._replace(held=tuple(others))
        if held.id in scope.event_subprocesses:
            if held.outcome.kind == "caught":
                assert held.outcome.catch is not None
                yield from (Move((), after) for after in self._interrupt(scope, rest, held.outcome.catch, runs))
            elif held.outcome.kind != "stuck":
                yield Move((), Outcome(held.outcome.kind, state.told))
            return
        for event in scope.free_events(held.id):
            if event.interrupting:
                yield from self._finish(scope, rest, held.id, Outcome("caught", catch=Catch(scope, event.id)), runs, ())
            elif event.id not in held.used and self.apart(scope, event.id) is None:
                yield from self._beside(scope, rest, held, event.id)
        if held.outcome.told:
            catch, *later = held.outcome.told
            later_held = held._replace(outcome=held.outcome._replace(told=tuple(later)))
            if catch.scope.path == scope.path and catch.id in held.used:
                yield Move((), rest._replace(held=_sorted((*rest.held, later_held))))
            elif catch.scope.path == scope.path and position(catch.scope.nodes[catch.id]) == "boundary":
                yield from self._beside(scope, rest, later_held, catch.id)
            else:
                kept = rest._replace(held=_sorted((*rest.held, later_held)))
                for after in self._tell(scope, kept, catch, runs):
                    yield Move((), after)
        elif held.outcome.kind != "stuck":
            yield from self._finish(scope, rest, held.id, held.outcome, runs, ())

    def _beside(self, scope: Scope, rest: Run, held: Held, event: str) -> Iterator[Move]:
        """An event at the border occurs, and the activity goes on."""
        kept = _sorted((*rest.held, held._replace(used=held.used | {event})))
        for given in gives(scope, event):
            yield Move((event,), rest._replace(tokens=plus(rest.tokens, given), held=kept))

    def _finish(
        self, scope: Scope, state: Run, id: str, outcome: Outcome, runs: Runs, occurs: tuple[str, ...]
    ) -> Iterator[Move]:
        if outcome.kind == "complete":
            for given in gives(scope, id, names=outcome.names):
                yield Move(occurs, state._replace(tokens=plus(state.tokens, given)))
        elif outcome.kind == "caught":
            assert outcome.catch is not None
            catch = outcome.catch
            if catch.scope.path == scope.path and catch.id in {event.id for event in scope.boundary.get(id, [])}:
                for given in gives(scope, catch.id):
                    yield Move((*occurs, catch.id), state._replace(tokens=plus(state.tokens, given)))
            else:
                for after in self._interrupt(scope, state, catch, runs):
                    yield Move(occurs, after)
        else:
            yield Move(occurs, Outcome(outcome.kind, state.told))

    # What is thrown

    def _interrupt(self, scope: Scope, state: Run, catch: Catch, runs: Runs) -> Iterator[State]:
        """What breaks this scope off is caught by one of its event subprocesses, or further out."""
        if catch.scope.path == scope.path and catch.id in scope.event_subprocesses:
            yield from (move.after for move in self._take_over(scope, state, catch.id, runs))
        else:
            yield Outcome("caught", state.told, catch=catch)

    def _tell(self, scope: Scope, state: Run, catch: Catch, runs: Runs) -> Iterator[State]:
        """What does not interrupt starts an event subprocess here, or is told outside, where it counts once."""
        if catch.scope.path == scope.path and catch.id in scope.event_subprocesses:
            yield from self._run_apart(scope, state, catch.id, runs)
        elif catch in state.told:
            yield state
        else:
            yield state._replace(told=(*state.told, catch))

    def _take_over(self, scope: Scope, state: Run, id: str, runs: Runs) -> Iterator[Move]:
        """An event subprocess takes the place of its scope."""
        runs.occurs.add(scope.path + id)
        runs.entered.add(id)
        for outcome in self.runs(scope.inside[id]).outcomes:
            told = (*state.told, *(catch for catch in outcome.told if catch not in state.told))
            names = scope.end_names(state.ends) if outcome.kind == "complete" else outcome.names
            yield Move((id,), outcome._replace(told=told, names=names))

    def _run_apart(self, scope: Scope, state: Run, id: str, runs: Runs) -> Iterator[State]:
        """An event subprocess runs beside its scope: only where it does not just complete is that seen here."""
        runs.occurs.add(scope.path + id)
        runs.entered.add(id)
        for outcome in self.runs(scope.inside[id]).outcomes:
            states: list[State] = [state]
            for catch in outcome.told:
                states = [
                    after
                    for each in states
                    for after in (self._tell(scope, each, catch, runs) if isinstance(each, Run) and catch.path != scope.path + id else [each])
                ]
            for each in states:
                if not isinstance(each, Run) or outcome.kind == "complete":
                    yield each
                else:
                    going = Held(id, "", Outcome(outcome.kind, catch=outcome.catch))
                    yield each if going in each.held else each._replace(held=_sorted((*each.held, going)))


def _sorted(held: tuple[Held, ...]) -> tuple[Held, ...]:
    return tuple(sorted(held, key=lambda each: (each.id, each.flow, each.outcome.kind, sorted(each.outcome.names), sorted(each.used), [catch.path for catch in each.outcome.told], each.outcome.catch.path if each.outcome.catch else "")))


def _from_each_other(scope: Scope, threads: dict[str, set[str]]) -> dict[str, set[str]]:
    """Some threads without those that are entered from elsewhere in the scope, as long as there are such."""
    while True:
        here = {id for event, thread in threads.items() for id in (event, *thread)}
        here |= {flow.source for flow in scope.flows.values() if flow.source} - scope.nodes.keys()
        left = {
            event: thread
            for event, thread in threads.items()
            if all(flow.source in here for id in thread for flow in scope.incoming(id))
        }
        if len(left) == len(threads):
            return threads
        threads = left
