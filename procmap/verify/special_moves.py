"""Moves that are more than an addition: joins, guards, what ends a scope or is cut, tokens counted together."""

from __future__ import annotations

from procmap.verify.bit_table import BitTable
from procmap.verify.exploration import Exploration, Fault
from procmap.verify.net import CUT, JOIN, RESET

__all__ = ["drain", "make_special"]


def make_special(
    table: BitTable, found: Exploration, at: int, marking: int, some: int, sort: int, need: int, move: int, bit: int
) -> int | None:
    """A move that is more than an addition; None where it cannot be made, or leads to a cut."""
    post, drained, bits, masks = table.special[move]
    moves = table.moves
    if sort == JOIN:
        if bits[next(k for k, each in enumerate(bits) if some & each)] != bit:
            return None  # it is tried once for each state
        full = empty = 0
        taken = 0
        for each, mask in zip(bits, masks, strict=True):
            if some & each:
                full |= mask
                taken += each
            else:
                empty |= mask
        if some & empty & ~full:
            return None
        to = marking - taken
    else:
        if need and some & need != need:
            return None
        to = marking - sum(bits)
        if len(set(bits)) != len(bits) and any((marking >> (b.bit_length() - 1)) & 3 < bits.count(b) for b in bits):
            return None
    if move in table.guards:
        none, some_of, each = table.guards[move]
        if marking & none or marking & each != each or not all(marking & one for one in some_of):
            return None
    kind = moves.kind[move]
    if kind == CUT:
        found.cut_by(at, move, 0)
        return None
    memory = moves.memory[move] << table.base
    again = marking & memory & table.end_bits
    if again and found.twice is None:
        found.twice = Fault(at, move, (again.bit_length() - 1) - table.base)
    if kind == RESET:
        if moves.scopes is None:
            to = (to >> table.base) << table.base
        else:
            to &= table.emptied[move]
    to |= memory
    if memory & table.watched:
        found.telling[at] = found.telling.get(at, 0) | moves.memory[move]
    if move in table.forgets:
        to &= table.forgets[move]
    over = False
    for place in post:
        count = to >> 2 * place & 3
        if place in table.groups:
            group = to & (table.groups[place] * 3)
            count = (group & table.low).bit_count() + 2 * (group & table.high).bit_count()
        if place in moves.endless:
            if count < moves.most:
                to += 1 << 2 * place
            else:
                found.blurred.add((at, move))
            continue
        if count:
            quiet = table.patient if count > 1 else table.quiet
            if found.unsafe is None and not quiet >> 2 * place & 2:
                found.unsafe = Fault(at, move, place)
            over |= count > 1
        if count < 2:
            to += 1 << 2 * place
    if over:
        found.crowd(at, move, moves.memory[move])
        return None
    for needed, others in table.swept.get(move, ()):
        if not to & needed:
            to &= others
    for place in drained:
        to = drain(table, found, to, place, at, move)
    return to


def drain(table: BitTable, found: Exploration, to: int, place: int, at: int, move: int) -> int:
    """A token comes to where it only waits to be gone."""
    been = table.drain_bit[place]
    end = table.moves.drains[place]
    marks = table.moves.memory[end] << table.base
    if not found.fired[end]:
        found.fired[end] = at + 1
        found.right_after[end] = move
    if to & been:
        found.unsafe = found.unsafe or Fault(at, move, place)
        if to & been << 1:
            found.crowded = True
            found.cut.add(at)
            found.cut_after.setdefault(to >> table.base | table.moves.memory[end], (at, move))
        been <<= 1
    again = to & marks & table.end_bits
    if again and found.twice is None:
        found.twice = Fault(at, move, (again.bit_length() - 1) - table.base)
    return to | been | marks
