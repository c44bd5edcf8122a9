"""Words that several checks need: lists of steps, whom to ask, what an attribute asks, what a value says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from typing import TYPE_CHECKING, Any, cast

from procmap.graph.e_services import EServiceAt
from procmap.graph.labels import literal, quoted
from procmap.graph.view import View
from procmap.model.event import Trigger
from procmap.model.knowledge import Disputed, NotApplicable, Unknown, known
from procmap.model.label import Translated
from procmap.model.part import Part
from procmap.model.process import Process
from procmap.model.quantity import Duration
from procmap.model.rule import Limit
from procmap.ref import Ref
from procmap.text import Text

if TYPE_CHECKING:
    from procmap.graph.comments import CommentAt
    from procmap.read.table import Table

__all__ = [
    "WHO_LEADS",
    "answers_for",
    "asked_of",
    "attribute",
    "comment_at",
    "is_habit",
    "listing",
    "performer",
    "spoken",
    "thing",
    "whom",
]

MOST = 12
"""So many are named in a sentence; the rest are counted, and all stand in the finding's Refs."""

WHO_LEADS = Text("den som leder arbetet", "whoever leads the work")

_AND = Text("{first} och {last}", "{first} and {last}")
_COMMA = Text("{first}, {last}", "{first}, {last}")
_MORE = Text("{first} och {number} till", "{first} and {number} more")
_YES = Text("ja", "yes")
_NO = Text("nej", "no")
_NOT_KNOWN = Text("vet inte", "does not know")
_NOT_HERE = Text("gäller inte", "does not apply")
_COMMENT = Text("kommentaren på rad {line}", "the comment on line {line}")
_PART = Text("{part} vid {whole}", "{part} at {whole}")
_WITHIN = {
    "decision": Text("beslutet i {whole}", "the decision in {whole}"),
    "e_service": Text("e-tjänsten för {whole}", "the e-service for {whole}"),
}
_DIFFER = Text("att svaren skiljer sig", "that the answers differ")
_NOTHING = Text("inget närmare", "nothing further")
_ABOUT = Text("{attribute}: {value}", "{attribute}: {value}")
_RECORD = Text("{first} ({rest})", "{first} ({rest})")
_PERCENT = Text("{number} %", "{number}%")
_NAME = Text("vad det heter", "what it is called")
_LIMIT = Text("hur stor gränsen {name} är", "what the limit {name} is")
_EXPECT = Text("vilket svar exemplet ska ge", "which answer the example is to give")
_TRIGGERS = {
    "timer": Text("hur lång tiden är", "how long it is"),
    "message": Text("vilket meddelande det är", "which message it is"),
    "condition": Text("vad som ska ha blivit sant", "what must have become true"),
}
_TRIGGER = Text("vad det är som händer", "what it is that happens")
_BEHIND = Text("vad som finns bakom kontakten", "what stands behind the contact")
_FEELS = Text("hur det känns", "what it feels like")
_WHAT_ONE_DOES = Text("vad man gör där", "what one does there")
_WHAT_INSIDE = Text("vad som görs i den", "what is done in it")

_UNITS = {
    "d": (Text("dag", "day"), Text("dagar", "days")),
    "working days": (Text("arbetsdag", "working day"), Text("arbetsdagar", "working days")),
    "weeks": (Text("vecka", "week"), Text("veckor", "weeks")),
    "months": (Text("månad", "month"), Text("månader", "months")),
    "years": (Text("år", "year"), Text("år", "years")),
}
_LENGTH = Text("{span} {unit}", "{span} {unit}")

_CHOICES = {
    "identical": Text("likadant", "alike"),
    "minor": Text("små skillnader", "small differences"),
    "differs_between_people": Text("olika mellan personer", "differently by person"),
    "differs_between_units": Text("olika mellan enheter", "differently by unit"),
    "rule": Text("en regel avgör", "a rule decides"),
    "rule_with_threshold": Text("en regel med en gräns avgör", "a rule with a limit decides"),
    "discretionary": Text("det krävs en bedömning", "judgement is needed"),
    "professional": Text("det krävs en yrkesmässig bedömning", "professional judgement is needed"),
}
"""Values of the language that are likely to be disputed, as one says them."""

_RATES = frozenset({"share", "error_rate"})
_TABLES = {
    "CallActivity": "CALL",
    "Data": "DATUM",
    "ExceptionCase": "EXCEPTION",
    "LegalBasis": "LEGAL_BASIS",
    "Message": "MESSAGE_TABLE",
    "EService": "E_SERVICE",
    "Event": "WAIT",
    "SequenceFlow": "PATH",
    "Task": "ACTIVITY",
    "Validation": "VALIDATED",
}
"""The table of keys of a class, where it is not called as the class is."""

_OTHER = {
    "Case.expect": _EXPECT,
    "Event.timer": _TRIGGERS["timer"],
    "Step.feels": _FEELS,
    "Step.name": _WHAT_ONE_DOES,
    "SubProcess.inside": _WHAT_INSIDE,
    "Touchpoint.elements": _BEHIND,
}
"""What has no row in a table."""


def listing(items: Iterable[object]) -> Text:
    """Several names as people list them: a, b och c."""
    texts = [item if isinstance(item, Text) else literal(str(item)) for item in items]
    shown = texts if len(texts) <= MOST + 1 else texts[:MOST]
    words = shown[0]
    for text in shown[1:-1]:
        words = _COMMA.fill(first=words, last=text)
    if len(shown) < len(texts):
        words = _COMMA.fill(first=words, last=shown[-1])
        return _MORE.fill(first=words, number=len(texts) - len(shown))
    return _AND.fill(first=words, last=shown[-1]) if len(shown) > 1 else words


def performer(view: View, process: Process, path: str) -> Text | None:
    """Whom to ask about an element: the role where it stands; None where that is not known.

    Residents, other organisations and machines are not at the meeting: whoever leads the process is asked for them.
    """
    lane = view.place(process, path)
    kind = view.kind(process, lane)
    if lane is None or kind is None:
        return None
    return view.role(process, lane) if kind == "person" else WHO_LEADS


def whom(view: View, process: Process, path: str, value: object) -> Text | None:
    """Whom to ask about a value: the role that was named with it, else whoever does the step."""
    if isinstance(value, Unknown) and value.ask:
        return view.role(process, value.ask)
    return performer(view, process, path)


def asked_of(view: View, process: Process, *values: object) -> Text | None:
    """The role that was named with the first of some values that nobody knew; None where none was."""
    asks = (value.ask for value in values if isinstance(value, Unknown))
    ask = next((ask for ask in asks if ask), None)
    return view.role(process, ask) if ask else None


def answers_for(view: View, at: EServiceAt) -> Text | None:
    """Whom to ask about an e-service: the role that owns it, None where that is not known."""
    owner = known(at.service.owner)
    return view.role(at.process, owner) if owner else None


def thing(view: View, ref: Ref, part: Part) -> Text:
    """What an attribute is about: the element, or a part of it that has a name, such as one of its exceptions."""
    whole = view.label(ref.of(None))
    if ref.item is None or isinstance(part, Limit):
        return whole
    if (words := _WITHIN.get(ref.attribute or "")) is not None:
        return words.fill(whole=whole)
    name = getattr(part, "name", None)
    return _PART.fill(part=quoted(name), whole=whole) if isinstance(name, (str, Translated)) else whole


def comment_at(comment: CommentAt) -> Text:
    """A comment as one speaks of it; it has no name, but a line."""
    return _COMMENT.fill(line=comment.line)


def is_habit(source: object) -> bool:
    """Whether what something rests on is habit, in either language."""
    return isinstance(source, str) and source.strip().casefold() in ("habit", "vana", "av vana")


def attribute(part: Part, name: str) -> Text:
    """What an attribute asks, in words that go on after a colon: *hur länge någon arbetar med det*."""
    kind = type(part).__name__
    if isinstance(part, Limit):
        return _LIMIT.fill(name=quoted(part.name))
    if isinstance(part, Trigger):
        return _TRIGGERS.get(part.kind, _TRIGGER)
    if (words := _OTHER.get(f"{kind}.{name}")) is not None:
        return words
    if name == "name":
        return _NAME
    table = _table(kind)
    for row in table.rows.values() if table is not None else ():
        if row.target == name:
            return Text(*(words[0].lower() + words[1:].partition(":")[0].rstrip(".") for words in row.words))
    return literal(name)


def _table(kind: str) -> Table | None:
    """The table of keys for a class of the model."""
    from procmap.read import journey_keys, keys

    name = _TABLES.get(kind, kind.upper())
    return getattr(keys, name, None) or getattr(journey_keys, name, None)


def spoken(view: View, process: Process | None, name: str, value: object) -> Text:
    """A value of an attribute as one says it: a role by its name, a rate in per cent."""
    if isinstance(value, bool):
        return _YES if value else _NO
    if isinstance(value, Unknown):
        return _NOT_KNOWN
    if isinstance(value, NotApplicable):
        return _NOT_HERE
    if isinstance(value, tuple):
        return listing(spoken(view, process, name, item) for item in value) if value else _NOT_HERE
    if isinstance(value, Duration):
        return _duration(value)
    if isinstance(value, float) and name in _RATES:
        return _PERCENT.fill(number=f"{value * 100:.4g}")
    if isinstance(value, Translated):
        return literal(value.sv or value.en or "", value.en or value.sv or "")
    if isinstance(value, Part) and hasattr(value, "id"):
        return literal(str(cast("str", value.id)))
    if isinstance(value, Disputed):
        return _DIFFER
    if isinstance(value, Part) and type(value).__str__ is object.__str__:
        return _record(view, process, value)
    if (words := _CHOICES.get(str(value))) is not None:
        return words
    said = str(value) or "…"
    return view.role(process, said) if process is not None else literal(said)


def _record(view: View, process: Process | None, part: Part) -> Text:
    """What is said in a part with keys of its own: the first thing, and the others with what they are about."""
    kind: Any = type(part)
    held = {field.name: getattr(part, field.name) for field in fields(kind) if field.name not in ("id", "provenance")}
    said = {name: value for name, value in held.items() if value is not None and value != ()}
    if not said:
        return _NOTHING
    first, *others = ((name, spoken(view, process, name, value)) for name, value in said.items())
    if not others:
        return first[1]
    rest = listing(_ABOUT.fill(attribute=attribute(part, name), value=value) for name, value in others)
    return _RECORD.fill(first=first[1], rest=rest)


def _duration(value: Duration) -> Text:
    span, _, _ = str(value).partition(f" {value.unit}")
    if value.unit not in _UNITS:
        return literal(str(value))
    one, several = _UNITS[value.unit]
    return _LENGTH.fill(span=span, unit=one if value.low == 1 and value.high is None else several)
