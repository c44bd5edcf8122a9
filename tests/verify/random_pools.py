"""Random collaborations, the same for the same seed: ``make(seed)`` is a map with one, of two or three small pools.

What is said is drawn first, in an order in which it could be said; then each pool puts its share into tasks and events,
subprocesses, branches and races, and some of that is spoilt. Names ``!m ?n`` say what an element sends and receives.
"""

from __future__ import annotations

import random
from itertools import pairwise
from typing import Any

from random_flows import FREE, Draft, Maker

from procmap import CallActivity, Collaboration, Event, Gateway, Pool, Process, ProcessMap, SubProcess, Task, Trigger
from procmap.model.flow import MessageFlow
from procmap.model.process_map import nodes_within

Item = str
"""``!m`` or ``?m``: to send or to receive message m."""


class PoolsMaker(Maker):
    """Draws one collaboration."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self.many = self.draw.choice((2, 2, 2, 3))
        self.eventful = self.chance(0.5)
        self.spoilt = self.chance(0.45)
        self.deepest = self.draw.choice((1, 1, 2))
        self.said: dict[str, tuple[int, int]] = {}
        self.shares: list[list[Item]] = [[] for _ in range(self.many)]
        self.pool = 0

    def collaboration(self) -> ProcessMap:
        for number in range(self.draw.choice((1, 2, 2, 3, 3, 4))):
            self.say(f"m{number}")
        self.repeat()
        if self.spoilt and self.chance(0.3):
            share = self.draw.choice(self.shares)
            self.draw.shuffle(share)
        drafts = []
        for pool in range(self.many):
            self.pool = pool
            self.left = self.draw.randint(2, 5)
            drafts.append(self.whole(self.shares[self.pool]))
        processes = [Process(id=f"p{at}", nodes=nodes, flows=flows) for at, (nodes, flows) in enumerate(map(Draft.within, drafts))]
        pools = tuple(Pool(id=f"pool{at}", process=f"p{at}") for at in range(self.many))
        flows = tuple(self.flows(processes))
        return ProcessMap(
            processes=(*processes, *self.called),
            collaborations=(Collaboration(id="together", pools=pools, message_flows=flows),),
        )

    def say(self, message: str, receiver: int | None = None) -> None:
        others = [at for at in range(self.many) if at != receiver]
        sender = self.draw.choice(others)
        if receiver is None:
            receiver = self.draw.choice([at for at in range(self.many) if at != sender])
            self.shares[receiver].append(f"?{message}")
        self.said[message] = (sender, receiver)
        self.shares[sender].append(f"!{message}")

    def repeat(self) -> None:
        """Now and then one message is sent and received several times, not always as many; drawn apart from all else."""
        draw = random.Random(-self.seed)
        if self.seed % 8 == 5:
            for share in self.shares:
                for item in [item for item in share if item[1:] == "m0"]:
                    share[share.index(item) : share.index(item) + 1] = [item] * draw.choice((2, 3, 3, 4))

    def flows(self, processes: list[Process]) -> list[MessageFlow]:
        """Everybody who sends a message to everybody who receives it."""
        ends: dict[str, list[str]] = {}
        within = [(f"pool{at}", process) for at, process in enumerate(processes)]
        for pool, process in [*within, *((each.id, each) for each in self.called)]:
            for path, node in nodes_within(process):
                for word in str(node.name or "").split():
                    ends.setdefault(word, []).append(f"{pool}/{path}")
        found = []
        for message in self.said:
            named = message if self.chance(0.8) else None
            for source in ends.get(f"!{message}", ()):
                for target in ends.get(f"?{message}", ()):
                    if source.partition("/")[0] != target.partition("/")[0]:
                        found.append(MessageFlow(id=f"f{len(found)}", source=source, target=target, message=named))
            if self.chance(0.03) and f"?{message}" in ends:
                found.append(MessageFlow(id=f"f{len(found)}", source="stranger", target=ends[f"?{message}"][0]))
        return found

    # One pool

    def whole(self, items: list[Item]) -> Draft:
        draft = Draft()
        items = list(items)
        if items and items[0][0] == "?" and self.chance(0.5):
            start = draft.add("s", Event, position="start", triggers=(Trigger("message"),), name=items.pop(0))
        else:
            start = draft.add("s", Event, position="start")
        first, last = self.talk(draft, items, 0)
        draft.flow(start, first)
        if not self.chance(0.1):
            draft.flow(last, self.end(draft))
        self.spoil(draft, 0)
        return draft

    def spoil(self, draft: Draft, depth: int) -> None:
        if self.spoilt and self.chance(0.3):
            self.mutate(draft)
        if self.spoilt and self.chance(0.12):
            self.throw(draft, depth)
        if self.eventful:
            for id in draft.activities():
                if self.chance(0.3):
                    self.border(draft, id, Trigger(self.draw.choice(FREE)), self.chance(0.6))
                    self.may_be_told(draft.nodes[next(reversed([each for each in draft.nodes if each[0] == "b"]))])
            if self.chance(0.2):
                self.reacts(draft, depth)

    def may_be_told(self, values: dict[str, Any]) -> None:
        """Perhaps an event is one for a message: one that comes here anyway, or one more."""
        if not self.chance(0.5):
            return
        mine = [message for message, (_, receiver) in self.said.items() if receiver == self.pool]
        if mine and self.chance(0.3):
            message = self.draw.choice(mine)
        else:
            message = f"m{len(self.said)}"
            self.say(message, self.pool)
            if self.said[message][0] < self.pool:
                return  # that pool has been drawn; nobody sends it
        values["name"] = f"?{message}"
        values["triggers"] = (Trigger("message"),)

    def reacts(self, draft: Draft, depth: int) -> None:
        inside = Draft()
        start = inside.add("s", Event, position="start", triggers=(Trigger(self.draw.choice(FREE)),), interrupting=self.chance(0.6))
        self.may_be_told(inside.nodes[start])
        step = inside.add("a", Task)
        inside.flow(start, step)
        if self.chance(0.7):
            inside.flow(step, self.end(inside))
        if self.chance(0.3):
            self.throw(inside, depth + 1)
        draft.add("u", SubProcess, kind="event", draft=inside)

    # What it says

    def talk(self, draft: Draft, items: list[Item], depth: int) -> tuple[str, str]:
        """Steps for some items, one after the other, a few of them together in something."""
        first = last = ""
        items = list(items)
        while items or not first or (self.left > 0 and self.chance(0.15)):
            many = self.draw.choice((0, 1, 1, 1, 2, 3)) if items else 0
            taken, items = items[:many], items[many:]
            begin, end = self.together(draft, taken, depth)
            if last:
                draft.flow(last, begin)
            first, last = first or begin, end
        return first, last

    def together(self, draft: Draft, items: list[Item], depth: int) -> tuple[str, str]:
        self.left -= 1
        roll = self.draw.random()
        if depth < self.deepest and roll < 0.4:
            return self.gone_into(draft, items, depth)
        if self.left > 0 and roll < 0.5:
            return self.branches(draft, [items, []], depth, "exclusive")
        if self.left > 0 and len(items) > 1 and roll < 0.6:
            return self.branches(draft, [items[:1], items[1:]], depth, "parallel")
        if items and items[0][0] == "?" and roll < 0.7:
            return self.race(draft, items, depth)
        if len(items) == 2 and items[0][0] != items[1][0] and self.chance(0.4):
            id = draft.add("a", Task, name=" ".join(items))
            self.may_be_repeated(draft, id, ("standard",))
            return id, id
        if not items:
            id = draft.add("a", Task)
            return id, id
        ids = [self.one(draft, item) for item in items]
        for before, after in pairwise(ids):
            draft.flow(before, after)
        return ids[0], ids[-1]

    def may_be_repeated(self, draft: Draft, id: str, ways: tuple[str, ...]) -> None:
        """Every eighth seed has work that is done again and again."""
        if self.seed % 8 == 7 and self.chance(0.5):
            draft.nodes[id]["loop"] = self.draw.choice(ways)

    def one(self, draft: Draft, item: Item) -> str:
        if self.chance(0.5):
            id = draft.add("a", Task, name=item)
            self.may_be_repeated(draft, id, ("standard",))
            return id
        if item[0] == "!":
            return draft.add("t", Event, position="throw", triggers=(Trigger("message"),), name=item)
        return draft.add("c", Event, position="catch", triggers=(Trigger("message"),), name=item)

    def branches(self, draft: Draft, shares: list[list[Item]], depth: int, kind: str) -> tuple[str, str]:
        split = draft.add("g", Gateway, kind=kind)
        join = draft.add("g", Gateway, kind=kind if not self.spoilt or self.chance(0.8) else "inclusive")
        for share in shares:
            if not share and self.chance(0.5):
                draft.flow(split, join)
                continue
            first, last = self.talk(draft, share, depth)
            draft.flow(split, first)
            draft.flow(last, self.end(draft) if kind == "exclusive" and self.chance(0.15) else join)
        return split, join

    def race(self, draft: Draft, items: list[Item], depth: int) -> tuple[str, str]:
        split = draft.add("g", Gateway, kind="event_based")
        join = draft.add("g", Gateway, kind="exclusive")
        one = draft.add("c", Event, position="catch", triggers=(Trigger("message"),), name=items[0])
        draft.flow(split, one)
        if items[1:]:
            first, last = self.talk(draft, items[1:], depth)
            draft.flow(one, first)
            draft.flow(last, join)
        else:
            draft.flow(one, join)
        other = draft.add("c", Event, position="catch", triggers=(Trigger(self.draw.choice(FREE)),))
        self.may_be_told(draft.nodes[other])
        draft.flow(split, other)
        draft.flow(other, self.end(draft) if self.chance(0.3) else join)
        return split, join

    def gone_into(self, draft: Draft, items: list[Item], depth: int) -> tuple[str, str]:
        inside = Draft()
        items, own = ([], items) if self.may_talk_itself(items) else (items, [])
        if not self.chance(0.1):
            start = inside.add("s", Event, position="start")
            first, last = self.talk(inside, items, depth + 1)
            inside.flow(start, first)
        else:
            first, last = self.talk(inside, items, depth + 1)
        if not self.chance(0.1):
            inside.flow(last, self.end(inside))
        if self.chance(0.25):
            self.throw(inside, depth + 1)
        if self.seed % 8 == 1:
            self.cry_out(inside, depth)
        self.spoil(inside, depth + 1)
        kinds = {trigger.kind for node in inside.nodes.values() for trigger in node.get("triggers", ())}
        if self.seed % 8 == 6 and self.chance(0.7):
            id = self.call(draft, inside)
        else:
            id = draft.add("u", SubProcess, kind="transaction" if "cancel" in kinds else "embedded", draft=inside)
        if own:
            draft.nodes[id]["name"] = " ".join(own)
        self.may_be_repeated(draft, id, ("standard", "sequential"))
        self.catch(draft, id, inside)
        names = [inside.nodes[end]["name"] for end in inside.ends()]
        if len(names) > 1 and self.chance(0.7):
            return id, self.outcomes(draft, id, names)
        if self.seed % 8 == 3 and self.chance(0.6):
            again = draft.add("g", Gateway, kind="exclusive")
            draft.flow(id, again)
            draft.flow(again, id)
            return id, again
        if "calls" in draft.nodes[id] and self.chance(0.3):
            once_more = draft.add("l", CallActivity, calls=draft.nodes[id]["calls"])
            draft.flow(id, once_more)
            return id, once_more
        return id, id

    def may_talk_itself(self, items: list[Item]) -> bool:
        """Whether what is inside is silent, and it is the work as a whole that sends or receives."""
        talks = len(items) == 1 or (len(items) == 2 and items[0][0] != items[1][0])
        return talks and self.seed % 8 in (6, 7) and self.chance(0.3)

    def call(self, draft: Draft, inside: Draft) -> str:
        """A call of a process of its own, or of one that is called elsewhere in the pool, too."""
        mine = [each for each in self.called if each.id.startswith(f"called{self.pool}-")]
        if mine and self.chance(0.3):
            return draft.add("l", CallActivity, calls=self.draw.choice(mine).id)
        nodes, flows = inside.within()
        self.called.append(Process(id=f"called{self.pool}-{len(self.called)}", nodes=nodes, flows=flows))
        return draft.add("l", CallActivity, calls=self.called[-1].id)

    def cry_out(self, inside: Draft, depth: int) -> None:
        """Escalations on the way, and perhaps an event subprocess for them; every eighth seed has these."""
        for flow in [flow for flow in inside.flows if self.chance(0.4)]:
            id = inside.add("t", Event, position="throw", triggers=(Trigger("escalation", self.draw.choice("AAB")),))
            inside.flow(id, flow["target"])
            flow["target"] = id
        if self.chance(0.5):
            self.reacts(inside, depth)
            start = next(iter(list(inside.nodes.values())[-1]["draft"].nodes.values()))
            start.pop("name", None)
            start["triggers"] = (Trigger("escalation", self.draw.choice(("A", None))),)


def make(seed: int) -> ProcessMap:
    """The map of a seed; its collaboration is to be proved."""
    return PoolsMaker(seed).collaboration()


def compact(map: ProcessMap) -> str:
    """A map as short text, for messages."""
    import random_flows

    flows = map.collaborations[0].message_flows
    return random_flows.compact(map) + "\n" + "\n".join(f"{flow.source} ⇢ {flow.target} {flow.message or ''}" for flow in flows)
