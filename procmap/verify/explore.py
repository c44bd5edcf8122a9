"""All states of a net, breadth first, as integers (``bit_table.py``).

Every state remembers the state and the move that first led to it: since the search is breadth first, the way back is as
short as any.
"""

from __future__ import annotations

from procmap.verify.bit_table import BitTable
from procmap.verify.exploration import Exploration, Fault
from procmap.verify.moves import Moves
from procmap.verify.special_moves import drain, make_special

__all__ = ["explore"]


def explore(moves: Moves, bound: int, ways: int | None = None) -> Exploration:
    """Every state that can be reached, up to ``bound`` of them, and with ``ways`` up to so many ways between them."""
    table = BitTable(moves)
    low, high, few, base = table.low, table.high, table.few, table.base
    flows = (1 << base) - 1
    end_bits, waits, loud, watched = table.end_bits, table.waits, table.loud, table.watched
    fired = [0] * len(moves.pre)
    found = Exploration([0], [-1], [-1], fired, base, [])
    first = found.states[0] = _beginning(table, found)
    states, came_from, came_by, cut = found.states, found.came_from, found.came_by, found.cut
    sources, targets = found.edges
    seen = {first: 0}
    by_bit = table.by_bit
    starting = sum(by_bit)  # the first tokens of places that are the first of some move
    at = 0
    while at < len(states):
        if len(states) > bound or (ways is not None and len(sources) > ways):
            found.full = False
            cut.update(range(at, len(states)))
            break
        marking = states[at]
        tokens = marking & flows
        if not tokens & waits:
            found.complete.append(at)
            if not tokens:
                at += 1
                continue
        some = (tokens | tokens >> 1) & low
        rest = some & starting
        while rest:
            bit = rest & -rest
            rest ^= bit
            for sort, need, change, move, memory in by_bit[bit]:
                if sort:
                    to = make_special(table, found, at, marking, some, sort, need, move, bit)
                    if to is None:
                        continue
                    if move in moves.doubtful:
                        found.doubts[len(sources)] = move
                else:
                    if need and some & need != need:
                        continue
                    to = marking + change
                    over = to & high
                    if over:
                        three = over >> 1 & to & few
                        if three:
                            found.crowd(at, move, memory >> base)
                            if found.unsafe is None and not three << 1 & table.patient:
                                found.unsafe = Fault(at, move, (three.bit_length() - 1) >> 1)
                            continue
                        if found.unsafe is None:
                            new = over & ~(marking & high) & loud
                            if new:
                                found.unsafe = Fault(at, move, (new.bit_length() - 2) >> 1)
                    if memory:
                        again = marking & memory & end_bits
                        if again and found.twice is None:
                            found.twice = Fault(at, move, (again.bit_length() - 1) - base)
                        if memory & watched:
                            found.telling[at] = found.telling.get(at, 0) | memory >> base
                        to |= memory
                if not fired[move]:
                    fired[move] = at + 1
                known = seen.get(to)
                if known is None:
                    known = seen[to] = len(states)
                    states.append(to)
                    came_from.append(at)
                    came_by.append(move)
                sources.append(at)
                targets.append(known)
        at += 1
    for move, state in found.cut_fired.items() if not moves.folded else ():
        fired[move] = min(fired[move] or state, state)
    return found


def _beginning(table: BitTable, found: Exploration) -> int:
    first = 0
    for place in table.moves.initial:
        if place in table.drain_bit:
            first = drain(table, found, first, place, 0, -1)
            continue
        count = first >> 2 * place & 3
        if count:
            found.unsafe = found.unsafe or Fault(0, -1, place)
        if count < 2:
            first += 1 << 2 * place
        else:
            found.crowded = True
            found.cut.add(0)
    return first
