"""How reading and checking grow with the map.

    python tests/bench/growth.py [--activities N ...] [--runs 3]

Each size is checked by `procmap check`, and read with PyYAML's C parser into plain dicts in the same run: that is what
anybody who reads such a file in Python pays at least. The minimum of the runs counts for time, the largest for memory.
The bar: 10,000 activities in under 5 s and 400 MB, 20,000 in about twice that.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from child import Cost, cost, procmap_command

SIZES = (1_250, 2_500, 5_000, 10_000, 20_000)
PEER = "import sys, yaml; yaml.load(open(sys.argv[1], encoding='utf-8'), Loader=yaml.CSafeLoader)"

HEAD = """\
process: Pröva ansökningar
id: prova-ansokningar
purpose: Den som har rätt till tillstånd får det.
owner: Enhetschef
volume: 300/month
lanes:
  sokande: {name: Sökande, kind: customer}
  registrator: Registrator
  handlaggare: Handläggare
  chef: Enhetschef
systems:
  diariet: {name: Diariet, access: ui_web}
data:
  ansokan: {name: Ansökan, structure: structured, personal_data: personal}
flow:
"""
BLOCK = """\
  - registrator: Registrera ansökan {n}
    why: Ansökan är en allmän handling
    system: diariet
    reads: ansokan
    touch_time: 10 min
    handover: {{medium: Diariet, acknowledged: true}}
  - handlaggare: Är ansökan {n} komplett?
    branches:
      ja:
      nej:
        share: 20 %
        flow:
          - handlaggare: Begär komplettering {n}
            touch_time: 15 min
          - wait: Komplettering {n} inkommer
            wait_time: 5 d
            unless:
              - timer: 3 weeks
                flow:
                  - handlaggare: Avskriv ansökan {n}
                  - end: Ansökan {n} är avskriven
          - to: Är ansökan {n} komplett?
  - parallel: Inhämta underlag {n}
    branches:
      ritningar:
        - handlaggare: Granska ritningar {n}
      yttrande:
        - handlaggare: Begär yttrande {n}
        - handlaggare: Läs yttrande {n}
  - handlaggare: Föreslå beslut {n}
    rule: ??
    touch_time: 30-60 min
    exceptions:
      - name: Jäv {n}
        kind: business
        action: En annan handläggare tar över
  - chef: Besluta om ansökan {n}
    why: Delegationsordningen kräver det
    branches:
      bifall:
      avslag: Motivera avslaget {n}
  - registrator: Expediera beslut {n}
    system: diariet
"""
ACTIVITIES = 10
"""How many there are in a block."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--activities", type=int, nargs="+", default=SIZES, metavar="N")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()

    peer = [sys.executable, "-c", PEER]
    titles = ("procmap check", "yaml.load, C parser")
    print(f"{'activities':>10} {'MB':>5}" + "".join(f"  {title:<40}" for title in titles))
    print(f"{'':>16}" + f"  {'wall s':>7} {'CPU s':>7} {'peak MB':>8} {'× wall CPU peak':>15}" * len(titles))
    before: list[Cost | None] = [None, None]
    with tempfile.TemporaryDirectory() as folder:
        for size in options.activities:
            file = Path(folder) / f"{size}.yaml"
            with file.open("w", encoding="utf-8") as out:
                out.writelines(written(size))
            line = f"{size:10,} {file.stat().st_size / 1e6:5.1f}"
            commands = ([*procmap_command(), "check", str(file)], [*peer, str(file)])
            if before[0] is None:  # compiles the modules
                _ = [cost(command) for command in commands]
            runs = [[cost(command) for command in commands] for _ in range(options.runs)]
            for n, costs in enumerate(zip(*runs, strict=True)):
                now = Cost(min(c.wall for c in costs), min(c.cpu for c in costs), max(c.peak for c in costs))
                line += f"  {now.wall:7.2f} {now.cpu:7.2f} {now.peak:8.0f} {ratios(before[n], now):>15}"
                before[n] = now
            print(line, flush=True)


def written(activities: int) -> Iterator[str]:
    """A process with so many activities, piece by piece, so that this process stays small."""
    yield HEAD
    for n in range(1, activities // ACTIVITIES + 1):
        yield BLOCK.format(n=n)
    for n in range(activities % ACTIVITIES):
        yield f"  - registrator: Arkivera handling {n + 1}\n"


def ratios(before: Cost | None, now: Cost) -> str:
    """How many times the size before it cost."""
    if before is None:
        return ""
    return f"{now.wall / before.wall:.2f} {now.cpu / before.cpu:.2f} {now.peak / before.peak:.2f}"


if __name__ == "__main__":
    main()
