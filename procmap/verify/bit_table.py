"""Moves as integers: two bits count the tokens of a place, so that three is seen without a carry into the next one.

Behind them stand the bits that a run remembers. Making most moves is one addition.
"""

from __future__ import annotations

from collections.abc import Iterable

from procmap.verify.moves import Guard, Moves
from procmap.verify.net import CUT, JOIN, MOVE, RESET

__all__ = ["BitTable"]


class BitTable:
    """What the search looks up: ``by_bit`` the moves by the bit of their first place's first token, as (sort, the other
    bits needed, what it adds, its number, what it sets); ``special`` what is needed for those that are no addition.

    ``base`` is the first bit of memory. ``low`` and ``high`` are the two bits of every place, ``few`` the first of them
    where three tokens are too many.
    """

    def __init__(self, moves: Moves) -> None:
        self.moves = moves
        places = moves.places
        self.base = 2 * places
        self.low = ((1 << 2 * places) - 1) // 3
        self.high = self.low << 1
        self.few = self.low & ~_bits(moves.endless)
        self.waits = self.low * 3 & ~sum(3 << 2 * place for place in set(moves.aside))
        self.patient = sum(2 << 2 * place for place in set(moves.patient))
        self.quiet = sum(2 << 2 * place for place in set(moves.uncounted))
        self.loud = self.high & ~self.quiet
        self.watched = moves.watched << self.base
        self.end_bits = ((1 << moves.ends) - 1 & ~moves.repeated) << self.base
        self.drain_bit = {place: 1 << self.base + moves.marks + 2 * k for k, place in enumerate(moves.drains)}
        self.groups: dict[int, int] = {}
        for group in moves.colours:
            bits = sum(1 << 2 * place for place in group)
            for place in group:
                self.groups[place] = bits
        self.known: dict[int, tuple[object, int]] = {}
        self.guards = {move: self._guard(guard) for move, guard in moves.guards.items()}
        self.forgets = {move: ~(bits << self.base) for move, bits in moves.forgets.items()}
        self.emptied = {move: ~self._shared(places) for move, places in (moves.scopes or {}).items()}
        self.swept = {
            move: [(self._shared(places), ~(3 << 2 * place)) for places, place in each]
            for move, each in moves.swept.items()
        }
        self._prepare()

    def _guard(self, guard: Guard) -> tuple[int, list[int], int]:
        """Bits of a state: of which none may be set, of each of which one must be, which must all be."""
        none = _bits(guard.empty) | guard.unreached << self.base
        full = sum(self.moves.most << 2 * place for place in guard.full)
        return none, [self._shared(places) for places in guard.some], guard.reached << self.base | full

    def _shared(self, places: Iterable[int]) -> int:
        """All bits of some places; of the same list, which may be long, they are worked out once."""
        if id(places) not in self.known:
            self.known[id(places)] = places, _bits(places)
        return self.known[id(places)][1]

    def _prepare(self) -> None:
        """For each place, by the bit of its first token: the moves whose first place it is."""
        moves = self.moves
        by_bit: dict[int, list[tuple[int, int, int, int, int]]] = {}
        self.by_bit = by_bit
        self.special: dict[int, tuple[list[int], list[int], list[int], list[int]]] = {}
        slow_places = {*self.drain_bit, *self.groups, *moves.endless}
        guarded = {*self.guards, *self.forgets, *self.swept}
        base, posts, kinds, memories = self.base, moves.post, moves.kind, moves.memory
        for move, pre in enumerate(moves.pre):
            kind = kinds[move]
            if not pre:
                continue
            slow = move in guarded or not slow_places.isdisjoint(posts[move])
            if kind == MOVE and len(pre) == 1 == len(posts[move]) and not slow:
                takes_one = 1 << 2 * pre[0]
                change = (1 << 2 * posts[move][0]) - takes_one
                if takes_one not in by_bit:
                    by_bit[takes_one] = []
                by_bit[takes_one].append((0, 0, change, move, memories[move] << base))
                continue
            post = [place for place in posts[move] if place not in self.drain_bit]
            drained = [place for place in posts[move] if place in self.drain_bit]
            gives = sum(1 << 2 * place for place in post)
            memory = memories[move] << base
            if kind == JOIN:
                bits = [1 << 2 * place for place in pre]
                masks_of = [sum(1 << 2 * each for each in near) for near in moves.near[move]]
                self.special[move] = (post, drained, bits, masks_of)
                for bit in bits:
                    by_bit.setdefault(bit, []).append((JOIN, gives, memory, move, bit))
                continue
            takes = [1 << 2 * place for place in pre]
            need = sum(takes)
            slow = slow or kind in (RESET, CUT) or len(set(post)) != len(post) or len(set(pre)) != len(pre)
            if slow:
                self.special[move] = (post, drained, takes, [])
            first = takes[0]
            rest = need - first if len(set(takes)) == len(takes) else 0
            by_bit.setdefault(first, []).append((5 if slow else 0, rest, gives - need, move, memory))


def _bits(places: Iterable[int]) -> int:
    """All bits of some places."""
    chosen = [*places]
    found = bytearray(max(chosen, default=-1) // 4 + 1)
    for place in chosen:
        found[place >> 2] |= 3 << 2 * (place & 3)
    return int.from_bytes(found, "little")
