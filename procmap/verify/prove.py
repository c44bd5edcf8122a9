"""One scope: reduce it, look at what is left, and where that is not the end of it, at the flow as it stands.

A sound scope is recognised from the residue alone. A fault is looked for in the plain flow too, for the shortest run
that shows it, as long as that is within reach and the residue does not tell it (``least.py``); else the run through the
residue is told, and not called shortest.
"""

from __future__ import annotations

from typing import NamedTuple

from procmap.verify.catching import NOBODY, Escalations
from procmap.verify.compile import compiled
from procmap.verify.doing import Doing
from procmap.verify.exploration import Exploration
from procmap.verify.explore import explore
from procmap.verify.free_choice import is_sound
from procmap.verify.from_plain import add_seen, from_plain, met
from procmap.verify.from_rest import from_rest
from procmap.verify.guided import run_to_all
from procmap.verify.least import shortest_to_dead
from procmap.verify.level import Level
from procmap.verify.net import SPLIT, Net
from procmap.verify.occurring import occurring
from procmap.verify.plain import plain_moves
from procmap.verify.proof import Proof, decided, lost_states
from procmap.verify.reduce import reduced
from procmap.verify.replay import flat
from procmap.verify.residue import Residue
from procmap.verify.rest import Rest
from procmap.verify.result import PROPERTIES
from procmap.verify.ways_to import Reach

__all__ = ["prove"]

_SMALL = 60
"""Up to so many flows the plain flow is looked at too, and thoroughly, where something was left open: after a cut what
is left tells less than the flow itself, though nothing wrong."""

_THOROUGH = 60_000
"""States of such a small flow that are looked at."""

_ROOM = 60_000_000
"""Bits that those may take that are looked at where more is possible than can be tried; each state has one a place."""

_FIRST_LOOK = 2_000
"""States of what is left after reducing that are looked at before a proof without states is tried."""

_GLANCE = 400
"""States of a flow that are looked at for a shorter run."""

_FEW = 200
"""Up to so many states of what is left a shortest run is looked for there; then no more of a large flow itself are."""

_NOTHING = Exploration([0], [-1], [-1], [], 0, [])
"""Where no state was looked at."""


def prove(
    level: Level,
    doings: dict[int, Doing],
    *,
    bound: int,
    escalations: Escalations = NOBODY,
    name_ends: bool = False,
    interrupted: bool = False,
    broken_off: bool = False,
) -> Proof:
    """Decide a scope whose activities are known from outside.

    ``escalations`` tells what becomes of those thrown in it. With ``name_ends`` the outcomes tell which ends were
    reached. It may be ``interrupted`` by an event subprocess, or else ``broken_off`` on the way; then, where there is
    more to tell than that it has begun, it is looked at as it stands, since what was folded away has no state between.
    """
    net = compiled(level, doings, contract=True, escalations=escalations)
    if net.too_many is not None:
        return _undecided(level, doings, escalations, bound, net.too_many)
    is_told = True
    if (interrupted and name_ends) or ((interrupted or broken_off) and net.remembered.thrown):
        flow = compiled(level, doings, contract=False, escalations=escalations)
        if flow.too_many is None:
            whole = plain_moves(flow)
            return from_plain(level, flow, whole, explore(whole, bound), name_ends, True)
        is_told = False
    seen = _searched(net, bound, tells=name_ends)
    rest, found = seen.rest, seen.found
    if rest.moves is None:
        return _undecided(level, doings, escalations, bound, _widest(net, rest.residue))
    occurs = occurring(level, net, rest, found)
    lost, perhaps = ([], []) if seen.is_sound or seen.is_vague else lost_states(net, found)
    properties = decided(level, found, occurs, bool(lost), bool(perhaps) or seen.is_vague)
    small = len(level.source) <= _SMALL
    few = bool(lost) and found.full and not found.cut and len(found.states) <= _FEW
    least = shortest_to_dead(net, rest, rest.moves) if few and small else None
    plain_net: Net | None = None
    plain: Exploration | None = None
    if not all(properties.values()):
        settled = None not in properties.values()
        if not settled or len(level.source) <= _GLANCE:  # else it has more states than that
            plain_net = compiled(
                level, doings, contract=False, escalations=escalations, remembered=net.remembered
            )
            if plain_net.too_many is None:
                whole = plain_moves(plain_net)
                look = _THOROUGH if small and not settled else _FEW if least or (few and not small) else _GLANCE
                plain = explore(whole, min(bound, look))
                if plain.full:
                    return from_plain(level, plain_net, whole, plain, name_ends)
    if few and not small:  # where the flow itself was seen whole, that has told the shortest run
        least = shortest_to_dead(net, rest, rest.moves)
    proof = from_rest(level, net, rest, found, properties, occurs, lost, name_ends, least)
    if plain_net is not None and plain is not None:
        add_seen(proof, level, plain_net, plain)
    proof.whole = proof.whole and is_told
    return proof


class _Seen(NamedTuple):
    """States of what is left; all of them, or some, where it ``is_sound`` without a look at them. Where it ``is_vague``
    more may happen than is seen."""

    rest: Rest
    found: Exploration
    is_sound: bool = False
    is_vague: bool = False


def _searched(net: Net, bound: int, *, tells: bool) -> _Seen:
    """The states of what is left; reduced with less where two tokens are on a flow (see ``split_join.py``)."""
    seen = _looked(net, Rest(reduced(net), tells=tells), bound)
    if seen.found.unsafe is None or not seen.rest.residue.is_joined:
        return seen
    apart = _looked(net, Rest(reduced(net, joining=False), tells=tells), bound)
    if apart.rest.moves is not None:
        return apart
    seen.found.full = False  # there are too many answers to look at: what was met is so, and nothing more is known
    return seen._replace(is_vague=True)


def _looked(net: Net, rest: Rest, bound: int) -> _Seen:
    moves = rest.moves
    if moves is None:
        return _Seen(rest, _NOTHING)
    found = explore(moves, min(bound, _FIRST_LOOK))
    sound = not found.full and found.unsafe is None and not net.remembered.thrown and is_sound(moves)
    if sound:
        run_to_all(moves, found)
    elif not found.full and bound > _FIRST_LOOK:
        found = explore(moves, bound)
    return _Seen(rest, found, sound)


def _widest(net: Net, residue: Residue) -> int:
    """A gateway with more answers than can be tried."""
    wide = next((move for move, kind in enumerate(residue.kind) if kind == SPLIT and residue.is_wide(move)), 0)
    return int(net.node[flat([residue.run[wide]])[-1]])


def _undecided(
    level: Level, doings: dict[int, Doing], escalations: Escalations, bound: int, too_many: int
) -> Proof:
    """Of a node there is more to try than can be tried; what goes wrong with a few of it is told."""
    net = compiled(level, doings, contract=False, escalations=escalations)
    moves = plain_moves(net)
    found = explore(moves, min(bound, _THOROUGH, 1 + _ROOM // (1 + moves.places)))
    faults = met(net, found)
    return Proof(
        properties={name: False if name in faults else None for name in PROPERTIES},
        faults=faults,
        occurs=bytearray(b"\1") * len(level.nodes),
        told=None,
        whole=False,
        crowded=False,
        states=len(found.states),
        reach=Reach(level, net, found),
        too_many=too_many,
    )
