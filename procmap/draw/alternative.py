"""A picture in words, for those who cannot see it: every step in order, who does it, and where each answer leads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from procmap.draw.figures import Figure
from procmap.draw.panels import Arrow, Panel
from procmap.draw.wording import Names
from procmap.model.event import Event
from procmap.text import Text

__all__ = ["in_words"]

_STEPS = Text("Stegen i ordning: {steps}", "The steps in order: {steps}")
_INSIDE = Text("Inuti {name}: {steps}", "Inside {name}: {steps}")
_MORE = Text("… och {number} till.", "… and {number} more.")
_NOTHING = Text("Inget steg är beskrivet än.", "No step has been described yet.")
_MOST = 60


def in_words(panels: Sequence[Panel], names: Names) -> str:
    """All panels as one paragraph, the first sixty steps of them at most."""
    language = names.language
    if not panels:
        return _NOTHING(language)
    told = []
    left = _MOST
    for panel in panels:
        steps = list(_steps(panel, names))
        if not steps:
            continue
        text = " ".join(f"{number}. {step}{_stop(step)}" for number, step in enumerate(steps[:left], 1))
        rest = len(steps) - left
        if rest > 0:
            text = f"{text} {_MORE(language, number=rest)}".lstrip()
        left = max(0, left - len(steps))
        told.append(
            _INSIDE(language, name=panel.trail[-1], steps=text) if panel.trail else _STEPS(language, steps=text)
        )
        if not left:
            break
    return " ".join(told)


def _steps(panel: Panel, names: Names) -> Iterator[str]:
    ways: dict[str, list[Arrow]] = {}
    for arrow in panel.arrows:
        if arrow.words.lines:
            ways.setdefault(arrow.source, []).append(arrow)
    for one in panel.figures.values():
        said = _said(one, names)
        answers = [
            f"{' '.join(arrow.words.lines)}: {_said(panel.figures[arrow.target], names) or '…'}"
            for arrow in ways.get(one.id, ())
        ]
        if not said and not answers:
            continue
        who = f"{one.area.name}: " if one.area.name else ""
        step = f"{who}{said or '…'}"
        yield f"{step} ({'; '.join(answers)})" if answers else step
        for guest in one.guests:
            if text := names.event(guest.event):
                yield f"{who}{said}: {text}"


def _stop(step: str) -> str:
    """What ends a sentence, where it has no end of its own."""
    return "" if step.endswith(("?", "!", ".")) else "."


def _said(one: Figure, names: Names) -> str:
    node = one.node
    return names.event(node) if isinstance(node, Event) else names.of(node.name)
