"""Differences in words: what each is about, what each side says, and what to ask about it.

The two sides are called A and B, or by their names. Neither is better, and nothing is counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from procmap.checks.words import attribute, listing
from procmap.graph.labels import quoted
from procmap.graph.parts import SECTIONS
from procmap.graph.view import View
from procmap.model.activity import ExceptionCase
from procmap.model.collaboration import Collaboration
from procmap.model.compare import AttributeChange, Comparison, Difference, DifferenceKind
from procmap.model.event import Event
from procmap.model.flow import SequenceFlow
from procmap.model.inventory import inventory
from procmap.model.journey import Journey
from procmap.model.knowledge import Provenance, Unknown
from procmap.model.pairing import is_implied
from procmap.model.part import Part
from procmap.model.process import Process
from procmap.model.process_map import Document, ProcessMap
from procmap.read.key_of import key_of
from procmap.read.values import Spelling
from procmap.ref import Ref
from procmap.report.values import Named, lines, plain
from procmap.text import Language, Text

__all__ = ["Described", "Row", "Side", "described"]

_KINDS: dict[DifferenceKind, Text] = {
    "same": Text("lika", "the same"),
    "renamed": Text("heter olika", "named differently"),
    "changed": Text("skiljer sig", "differs"),
    "added": Text("bara i {b}", "only in {b}"),
    "removed": Text("bara i {a}", "only in {a}"),
}
_WHAT = {
    "CallActivity": ("call", Text("anrop", "call")),
    "Catalogue": ("catalogue", Text("katalog", "catalogue")),
    "Collaboration": ("collaboration", Text("samverkan", "collaboration")),
    "Data": ("data", Text("uppgift", "piece of data")),
    "Deadline": ("deadline", Text("tidsfrist", "deadline")),
    "Event": ("event", Text("händelse", "event")),
    "Evidence": ("evidence", Text("underlag", "evidence")),
    "Gateway": ("gateway", Text("vägval", "choice")),
    "Journey": ("journey", Text("användarresa", "journey")),
    "Lane": ("lane", Text("roll", "role")),
    "Message": ("message", Text("meddelande", "message")),
    "MessageFlow": ("message_flow", Text("meddelande mellan två", "message between two")),
    "Persona": ("persona", Text("persona", "persona")),
    "Phase": ("phase", Text("fas", "phase")),
    "Pool": ("pool", Text("deltagare", "participant")),
    "Process": ("process", Text("process", "process")),
    "Rule": ("rule", Text("regel", "rule")),
    "SequenceFlow": ("flow", Text("väg", "way")),
    "Step": ("step", Text("steg", "step")),
    "SubProcess": ("subprocess", Text("delprocess", "subprocess")),
    "System": ("system", Text("system", "system")),
    "Task": ("task", Text("steg", "step")),
}
_EVENTS = {
    "start": ("start", Text("start", "start")),
    "end": ("end", Text("slut", "end")),
    "catch": ("wait", Text("väntan", "wait")),
}
_ORDER = Text("i vilken ordning de kommer", "in which order they come")
_WORDS = {
    "attached_to": Text("vilket steg händelsen hör till", "which step the event belongs to"),
    "default": Text("vilket svar som gäller annars", "which answer holds otherwise"),
    "id": Text("vilket id det har", "which id it has"),
    "inside": Text("vad som görs i den", "what is done in it"),
    "interrupting": Text("om händelsen avbryter", "whether the event interrupts"),
    "kind": Text("vad det är för slag", "what kind it is"),
    "limits": Text("vilka gränser den har", "which limits it has"),
    "loop": Text("om det görs flera gånger", "whether it is done several times"),
    "phase": Text("vilken fas det hör till", "which phase it belongs to"),
    "phases": _ORDER,
    "position": Text("var händelsen står", "where the event stands"),
    "source": Text("varifrån det kommer", "where it comes from"),
    "steps": _ORDER,
    "target": Text("vart det går sedan", "where it goes next"),
    "triggers": Text("vad det är som händer", "what it is that happens"),
    "type": Text("vad det är för slags arbete", "what kind of work it is"),
    "waits_for": Text("vad som inväntas", "what is waited for"),
}
"""What attributes ask that no key asks for, or that a key asks in other words."""
_ASKED_BY_KEYS = ("kind", "source", "type", "default")
"""Of these the key asks, where the part has such a key: the kind of a lane, the source of a rule."""
_OF = Text("{part}: {words}", "{part}: {words}")

_WHY_ONE = Text(
    "Vad gör att {what} finns i {here} men inte i {there}?", "What makes {what} be in {here} and not in {there}?"
)
_SAME_THING = Text(
    "Är {what} i {a} och {other} i {b} samma sak?", "Are {what} in {a} and {other} in {b} the same thing?"
)
_WHY_OTHER_NAME = Text("Vad gör att {what} i {a} heter {other} i {b}?", "What makes {what} in {a} be {other} in {b}?")
_WHY = Text(
    "Vad gör att {a} och {b} svarar olika om {what}: {attributes}?",
    "What makes {a} and {b} answer differently about {what}: {attributes}?",
)
_HOW = Text("Hur är det i {side} med {what}: {attributes}?", "How is it in {side} with {what}: {attributes}?")

_PATHS = ("starts", "ends", "automate")
_LOCAL = ("source", "target", "attached_to", "default")


class Side(NamedTuple):
    """One of the two that were compared: its map, which also holds what its words refer to, and what to call it."""

    map: ProcessMap
    called: Text


class Row(NamedTuple):
    """One attribute: the question it answers, and what each side says: as plain data, and as lines for people."""

    change: AttributeChange
    words: Text
    plain: tuple[Any, Any]
    lines: tuple[list[str], list[str]]


@dataclass(frozen=True, slots=True)
class Described:
    """A difference in words.

    ``code`` is its kind of thing as programs know it, ``where`` what it stands in, ``implied`` whether nobody wrote it.
    """

    difference: Difference
    title: Text
    code: str
    what: Text
    kind: Text
    where: Text | None
    rows: tuple[Row, ...]
    question: Text | None
    implied: bool


def described(comparison: Comparison, a: Side, b: Side, language: Language) -> Iterator[Described]:
    """Each difference in words, in the order of the comparison; names of two languages in the one that is given."""
    words = (_Words(a, language), _Words(b, language))
    for difference in comparison.differences:
        yield _describe(difference, words)


def _describe(difference: Difference, words: tuple[_Words, _Words]) -> Described:
    here = words[0] if difference.before is not None else words[1]
    ref, part = difference.before or difference.after, difference.parts[0] or difference.parts[1]
    assert ref is not None and part is not None
    code, what = _what(part)
    rows = tuple(_rows(difference, words))
    return Described(
        difference,
        here.label(ref),
        code,
        what,
        _KINDS[difference.kind].fill(a=words[0].side.called, b=words[1].side.called),
        here.around(ref),
        rows,
        _question(difference, rows, words),
        is_implied(part) or (isinstance(part, SequenceFlow) and part.name is None),
    )


def _what(part: Part) -> tuple[str, Text]:
    """What kind of thing a part is, for programs and for people."""
    if isinstance(part, Event) and part.position in _EVENTS:
        return _EVENTS[part.position]
    return _WHAT[type(part).__name__]


def _rows(difference: Difference, words: tuple[_Words, _Words]) -> Iterator[Row]:
    """A row for each attribute; where a value comes from stands with the value, if that differs."""
    refs = (difference.before, difference.after)
    sources: dict[tuple[str, str], AttributeChange] = {}
    for change in difference.changes:
        if change.name == "provenance":
            prefix = change.attribute.removesuffix("provenance")
            sources.update(((prefix, entry.attribute), change) for entry in (*change.before, *change.after))
    for change in difference.changes:
        if change.name != "provenance":
            source = sources.pop((change.attribute.removesuffix(change.name), change.name), None)
            yield _row(change, source, refs, words)
    for (prefix, name), source in sources.items():
        before, after = (getattr(owner, name, None) for owner in source.owners)
        yield _row(AttributeChange(prefix + name, before, after, source.owners, name), source, refs, words)


def _row(
    change: AttributeChange,
    source: AttributeChange | None,
    refs: tuple[Ref | None, Ref | None],
    words: tuple[_Words, _Words],
) -> Row:
    told: list[Any] = []
    shown: list[list[str]] = []
    for side, (ref, owner) in enumerate(zip(refs, change.owners, strict=True)):
        assert ref is not None and owner is not None
        given = () if source is None else (source.before, source.after)[side]
        stated = next((entry for entry in given if entry.attribute == change.name), None)
        value = (change.before, change.after)[side]
        if _is_other_kind(change):
            code, what = _what(owner)
            told.append(code)
            shown.append([what(words[side].language)])
        else:
            told.append(plain(owner, change.name, value, stated))
            shown.append(words[side].lines(ref, owner, change.name, value, stated))
    return Row(change, _asks(change), (told[0], told[1]), (shown[0], shown[1]))


def _is_other_kind(change: AttributeChange) -> bool:
    """Whether a step has become a wait, or the like."""
    return change.name == "kind" and type(change.owners[0]) is not type(change.owners[1])


def _asks(change: AttributeChange) -> Text:
    """What an attribute asks, in words that go on after a colon."""
    owner = change.owners[0]
    assert owner is not None
    asks = _WORDS["kind"] if _is_other_kind(change) else _WORDS.get(change.name) or attribute(owner, change.name)
    if change.name in _ASKED_BY_KEYS and key_of(type(owner).__name__, change.name) is not None:
        asks = attribute(owner, change.name)
    name = getattr(owner, "name", None)
    if isinstance(owner, ExceptionCase) and isinstance(name, str):
        return _OF.fill(part=quoted(name), words=asks)
    return asks


def _question(difference: Difference, rows: tuple[Row, ...], words: tuple[_Words, _Words]) -> Text | None:
    """What to ask about a difference; None where there is nothing to ask."""
    a, b = (each.side.called for each in words)
    before, after = difference.before, difference.after
    if after is None:
        return None if before is None else _WHY_ONE.fill(what=words[0].label(before), here=a, there=b)
    if before is None:
        return _WHY_ONE.fill(what=words[1].label(after), here=b, there=a)
    what, other = words[0].label(before), words[1].label(after)
    if difference.kind == "renamed" and before.element is not None:
        return (_SAME_THING if before.id != after.id else _WHY_OTHER_NAME).fill(what=what, other=other, a=a, b=b)
    rows = tuple(row for row in rows if row.change.name != "name" or before.element is not None)
    if not rows:
        return None
    if known := [row.words for row in rows if not (_is_open(row.change.before) or _is_open(row.change.after))]:
        return _WHY.fill(a=a, b=b, what=what, attributes=listing(known))
    side = a if all(_is_open(row.change.before) for row in rows) else b
    return _HOW.fill(side=side, what=what, attributes=listing(row.words for row in rows))


def _is_open(value: object) -> bool:
    """Whether nobody was asked, or nobody knew."""
    return value is None or value == () or isinstance(value, Unknown)


class _Words:
    """What one side calls things."""

    def __init__(self, side: Side, language: Language) -> None:
        self.side = side
        self.language = language
        self._views: dict[int, View] = {}

    def label(self, ref: Ref) -> Text:
        """What to call a thing in a sentence."""
        document = self._document(ref)
        if document is None:
            return quoted(ref.id or ref.document)
        if id(document) not in self._views:
            self._views[id(document)] = View(_alone(document, self.side.map))
        return self._views[id(document)].label(ref)

    def around(self, ref: Ref) -> Text | None:
        """The subprocess or phase that an element stands in."""
        document = self._document(ref)
        if ref.element is None or document is None:
            return None
        if isinstance(document, Journey):
            phase = next((phase.id for phase in document.phases for step in phase.steps if step.id == ref.element), None)
            return None if phase is None else self.label(Ref(document.id, f"phases/{phase}"))
        outer = ref.element.rpartition("/")[0]
        return self.label(Ref(document.id, outer)) if outer and outer not in SECTIONS else None

    def lines(self, ref: Ref, owner: Part, name: str, value: Any, source: Provenance | None) -> list[str]:
        """A value for people: a line for each thing in it, with names instead of ids."""
        document = self._document(ref)
        scope = (ref.element or "").rpartition("/")[0]
        prefix = {"steps": "", "phases": "phases/", "phase": "phases/"}.get(name, f"{scope}/" if scope else "")
        if name in _PATHS or name in _LOCAL or name in ("steps", "phases", "phase"):
            paths = (value,) if isinstance(value, str) else value
            if isinstance(paths, tuple):
                refs = (Ref(ref.document, path if name in _PATHS else prefix + path) for path in paths)
                return [self.label(each)(self.language) for each in refs]
        spelling = Named(document, self.side.map, self.language) if document is not None else Spelling()
        return lines(plain(owner, name, value, source, spelling))

    def _document(self, ref: Ref) -> Document | None:
        """The document that a Ref points into; ids are unique among documents of one kind alone."""
        found = [document for document in self.side.map.documents if document.id == ref.document]
        if len(found) > 1 and ref.element is not None:
            found = [one for one in found if any(key.path == ref.element for key in inventory(one))] or found
        return found[0] if found else None


def _alone(document: Document, map: ProcessMap) -> ProcessMap:
    """A map of one document and the catalogues that it may refer to."""
    field = {Process: "processes", Journey: "journeys", Collaboration: "collaborations"}.get(type(document))
    return ProcessMap(catalogues=map.catalogues, **({field: (document,)} if field else {}))
