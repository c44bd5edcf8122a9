"""What to call a thing in a sentence: its name in quotation marks, or where it stands if it has none.

A question must name what it is about so that everybody in the room knows. Half of a beginner's map has no names: the
branching behind a step, the step that nobody could name. Those are called by the nearest thing that has one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import reduce
from itertools import islice

from procmap.graph.adjacency import Scope, spread
from procmap.graph.amounts import amount, is_length
from procmap.model.activity import Activity, Node, SubProcess
from procmap.model.event import Event
from procmap.model.journey import Journey, Phase, Step
from procmap.model.knowledge import Disputed
from procmap.model.label import Label, Translated, label_in
from procmap.text import Text

__all__ = ["called", "called_in_turn", "literal", "quoted"]

_FAR = 50
"""So many elements away a name no longer helps anybody."""

_STEP = Text("steget", "the step")
_PHASE = Text("fasen", "the phase")
_SUBPROCESS = Text("delprocessen", "the subprocess")
_GATEWAY = Text("vägvalet", "the choice")
_EVENTS = {
    "start": Text("starten", "the start"),
    "end": Text("slutet", "the end"),
    "catch": Text("väntan", "the wait"),
    "throw": Text("händelsen", "the event"),
    "boundary": Text("händelsen", "the event"),
}
_LIMIT = Text("tidsgränsen på {time}", "the time limit of {time}")
_TIME = Text("tiden {time}", "the time {time}")
_TRIGGERED = Text("händelsen {what}", "the event {what}")
_NUMBERED = Text("händelse {number}", "event {number}")
_AFTER = Text("{what} efter {other}", "{what} after {other}")
_AT = Text("{what} vid {other}", "{what} at {other}")
_BEFORE = Text("{what} före {other}", "{what} before {other}")
_OR = Text("{first} eller {second}", "{first} or {second}")


def literal(sv: str, en: str | None = None) -> Text:
    """Words of the user's own as a Text, with any braces in them left as they are."""
    en = sv if en is None else en
    if "{" in sv or "}" in sv or "{" in en or "}" in en:
        return Text(*(words.replace("{", "{{").replace("}", "}}") for words in (sv, en)))
    return Text(sv, en)


def quoted(label: Label) -> Text:
    """A name in the quotation marks of each language."""
    return literal(f"”{label_in(label, 'sv')}”", f"“{label_in(label, 'en')}”")


def called(scope: Scope, id: str) -> Text:
    """What to call an element of a scope: ”Registrera anmälan”, or *vägvalet efter ”Registrera anmälan”*."""
    node = scope.nodes[id]
    if (name := _name(node)) is not None:
        return name
    what = _told_apart(scope, node) if isinstance(node, Event) and node.triggers else _what(node)
    hosts = (node.attached_to,) if isinstance(node, Event) and node.attached_to in scope.nodes else ()
    if host := _nearest(scope, filter(None, hosts), scope.before):
        return _AT.fill(what=what, other=host)
    if other := _nearest(scope, scope.before(id), scope.before):
        return _AFTER.fill(what=what, other=other)
    if other := _nearest(scope, scope.after(id), scope.after):
        return _BEFORE.fill(what=what, other=other)
    return what


def called_in_turn(part: Step | Phase, journey: Journey) -> Text:
    """What to call a step or a phase of a journey: by its name, else by the one before or after it."""
    if (name := _name(part)) is not None:
        return name
    parts: Sequence[Step | Phase] = journey.steps if isinstance(part, Step) else journey.phases
    at = next(number for number, other in enumerate(parts) if other.id == part.id)
    what = _PHASE if isinstance(part, Phase) else _STEP
    for words, others in ((_AFTER, reversed(parts[:at])), (_BEFORE, iter(parts[at + 1 :]))):
        if (other := next((name for part in others if (name := _name(part)) is not None), None)) is not None:
            return words.fill(what=what, other=other)
    return what


def _nearest(scope: Scope, first: Iterable[str], towards: Callable[[str], Iterable[str]]) -> Text | None:
    near = islice(spread(islice(first, _FAR), lambda id: islice(towards(id), _FAR)), _FAR)
    return next((name for id in near if (name := _name(scope.nodes[id])) is not None), None)


def _name(node: Node | Step | Phase) -> Text | None:
    """The name in quotation marks; None where there is none, or nobody knew."""
    name = node.name
    if isinstance(name, Disputed):
        given = [quoted(said) for says in name.says if isinstance(said := says.value, (str, Translated)) and str(said)]
        return reduce(lambda first, second: _OR.fill(first=first, second=second), given) if given else None
    return quoted(name) if isinstance(name, (str, Translated)) and str(name) else None


def _told_apart(scope: Scope, event: Event) -> Text:
    """An event by what makes it happen, or by its number, where several without a name stand at one place."""
    peers = _peers(scope, event)
    if len(peers) < 2:
        return _what(event)
    words = [_triggered(peer) for peer in peers]
    mine = words[peers.index(event)]
    if mine is not None and words.count(mine) == 1:
        return mine
    alike = [peer for peer, other in zip(peers, words, strict=True) if other is None or words.count(other) > 1]
    return _NUMBERED.fill(number=alike.index(event) + 1) if len(alike) > 1 else _what(event)


def _peers(scope: Scope, event: Event) -> list[Event]:
    """The events without a name at the border of the same activity, or after the same element; none where too many."""
    if event.attached_to in scope.nodes:
        near: Iterable[Node] = scope.boundary[str(event.attached_to)]
    else:
        near = (scope.nodes[id] for before in scope.before(event.id)[:1] for id in scope.after(before))
    peers = [node for node in islice(near, _FAR) if isinstance(node, Event) and node.triggers and _name(node) is None]
    return peers if event in peers else []


def _triggered(event: Event) -> Text | None:
    """An event by its first trigger; None where nobody has said what that is."""
    trigger = event.triggers[0]
    if not isinstance(trigger.what, str) or not trigger.what:
        return None
    if trigger.kind != "timer":
        return _TRIGGERED.fill(what=quoted(trigger.what))
    if not is_length(trigger.what):
        return _TIME.fill(time=quoted(trigger.what))
    return _LIMIT.fill(time=literal(amount(trigger.what, "sv"), amount(trigger.what, "en")))


def _what(node: Node) -> Text:
    if isinstance(node, Event):
        return _EVENTS[node.position]
    if isinstance(node, SubProcess):
        return _SUBPROCESS
    return _STEP if isinstance(node, Activity) else _GATEWAY
