"""What hostile and broken files of BPMN cost: CPU of ``check``, ``verify`` and ``draw``, and what they end with.

    python tests/bench/bpmn_hostile.py [WORD ...]

Those files are looked at whose names hold a word, else all of ``tests/bpmn_hostile.py`` and those that are large and
made here. The bar: 5 s for each.
"""

from __future__ import annotations

import os
import resource
import runpy
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BAR = 5.0
COMMANDS = {"check": ["--fail-on", "error"], "verify": [], "draw": ["-o", "ut/"]}
MANY = range(100_000)
"""So many steps make 10 MB on one line, half as many choices too."""
LARGE = {
    "100,000 steps in a row": [
        f'<task id="t{n}" name="Steg {n}"/><sequenceFlow id="f{n}" sourceRef="t{n}" targetRef="t{n + 1}"/>' for n in MANY
    ],
    "50,000 choices": [
        f'<exclusiveGateway id="t{n}" name="Ja?"/><sequenceFlow id="f{n}" sourceRef="t{n}" targetRef="t{n + 1}" name="ja"/>'
        f'<sequenceFlow id="g{n}" sourceRef="t{n}" targetRef="t50000" name="nej"/>'
        for n in MANY[:50_000]
    ],
    "100,000 pieces of data": [f'<dataObject id="t{n}" name="Uppgift {n}"/>' for n in MANY],
    "100,000 notes": [f'<textAnnotation id="t{n}"><text>Anteckning {n}</text></textAnnotation>' for n in MANY],
}


def main() -> None:
    known = dict(runpy.run_path(str(ROOT / "tests" / "bpmn_hostile.py"))["HOSTILE"])
    known |= {name: (file(inside), None) for name, inside in LARGE.items()}
    wanted = {name: each for name, each in known.items() if not sys.argv[1:] or any(word in name for word in sys.argv[1:])}
    print(f"{'CPU in s (exit code)':<46}{'bytes':>10}" + "".join(f"{name:>12}" for name in COMMANDS))
    for name, (data, _) in wanted.items():
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "fil.bpmn").write_bytes(data)
            costs = [run([command, "fil.bpmn", *more], folder) for command, more in COMMANDS.items()]
        row = "".join(f"{seconds:>8.2f} ({code})" for seconds, code in costs)
        print(f"{name:<46}{len(data):>10}{row}" + ("  over" if max(costs)[0] > BAR else ""))


def file(inside: list[str]) -> bytes:
    """A process with what is inside it, and a last step that the others may lead to."""
    space = "http://www.omg.org/spec/BPMN/20100524/MODEL"
    last = f'<task id="t{len(inside)}" name="Sist"/>'
    text = f'<definitions xmlns="{space}" id="d"><process id="p" name="P">{"".join(inside)}{last}</process></definitions>'
    return text.encode()


def run(arguments: list[str], folder: str) -> tuple[float, int]:
    """Seconds of CPU, and the exit code."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-m", "procmap", *arguments], cwd=folder, env=environment, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.returncode


if __name__ == "__main__":
    main()
