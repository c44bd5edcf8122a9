"""Which arrows lead on, which run back, and which way through a panel is the main one."""

from __future__ import annotations

from procmap.draw.panels import Arrow, Panel

__all__ = ["Ways"]


class Ways:
    """The arrows of a panel, seen as ways from its beginning to its end.

    ``back`` are the ids of those that run back. An element whose events have arrows has these, too.
    """

    def __init__(self, panel: Panel) -> None:
        hosts = {guest.id: id for id, one in panel.figures.items() for guest in one.guests}
        self.panel = panel
        self._ahead: dict[str, list[Arrow]] = {id: [] for id in panel.figures}
        for arrow in panel.arrows:
            self._ahead[hosts.get(arrow.source, arrow.source)].append(arrow)
        self._place = {id: place for place, id in enumerate(panel.figures)}
        self.back: set[str] = set()
        self._order: list[str] = []  # what comes later on the way stands first
        seen: dict[str, bool] = {}
        for first in (*panel.scope.entries, *panel.figures):
            if first in self._ahead and first not in seen:
                self._walk(first, seen)

    def _walk(self, first: str, seen: dict[str, bool]) -> None:
        """Depth first, to what comes next in the document: an arrow to an element that the walk stands in runs back.

        Were the first answer walked first, a short cut to the end would turn what it jumps over around.
        """
        seen[first] = True
        stack = [(first, iter(self._next(first)))]
        while stack:
            id, arrows = stack[-1]
            for arrow in arrows:
                if seen.get(arrow.target):
                    self.back.add(arrow.id)
                elif arrow.target not in seen:
                    seen[arrow.target] = True
                    stack.append((arrow.target, iter(self._next(arrow.target))))
                    break
            else:
                seen[id] = False
                self._order.append(id)
                stack.pop()

    def _next(self, id: str) -> list[Arrow]:
        """The arrows out of an element: to what is written nearest behind it first, to what stands before it last."""
        own = self._place[id]
        return sorted(self._ahead[id], key=lambda arrow: (self._place[arrow.target] < own, self._place[arrow.target]))

    def columns(self) -> dict[str, int]:
        """How many elements stand before each one at most, on a way of arrows that lead on."""
        columns = dict.fromkeys(self.panel.figures, 0)
        for id in reversed(self._order):
            for arrow in self._ahead[id]:
                if arrow.id not in self.back:
                    columns[arrow.target] = max(columns[arrow.target], columns[id] + 1)
        return columns

    def weights(self, main: int) -> dict[str, int]:
        """How short and straight each arrow should be: those of the main way most of all, then what first leads on."""
        weights: dict[str, int] = {}
        reached: set[str] = set()
        for id in reversed(self._order):
            for arrow in self._ahead[id]:
                if arrow.id not in self.back:
                    weights[arrow.id] = 1 if arrow.target in reached else 2
                    reached.add(arrow.target)
        return weights | dict.fromkeys(self._main(), main)

    def _main(self) -> list[str]:
        """The longest way to where the document ends: that is mostly how it is meant to go."""
        sinks = [id for id in self.panel.figures if not any(a.id not in self.back for a in self._ahead[id])]
        longest: dict[str, tuple[int, Arrow | None]] = {sinks[-1]: (0, None)} if sinks else {}
        for id in self._order:
            for arrow in self._ahead[id]:
                if arrow.id not in self.back and arrow.source == id and arrow.target in longest:
                    length = longest[arrow.target][0] + 1
                    if length > longest.get(id, (0, None))[0]:
                        longest[id] = length, arrow
        at = max(longest, key=lambda id: longest[id][0], default="")
        way = []
        while step := longest.get(at, (0, None))[1]:
            way.append(step.id)
            at = step.target
        return way
