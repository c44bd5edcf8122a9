"""The service blueprint: a journey joined to the processes behind it. It is computed, and never written.

Each step is a column. A touchpoint meets elements of processes; under which step all others stand follows from the
flow (``behind.py``), and in which row from the kinds of the lanes (``stage.py``). Where the join has a hole, it is
named as a ``Hole``: whether that is wrong is for the checks to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from procmap.graph.meeting import Meeting
from procmap.graph.stage import ROWS, Card, Hole, HoleKind, Row, Stage, Use
from procmap.graph.ties import Tie, ties
from procmap.model.journey import Journey, Phase, Step, Touchpoint
from procmap.model.knowledge import Disputed, NotApplicable, Unknown, known
from procmap.model.process import Process
from procmap.model.process_map import ProcessMap, nodes_within
from procmap.ref import Ref

__all__ = ["ROWS", "Blueprint", "Card", "Column", "Hole", "HoleKind", "Meeting", "Row", "Tie", "Use", "blueprint"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A step with everything under it; ``number`` counts the steps of the journey from 1."""

    number: int
    phase: Phase
    step: Step
    meetings: tuple[Meeting, ...] = ()
    cards: tuple[Card, ...] = ()
    ties: tuple[Tie, ...] = ()
    systems: tuple[Use, ...] = ()
    holes: tuple[Hole, ...] = ()

    def row(self, row: Row) -> tuple[Card, ...]:
        """The cards of one row, in the order of the processes."""
        return tuple(card for card in self.cards if card.row == row)


@dataclass(frozen=True, slots=True, kw_only=True)
class Blueprint:
    """A journey and the processes it is joined to.

    ``processes`` are those that the journey names or meets, in the order of the map; ``apart`` the cards of what no
    step leads to or comes from. ``holes`` has all holes: of the columns, of their meetings and cards, and of ``apart``.
    """

    journey: Journey
    processes: tuple[Process, ...]
    columns: tuple[Column, ...]
    apart: tuple[Card, ...]
    holes: tuple[Hole, ...]


def blueprint(map: ProcessMap, journey: Journey) -> Blueprint:
    """Join a journey to the processes of a map, in time linear in the size of both."""
    join = _Join(map, journey)
    columns = tuple(join.columns())
    apart = tuple(card for stage in join.stages for card in stage.cards(None))
    holes = [hole for column in columns for hole in _holes(column)]
    return Blueprint(
        journey=journey,
        processes=tuple(stage.process for stage in join.stages),
        columns=columns,
        apart=apart,
        holes=(*holes, *(card.hole for card in apart if card.hole)),
    )


def _holes(column: Column) -> Iterator[Hole]:
    yield from column.holes
    for meeting in column.meetings:
        yield from meeting.holes
    yield from (card.hole for card in column.cards if card.hole)


_SCREENS = frozenset({"web", "eservice", "app"})
"""Channels in which a resident uses a system by herself."""


class _Join:
    """The meetings of all steps, and the stage of each process that the journey names or meets."""

    def __init__(self, map: ProcessMap, journey: Journey) -> None:
        self._journey = journey
        self._elements = _Elements(map)
        self._steps = [(phase, step) for phase in journey.phases for step in phase.steps]
        self._met: dict[int, dict[str, dict[int, bool]]] = {
            index: {} for id in journey.processes for index in self._elements.of(id)
        }
        self._on_screen: dict[int, set[str]] = {}
        self._meetings = [tuple(self._meet(number, step)) for number, (_, step) in enumerate(self._steps, 1)]
        self.stages = [
            Stage(map.processes[index], map, met, self._on_screen.get(index, frozenset()))
            for index, met in sorted(self._met.items())
        ]

    def columns(self) -> Iterator[Column]:
        """One column for each step."""
        for number, (phase, step) in enumerate(self._steps, 1):
            cards = [card for stage in self.stages for card in stage.cards(number)]
            meetings = self._meetings[number - 1]
            leads = (lead for stage in self.stages for lead in stage.leads(number))
            yield Column(
                number=number,
                phase=phase,
                step=step,
                meetings=meetings,
                cards=tuple(sorted(cards, key=lambda card: ROWS.index(card.row))),
                ties=ties(meetings, cards, leads),
                systems=_merged_uses(use for stage in self.stages for use in stage.uses(number)),
                holes=tuple(self._step_holes(step)),
            )

    def _meet(self, number: int, step: Step) -> Iterator[Meeting]:
        """The touchpoints of a step, remembering which elements they meet."""
        for place, touchpoint in enumerate(known(step.touchpoints) or (), 1):
            ref = Ref(self._journey.id, step.id, "touchpoints", str(place))
            holes = [Hole(kind=kind, ref=ref, step=step.id, ask=ask) for kind, ask in _open_ends(touchpoint)]
            elements: list[Ref] = []
            for text in known(touchpoint.elements) or ():
                found = self._elements.find(text)
                if found is None:
                    holes.append(Hole(kind="behind-missing", ref=ref, step=step.id))
                    continue
                index, id, path = found
                elements.append(Ref(id, path))
                seen = self._met.setdefault(index, {}).setdefault(path, {})
                seen[number] = seen.get(number, False) or touchpoint.channel != "none"
                if known(touchpoint.channel) in _SCREENS:
                    self._on_screen.setdefault(index, set()).add(path)
            yield Meeting(ref=ref, touchpoint=touchpoint, elements=tuple(elements), holes=tuple(holes))

    def _step_holes(self, step: Step) -> Iterator[Hole]:
        """A step that says nothing of where it meets anybody; one that says it meets nobody (``n/a``) has no hole."""
        ref = Ref(self._journey.id, step.id)
        if isinstance(step.touchpoints, (Unknown, Disputed)):
            yield Hole(kind="touchpoints-unknown", ref=ref.of("touchpoints"), step=step.id, ask=_ask(step.touchpoints))
        elif not isinstance(step.touchpoints, NotApplicable) and not step.touchpoints:
            yield Hole(kind="touchpoints-not-asked", ref=ref, step=step.id)


class _Elements:
    """Finds what a touchpoint refers to as ``document/path``."""

    def __init__(self, map: ProcessMap) -> None:
        self._processes = map.processes
        self._indexes: dict[str, list[int]] = {}
        for index, process in enumerate(map.processes):
            self._indexes.setdefault(process.id, []).append(index)
        self._paths: dict[int, frozenset[str]] = {}

    def of(self, document: str) -> list[int]:
        """Where in the map the processes are that an id means; ``path#id`` where a folder holds that id twice."""
        return self._indexes.get(document) or self._indexes.get(document.rpartition("#")[2], [])

    def find(self, text: str) -> tuple[int, str, str] | None:
        """The process by its place in the map and its id, and the path inside it; None where there is none."""
        id, _, path = text[text.rfind("#") + 1 :].partition("/")
        for index in self.of(id):
            if index not in self._paths:
                self._paths[index] = frozenset(path for path, _ in nodes_within(self._processes[index]))
            if path in self._paths[index]:
                return index, id, path
        return None


def _open_ends(touchpoint: Touchpoint) -> Iterator[tuple[HoleKind, str | None]]:
    """What is not known of a touchpoint, and whom to ask. Where there is no contact, nothing need stand behind it."""
    channel, elements = touchpoint.channel, touchpoint.elements
    if isinstance(channel, (Unknown, Disputed)):
        yield "channel-unknown", _ask(channel)
    elif not isinstance(channel, str):
        yield "channel-not-asked", None
    if isinstance(elements, (Unknown, Disputed)):
        yield "behind-unknown", _ask(elements)
    elif channel == "none":
        return
    elif isinstance(elements, NotApplicable):
        yield "nothing-behind", None
    elif not elements:
        yield "behind-not-asked", None


def _ask(value: object) -> str | None:
    return value.ask if isinstance(value, Unknown) else None


def _merged_uses(uses: Iterable[Use]) -> tuple[Use, ...]:
    """One use for each system, in the order they come up."""
    found: dict[str | None, Use] = {}
    for use in uses:
        before = found.get(use.id)
        cards = dict.fromkeys((*(before.cards if before else ()), *use.cards))
        system = (before.system if before else None) or use.system
        found[use.id] = Use(use.id, system, tuple(cards))
    return tuple(found.values())
