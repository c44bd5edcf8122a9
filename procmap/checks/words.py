"""Words that several checks need: lists of steps, whom to ask, what an attribute asks, what a value says."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from procmap.graph.labels import literal
from procmap.graph.view import View
from procmap.model.knowledge import NotApplicable, Unknown
from procmap.model.label import Translated
from procmap.model.part import Part
from procmap.model.process import Process
from procmap.text import Text

__all__ = ["WHO_LEADS", "attribute", "is_habit", "listing", "performer", "spoken", "whom"]

MOST = 12
"""So many are named in a sentence; the rest are counted, and all stand in the finding's Refs."""

WHO_LEADS = Text("den som leder processen", "whoever leads the process")

_AND = Text("{first} och {last}", "{first} and {last}")
_COMMA = Text("{first}, {last}", "{first}, {last}")
_MORE = Text("{first} och {number} till", "{first} and {number} more")
_YES = Text("ja", "yes")
_NO = Text("nej", "no")
_NOT_KNOWN = Text("vet inte", "does not know")
_NOT_HERE = Text("gäller inte", "does not apply")
_PERCENT = Text("{number} %", "{number}%")
_NAME = Text("vad det heter", "what it is called")
_LIMIT = Text("hur stor gränsen är", "what the limit is")
_EXPECT = Text("vilket svar exemplet ska ge", "which answer the example is to give")
_WHAT = Text("vad det är som händer", "what it is that happens")
_WHAT_INSIDE = Text("vad som görs i den", "what is done in it")

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

_OTHER = {"Limit.value": _LIMIT, "Case.expect": _EXPECT, "Trigger.what": _WHAT, "SubProcess.inside": _WHAT_INSIDE}
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


def is_habit(source: object) -> bool:
    """Whether what something rests on is habit, in either language."""
    return isinstance(source, str) and source.strip().casefold() in ("habit", "vana", "av vana")


def attribute(part: Part, name: str) -> Text:
    """What an attribute asks, in words that go on after a colon: *hur länge någon arbetar med det*."""
    kind = type(part).__name__
    if (words := _OTHER.get(f"{kind}.{name}")) is not None:
        return words
    if name == "name":
        return _NAME
    from procmap.read import keys

    table = getattr(keys, _TABLES.get(kind, kind.upper()), None)
    for row in table.rows.values() if table is not None else ():
        if row.target == name:
            return Text(*(words[0].lower() + words[1:].rstrip(".") for words in row.words))
    return literal(name)


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
    if isinstance(value, float) and name in _RATES:
        return _PERCENT.fill(number=f"{value * 100:.4g}")
    if isinstance(value, Translated):
        return literal(value.sv or value.en or "", value.en or value.sv or "")
    if isinstance(value, Part) and hasattr(value, "id"):
        return literal(str(cast("str", value.id)))
    return view.role(process, str(value)) if process is not None else literal(str(value))
