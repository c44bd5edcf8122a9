"""The whole run: 20,000 random flows, each answered by ``procmap.verify`` and by the naive explorer in the tests.

    python tests/bench/verify_agreement.py [--wider] [--folded] [--first 0] [--seeds 20000] [--stop 5] [--limit 60000]

They must agree in the four properties, the elements at fault and the verdict, never be unknown, and every trace must
replay. ``--wider`` draws those of ``wider_flows``. After so many disagreements it stops, and shows each as small as it still disagrees. Two processes.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "verify"))

import judge
import naive
import random_flows
import wider_flows

from procmap import ProcessMap

AT_ONCE = 50
"""So many seeds are a piece of work."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seeds", type=int, default=20_000)
    parser.add_argument("--stop", type=int, default=5)
    parser.add_argument("--limit", type=int, default=naive.LIMIT, help="states that the naive explorer visits at most")
    parser.add_argument("--wider", action="store_true", help="flows in which events meet that seldom do")
    parser.add_argument("--folded", action="store_true", help="look at nothing but what is left after reducing")
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()

    began = time.perf_counter()
    total: Counter[str] = Counter()
    differing: list[int] = []
    pieces = range(options.first, options.first + options.seeds, AT_ONCE)
    end = options.first + options.seeds
    with ProcessPoolExecutor(options.processes) as pool:
        for counts, seeds in pool.map(partial(piece, limit=options.limit, end=end, wider=options.wider, folded=options.folded), pieces):
            total += counts
            differing += seeds
            if len(differing) >= options.stop:
                pool.shutdown(wait=False, cancel_futures=True)
                break
    print(f"{time.perf_counter() - began:.0f} s")
    for what, many in sorted(total.items()):
        print(f"{many:7,} {what}")
    for seed in differing[: options.stop]:
        print()
        print(smallest(seed, options.limit, options.wider, options.folded), flush=True)
    sys.exit(bool(differing))


def drawn(seed: int, wider: bool) -> ProcessMap:
    return wider_flows.make(seed) if wider else random_flows.make(seed)


def piece(first: int, *, limit: int, end: int, wider: bool, folded: bool) -> tuple[Counter[str], list[int]]:
    """How some seeds came out, and those that differ."""
    counts: Counter[str] = Counter()
    differing = []
    for seed in range(first, min(first + AT_ONCE, end)):
        map = drawn(seed, wider)
        try:
            answer = naive.explore(map.processes[0], map, limit)
            differ = found(map, limit, folded)
        except naive.TooLarge:
            counts["too large for the naive explorer"] += 1
            continue
        counts[f"{answer.verdict}: " + ", ".join(f"{name} {value}" for name, value in answer.properties.items())] += 1
        counts["disagree" if differ else "agree"] += 1
        if differ:
            differing.append(seed)
    return counts, differing


def found(map: ProcessMap, limit: int, folded: bool) -> list[str]:
    """The differences; a crash is one."""
    try:
        return judge.mistakes_when_folded(map, limit) if folded else judge.differences(map, limit)
    except naive.TooLarge:
        raise
    except Exception as error:  # whatever it is, it is a defect of the verifier
        return [f"crash: {error!r}"]


def smallest(seed: int, limit: int, wider: bool, folded: bool) -> str:
    """The flow of a seed, as small as it still disagrees in the same way."""
    map = drawn(seed, wider)
    ways = sorted(difference.split(":")[0] for difference in found(map, limit, folded))
    still: Callable[[ProcessMap], bool] = lambda each: sorted(d.split(":")[0] for d in found(each, limit, folded)) == ways  # noqa: E731
    map = judge.shrunk(map, still)
    return judge.told(map, found(map, limit, folded), f"seed {seed}")


if __name__ == "__main__":
    main()
