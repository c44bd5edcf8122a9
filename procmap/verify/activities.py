"""What an activity does, seen from the scope that it stands in: its outcomes inside, and the events at its border."""

from __future__ import annotations

from collections.abc import Mapping

from procmap.model.activity import SubProcess
from procmap.model.event import Event
from procmap.model.knowledge import known
from procmap.model.process import Process
from procmap.verify.catching import catcher, is_releasing, waits_for_error
from procmap.verify.doing import Doing, Exit, Inner, Outcome, Summary, Way
from procmap.verify.level import CALL, EXCLUSIVE, OUTSIDE, TASK, Level

__all__ = ["bound_answers", "doings"]


def bound_answers(level: Level, number: int, inside: Process | SubProcess) -> dict[str, int] | None:
    """The answer behind a subprocess for each of its ends' names, where all answers are names of its ends."""
    outs = level.outs[number]
    if len(outs) != 1 or outs[0] >= len(level.flows):
        return None
    gateway = level.target[outs[0]]
    if level.kind[gateway] != EXCLUSIVE or level.ins[gateway] != outs:
        return None
    if getattr(level.nodes[gateway], "kind", "") != "exclusive" or not level.outs[gateway]:
        return None
    names = {str(known(node.name) or "") for node in inside.nodes if isinstance(node, Event) and node.position == "end"}
    default = level.default(gateway)
    answers = {}
    for flow in level.outs[gateway]:
        if flow != default:
            name = str(known(level.flows[flow].name) or "") if flow < len(level.flows) else ""
            if not name or name not in names:
                return None
            answers[name] = flow
    return answers


def doings(
    level: Level,
    inside: Mapping[int, Summary],
    scopes: Mapping[int, Process | SubProcess],
    threads: Mapping[int, list[int]],
) -> dict[int, Doing]:
    """What each activity does that is more than to pass a token on.

    ``inside`` are the summaries of subprocesses and calls, ``scopes`` what is inside them; ``threads`` are the events
    that lead to a thread apart, with the nodes of it.
    """
    found: dict[int, Doing] = {}
    for number in sorted({*inside, *level.border}):
        if level.kind[number] != OUTSIDE:
            found[number] = _Activity(level, number, threads).doing(inside.get(number), scopes.get(number))
    for number, kind in enumerate(level.kind):
        if kind == CALL and number not in found:
            level.kind[number] = TASK
    return found


class _Activity:
    def __init__(self, level: Level, number: int, threads: Mapping[int, list[int]]) -> None:
        self.level = level
        self.number = number
        self.threads = threads
        self.stopping: list[tuple[int, Event]] = []
        self.going_on: list[tuple[int, Event]] = []
        for event in level.border.get(number, ()):
            node = level.nodes[event]
            assert isinstance(node, Event)
            (self.stopping if node.interrupting else self.going_on).append((event, node))

    def doing(self, summary: Summary | None, scope: Process | SubProcess | None) -> Doing:
        level, number = self.level, self.number
        apart = [event for event, node in self.going_on if event in self.threads]
        counted = [event for event, node in self.going_on if event not in self.threads]
        gives = level.ways_out(number)
        if summary is None:
            ways = [Way(gives), *(Way(level.ways_out(event), via=event) for event, _ in self.stopping)]
            return Doing(ways, tuple(counted), along=self._with_threads(apart))
        thrown_only = {event for event, node in self.going_on if not is_releasing(node)}
        assert scope is not None
        answers = bound_answers(level, number, scope)
        ways = []
        caught = {catcher(self.stopping, exit) for exit in summary.leaving if exit.kind == "error"}
        for outcome, inner in summary.outcomes.items():
            way = self._way(outcome, gives, answers, scope)
            way.inner = inner
            way.breaks = outcome.exit is not None
            self._tell(way, outcome.thrown)
            ways.append(way)
        stops = [event for event, node in self.stopping if is_releasing(node)]
        told: dict[tuple[str, ...], Inner] = {(): ()}
        for way in ways:
            told.setdefault(way.told, way.inner[:-1] if way.breaks else way.inner)
        ways += [Way(level.ways_out(event), via=event, told=each, inner=told[each]) for event in stops for each in told]
        for event, node in self.stopping:
            if waits_for_error(node) and summary.begins and event not in caught and event not in stops:
                for thrown, inner in summary.during.items():
                    ways.append(Way(level.ways_out(event), via=event, inner=inner))
                    self._tell(ways[-1], thrown)
        return Doing(
            ways,
            may_spawn=tuple(event for event in counted if event not in thrown_only),
            frees=tuple(event for event, node in self.stopping if is_releasing(node)),
            stops=tuple(stops),
            along=self._with_threads([event for event in apart if event not in thrown_only]),
            whole=summary.whole,
        )

    def _way(
        self, outcome: Outcome, gives: list[list[int]], answers: dict[str, int] | None, scope: Process | SubProcess
    ) -> Way:
        level = self.level
        if outcome.stuck or outcome.cut:
            return Way([], held=outcome.stuck, cut=outcome.cut)
        if outcome.exit is not None:
            event = catcher(self.stopping, outcome.exit)
            if event is None:
                return Way([], exit=outcome.exit)
            return Way(level.ways_out(event), via=event)
        if answers is None:
            return Way(gives)
        names = {str(known(node.name) or "") for node in scope.nodes if node.id in outcome.ends}
        open_to_it = {flow for name, flow in answers.items() if name in names}
        if not open_to_it:
            default = level.default(level.target[level.outs[self.number][0]])
            open_to_it = set() if default is None else {default}
        return Way(gives, bound=frozenset(open_to_it))

    def _tell(self, way: Way, thrown: frozenset[str]) -> None:
        """What was thrown inside occurs at the border, or goes on outwards."""
        for name in sorted(thrown):
            event = catcher(self.going_on, Exit("escalation", name))
            if event is None:
                if catcher(self.stopping, Exit("escalation", name)) is None:
                    way.told += (name,)
            elif event in self.threads:
                way.along += tuple(self._with_threads([event]))
            elif event not in way.spawns:
                way.spawns += (event,)

    def _with_threads(self, events: list[int]) -> list[int]:
        return [node for event in events for node in (event, *self.threads[event])]
