"""A proof that a free-choice net is sound, without its states: where many things go on side by side and nothing folds.

Moves that share a place they take from must take from all the same places (*free choice*); they are a *cluster*. The
ways out, moves that give nothing, are led to one new place, *home*, and one more move takes from home and gives to the
beginning. What is proved of this circuit, with one token at home, by nothing but counting whole things:

1. It is strongly connected, and no set of places without home is a *siphon*, into which no token comes unless one is
   taken from it.
2. Every place is in an *S-component*: a set of places such that each move that touches it takes one token from it and
   gives one to it. So a positive S-invariant exists, and by 1 home is in each of these sets.
3. Every move is in a *T-component*: a set of moves such that each place they touch is given to by one of them and taken
   from by one of them. So a positive T-invariant exists.
4. Of these at least moves - clusters + 1 are linearly independent, so the rank of the incidence matrix is at most
   clusters - 1. It is not less: let y be the positive T-invariant of 3, x any T-invariant that splits within each
   cluster as y does, and c the least number for which z = c y - x is nowhere negative. Then z is 0 in some cluster:
   nothing is taken from its places, so nothing is given to them, so z is 0 in the clusters before it, and by 1 in all.
   So x is a multiple of y: with the split as given, one unknown for each cluster, the rank is clusters - 1.

Free-choice nets of which 1 to 4 hold are live and bounded (the rank theorem and its corollary: Desel and Esparza, Free
Choice Petri Nets, Cambridge 1995, chapter 6; Esparza and Silva 1992). They speak of nets without a move that gives to a
place it takes from; such a move can be cut in two, which changes none of the numbers above but moves and clusters,
together. And live and bounded means sound (van der Aalst, Verification of Workflow Nets, 1997), which here is plain:
every S-component has one token, the one from home, so no place ever has two, and when home has it again all else is
empty: an end is reached once, last. From every state home can be reached, since the move from there can always occur
again; up to there the run is one of the flow itself, and likewise the run to any other move.

The other way round, in a live and bounded net the sets looked for in 2 and 3 are found (minimal siphons are
S-components; for moves by duality), so what is sound is proved, with one exception: ends that are reached side by side.
"""

from __future__ import annotations

from collections.abc import Sequence

from procmap.verify.moves import Moves
from procmap.verify.net import MOVE

__all__ = ["Circuit", "is_sound"]

MOST_MEMBERS = 400_000
"""Of all components that are looked at together, places and moves: their number may grow as the square of the net; so
many take half a second."""


def is_sound(moves: Moves) -> bool:
    """Whether all four properties are proved; False says nothing."""
    if not is_plain(moves):
        return False
    circuit = Circuit(moves)
    return circuit.is_connected() and circuit.is_fed() and circuit.has_place_components() and circuit.has_all_flows()


def is_plain(moves: Moves) -> bool:
    """Whether moves only take and give, one token of a place at a time, and choices are free.

    Whatever is ``aside`` or ``uncounted`` may be counted too: that proves more.
    """
    if any(kind != MOVE for kind in moves.kind) or any(moves.colours) or not moves.initial or _repeats(moves.initial):
        return False
    needs: dict[int, frozenset[int]] = {}
    for pre, post in zip(moves.pre, moves.post, strict=True):
        if not pre or _repeats(pre) or _repeats(post):
            return False
        together = frozenset(pre)
        if any(needs.setdefault(place, together) != together for place in pre):
            return False
    return len(needs) == moves.places


def _repeats(places: Sequence[int]) -> bool:
    return len(set(places)) < len(places)


class Circuit:
    """Plain moves, led back from every way out to the beginning.

    ``home`` is the last place; the move from there is the last move, and its cluster the last. Cluster c has the moves
    ``members[c]``; of these ``onwards[c]`` leads home by the fewest moves, and gives to ``nearer[c]`` on that way.
    The shortest way from home to c comes there by the move ``came_by[c]``, at the place ``entry[c]``.
    """

    def __init__(self, moves: Moves) -> None:
        self.home = home = moves.places
        self.left = MOST_MEMBERS
        self.pre: list[Sequence[int]] = [*moves.pre, [home]]
        self.post: list[Sequence[int]] = [*(post or [home] for post in moves.post), moves.initial]
        self.giving: list[list[int]] = [[] for _ in range(home + 1)]
        self.cluster: list[int] = []
        self.cluster_of_place = [-1] * (home + 1)
        self.members: list[list[int]] = []
        for move, pre in enumerate(self.pre):
            number = self.cluster_of_place[pre[0]]
            if number < 0:
                number = len(self.members)
                self.members.append([])
                for place in pre:
                    self.cluster_of_place[place] = number
            self.members[number].append(move)
            self.cluster.append(number)
            for place in self.post[move]:
                self.giving[place].append(move)
        self._from_home()
        self._to_home()

    def _from_home(self) -> None:
        """Breadth first, so that the way to a cluster passes only clusters that are nearer to home."""
        self.came_by = [-1] * len(self.members)
        self.entry = [-1] * len(self.members)
        self.entry[-1] = self.home
        waiting = [len(self.members) - 1]
        for number in waiting:
            for move in self.members[number]:
                for place in self.post[move]:
                    after = self.cluster_of_place[place]
                    if self.entry[after] < 0:
                        self.entry[after], self.came_by[after] = place, move
                        waiting.append(after)

    def _to_home(self) -> None:
        self.onwards = [-1] * len(self.members)
        self.nearer = [-1] * len(self.members)
        self.onwards[-1] = len(self.pre) - 1
        waiting = [self.home]
        for place in waiting:
            for move in self.giving[place]:
                before = self.cluster[move]
                if self.onwards[before] < 0:
                    self.onwards[before], self.nearer[before] = move, place
                    waiting += self.pre[move]

    def is_connected(self) -> bool:
        """Whether there is a way from everywhere to everywhere."""
        return all(self.giving) and min(self.entry) >= 0 and min(self.onwards) >= 0

    def is_fed(self) -> bool:
        """Whether every set of places without home misses tokens from outside: the largest siphon there is empty."""
        left = [len(pre) for pre in self.pre]
        out = bytearray(len(self.giving))
        waiting = [self.home]
        out[self.home] = 1
        for place in waiting:
            for move in self.members[self.cluster_of_place[place]]:
                left[move] -= 1
                if not left[move]:
                    for after in self.post[move]:
                        if not out[after]:
                            out[after] = 1
                            waiting.append(after)
        return len(waiting) == len(out)

    def has_place_components(self) -> bool:
        """Whether every place is in an S-component."""
        covered = bytearray(len(self.giving))
        for place in range(len(covered)):
            if not covered[place]:
                found = self._place_component(place)
                if found is None or self._is_enough(found):
                    return False
                for each in found:
                    covered[each] = 1
        return True

    def _is_enough(self, found: set[int]) -> bool:
        self.left -= len(found)
        return self.left < 0

    def _place_component(self, place: int) -> set[int] | None:
        """All that comes to a place, with one place of each cluster: one that is reached from that place."""
        chosen: dict[int, int] = {}
        at = place
        while at != self.home:
            chosen[self.cluster_of_place[at]] = at
            at = self.nearer[self.cluster_of_place[at]]
        found = {place}
        waiting = [place]
        while waiting:
            for move in self.giving[waiting.pop()]:
                number = self.cluster[move]
                before = chosen.get(number, self.entry[number])
                if before not in found:
                    found.add(before)
                    waiting.append(before)
        for each in found:
            for move in self.members[self.cluster_of_place[each]]:
                if sum(after in found for after in self.post[move]) != 1:
                    return None
        return found

    def has_all_flows(self) -> bool:
        """Whether every move is in a T-component, and enough of these are independent.

        In each cluster one move, ``onwards``, is the usual one. The component of an unusual move has no other unusual
        moves than those on the shortest way to it, which stand nearer behind home: so none is a combination of the
        others, nor is that of the move from home, which has usual ones only.
        """
        covered = bytearray(len(self.pre))
        for move in range(len(self.pre) - 1, -1, -1):
            if not covered[move] or move != self.onwards[self.cluster[move]]:
                found = self._move_component(move)
                if found is None or self._is_enough(found):
                    return False
                for each in found:
                    covered[each] = 1
        return True

    def towards(self, move: int) -> dict[int, int]:
        """The move to make in some clusters, and else the usual one, to come to a move from everywhere."""
        number = self.cluster[move]
        chosen = {number: move}
        while self.came_by[number] >= 0:
            before = self.came_by[number]
            number = self.cluster[before]
            chosen[number] = before
        return chosen

    def _move_component(self, move: int) -> set[int] | None:
        """All that follows on a move where each cluster makes one move only: the one that leads to that move."""
        chosen = self.towards(move)
        found = {move}
        given: set[int] = set()
        waiting = [move]
        while waiting:
            for place in self.post[waiting.pop()]:
                if place in given:
                    return None
                given.add(place)
                number = self.cluster_of_place[place]
                after = chosen.get(number, self.onwards[number])
                if after not in found:
                    found.add(after)
                    waiting.append(after)
        return found if all(place in given for each in found for place in self.pre[each]) else None
