"""Random flows of a wider kind, the same for the same seed: what meets seldom or never in ``random_flows``.

Those seeds stay what they are; these are drawn beside them. What has to meet among a few hundred is ``MEETINGS``.
Run as a script, this prints how often each does.

    python tests/verify/wider_flows.py [--seeds 2000]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from random_flows import FREE, Draft, Maker

from procmap import CallActivity, Event, Gateway, Process, ProcessMap, SubProcess, Task, Trigger

NAMES = (None, "A", "A", "B")


class Wider(Maker):
    """Draws one flow: events and subprocesses in most of them, within one another, thrown and caught far apart."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self.within: list[tuple[str, Draft]] = []

    def map(self) -> ProcessMap:
        sort = self.draw.choices(("blocks", "mutated", "random", "onwards"), (34, 30, 16, 20))[0]
        self.eventful = self.chance(0.4)
        self.nesting = self.draw.choice((0, 1, 2, 2))
        draft = self.scope(sort, 0)
        nodes, flows = draft.within()
        process = Process(id=f"flow-{self.seed}", nodes=nodes, flows=flows)
        return ProcessMap(processes=(process, *self.called))

    def scope(self, sort: str, depth: int) -> Draft:
        draft = super().scope(sort, depth)
        for _ in range(2):
            if depth < 2 and self.chance(0.22):
                self.event_subprocess(draft, depth)
        if sort != "blocks" and self.chance(0.3):
            self.throw(draft, depth)
        if self.chance(0.02):
            self.for_compensation(draft)
        return draft

    # Parts of the flow

    def blocks(self, draft: Draft, depth: int) -> None:
        if not self.chance(0.12):
            super().blocks(draft, depth)
            return
        join = draft.add("g", Gateway, kind=self.draw.choice(("parallel", "parallel", "inclusive", "exclusive")))
        self.left -= 1
        for _ in range(self.draw.choice((2, 2, 3))):
            _, last = self.series(draft, depth, 1)
            draft.flow(last, join)
        if self.chance(0.8):
            draft.flow(join, self.end(draft))

    def block(self, draft: Draft, depth: int) -> tuple[str, str]:
        if self.left > 3 and self.chance(0.12):
            return self.inclusive_loop(draft, depth)
        if self.left > 5 and depth < self.nesting and self.chance(0.15):
            return self.loop_of_answers(draft, depth)
        return super().block(draft, depth)

    def inclusive_loop(self, draft: Draft, depth: int) -> tuple[str, str]:
        """Some of the answers lead back, before a gateway that waits for all of them or for none."""
        self.left -= 2
        merge = draft.add("g", Gateway, kind=self.draw.choice(("inclusive", "inclusive", "exclusive")))
        split = draft.add("g", Gateway, kind="inclusive", default=self.chance(0.3))
        first, last = self.series(draft, depth, 1)
        draft.flow(merge, first)
        draft.flow(last, split)
        if self.chance(0.5):
            back, end = self.step(draft)
            draft.flow(split, back)
            draft.flow(end, merge)
        else:
            draft.flow(split, merge)
        return merge, split

    def loop_of_answers(self, draft: Draft, depth: int) -> tuple[str, str]:
        """A subprocess with several ends, of which one leads to the subprocess again."""
        self.left -= 3
        merge = draft.add("g", Gateway, kind="exclusive")
        inside = Draft()
        split = inside.add("g", Gateway, kind=self.draw.choice(("exclusive", "exclusive", "inclusive", "event_based")))
        inside.flow(inside.add("s", Event, position="start"), split)
        for _ in range(self.draw.choice((2, 2, 3))):
            first, last = self.step(inside)
            inside.flow(split, first)
            inside.flow(last, self.end(inside))
        if self.chance(0.3):
            self.throw(inside, depth + 1)
        if self.chance(0.3):
            self.event_subprocess(inside, depth + 1)
        id = draft.add("u", SubProcess, kind="embedded", draft=inside)
        self.catch(draft, id, inside)
        asked = draft.add("g", Gateway, kind="exclusive", default=self.chance(0.4))
        draft.flow(id, asked)
        draft.flow(merge, id)
        names = [inside.nodes[end]["name"] for end in inside.ends()]
        out = draft.add("a", Task)
        draft.flow(asked, merge, name=names[0])
        for name in names[1:]:
            draft.flow(asked, out, name=name)
        if draft.nodes[asked]["default"]:
            draft.flow(asked, out)
        return merge, out

    def step(self, draft: Draft) -> tuple[str, str]:
        roll = self.draw.random()
        if roll < 0.14:
            self.left -= 1
            id = draft.add("t", Event, position="throw", triggers=(Trigger("escalation", self.draw.choice(NAMES)),))
        elif roll < 0.19:
            return self.link(draft)
        elif roll < 0.20:
            id = draft.add("u", SubProcess, kind="embedded")
        elif roll < 0.21:
            id = draft.add("l", CallActivity, calls=f"flow-{self.seed}")
        elif roll < 0.22:
            id = draft.add("t", Event, position="throw", triggers=(Trigger("compensation"),))
        else:
            return super().step(draft)
        return id, id

    def _conditional(self, draft: Draft, depth: int) -> tuple[str, str]:
        split, join = super()._conditional(draft, depth)
        draft.nodes[split]["default"] = self.chance(0.4)
        return split, join

    def mutate(self, draft: Draft) -> None:
        if self.chance(0.15) and draft.activities() and draft.flows:
            target = self.draw.choice(draft.flows)["target"]
            draft.flow(self.draw.choice(draft.activities()), target, condition="om så är")
        else:
            super().mutate(draft)

    # What is inside, and what is thrown

    def subprocess(self, draft: Draft, depth: int, sort: str) -> tuple[str, str]:
        if self.within and self.chance(0.2):
            called, inside = self.draw.choice(self.within)
            id = draft.add("l", CallActivity, calls=called)
            self.left -= 1
            self.catch(draft, id, inside)
            return id, id
        first, last = super().subprocess(draft, depth, sort)
        values = draft.nodes[first]
        if values["make"] is SubProcess and values["kind"] == "embedded" and self.chance(0.25):
            inside = values["draft"]
            nodes, flows = inside.within()
            called = f"called-{self.seed}-{len(self.called)}"
            self.called.append(Process(id=called, nodes=nodes, flows=flows))
            self.within.append((called, inside))
            draft.nodes[first] = {"make": CallActivity, "id": first, "calls": called}
        return first, last

    def throw(self, draft: Draft, depth: int) -> None:
        if draft.ends() and self.chance(0.25):
            trigger = self.draw.choice((Trigger("terminate"), Trigger("escalation", self.draw.choice(NAMES))))
            draft.nodes[self.draw.choice(draft.ends())]["triggers"] = (trigger,)
        else:
            super().throw(draft, depth)

    def catch(self, draft: Draft, id: str, inside: Draft) -> None:
        """Events at the border for what is thrown inside, however deep, half of the time."""
        thrown = {each for each in _thrown(inside) if self.chance(0.5)}
        super().catch(draft, id, inside if self.chance(0.3) else Draft())
        for kind, name in sorted(thrown, key=str):
            gentle = kind == "escalation" and self.chance(0.6)
            self.border(draft, id, Trigger(kind, None if self.chance(0.3) else name), not gentle)  # type: ignore[arg-type]

    def event_subprocess(self, draft: Draft, depth: int) -> None:
        inside = Draft()
        kept, self.left = self.left, 3
        starts = [inside.add("s", Event, position="start") for _ in range(self.draw.choice((1, 1, 1, 1, 1, 2)))]
        first, last = self.series(inside, depth + 1 if self.chance(0.3) else 2, 1)
        for start in starts:
            inside.flow(start, first)
        if self.chance(0.85):
            inside.flow(last, self.end(inside))
        if self.chance(0.45):
            self.throw(inside, depth + 1)
        if self.chance(0.2):
            self.mutate(inside)
        if self.chance(0.2):
            self.events(inside, fitting=True)
        if depth < 1 and self.chance(0.25):
            self.event_subprocess(inside, depth + 1)
        for start in starts:
            kind = self.draw.choice((*FREE, "error", "error", "escalation", "escalation", "escalation", "escalation"))
            values = inside.nodes[start]
            values["triggers"] = (Trigger(kind, self.draw.choice(NAMES) if kind in ("error", "escalation") else None),)  # type: ignore[arg-type]
            values["interrupting"] = kind == "error" or self.chance(0.45)
            if self.chance(0.05):
                values["triggers"] += (Trigger(self.draw.choice(FREE)),)  # type: ignore[arg-type]
        draft.add("u", SubProcess, kind="event", draft=inside)
        self.left = kept - 2

    def for_compensation(self, draft: Draft) -> None:
        """An event subprocess that undoes work."""
        inside = Draft()
        start = inside.add("s", Event, position="start", triggers=(Trigger("compensation"),))
        inside.flow(start, inside.add("a", Task))
        draft.add("u", SubProcess, kind="event", draft=inside)

    # Events at borders

    def border(self, draft: Draft, host: str, trigger: Trigger, interrupting: bool, fitting: bool = True) -> None:
        roll = self.draw.random()
        if roll > (0.25 if interrupting else 0.6):
            many = len(draft.nodes)
            super().border(draft, host, trigger, interrupting, fitting)
            values = list(draft.nodes.values())[many]
        else:
            id = draft.add("b", Event, position="boundary", attached_to=host, interrupting=interrupting, triggers=(trigger,))
            values = draft.nodes[id]
            self.left -= 1
            flows = [each for each in draft.nodes if _takes(draft.nodes[each]) and each != host]
            if roll < 0.2 and flows:
                draft.flow(id, self.draw.choice(flows))
            else:
                kept, self.left = self.left, 3
                first, last = self.series(draft, self.draw.choice((1, 2)), 1)
                self.left = kept - 2
                draft.flow(id, first)
                if self.chance(0.7):
                    draft.flow(last, self.end(draft))
                elif flows and self.chance(0.5):
                    draft.flow(last, self.draw.choice(flows))
        if self.chance(0.05):
            more = ("timer", "escalation", "error") if interrupting else ("timer", "escalation")
            kinds = [kind for kind in more if kind != trigger.kind]
            values["triggers"] += (Trigger(self.draw.choice(kinds)),)  # type: ignore[arg-type]


def make(seed: int) -> ProcessMap:
    """The map of a seed; its first process is to be proved."""
    return Wider(seed).map()


def _takes(values: dict[str, Any]) -> bool:
    return values.get("position") not in ("start", "boundary") and values.get("kind") != "event"


def _thrown(draft: Draft) -> Iterator[tuple[str, str | None]]:
    for values in sorted(draft.nodes.values(), key=lambda each: str(each["id"])):
        if values.get("position") in ("end", "throw"):
            for trigger in values.get("triggers", ()):
                if trigger.kind in ("error", "escalation", "cancel"):
                    yield trigger.kind, trigger.what
        if "draft" in values:
            yield from _thrown(values["draft"])


# What meets

MEETINGS = frozenset(
    {
        "a call with an error at its border",
        "a condition and a default",
        "a loop over an inclusive gateway",
        "a process called twice",
        "a subprocess in an event subprocess",
        "a terminate end in an event subprocess",
        "a thread with more than tasks",
        "a way back beside an event subprocess",
        "answers of a subprocess in a loop",
        "an error caught two levels up",
        "an escalation behind an inclusive split",
        "an escalation caught two levels up",
        "an event subprocess for compensation",
        "an event subprocess in an event subprocess",
        "calls in a circle",
        "links in a subprocess",
        "several entries",
        "several kinds at once",
        "two event subprocesses",
        "two starts of an event subprocess",
    }
)


def meetings(map: ProcessMap) -> Iterator[str]:
    """Which of ``MEETINGS`` there are in a map."""
    for process in map.processes:
        yield from _meetings(process, [], map.processes[0].id)
    calls = [node.calls for process in map.processes for node in _all(process) if isinstance(node, CallActivity)]
    called = {process.id for process in map.processes[1:]}
    if any(calls.count(each) > 1 for each in called):
        yield "a process called twice"


def _meetings(owner: Any, around: list[tuple[Any, Any]], first: str) -> Iterator[str]:
    nodes = {node.id: node for node in owner.nodes}
    ways: dict[str, set[str]] = {id: set() for id in nodes}
    for flow in owner.flows:
        ways[flow.source].add(flow.target)
    reach = {id: _reached(ways, id) for id in nodes}
    beside = [node for node in nodes.values() if getattr(node, "kind", "") == "event"]
    is_event = getattr(owner, "kind", "") == "event"
    entered = {flow.target for flow in owner.flows}
    starts = [node for node in nodes.values() if getattr(node, "position", "") == "start"]
    if len(beside) > 1:
        yield "two event subprocesses"
    if is_event and beside:
        yield "an event subprocess in an event subprocess"
    if is_event and len(starts) > 1:
        yield "two starts of an event subprocess"
    if is_event and any("compensation" in _kinds(node) for node in starts):
        yield "an event subprocess for compensation"
    if not starts and sum(id not in entered and _is_in_flow(node) for id, node in nodes.items()) > 1:
        yield "several entries"
    for id, node in nodes.items():
        before = [nodes[flow.source] for flow in owner.flows if flow.target == id]
        if is_event and isinstance(node, SubProcess) and node.kind == "embedded" and node.nodes:
            yield "a subprocess in an event subprocess"
        if isinstance(node, Event):
            if is_event and "terminate" in _kinds(node):
                yield "a terminate end in an event subprocess"
            if len(_kinds(node)) > 1:
                yield "several kinds at once"
            if around and "link" in _kinds(node):
                yield "links in a subprocess"
            if node.position == "throw" and "escalation" in _kinds(node) and any(_is_inclusive(each) for each in before):
                yield "an escalation behind an inclusive split"
            for kind in ("error", "escalation"):
                if node.position in ("end", "throw") and kind in _kinds(node) and _caught_far_out(node, kind, around):
                    yield f"an {kind} caught two levels up"
            if node.position == "boundary":
                host = nodes[str(node.attached_to)]
                if isinstance(host, CallActivity) and "error" in _kinds(node):
                    yield "a call with an error at its border"
                if not node.interrupting:
                    if beside and any(each in reach[host.id] or each == host.id for each in reach[id]):
                        yield "a way back beside an event subprocess"
                    if any(isinstance(nodes[each], (Gateway, SubProcess)) for each in reach[id] - reach[host.id]):
                        yield "a thread with more than tasks"
        elif isinstance(node, Gateway):
            if id in reach[id] and node.kind == "inclusive":
                yield "a loop over an inclusive gateway"
            named = any(flow.name for flow in owner.flows if flow.source == id)
            if named and id in reach[id] and any(isinstance(each, SubProcess) for each in before):
                yield "answers of a subprocess in a loop"
        elif isinstance(node, Task) and node.default and any(flow.condition for flow in owner.flows if flow.source == id):
            yield "a condition and a default"
        elif isinstance(node, CallActivity) and node.calls == first:
            yield "calls in a circle"
        if isinstance(node, SubProcess):
            yield from _meetings(node, [(owner, node), *around], first)


def _caught_far_out(event: Event, kind: str, around: list[tuple[Any, Any]]) -> bool:
    """Whether nothing at the first border catches an event, and something at the second does."""
    what = next(trigger.what for trigger in event.triggers if trigger.kind == kind)
    catching = [
        any(
            getattr(each, "attached_to", None) == host.id
            and any(trigger.kind == kind and trigger.what in (None, what) for trigger in each.triggers)
            for each in owner.nodes
        )
        for owner, host in around
    ]
    return len(catching) > 1 and not catching[0] and any(catching[1:])


def _reached(ways: dict[str, set[str]], first: str) -> set[str]:
    found: set[str] = set()
    waiting = [*ways[first]]
    while waiting:
        id = waiting.pop()
        if id not in found:
            found.add(id)
            waiting += ways[id]
    return found


def _kinds(event: Event) -> set[str]:
    return {trigger.kind for trigger in event.triggers}


def _is_inclusive(node: Any) -> bool:
    return isinstance(node, Gateway) and node.kind == "inclusive"


def _is_in_flow(node: Any) -> bool:
    return getattr(node, "position", "") != "boundary" and getattr(node, "kind", "") != "event"


def _all(owner: Any) -> Iterator[Any]:
    for node in owner.nodes:
        yield node
        if isinstance(node, SubProcess):
            yield from _all(node)


def main() -> None:
    import argparse
    from collections import Counter

    import random_flows

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=2000)
    counts: Counter[str] = Counter()
    sizes: Counter[int] = Counter()
    for seed in range(parser.parse_args().seeds):
        map = make(seed)
        sizes[random_flows.count(map.processes[0], set())] += 1
        counts.update(set(meetings(map)))
    for counted in (sizes, counts):
        for what, many in sorted(counted.items()):
            print(f"{many:7} {what}")
        print()


if __name__ == "__main__":
    main()
