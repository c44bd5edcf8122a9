"""What a whole small check costs, beside bpmnlint's.

    python tests/bench/startup.py [--file FILE.yaml] [--bpmnlint PATH] [--runs 15]

The runs are interleaved, so that both meet the same machine; the minimum is what the program needs, the rest is the
machine. Python's modules are compiled, as after an installation, whatever PYTHONDONTWRITEBYTECODE says. The bar: at
most 1.6 times the CPU that bpmnlint needs for a BPMN file with 20 nodes.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from child import ENVIRONMENT, cost, procmap_command

BAR = 1.6
ROOT = Path(__file__).resolve().parents[2]
ROWS = 12


def main() -> None:
    options = parse()
    check = [*procmap_command(), "check", str(options.file)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "twenty.bpmn").write_text(bpmn(20), encoding="utf-8")
        (folder / ".bpmnlintrc").write_text(json.dumps({"extends": "bpmnlint:recommended"}), encoding="utf-8")
        commands = {
            f"procmap check {options.file.name}": (check, None, (0, 1)),
            "bpmnlint twenty.bpmn": ([options.bpmnlint, "twenty.bpmn"], folder, (0,)),
            "python -c pass": ([sys.executable, "-c", "pass"], None, (0,)),
        }
        seconds: dict[str, list[float]] = {title: [] for title in commands}
        for run in range(options.runs + 1):
            for title, (command, cwd, exits) in commands.items():
                used = cost(command, cwd=cwd, exits=exits).cpu
                if run:  # the first one warms the caches
                    seconds[title].append(used)

    print(f"{f'CPU of {options.runs} interleaved runs, ms':<42}{'minimum':>10}{'median':>10}")
    for title, values in seconds.items():
        print(f"  {title:<42}{min(values) * 1000:8.0f}{statistics.median(values) * 1000:10.0f}")
    ours, theirs, _ = (min(values) for values in seconds.values())
    print(f"\nratio of the minima: {ours / theirs:.2f} (the bar: {BAR}, {'met' if ours / theirs <= BAR else 'missed'})")

    imports = min((import_times(["-m", "procmap", "check", str(options.file)]) for _ in range(5)), key=Counter.total)
    total = imports.total()
    print(f"\nimports, self time, the quickest of 5 runs, {total / 1000:.0f} ms in all")
    for package, micros in imports.most_common(ROWS):
        print(f"  {package:<42}{micros / 1000:8.1f}{micros / total:10.0%}")


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--file", type=Path, help="the map to check (default: the first one in examples/)")
    parser.add_argument("--bpmnlint", default=shutil.which("bpmnlint"), help="default: the one on PATH")
    parser.add_argument("--runs", type=int, default=15)
    options = parser.parse_args()
    options.file = options.file or next(iter(sorted(ROOT.glob("examples/*/*.yaml"))), None)
    if options.file is None:
        parser.error("there is no examples/*/*.yaml: name a map with --file")
    if not options.bpmnlint:
        parser.error(
            "bpmnlint was not found: run `npm install bpmnlint` in an empty folder, "
            "then give --bpmnlint FOLDER/node_modules/.bin/bpmnlint"
        )
    options.file, options.bpmnlint = options.file.resolve(), str(Path(options.bpmnlint).absolute())
    return options


def bpmn(nodes: int) -> str:
    """A faultless BPMN process with its diagram: a start, tasks in a row, an end."""
    ids = ["start", *(f"task{n}" for n in range(1, nodes - 1)), "end"]
    flows = ["", *(f"flow{n}" for n in range(1, nodes)), ""]
    elements, shapes = [], []
    for n, id in enumerate(ids):
        came, goes, tag = flows[n], flows[n + 1], {"start": "startEvent", "end": "endEvent"}.get(id, "task")
        ways = (came and f"<incoming>{came}</incoming>") + (goes and f"<outgoing>{goes}</outgoing>")
        elements.append(f'<{tag} id="{id}" name="Steg {n}">{ways}</{tag}>')
        shapes.append(
            f'<di:BPMNShape id="{id}.di" bpmnElement="{id}">'
            f'<dc:Bounds x="{n * 150}" y="100" width="100" height="80"/></di:BPMNShape>'
        )
        if came:
            elements.append(f'<sequenceFlow id="{came}" sourceRef="{ids[n - 1]}" targetRef="{id}"/>')
            shapes.append(
                f'<di:BPMNEdge id="{came}.di" bpmnElement="{came}"><wp:waypoint x="{n * 150 - 50}" y="140"/>'
                f'<wp:waypoint x="{n * 150}" y="140"/></di:BPMNEdge>'
            )
    body, drawing = "\n".join(elements), "\n".join(shapes)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI"
  xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:wp="http://www.omg.org/spec/DD/20100524/DI"
  id="definitions" targetNamespace="https://example.org">
<process id="process" isExecutable="false">
{body}
</process>
<di:BPMNDiagram id="diagram"><di:BPMNPlane id="plane" bpmnElement="process">
{drawing}
</di:BPMNPlane></di:BPMNDiagram>
</definitions>
"""


def import_times(arguments: list[str]) -> Counter[str]:
    """Microseconds of self time by top-level package, and by room for procmap."""
    bare = dict(imported(["-c", "pass"]))
    times: Counter[str] = Counter()
    for module, micros in imported(arguments):
        parts = module.split(".")
        times["(python itself)" if module in bare else ".".join(parts[: 2 if parts[0] == "procmap" else 1])] += micros
    return times


def imported(arguments: list[str]) -> list[tuple[str, int]]:
    """Every module that ``python arguments`` imports, with microseconds of self time."""
    command = [sys.executable, "-X", "importtime", *arguments]
    done = subprocess.run(
        command, cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    rows = [line.partition(":")[2].split("|") for line in done.stderr.splitlines() if line.startswith("import time:")]
    return [(name.strip(), int(own)) for own, _, name in rows if own.strip().isdigit()]


if __name__ == "__main__":
    main()
