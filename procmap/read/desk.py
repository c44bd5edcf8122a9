"""What is on the desk while one document is read: its findings, its positions, and the names to refer to."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Mapping
from itertools import chain, islice
from typing import Any

from procmap.finding import Finding, Notice, Place
from procmap.model.label import Translated
from procmap.read import notices as say
from procmap.read.names import closest, nearest, slug
from procmap.read.word_quotes import name_of, unquoted
from procmap.ref import Ref
from procmap.source.tree import Scalar, Tree
from procmap.text import Text

__all__ = ["Desk", "Names", "guess_hint", "several", "what_there_is"]

_LISTED = 12
_SEVERAL = 6
_MOST = 300
_CROWD = 50
_PATIENCE = 1_000_000
"""So many spellings are compared before guesses are given up: a list of thousands that all miss is not worth a wait."""


class Names:
    """What can be referred to in one section: by id or by name, as written.

    ``closed`` where the team has listed them: then a reference to something else is a fault, and otherwise it makes a
    new entry, in order of use. ``behind`` are the names that all documents share, those of the catalogues.
    """

    __slots__ = ("_folded", "_ids", "_labels", "_patience", "arisen", "behind", "closed", "known")

    def __init__(self) -> None:
        self.known: dict[str, list[str]] = {}
        self.behind: Names | None = None
        self._ids: dict[str, str] = {}
        self._labels: dict[str, Any] = {}
        self.closed = False
        self.arisen: dict[str, Scalar] = {}
        self._folded: dict[str, str] = {}
        self._patience = _PATIENCE

    @property
    def ids(self) -> Mapping[str, str]:
        """What can be referred to, by id."""
        return self._ids if self.behind is None else ChainMap(self._ids, self.behind._ids)

    @property
    def labels(self) -> Mapping[str, Any]:
        """The name of each, by id."""
        return self._labels if self.behind is None else ChainMap(self._labels, self.behind._labels)

    def add(self, id: str, name: Any = None) -> None:
        """Make an entry known by its id and by its name, in each language."""
        self._ids[id] = id
        self._labels[id] = name
        self.also(id, id)
        if isinstance(name, str):
            if name and name != id:
                self.also(name, id)
        elif name is not None:
            for text in (getattr(name, "sv", None), getattr(name, "en", None)):
                if text:
                    self.also(text, id)

    def also(self, spelling: str, id: str) -> None:
        """Let an entry be known by one more spelling."""
        at = self.known.get(spelling)
        if at is None:
            self.known[spelling] = [id]
            if self._folded:
                self._fold(spelling)
        elif at[-1] != id and (len(at) > _CROWD or id not in at):
            at.append(id)

    def _fold(self, spelling: str) -> None:
        """Names go before ids, since they are what people write."""
        folded = slug(spelling)
        if spelling not in self._ids or folded not in self._folded:
            self._folded[folded] = spelling

    def find(self, text: str) -> list[str]:
        """The ids that a text may mean; an id goes before a name."""
        behind = self.behind
        if text in self._ids or (behind is not None and text in behind._ids):
            return [text]
        own = self.known.get(text, [])
        shared = behind.known.get(text) if behind is not None else None
        found = list(dict.fromkeys((*shared, *own))) if shared and own else shared or own
        return self.find(bare) if not found and (bare := unquoted(text)) != text else found

    def nearest(self, word: str) -> str | None:
        """The spelling that was probably meant; where very many have been missed, only what differs in small signs."""
        layers = [self] if self.behind is None else [self.behind, self]
        spellings = [each._spellings() for each in layers]
        folded = slug(word)
        alike = [each[folded] for each in spellings if folded in each] if folded != "_" else []
        if alike:
            return alike[0] if alike[-1] in self._ids else alike[-1]
        for each in layers:
            each._patience -= len(each._folded)
        patient = [each._folded.values() for each in layers if each._patience > 0]
        return closest(word, chain.from_iterable(patient))

    def _spellings(self) -> Mapping[str, str]:
        """Each spelling by what is left of it without small signs."""
        if not self._folded:
            for spelling in self.known:
                self._fold(spelling)
        return self._folded

    def spoken(self, ids: bool = True) -> list[str]:
        """The first of what there is: each by its name, or by its id where it has none and ``ids`` is true."""
        shared = self.behind._labels if self.behind is not None else {}
        own = ((id, name) for id, name in self._labels.items() if id not in shared)
        named = (
            (id, str(name) if isinstance(name, (str, Translated)) and str(name)[:2] != "??" else "")
            for id, name in chain(((id, self._labels.get(id, name)) for id, name in shared.items()), own)
        )
        return list(islice((name or id for id, name in named if name or ids), _LISTED + 1))

    def arise(self, at: Scalar) -> str:
        """The id of an entry that comes about by being used; what is there already under that name is meant."""
        if found := self.find(at.value):
            return found[0]
        id = slug(at.value)
        if (name := name_of(at)) != at.value:
            at = Scalar(name, at.line, at.column, at.length)
        if id not in self._ids and (self.behind is None or id not in self.behind._ids):
            self.arisen[id] = at
            self.add(id, at.value)
        return id


class Desk:
    """One document while it is read."""

    def __init__(
        self, path: str, document: str, findings: list[Finding], positions: dict[Ref, tuple[int, int]]
    ) -> None:
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

    def instead_of_colon(self, at: Tree) -> None:
        """The last finding stands in for that of a colon too many on the same line, which is the same mistake."""
        for number, other in enumerate(self.findings[:-1]):
            place = other.place
            if other.code == say.COLON.code and place and (place.path, place.line) == (self.path, at.line):
                self.findings[number] = self.findings.pop()
                return

    def place(self, ref: Ref, at: Tree) -> None:
        """Remember where something stands."""
        if at.line:
            self.positions.setdefault(ref, (at.line, at.column))

    def arise(self, section: str, at: Scalar, ref: Ref | None = None) -> str:
        """The entry that comes about by being used; one that differs from another only in small signs is said."""
        names = self.sections[section]
        id = slug(at.value)
        first = names.arisen.get(id)
        if first is not None and first.value.casefold() != at.value.casefold() and not names.find(at.value):
            self.say(say.NEAR_NAMES, at, ref, name=at.value, other=first.value, first=first.line)
        return names.arise(at)

    def refer(self, section: str, at: Scalar, ref: Ref, where: Text) -> str | None:
        """The id that a reference means; a fault is reported, and None where nothing fits."""
        names = self.sections[section]
        found = names.find(at.value)
        if len(found) == 1:
            return found[0]
        if found:
            self.say(say.AMBIGUOUS, at, ref, name=at.value, several=several(found))
            return found[0]
        if not names.closed:
            return self.arise(section, at, ref)
        self.say(say.NO_SUCH, at, ref, name=at.value, where=where, hint=guess_hint(at.value, names))
        return None


def guess_hint(word: str, candidates: Names | Iterable[str]) -> Text:
    """"Do you mean …?" where something is near, else what there is."""
    listed = candidates.spoken() if isinstance(candidates, Names) else list(candidates)
    guess = candidates.nearest(word) if isinstance(candidates, Names) else nearest(word, listed[:_MOST])
    if guess:
        return Text(sv="Menar du ”{guess}”?", en="Do you mean “{guess}”?").fill(guess=guess)
    return what_there_is(listed)


def several(ids: list[str]) -> str:
    """The first of the things that a word may mean."""
    return ", ".join(ids[:_SEVERAL]) + (" …" if len(ids) > _SEVERAL else "")


def what_there_is(names: list[str], more_there: bool = False) -> Text:
    """The first of the names, for whoever wrote something else; ``more_there`` where these are only some of them."""
    if not names:
        return Text(sv="Där finns inget än.", en="There is nothing there yet.")
    safe = [name.replace("{", "{{").replace("}", "}}") for name in names[:_LISTED]]
    listed = Text(*(", ".join(f"{a}{name}{b}" for name in safe) for a, b in ("””", "“”")))
    more = " …" if more_there or len(names) > _LISTED else "."
    return Text(sv="Det som finns: {listed}{more}", en="What there is: {listed}{more}").fill(listed=listed, more=more)
