"""The way to a fault, as ``procmap.verify`` proves it: what is drawn of it in the picture, and its words below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from procmap.draw import shapes
from procmap.draw.style import BODY, INK, SMALL, leading
from procmap.draw.svg import element, words
from procmap.geometry import Point
from procmap.graph.soundness_words import Account, capital, undecided
from procmap.layout.measure import wrap
from procmap.text import Language, Text

__all__ = ["A_WAY", "Told", "Trail", "trail_of"]

_SOUND = Text("Alla ärenden som startar kan bli klara.", "Every case that starts can finish.")
_EACH_SOUND = Text(
    "Var process för sig: alla ärenden som startar kan bli klara.", "Each process by itself: every case can finish."
)
_SHORTEST = Text("Kortaste vägen dit", "The shortest way there")
A_WAY = Text("En väg dit", "A way there")
_STEP = Text("{number}. {step}.", "{number}. {step}.")

_NARROWEST, _WIDEST = 400.0, 600.0
_INDENT = 40.0
_APART = 32.0
_SIGNS = {"option_to_complete": "stuck", "safeness": "doubled", "proper_completion": "twice"}


@dataclass(frozen=True, slots=True)
class Trail:
    """What a proof puts into a picture, by the paths of elements and flows.

    ``numbers`` are those of the steps at an element, ``gone`` the flows of the way. ``signs`` tell what goes wrong
    where: ``stuck``, ``endless``, ``doubled``, ``twice`` or ``never``. ``says`` is that in sentences, ``steps`` the way
    line by line under its ``heading``.
    """

    numbers: dict[str, tuple[int, ...]] = field(default_factory=dict)
    gone: frozenset[str] = frozenset()
    signs: dict[str, str] = field(default_factory=dict)
    says: str = ""
    heading: str = ""
    steps: tuple[str, ...] = ()

    def in_words(self, language: Language) -> str:
        """All of it as one paragraph."""
        steps = (_STEP(language, number=number, step=step) for number, step in enumerate(self.steps, 1))
        return " ".join([self.says, *([f"{self.heading}:"] if self.heading else []), *steps])


def trail_of(account: Account, language: Language, *, alone: bool = False) -> Trail:
    """The way to the fault of a process; for a sound one only that it is sound.

    ``alone`` tells that the picture has no other process: where there are several, the proof of one does not tell
    whether they can finish together.
    """
    proof = account.proven
    if proof.verdict == "sound":
        return Trail(says=(_SOUND if alone else _EACH_SOUND)(language))
    fault = proof.trace.fault if proof.trace is not None else None
    names = sorted(proof.properties, key=lambda name: name != fault)
    told = [words(language) for words in (*map(account.fault, names), undecided(proof)) if words is not None]
    numbers: dict[str, tuple[int, ...]] = {}
    for number, line in enumerate(account.steps, 1):
        at_fault = proof.elements.get(fault, ()) if line.path is None else (line.path,)
        for path in at_fault:
            numbers[path] = (*numbers.get(path, ()), number)
    signs = dict.fromkeys(proof.elements.get("no_dead_activities", ()), "never")
    for name, sign in _SIGNS.items():
        if proof.properties[name] is False and (name == fault or fault is None):
            sign = "endless" if sign == "stuck" and not account.is_stuck else sign
            signs.update(dict.fromkeys(proof.elements.get(name, ()), sign))
    heading = "" if proof.trace is None else (_SHORTEST if proof.trace.shortest else A_WAY)(language)
    steps = tuple(capital(line.words)(language) for line in account.steps)
    return Trail(numbers, frozenset(_gone(account)), signs, " ".join(told), heading, steps)


def _gone(account: Account) -> Iterator[str]:
    """The paths of the flows that the way certainly went, and of those that carry what is left at the end."""
    run = account.run
    if account.proven.trace is not None and account.proven.trace.fault == "safeness":
        yield from account.proven.elements.get("safeness", ())
    for path, flows in (*run.into.items(), *run.there.items()):
        yield from (path[: path.rfind("/") + 1] + flow.id for flow in flows)


class Told:
    """The words below the picture: what goes wrong, then the way there in as many columns as there is room for."""

    def __init__(self, trail: Trail, room: float) -> None:
        self._trail = trail
        self._says = wrap(trail.says, BODY, min(room, 2 * _WIDEST) * 0.97)
        self._top = len(self._says) * leading(BODY) + 10
        columns = max(1, int((room + _APART) // (_NARROWEST + _APART)))
        wide = min(_WIDEST, (room + _APART) / columns - _APART)
        texts = [wrap(step, SMALL + 1, (wide - _INDENT) * 0.97) for step in trail.steps]
        heights = [max(26.0, len(lines) * leading(SMALL + 1) + 8) for lines in texts]
        limit = max(sum(heights) / columns, max(heights, default=0.0))
        self._items: list[tuple[int, list[str], float, float]] = []
        x = y = lowest = 0.0
        for number, (lines, high) in enumerate(zip(texts, heights, strict=True), 1):
            if y and y + high > limit + 26:
                x, y = x + wide + _APART, 0.0
            self._items.append((number, lines, x, y))
            y += high
            lowest = max(lowest, y)
        self.height = self._top + (30 + lowest if self._items else 0.0) if trail.says else 0.0

    def draw(self, left: float, top: float) -> Iterator[str]:
        """From their upper left corner."""
        yield words(self._says, left, top, BODY)
        if not self._items:
            return
        yield words([self._trail.heading], left, top + self._top, BODY, bold=True)
        for number, lines, x, y in self._items:
            at = top + self._top + 30 + y
            first = at + leading(SMALL + 1) / 2 + 1
            yield element(
                "g",
                shapes.step(str(number), Point(left + x + 15, first)),
                words(lines, left + x + _INDENT, at + 1, SMALL + 1, fill=INK),
            )
