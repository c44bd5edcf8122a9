"""A naive judge of pools together: every state of all of them is visited, each with all that is inside it.

It follows "Pools" in ``procmap/verify/README.md`` and shares no code with what it judges. Each pool is as ``nested.py``
has it; what it sends and receives stands among what occurs in a step: ``?path`` is an element that receives, ``!path``
one that sends, ``~path`` one whose message must be there. Messages wait, three of a kind at most.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import NamedTuple

from naive import LIMIT, Answer, Explorer, TooLarge, whole
from nested import DONE, Doing, Inside, Nested, State, Step, Taken, _doing
from scopes import Scope, gives, is_event_subprocess, kinds, plus, position, takes

from procmap import Collaboration, Event, Gateway, ProcessMap, SubProcess

MOST_MESSAGES = 3


class Unjudged(Exception):
    """Something that this judge does not look into."""


@dataclass
class Talk:
    """Which messages the elements of one process send and receive, by path; those from black boxes come unbidden."""

    sends: dict[str, set[str]] = field(default_factory=dict)
    receives: dict[str, set[str]] = field(default_factory=dict)
    unbidden: set[str] = field(default_factory=set)

    def waits(self, path: str) -> bool:
        return path in self.receives and path not in self.unbidden

    def inside(self, prefix: str) -> bool:
        return any(path.startswith(prefix) for path in (*self.sends, *self.receives))

    def has(self, path: str) -> bool:
        return path in self.sends or path in self.receives


def talks(collaboration: Collaboration, map: ProcessMap) -> dict[str, Talk]:
    described = {pool.id: pool.process for pool in collaboration.pools if isinstance(pool.process, str)}
    found = {process: Talk() for process in described.values()}
    calls = _calls(list(found), map)

    def meant(end: str) -> tuple[str, list[tuple[str, str]]]:
        pool, _, element = end.partition("/")
        if pool in described:
            return pool, [(described[pool], element)] if element else []
        if len({process for process, _ in calls.get(pool, ())}) > 1:
            raise Unjudged("a process that is called in two pools talks")
        return pool, [(process, prefix + element) for process, prefix in calls.get(pool, ())]

    for flow in collaboration.message_flows:
        (sender, sources), (receiver, targets) = meant(flow.source), meant(flow.target)
        if {process for process, _ in sources} & {process for process, _ in targets}:
            continue
        key = f"{flow.message}:{sender}:{receiver}" if flow.message is not None else flow.id
        for process, path in targets:
            if sources:
                found[process].receives.setdefault(path, set()).add(key)
            else:
                found[process].unbidden.add(path)
        for process, path in sources if targets else ():
            found[process].sends.setdefault(path, set()).add(key)
    return found


def _calls(pools: list[str], map: ProcessMap) -> dict[str, list[tuple[str, str]]]:
    """Where processes that are in no pool are called: the process of the pool, and the path of what is inside."""
    found: dict[str, list[tuple[str, str]]] = {}
    for process in map.processes:
        for scope in whole(process, map).all_scopes() if process.id in pools else ():
            if scope.is_called and scope.owner.id not in pools:
                found.setdefault(scope.owner.id, []).append((process.id, scope.path))
    return found


class TalkingExplorer(Explorer):
    """Threads in which somebody talks are not apart, nor those that share elements with one; ``loose`` are the paths of
    what is in them. Whether they would be apart is seen without looking at who talks."""

    def __init__(self, talk: Talk, limit: int) -> None:
        super().__init__(limit)
        self.talk = talk
        self.silent = Explorer(limit)
        self.loose: set[str] = set()

    def _threads(self, scope: Scope) -> dict[str, set[str]]:
        threads = {event.id: thread for events in scope.boundary.values() for event in events if (thread := self.silent.apart(scope, event.id)) is not None}
        paths = {event: {scope.path + id for id in (event, *thread)} for event, thread in threads.items()}
        loose = {event for event in threads if any(self.talk.has(path) or self.talk.inside(path + "/") for path in paths[event])}
        while more := {event for event in threads.keys() - loose if any(paths[event] & paths[other] for other in loose)}:
            loose |= more
        for event in loose:
            self.loose |= paths[event]
            self.loose |= {scope.label(flow.id) for id in (event, *threads[event]) for flow in scope.outgoing(id)}
        return {event: thread for event, thread in threads.items() if event not in loose}


class Talking(Nested):
    """One pool."""

    def __init__(self, scope: Scope, talk: Talk, limit: int) -> None:
        self.scope, self.limit, self.talk = scope, limit, talk
        self.explorer = TalkingExplorer(talk, limit)
        self._stuck = {}
        self._fails = {}
        self.apart: set[str] = set()
        self.called = tuple(each.path for each in scope.all_scopes() if each.is_called)
        self.within_threads: dict[str, set[str]] = {}
        self.out_of_nowhere: dict[str, str] = {}
        self.rooms = set(self._rooms(scope))
        for each in scope.all_scopes():
            self._look_at(each)

    def _look_at(self, each: Scope) -> None:
        for id, node in each.nodes.items():
            self.apart.update(each.in_any_order(id))
            for event in each.errors_out_of_nowhere(id):
                self.out_of_nowhere[each.path + event.id] = each.inside[id].path
            if isinstance(node, SubProcess) and node.loop == "parallel" and self.talk.inside(f"{each.path}{id}/"):
                raise Unjudged("done for each of several at once")
            if isinstance(node, Event) and node.position == "boundary" and self.explorer.apart(each, id) is not None:
                self.within_threads[each.path + id] = self.explorer.elements_of_thread(each, id)
                self.apart |= self.within_threads[each.path + id]
        for id in each.errors_within():
            self.out_of_nowhere[each.path + id] = each.path

    def _rooms(self, scope: Scope) -> Iterator[str]:
        """The prefixes of what is gone into: the pool, where somebody talks inside or that does so itself, what a
        message stops while something may begin beside it, event subprocesses of these."""
        yield scope.path
        for id, inside in scope.inside.items():
            talks = self.talk.inside(inside.path) or self.talk.has(scope.path + id)
            if talks or is_event_subprocess(scope.nodes[id]) or self._is_told_to_stop(scope, id):
                yield from self._rooms(inside)

    def _is_told_to_stop(self, scope: Scope, id: str) -> bool:
        events = scope.boundary.get(id, [])
        stops = any(event.interrupting and scope.path + event.id in self.talk.receives for event in events)
        return stops and not all(event.interrupting for event in events)

    def counts(self, path: str) -> bool:
        return path[: len(path) - len(path.rpartition("/")[2])] in self.rooms and not path.startswith(self.called)

    def doubt(self, occurs: tuple[str, ...]) -> str | None:
        """The room in which work must go on where a step is an error that no end leads to."""
        room = self.out_of_nowhere.get(occurs[0]) if occurs else None
        return room if room in self.rooms else None

    def runs(self, path: str, state: State | None) -> list[State]:
        """The states that a scope is in, in a state of the pool, where something is left to do in it."""
        found: list[State] = []
        waiting = [(self.scope, state)] if state is not None else []
        while waiting:
            scope, own = waiting.pop()
            if scope.path == path and not self.done(scope, own):
                found.append(own)
            if isinstance(own, Taken):
                waiting.append((scope.inside[own.id], own.inside))
            else:
                waiting += [(scope.inside[each.id], each.inside) for each in own.doing if each.inside is not None]
        return found

    def goes_on(self, scope: Scope, state: State) -> bool:
        return scope.path in self.rooms or super().goes_on(scope, state)

    def stuck(self, scope: Scope, first: State) -> bool:
        return scope.path not in self.rooms and super().stuck(scope, first)

    # What it does otherwise

    def steps(self, scope: Scope, state: State, errors: bool = True) -> Iterator[Step]:
        if isinstance(state, Taken):
            yield from super().steps(scope, state)
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
                    occurs = (scope.path + id,)
                    if node.kind == "event_based" and given:
                        waiting = scope.path + scope.flows[given[0][0]].target
                        occurs += (f"~{waiting}",) * self.talk.waits(waiting)
                    yield Step(occurs, rest._replace(tokens=plus(left, given)))
            else:
                yield from self._begin(scope, rest, id, flow)
        for doing in dict.fromkeys(state.doing):
            others = list(state.doing)
            others.remove(doing)
            yield from self._go_on(scope, state._replace(doing=tuple(others)), doing)
        for id in scope.event_subprocesses:
            yield from self._react(scope, state, id)

    def _react(self, scope: Scope, state: Inside, id: str) -> Iterator[Step]:
        """An event subprocess starts by itself, or with the message that its start waits for."""
        inside = scope.inside[id]
        if any(doing.id == id for doing in state.doing):
            return
        for start in [node for node in inside.nodes.values() if position(node) == "start"]:
            out_of_nowhere = "error" in kinds(start) and id in scope.errors_within()
            if kinds(start) & {"error", "escalation", "compensation", "cancel"} and not out_of_nowhere:
                continue
            path = inside.path + start.id
            waits = self.talk.waits(path)
            for tokens in gives(inside, start.id) if waits else [((f"->{start.id}", ("*",)),)]:
                occurs = (scope.path + id, path) if waits else (scope.path + id,)
                if scope.interrupts(id):
                    yield Step(occurs, Taken(id, Inside(tokens), scope.end_names(state.ends)))
                else:
                    yield Step(occurs, _doing(state, Doing(id, "", frozenset(), Inside(tokens))))

    def _event(self, scope: Scope, state: Inside, node: Event) -> Iterator[Step]:
        path = scope.path + node.id
        is_reaction = scope.outer is not None and is_event_subprocess(scope.outer.nodes[scope.host])
        if position(node) == "start" and is_reaction and self.talk.waits(path):
            return
        for step in super()._event(scope, state, node):
            yield step._replace(again=None) if path in self.explorer.loose else step

    def is_stay(self, scope: Scope, id: str) -> bool:
        """Whether what talks is gone into: there is something inside, it does two things, or something may come between."""
        path = scope.path + id
        if not self.talk.has(path) or isinstance(scope.nodes[id], (Event, Gateway)):
            return False
        if id in scope.inside:
            return True
        both = path in self.talk.sends and path in self.talk.receives
        return both or bool(scope.boundary.get(id)) or scope.nodes[id].loop == "standard"

    def _begin(self, scope: Scope, state: Inside, id: str, flow: str) -> Iterator[Step]:
        if not self.is_stay(scope, id) or id in scope.inside:
            yield from super()._begin(scope, state, id, flow)
            return
        aside = tuple(
            scope.path + event.id for event in scope.free_events(id) if self.explorer.apart(scope, event.id) is not None
        )
        yield Step((scope.path + id, *aside), _doing(state, Doing(id, flow, frozenset(), None)))

    def _go_on(self, scope: Scope, rest: Inside, doing: Doing) -> Iterator[Step]:
        id = doing.id
        path = scope.path + id
        is_stay = self.is_stay(scope, id)
        if not is_stay and doing.inside is None:
            yield from super()._go_on(scope, rest, doing)
            return
        missing = [f"!{path}"] * (path in self.talk.sends) + [f"?{path}"] * (path in self.talk.receives)
        missing = [each for each in missing if is_stay and each not in doing.used]
        for each in missing:
            yield Step((each,), _doing(rest, doing._replace(used=doing.used | {each})))
        is_over = doing.inside is None or self.done(scope.inside[id], doing.inside)
        if missing and is_over:
            for event in scope.free_events(id):
                if not event.interrupting and event.id not in doing.used and self.explorer.apart(scope, event.id) is None:
                    yield from self._beside(scope, rest, doing, event.id)
            yield from self._interrupted(scope, rest, id)
            return
        yield from super()._go_on(scope, rest, doing)
        if is_over and self.is_repeated(scope, id):
            again = doing._replace(used=doing.used - {f"!{path}", f"?{path}"})
            if doing.inside is None:
                yield Step((path,), _doing(rest, again))
            else:
                yield from (Step((), _doing(rest, again._replace(inside=Inside(each)))) for each in scope.inside[id].entries)

    def is_repeated(self, scope: Scope, id: str) -> bool:
        """Whether what is gone into may be done again when it is complete."""
        node = scope.nodes[id]
        if id in scope.inside:
            return node.loop in ("standard", "sequential") and f"{scope.path}{id}/" in self.rooms and not is_event_subprocess(node)
        return node.loop == "standard"

    def effects(self, step: Step) -> list[str]:
        """What a step has to do with messages: ``?path``, ``!path``, ``~path``."""
        found = []
        for path in step.occurs:
            if path[0] in "?!~":
                found.append(path)
            elif path not in self.stays and self.talk.has(path):
                found += [f"?{path}", f"!{path}"]
        return found

    @property
    def stays(self) -> set[str]:
        if not hasattr(self, "_stays"):
            self._stays = {s.path + id for s in self.scope.all_scopes() for id in s.nodes if self.is_stay(s, id)}
        return self._stays


class Whole(NamedTuple):
    """The states of all pools, None before a message begins it; how many messages wait; which starts have begun."""

    pools: tuple[State | None, ...]
    messages: tuple[tuple[str, int], ...] = ()
    begun: frozenset[str] = frozenset()


class Act(NamedTuple):
    """What occurs in a pool, the state after it, the end that is reached again."""

    pool: int
    occurs: tuple[str, ...]
    after: Whole
    again: str | None = None
    doubt: str | None = None


class Pools:
    """All pools of a collaboration."""

    def __init__(self, collaboration: Collaboration, map: ProcessMap, limit: int = LIMIT) -> None:
        self.limit = limit
        self.names = []
        self.pools: list[Talking] = []
        processes = {each.id: each for each in map.processes}
        for name, talk in talks(collaboration, map).items():
            self.names.append(name)
            self.pools.append(Talking(whole(processes[name], map), talk, limit))

    def beginnings(self) -> list[Whole]:
        ways: list[list[State | None]] = []
        for pool in self.pools:
            starts = [id for id, node in pool.scope.nodes.items() if position(node) == "start"]
            waiting = {f"->{id}" for id in starts if pool.talk.waits(id)}
            free: list[State | None] = [Inside(t) for t in pool.scope.entries if not {flow for flow, _ in t} & waiting]
            ways.append(free or [None])
        return [Whole(pools) for pools in product(*ways)]

    def acts(self, state: Whole) -> Iterator[Act]:
        for at, (pool, own) in enumerate(zip(self.pools, state.pools, strict=True)):
            for id, node in pool.scope.nodes.items():
                if position(node) == "start" and pool.talk.waits(id) and not self._has_begun(state, at):
                    for given in gives(pool.scope, id):
                        before = own if isinstance(own, Inside) else DONE
                        after = before._replace(tokens=plus(before.tokens, given))
                        for left in self._sent(pool, state.messages, [f"?{id}", f"!{id}"]):
                            yield Act(at, (id,), self._with(state, at, after, left, state.begun | {f"{at}{id}"}))
            if own is None:
                continue
            for step in pool.steps(pool.scope, own):
                after_it = DONE if step.after is None else step.after
                if isinstance(after_it, Inside) and pool.done(pool.scope, after_it):
                    after_it = DONE
                for left in self._sent(pool, state.messages, pool.effects(step)):
                    shown = tuple(path for path in step.occurs if path[0] not in "?!~")
                    yield Act(at, shown, self._with(state, at, after_it, left, state.begun), step.again, pool.doubt(step.occurs))

    @staticmethod
    def _with(state: Whole, at: int, own: State, messages: dict[str, int], begun: frozenset[str]) -> Whole:
        pools = (*state.pools[:at], own, *state.pools[at + 1 :])
        return Whole(pools, tuple(sorted((key, many) for key, many in messages.items() if many)), begun)

    @staticmethod
    def _sent(pool: Talking, messages: tuple[tuple[str, int], ...], effects: list[str]) -> list[dict[str, int]]:
        """The messages that may wait after something was received, sent and looked at; none where it cannot be."""
        found = [dict(messages)]
        for kind in "~?!":
            for path in [each[1:] for each in effects if each[0] == kind]:
                if kind == "!":
                    for each in found:
                        for key in pool.talk.sends.get(path, ()):
                            each[key] = each.get(key, 0) + 1
                    continue
                keys = pool.talk.receives.get(path, set())
                if kind == "~":
                    found = [each for each in found if any(each.get(key) for key in keys)]
                elif keys:
                    free = [dict(each) for each in found] if path in pool.talk.unbidden else []
                    found = [{**each, key: each[key] - 1} for each in found for key in sorted(keys) if each.get(key)]
                    found += free
        return found

    def is_done(self, state: Whole) -> bool:
        return all(own is None or pool.done(pool.scope, own) for pool, own in zip(self.pools, state.pools, strict=True))

    def is_cut(self, state: Whole) -> bool:
        for pool, own in zip(self.pools, state.pools, strict=True):
            if own is not None and pool.cut(pool.scope, own):
                return True
        return any(many > MOST_MESSAGES for _, many in state.messages)

    def is_open(self, state: Whole) -> bool:
        """Whether something may come of a state that is not looked into: a second case is called for."""
        waiting = {key for key, _ in state.messages}
        return self.is_cut(state) or any(
            self._has_begun(state, at) and position(node) == "start" and pool.talk.receives.get(id, set()) & waiting
            for at, pool in enumerate(self.pools)
            for id, node in pool.scope.nodes.items()
        )

    def _has_begun(self, state: Whole, at: int) -> bool:
        """Whether a message has begun a case in a pool."""
        return any(f"{at}{id}" in state.begun for id in self.pools[at].scope.nodes)

    def unsafe(self, state: Whole) -> Iterator[str]:
        for name, pool, own in zip(self.names, self.pools, state.pools, strict=True):
            if own is not None:
                for label in pool.unsafe(pool.scope, own):
                    if label not in pool.explorer.loose and pool.counts(label):
                        yield f"{name}/{label}"

    def told(self, act: Act) -> list[str]:
        pool = self.pools[act.pool]
        return [f"{self.names[act.pool]}/{path}" for path in pool.seen(act.occurs)]

    def again(self, act: Act) -> str | None:
        if act.again is None or not self.pools[act.pool].counts(act.again):
            return None
        return f"{self.names[act.pool]}/{act.again}"

    def explored(self) -> dict[Whole, list[Act]]:
        found: dict[Whole, list[Act]] = {state: [] for state in self.beginnings()}
        waiting = deque(found)
        while waiting:
            state = waiting.popleft()
            found[state] = [] if self.is_cut(state) else list(self.acts(state))
            for act in found[state]:
                if act.after not in found:
                    found[act.after] = []
                    waiting.append(act.after)
                    if len(found) > self.limit:
                        raise TooLarge
        return found

    def answer(self) -> Answer:
        found = self._allowed(self.explored())
        self.good = self._reaching(found, [state for state in found if self.is_done(state) or self.is_open(state)])
        dead = set()
        for at, (name, pool) in enumerate(zip(self.names, self.pools, strict=True)):
            occurs = {path for acts in found.values() for act in acts if act.pool == at for path in act.occurs}
            for path, thread in pool.within_threads.items():
                occurs |= thread if path in occurs else set()
            dead |= {f"{name}/{path}" for path in pool.scope.elements() if path not in occurs and pool.counts(path)}
        cut = any(map(self.is_open, found))
        unsafe = {flow for state in found for flow in self.unsafe(state)}
        twice = {again for acts in found.values() for act in acts if (again := self.again(act)) is not None}
        unknown = None if cut else True
        properties = {
            "option_to_complete": False if len(self.good) < len(found) else unknown,
            "proper_completion": False if twice else unknown,
            "no_dead_activities": True if not dead else None if cut else False,
            "safeness": False if unsafe else unknown,
        }
        return Answer(properties, dead, twice, unsafe, cut, len(found))

    def _allowed(self, found: dict[Whole, list[Act]]) -> dict[Whole, list[Act]]:
        """Without errors that no end leads to where work does not go on: they are none, or free nothing.

        Work goes on where the room of such an error comes to an end without it, or by another that is allowed.
        """
        self.free: set[tuple[Whole, Act]] = set()
        doubtful = {(state, act) for state, acts in found.items() for act in acts if act.doubt is not None}
        growing = bool(doubtful)
        while growing:
            growing = False
            for at, room in {(act.pool, act.doubt) for _, act in doubtful - self.free}:
                over = [state for state in found if not self.pools[at].runs(room, state.pools[at])]
                going = self._reaching(found, [*over, *(state for state in found if self.is_open(state))])
                more = {(s, act) for s, act in doubtful - self.free if (act.pool, act.doubt) == (at, room) and s in going}
                self.free |= more
                growing |= bool(more)
        if doubtful == self.free:
            return found
        reached: dict[Whole, list[Act]] = {}
        waiting = self.beginnings()
        while waiting:
            state = waiting.pop()
            if state not in reached:
                reached[state] = [act for act in found[state] if act.doubt is None or (state, act) in self.free or self._has_just_begun(state, act)]
                waiting += [act.after for act in reached[state]]
        return reached

    def _has_just_begun(self, state: Whole, act: Act) -> bool:
        pool = self.pools[act.pool]
        scope = next(each for each in pool.scope.all_scopes() if each.path == act.doubt)
        return any(run in [Inside(tokens) for tokens in scope.entries] for run in pool.runs(scope.path, state.pools[act.pool]))

    def _reaching(self, found: dict[Whole, list[Act]], goals: list[Whole]) -> set[Whole]:
        before: dict[Whole, list[Whole]] = {state: [] for state in found}
        for state, acts in found.items():
            for act in acts:
                if act.doubt is None or (state, act) in self.free:
                    before[act.after].append(state)
        good, waiting = set(goals), list(goals)
        while waiting:
            for earlier in before[waiting.pop()]:
                if earlier not in good:
                    good.add(earlier)
                    waiting.append(earlier)
        return good

    def replay(self, elements: Iterable[str]) -> set[str] | None:
        """Which properties fail in a state that these elements lead to, after ``answer``; None where none is."""
        wanted = [
            path
            for path in elements
            if any(path.startswith(f"{name}/") and pool.seen([path[len(name) + 1 :]]) for name, pool in zip(self.names, self.pools, strict=True))
        ]
        start = [(0, state, False) for state in self.beginnings()]
        seen, waiting = set(start), deque(start)
        shown: set[str] | None = None
        while waiting:
            at, state, again = waiting.popleft()
            if at == len(wanted):
                shown = (shown or set()) | ({"proper_completion"} if again else set())
                shown |= {"safeness"} if any(self.unsafe(state)) else set()
                shown |= {"option_to_complete"} if state not in self.good else set()
            for act in [] if self.is_cut(state) else self.acts(state):
                occurs = self.told(act)
                if occurs == wanted[at : at + len(occurs)]:
                    following = (at + len(occurs), act.after, self.again(act) is not None or (again and not occurs))
                    if following not in seen:
                        seen.add(following)
                        waiting.append(following)
                        if len(seen) > self.limit:
                            raise TooLarge
        return shown
