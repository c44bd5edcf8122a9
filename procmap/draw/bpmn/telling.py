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
        who = callers.get(process.id, "") or own.of(process.name)
        first = who if len(sheet.processes) > 1 else ""
        what = in_words([_panel(panel, first) for panel in panels(process, language, who)], own)
        yield _IN(language, who=first, what=what) if first else what
    shown = {process.id for process in sheet.processes}
    boxes = [names.of(pool.name) for pool in pools if pool.process not in shown]
    if any(boxes):
        yield _BOXES(language, who=", ".join(filter(None, boxes)))


def _panel(panel: Panel, told: str) -> Panel:
    """A scope with its elements in the order in which work comes to them.

    Who does something is left out where it is not known, or has been ``told`` already.
    """
    scope = panel.scope
    figures = {}
    for entry in (*scope.entries, *scope.apart, *panel.figures):
        for id in spread((entry,), scope.after) if entry not in figures else ():
            figure = panel.figures.get(id)
            if figure is not None and id not in figures:
                known = figure.area.kind is not None and figure.area.name != told
                figures[id] = figure if known else replace(figure, area=replace(figure.area, name=""))
    return replace(panel, figures=figures)
