"""What in a document's text can be named: its steps, phases and entries of sections, by name, by id and by path.

A variant's changes say where they hold in the words of the origin. The outline is kept while the text is changed, so
that a change may speak of what an earlier one added.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, Union

from procmap.read.names import slug
from procmap.source.tree import Entries, Items, Scalar, Tree

__all__ = ["Outline", "Spot"]

SECTIONS = ("lanes", "systems", "data", "rules", "messages", "personas", "evidence", "deadlines")
_EVENTS = ("unless", "meanwhile", "exceptions")

Sort = Literal["step", "phase", "entry"]


class Spot:
    """Something that can be named, and where it stands.

    ``holder`` is the list or the keys it stands in, ``item`` the entry of the list, or the key. ``twins`` are the other
    places of an end that is written several times.
    """

    __slots__ = ("around", "holder", "id", "item", "name", "sort", "twins")

    def __init__(
        self, sort: Sort, holder: Union[Items, Entries], item: Tree, name: str, id: str, around: Spot | str | None
    ) -> None:
        self.sort = sort
        self.holder = holder
        self.item = item
        self.name = name
        self.id = id
        self.around = around
        self.twins: list[tuple[Items, Tree]] = []

    @property
    def number(self) -> int:
        """Where it stands in its holder."""
        return _number(self.holder, self.item)

    @property
    def path(self) -> str:
        """Its ids from the outermost in, as a reference is written."""
        if isinstance(self.around, Spot):
            return f"{self.around.path.removeprefix('phases/')}/{self.id}"
        return f"{self.around}/{self.id}" if self.around else self.id

    def value(self) -> Tree:
        """What is written about it."""
        return self.holder.entries[self.number][1] if isinstance(self.holder, Entries) else self.item

    def within(self, path: str) -> bool:
        """Whether it stands in what a path names, by ids or names."""
        around = self.around
        if not isinstance(around, Spot):
            return path == around
        for word in (around.name, around.id):
            if path == word or (path.endswith(f"/{word}") and around.within(path.removesuffix(f"/{word}"))):
                return True
        return False

    def remove(self) -> None:
        """Take it out of the text, everywhere it stands."""
        number = self.number
        if isinstance(self.holder, Items):
            del self.holder.items[number]
        else:
            del self.holder.entries[number]
        for holder, item in self.twins:
            del holder.items[_number(holder, item)]


class Outline:
    """Everything that can be named in a tree, which is put in order for it: one sentence becomes a list of one."""

    def __init__(self, tree: Entries) -> None:
        self.tree = tree
        self.spots: dict[str, list[Spot]] = {}
        for number, (key, value) in enumerate(tree.entries):
            if key.value in SECTIONS:
                tree.entries[number] = (key, _as_entries(value) if key.value != "deadlines" else value)
                self._section(key.value, tree.entries[number][1])
        self._path(tree, "flow", None)
        self._path(tree, "phases", None)

    def find(self, text: str) -> list[Spot]:
        """What a reference may mean; an entry is named with its section, anything else by itself or with a path."""
        found = [spot for spot in self.spots.get(text, ()) if spot.sort != "entry"]
        if not found and "/" in text:
            for number in (i for i, sign in enumerate(text) if sign == "/"):
                around, last = text[:number], text[number + 1 :]
                found += [spot for spot in self.spots.get(last, ()) if _may_be(spot, around)]
        return found

    def words(self) -> list[str]:
        """What there is, as one would write it: steps by name, entries with their section."""
        spots = {id(spot): spot for found in self.spots.values() for spot in found}.values()
        return list(dict.fromkeys(spot.path if spot.sort == "entry" else spot.name for spot in spots))

    def insert(self, near: Spot, number: int, items: list[Tree]) -> None:
        """Put steps or phases into the list that something stands in."""
        assert isinstance(near.holder, Items)
        near.holder.items[number:number] = items
        for item in items:
            self._item(near.holder, item, near.around)

    def remove(self, spot: Spot) -> None:
        """Take something out, with all that is inside."""
        spot.remove()
        gone = {id(each) for each in self._inside(spot)}
        for name, spots in list(self.spots.items()):
            left = [each for each in spots if id(each) not in gone]
            if left:
                self.spots[name] = left
            else:
                del self.spots[name]

    def again(self, spot: Spot) -> None:
        """Look anew at what is inside something whose keys were changed."""
        if isinstance(spot.holder, Items):
            self.forget(spot)
            self._item(spot.holder, spot.item, spot.around)

    def _inside(self, spot: Spot) -> Iterator[Spot]:
        ...
