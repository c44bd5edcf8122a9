"""What checking a large folder of BPMN costs: wall time, CPU and memory, on one core and on all.

    python tests/bench/bpmn_folder.py [PATH ...] [--files 2000] [--select BPM,FLW]

The folder is made of copies with changes of the files at the paths (else those in ``../shared/data``, else the tests'
own): each copy has ids and names of its own, and every tenth calls a process of the one before it. Both runs must say
the same, byte by byte. The bar: 10 ms of CPU for a file of 30 kB, all checks included.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "data"
USUAL = 30_000
TODAY = "2026-11-23"
DOCUMENT = re.compile(rb'<(?:\w+:)?(?:process|collaboration)\b[^>]*?\bid="([^"]+)"')
PROCESS = re.compile(rb'<(?:\w+:)?process\b[^>]*?\bid="([^"]+)"')
STEP = re.compile(rb'(<(?:\w+:)?(?:userTask|serviceTask|task)\b[^>]*?\bname=")')
CALL = re.compile(rb'(<(?:\w+:)?callActivity\b[^>]*?)(?:calledElement="[^"]*")?(/?>)')


def main() -> None:
    options = parse()
    with tempfile.TemporaryDirectory() as folder:
        size = make(Path(folder), sources(options.paths), options.files)
        print(f"{options.files} files, {size / 1e6:.1f} MB, {size / options.files / 1e3:.1f} kB each")
        print(f"{'':<12}{'wall s':>8}{'CPU s':>8}{'CPU ms/file':>13}{'per 30 kB':>11}{'MB at most':>12}")
        said = [
            run(name, folder, options, size, cores) for name, cores in (("one core", 1), ("all cores", os.cpu_count()))
        ]
    print("the same, byte by byte" if said[0] == said[1] else "THEY DIFFER")


def sources(paths: Sequence[Path]) -> list[bytes]:
    """Files of ordinary size to make copies of."""
    given = list(paths) or ([SHARED] if SHARED.exists() else [ROOT / "tests" / "draw" / "bpmn"])
    found = [file for path in given for file in ([path] if path.is_file() else sorted(path.rglob("*.bpmn")))]
    return [data for data in (file.read_bytes() for file in found) if len(data) > USUAL / 2] or [found[0].read_bytes()]


def make(folder: Path, originals: Sequence[bytes], files: int) -> int:
    """Write the copies; the bytes of all of them."""
    size = 0
    before = b""
    for number in range(files):
        data = originals[number % len(originals)]
        for id in set(DOCUMENT.findall(data)):
            data = data.replace(b'"%s"' % id, b'"%s_%d"' % (id, number))
        data = STEP.sub(lambda match, number=number: match[1] + b"%d " % number, data)
        if number % 10 == 9:
            data = CALL.sub(lambda match, id=before: b'%s calledElement="%s"%s' % (match[1], id, match[2]), data)
        before = (PROCESS.findall(data) or [b""])[0]
        (folder / f"{number:05}.bpmn").write_bytes(data)
        size += len(data)
    return size


def run(name: str, folder: str, options: argparse.Namespace, size: int, cores: int | None) -> bytes:
    """Check the folder as a user does, on so many cores."""
    command = [sys.executable, "-m", "procmap", "check", folder, "--format", "json", "--today", TODAY]
    command += ["--select", options.select] if options.select else []
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.monotonic()
    done = subprocess.run(
        command,
        stdout=subprocess.PIPE,
        cwd=ROOT,
        check=False,
        preexec_fn=lambda: os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores]),
    )
    wall = time.monotonic() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):
        sys.exit(f"procmap ended with {done.returncode}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    each = cpu * 1e3 / options.files
    print(
        f"  {name:<10}{wall:>8.1f}{cpu:>8.1f}{each:>13.2f}{each * USUAL * options.files / size:>11.2f}"
        f"{after.ru_maxrss / 1024:>12.0f}"
    )
    return done.stdout


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--select", default="")
    return parser.parse_args()


if __name__ == "__main__":
    main()
