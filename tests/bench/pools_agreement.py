"""The whole run for pools together: random collaborations, each answered by ``procmap.verify`` and by the naive judge.

    python tests/bench/pools_agreement.py [--first 0] [--seeds 10000] [--stop 5] [--limit 2500] [--messages 3]

What one says and the other denies is shown; what the proof leaves open though the judge settles it is counted.
``--messages`` is how many of a kind the judge lets wait before it gives up. Of eight seeds one sends some several times,
one repeats work (7), and one calls processes in no pool (6). Two processes.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "verify"))

import naive
import pools
import pools_judge
import random_pools

AT_ONCE = 50
"""So many seeds are a piece of work."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seeds", type=int, default=10_000)
    parser.add_argument("--stop", type=int, default=5)
    parser.add_argument("--limit", type=int, default=2_500, help="states that the judge visits at most")
    parser.add_argument("--messages", type=int, default=pools.MOST_MESSAGES)
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()

    began = time.perf_counter()
    total: Counter[str] = Counter()
    differing: list[tuple[int, list[str]]] = []
    end = options.first + options.seeds
    work = partial(piece, end=end, limit=options.limit, messages=options.messages)
    with ProcessPoolExecutor(options.processes) as pool:
        for counts, found in pool.map(work, range(options.first, end, AT_ONCE)):
            total += counts
            differing += found
            if len(differing) >= options.stop:
                pool.shutdown(wait=False, cancel_futures=True)
                break
    print(f"{time.perf_counter() - began:.0f} s")
    for what, many in sorted(total.items()):
        print(f"{many:7,} {what}")
    for seed, found in differing[: options.stop]:
        print(f"\nseed {seed}: {found}\n{random_pools.compact(random_pools.make(seed))}", flush=True)
    sys.exit(bool(differing))


def piece(first: int, end: int, limit: int, messages: int) -> tuple[Counter[str], list[tuple[int, list[str]]]]:
    """Some seeds: how they came out, and what differs."""
    pools.MOST_MESSAGES = messages
    counts: Counter[str] = Counter()
    differing = []
    for seed in range(first, min(first + AT_ONCE, end)):
        try:
            found = pools_judge.differences(random_pools.make(seed), limit, counts)
        except naive.TooLarge:
            counts["too large for the judge"] += 1
            continue
        except pools.Unjudged as reason:
            counts[f"not judged: {reason}"] += 1
            continue
        counts["judged"] += 1
        if found:
            differing.append((seed, found))
    return counts, differing


if __name__ == "__main__":
    main()
