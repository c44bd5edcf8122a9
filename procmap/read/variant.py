"""A variant: another document's text with changes, read as a document of its own.

The changes are made to what was written, not to what was read: so a variant can do what its team could have done by
copying the file and editing it, and nothing else. What comes from the origin carries no line, since its faults have
been said where they stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, Union

from procmap.read import notices as say
from procmap.read.desk import Desk, guess_hint
from procmap.read.names import nearest, slug
from procmap.source.tree import Entries, Items, Scalar, Tree, is_empty
from procmap.text import Text

__all__ = ["VERBS", "copied", "varied"]

VERBS = ("at", "after", "before", "instead_of", "without")
_LISTS = ("flow", "steps", "phases")
_SECTIONS = ("lanes", "systems", "data", "rules", "messages", "personas", "evidence", "deadlines")
_STEPS = Text(sv="det som finns i ursprunget", en="what the origin has")


class Spot(NamedTuple):
    """Where something stands in the origin: its list or keys, and its place there."""

    holder: Union[Items, Entries]
    number: int


def copied(tree: Tree) -> Tree:
    """The same text without lines."""
    if isinstance(tree, Scalar):
        return Scalar(tree.value, plain=tree.plain)
    if isinstance(tree, Items):
        return Items([copied(item) for item in tree.items])
    return Entries([(Scalar(k.value, plain=k.plain), copied(v)) for k, v in tree.entries], braces=tree.braces)


def varied(origin: Entries, kind: str, variant: Entries, desk: Desk) -> Entries:
    """The origin's text with the variant's changes; ``origin`` is copied, and stays as it is."""
    result = copied(origin)
    assert isinstance(result, Entries)
    name, *rest = variant.entries
    own = [(Scalar(kind, name[0].line, name[0].column, name[0].length), name[1])]
    changes: Tree | None = None
    result.entries = [entry for entry in result.entries[1:] if entry[0].value not in ("id", "variant")]
    for key, value in rest:
        if key.value == "changes":
            changes = value
        elif key.value == "id":
            own.append((key, value))
        elif key.value != "of":
            _merge(result, [(key, value)])
    result.entries = own + result.entries
    result.line, result.column = variant.line, variant.column
    for change in _listed(changes, desk):
        _change(result, change, desk)
    return result


def _listed(changes: Tree | None, desk: Desk) -> Iterator[Entries]:
    if changes is None or is_empty(changes):
        return
    for item in changes.items if isinstance(changes, Items) else [changes]:
        if isinstance(item, Entries) and item.entries:
            yield item
        else:
            desk.say(say.CHANGE_SHAPE, item)


def _change(tree: Entries, change: Entries, desk: Desk) -> None:
    verb, target = change.entries[0]
    rest = change.entries[1:]
    if verb.value not in VERBS:
        guess = nearest(verb.value, VERBS)
        desk.say(say.UNKNOWN_KEY, verb, key=verb.value, guess=guess) if guess else desk.say(say.CHANGE_SHAPE, verb)
        return
    if not isinstance(target, Scalar) or not target.value:
        desk.say(say.EMPTY_VALUE, verb, key=verb.value)
        return
    spots = _spots(tree)
    found = _found(target.value, spots)
    if len(found) != 1:
        if found:
            desk.say(say.AMBIGUOUS, target, name=target.value, several=", ".join(found))
        else:
            names = [name for name in spots if "/" not in name]
            desk.say(say.NO_SUCH, target, name=target.value, where=_STEPS, hint=guess_hint(target.value, names))
        if not found:
            return
    spot = spots[found[0]][0]
    if verb.value == "at":
        _at(spot, rest, target)
    elif verb.value == "without":
        for key, _ in rest:
            desk.say(say.NOT_WITH_WITHOUT, key, key=key.value)
        _remove(spot)
    else:
        _insert(spot, verb, rest, desk)


def _at(spot: Spot, rest: list[tuple[Scalar, Tree]], target: Scalar) -> None:
    """Keys merge into what stands there; a bare sentence becomes a step with keys first."""
    if isinstance(spot.holder, Items):
        item = spot.holder.items[spot.number]
        if isinstance(item, Scalar):
            kind = "exclusive" if item.value.endswith("?") else "task"
            item = Entries([(Scalar(kind), item)])
            spot.holder.items[spot.number] = item
    else:
        key, item = spot.holder.entries[spot.number]
        if isinstance(item, Scalar):
            item = Entries([] if is_empty(item) else [(Scalar("name"), item)])
            spot.holder.entries[spot.number] = (key, item)
    if isinstance(item, Entries):
        item.line, item.column, item.length = target.line, target.column, target.length
        _merge(item, rest)


def _merge(tree: Entries, entries: list[tuple[Scalar, Tree]]) -> None:
    """Maps merge, lists replace, ``n/a`` removes."""
    for key, value in entries:
        number = next((i for i, (k, _) in enumerate(tree.entries) if k.value == key.value), None)
        if isinstance(value, Scalar) and value.value == "n/a":
            if number is not None:
                del tree.entries[number]
        elif number is None:
            tree.entries.append((key, value))
        else:
            there = tree.entries[number][1]
            if (
                isinstance(there, Entries)
                and isinstance(value, Entries)
                and value.get("disputed") is None
                and value.get("value") is None
            ):
                _merge(there, value.entries)
            else:
                tree.entries[number] = (key, value)


def _remove(spot: Spot) -> None:
    if isinstance(spot.holder, Items):
        del spot.holder.items[spot.number]
    else:
        del spot.holder.entries[spot.number]


def _insert(spot: Spot, verb: Scalar, rest: list[tuple[Scalar, Tree]], desk: Desk) -> None:
    new = next((value for key, value in rest if key.value in _LISTS), None)
    for key, _ in rest:
        if key.value not in _LISTS:
            desk.say(say.CHANGE_NEEDS_STEPS, key, verb=verb.value)
    if new is None or not isinstance(spot.holder, Items):
        if (new is None and not rest) or not isinstance(spot.holder, Items):
            desk.say(say.CHANGE_NEEDS_STEPS, verb, verb=verb.value)
        return
    items = new.items if isinstance(new, Items) else [new]
    start = spot.number + (verb.value == "after")
    stop = start + (verb.value == "instead_of")
    spot.holder.items[start:stop] = items


def _found(text: str, spots: dict[str, list[Spot]]) -> list[str]:
    """The names that a reference means, each once for each spot."""
    if len(spots.get(text, ())) == 1:
        return [text]
    if text in spots:
        ids = [name for name, at in spots.items() if at and any(s in spots[text] for s in at) and name != text]
        return sorted(name for name in ids if len(spots[name]) == 1) or [text]
    return []


def _spots(tree: Entries) -> dict[str, list[Spot]]:
    """Everything in a document that can be changed, by name, by id and by path; the nearest of a name first."""
    found: dict[str, list[Spot]] = {}

    def add(name: str, spot: Spot) -> None:
        at = found.setdefault(name, [])
        if spot not in at:
            at.append(spot)

    def steps(holder: Tree | None, path: str) -> None:
        if isinstance(holder, Entries):
            for key in ("flow", "steps"):
                steps(holder.get(key), path)
            return
        if not isinstance(holder, Items):
            return
        for number, item in enumerate(holder.items):
            spot = Spot(holder, number)
            name, id = _named(item)
            if name is not None:
                for spelling in {name, id, path + name, path + id}:
                    add(spelling, spot)
            if isinstance(item, Entries):
                inner = f"{path}{id}/" if item.entries[0][0].value == "subprocess" else path
                steps(item.get("flow"), inner)
                steps(item.get("steps"), path)
                ways = item.get("branches")
                if isinstance(ways, Entries):
                    for _, way in ways.entries:
                        steps(way, path)
                elif isinstance(ways, Items):
                    for way in ways.items:
                        steps(way, path)
                for key in ("unless", "meanwhile", "exceptions"):
                    events = item.get(key)
                    for event in events.items if isinstance(events, Items) else [events]:
                        steps(event, path)

    for section in _SECTIONS:
        entries = tree.get(section)
        if isinstance(entries, Entries):
            for number, (key, _) in enumerate(entries.entries):
                add(f"{section}/{key.value}", Spot(entries, number))
        elif isinstance(entries, Items):
            for number, item in enumerate(entries.items):
                name, id = _named(item)
                if name is not None:
                    add(f"{section}/{name}", Spot(entries, number))
                    add(f"{section}/{id}", Spot(entries, number))
    steps(tree.get("flow"), "")
    steps(tree.get("phases"), "")
    return found


def _named(item: Tree) -> tuple[str | None, str]:
    """The name and id of a step, a phase or an entry of a list."""
    if isinstance(item, Scalar):
        return (item.value, slug(item.value)) if item.value and item.value[:2] != "??" else (None, "")
    if isinstance(item, Items) or not item.entries:
        return None, ""
    key, value = item.entries[0]
    own = item.get("id")
    name = value.value if isinstance(value, Scalar) else ""
    if isinstance(value, Entries):
        label = value.get("sv") or value.get("en")
        name = label.value if isinstance(label, Scalar) else ""
    if key.value == "to" or (not name and not isinstance(own, Scalar)):
        return None, ""
    id = own.value if isinstance(own, Scalar) and own.value else slug(name)
    return (name or id), id
