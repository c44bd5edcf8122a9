"""A picture of a BPMN file in words: who takes part, and what each of them does, in the order of the flow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from procmap.draw.alternative import in_words
from procmap.draw.bpmn.sheet import Sheet
from procmap.draw.panels import Panel, panels
from procmap.draw.wording import Names
from procmap.graph.adjacency import spread
from procmap.model.process import Process
from procmap.text import Language, Text

__all__ = ["told"]

_IN = Text("{who}: {what}", "{who}: {what}")
_BOXES = Text("Deltar utan att det syns hur: {who}.", "Taking part, with nothing shown of how: {who}.")


def told(sheet: Sheet, language: Language) -> str:
    """All processes of a picture, one after the other, then those of whom only the name is there."""
    return " ".join(_told(sheet, language))


def _told(sheet: Sheet, language: Language) -> Iterator[str]:
    pools = sheet.collaboration.pools if sheet.collaboration is not None else ()
    names = Names(Process(id=""), language)
    callers = {pool.process: names.of(pool.name) for pool in reversed(pools)}
    for process in sheet.processes:
        own = Names(process, language)
        who = callers.get(process.id, "")
        steps = [_panel(panel, who if not process.lanes else "") for panel in panels(process, language)]
        what = in_words(steps, own)
        who = who or own.of(process.name)
        yield _IN(language, who=who, what=what) if who and len(sheet.processes) > 1 else what
    shown = {process.id for process in sheet.processes}
    boxes = [names.of(pool.name) for pool in pools if pool.process not in shown]
    if any(boxes):
        yield _BOXES(language, who=", ".join(filter(None, boxes)))


def _panel(panel: Panel, who: str) -> Panel:
    """A scope with its elements in the order in which work comes to them; ``who`` does what no lane does."""
    scope = panel.scope
    order = [*spread(scope.entries, scope.after), *spread(scope.apart, scope.after), *panel.figures]
    figures = {}
    for id in order:
        figure = panel.figures.get(id)
        if figure is not None:
            nobody = figure.area.lane is None
            figures[id] = replace(figure, area=replace(figure.area, name=who)) if nobody else figure
    return replace(panel, figures=figures)
