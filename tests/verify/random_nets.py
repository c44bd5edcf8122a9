"""Random nets with free choices, the same for the same seed: what places hold, what moves take and give, nothing else.

They grow from one place and one way out: a place is replaced by choices that lead on and back as it comes, a move by
moves that wait for one another as it comes. Such nets are sound and need not fall into blocks. Then some are changed in
a place or two, which may make them unsound, or leave them sound in a way that does not come from growing.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from procmap.verify.moves import Moves
from procmap.verify.net import MOVE


@dataclass
class Draft:
    """Moves by what they take and give; every move that gives nothing is an end of its own."""

    pre: list[list[int]] = field(default_factory=list)
    post: list[list[int]] = field(default_factory=list)
    places: int = 0
    initial: list[int] = field(default_factory=list)

    def place(self) -> int:
        self.places += 1
        return self.places - 1

    def move(self, pre: list[int], post: list[int]) -> int:
        self.pre.append(pre)
        self.post.append(post)
        return len(self.pre) - 1

    def moves(self) -> Moves:
        used = sorted({place for places in (*self.pre, *self.post, self.initial) for place in places})
        number = {place: at for at, place in enumerate(used)}
        ends = [move for move, post in enumerate(self.post) if not post]
        return Moves(
            places=len(used),
            initial=[number[place] for place in self.initial],
            pre=[[number[place] for place in pre] for pre in self.pre],
            post=[[number[place] for place in post] for post in self.post],
            kind=[MOVE] * len(self.pre),
            memory=[1 << ends.index(move) if move in ends else 0 for move in range(len(self.pre))],
            marks=len(ends),
            ends=len(ends),
        )


def make(seed: int, growth: int = 4) -> tuple[Moves, bool]:
    """A net, and whether it was left as it grew, so that it is sound and never in two places when it ends."""
    draw = random.Random(seed)
    draft = Draft()
    first = draft.place()
    draft.initial = [first]
    draft.move([first], [])
    if draw.random() < 0.5:
        choices(draw, draft, first, ends=draw.randint(0, 2))
    for _ in range(draw.randint(1, growth)):
        if draw.random() < 0.5:
            choices(draw, draft, draw.randrange(draft.places))
        else:
            side_by_side(draw, draft, draw.randrange(len(draft.pre)))
    changes = draw.choice((0, 1, 1, 2))
    for _ in range(changes):
        change(draw, draft)
    return draft.moves(), not changes


def choices(draw: random.Random, draft: Draft, place: int, ends: int = 0) -> None:
    """A place becomes several: each leads to a later one and may lead to any; what was taken from it is from the last."""
    places = [place, *(draft.place() for _ in range(draw.randint(1, 4)))]
    last = draft.place()
    for pre in draft.pre:
        pre[:] = [last if each == place else each for each in pre]
    for number, each in enumerate(places):
        draft.move([each], [draw.choice([*places[number + 1 :], last])])
        if number:  # so that it is reached
            draft.move([draw.choice(places[:number])], [each])
        for _ in range(draw.choice((0, 0, 1, 2))):
            draft.move([each], [draw.choice([*places, last])])
    for _ in range(ends):
        draft.move([draw.choice(places)], [])


def side_by_side(draw: random.Random, draft: Draft, move: int) -> None:
    """A move becomes several, in an order of which some must wait for others, between the first and the last."""
    post = draft.post[move]
    draft.post[move] = []
    many = draw.randint(2, 5)
    pre: list[list[int]] = [[] for _ in range(many + 1)]
    gives: list[list[int]] = [[] for _ in range(many + 1)]

    def lead(before: int, after: int) -> None:
        place = draft.place()
        gives[before].append(place)
        pre[after].append(place)

    for number in range(many + 1):
        for after in range(number + 1, many + 1):
            if draw.random() < 0.4:
                lead(number, after)
    for number in range(many):
        if not gives[number]:
            lead(number, many)
        if number and not pre[number]:
            lead(0, number)
    gives[many] = post
    draft.post[move] = gives[0]
    for number in range(1, many + 1):
        draft.move(pre[number], gives[number])


def change(draw: random.Random, draft: Draft) -> None:
    """Something else is given, or waited for; choices stay free."""
    move = draw.randrange(len(draft.pre))
    post = draft.post[move]
    sort = draw.choice(("give", "give less", "elsewhere", "wait", "another", "merge"))
    if sort == "give":
        post.append(draw.randrange(draft.places))
    elif sort == "give less" and post:
        post.remove(draw.choice(post))
    elif sort == "elsewhere" and post:
        post[draw.randrange(len(post))] = draw.randrange(draft.places)
    elif sort == "wait":
        place = draft.place()
        for each in range(len(draft.pre)):
            if each != move and set(draft.pre[each]) & set(draft.pre[move]):
                draft.pre[each].append(place)
        draft.pre[move].append(place)
        draft.post[draw.randrange(len(draft.pre))].append(place)
        if draw.random() < 0.5:
            draft.post[draw.randrange(len(draft.pre))].append(place)
    elif sort == "another":
        draft.move(list(draft.pre[move]), [draw.randrange(draft.places) for _ in range(draw.randint(1, 2))])
    elif sort == "merge" and post:
        place = draw.choice(post)
        only = [each for each in range(draft.places) if each != place and all(pre == [each] for pre in draft.pre if each in pre)]
        if only:
            draft.post = [[only[0] if each == place else each for each in gives] for gives in draft.post]
