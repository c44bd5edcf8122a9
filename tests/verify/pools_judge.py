"""Holds an answer about pools together against the naive judge of pools."""

from __future__ import annotations

from collections import Counter

import naive
import pools

import procmap
from procmap import ProcessMap

NAMES = ("option_to_complete", "proper_completion", "no_dead_activities", "safeness")


def differences(map: ProcessMap, limit: int = naive.LIMIT, counts: Counter[str] | None = None) -> list[str]:
    """What is wrong with the answer about the collaboration of a map; ``naive.TooLarge`` where that cannot be said.

    What the answer leaves open is no mistake, nor what the judge does since messages pile up; ``counts`` is told of it.
    """
    collaboration = map.collaborations[0]
    judge = pools.Pools(collaboration, map, limit)
    answer = judge.answer()
    given = procmap.verify(collaboration, map=map)
    counts = Counter() if counts is None else counts
    counts[f"judge: {answer.verdict}"] += 1
    counts[f"given: {given.verdict}"] += 1
    found = []
    for name in NAMES:
        value, right = given.properties[name], answer.properties[name]
        if value is None:
            counts[f"{name}: null" + ("" if right is None else f", though {right}")] += 1
        elif right is None:
            counts[f"{name}: {value}, and the judge cannot say"] += 1
        elif value is not right:
            found.append(f"{name}: {value}, not {right}")
    if found:
        return found
    found += _elements(answer, given, counts)
    if (None in given.properties.values()) != (given.reason is not None):
        found.append(f"reason: {given.reason}")
    if given.trace is None:
        shown = [name for name in NAMES if name != "no_dead_activities" and given.properties[name] is False]
        return [*found, f"no trace that shows {shown}"] if shown else found
    counts["traces"] += 1
    shows = judge.replay(given.trace.elements)
    if not answer.cut and (shows is None or given.trace.fault not in shows):
        found.append(f"trace: {given.trace}, but {shows}")
    return found


def _elements(answer: naive.Answer, given: procmap.Verification, counts: Counter[str]) -> list[str]:
    found = []
    dead = set(given.elements.get("no_dead_activities", ()))
    if given.properties["no_dead_activities"] is False and not answer.cut:
        counts["some of what never occurs is told, not all"] += dead != answer.dead
        if not dead or not dead <= answer.dead:
            found.append(f"dead: {sorted(dead)}, not {sorted(answer.dead)}")
    for name, right in (("proper_completion", answer.twice), ("safeness", answer.unsafe)):
        if given.properties[name] is False and not answer.cut:
            said = set(given.elements[name])
            if not said or not said <= right:
                found.append(f"{name}: {sorted(said)}, not some of {sorted(right)}")
    return found
