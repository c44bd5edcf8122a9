"""What reading BPMN costs: a file at a time, very large ones, and those that mean harm.

    python tests/bench/bpmn_reading.py [PATH ...] [--runs 15]

The files (or all in the folders) are read in one process, each several times; the minimum counts. The bars: reading
stays below half of the 10 ms of CPU that a file of 30 kB may cost in all, 20,000 elements below half of 4 s, and no file
that means harm takes 5 s.
"""

from __future__ import annotations

import argparse
import statistics
import time
from pathlib import Path

from procmap.read.bpmn import read_bpmn

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
USUAL = 30_000
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" '
    'xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" '
    'xmlns:dd="http://www.omg.org/spec/DD/20100524/DI" id="d" targetNamespace="urn:x">\n'
)


def main() -> None:
    options = parse()
    paths = [file for path in options.paths for file in ([path] if path.is_file() else sorted(path.rglob("*.bpmn")))]
    files = {path: path.read_bytes() for path in paths}
    best = {path: min(seconds(data) for _ in range(options.runs)) for path, data in files.items()}
    print(f"{'CPU to read, ms':<40}{'bytes':>10}{'minimum':>10}{'per 30 kB':>11}")
    for path, data in files.items():
        print(f"  {path.name:<38}{len(data):>10}{best[path] * 1e3:>10.2f}{best[path] * 1e3 * USUAL / len(data):>11.2f}")
    if files:
        size = sum(map(len, files.values()))
        print(f"  {'all':<38}{size:>10}{sum(best.values()) * 1e3:>10.2f}{sum(best.values()) * 1e3 * USUAL / size:>11.2f}")
        print(f"  median of a file: {statistics.median(best.values()) * 1e3:.2f}")
    for title, cases in (("Large, CPU in s", large()), ("Harmful, CPU in s", harmful())):
        print(f"\n{title}")
        for name, data in cases.items():
            print(f"  {name:<38}{len(data):>10}{seconds(data):>10.2f}")


def seconds(data: bytes) -> float:
    began = time.process_time()
    read_bpmn(data, "fil.bpmn", True)
    return time.process_time() - began


def large() -> dict[str, bytes]:
    """20,000 steps in a row, without and with a diagram, and in lanes."""
    steps = range(20_000)
    nodes = "\n".join(
        f'<task id="t{n}" name="Steg {n}"><incoming>f{n - 1}</incoming><outgoing>f{n}</outgoing></task>' for n in steps
    )
    flows = "\n".join(f'<sequenceFlow id="f{n}" sourceRef="t{n}" targetRef="t{n + 1}"/>' for n in (-1, *steps))
    ends = '<task id="t-1"/><task id="t20000"/>'
    refs = "".join(f"<flowNodeRef>t{n}</flowNodeRef>" for n in steps)
    lanes = f'<laneSet id="s"><lane id="l" name="Alla">{refs}</lane></laneSet>'
    shapes = "\n".join(
        f'<di:BPMNShape id="b{n}" bpmnElement="t{n}"><dc:Bounds x="{n}" y="0" width="100" height="80"/></di:BPMNShape>'
        f'<di:BPMNEdge id="e{n}" bpmnElement="f{n}"><dd:waypoint x="1" y="2"/><dd:waypoint x="3" y="2"/></di:BPMNEdge>'
        for n in steps
    )
    diagram = f'<di:BPMNDiagram id="d1"><di:BPMNPlane id="p1" bpmnElement="p">{shapes}</di:BPMNPlane></di:BPMNDiagram>'
    return {
        "20,000 steps": whole(ends + nodes + flows),
        "20,000 steps in a lane": whole(lanes + ends + nodes + flows),
        "20,000 steps with a diagram": whole(ends + nodes + flows, diagram),
    }


def harmful() -> dict[str, bytes]:
    """Files of up to 20 MB that try to cost as much as they can."""
    step = '<task id="a" name="A"/>'
    lists = "".join(f"<flowNodeRef>t{n}</flowNodeRef>" for n in range(700))
    return {
        "nested 20,000 deep": whole("<subProcess>" * 20_000 + "</subProcess>" * 20_000),
        "never closed": whole("<subProcess>" * 1_000_000),
        "extensions nested 100,000 deep": whole(
            "<extensionElements>" + '<x xmlns="u">' * 100_000 + "</x>" * 100_000 + "</extensionElements>"
        ),
        "an attribute of 19 MB": whole(f'<task id="a" name="{"x" * 19_000_000}"/>'),
        "a text of 19 MB": whole(f'<task id="a"><documentation>{"x" * 19_000_000}</documentation></task>'),
        "a text of 4 million pieces": whole(f'<task id="a"><documentation>{"&lt;" * 4_000_000}</documentation></task>'),
        "one id 500,000 times": whole(step * 500_000),
        "300,000 broken references": whole(
            "".join(f'<sequenceFlow id="f{n}" sourceRef="x" targetRef="y"/>' for n in range(300_000))
        ),
        "700 lanes with all 700 steps": whole(
            '<laneSet id="s">' + "".join(f'<lane id="l{n}">{lists}</lane>' for n in range(700)) + "</laneSet>"
            + "".join(f'<task id="t{n}"/>' for n in range(700))
        ),
        "500,000 attributes": whole("<task " + " ".join(f'a{n}="1"' for n in range(500_000)) + "/>"),
        "400,000 namespaces": whole("<task " + " ".join(f'xmlns:a{n}="u{n}"' for n in range(400_000)) + "/>"),
        "comments never closed": whole("<!--" * 4_000_000),
        "a billion laughs": (
            '<!DOCTYPE a [<!ENTITY l0 "ha">' + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
            + "]><a>&l9;</a>"
        ).encode(),
    }


def whole(process: str, beside: str = "") -> bytes:
    return f'{HEAD}<process id="p">{process}</process>{beside}</definitions>'.encode()


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("paths", nargs="*", type=Path, default=[DATA])
    parser.add_argument("--runs", type=int, default=15)
    return parser.parse_args()


if __name__ == "__main__":
    main()
