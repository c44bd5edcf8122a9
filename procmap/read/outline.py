"""What in a document's text can be named: its steps, phases and entries of sections, by name, by id and by path.

A variant's changes say where they hold in the words of the origin. The outline is kept while the text is changed, so
that a change may speak of what an earlier one added.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, Union

from procmap.read.names import slug
from procmap.read.word_quotes import name_of
from procmap.source.tree import Entries, Items, Scalar, Tree

__all__ = ["INSIDE", "Outline", "Spot"]

INSIDE = frozenset({"flow", "steps", "phases", "branches", "unless", "meanwhile", "exceptions", "id", "name"})
"""Keys that decide what can be named, or how."""

_SECTIONS = ("lanes", "systems", "data", "rules", "messages", "personas", "evidence", "deadlines")


class Spot:
    """Something that can be named, and where it stands.

    ``holder`` is the list or the keys it stands in, ``item`` the entry of the list, or the key. ``around`` is what its
    path leads through: a subprocess or phase, or the name of a section. ``owner`` is the step or phase that it goes
    with. ``twins`` are the further places of an end that is written several times.
    """

    __slots__ = ("around", "holder", "id", "item", "name", "owner", "sort", "twins")

    def __init__(
        self,
        sort: Literal["step", "phase", "entry"],
        at: tuple[Union[Items, Entries], Tree],
        called: tuple[str, str],
        around: Union[Spot, str, None],
        owner: Spot | None,
    ) -> None:
        self.sort = sort
        self.holder, self.item = at
        self.name, self.id = called
        self.around = around
        self.owner = owner
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

    def stands_in(self, path: str) -> bool:
        """Whether a path, of ids or names, leads to where it stands."""
        around = self.around
        if not isinstance(around, Spot):
            return path == around
        for word in {around.name, around.id}:
            if path == word or (path.endswith(f"/{word}") and around.stands_in(path.removesuffix(f"/{word}"))):
                return True
        return False

    def goes_with(self, other: Spot) -> bool:
        """Whether it is the other, or somewhere inside it."""
        spot: Spot | None = self
        while spot is not None and spot is not other:
            spot = spot.owner
        return spot is not None


class Outline:
    """Everything that can be named in a tree, which is put in order for it: one sentence becomes a list of one."""

    def __init__(self, tree: Entries) -> None:
        self.tree = tree
        self.spots: dict[str, list[Spot]] = {}
        for number, (key, value) in enumerate(tree.entries):
            if key.value in _SECTIONS:
                entries = _by_id(value)
                tree.entries[number] = (key, entries)
                self._section(key.value, entries)
        self._path(tree, "flow", None, None)
        self._path(tree, "phases", None, None)

    def find(self, text: str) -> list[Spot]:
        """What a reference may mean; an entry is named with its section, all else by itself or by its path."""
        found = [spot for spot in self.spots.get(text, ()) if spot.sort != "entry"]
        slash = text.find("/")
        while slash > 0 and not found:
            around, last = text[:slash], text[slash + 1 :]
            found = [spot for spot in self.spots.get(last, ()) if spot.stands_in(around)]
            slash = text.find("/", slash + 1)
        return found

    def __iter__(self) -> Iterator[Spot]:
        seen: set[int] = set()
        for spots in self.spots.values():
            for spot in spots:
                if id(spot) not in seen:
                    seen.add(id(spot))
                    yield spot

    def words(self) -> list[str]:
        """What there is, as one would write it: steps by name, entries with their section."""
        return list(dict.fromkeys(spot.path if spot.sort == "entry" else spot.name for spot in self))

    def insert(self, near: Spot, number: int, items: list[Tree]) -> None:
        """Put steps or phases into the list that something stands in, at a number."""
        assert isinstance(near.holder, Items)
        near.holder.items[number:number] = items
        for item in items:
            self._item(near.holder, item, near.around, near.owner)

    def remove(self, spot: Spot) -> list[Spot]:
        """Take something out of the text, wherever it stands; what went with it is returned."""
        for holder, item in [(spot.holder, spot.item), *spot.twins]:
            rows = holder.items if isinstance(holder, Items) else holder.entries
            del rows[_number(holder, item)]
        return self._forget(spot)

    def renew(self, spot: Spot, item: Tree) -> None:
        """Something was written anew, or what is inside it."""
        if isinstance(spot.holder, Items):
            spot.holder.items[spot.number] = item
            self._forget(spot)
            self._item(spot.holder, item, spot.around, spot.owner)

    def _forget(self, spot: Spot) -> list[Spot]:
        gone = [each for each in self if each.goes_with(spot)]
        for each in gone:
            for word in {each.name, each.id}:
                self.spots[word] = [other for other in self.spots[word] if other is not each]
        return gone

    def _add(self, spot: Spot) -> Spot:
        for word in {spot.name, spot.id}:
            self.spots.setdefault(word, []).append(spot)
        return spot

    def _section(self, section: str, tree: Tree) -> None:
        if isinstance(tree, Entries):
            for key, value in tree.entries:
                label = value.get("name") if isinstance(value, Entries) else value
                self._add(Spot("entry", (tree, key), (_label(label) or key.value, key.value), section, None))
        elif isinstance(tree, Items):
            for item in tree.items:
                name = _label(item.get("name")) if isinstance(item, Entries) else ""
                if name:
                    self._add(Spot("entry", (tree, item), (name, slug(name)), section, None))

    def _path(self, holder: Entries, key: str, around: Union[Spot, str, None], owner: Spot | None) -> None:
        """The steps of a path, which stands under a key."""
        number = next((i for i, (name, _) in enumerate(holder.entries) if name.value == key), None)
        if number is not None:
            name, tree = holder.entries[number]
            holder.entries[number] = (name, self._steps(tree, around, owner))

    def _steps(self, tree: Tree, around: Union[Spot, str, None], owner: Spot | None) -> Tree:
        """The steps of a path; what comes back stands in for the path."""
        if isinstance(tree, Scalar) and tree.value and tree.value != "n/a" and tree.value[:2] != "??":
            tree = Items([tree], tree.line, tree.column, tree.length)
        if isinstance(tree, Items):
            for item in tree.items:
                self._item(tree, item, around, owner)
        elif isinstance(tree, Entries):
            self._path(tree, "flow", around, owner)
        return tree

    def _item(self, holder: Items, item: Tree, around: Union[Spot, str, None], owner: Spot | None) -> None:
        """A step or phase, and all that is inside it."""
        called = _called(item)
        kind = item.entries[0][0].value if isinstance(item, Entries) and item.entries else ""
        spot = owner
        if called is not None:
            same = [s for s in self.spots.get(called[0], ()) if s.around is around] if kind == "end" else []
            if same:
                same[0].twins.append((holder, item))
                return
            sort: Literal["step", "phase"] = "phase" if kind == "phase" else "step"
            spot = self._add(Spot(sort, (holder, item), called, "phases" if sort == "phase" else around, owner))
        if not isinstance(item, Entries):
            return
        inner = spot if kind in ("subprocess", "phase") and spot is not owner else around
        for key in ("flow", "steps"):
            self._path(item, key, inner, spot)
        ways = item.get("branches")
        if isinstance(ways, Entries):
            ways.entries = [(answer, self._steps(way, around, spot)) for answer, way in ways.entries]
        elif isinstance(ways, Items):
            ways.items = [self._steps(way, around, spot) for way in ways.items]
        for key in ("unless", "meanwhile", "exceptions"):
            events = item.get(key)
            for event in events.items if isinstance(events, Items) else [events]:
                if isinstance(event, Entries):
                    self._path(event, "flow", around, spot)


def _number(holder: Union[Items, Entries], item: Tree) -> int:
    rows = holder.items if isinstance(holder, Items) else [key for key, _ in holder.entries]
    return next(number for number, row in enumerate(rows) if row is item)


def _by_id(tree: Tree) -> Tree:
    """A section that is a list of names, with the id of each before it."""
    if isinstance(tree, Items) and tree.items and all(isinstance(item, Scalar) and item.value for item in tree.items):
        names = [item for item in tree.items if isinstance(item, Scalar)]
        return Entries([(Scalar(slug(name.value), name.line, name.column, name.length), name) for name in names])
    return tree


def _label(tree: Tree | None) -> str:
    """A name as it is written, in Swedish where there are two."""
    if isinstance(tree, Entries):
        tree = tree.get("sv") or tree.get("en")
    return name_of(tree) if isinstance(tree, Scalar) and tree.value[:2] != "??" else ""


def _called(item: Tree) -> tuple[str, str] | None:
    """The name and id of a step or phase; None where it has neither."""
    if isinstance(item, Scalar):
        return (name_of(item), slug(item.value)) if item.value and item.value[:2] != "??" else None
    if isinstance(item, Items) or not item.entries or item.entries[0][0].value == "to":
        return None
    name, own = _label(item.get("name")) or _label(item.entries[0][1]), _label(item.get("id"))
    return (name or own, own or slug(name)) if name or own else None
