"""The same flows with nothing worked out beforehand: a state holds the state of everything that runs inside it.

Slower than ``naive.py``, and the judge of its modular reading of subprocesses. Traces are replayed here, since in a real
case what is inside a subprocess and what goes on around it may come in any order.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from heapq import heappop, heappush
from typing import NamedTuple, Union

from naive import LIMIT, Answer, Explorer, TooLarge, whole
from scopes import Catch, Scope, Tokens, catcher, gives, kinds, most, plus, takes, thrown

from procmap import Event, Gateway, Process, ProcessMap


class Doing(NamedTuple):
    """An activity that goes on: from which flow, which events at its border have occurred, and the state inside it."""

    id: str
    flow: str
    used: frozenset[str]
    inside: State | None


class Inside(NamedTuple):
    """The state of a scope."""

    tokens: Tokens
    doing: tuple[Doing, ...] = ()
    ends: frozenset[str] = frozenset()


class Taken(NamedTuple):
    """A scope whose place an event subprocess has taken."""

    id: str
    inside: State
    names: frozenset[str]


State = Union[Inside, Taken]
DONE = Inside(())
DEADLOCK = "deadlock"
"""Shown besides ``option_to_complete`` where nothing more can occur."""


class Step(NamedTuple):
    """What occurs, then the state after it; or None and what catches, where the scope is broken off.

    With a state and something that catches, that is told and the scope goes on. ``catch`` is None with a state of
    None where nothing catches the error. What does not free what is stuck may occur, but completes nothing.
    """

    occurs: tuple[str, ...]
    after: State | None
    catch: Catch | None = None
    again: str | None = None
    frees: bool = True


def explore(process: Process, map: ProcessMap | None = None, limit: int = LIMIT) -> Answer:
    """The properties of a process."""
    return Nested(whole(process, map), limit).answer()


def replay(
    process: Process, elements: Iterable[str], map: ProcessMap | None = None, limit: int = LIMIT
) -> set[str] | None:
    """Which properties fail in a state that these elements can lead to, in this order; None if they cannot occur so."""
    nested = Nested(whole(process, map), limit)
    return nested.replay(nested.seen(elements))


def shortest(process: Process, fault: str, map: ProcessMap | None = None, limit: int = LIMIT) -> int:
    """How few elements lead to a state that shows a fault: a property that fails, or ``DEADLOCK``."""
    return Nested(whole(process, map), limit).shortest(fault)


class Nested:
    """A process with all that is inside it."""

    def __init__(self, scope: Scope, limit: int) -> None:
        self.scope, self.limit = scope, limit
        self.explorer = Explorer(limit)
        self._stuck: dict[tuple[str, State], bool] = {}
        self._fails: dict[State, bool] = {}
        self.apart: set[str] = set()
        self.called = tuple(each.path for each in scope.all_scopes() if each.is_called)
        self.within_threads: dict[str, set[str]] = {}
        for each in scope.all_scopes():
            for id, node in each.nodes.items():
                self.apart.update(each.in_any_order(id))
                if isinstance(node, Event) and node.position == "boundary" and self.explorer.apart(each, id) is not None:
                    self.within_threads[each.path + id] = self.explorer.elements_of_thread(each, id)
                    self.apart |= self.within_threads[each.path + id]

    def seen(self, elements: Iterable[str]) -> list[str]:
        """Those of which a trace may not leave one out: not what occurs in a thread apart or a process that is called."""
        return [path for path in elements if path not in self.apart and not path.startswith(self.called)]

    # Answers

    def states(self) -> tuple[dict[State, list[Step]], set[str]]:
        """Every state that can be reached, with its steps; those that are cut have none."""
        queue = [Inside(tokens) for tokens in self.scope.entries]
        found: dict[State, list[Step]] = {state: [] for state in queue}
        occurs: set[str] = set()
        waiting: deque[State] = deque(queue)
        while waiting:
            state = waiting.popleft()
            found[state] = [] if self.cut(self.scope, state) else list(self.steps(self.scope, state))
            for step in found[state]:
                occurs.update(step.occurs)
                after = step.after if step.after is not None else DONE
                if after not in found:
                    found[after] = []
                    waiting.append(after)
                    if len(found) > self.limit:
                        raise TooLarge
        return found, occurs

    def answer(self) -> Answer:
        found, occurs = self.states()
        for path, thread in self.within_threads.items():
            if path in occurs:
                occurs |= thread
        dead = set(self.scope.elements()) - occurs
        cut = any(self.cut(self.scope, state) for state in found)
        unsafe = {flow for state in found for flow in self.unsafe(self.scope, state)}
        twice = {step.again for steps in found.values() for step in steps if step.again is not None}
        before: dict[State, list[State]] = {state: [] for state in found}
        for state, steps in found.items():
            for step in steps:
                if step.frees:
                    before[step.after if step.after is not None else DONE].append(state)
        goals = [state for state in found if self.done(self.scope, state) or self.cut(self.scope, state)]
        going = set(goals)
        while goals:
            for earlier in before[goals.pop()]:
                if earlier not in going:
                    going.add(earlier)
                    goals.append(earlier)
        unknown = None if cut else True
        open_cut = any(self.cut_for_good(self.scope, state) for state in found)
        surely_dead = set(self.explorer.surely_dead(self.scope)) if cut else set()
        properties = {
            "option_to_complete": False if len(going) < len(found) else None if open_cut else True,
            "proper_completion": False if twice else unknown,
            "no_dead_activities": True if not dead else None if cut and not surely_dead else False,
            "safeness": not unsafe,
        }
        return Answer(properties, surely_dead if cut else dead, twice, unsafe, cut, len(found))

    def replay(self, elements: list[str]) -> set[str] | None:
        start = [(0, Inside(tokens), False) for tokens in self.scope.entries]
        seen, waiting = set(start), deque(start)
        shown: set[str] | None = None
        while waiting:
            at, state, again = waiting.popleft()
            if at == len(elements):
                shown = (shown or set()) | self.faults(state, again)
            for step in [] if self.cut(self.scope, state) else self.steps(self.scope, state):
                occurs = self.seen(step.occurs)
                if occurs == elements[at : at + len(occurs)]:
                    after = step.after if step.after is not None else DONE
                    following = (at + len(occurs), after, step.again is not None or (again and not occurs))
                    if following not in seen:
                        seen.add(following)
                        waiting.append(following)
                        if len(seen) > self.limit:
                            raise TooLarge
        return shown

    def shortest(self, fault: str) -> int:
        far: dict[tuple[State, bool], int] = {(Inside(tokens), False): 0 for tokens in self.scope.entries}
        waiting = [(0, number, here) for number, here in enumerate(far)]
        number = len(waiting)
        while waiting:
            length, _, here = heappop(waiting)
            if length > far[here]:
                continue
            if fault in self.faults(*here):
                return length
            for step in [] if self.cut(self.scope, here[0]) else self.steps(self.scope, here[0]):
                following = (step.after if step.after is not None else DONE, step.again is not None)
                least = length + len(self.seen(step.occurs))
                if least < far.get(following, least + 1):
                    far[following] = least
                    number += 1
                    heappush(waiting, (least, number, following))
                    if number > self.limit:
                        raise TooLarge
        raise LookupError(fault)

    def faults(self, state: State, again: bool) -> set[str]:
        """Which properties this state shows to fail."""
        found = {"proper_completion"} if again else set()
        if any(self.unsafe(self.scope, state)):
            found.add("safeness")
        if not self._can_complete(state):
            found.add("option_to_complete")
            if not any(step.frees for step in self.steps(self.scope, state)):
                found.add(DEADLOCK)
        return found

    def _can_complete(self, first: State) -> bool:
        if first not in self._fails:
            seen: set[State] = {first}
            waiting = [first]
            good = False
            while waiting and not good:
                state = waiting.pop()
                good = self.done(self.scope, state) or self.cut(self.scope, state) or self._fails.get(state) is True
                if not good:
                    for step in self.steps(self.scope, state):
                        if not step.frees:
                            continue
                        after = step.after if step.after is not None else DONE
                        if after not in seen:
                            seen.add(after)
                            waiting.append(after)
                            if len(seen) > self.limit:
                                raise TooLarge
            if not good:
                self._fails.update(dict.fromkeys(seen, False))
            self._fails[first] = good
        return self._fails[first]

    # States

    def done(self, scope: Scope, state: State) -> bool:
        if isinstance(state, Taken):
            return self.done(scope.inside[state.id], state.inside)
        return not state.tokens and not state.doing

    def names(self, scope: Scope, state: State) -> frozenset[str]:
        if isinstance(state, Taken):
            return state.names
        return scope.end_names(state.ends)

    def cut(self, scope: Scope, state: State) -> bool:
        if isinstance(state, Taken):
            return self.cut(scope.inside[state.id], state.inside)
        going = most(tuple((doing.flow, ()) for doing in state.doing if doing.flow))
        return (
            max([*most(state.tokens).values(), *going.values()], default=0) > 2
            or any(doing.inside is not None and self.cut(scope.inside[doing.id], doing.inside) for doing in state.doing)
        )

    def cut_for_good(self, scope: Scope, state: State) -> bool:
        """Whether a state is cut, and no event subprocess can take its place and complete it."""
        if isinstance(state, Taken):
            return self.cut_for_good(scope.inside[state.id], state.inside)
        return not scope.starts_over() and self.cut(scope, state)

    def unsafe(self, scope: Scope, state: State) -> Iterator[str]:
        if isinstance(state, Taken):
            yield from self.unsafe(scope.inside[state.id], state.inside)
            return
        going = most(tuple((doing.flow, ()) for doing in state.doing if doing.flow))
        yield from (scope.label(flow) for flow, many in most(state.tokens).items() if many > 1)
        yield from (scope.label(flow) for flow, many in going.items() if many > 2)
        for doing in state.doing:
            if doing.inside is None:
                continue
            if not scope.inside[doing.id].is_called:
                yield from self.unsafe(scope.inside[doing.id], doing.inside)
            elif self.cut(scope.inside[doing.id], doing.inside):
                yield scope.path + doing.id

    def goes_on(self, scope: Scope, state: State) -> bool:
        """Whether work goes on, so that an error may happen: it has only just begun, or it is not stuck."""
        return state in [Inside(tokens) for tokens in scope.entries] or not self.stuck(scope, state)

    def stuck(self, scope: Scope, first: State) -> bool:
        """Whether a run of a scope, alone, can neither complete nor be broken off any more."""
        key = (scope.path, first)
        if key not in self._stuck:
            seen: set[State] = {first}
            waiting = [first]
            free = False
            while waiting and not free:
                state = waiting.pop()
                free = self.done(scope, state) or self.cut(scope, state)
                for step in [] if free else self.steps(scope, state, errors=False):
                    if step.after is None:
                        free = True
                    elif step.after not in seen:
                        seen.add(step.after)
                        waiting.append(step.after)
            self._stuck[key] = not free
        return self._stuck[key]

    # Steps

    def steps(self, scope: Scope, state: State, errors: bool = True) -> Iterator[Step]:
        if isinstance(state, Taken):
            for step in self.steps(scope.inside[state.id], state.inside):
                yield step._replace(after=None if step.after is None else state._replace(inside=step.after))
            return
        if self.done(scope, state):
            return
        for id, (flow, carried), left in takes(scope, state.tokens, {(doing.id, doing.used) for doing in state.doing}):
            node = scope.nodes[id]
            rest = state._replace(tokens=left)
            if isinstance(node, Event):
                yield from self._event(scope, rest, node)
            elif isinstance(node, Gateway):
                for given in gives(scope, id, carried):
                    yield Step((scope.path + id,), rest._replace(tokens=plus(left, given)))
            else:
                yield from self._begin(scope, rest, id, flow)
        for doing in dict.fromkeys(state.doing):
            others = list(state.doing)
            others.remove(doing)
            yield from self._go_on(scope, state._replace(doing=tuple(others)), doing)
        for id in scope.event_subprocesses:
            if scope.starts_free(id) or (errors and id in scope.errors_within() and self.goes_on(scope, state)):
                for after in self._start(scope, state, id):
                    yield Step((scope.path + id,), after, frees=scope.starts_free(id) or not self.stuck(scope, state))

    def _event(self, scope: Scope, state: Inside, node: Event) -> Iterator[Step]:
        path = scope.path + node.id
        again = None
        after: Inside = state
        if node.position == "end":
            again = path if node.id in state.ends else None
            after = state._replace(ends=state.ends | {node.id})
            if "terminate" in kinds(node):
                after = after._replace(tokens=(), doing=())
        for kind, name in thrown(node):
            catch = catcher(scope, kind, name)
            if catch is None and kind == "escalation":
                continue
            goes_on = catch is not None and not catch.scope.interrupts(catch.id)
            for given in gives(scope, node.id) if goes_on and node.position != "end" else [()]:
                going = after._replace(tokens=plus(after.tokens, given))
                for step in self._thrown(scope, going, catch, goes_on):
                    yield step._replace(occurs=(path, *step.occurs), again=again)
            return
        for given in gives(scope, node.id) if node.position != "end" else [()]:
            yield Step((path,), after._replace(tokens=plus(after.tokens, given)), again=again)

    def _thrown(self, scope: Scope, state: Inside, catch: Catch | None, goes_on: bool) -> Iterator[Step]:
        """Something was thrown in this scope: one of its event subprocesses starts, or it is handed on outside."""
        if catch is not None and catch.scope is scope and catch.id in scope.event_subprocesses:
            for after in self._start(scope, state, catch.id):
                yield Step((scope.path + catch.id,), after)
        else:
            yield Step((), state if goes_on else None, catch)

    def _start(self, scope: Scope, state: Inside, id: str) -> Iterator[State]:
        """The states in which an event subprocess has started; beside its scope it runs once at a time."""
        for tokens in scope.inside[id].entries:
            if scope.interrupts(id):
                yield Taken(id, Inside(tokens), scope.end_names(state.ends))
            elif any(doing.id == id for doing in state.doing):
                yield state
            else:
                yield state._replace(doing=_sorted((*state.doing, Doing(id, "", frozenset(), Inside(tokens)))))

    def _begin(self, scope: Scope, state: Inside, id: str, flow: str) -> Iterator[Step]:
        occurs = (scope.path + id, *scope.in_any_order(id))
        aside = tuple(
            scope.path + event.id for event in scope.free_events(id) if self.explorer.apart(scope, event.id) is not None
        )
        beside = [
            event for event in scope.boundary.get(id, []) if not event.interrupting and self.explorer.apart(scope, event.id) is None
        ]
        if id in scope.inside:
            for tokens in scope.inside[id].entries:
                yield Step(occurs + aside, _doing(state, Doing(id, flow, frozenset(), Inside(tokens))))
        elif beside:
            yield Step(occurs + aside, _doing(state, Doing(id, flow, frozenset(), None)))
        else:
            yield from self._out(scope, state, id, occurs + aside)
            yield from self._interrupted(scope, state, id, occurs)

    def _go_on(self, scope: Scope, rest: Inside, doing: Doing) -> Iterator[Step]:
        """What an activity that goes on may do; ``rest`` is the state without it."""
        id = doing.id
        events = [] if id in scope.event_subprocesses else scope.free_events(id)
        for event in events:
            if not event.interrupting and event.id not in doing.used and self.explorer.apart(scope, event.id) is None:
                yield from self._beside(scope, rest, doing, event.id)
        yield from self._interrupted(scope, rest, id)
        if doing.inside is None:
            yield from self._out(scope, rest, id, ())
            return
        inner = scope.inside[id]
        if self.done(inner, doing.inside):
            yield from self._out(scope, rest, id, (), self.names(inner, doing.inside))
            return
        for event in scope.errors_out_of_nowhere(id):
            if self.goes_on(inner, doing.inside):
                for step in self._to_border(scope, rest, event.id):
                    yield step._replace(frees=not self.stuck(inner, doing.inside))
        for step in self.steps(inner, doing.inside):
            yield from self._from_inside(scope, rest, doing, step)

    def _from_inside(self, scope: Scope, rest: Inside, doing: Doing, step: Step) -> Iterator[Step]:
        """A step inside an activity, seen from the scope around."""
        if scope.inside[doing.id].is_called:
            step = step._replace(again=None)
        after = rest if step.after is None else _doing(rest, doing._replace(inside=step.after))
        if step.catch is None:
            yield step._replace(after=None if step.after is None else after)
            return
        catch = step.catch
        border = {event.id for event in scope.boundary.get(doing.id, [])} if doing.id not in scope.event_subprocesses else set()
        if catch.scope is scope and catch.id in border:
            if step.after is None:
                found = self._to_border(scope, rest, catch.id)
            elif self.explorer.apart(scope, catch.id) is not None:
                found = iter([Step((scope.path + catch.id,), after)])
            elif catch.id in doing.used:
                found = iter([Step((), after)])
            else:
                found = self._beside(scope, rest, doing._replace(inside=step.after), catch.id)
        else:
            found = self._thrown(scope, after, catch, step.after is not None)
        for each in found:
            yield each._replace(occurs=(*step.occurs, *each.occurs), again=step.again, frees=step.frees)

    def _beside(self, scope: Scope, rest: Inside, doing: Doing, event: str) -> Iterator[Step]:
        going = _doing(rest, doing._replace(used=doing.used | {event}))
        for given in gives(scope, event):
            yield Step((scope.path + event,), going._replace(tokens=plus(going.tokens, given)))

    def _interrupted(self, scope: Scope, state: Inside, id: str, occurs: tuple[str, ...] = ()) -> Iterator[Step]:
        if id not in scope.event_subprocesses:
            for event in scope.free_events(id):
                if event.interrupting:
                    yield from self._to_border(scope, state, event.id, occurs)

    def _to_border(self, scope: Scope, state: Inside, event: str, occurs: tuple[str, ...] = ()) -> Iterator[Step]:
        for given in gives(scope, event):
            yield Step((*occurs, scope.path + event), state._replace(tokens=plus(state.tokens, given)))

    def _out(
        self, scope: Scope, state: Inside, id: str, occurs: tuple[str, ...], names: frozenset[str] | None = None
    ) -> Iterator[Step]:
        if id in scope.event_subprocesses:
            yield Step(occurs, state)
            return
        for given in gives(scope, id, names=names):
            yield Step(occurs, state._replace(tokens=plus(state.tokens, given)))


def _doing(state: Inside, doing: Doing) -> Inside:
    return state._replace(doing=_sorted((*state.doing, doing)))


def _sorted(doing: tuple[Doing, ...]) -> tuple[Doing, ...]:
    return tuple(sorted(doing, key=_key))


def _key(state: object) -> object:
    """Something to sort by that two equal states share."""
    if isinstance(state, frozenset):
        return repr(sorted(state))
    if isinstance(state, tuple):
        return repr([_key(each) for each in state])
    return repr(state)
