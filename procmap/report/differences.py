"""Differences in words: what each is about, what each side says, and what to ask about it.

The two sides are called A and B, or by their names. Neither is better, and nothing is counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from procmap.checks.words import attribute, listing
from procmap.graph.labels import quoted
from procmap.model.activity import ExceptionCase
from procmap.model.compare import AttributeChange, Difference, DifferenceKind
from procmap.model.flow import SequenceFlow
from procmap.model.knowledge import Unknown
from procmap.model.likeness import is_implied
from procmap.read.key_of import key_of
from procmap.ref import Ref
from procmap.report.part_words import what_it_is
from procmap.report.speaker import Side, Speaker
from procmap.report.values import plain
from procmap.text import Language, Text

__all__ = ["Described", "Row", "described"]

_KINDS: dict[DifferenceKind, Text] = {
    "same": Text("lika", "the same"),
    "renamed": Text("heter olika", "named differently"),
    "changed": Text("skiljer sig", "differs"),
    "added": Text("bara i {b}", "only in {b}"),
    "removed": Text("bara i {a}", "only in {a}"),
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
    "message": Text("vilket meddelande det är", "which message it is"),
    "note": Text("anteckning", "note"),
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
_NOT_ASKED = {"id", "language", "note", "state"}
"""What differs without being anything to ask about; nor is the name of a document."""
_OF = Text("{part}: {words}", "{part}: {words}")

_WHY_ONE = Text(
    "Vad gör att {what} finns i {here} men inte i {there}?",
    "What lies behind {what} being in {here} but not in {there}?",
)
_SAME_THING = Text(
    "Är {what} i {a} och {other} i {b} samma sak?", "Are {what} in {a} and {other} in {b} the same thing?"
)
_WHY_OTHER_NAME = Text(
    "Vad gör att {what} i {a} heter {other} i {b}?", "What lies behind {what} in {a} being called {other} in {b}?"
)
_WHY = Text(
    "Vad gör att {a} och {b} svarar olika om {what}: {attributes}?",
    "What lies behind {a} and {b} answering differently about {what}: {attributes}?",
)
_HOW = Text("Hur är det i {side} med {what}: {attributes}?", "How is it in {side} with {what}: {attributes}?")

_BOTH = Text("{first} {second}", "{first} {second}")
_NAMED = Text("{label}, {what}", "{label}, {what}")
_INSIDE = Text("{label} i {around}", "{label} in {around}")


class Row(NamedTuple):
    """One attribute: the question it answers, and what each side says: as plain data, and as lines for people."""

    change: AttributeChange
    words: Text
    plain: tuple[Any, Any]
    lines: tuple[list[str], list[str]]


@dataclass(frozen=True, slots=True)
class Described:
    """A difference in words: what it is about, how the two differ, and the attributes that do.

    ``code`` is its kind of thing as programs know it, ``implied`` whether it is something that nobody wrote.
    """

    difference: Difference
    code: str
    called: Text
    kind: Text
    rows: tuple[Row, ...]
    question: Text | None
    implied: bool

    @property
    def is_only_called_otherwise(self) -> bool:
        """Whether it is a document of which nothing but the name differs."""
        ref = self.difference.before
        return self.difference.kind == "renamed" and ref is not None and ref.element is None


def described(differences: Iterable[Difference], a: Side, b: Side, language: Language) -> Iterator[Described]:
    """Each difference in words; names that there are in two languages in the one that is given."""
    speakers = (Speaker(a, language), Speaker(b, language))
    for difference in differences:
        yield _describe(difference, speakers)


def _describe(difference: Difference, speakers: tuple[Speaker, Speaker]) -> Described:
    here = speakers[0] if difference.before is not None else speakers[1]
    ref, part = difference.before or difference.after, difference.parts[0] or difference.parts[1]
    assert ref is not None and part is not None
    rows = tuple(_rows(difference, speakers))
    return Described(
        difference,
        what_it_is(part)[0],
        _called(here.label(ref), what_it_is(part)[1], here.around(ref)),
        _KINDS[difference.kind].fill(a=speakers[0].side.called, b=speakers[1].side.called),
        rows,
        _question(difference, rows, speakers),
        is_implied(part) or (isinstance(part, SequenceFlow) and part.name is None),
    )


def _called(label: Text, what: Text, around: Text | None) -> Text:
    """What a difference is about: its name with what it is; whatever has none is called by what it is already."""
    if label.sv.startswith("”"):
        label = _NAMED.fill(label=label, what=what)
    return label if around is None else _INSIDE.fill(label=label, around=around)


def _rows(difference: Difference, speakers: tuple[Speaker, Speaker]) -> Iterator[Row]:
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
            yield _row(change, source, refs, speakers)
    for (prefix, name), source in sources.items():
        before, after = (getattr(owner, name, None) for owner in source.owners)
        yield _row(AttributeChange(prefix + name, before, after, source.owners, name), source, refs, speakers)


def _row(
    change: AttributeChange,
    source: AttributeChange | None,
    refs: tuple[Ref | None, Ref | None],
    speakers: tuple[Speaker, Speaker],
) -> Row:
    told: list[Any] = []
    shown: list[list[str]] = []
    for side, (ref, owner) in enumerate(zip(refs, change.owners, strict=True)):
        assert ref is not None and owner is not None
        given = () if source is None else (source.before, source.after)[side]
        stated = next((entry for entry in given if entry.attribute == change.name), None)
        value = (change.before, change.after)[side]
        if _is_other_kind(change):
            code, what = what_it_is(owner)
            told.append(code)
            shown.append([what(speakers[side].language)])
        else:
            told.append(plain(owner, change.name, value, stated))
            shown.append(speakers[side].lines(ref, owner, change.name, value, stated))
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


def _question(difference: Difference, rows: tuple[Row, ...], speakers: tuple[Speaker, Speaker]) -> Text | None:
    """What to ask about a difference; None where there is nothing to ask."""
    a, b = (each.side.called for each in speakers)
    before, after = difference.before, difference.after
    if after is None:
        return None if before is None else _WHY_ONE.fill(what=speakers[0].label(before), here=a, there=b)
    if before is None:
        return _WHY_ONE.fill(what=speakers[1].label(after), here=b, there=a)
    what, other = speakers[0].label(before), speakers[1].label(after)
    if difference.kind == "renamed" and before.element is not None:
        return (_SAME_THING if before.id != after.id else _WHY_OTHER_NAME).fill(what=what, other=other, a=a, b=b)
    silent = _NOT_ASKED if before.element is not None else {*_NOT_ASKED, "name"}
    rows = tuple(row for row in rows if row.change.attribute not in silent)
    if not rows:
        return None
    if known := [row.words for row in rows if not (_is_open(row.change.before) or _is_open(row.change.after))]:
        return _WHY.fill(a=a, b=b, what=what, attributes=listing(known))
    by_side = [(a, [row.words for row in rows if _is_open(row.change.before)])]
    by_side.append((b, [row.words for row in rows if not _is_open(row.change.before)]))
    asked = [_HOW.fill(side=side, what=what, attributes=listing(words)) for side, words in by_side if words]
    return asked[0] if len(asked) == 1 else _BOTH.fill(first=asked[0], second=asked[1])


def _is_open(value: object) -> bool:
    """Whether nobody was asked, or nobody knew."""
    return value is None or value == () or isinstance(value, Unknown)
