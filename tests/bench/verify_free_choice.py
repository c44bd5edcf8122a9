"""Work side by side that falls into no blocks: proved without states, beside a search for all of them.

    python tests/bench/verify_free_choice.py [--runs 5] [--bound 200000] [--seeds 20000] [--growth 6]

First lanes that wait for one another crosswise, what is left of them after reducing: milliseconds to prove it, to run to
every move of it, and to search it up to the bound; then ``procmap.verify`` of the whole process. Then random nets, how
often proof and search say the same; whatever is proved must be sound, whatever is sound must be proved unless its ends
are reached side by side. The minimum of the runs counts.
"""

from __future__ import annotations

import argparse
import math
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "verify"))

import lanes
import random_nets

import procmap
from procmap.verify.compile import compiled
from procmap.verify.exploration import Exploration
from procmap.verify.explore import explore
from procmap.verify.free_choice import is_sound
from procmap.verify.guided import run_to_all
from procmap.verify.level import Level
from procmap.verify.moves import Moves
from procmap.verify.reduce import reduced
from procmap.verify.rest import Rest

SIZES = ((2, 2), (3, 2), (4, 3), (6, 4), (8, 6), (12, 6))
LIMIT = 3_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--bound", type=int, default=200_000)
    parser.add_argument("--seeds", type=int, default=20_000)
    parser.add_argument("--growth", type=int, default=6, help="times that a random net grows at most")
    options = parser.parse_args()
    print(f"{'lanes':>7} {'nodes':>6} {'moves':>6} {'proof':>7} {'runs':>7} {'search':>8} {'states':>9} {'verify':>8}  ms")
    for size in SIZES:
        show(size, options.runs, options.bound)
    agreement(options.seeds, options.growth)


def show(size: tuple[int, int], runs: int, bound: int) -> None:
    process = lanes.lanes(*size)
    moves = Rest(reduced(compiled(Level(process), {}, contract=True))).moves
    assert moves is not None
    proof, proved = timed(runs, lambda: is_sound(moves))
    guided = min(runs_to_all(moves) for _ in range(runs))
    search, found = timed(1, lambda: explore(moves, bound))
    whole, given = timed(runs, lambda: procmap.verify(process, bound=bound))
    states = f"{len(found.states):,}" if found.full else f"> {bound:,}"
    sizes = f"{size[0]}x{size[1]:<2} {len(process.nodes):6,} {len(moves.pre):6,}"
    print(f"{sizes:>21} {proof:7.1f} {guided:7.1f} {search:8.1f} {states:>9} {whole:8.1f}  {proved}, {given.verdict}", flush=True)


def timed(runs: int, do: Callable[[], Any]) -> tuple[float, Any]:
    """Milliseconds, the least of the runs, and what came of the last."""
    least, value = math.inf, None
    for _ in range(runs):
        began = time.perf_counter()
        value = do()
        least = min(least, time.perf_counter() - began)
    return least * 1000, value


def runs_to_all(moves: Moves) -> float:
    found = explore(moves, 1)
    return timed(1, lambda: run_to_all(moves, found))[0]


def agreement(seeds: int, growth: int) -> None:
    counts: Counter[str] = Counter()
    differing = []
    proving = searching = 0.0
    for seed in range(seeds):
        moves, _ = random_nets.make(seed, growth)
        ms, proved = timed(1, lambda moves=moves: is_sound(moves))
        proving += ms
        ms, found = timed(1, lambda moves=moves: explore(moves, LIMIT))
        searching += ms
        if not found.full:
            counts[f"more than {LIMIT:,} states, {'proved' if proved else 'not proved'}"] += 1
            continue
        sound, alone = judged(found)
        counts[f"{'sound' if sound else 'unsound'}{'' if alone else ', side by side'}, {'proved' if proved else 'not proved'}"] += 1
        if proved is not (sound and alone):
            differing.append(seed)
    print(f"\n{seeds:,} random nets: proofs {proving / 1000:.1f} s, searches {searching / 1000:.1f} s")
    for what, many in sorted(counts.items()):
        print(f"{many:7,} {what}")
    print("differ: " + (", ".join(map(str, differing)) or "none"))


def judged(found: Exploration) -> tuple[bool, bool]:
    """Whether all four properties hold, and whether an end is only reached when all else is empty."""
    tokens = (1 << found.base) - 1
    sound = not (found.cut or found.unsafe or found.twice or found.lost()[0]) and all(found.fired)
    return sound, not any(state >> found.base and state & tokens for state in found.states)


if __name__ == "__main__":
    main()
