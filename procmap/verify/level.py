"""One scope as integers: who flows into whom, by the numbers of nodes and flows.

Ids are looked up once, here; everything behind it works on small integers. A start of the case is a flow too: the
*entry*, a flow without a source, so that nothing else needs to know how a case begins.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from procmap.model.activity import Activity, CallActivity, Node, SubProcess
from procmap.model.event import Event
from procmap.model.flow import SequenceFlow
from procmap.model.gateway import Gateway
from procmap.model.knowledge import NOT_APPLICABLE, known
from procmap.model.process import Process

__all__ = ["CALL", "END", "EXCLUSIVE", "INCLUSIVE", "NOWHERE", "OUTSIDE", "PARALLEL", "START", "TASK", "Level"]

TASK, EXCLUSIVE, PARALLEL, INCLUSIVE, START, END, CALL, OUTSIDE = range(8)
"""What a node does with tokens. TASK is whatever takes one and gives to all; CALL has a scope of its own inside;
OUTSIDE stands outside the flow: events at borders (their activity moves for them), event subprocesses, compensation."""

most_answers = 12
"""Of an inclusive gateway or of conditions behind a step, for which every choice is tried; 4,095 choices."""

most_moves = 100_000
"""Of one step, with all its conditions and with what may happen at its border."""

a_few = 4
"""So many are looked at where there are more than can be tried: what is met with them is so."""

NOWHERE = -1
_GATEWAYS = {"exclusive": EXCLUSIVE, "event_based": EXCLUSIVE, "parallel": PARALLEL, "inclusive": INCLUSIVE}
_EVENTS = {"start": START, "end": END, "boundary": OUTSIDE, "catch": TASK, "throw": TASK}


class Level:
    """The nodes and flows of one scope.

    ``kind[i]``, ``ins[i]`` and ``outs[i]`` belong to node i of ``nodes``; ``source[f]`` and ``target[f]`` to flow f,
    NOWHERE for an entry's source. ``flows`` holds the sequence flows; what comes after them in ``source`` are links and
    entries. ``border[i]`` are the events at the border of i. ``starts`` are start events; of them, and of ``first``,
    the entries of what makes a process begin, one begins; the other ``entries`` all carry a token at the beginning.
    ``outside`` are nodes of compensation, ``apart`` those of threads apart. ``too_many`` is a node with more ways out,
    or more that may happen while it is held, than are tried.
    """

    def __init__(self, owner: Process | SubProcess, prefix: str = "", *, is_called: bool = False) -> None:
        nodes = owner.nodes
        index = {node.id: number for number, node in enumerate(nodes)}
        size = len(nodes)
        kind = [TASK] * size
        ins: list[list[int]] = [[] for _ in range(size)]
        outs: list[list[int]] = [[] for _ in range(size)]
        border: dict[int, list[int]] = {}
        self.event_subprocesses: Final[list[int]] = []
        special = False
        for number, node in enumerate(nodes):
            if isinstance(node, Gateway):
                kind[number] = PARALLEL if node.all_events else _GATEWAYS.get(node.kind, INCLUSIVE)
            elif isinstance(node, Event):
                kind[number] = _EVENTS[node.position]
                if node.position == "boundary":
                    host = index.get(node.attached_to or "")
                    special |= _undoes(node)
                    if host is not None and not _undoes(node):
                        border.setdefault(host, []).append(number)
                elif node.triggers and node.triggers[0].kind == "link":
                    special = True
            else:
                if isinstance(node, (SubProcess, CallActivity)):
                    kind[number] = CALL
                    if isinstance(node, SubProcess) and node.kind == "event":
                        kind[number] = OUTSIDE
                        self.event_subprocesses.append(number)
                        special |= _undoes_work(node)
                special |= node.for_compensation
        source: list[int] = []
        target: list[int] = []
        flows: list[SequenceFlow] = []
        for flow in owner.flows:
            start, stop = index.get(flow.source, NOWHERE), index.get(flow.target, NOWHERE)
            if start != NOWHERE and stop != NOWHERE:
                number = len(flows)
                outs[start].append(number)
                ins[stop].append(number)
                source.append(start)
                target.append(stop)
                flows.append(flow)
        self.owner: Final = owner
        self.prefix: Final = prefix
        self.nodes: Final[tuple[Node, ...]] = nodes
        self.kind: Final = kind
        self.ins: Final = ins
        self.outs: Final = outs
        self.border: Final = border
        self.flows: Final = flows
        self.source: Final = source
        self.target: Final = target
        self.index: Final = index
        self.outside: Final[set[int]] = set()
        self.apart: Final[set[int]] = set()
        self.too_many: int | None = None
        if special:
            self._link()
            self._leave_compensation()
        self.starts: Final = [number for number in range(size) if kind[number] == START]
        if is_called and (plain := [start for start in self.starts if not getattr(nodes[start], "triggers", ())]):
            self.starts[:] = plain
        loose = [number for number, flows in enumerate(ins) if not flows]
        loose = [number for number in loose if kind[number] not in (OUTSIDE, START)]
        first = {number for number in loose if getattr(nodes[number], "instantiates", False)}
        if self.starts:
            loose = [] if is_called else sorted(first)
        self.entries: Final = [self._flow(NOWHERE, number) for number in loose]
        self.first: Final = [flow for flow in self.entries if self.target[flow] in first]

    def path(self, node: int) -> str:
        """The path of ids of a node, from the process down."""
        return self.prefix + self.nodes[node].id

    def without(self, nodes: Iterable[int]) -> None:
        """Take nodes out of the flow, with what flows between them and the others."""
        gone = set(nodes)
        for node in gone:
            self.kind[node] = OUTSIDE
            for flow in self.outs[node]:
                after = self.target[flow]
                self.ins[after] = [each for each in self.ins[after] if each != flow]
            for flow in self.ins[node]:
                before = self.source[flow]
                self.outs[before] = [each for each in self.outs[before] if each != flow]
            self.ins[node] = []
            self.outs[node] = []

    def ways_out(self, node: int) -> list[list[int]]:
        """To which outgoing flows an activity or event may give tokens: each a choice."""
        outs = self.outs[node]
        if len(outs) < 2:
            return [outs]
        default = getattr(self.nodes[node], "default", None)
        always, asked, rest = [], [], []
        for flow in outs:
            if flow < len(self.flows):
                if self.flows[flow].id == default:
                    rest.append(flow)
                    continue
                condition = self.flows[flow].condition
                if condition is not None and condition is not NOT_APPLICABLE:
                    asked.append(flow)
                    continue
            always.append(flow)
        if not asked and not rest:
            return [outs]
        if len(asked) > most_answers or max(1, len(self.ins[node])) << len(asked) > most_moves:
            self.too_many = node
            asked = asked[:a_few]
        ways = [[*always, *chosen] for chosen in choices(asked)]
        if rest or always or not ways:
            ways.append([*always, *rest])
        return ways

    def default(self, node: int) -> int | None:
        """The flow that is taken when no other answer holds."""
        name = getattr(self.nodes[node], "default", None)
        if name is None:
            return None
        return next((f for f in self.outs[node] if f < len(self.flows) and self.flows[f].id == name), None)

    def _flow(self, source: int, target: int) -> int:
        number = len(self.source)
        self.source.append(source)
        self.target.append(target)
        self.ins[target].append(number)
        if source != NOWHERE:
            self.outs[source].append(number)
        return number

    def _link(self) -> None:
        """A throwing link flows into the catching ones of its name (10.5.4)."""
        catching: dict[str, list[int]] = {}
        for number, node in enumerate(self.nodes):
            if isinstance(node, Event) and node.position == "catch" and (name := _link_name(node)) is not None:
                catching.setdefault(name, []).append(number)
        for number, node in enumerate(self.nodes):
            if isinstance(node, Event) and node.position in ("throw", "end") and (name := _link_name(node)) is not None:
                for other in catching.get(name, ())[:1]:  # the standard allows one target
                    self.kind[number] = TASK
                    self._flow(number, other)

    def _leave_compensation(self) -> None:
        """What undoes work stands outside the flow, with what only follows it (13.5.5)."""
        waiting = [
            number
            for number, node in enumerate(self.nodes)
            if (isinstance(node, Activity) and (node.for_compensation or _undoes_work(node)))
            or (isinstance(node, Event) and _undoes(node))
        ]
        gone: set[int] = set()
        while waiting:
            node = waiting.pop()
            if node in gone:
                continue
            gone.add(node)
            after = [self.target[flow] for flow in self.outs[node]] + self.border.get(node, [])
            for other in after:
                if all(self.source[flow] in gone for flow in self.ins[other]):
                    waiting.append(other)
        self.without(gone)
        self.outside.update(gone)


def choices(flows: list[int]) -> list[list[int]]:
    """Every choice of at least one, in the order of counting."""
    found = []
    for chosen in range(1, 1 << len(flows)):
        found.append([flow for number, flow in enumerate(flows) if chosen >> number & 1])
    return found


def _undoes(event: Event) -> bool:
    return event.position == "boundary" and _is_for_compensation(event)


def _undoes_work(node: Node) -> bool:
    """Whether an event subprocess waits for compensation."""
    if not isinstance(node, SubProcess) or node.kind != "event":
        return False
    starts = (each for each in node.nodes if isinstance(each, Event) and each.position == "start")
    return any(map(_is_for_compensation, starts))


def _is_for_compensation(event: Event) -> bool:
    return any(trigger.kind == "compensation" for trigger in event.triggers)


def _link_name(event: Event) -> str | None:
    for trigger in event.triggers:
        if trigger.kind == "link":
            name = known(trigger.what)
            return str(name if name is not None else known(event.name) or event.id)
    return None
