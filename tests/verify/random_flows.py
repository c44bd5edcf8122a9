"""Random flows, the same for the same seed: ``make(seed)`` is a map whose first process is to be proved.

Four sorts: built of blocks that fit, the same with a mutation or two, drawn at random, and drawn at random with ways that
mostly lead onwards. Run as a script, this prints how often each kind occurs and how the flows come out.

    python tests/verify/random_flows.py [--seeds 2000]
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Any

from procmap import CallActivity, Event, Gateway, Process, ProcessMap, SequenceFlow, SubProcess, Task, Trigger
from procmap.model.activity import Node

FREE = ("timer", "message", "condition", "signal")
KINDS = frozenset(
    {
        "CallActivity",
        "Task",
        *(f"SubProcess {kind}" for kind in ("ad_hoc", "embedded", "event", "transaction")),
        *(f"Gateway {kind}" for kind in ("complex", "event_based", "exclusive", "inclusive", "parallel")),
        *(f"Event boundary {kind}" for kind in (*FREE, "cancel", "compensation", "error", "escalation")),
        *(f"Event boundary not interrupting {kind}" for kind in (*FREE, "escalation")),
        *(f"Event catch {kind}" for kind in (*FREE, "link")),
        *(f"Event end{kind}" for kind in ("", " cancel", " error", " escalation", " terminate")),
        *(f"Event start{kind}" for kind in ("", " error", " escalation", " message")),
        *(f"Event start not interrupting {kind}" for kind in ("escalation", "message")),
        *(f"Event throw {kind}" for kind in ("escalation", "link", "message")),
        "flow with a condition",
        "flow with an answer",
        "two starts",
        "no start",
        "a node with nothing behind it",
    }
)
"""What must occur among a few hundred of them."""
GATEWAYS = ("exclusive", "parallel", "inclusive", "event_based", "complex")


@dataclass
class Draft:
    """A scope that can still be changed: nodes as keyword arguments with a ``make``, flows likewise."""

    nodes: dict[str, dict[str, Any]] = field(default_factory=dict)
    flows: list[dict[str, Any]] = field(default_factory=list)

    def add(self, letter: str, make: type[Any], **values: Any) -> str:
        id = f"{letter}{len(self.nodes)}"
        self.nodes[id] = {"make": make, "id": id, **values}
        return id

    def flow(self, source: str, target: str, **values: Any) -> dict[str, Any]:
        self.flows.append({"source": source, "target": target, **values})
        return self.flows[-1]

    def activities(self) -> list[str]:
        return [id for id, node in self.nodes.items() if node["make"] in (Task, SubProcess, CallActivity) and node.get("kind") != "event"]

    def gateways(self) -> list[str]:
        return [id for id, node in self.nodes.items() if node["make"] is Gateway]

    def ends(self) -> list[str]:
        return [id for id, node in self.nodes.items() if node.get("position") == "end"]

    def out(self, id: str) -> list[dict[str, Any]]:
        return [flow for flow in self.flows if flow["source"] == id]

    def within(self) -> tuple[tuple[Node, ...], tuple[SequenceFlow, ...]]:
        """The nodes and flows; a ``default`` is the last way out of its gateway."""
        flows = []
        last: dict[str, str] = {}
        for number, values in enumerate(self.flows):
            flows.append(SequenceFlow(id=f"f{number}", **values))
            last[values["source"]] = f"f{number}"
        nodes = []
        for values in self.nodes.values():
            make, *_ = (values["make"],)
            rest = {key: value for key, value in values.items() if key not in ("make", "draft", "default")}
            if "draft" in values:
                rest["nodes"], rest["flows"] = values["draft"].within()
            if values.get("default") and values["id"] in last:
                rest["default"] = last[values["id"]]
            nodes.append(make(**rest))
        return tuple(nodes), tuple(flows)


class Maker:
    """Draws one flow; ``left`` is how many nodes it may still have."""

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(seed)
        self.left = self.draw.randint(4, 14)
        self.called: list[Process] = []
        self.seed = seed

    def chance(self, share: float) -> bool:
        return self.draw.random() < share

    def map(self) -> ProcessMap:
        sort = self.draw.choices(("blocks", "mutated", "random", "onwards"), (32, 28, 20, 20))[0]
        self.eventful = self.chance(0.35)
        self.nesting = 2 if self.chance(0.4) else 0
        draft = self.scope(sort, 0)
        nodes, flows = draft.within()
        process = Process(id=f"flow-{self.seed}", nodes=nodes, flows=flows)
        return ProcessMap(processes=(process, *self.called))

    def scope(self, sort: str, depth: int) -> Draft:
        draft = Draft()
        if sort in ("blocks", "mutated"):
            self.blocks(draft, depth)
        else:
            self.drawn(draft, depth, sort == "onwards")
        if sort != "blocks" and self.chance(0.3):
            self.throw(draft, depth)
        if sort == "mutated":
            for _ in range(self.draw.choice((1, 1, 2))):
                self.mutate(draft)
        if self.eventful or depth:
            self.events(draft, fitting=sort == "blocks")
        if depth < 2 and self.nesting and self.chance(0.25):
            self.event_subprocess(draft, depth)
        if self.chance(0.03):
            self.compensate(draft)
        return draft

    # Blocks that fit

    def blocks(self, draft: Draft, depth: int) -> None:
        if self.chance(0.06):
            first, last = self.series(draft, depth)
        else:
            start = draft.add("s", Event, position="start")
            self.left -= 1
            first, last = self.series(draft, depth)
            draft.flow(start, first)
            if self.chance(0.08):
                draft.flow(draft.add("s", Event, position="start", triggers=(Trigger("message"),)), first)
        if not self.chance(0.12):
            draft.flow(last, self.end(draft))

    def end(self, draft: Draft, **values: Any) -> str:
        self.left -= 1
        id = draft.add("e", Event, position="end", **values)
        draft.nodes[id]["name"] = id
        return id

    def series(self, draft: Draft, depth: int, most: int = 4) -> tuple[str, str]:
        first, last = self.block(draft, depth)
        for _ in range(self.draw.randint(0, most)):
            if self.left < 2:
                break
            following, end = self.block(draft, depth)
            draft.flow(last, following)
            last = end
        return first, last

    def block(self, draft: Draft, depth: int) -> tuple[str, str]:
        if self.left < 3:
            return self.step(draft)
        if depth < self.nesting and self.chance(0.45):
            return self.subprocess(draft, depth, self.draw.choice(("blocks", "mutated", "blocks", "onwards")))
        if self.left < 5 or self.chance(0.3):
            return self.step(draft)
        sort = self.draw.choices(
            ("exclusive", "parallel", "inclusive", "event", "loop", "conditional", "implicit"), (24, 24, 14, 8, 16, 6, 8)
        )[0]
        return getattr(self, f"_{sort}")(draft, depth)

    def step(self, draft: Draft) -> tuple[str, str]:
        self.left -= 1
        roll = self.draw.random()
        if roll < 0.1:
            id = draft.add("c", Event, position="catch", triggers=(Trigger(self.draw.choice(FREE)),))
        elif roll < 0.14:
            id = draft.add("t", Event, position="throw", triggers=(Trigger("message"),))
        elif roll < 0.17:
            id, other = self.link(draft)
            return id, other
        elif roll < 0.19:
            inside = Draft()
            inside.add("a", Task)
            inside.add("a", Task)
            id = draft.add("h", SubProcess, kind="ad_hoc", draft=inside)
        elif roll < 0.21:
            id = draft.add("l", CallActivity, calls="somewhere-else")
        else:
            id = draft.add("a", Task, loop=self.draw.choice((None, None, None, "parallel", "standard")))
        return id, id

    def link(self, draft: Draft) -> tuple[str, str]:
        name = f"link{len(draft.nodes)}"
        self.left -= 1
        throwing = draft.add("t", Event, position="throw", triggers=(Trigger("link", name),))
        return throwing, draft.add("c", Event, position="catch", triggers=(Trigger("link", name),))

    def _branches(self, draft: Draft, depth: int, split: str, join: str, leaving: bool, **values: Any) -> None:
        """Two or three ways from a split to a join, of which some are empty and one may leave to an end of its own."""
        many = self.draw.choice((2, 2, 2, 3))
        for number in range(many):
            given = {key: value for key, value in values.items() if number or key != "condition"}
            if self.chance(0.2) and not draft.out(split) and join != split:
                draft.flow(split, join, **given)
                continue
            first, last = self.series(draft, depth, 1)
            draft.flow(split, first, **given)
            if leaving and number and self.chance(0.3) and self.left > 0:
                draft.flow(last, self.end(draft))
            else:
                draft.flow(last, join)

    def _gateways(self, draft: Draft, depth: int, kind: str, leaving: bool = False, **values: Any) -> tuple[str, str]:
        self.left -= 2
        split = draft.add("g", Gateway, kind=kind, **values)
        join = draft.add("a", Task) if kind == "exclusive" and self.chance(0.3) else draft.add("g", Gateway, kind=kind)
        self._branches(draft, depth, split, join, leaving)
        return split, join

    def _exclusive(self, draft: Draft, depth: int) -> tuple[str, str]:
        return self._gateways(draft, depth, "exclusive", leaving=True, default=self.chance(0.3))

    def _parallel(self, draft: Draft, depth: int) -> tuple[str, str]:
        return self._gateways(draft, depth, "parallel", leaving=self.chance(0.2))

    def _inclusive(self, draft: Draft, depth: int) -> tuple[str, str]:
        return self._gateways(draft, depth, "complex" if self.chance(0.1) else "inclusive", default=self.chance(0.3))

    def _event(self, draft: Draft, depth: int) -> tuple[str, str]:
        self.left -= 2
        split = draft.add("g", Gateway, kind="event_based")
        join = draft.add("g", Gateway, kind="exclusive")
        for _ in range(2):
            self.left -= 1
            catch = draft.add("c", Event, position="catch", triggers=(Trigger(self.draw.choice(FREE)),))
            draft.flow(split, catch)
            draft.flow(catch, join)
        return split, join

    def _loop(self, draft: Draft, depth: int) -> tuple[str, str]:
        self.left -= 2
        merge = draft.add("a", Task) if self.chance(0.3) else draft.add("g", Gateway, kind="exclusive")
        split = draft.add("g", Gateway, kind="exclusive")
        first, last = self.series(draft, depth, 1)
        draft.flow(merge, first)
        draft.flow(last, split)
        if self.chance(0.3) and self.left > 1:
            back, end = self.step(draft)
            draft.flow(split, back)
            draft.flow(end, merge)
        else:
            draft.flow(split, merge)
        return merge, split

    def _conditional(self, draft: Draft, depth: int) -> tuple[str, str]:
        self.left -= 2
        split = draft.add("a", Task)
        join = draft.add("g", Gateway, kind="inclusive")
        self._branches(draft, depth, split, join, False, condition="om så är")
        if self.chance(0.5):
            for flow in draft.out(split):
                flow["condition"] = "om så är"
        return split, join

    def _implicit(self, draft: Draft, depth: int) -> tuple[str, str]:
        self.left -= 2
        split = draft.add("a", Task)
        join = draft.add("g", Gateway, kind="parallel")
        self._branches(draft, depth, split, join, False)
        return split, join

    # What is inside

    def subprocess(self, draft: Draft, depth: int, sort: str) -> tuple[str, str]:
        self.left -= 1
        kept, self.left = self.left, max(3, min(self.left, self.draw.randint(3, 6)))
        spent = self.left
        inside = self.scope(sort, depth + 1)
        if self.chance(0.4):
            self.throw(inside, depth + 1)
        self.left = kept - (spent - self.left)
        if self.chance(0.1):
            nodes, flows = inside.within()
            called = Process(id=f"called-{self.seed}-{len(self.called)}", nodes=nodes, flows=flows)
            self.called.append(called)
            id = draft.add("l", CallActivity, calls=called.id)
        else:
            kind = "transaction" if any("cancel" in _kinds(node) for node in inside.nodes.values()) else "embedded"
            loop = self.draw.choice((None, None, None, "parallel", "sequential"))
            id = draft.add("u", SubProcess, kind=kind, loop=loop, draft=inside)
        self.catch(draft, id, inside)
        names = [inside.nodes[end]["name"] for end in inside.ends()]
        if len(names) > 1 and self.chance(0.7):
            return id, self.outcomes(draft, id, names)
        return id, id

    def outcomes(self, draft: Draft, id: str, names: list[str]) -> str:
        """Answers bound to the ends of a subprocess, which lead together again or to ends of their own."""
        self.left -= 2
        default = self.chance(0.5)
        split = draft.add("g", Gateway, kind="exclusive", default=default)
        join = draft.add("g", Gateway, kind="exclusive")
        draft.flow(id, split)
        answers = names[: -1 if default and self.chance(0.7) else None]
        for number, name in enumerate([*answers, None] if default else names):
            self.left -= 1
            way = draft.add("a", Task) if not number or self.chance(0.6) else self.end(draft)
            draft.flow(split, way, name=name)
            if way not in draft.ends():
                draft.flow(way, join)
        return join

    def throw(self, draft: Draft, depth: int) -> None:
        """Let an end throw something, or be a terminate end; put an escalation on the way."""
        ends = draft.ends()
        if ends and self.chance(0.7):
            kind = self.draw.choice(("error", "error", "terminate", "escalation", "cancel") if depth else ("terminate", "error"))
            name = self.draw.choice((None, "A", "A", "B")) if kind in ("error", "escalation") else None
            draft.nodes[self.draw.choice(ends)]["triggers"] = (Trigger(kind, name),)  # type: ignore[arg-type]
        elif draft.flows:
            flow = self.draw.choice(draft.flows)
            name = self.draw.choice(("A", "A", "B", None))
            id = draft.add("t", Event, position="throw", triggers=(Trigger("escalation", name),))
            self.left -= 1
            draft.flow(id, flow["target"])
            flow["target"] = id
            if "name" in flow:
                draft.flows[-1].pop("name", None)

    def catch(self, draft: Draft, id: str, inside: Draft) -> None:
        """Events at the border for what is thrown inside, most of the time, and now and then for what is not."""
        thrown = {
            (trigger.kind, trigger.what)
            for node in inside.nodes.values()
            for trigger in node.get("triggers", ())
            if trigger.kind in ("error", "escalation", "cancel") and node["position"] in ("end", "throw")
        }
        found = [each for each in sorted(thrown, key=str) if self.chance(0.75)]
        if self.chance(0.15):
            found.append((self.draw.choice(("error", "escalation")), "C"))
        for kind, name in found:
            name = None if self.chance(0.3) and len(found) == 1 else name
            gentle = kind == "escalation" and self.chance(0.5)
            self.border(draft, id, Trigger(kind, name), not gentle)

    def event_subprocess(self, draft: Draft, depth: int) -> None:
        inside = Draft()
        kept, self.left = self.left, 3
        start = inside.add("s", Event, position="start")
        first, last = self.series(inside, 2, 1)
        inside.flow(start, first)
        if self.chance(0.8):
            inside.flow(last, self.end(inside))
        if self.chance(0.3):
            self.throw(inside, depth + 1)
        if self.chance(0.25):
            self.mutate(inside)
        kind = self.draw.choice((*FREE, "error", "escalation"))
        name = self.draw.choice((None, "A")) if kind in ("error", "escalation") else None
        values = inside.nodes[start]
        values["triggers"] = (Trigger(kind, name),)  # type: ignore[arg-type]
        values["interrupting"] = kind == "error" or self.chance(0.6)
        draft.add("u", SubProcess, kind="event", draft=inside)
        self.left = kept - 3

    # Events at borders

    def events(self, draft: Draft, fitting: bool) -> None:
        for id in draft.activities():
            if self.chance(0.3):
                interrupting = self.chance(0.6)
                inside = draft.nodes[id]["make"] is not Task
                kind = self.draw.choice((*FREE, "error") if interrupting and not inside else FREE)
                self.border(draft, id, Trigger(kind), interrupting, fitting)  # type: ignore[arg-type]

    def border(self, draft: Draft, host: str, trigger: Trigger, interrupting: bool, fitting: bool = True) -> None:
        """An event at a border, which leads to an end, to a step and an end, onwards beside its host, or anywhere."""
        id = draft.add("b", Event, position="boundary", attached_to=host, interrupting=interrupting, triggers=(trigger,))
        self.left -= 1
        roll = self.draw.random()
        beside = [flow["target"] for flow in draft.out(host)]
        anywhere = [each for each, node in draft.nodes.items() if node.get("position") not in ("start", "boundary") and node.get("kind") != "event"]
        if roll < 0.2:
            return
        if roll < 0.45 or (not interrupting and roll < 0.75):
            last = id
            for _ in range(self.draw.choice((0, 1, 1, 2))):
                step = draft.add("a", Task)
                draft.flow(last, step)
                last = step
            if self.chance(0.8):
                draft.flow(last, self.end(draft))
        elif fitting and interrupting and beside and roll < 0.8:
            target = self.draw.choice(beside)
            draft.flow(id, target)
        elif draft.ends() and self.chance(0.4):
            draft.flow(id, self.draw.choice(draft.ends()))
        else:
            draft.flow(id, self.draw.choice(anywhere))

    def compensate(self, draft: Draft) -> None:
        hosts = draft.activities()
        if hosts:
            draft.add("b", Event, position="boundary", attached_to=self.draw.choice(hosts), triggers=(Trigger("compensation"),))
            undo = draft.add("k", Task, for_compensation=True)
            if self.chance(0.3):
                draft.flow(undo, draft.add("k", Task))

    # At random

    def drawn(self, draft: Draft, depth: int, onwards: bool) -> None:
        """Nodes of all kinds; every one is led to from somewhere, mostly, and leads somewhere, mostly."""
        starts = [draft.add("s", Event, position="start") for _ in range(self.draw.choice((1, 1, 1, 1, 1, 1, 1, 2)))]
        if self.chance(0.06):
            starts = []
            draft.nodes.clear()
        ends = max(1, self.draw.choice((1, 1, 1, 2, 2, 3)))
        inner = max(1, min(self.left - ends - len(starts), 10 - 4 * bool(depth)))
        middle: list[str] = []
        for _ in range(inner):
            roll = self.draw.random()
            if roll < 0.5 or (onwards and roll < 0.55):
                kind = self.draw.choices(GATEWAYS, (40, 28, 18, 7, 3))[0]
                middle.append(draft.add("g", Gateway, kind=kind, default=kind in ("exclusive", "inclusive") and self.chance(0.3)))
                self.left -= 1
            elif depth < self.nesting and roll < 0.7:
                first, last = self.subprocess(draft, depth, self.draw.choice(("blocks", "mutated", "random")))
                middle.append(first)
            else:
                first, last = self.step(draft)
                if first == last:
                    middle.append(first)
                else:
                    middle += [first, last]
        places = [id for id, node in draft.nodes.items() if node.get("position") not in ("start", "boundary", "end")]
        last_ones = [self.end(draft) for _ in range(ends)]
        before = [*starts]
        for id in places:
            if any(flow["target"] == id for flow in draft.flows):
                before.append(id)
                continue
            free = [each for each in before if not draft.out(each)] or before
            if before and not self.chance(0.02):
                draft.flow(self.draw.choice(free if self.chance(0.75 if onwards else 0.5) else before), id)
            before.append(id)
        for id in [*starts, *places]:
            if draft.nodes[id].get("position") == "throw" and "link" in _kinds(draft.nodes[id]):
                continue
            if not draft.out(id) and not self.chance(0.06):
                targets = last_ones if self.chance(0.55) else places
                draft.flow(id, self.draw.choice(targets))
        for id in last_ones:
            if not any(flow["target"] == id for flow in draft.flows):
                draft.flow(self.draw.choice(before or places), id)
        for _ in range(self.draw.choice((0, 0, 1, 2) if onwards else (0, 1, 2, 3))):
            source = self.draw.choice(draft.gateways() or places)
            target = self.draw.choice([*places, *last_ones])
            flow = draft.flow(source, target)
            if draft.nodes[source]["make"] is Task and self.chance(0.5):
                flow["condition"] = "om så är"

    # Mutations

    def mutate(self, draft: Draft) -> None:
        sort = self.draw.choice(("kind", "kind", "kind", "target", "target", "source", "drop", "more", "end", "merge"))
        targets = [id for id, node in draft.nodes.items() if node.get("position") not in ("start", "boundary") and node.get("kind") != "event"]
        sources = [id for id, node in draft.nodes.items() if node.get("position") != "end" and node.get("kind") != "event"]
        if sort == "kind" and draft.gateways():
            node = draft.nodes[self.draw.choice(draft.gateways())]
            node["kind"] = self.draw.choice([kind for kind in GATEWAYS[:4] if kind != node["kind"]])
            if node["kind"] not in ("exclusive", "inclusive"):
                node.pop("default", None)
        elif not draft.flows:
            return
        elif sort == "target":
            self.draw.choice(draft.flows)["target"] = self.draw.choice(targets)
        elif sort == "source":
            flow = self.draw.choice(draft.flows)
            flow["source"] = self.draw.choice(sources)
        elif sort == "drop" and len(draft.flows) > 2:
            draft.flows.remove(self.draw.choice(draft.flows))
        elif sort == "end":
            flow = self.draw.choice(draft.flows)
            if draft.nodes[flow["source"]].get("position") != "start":
                flow["target"] = self.end(draft)
        elif sort == "merge" and len(draft.ends()) > 1:
            for flow in draft.flows:
                if flow["target"] == draft.ends()[-1]:
                    flow["target"] = draft.ends()[0]
        else:
            draft.flow(self.draw.choice(sources), self.draw.choice(targets))


def make(seed: int) -> ProcessMap:
    """The map of a seed; its first process is to be proved."""
    return Maker(seed).map()


def _kinds(node: dict[str, Any]) -> set[str]:
    return {trigger.kind for trigger in node.get("triggers", ())}


def compact(map: ProcessMap) -> str:
    """A map as short text, for messages."""
    lines: list[str] = []

    def tell(owner: Any, indent: str) -> None:
        for node in owner.nodes:
            words = [node.id]
            if isinstance(node, Gateway):
                words.append(node.kind + (f" default {node.default}" if node.default else ""))
            elif isinstance(node, Event):
                words.append(node.position + (f" at {node.attached_to}" if node.attached_to else ""))
                words += [f"{t.kind} {t.what or ''}".strip() for t in node.triggers]
                words += [] if node.interrupting else ["not interrupting"]
                words += [f"named {node.name}"] if node.name else []
            else:
                words.append(type(node).__name__)
                words += [str(getattr(node, key)) for key in ("kind", "calls") if getattr(node, key, None)]
                words += ["for compensation"] if node.for_compensation else []
            ways = [
                f"{flow.id}→{flow.target}" + (f" [{flow.name}]" if flow.name else "") + (" if" if flow.condition else "")
                for flow in owner.flows
                if flow.source == node.id
            ]
            lines.append(f"{indent}{' '.join(words)}: {', '.join(ways)}")
            if isinstance(node, SubProcess):
                tell(node, indent + "    ")

    for process in map.processes:
        lines.append(process.id)
        tell(process, "  ")
    return "\n".join(lines)


def main() -> None:
    import argparse
    import sys
    from collections import Counter
    from pathlib import Path

    sys.path.insert(0, str(Path(__file__).parent))
    import naive

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=2000)
    kinds: Counter[str] = Counter()
    found: Counter[str] = Counter()
    sizes: Counter[int] = Counter()
    for seed in range(parser.parse_args().seeds):
        map = make(seed)
        here: set[str] = set()
        sizes[count(map.processes[0], here)] += 1
        kinds.update(here)
        try:
            answer = naive.explore(map.processes[0], map)
        except naive.TooLarge:
            found["too large"] += 1
            continue
        found[answer.verdict] += 1
        found[" ".join(f"{name}={value}" for name, value in answer.properties.items())] += 1
    for counted in (sizes, kinds, found):
        for what, many in sorted(counted.items()):
            print(f"{many:7} {what}")
        print()


def count(owner: Any, kinds: set[str]) -> int:
    """How many nodes there are, and of which kinds."""
    many = 0
    for node in owner.nodes:
        many += 1
        word = type(node).__name__
        if isinstance(node, Event):
            word = f"{word} {node.position}" + ("" if node.interrupting else " not interrupting")
            word += "".join(f" {trigger.kind}" for trigger in node.triggers)
        elif isinstance(node, (Gateway, SubProcess)):
            word += f" {node.kind}"
        kinds.add(word)
        if isinstance(node, SubProcess):
            many += count(node, kinds)
    starts = [node.id for node in owner.nodes if getattr(node, "position", "") == "start"]
    kinds |= {"two starts"} if len(starts) > 1 else {"no start"} if not starts else set()
    sources = {flow.source for flow in owner.flows}
    if any(node.id not in sources for node in owner.nodes if getattr(node, "position", "") != "end"):
        kinds.add("a node with nothing behind it")
    kinds |= {"flow with a condition" for flow in owner.flows if flow.condition}
    kinds |= {"flow with an answer" for flow in owner.flows if flow.name}
    return many


if __name__ == "__main__":
    main()
