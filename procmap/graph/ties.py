"""What is tied to what under one step of a blueprint: contact with the resident, and work that goes between rows.

A touchpoint is tied to what it meets below the line of interaction, and a card to each card of another row that work
goes to. What the resident herself does reaches others through the touchpoints at which she does it, so work to and from
it is tied to these; where she has no contact there, to the card itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from procmap.graph.meeting import Meeting
from procmap.graph.stage import ROWS, Card
from procmap.model.activity import Activity
from procmap.model.event import Event
from procmap.ref import Ref

__all__ = ["Tie", "ties"]

_TALK = ("phone", "in_person")


@dataclass(frozen=True, slots=True)
class Tie:
    """Two things under one step, each a card or a touchpoint by its Ref, the ``upper`` one in a row above the other.

    Work goes ``down`` from the upper to the lower one, ``up`` the other way, or nobody has said which way.
    """

    upper: Ref
    lower: Ref
    down: bool = False
    up: bool = False


def ties(meetings: Sequence[Meeting], cards: Sequence[Card], leads: Iterable[tuple[Ref, Ref]]) -> tuple[Tie, ...]:
    """One tie for each two things: contact first, then work, in the order of the process.

    ``leads`` are the cards that work goes from and to.
    """
    found: dict[tuple[Ref, Ref], Tie] = {}
    for tie in (*_contact(meetings, cards), *_work(meetings, cards, leads)):
        before = found.get((tie.upper, tie.lower), tie)
        found[tie.upper, tie.lower] = Tie(tie.upper, tie.lower, tie.down or before.down, tie.up or before.up)
    return tuple(found.values())


def _contact(meetings: Sequence[Meeting], cards: Sequence[Card]) -> Iterator[Tie]:
    by_ref = {card.ref: card for card in cards}
    for meeting in meetings:
        for ref in meeting.elements:
            if (card := by_ref[ref]).row != "customer":
                yield Tie(meeting.ref, ref, *_direction(meeting, card))


def _work(meetings: Sequence[Meeting], cards: Sequence[Card], leads: Iterable[tuple[Ref, Ref]]) -> Iterator[Tie]:
    rows = {card.ref: ROWS.index(card.row) for card in cards}
    through: dict[Ref, list[Ref]] = {}
    for meeting in meetings:
        for ref in meeting.elements:
            if rows[ref] == 0 and meeting.touchpoint.channel != "none":
                through.setdefault(ref, []).append(meeting.ref)
    for source, target in leads:
        if rows[source] < rows[target]:
            yield from (Tie(upper, target, down=True) for upper in through.get(source, [source]))
        elif rows[source] > rows[target]:
            yield from (Tie(upper, source, up=True) for upper in through.get(target, [target]))


def _direction(meeting: Meeting, card: Card) -> tuple[bool, bool]:
    """Which way a contact goes, down to those who work or up to the resident; neither where that is not known."""
    node = card.node
    if meeting.touchpoint.channel in _TALK:
        return True, True
    if isinstance(node, Event):
        return node.position in ("start", "catch", "boundary"), node.position in ("throw", "end")
    if isinstance(node, Activity):
        return isinstance(node.message, str), bool(node.sends) and isinstance(node.sends, tuple)
    return False, False
