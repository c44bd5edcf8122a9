"""Random flows in which several reminders lead to one step or end, the same for the same seed.

Small flows of ``wider_flows`` with two or three events at borders that do not interrupt, what they lead to together, and
now and then something that spoils it. Those seeds stay what they are.
"""

from __future__ import annotations

from random_flows import FREE, Draft
from wider_flows import Wider

from procmap import Event, Gateway, Process, ProcessMap, Task, Trigger


class Sharing(Wider):
    """Draws one flow; in most of its scopes reminders share what they lead to."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self.left = self.draw.randint(2, 7)

    def map(self) -> ProcessMap:
        sort = self.draw.choices(("blocks", "mutated", "random", "onwards"), (64, 12, 10, 14))[0]
        self.eventful = self.chance(0.1)
        self.nesting = self.draw.choice((0, 0, 1, 2))
        nodes, flows = self.scope(sort, 0).within()
        process = Process(id=f"flow-{self.seed}", nodes=nodes, flows=flows)
        return ProcessMap(processes=(process, *self.called))

    def scope(self, sort: str, depth: int) -> Draft:
        draft = super().scope(sort, depth)
        if _hosts(draft) and self.chance(0.3 if depth else 0.9):
            for _ in range(self.draw.choice((1, 1, 1, 2))):
                self.share(draft, depth)
        return draft

    def share(self, draft: Draft, depth: int) -> None:
        """Reminders that lead to a few nodes, mostly to the first of them, some by way of a step or block of their own."""
        kept, self.left = self.left, self.draw.choice((2, 2, 4, 6))
        hosts = _hosts(draft)
        before = list(draft.nodes)
        first = self.together(draft, depth)
        shared = [each for each in draft.nodes if each not in before]
        if self.chance(0.3):  # a reminder of what is done in a thread
            hosts += [each for each in _hosts(draft) if each in shared]
        host = self.draw.choice(hosts)
        for _ in range(self.draw.choice((2, 2, 2, 3))):
            trigger = Trigger("escalation", "A") if self.chance(0.1) else Trigger(self.draw.choice(FREE))  # type: ignore[arg-type]
            host = self.draw.choice(hosts) if self.chance(0.6) else host
            event = draft.add("b", Event, position="boundary", attached_to=host, interrupting=False, triggers=(trigger,))
            own = event
            if self.chance(0.6):
                self.left = self.draw.choice((1, 1, 4))
                begins, own = self.series(draft, 2, 1)
                draft.flow(event, begins)
                hosts += [each for each in _hosts(draft) if each == begins and self.chance(0.3)]
            entered = [each for each in shared if draft.nodes[each].get("position") not in ("start", "boundary")]
            draft.flow(own, first if self.chance(0.8) else self.draw.choice(entered))
            if self.chance(0.08):
                draft.flow(event, self.draw.choice(entered))
        if self.chance(0.3):
            self.spoil(draft, before, shared)
        self.left = kept

    def together(self, draft: Draft, depth: int) -> str:
        """What reminders lead to: an end, or steps and blocks with an end, or none."""
        roll = self.draw.random()
        if roll < 0.25:
            return self.end(draft)
        if roll < 0.4:
            first = draft.add("g", Gateway, kind=self.draw.choice(("parallel", "inclusive", "exclusive")))
            last = draft.add("a", Task)
            draft.flow(first, last)
        else:
            first, last = self.series(draft, self.draw.choice((depth, 2)), 1)
        if self.chance(0.85):
            draft.flow(last, self.end(draft))
        return first

    def spoil(self, draft: Draft, before: list[str], shared: list[str]) -> None:
        """Led to from the main flow, leading back into it, or ending more than itself."""
        enterable = [each for each in draft.nodes if draft.nodes[each].get("position") not in ("start", "boundary") and draft.nodes[each].get("kind") != "event"]
        leaving = [each for each in draft.nodes if draft.nodes[each].get("position") != "end" and draft.nodes[each].get("kind") != "event"]
        roll = self.draw.random()
        from_main = [each for each in leaving if each in before]
        into = [each for each in enterable if each in shared]
        to_main = [each for each in enterable if each in before]
        out_of = [each for each in leaving if each in shared]
        ends = [each for each in draft.ends() if each in shared]
        if roll < 0.35 and from_main and into:
            draft.flow(self.draw.choice(from_main), self.draw.choice(into))
        elif roll < 0.5 and out_of and to_main:
            draft.flow(self.draw.choice(out_of), self.draw.choice(to_main))
        elif roll < 0.6 and ends:
            draft.nodes[self.draw.choice(ends)]["triggers"] = (Trigger("terminate"),)
        elif roll < 0.8:
            draft.flow(self.draw.choice([each for each in leaving if each not in before] or leaving), self.draw.choice(enterable))
        else:
            self.mutate(draft)


def make(seed: int) -> ProcessMap:
    """The map of a seed; its first process is to be proved."""
    return Sharing(seed).map()


def _hosts(draft: Draft) -> list[str]:
    """The activities in the flow: what undoes work stands outside it."""
    return [each for each in draft.activities() if not draft.nodes[each].get("for_compensation")]
