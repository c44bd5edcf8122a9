"""What is on the desk while one document is read: its findings, its positions, and the names that can be referred to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from procmap.finding import Finding, Notice, Place
from procmap.read import notices as say
from procmap.read.names import nearest, slug
from procmap.ref import Ref
from procmap.source.tree import Scalar, Tree
from procmap.text import Text

__all__ = ["Desk", "Names", "guess_hint"]


class Names:
    """What can be referred to in one section: by id or by name, as written.

    ``closed`` where the team has listed them: then a reference to something else is a fault, and otherwise it makes a
    new entry, in order of use.
    """

    __slots__ = ("arisen", "closed", "ids", "known", "labels")

    def __init__(self) -> None:
        self.known: dict[str, list[str]] = {}
        self.ids: dict[str, str] = {}
        self.labels: dict[str, Any] = {}
        self.closed = False
        self.arisen: dict[str, Scalar] = {}

    def add(self, id: str, name: Any = None) -> None:
        """Make an entry known by its id and by its name, in each language."""
        self.ids.setdefault(id, id)
        self.labels[id] = name
        spellings = {id, *(s for s in (getattr(name, "sv", None), getattr(name, "en", None)) if s)}
        if isinstance(name, str):
            spellings.add(name)
        for spelling in spellings:
            at = self.known.setdefault(spelling, [])
            if id not in at:
                at.append(id)

    def find(self, text: str) -> list[str]:
        """The ids that a text may mean; an id goes before a name."""
        return [text] if text in self.ids else self.known.get(text, [])

    def arise(self, at: Scalar) -> str:
        """The id of an entry that comes about by being used."""
        id = slug(at.value)
        if id not in self.ids:
            self.arisen[id] = at
            self.add(id, at.value)
        return id


class Desk:
    """One document while it is read."""

    def __init__(self, path: str, document: str, findings: list[Finding], positions: dict[Ref, tuple[int, int]]) -> None:
        self.path = path
        self.document = document
        self.findings = findings
        self.positions = positions
        self.sections: dict[str, Names] = {
            name: Names() for name in ("lanes", "systems", "data", "rules", "messages", "personas", "evidence")
        }
        self.processes = Names()

    def say(self, notice: Notice, at: Tree, ref: Ref | None = None, **values: Any) -> None:
        """Report something about a spot in the file."""
        place = Place(self.path, at.line or None, at.column or None, at.length)
        refs = (ref or Ref(self.document),)
        self.findings.append(Finding.of(notice, *refs, place=place, **values))

    def place(self, ref: Ref, at: Tree) -> None:
        """Remember where something stands."""
        if at.line:
            self.positions.setdefault(ref, (at.line, at.column))

    def refer(self, section: str, at: Scalar, ref: Ref, where: Text) -> str | None:
        """The id that a reference means; a fault is reported, and None where nothing fits."""
        names = self.sections[section]
        found = names.find(at.value)
        if len(found) == 1:
            return found[0]
        if found:
            self.say(say.AMBIGUOUS, at, ref, name=at.value, several=", ".join(found))
            return found[0]
        if not names.closed:
            return names.arise(at)
        self.say(say.NO_SUCH, at, ref, name=at.value, where=where, hint=guess_hint(at.value, names.known))
        return None


def guess_hint(word: str, candidates: Iterable[str]) -> Text:
    """"Do you mean …?" where something is near, else what there is."""
    candidates = list(candidates)
    guess = nearest(word, candidates)
    if guess:
        return Text(sv="Menar du ”{guess}”?", en="Do you mean “{guess}”?").fill(guess=guess)
    if not candidates:
        return Text(sv="Där finns inget än.", en="There is nothing there yet.")
    listed = ", ".join(candidates[:12]) + (" …" if len(candidates) > 12 else "")
    return Text(sv="Det som finns: {listed}.", en="What there is: {listed}.").fill(listed=listed)
