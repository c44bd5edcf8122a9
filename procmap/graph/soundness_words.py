"""What a proof says, in words of the map: what goes wrong, where, and what has to be answered and to happen for it.

A fault is told as something that *can* be: the proof counts every answer as possible, whatever is known of the cases.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final, NamedTuple

from procmap.graph.labels import called, quoted
from procmap.graph.run import Course, Place, Run
from procmap.graph.run_words import awaited, condition, listed, origin, steps, where
from procmap.graph.soundness import Proven
from procmap.model.activity import Activity, SubProcess
from procmap.model.event import Event
from procmap.model.flow import SequenceFlow
from procmap.model.gateway import Gateway
from procmap.model.knowledge import known
from procmap.model.label import Translated
from procmap.model.process import Process
from procmap.model.process_map import ProcessMap
from procmap.text import Text

__all__ = ["Account", "Line", "capital", "undecided"]

_MOST = 4
"""Conditions in one sentence; more stand in the list of steps only."""

_TWO = Text("{one} {other}", "{one} {other}")

_TOGETHER = Text(
    "{names} börjar samtidigt (ingen start är ritad)", "{names} begin together (no start is drawn)"
)
_STUCK = Text("Ärendet kan fastna {where}.", "The case may get stuck {where}.")
_STUCK_IF = Text("Om {conditions} kan ärendet fastna {where}.", "If {conditions}, the case may get stuck {where}.")
_WAITS = Text("Där väntas förgäves på {ways}.", "There it waits in vain for {ways}.")
_WAITS_AT = Text("{where} väntas förgäves på {ways}.", "{where} it waits in vain for {ways}.")
_NOT_ALL = Text(
    "Där väntas på alla vägarna, men alla kommer inte.", "There it waits for all the ways, and not all of them come."
)
_NONE_FINISHES = Text("Inget ärende kan bli klart.", "No case can finish.")
_NO_WAY = Text("Från {names} leder ingen väg till något slut.", "From {names} no way leads to any end.")
_ENDLESS = Text(
    "Ärendet kan komma till {names} och sedan aldrig bli klart.", "The case may come to {names} and then never finish."
)
_ENDLESS_IF = Text(
    "Om {conditions} kan ärendet komma till {names} och sedan aldrig bli klart.",
    "If {conditions}, the case may come to {names} and then never finish.",
)
_TWICE = Text("Samma ärende kan nå {end} två gånger.", "The same case may reach {end} twice.")
_TWICE_IF = Text(
    "Om {conditions} kan samma ärende nå {end} två gånger.", "If {conditions}, the same case may reach {end} twice."
)
_TWICE_MEANS = Text(
    "Det som hör till slutet händer då två gånger, till exempel att beslutet skickas.",
    "What belongs to the end then happens twice: the decision is sent again, say.",
)
_NAMED_END = Text("slutet {end}", "the end {end}")
_DOUBLED = Text("{what} kan göras två gånger i samma ärende.", "{what} may be done twice in the same case.")
_DOUBLED_IF = Text(
    "Om {conditions} kan {what} göras två gånger i samma ärende.",
    "If {conditions}, {what} may be done twice in the same case.",
)
_GONE_TWICE = Text(
    "Vägen från {source} till {target} kan gås två gånger i samma ärende.",
    "The way from {source} to {target} may be gone twice in the same case.",
)
_GONE_TWICE_IF = Text(
    "Om {conditions} kan vägen från {source} till {target} gås två gånger i samma ärende.",
    "If {conditions}, the way from {source} to {target} may be gone twice in the same case.",
)
_MEET = Text(
    "Vägarna från {ways} möts utan att vänta in varandra.",
    "The ways from {ways} meet without waiting for each other.",
)
_NEVER = Text("Det här kan aldrig hända: {names}.", "This can never happen: {names}.")

_SOMEHOW = {
    "option_to_complete": Text("Ett ärende kan bli kvar och aldrig bli klart.", "A case may be left and never finish."),
    "proper_completion": Text("Samma ärende kan nå ett slut två gånger.", "The same case may reach an end twice."),
    "no_dead_activities": Text("Något i processen kan aldrig hända.", "Something in the process can never happen."),
    "safeness": Text("Något kan göras två gånger i samma ärende.", "Something may be done twice in the same case."),
}
"""Where the proof names no element, or one that is not drawn."""

_LAST_STUCK = Text("ärendet fastnar {where}", "the case is stuck {where}")
_LAST_ENDLESS = Text("härifrån kan ärendet aldrig bli klart", "from here the case can never finish")
_LAST_DOUBLED = Text("{what} görs två gånger", "{what} is done twice")
_LAST_GONE = Text("vägen till {target} gås två gånger", "the way to {target} is gone twice")
_AGAIN = Text("{step}, en gång till", "{step}, once more")

_WHETHER = {
    "option_to_complete": Text("om alla ärenden kan bli klara", "whether every case can finish"),
    "proper_completion": Text("om något slut kan nås två gånger", "whether an end can be reached twice"),
    "no_dead_activities": Text("om alla steg kan hända", "whether every step can happen"),
    "safeness": Text("om något kan göras två gånger", "whether anything can be done twice"),
}
_UNDECIDED = Text("Det gick inte att avgöra {whether}.", "It could not be decided {whether}.")


class Line(NamedTuple):
    """One line of the way to a fault: the path of the element it is about, None for the fault itself."""

    path: str | None
    words: Text


def undecided(proven: Proven) -> Text | None:
    """What could not be decided, and why; None where all was."""
    open_ones = [words for name, words in _WHETHER.items() if proven.properties[name] is None]
    if not open_ones:
        return None
    words = _UNDECIDED.fill(whether=listed(open_ones))
    return _TWO.fill(one=words, other=proven.reason) if proven.reason else words


class Account:
    """A proof of a process in words. With a ``map``, what happens in a process that is called is told too."""

    def __init__(self, process: Process, proven: Proven, map: ProcessMap | None = None) -> None:
        self.proven: Final = proven
        self.course: Final = Course(process, map)

    @cached_property
    def run(self) -> Run:
        """The run to the fault; an empty one where there is none."""
        trace = self.proven.trace
        if trace is None:
            return Run()
        at = self.proven.elements.get(trace.fault, ())
        return self.course.run(
            trace.elements,
            stuck=at if trace.fault == "option_to_complete" else (),
            doubled=at if trace.fault == "safeness" else (),
        )

    def fault(self, name: str) -> Text | None:
        """The sentences about a property that does not hold; None for one that does or is not known."""
        if self.proven.properties[name] is not False:
            return None
        if name == "option_to_complete":
            return self._stuck()
        if name == "no_dead_activities":
            return self.never(self.proven.elements.get(name, ()))
        return self._twice() if name == "proper_completion" else self._doubled()

    def never(self, paths: Iterable[str]) -> Text:
        """That some elements never happen; those without a name only where no other has one."""
        places = self.places(paths)
        if not places:
            return _SOMEHOW["no_dead_activities"]
        named = [place for place in places if known(place.node.name)]
        return _NEVER.fill(names=listed(dict.fromkeys(_called(place) for place in named or places)))

    @cached_property
    def steps(self) -> tuple[Line, ...]:
        """The way to the fault, line by line, and the fault."""
        trace = self.proven.trace
        if trace is None:
            return ()
        moments = self.run.moments
        told = zip(moments, steps(moments), strict=True)
        lines = [Line(moment.path, words) for moment, words in told if words is not None]
        last = moments[-1].path if moments else None
        if trace.fault != "option_to_complete" and lines and lines[-1].path == last:
            return (*lines[:-1], Line(last, _AGAIN.fill(step=lines[-1].words)))
        return (*lines, Line(None, self._last(trace.fault)))

    def _last(self, fault: str) -> Text:
        """What goes wrong at the end of the way."""
        paths = self.proven.elements.get(fault, ())
        if fault == "option_to_complete":
            places = self.places(paths)
            at = listed(where(place) for place in places) if self._all_wait(places) else None
            return _LAST_STUCK.fill(where=at) if at else _LAST_ENDLESS
        for path in paths:
            found = self.flow(path)
            place = found[0] if found is not None else self.course.place(path)
            if place is not None:
                words = _LAST_DOUBLED if isinstance(place.node, Activity) else _LAST_GONE
                return words.fill(what=_called(place), target=_called(place))
        return _SOMEHOW[fault]

    @property
    def is_stuck(self) -> bool:
        """Whether what does not finish waits for what does not come, rather than going on for ever."""
        return self._all_wait(self.places(self.proven.elements.get("option_to_complete", ())))

    def places(self, paths: Iterable[str]) -> list[Place]:
        """Where elements are, those that are there."""
        return [place for path in paths if (place := self.course.place(path)) is not None]

    def flow(self, path: str) -> tuple[Place, SequenceFlow] | None:
        """A sequence flow by its path, with where it leads to; None where it stands for none that is drawn."""
        within, slash, id = path.rpartition("/")
        scope = self.course.scope(within + slash)
        for flow in scope.owner.flows if scope is not None else ():
            if flow.id == id and (place := self.course.place(within + slash + flow.target)) is not None:
                return place, flow
        return None

    @cached_property
    def doubled(self) -> list[Place]:
        """What is done twice; where that cannot be told, what the way that is gone twice leads to."""
        found = []
        for path in self.proven.elements.get("safeness", ()):
            if (flow := self.flow(path)) is not None:
                found.append(self._done_twice(*flow, path) or flow[0])
            elif (place := self.course.place(path)) is not None:
                found.append(place)
        return found

    def _done_twice(self, target: Place, flow: SequenceFlow, path: str) -> Place | None:
        """The activity that stands at either end of a flow that is gone twice."""
        source = self.course.place(path[: path.rfind("/") + 1] + flow.source)
        return next((each for each in (source, target) if each is not None and isinstance(each.node, Activity)), None)

    def _conditions(self, fault: str) -> Text | None:
        """What has to be so, as clauses; None where there is nothing, or too much for one sentence."""
        if self.proven.trace is None or self.proven.trace.fault != fault:
            return None
        found = {moment: words for moment in self.run.moments if (words := condition(moment)) is not None}
        is_plain = len({moment.path for moment in found}) == len(found) <= _MOST
        clauses = [*self._beginnings(), *(found.values() if is_plain else ())]
        return listed(clauses) if clauses else None

    def _beginnings(self) -> Iterator[Text]:
        """That a case begins in several places at once, where no start says otherwise (BPMN 2.0.2, 10.5.1)."""
        scope = self.course.scope("")
        if scope is not None and not scope.starts and len(scope.entries) > 1:
            yield _TOGETHER.fill(names=listed(called(scope, id) for id in scope.entries))

    def _stuck(self) -> Text:
        name = "option_to_complete"
        places = self.places(self.proven.elements.get(name, ()))
        if self._none_finishes:
            circles = [place for place in self.course.circles if isinstance(place.node, Activity)]
            names = listed(_called(place) for place in circles) if circles else None
            return _TWO.fill(one=_NONE_FINISHES, other=_NO_WAY.fill(names=names)) if names else _NONE_FINISHES
        if not places:
            return _SOMEHOW[name]
        conditions = self._conditions(name)
        if not self._all_wait(places):
            names = listed(_beginning(place) for place in places)
            return _ENDLESS_IF.fill(conditions=conditions, names=names) if conditions else _ENDLESS.fill(names=names)
        at = listed(where(place) for place in places)
        words = _STUCK_IF.fill(conditions=conditions, where=at) if conditions else _STUCK.fill(where=at)
        for place in places:
            ways = [awaited(place.scope, flow) for flow in self.run.missing.get(place.path, ())]
            if ways and self.run.there.get(place.path):
                at, waits = capital(where(place)), listed(ways)
                waiting = _WAITS.fill(ways=waits) if len(places) == 1 else _WAITS_AT.fill(where=at, ways=waits)
                words = _TWO.fill(one=words, other=waiting)
            elif len(places) == 1 and isinstance(place.node, Gateway) and place.node.kind == "parallel":
                words = _TWO.fill(one=words, other=_NOT_ALL)
        return words

    @property
    def _none_finishes(self) -> bool:
        """Whether a case is lost from its beginning, wherever it begins."""
        if self.proven.trace is not None and not self.run.moments:
            return True
        scope = self.course.scope("")
        return scope is not None and bool(scope.entries) and scope.finishing.isdisjoint(scope.entries)

    def _all_wait(self, places: list[Place]) -> bool:
        """Whether nothing more can happen: all stands before a join, or within what was begun."""
        return all(
            (isinstance(place.node, Gateway) and len(place.scope.incoming.get(place.id, ())) > 1 and _joins(place.node))
            or place.path in self.run.held
            for place in places
        )

    def _twice(self) -> Text:
        name = "proper_completion"
        conditions = self._conditions(name)
        sentences = []
        for place in self.places(self.proven.elements.get(name, ())):
            end = _called(place)
            end = _NAMED_END.fill(end=end) if known(place.node.name) else end
            sentences.append(_TWICE_IF.fill(conditions=conditions, end=end) if conditions else _TWICE.fill(end=end))
            conditions = None
        return _joined([*sentences, _TWICE_MEANS]) if sentences else _SOMEHOW[name]

    def _doubled(self) -> Text:
        name = "safeness"
        conditions = self._conditions(name)
        sentences: list[Text] = []
        for path in self.proven.elements.get(name, ()):
            if (found := self.flow(path)) is not None:
                sentences += self._gone_twice(*found, path, conditions)
            elif (place := self.course.place(path)) is not None:
                sentences.append(capital(_DOUBLED.fill(what=_called(place))))
            conditions = None
        return _joined(dict.fromkeys(sentences)) if sentences else _SOMEHOW[name]

    def _gone_twice(self, target: Place, flow: SequenceFlow, path: str, conditions: Text | None) -> Iterable[Text]:
        scope = target.scope
        if (done := self._done_twice(target, flow, path)) is not None:
            what = _called(done)
            words = _DOUBLED_IF.fill(conditions=conditions, what=what) if conditions else _DOUBLED.fill(what=what)
            yield capital(words)
        else:
            ends = {"source": origin(scope, flow), "target": _called(target)}
            yield _GONE_TWICE_IF.fill(conditions=conditions, **ends) if conditions else _GONE_TWICE.fill(**ends)
        used = self.run.into.get(path[: path.rfind("/") + 1] + flow.source, ())
        ways = dict.fromkeys(origin(scope, each) for each in used)
        if len(ways) > 1:
            yield _MEET.fill(ways=listed(ways))


def capital(text: Text) -> Text:
    """The words with a capital first, since a sentence may begin with a phrase."""
    return Text(*(words[0].upper() + words[1:] for words in text))


def _joined(sentences: Iterable[Text]) -> Text:
    first, *others = sentences
    for other in others:
        first = _TWO.fill(one=first, other=other)
    return first


def _called(place: Place) -> Text:
    return called(place.scope, place.id)


def _beginning(place: Place) -> Text:
    """What to call where a case comes to: of a start without a name, what is started."""
    owner = place.scope.owner
    is_start = isinstance(place.node, Event) and place.node.position == "start" and not known(place.node.name)
    if is_start and isinstance(owner, SubProcess) and isinstance(owner.name, (str, Translated)):
        return quoted(owner.name)
    return _called(place)


def _joins(gateway: Gateway) -> bool:
    return gateway.kind in ("parallel", "inclusive", "complex")
