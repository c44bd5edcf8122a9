"""What checking BPMN costs, beside only parsing it with lxml: a folder of usual files, the files of others, large ones.

    python tests/bench/bpmn.py [PATH ...] [--runs 7] [--by-check]

Each file is parsed, read, checked by all BPM and FLW checks, and its flow proved, in one process; the minimum of some
runs counts. The bars: 10 ms of CPU a file of 30 kB, and 4 s for 20,000 steps with their picture. With ``--by-check`` the
costliest checks are listed too.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from procmap.__main__ import collect_seldom
from procmap.checks import catalogue
from procmap.checks.engine import check
from procmap.graph.view import View
from procmap.read.reading import read_text
from procmap.verify.verify import verify

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
USUAL = 30_000
BAR, LARGE_BAR = 0.010, 4.0
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" '
    'xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" '
    'xmlns:dd="http://www.omg.org/spec/DD/20100524/DI" id="d" targetNamespace="urn:x">\n'
)


def main() -> None:
    options = parse()
    collect_seldom()
    catalogue.load()
    paths = [file for path in options.paths for file in ([path] if path.is_file() else sorted(path.rglob("*.bpmn")))]
    usual = {f"usual {number}": made(blocks=9, seed=number) for number in range(40)}
    others = {path.name: path.read_bytes() for path in paths}
    print(f"{'CPU, ms':<34}{'bytes':>9}{'lxml':>8}{'read':>8}{'check':>8}{'all':>8}{'per 30 kB':>11}")
    for title, files in (("a folder of usual files", usual), ("files of others", others)):
        rows = {name: row(data, options.runs) for name, data in files.items()}
        if title == "files of others":
            for name, figures in rows.items():
                show(name, len(files[name]), *figures)
        if rows:
            sums = [sum(column) / len(rows) for column in zip(*rows.values(), strict=True)]
            size = sum(map(len, files.values())) // len(files)
            show(f"{title}: mean", size, *sums)
            met = (sums[1] + sums[2]) * USUAL / size <= BAR
            print(f"  the bar, {BAR * 1e3:.0f} ms for 30 kB: {'met' if met else 'missed'}")
    print(f"\n{'large, CPU in s':<34}{'bytes':>9}{'lxml':>8}{'read':>8}{'check':>8}{'all':>8}")
    for name, data in large().items():
        parsed, reading, checking = row(data, 1)
        total = reading + checking
        print(f"  {name:<32}{len(data):>9}{parsed:>8.2f}{reading:>8.2f}{checking:>8.2f}{total:>8.2f}", end="")
        print("  met" if total < LARGE_BAR else "  missed")
    if options.by_check:
        by_check({**usual, **others} if others else usual)


def row(data: bytes, runs: int) -> tuple[float, float, float]:
    """Seconds of CPU: to parse with lxml alone, to read, and to check and prove."""
    best = [float("inf")] * 3
    for _ in range(runs):
        parsed, tree = timed(lambda: etree.fromstring(data))
        del tree
        reading, found = timed(lambda: read_text(data, "fil.bpmn"))
        checking, _ = timed(
            lambda found=found: check(found.map, also=found.findings, sources=found.sources, select=["BPM", "FLW"])
        )
        best = [min(pair) for pair in zip(best, (parsed, reading, checking), strict=True)]
    return best[0], best[1], best[2]


def timed(do: Callable[[], object]) -> tuple[float, object]:
    began = time.process_time()
    made = do()
    return time.process_time() - began, made


def show(name: str, size: int, parsed: float, reading: float, checking: float) -> None:
    total = reading + checking
    columns = "".join(f"{seconds * 1e3:>8.2f}" for seconds in (parsed, reading, checking, total))
    print(f"  {name[:32]:<32}{size:>9}{columns}{total * 1e3 * USUAL / size:>11.2f}")


def by_check(files: dict[str, bytes]) -> None:
    """Which checks cost the most, all files together; what they share is paid for by the first that asks."""
    costs: Counter[str] = Counter()
    for data in files.values():
        reading = read_text(data, "fil.bpmn")
        view = View(reading.map, sources=reading.sources, prover=lambda each, map=reading.map: verify(each, map=map),
                    thresholds={k: v for each in catalogue.load().checks for k, v in each.thresholds.items()})  # fmt: skip
        for each in catalogue.load().checks:
            if each.code.startswith(("BPM", "FLW")):
                costs[f"{each.code} {each.name}"] += timed(lambda each=each, view=view: list(each.find(view)))[0]
    print(f"\n{'the costliest checks, ms a file':<42}")
    for name, seconds in costs.most_common(15):
        print(f"  {name:<40}{seconds * 1e3 / len(files):>8.3f}")


def made(blocks: int, seed: int) -> bytes:
    """A file as tools export it, of some 30 kB: choices, work side by side, timers on borders, lanes, all drawn."""
    nodes, flows, shapes = [], [], []
    at = "start"
    lanes: dict[int, list[str]] = {0: ["start"], 1: [], 2: []}
    nodes.append('<startEvent id="start" name="Ansökan inkommer"></startEvent>')
    shapes.append(shape("start", 160, 132, 36, 36))

    def flow(source: str, target: str, name: str = "") -> None:
        id = f"Flow_{source}_{target}"
        flows.append(f'<sequenceFlow id="{id}" name="{name}" sourceRef="{source}" targetRef="{target}"/>')
        (x1, y1), (x2, y2) = places[source], places[target]
        turn = (x2, y1) if y2 < y1 else (x1, y2)
        points = "".join(f'<dd:waypoint x="{x}" y="{y}"/>' for x, y in dict.fromkeys(((x1, y1), turn, (x2, y2))))
        shapes.append(f'<di:BPMNEdge id="{id}_di" bpmnElement="{id}">{points}</di:BPMNEdge>')

    places: dict[str, tuple[int, int]] = {"start": (178, 150)}

    def node(id: str, tag: str, name: str, x: int, lane: int, inside: str = "", more: str = "") -> None:
        width, height = (50, 50) if "Gateway" in tag else (36, 36) if "Event" in tag else (100, 80)
        y = 150 + lane * 150
        places[id] = (x, y)
        nodes.append(f'<{tag} id="{id}" name="{name}"{more}>{inside}</{tag}>')
        shapes.append(shape(id, x - width // 2, y - height // 2, width, height))
        lanes[lane].append(id)

    x = 300
    for number in range(blocks):
        a, b, split, join = (f"{name}_{seed}_{number}" for name in ("a", "b", "split", "join"))
        kind = ("exclusiveGateway", "parallelGateway")[(number + seed) % 2]
        node(split, kind, "Är den komplett?" if kind[0] == "e" else "", x, 0)
        node(a, "userTask", f"Granska handling {number}", x + 140, 0)
        node(b, "serviceTask", f"Hämta uppgift {number}", x + 140, 1)
        node(join, kind, "", x + 280, 0)
        flow(at, split)
        flow(split, a, "ja" if kind[0] == "e" else "")
        flow(split, b, "nej" if kind[0] == "e" else "")
        flow(a, join)
        flow(b, join)
        if kind[0] == "e":
            late = f"sen_{seed}_{number}"
            places[late] = (x + 190, 190)
            nodes.append(
                f'<boundaryEvent id="{late}" name="Fristen går ut" attachedToRef="{a}"><timerEventDefinition>'
                "<timeDuration>P14D</timeDuration></timerEventDefinition></boundaryEvent>"
            )
            shapes.append(shape(late, x + 172, 172, 36, 36))
            node(f"slut_{seed}_{number}", "endEvent", "Avskrivet", x + 190, 2)
            flow(late, f"slut_{seed}_{number}")
        at, x = join, x + 420
    node("slut", "endEvent", "Beslutet är skickat", x, 0)
    flow(at, "slut")
    sets = "".join(
        f'<lane id="lane_{lane}" name="Roll {lane}">' + "".join(f"<flowNodeRef>{id}</flowNodeRef>" for id in ids) + "</lane>"
        for lane, ids in lanes.items()
    )
    shapes += [shape(f"lane_{lane}", 100, 75 + lane * 150, x, 150) for lane in lanes] + [shape("pool", 70, 75, x + 30, 450)]
    return (
        f'{HEAD}<collaboration id="k"><participant id="pool" name="Kommunen" processRef="p"/></collaboration>'
        f'<process id="p" name="Ansökan"><laneSet id="banor">{sets}</laneSet>\n' + "\n".join([*nodes, *flows])
        + '\n</process>\n<di:BPMNDiagram id="bild"><di:BPMNPlane id="yta" bpmnElement="k">\n' + "\n".join(shapes)
        + "\n</di:BPMNPlane></di:BPMNDiagram></definitions>"
    ).encode()  # fmt: skip


def shape(id: str, x: int, y: int, width: int, height: int) -> str:
    bounds = f'<dc:Bounds x="{x}" y="{y}" width="{width}" height="{height}"/>'
    return f'<di:BPMNShape id="{id}_di" bpmnElement="{id}">{bounds}</di:BPMNShape>'


def large() -> dict[str, bytes]:
    """20,000 steps in a row, without and with a picture, and some 20,000 elements of all kinds with one."""
    steps = range(20_000)
    nodes = "".join(f'<task id="t{n}" name="Steg {n}"/>' for n in steps)
    flows = "".join(f'<sequenceFlow id="f{n}" sourceRef="t{n}" targetRef="t{n + 1}"/>' for n in steps[:-1])
    ends = (
        '<startEvent id="s" name="S"/><sequenceFlow id="fs" sourceRef="s" targetRef="t0"/><endEvent id="e" name="E"/>'
        '<sequenceFlow id="fe" sourceRef="t19999" targetRef="e"/>'
    )
    shapes = "".join(shape(f"t{n}", n * 150, 0, 100, 80) for n in steps)
    lines = "".join(
        f'<di:BPMNEdge id="e{n}" bpmnElement="f{n}"><dd:waypoint x="{n * 150 + 100}" y="40"/>'
        f'<dd:waypoint x="{n * 150 + 150}" y="40"/></di:BPMNEdge>'
        for n in steps[:-1]
    )
    ends_drawn = shape("s", -100, 22, 36, 36) + shape("e", 20_000 * 150, 22, 36, 36) + (
        '<di:BPMNEdge id="es" bpmnElement="fs"><dd:waypoint x="-64" y="40"/><dd:waypoint x="0" y="40"/></di:BPMNEdge>'
        f'<di:BPMNEdge id="ee" bpmnElement="fe"><dd:waypoint x="{19_999 * 150 + 100}" y="40"/>'
        f'<dd:waypoint x="{20_000 * 150}" y="40"/></di:BPMNEdge>'
    )
    process = f'<process id="p" name="P">{ends}{nodes}{flows}</process>'
    plane = f'<di:BPMNPlane id="y" bpmnElement="p">{shapes}{ends_drawn}{lines}</di:BPMNPlane>'
    return {
        "20,000 steps": f"{HEAD}{process}</definitions>".encode(),
        "20,000 steps, drawn": f'{HEAD}{process}<di:BPMNDiagram id="d1">{plane}</di:BPMNDiagram></definitions>'.encode(),
        "20,000 of all kinds, drawn": made(4_000, 0),
    }


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("paths", nargs="*", type=Path, default=[DATA])
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--by-check", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    main()
