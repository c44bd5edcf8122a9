"""What a proof says of pools together, in words of the map: who waits for what, and what happened before."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.graph.document_words import process_called
from procmap.graph.labels import called, quoted
from procmap.graph.run import Place
from procmap.graph.run_words import condition, listed, where
from procmap.graph.run_words import steps as run_steps
from procmap.graph.soundness_words import Line, capital
from procmap.graph.together import Sending, Together, Wait
from procmap.model.event import Event
from procmap.model.knowledge import known
from procmap.model.label import Label, Translated
from procmap.text import Text

__all__ = ["awaited", "does_wait", "in_order", "in_vain", "party", "sentences", "steps", "waited_at"]

_MOST = 4
"""Conditions in one sentence; more stand in the list of steps only."""

_TWO = Text("{one} {other}", "{one} {other}")
_OR = Text("{first} eller {last}", "{first} or {last}")
_FROM = Text("{message} från {party}", "{message} from {party}")
_UNNAMED = Text("meddelandet från {sender} hos {party}", "the message from {sender} of {party}")

_WAITS = Text("{party} väntar vid {at} på {what}", "{party} waits at {at} for {what}")
_BEGINS = Text("{party} börjar först när {what} kommer", "{party} begins only when {what} comes")
_EACH_OTHER = Text("Parterna väntar på varandra: {waits}.", "The parties wait for each other: {waits}.")
_VAIN = Text(
    "{party} kan få vänta förgäves vid {at} på {what}.", "{party} may wait in vain at {at} for {what}."
)
_VAIN_IF = Text(
    "Om {conditions} kan {party} få vänta förgäves vid {at} på {what}.",
    "If {conditions}, {party} may wait in vain at {at} for {what}.",
)
_OTHER_WAITS = Text("Då väntar också {waits}.", "Then {waits}, too.")
_ALSO = Text("{party} vid {at} på {what}", "{party} waits at {at} for {what}")
_ENDED = Text("{party} har då redan nått slutet {end}.", "{party} has then already reached the end {end}.")
_DONE = Text("{party} är då redan klar.", "{party} has then already finished.")
_IDLE = Text("{party} har då inte kommit i gång.", "{party} has then not begun.")
_STANDS = Text("{party} står då {where}.", "{party} then stands {where}.")

_SOUND = Text(
    "Tillsammans kan alla parter bli klara: det som någon väntar på kan alltid komma.",
    "Together all parties can finish: what somebody waits for can always come.",
)
_STUCK = Text(
    "Alla parter kan inte alltid bli klara tillsammans: {names}.",
    "Not all parties can always finish together: {names}.",
)
_NEVER = Text(
    "Det här kan aldrig hända när parterna möts: {names}.", "This can never happen where the parties meet: {names}."
)
_TWICE = Text("Något kan göras två gånger när parterna möts.", "Something may be done twice where the parties meet.")
_UNKNOWN = Text(
    "Hur parterna möts gick inte att avgöra. {reason}", "How the parties meet could not be decided. {reason}"
)

_DOES = Text("{party}: {step}", "{party}: {step}")
_LAST = Text("{party} väntar förgäves vid {at} på {what}", "{party} waits in vain at {at} for {what}")
_SOMEWHERE = Text("där de möts", "where they meet")
_SOMEBODY = Text("härifrån kan inte alla bli klara", "from here not all can finish")


def party(together: Together, path: str) -> Text:
    """What to call the pool of an element: by its own name, else by its process."""
    id = path.partition("/")[0]
    for pool in together.collaboration.pools:
        if known(pool.process) == id and isinstance(pool.name, (str, Translated)):
            return quoted(pool.name)
    return process_called(together.courses[id].process, together.map)


def waited_at(wait: Wait) -> Text:
    """What to call the element where somebody waits."""
    return called(wait.at.scope, wait.at.id)


def awaited(together: Together, wait: Wait) -> Text:
    """What somebody waits for, and from whom: ”beslut” från ”Kommun”; by who sends it where it has no name."""
    words = [_sent(together, sending) for sending in wait.sendings]
    first, *others = dict.fromkeys(words)
    for other in others:
        first = _OR.fill(first=first, last=other)
    return first


def _sent(together: Together, sending: Sending) -> Text:
    sender = party(together, sending.path)
    if (name := _message(together, sending)) is not None:
        return _FROM.fill(message=quoted(name), party=sender)
    return _UNNAMED.fill(sender=called(sending.sender.scope, sending.sender.id), party=sender)


def _message(together: Together, sending: Sending) -> Label | None:
    """The name of a message, as the arrow or the message itself has it."""
    flow = sending.flow
    messages = (*together.collaboration.messages, *sending.sender.process.messages)
    names = (flow.name, *(message.name for message in messages if message.id == flow.message))
    return next((name for name in names if isinstance(name, (str, Translated)) and str(name)), None)


def does_wait(together: Together, wait: Wait) -> Text:
    """Who waits where for what, as a clause."""
    what, who = awaited(together, wait), party(together, wait.path)
    node = wait.at.node
    if isinstance(node, Event) and node.position == "start":
        return _BEGINS.fill(party=who, what=what)
    return _WAITS.fill(party=who, at=waited_at(wait), what=what)


def in_vain(together: Together) -> Text | None:
    """Who may wait in vain for what, when, and where the others are then; None where nobody waits for a message."""
    waits = in_order(together)
    if not waits:
        return None
    first, *others = waits
    values = {"party": party(together, first.path), "at": waited_at(first), "what": awaited(together, first)}
    found = {moment: words for _, moment in together.way if (words := condition(moment)) is not None}
    is_plain = 0 < len({(moment.process.id, moment.path) for moment in found}) == len(found) <= _MOST
    said = _VAIN_IF.fill(conditions=listed(found.values()), **values) if is_plain else _VAIN.fill(**values)
    for sender in dict.fromkeys(sending.path.partition("/")[0] for sending in first.sendings):
        if (words := _where_is(together, sender)) is not None:
            said = _TWO.fill(one=said, other=words)
    if others:
        also = (
            _ALSO.fill(party=party(together, each.path), at=waited_at(each), what=awaited(together, each))
            for each in others
        )
        said = _TWO.fill(one=said, other=_OTHER_WAITS.fill(waits=listed(also)))
    return said


def in_order(together: Together) -> list[Wait]:
    """The waits that somebody is left in, first those for one who does not wait."""
    waits = together.left or together.standing
    waiting = {wait.path.partition("/")[0] for wait in waits}
    return sorted(
        waits,
        key=lambda wait: any(sending.path.partition("/")[0] in waiting for sending in wait.sendings),
    )


def _where_is(together: Together, process: str) -> Text | None:
    """Where a pool is that does not wait for a message, when another waits for it."""
    who = party(together, f"{process}/")
    if not together.has_begun(process):
        return _IDLE.fill(party=who)
    if any(wait.path.startswith(f"{process}/") for wait in together.standing):
        return None
    stands = together.proven.elements.get("option_to_complete", ())
    places = [place for path in stands if path.startswith(f"{process}/") and (place := together.place(path))]
    if places:
        return _STANDS.fill(party=who, where=listed(where(place) for place in places))
    last = next(moment for path, moment in reversed(together.way) if path.startswith(f"{process}/"))
    return _ENDED.fill(party=who, end=called(last.scope, last.id)) if _is_named_end(last) else _DONE.fill(party=who)


def _is_named_end(place: Place) -> bool:
    node = place.node
    return isinstance(node, Event) and node.position == "end" and isinstance(node.name, (str, Translated))


def sentences(together: Together) -> Iterator[Text]:
    """All that the proof says, in sentences; of parties that wait for each other nothing of what follows from that."""
    proven = together.proven
    if proven.verdict == "sound":
        yield _SOUND
        return
    if together.circles:
        for waits in together.circles:
            yield _EACH_OTHER.fill(waits=listed(does_wait(together, wait) for wait in waits))
        return
    if proven.properties["option_to_complete"] is False:
        yield in_vain(together) or _STUCK.fill(names=_names(together, "option_to_complete"))
    if proven.properties["no_dead_activities"] is False:
        yield _NEVER.fill(names=_names(together, "no_dead_activities"))
    if False in (proven.properties["safeness"], proven.properties["proper_completion"]):
        yield _TWICE
    if proven.reason is not None:
        yield _UNKNOWN.fill(reason=proven.reason)


def _names(together: Together, fault: str) -> Text:
    """What is at fault, by its names; those without one only where no other has one."""
    places = [place for path in together.proven.elements.get(fault, ()) if (place := together.place(path)) is not None]
    named = [place for place in places if isinstance(place.node.name, (str, Translated))]
    found = dict.fromkeys(called(place.scope, place.id) for place in named or places)
    return listed(found) if found else _SOMEWHERE


def steps(together: Together) -> tuple[Line, ...]:
    """The way to where they stand, line by line, who does it first; then what goes wrong."""
    trace = together.proven.trace
    if trace is None:
        return ()
    told = {id: iter(run_steps(run.moments)) for id, run in together.runs.items()}
    lines = [
        Line(path, _DOES.fill(party=party(together, path), step=capital(words)))
        for path, _ in together.way
        if (words := next(told[path.partition("/")[0]])) is not None
    ]
    if trace.fault != "option_to_complete":
        return tuple(lines)
    last = [
        _LAST.fill(party=party(together, wait.path), at=waited_at(wait), what=awaited(together, wait))
        for wait in in_order(together)
    ]
    return (*lines, Line(None, listed(last) if last else _SOMEBODY))
