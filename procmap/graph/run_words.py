"""A run in words of the map: what has to be answered and to happen, what is done, and where ways meet.

What nobody has given a name is told by what lies around it, and left out where there is nothing to tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from procmap.graph.adjacency import Scope, spread
from procmap.graph.amounts import amount, is_length
from procmap.graph.labels import called, literal, quoted
from procmap.graph.run import Moment, Place
from procmap.model.activity import Activity, SubProcess, Task
from procmap.model.event import Event, Trigger
from procmap.model.flow import SequenceFlow
from procmap.model.gateway import Gateway
from procmap.model.knowledge import known
from procmap.model.label import Label, Translated
from procmap.text import Text

__all__ = ["awaited", "condition", "listed", "origin", "step", "steps", "where"]

_LISTED = 12
_ALTERNATIVES = 3
_FAR = 50
"""So many elements away a name no longer helps anybody."""

_AND = Text("{first} och {last}", "{first} and {last}")
_OR = Text("{first} eller {last}", "{first} or {last}")
_MORE = Text("{first} och {number} till", "{first} and {number} more")
_COMMA = Text("{first}, {last}", "{first}, {last}")

_ANSWER = Text("svaret på {question} blir {answer}", "the answer to {question} is {answer}")
_OTHERWISE = Text("svaret på {question} blir något annat", "the answer to {question} is something else")
_CHOICE = Text("det blir {answer} vid {question}", "it is {answer} at {question}")
_OTHER_CHOICE = Text("det blir något annat vid {question}", "it is something else at {question}")
_OUTCOME = Text("{question} slutar med {answer}", "{question} ends with {answer}")
_OTHER_OUTCOME = Text("{question} slutar med något annat", "{question} ends with something else")
_TO = Text("det går vidare till {target}", "it goes on to {target}")
_BEGINS = Text("{what} börjar med {start}", "{what} begins with {start}")
_CASE = Text("ärendet", "the case")
_SUBPROCESS = Text("delprocessen", "the subprocess")
_CALLED = Text("den andra processen", "the other process")
_HAPPENS = Text("{event} inträffar", "{event} happens")
_SOMETHING = Text("något inträffar", "something happens")
_COMES = Text("{what} kommer", "{what} comes")
_PASSES = Text("{time} går", "{time} pass")
_ONE_PASSES = Text("{time} går", "{time} passes")
_TIME_COMES = Text("tiden {time} är inne", "the time {time} has come")
_TIME_UP = Text("tiden går ut", "time runs out")
_AT = Text("{what} vid {host}", "{what} at {host}")
_DURING = Text("{what} under {host}", "{what} during {host}")
_FIRST = Text("{what} först", "{what} first")
_SOONER = Text("{what} före {other}", "{what} before {other}")
_SET_GOING = Text("{name} sätts i gång", "{name} is set going")

_BOTH = Text("{targets} sätts i gång samtidigt", "{targets} are set going at the same time")
_END = Text("slutet {end} nås", "the end {end} is reached")
_UNNAMED_END = Text("{end} nås", "{end} is reached")
_START = Text("{what} börjar: {start}", "{what} begins: {start}")
_BEGUN = Text("{name} påbörjas", "{name} is begun")
_WAIT_BEGUN = Text("väntan på {name} börjar", "the wait for {name} begins")

_WAY_ANSWER = Text("svaret {answer} på {question}", "the answer {answer} to {question}")
_WAY_HOLDS = Text("{answer} vid {question}", "{answer} at {question}")
_WAY_OUTCOME = Text("utfallet {answer} av {question}", "the outcome {answer} of {question}")
_MEET = Text("där vägarna från {ways} möts", "where the ways from {ways} meet")
_MEET_AFTER = Text("där vägarna efter {way} möts", "where the ways after {way} meet")
_IN = Text("i {name}", "in {name}")
_BY = Text("vid {name}", "at {name}")
_WITHIN = Text("{where} i {outer}", "{where} in {outer}")


def listed(items: Iterable[Text]) -> Text:
    """Several as people list them: a, b och c; of more than twelve the first, and how many more there are."""
    first, *others = items
    shown = others if len(others) < _LISTED else others[: _LISTED - 1]
    for other in shown if len(shown) < len(others) else shown[:-1]:
        first = _COMMA.fill(first=first, last=other)
    if len(shown) < len(others):
        return _MORE.fill(first=first, number=len(others) - len(shown))
    return _AND.fill(first=first, last=others[-1]) if others else first


def condition(moment: Moment, *, starts: bool = True) -> Text | None:
    """What has to be so for a run to come this way, as a clause: *svaret på ”Komplett?” blir ”nej”*.

    None where nothing was chosen and nothing happened that need not, or where that cannot be told. ``starts``: which
    start it was is a choice too.
    """
    node, scope = moment.node, moment.scope
    if isinstance(node, Gateway):
        chooses = node.kind != "parallel" and len(scope.outgoing.get(moment.id, ())) > 1
        return _chosen(moment) if chooses and moment.chose and node.kind != "event_based" else None
    if isinstance(node, Event):
        if node.position == "boundary":
            if node.attached_to not in scope.nodes:
                return _happens(moment, node)
            words = _DURING if not _label(node.name) and any(each.kind == "timer" for each in node.triggers) else _AT
            return words.fill(what=_happens(moment, node), host=called(scope, str(node.attached_to)))
        if node.position == "catch" and any(_races(scope, before) for before in scope.before(moment.id)):
            return _won(moment, node)
        if node.position == "start" and starts and len(scope.starts) > 1:
            return _BEGINS.fill(what=_what_begins(moment), start=called(scope, moment.id))
    if isinstance(node, SubProcess) and node.kind == "event":
        return _SET_GOING.fill(name=called(scope, moment.id))
    asked = [flow for flow in moment.chose if isinstance(flow.condition, str) and flow.condition]
    if asked and len(scope.outgoing.get(moment.id, ())) > 1:
        answers = listed(quoted(str(flow.condition)) for flow in asked)
        return _CHOICE.fill(answer=answers, question=called(scope, moment.id))
    return None


def steps(moments: Sequence[Moment]) -> list[Text | None]:
    """A line about each moment of a run; None where there is nothing to tell.

    An activity is told as done, but as begun where the next line is about what happens at its border.
    """
    lines = [step(moment) for moment in moments]
    following: Moment | None = None
    for number in range(len(moments) - 1, -1, -1):
        if lines[number] is not None:
            moment = moments[number]
            if following is not None and _is_host(moment, following):
                lines[number] = step(moment, is_begun=True)
            following = moment
    return lines


def _is_host(moment: Moment, following: Moment) -> bool:
    """Whether what follows happens at the border of an element."""
    beside = following.path.removesuffix(following.id) == moment.path.removesuffix(moment.id)
    return beside and isinstance(following.node, Event) and following.node.attached_to == moment.id


def step(moment: Moment, *, is_begun: bool = False) -> Text | None:
    """A line about a moment in a list of steps; None where there is nothing to tell.

    ``is_begun`` says of an activity that it is begun, and not that it is done.
    """
    node, scope = moment.node, moment.scope
    if isinstance(node, Activity) and not (isinstance(node, SubProcess) and node.kind == "event"):
        name = called(scope, moment.id)
        if is_begun:
            name = (_WAIT_BEGUN if _is_wait(node) else _BEGUN).fill(name=name)
        holds = condition(moment)
        return _COMMA.fill(first=name, last=holds) if holds else name
    if (words := condition(moment)) is not None:
        return words
    if isinstance(node, Gateway):
        if node.kind in ("parallel", "inclusive", "complex") and len(moment.chose) > 1:
            targets = dict.fromkeys(_towards(scope, flow) for flow in moment.chose)
            named = [target for target in targets if target is not None]
            return _BOTH.fill(targets=listed(named)) if len(named) > 1 and None not in targets else None
        asks = node.kind != "parallel" and len(scope.outgoing.get(moment.id, ())) > 1
        return called(scope, moment.id) if asks and _label(node.name) else None
    if isinstance(node, Event):
        if node.position == "end":
            return (_END if _label(node.name) else _UNNAMED_END).fill(end=called(scope, moment.id))
        if node.position == "start":
            begins = _START.fill(what=_what_begins(moment), start=called(scope, moment.id))
            return begins if _label(node.name) else None
        return _happens(moment, node) if _label(node.name) or node.triggers else None
    return None


def _what_begins(moment: Moment) -> Text:
    """What a start begins: the case, a subprocess in it, or a process that is called."""
    owner = moment.scope.owner
    name = _label(owner.name)
    if isinstance(owner, SubProcess):
        return quoted(name) if name else _SUBPROCESS
    if moment.path == moment.id:
        return _CASE
    return quoted(name) if name else _CALLED


def _is_wait(node: Activity) -> bool:
    return isinstance(node, Task) and (node.waits_for is not None or node.type == "receive")


def where(place: Place) -> Text:
    """Where something is, to be put behind what happens there: *där vägarna från ”A” och ”B” möts*."""
    words = _where(place)
    owner = place.scope.owner
    outer = _label(owner.name) if isinstance(owner, SubProcess) else None
    return _WITHIN.fill(where=words, outer=quoted(outer)) if outer else words


def _where(place: Place) -> Text:
    node, scope = place.node, place.scope
    if isinstance(node, Activity):
        return _IN.fill(name=called(scope, place.id))
    incoming = scope.incoming.get(place.id, ())
    if isinstance(node, Gateway) and not _label(node.name) and len(incoming) > 1:
        ways = list(dict.fromkeys(origin(scope, flow) for flow in incoming))
        return _MEET.fill(ways=listed(ways)) if len(ways) > 1 else _MEET_AFTER.fill(way=ways[0])
    return _BY.fill(name=called(scope, place.id))


def origin(scope: Scope, flow: SequenceFlow) -> Text:
    """Where a flow comes from: the answer that it stands for, or the nearest thing before it that has a name."""
    node = scope.nodes[flow.source]
    answer = _label(flow.name)
    if isinstance(node, Gateway) and answer and len(scope.outgoing.get(flow.source, ())) > 1:
        question = _label(node.name)
        words = _WAY_OUTCOME if not question else _WAY_ANSWER if _is_question(question) else _WAY_HOLDS
        return words.fill(answer=quoted(answer), question=_asked(scope, flow.source))
    if _label(node.name) or not isinstance(node, Gateway):
        return called(scope, flow.source)
    return _nearest(scope, flow.source, forward=False) or called(scope, flow.source)


def awaited(scope: Scope, flow: SequenceFlow) -> Text:
    """What somebody waits for who waits for a flow: where it comes from, any of them where ways without a name meet."""
    sources: dict[Text, None] = {}
    waiting, seen = [flow], {flow.id}
    while waiting:
        one = waiting.pop(0)
        node = scope.nodes[one.source]
        before = [each for each in scope.incoming.get(one.source, ()) if each.id not in seen]
        merges = isinstance(node, Gateway) and node.kind == "exclusive" and not _label(node.name) and len(before) > 1
        if merges and len(scope.outgoing[one.source]) == 1:
            waiting += before
            seen.update(each.id for each in before)
        else:
            sources[origin(scope, one)] = None
    if len(sources) > _ALTERNATIVES:
        return origin(scope, flow)
    first, *others = sources
    for other in others:
        first = _OR.fill(first=first, last=other)
    return first


def _chosen(moment: Moment) -> Text:
    node, scope = moment.node, moment.scope
    assert isinstance(node, Gateway)
    question = _asked(scope, moment.id)
    answers = [_label(flow.name) or _label(flow.condition) for flow in moment.chose]
    named = _label(node.name)
    sort = 2 if not named else 0 if _is_question(named) else 1
    if all(answers):
        answer = listed(quoted(each) for each in answers if each)
        return (_ANSWER, _CHOICE, _OUTCOME)[sort].fill(answer=answer, question=question)
    if len(moment.chose) == 1 and moment.chose[0].id == node.default:
        return (_OTHERWISE, _OTHER_CHOICE, _OTHER_OUTCOME)[sort].fill(question=question)
    targets = dict.fromkeys(_towards(scope, flow) or called(scope, flow.target) for flow in moment.chose)
    return _TO.fill(target=listed(targets))


def _asked(scope: Scope, id: str) -> Text:
    """The question that a gateway asks: its own name, or what it stands behind."""
    if _label(scope.nodes[id].name):
        return called(scope, id)
    return _nearest(scope, id, forward=False) or called(scope, id)


def _towards(scope: Scope, flow: SequenceFlow) -> Text | None:
    """The nearest thing that a flow leads to and that has a name."""
    return _nearest(scope, flow.target, forward=True, itself=True)


def _nearest(scope: Scope, id: str, *, forward: bool, itself: bool = False) -> Text | None:
    towards = scope.after if forward else scope.before
    for other in islice(spread([id] if itself else towards(id), towards), _FAR):
        if _label(scope.nodes[other].name):
            return called(scope, other)
    return None


def _happens(moment: Moment, event: Event) -> Text:
    """An event as a clause: by its name, else by what triggers it."""
    if _label(event.name):
        return _HAPPENS.fill(event=called(moment.scope, moment.id))
    if not event.triggers:
        return _SOMETHING
    return _triggered(moment, event.triggers[0])


def _won(moment: Moment, event: Event) -> Text:
    """That of several events that are waited for, this one came first: before the other, where there is one other."""
    scope = moment.scope
    races = [before for before in scope.before(moment.id) if _races(scope, before)]
    others = [id for race in races for id in scope.after(race) if id != moment.id]
    what = _happens(moment, event)
    if len(others) == 1 and _label(scope.nodes[others[0]].name):
        return _SOONER.fill(what=what, other=called(scope, others[0]))
    return _FIRST.fill(what=what)


def _triggered(moment: Moment, trigger: Trigger) -> Text:
    what = known(trigger.what)
    if trigger.kind == "timer" and what:
        if not is_length(what):
            return _TIME_COMES.fill(time=quoted(what))
        words = _ONE_PASSES if what.startswith("1 ") else _PASSES
        return words.fill(time=literal(amount(what, "sv"), amount(what, "en")))
    if not what:
        return _TIME_UP if trigger.kind == "timer" else _SOMETHING
    if trigger.kind in ("message", "signal"):
        return _COMES.fill(what=quoted(_message(moment, what)))
    return _HAPPENS.fill(event=quoted(what))


def _message(moment: Moment, id: str) -> Label:
    named = {data.id: data.name for data in moment.process.data}
    named.update((message.id, message.name) for message in moment.process.messages)
    return _label(named.get(id)) or id


def _races(scope: Scope, id: str) -> bool:
    node = scope.nodes[id]
    return isinstance(node, Gateway) and node.kind == "event_based"


def _label(value: object) -> Label | None:
    return value if isinstance(value, (str, Translated)) and str(value) else None


def _is_question(name: Label) -> bool:
    return str(name).rstrip().endswith("?")


