"""Families of flows that grow: milliseconds from model to verdict, beside pm4py's ``check_soundness``.

    python tests/bench/verify_families.py [--only NAME] [--runs 5] [--no-peer] [--cap 60]

The minimum of the runs counts. On the structured families a power of the number of nodes is fitted to the times. pm4py
is no dependency (AGPL): where it is installed, each flow is translated to a Petri net and checked in a process of its
own with a cap; when one of a family has met the cap, the larger ones are not tried. Its import is not counted.
"""

from __future__ import annotations

import argparse
import importlib.util
import math
import pickle
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import procmap
from procmap import Event, Gateway, Process, SequenceFlow, Task


class Draw:
    """Draws a flow; every part is entered at one node and left at one."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.flows: list[SequenceFlow] = []

    def task(self) -> str:
        self.nodes.append(Task(id=f"a{len(self.nodes)}"))
        return str(self.nodes[-1].id)

    def gateway(self, kind: Any) -> str:
        self.nodes.append(Gateway(id=f"g{len(self.nodes)}", kind=kind))
        return str(self.nodes[-1].id)

    def event(self, position: Any) -> str:
        self.nodes.append(Event(id=f"e{len(self.nodes)}", position=position))
        return str(self.nodes[-1].id)

    def flow(self, *ids: str) -> None:
        for source, target in pairwise(ids):
            self.flows.append(SequenceFlow(id=f"f{len(self.flows)}", source=source, target=target))

    def between(self, first: str, last: str) -> Process:
        self.flow(self.event("start"), first)
        self.flow(last, self.event("end"))
        return Process(id="family", nodes=tuple(self.nodes), flows=tuple(self.flows))

    # Parts

    def steps(self, many: int) -> tuple[str, str]:
        ids = [self.task() for _ in range(many)]
        self.flow(*ids)
        return ids[0], ids[-1]

    def block(self, split: str, join: str, branches: list[tuple[str, str]]) -> tuple[str, str]:
        first, last = self.gateway(split), self.gateway(join)
        for begin, end in branches:
            self.flow(first, begin)
            self.flow(end, last)
        return first, last

    def chain(self, parts: list[tuple[str, str]]) -> tuple[str, str]:
        for (_, end), (begin, _) in pairwise(parts):
            self.flow(end, begin)
        return parts[0][0], parts[-1][1]

    def blocks(self, many: int) -> list[tuple[str, str]]:
        """One after the other: a task, a choice, a parallel part and a loop, ten nodes each time."""
        parts = []
        for number in range(many):
            parts.append(self.steps(1))
            kind = ("exclusive", "parallel", "exclusive")[number % 3]
            if number % 3 == 2:
                merge, split = self.gateway("exclusive"), self.gateway("exclusive")
                first, last = self.steps(5)
                back, end = self.steps(2)
                self.flow(merge, first)
                self.flow(last, split, back)
                self.flow(end, merge)
                parts.append((merge, split))
            else:
                parts.append(self.block(kind, kind, [self.steps(3), self.steps(4)]))
        return parts

    def nested(self, depth: int, kinds: tuple[str, ...]) -> tuple[str, str]:
        if not depth:
            return self.steps(1)
        kind = kinds[depth % len(kinds)]
        return self.block(kind, kind, [self.nested(depth - 1, kinds), self.nested(depth - 1, kinds)])

    def crossing(self) -> tuple[str, str]:
        """A parallel part, a choice and two loops that overlap, none of which falls into blocks."""
        ways = {}
        for kind in ("parallel", "exclusive"):
            split, again, meet, join = (self.gateway(kind) for _ in range(4))
            self.flow(split, self.task(), again, self.task(), meet)
            self.flow(split, self.task(), meet, self.task(), join)
            self.flow(again, self.task(), join)
            ways[kind] = (split, join)
        into, through, back, out = (self.gateway("exclusive") for _ in range(4))
        self.flow(into, self.task(), through, self.task(), back, self.task(), out)
        self.flow(back, into)
        self.flow(out, through)
        return self.chain([ways["parallel"], ways["exclusive"], (into, out)])


def sequential(many: int) -> Process:
    draw = Draw()
    return draw.between(*draw.chain(draw.blocks(many)))


def nested(depth: int) -> Process:
    draw = Draw()
    return draw.between(*draw.nested(depth, ("exclusive", "parallel")))


def inclusive(depth: int) -> Process:
    draw = Draw()
    return draw.between(*draw.nested(depth, ("inclusive", "exclusive", "parallel")))


def inclusive_only(depth: int) -> Process:
    draw = Draw()
    return draw.between(*draw.nested(depth, ("inclusive",)))


def branches(many: int, steps: int) -> Process:
    draw = Draw()
    return draw.between(*draw.block("parallel", "parallel", [draw.steps(steps) for _ in range(many)]))


def unstructured(many: int) -> Process:
    draw = Draw()
    return draw.between(*draw.chain([draw.crossing() for _ in range(many)]))


def fault(draw: Draw, sort: str) -> tuple[str, str]:
    """A part that goes wrong: a deadlock, a second token, or a loop without a way out."""
    if sort == "livelock":
        first, last = draw.gateway("exclusive"), draw.task()
        round_, out = draw.task(), draw.gateway("exclusive")
        draw.flow(first, round_, round_)
        draw.flow(first, out, last)
        return first, last
    kinds = {"deadlock": ("exclusive", "parallel"), "twice": ("parallel", "exclusive")}[sort]
    return draw.block(*kinds, [draw.steps(1), draw.steps(1)])


def fault_at_the_end(sort: str, many: int) -> Process:
    draw = Draw()
    return draw.between(*draw.chain([*draw.blocks(many), fault(draw, sort)]))


def fault_beside(sort: str, many: int) -> Process:
    draw = Draw()
    ways = [draw.steps(3) for _ in range(many - 1)]
    return draw.between(*draw.block("parallel", "parallel", [*ways, draw.chain([draw.steps(1), fault(draw, sort)])]))


FAMILIES: dict[str, tuple[Callable[..., Process], list[tuple[Any, ...]], bool]] = {
    "sequential": (sequential, [(2,), (10,), (100,), (1_000,), (10_000,)], True),
    "nested": (nested, [(2,), (3,), (6,), (9,), (12,), (15,)], True),
    "inclusive nested": (inclusive, [(2,), (5,), (8,), (11,)], True),
    "inclusive in inclusive": (inclusive_only, [(1,), (2,), (4,), (7,), (10,)], True),
    "parallel branches": (branches, [(5, 1), (5, 5), (8, 1), (10, 10), (20, 20), (100, 100)], True),
    "unstructured": (unstructured, [(1,), (5,), (50,), (500,)], False),
    **{f"{sort} at the end": (fault_at_the_end, [(sort, many) for many in (2, 10, 100, 1_000)], False) for sort in ("deadlock", "twice", "livelock")},
    **{f"{sort} beside branches": (fault_beside, [(sort, many) for many in (5, 10, 20)], False) for sort in ("deadlock", "twice", "livelock")},
}
"""Name, what draws it and the sizes, and whether a power is fitted."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", help="families whose name holds this")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--no-peer", action="store_true")
    parser.add_argument("--cap", type=float, default=60, help="seconds that pm4py gets for one flow")
    parser.add_argument("--peer", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.peer is not None:
        print(peer_answer(pickle.loads(options.peer.read_bytes())))
        return

    peer = not options.no_peer and importlib.util.find_spec("pm4py") is not None
    if not peer:
        print("pm4py is not asked" + ("" if options.no_peer else ": it is not installed"))
    print(f"{'family':<26} {'size':>12} {'nodes':>8} {'verdict':>8} {'ms':>10} {'µs/node':>8}" + "  pm4py, ms" * peer)
    for name, (make, sizes, fitted) in FAMILIES.items():
        if options.only and options.only not in name:
            continue
        points = []
        met = False
        for size in sizes:
            process = make(*size)
            ms, verdict = timed(process, options.runs)
            nodes = len(process.nodes)
            points.append((nodes, ms))
            shown = "x".join(str(part) for part in size if not isinstance(part, str))
            line = f"{name:<26} {shown:>12} {nodes:8,} {verdict:>8} {ms:10.2f} {ms * 1000 / nodes:8.1f}"
            if peer:
                said = f"> {options.cap:.0f} s" if met else peer_time(process, options.cap)
                met = met or said.startswith(">")
                line += f"  {said}"
            print(line, flush=True)
        if fitted and len(points) > 2:
            print(f"{name:<26} grows as nodes to the power of {exponent(points):.2f}\n", flush=True)


def timed(process: Process, runs: int) -> tuple[float, str]:
    """Milliseconds from model to verdict, the least of the runs, and the verdict."""
    least = math.inf
    verdict = ""
    for _ in range(runs):
        began = time.perf_counter()
        verdict = procmap.verify(process).verdict
        least = min(least, time.perf_counter() - began)
    return least * 1000, verdict


def exponent(points: list[tuple[int, float]]) -> float:
    """The slope of log time over log nodes, by least squares, over the flows of 100 nodes and more."""
    large = [(math.log(nodes), math.log(ms)) for nodes, ms in points if nodes >= 100]
    if len(large) < 2:
        return math.nan
    x, y = (sum(values) / len(large) for values in zip(*large, strict=True))
    return sum((a - x) * (b - y) for a, b in large) / sum((a - x) ** 2 for a, _ in large)


# The peer


def peer_time(process: Process, cap: float) -> str:
    """What pm4py needs for the same flow, and what it says of it."""
    if any(isinstance(node, Gateway) and node.kind == "inclusive" for node in process.nodes):
        return "cannot be translated"
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "flow"
        file.write_bytes(pickle.dumps(process))
        command = [sys.executable, __file__, "--peer", str(file)]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=cap + 15, check=False)
        except subprocess.TimeoutExpired:
            return f"> {cap:.0f} s"
    return done.stdout.splitlines()[-1] if done.returncode == 0 else "failed: " + done.stderr.strip().splitlines()[-1]


def peer_answer(process: Process) -> str:
    import pm4py  # type: ignore[import-not-found,unused-ignore]
    from pm4py.objects.petri_net.obj import Marking, PetriNet  # type: ignore[import-not-found,unused-ignore]
    from pm4py.objects.petri_net.utils.petri_utils import add_arc_from_to  # type: ignore[import-not-found,unused-ignore]

    net = PetriNet("flow")
    places = {name: PetriNet.Place(name) for name in [*(flow.id for flow in process.flows), "begin", "done"]}
    net.places.update(places.values())
    for name, into, out in transitions(process):
        transition = PetriNet.Transition(name, name)
        net.transitions.add(transition)
        for place in into:
            add_arc_from_to(places[place], transition, net)
        for place in out:
            add_arc_from_to(transition, places[place], net)
    began = time.perf_counter()
    sound = pm4py.check_soundness(net, Marking({places["begin"]: 1}), Marking({places["done"]: 1}), print_diagnostics=False)
    ms = (time.perf_counter() - began) * 1000
    return f"{ms:.1f} ({'sound' if (sound[0] if isinstance(sound, tuple) else sound) else 'unsound'})"


def transitions(process: Process) -> Iterator[tuple[str, list[str], list[str]]]:
    """Each transition of the Petri net: its name, the places it takes from and those it gives to."""
    into: dict[str, list[str]] = {node.id: [] for node in process.nodes}
    out: dict[str, list[str]] = {node.id: [] for node in process.nodes}
    for flow in process.flows:
        out[flow.source].append(flow.id)
        into[flow.target].append(flow.id)
    for node in process.nodes:
        sources = into[node.id] or ["begin"]
        targets = out[node.id] or ["done"]
        kind = node.kind if isinstance(node, Gateway) else "task"
        takes = [sources] if kind == "parallel" else [[place] for place in sources]
        gives = [[place] for place in targets] if kind == "exclusive" else [targets]
        for number, (taken, given) in enumerate((taken, given) for taken in takes for given in gives):
            yield f"{node.id}.{number}", taken, given


if __name__ == "__main__":
    main()
