"""What all packs cost over many maps.

    python tests/bench/packs.py [--maps N ...] [--runs 1]

So many files of 30 activities each, in one folder, are checked by `procmap check` with every `--for`, and without any;
PyYAML's C parser reads the same files into plain dicts in the same run. The cost of a map is to stay the same however
many there are. The bar: 1,000 maps in under 30 s.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from child import cost, procmap_command
from growth import written

from procmap.checks.check import PACKS

MAPS = (125, 250, 500, 1_000)
ACTIVITIES = 30
PEER = (
    "import sys, yaml, pathlib\n"
    "for p in pathlib.Path(sys.argv[1]).iterdir(): yaml.load(p.read_text('utf-8'), Loader=yaml.CSafeLoader)"
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--maps", type=int, nargs="+", default=MAPS, metavar="N")
    parser.add_argument("--runs", type=int, default=1)
    options = parser.parse_args()

    packs = [word for pack in PACKS for word in ("--for", pack)]
    print(
        f"{'maps':>6}  {'all packs s':>11} {'ms a map':>8} {'MB':>5}  {'none s':>6} {'ms a map':>8}  {'yaml.load s':>11} {'×':>5}"
    )
    with tempfile.TemporaryDirectory() as home:
        for maps in options.maps:
            folder = Path(home) / str(maps)
            folder.mkdir()
            for n in range(maps):
                text = "".join(written(ACTIVITIES)).replace("Pröva ansökningar", f"Pröva ansökningar {n}", 1)
                text = text.replace("id: prova-ansokningar", f"id: prova-{n}", 1)
                (folder / f"{n}.yaml").write_text(text, encoding="utf-8")
            check = [*procmap_command(), "check", str(folder), "--format", "json"]
            commands = ([*check, *packs], check, [sys.executable, "-c", PEER, str(folder)])
            costs = [
                min((cost(each, exits=(0, 1)) for _ in range(options.runs)), key=lambda c: c.wall) for each in commands
            ]
            every, none, peer = costs
            print(
                f"{maps:6,}  {every.wall:11.2f} {every.wall / maps * 1000:8.1f} {every.peak:5.0f}"
                f"  {none.wall:6.2f} {none.wall / maps * 1000:8.1f}  {peer.wall:11.2f} {every.wall / peer.wall:5.1f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
