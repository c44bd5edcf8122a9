"""A variant: another document's text with changes, read as a document of its own.

The changes are made to what was written, not to what was read: so a variant can do what its team could have done by
copying the file and editing it, and nothing else. What comes from the origin carries no line, since its faults have
been said where they stand. What is given another name keeps its id, and what refers to it goes on doing so.
"""

from __future__ import annotations

from collections.abc import Iterator

from procmap.read import notices as say
from procmap.read.desk import Desk, guess_hint
from procmap.read.heads import may_be_lane
from procmap.read.kinds import KINDS
from procmap.read.names import nearest
from procmap.read.outline import INSIDE, Outline, Spot
from procmap.read.values import parts
from procmap.read.words import KEY_WORDS
from procmap.ref import Ref
from procmap.source.tree import Entries, Items, Scalar, Tree, is_empty
from procmap.text import Text

__all__ = ["VERBS", "Removed", "copied", "varied"]

VERBS = ("at", "after", "before", "instead_of", "without")
Removed = dict[str, Scalar]
"""The names and ids of what the changes took away, with the spot in the file that says so."""

_VERB_WORDS: dict[str, str] = {
    **dict.fromkeys(("vid", "på", "ändra", "change", "in"), "at"),
    **dict.fromkeys(("efter", "sedan", "behind"), "after"),
    **dict.fromkeys(("före", "innan"), "before"),
    **dict.fromkeys(("i stället för", "istället för", "ersätt", "byt ut", "replace", "instead of"), "instead_of"),
    **dict.fromkeys(("utan", "ta bort", "stryk", "remove", "delete"), "without"),
}
_LISTS = ("flow", "steps", "phases")
_HERE = Text(sv="ursprungets steg och andra delar", en="the steps and other parts of the origin")
_CHANGES_WORDS = {"ändringar", "ändring", "förändringar", "skillnader", "differences"}
_STEPS_WORDS = {"steg", "stegen", "flöde", "nytt", "nya steg"}
_EXAMPLES = {"flow": "- Handläggare: …", "steps": "- step: …", "phases": "- phase: …", "": "…"}

_REFER: dict[str, frozenset[str]] = {
    "lanes": frozenset(
        (
            *("lane", "with", "approves", "consults", "informs", "backup", "owner", "leader"),
            *("human_takeover", "by", "decided_by", "parent"),
        )
    ),
    "systems": frozenset(("system",)),
    "data": frozenset(("reads", "writes", "fields", "attachments")),
    "rules": frozenset(("rule",)),
    "messages": frozenset(("sends", "message")),
    "personas": frozenset(("persona",)),
    "evidence": frozenset(("evidence", "from")),
    "step": frozenset(("to", "from", "automate")),
}
"""The keys whose values name an entry of a section, or a step."""


def copied(tree: Tree) -> Tree:
    """The same text without lines."""
    if isinstance(tree, Scalar):
        return Scalar(tree.value, plain=tree.plain)
    if isinstance(tree, Items):
        return Items([copied(item) for item in tree.items])
    return Entries([(Scalar(k.value, plain=k.plain), copied(v)) for k, v in tree.entries], braces=tree.braces)


def varied(origin: Entries, kind: str, variant: Entries, desk: Desk) -> tuple[Entries, Removed]:
    """The origin's text with the variant's changes, and what they took away; ``origin`` stays as it is."""
    result = copied(origin)
    assert isinstance(result, Entries)
    name, *rest = variant.entries
    own = [(Scalar(kind, name[0].line, name[0].column, name[0].length), name[1])]
    changes: Tree | None = None
    result.entries = [entry for entry in result.entries[1:] if entry[0].value not in ("id", "variant")]
    for key, value in rest:
        if key.value == "changes" or _means_changes(key, desk):
            changes = value
        elif key.value == "id":
            own.append((key, value))
        elif key.value != "of":
            _merge(result, [(key, value)])
    result.entries = own + result.entries
    result.line, result.column = variant.line, variant.column
    changing = _Changing(result, desk)
    for change in _listed(changes):
        changing.change(change)
    return result, changing.removed


def _means_changes(key: Scalar, desk: Desk) -> bool:
    """Whether a key was meant to be ``changes``, which is said."""
    if key.value.casefold() in _CHANGES_WORDS:
        desk.say(say.SWEDISH_KEY, key, key=key.value, guess="changes")
        return True
    if nearest(key.value, ("changes",)):
        desk.say(say.UNKNOWN_KEY, key, key=key.value, guess="changes")
        return True
    return False


def _listed(changes: Tree | None) -> Iterator[Tree]:
    if changes is not None and not is_empty(changes):
        yield from changes.items if isinstance(changes, Items) else [changes]


class _Changing:
    """A text while it is changed."""

    def __init__(self, tree: Entries, desk: Desk) -> None:
        self.tree = tree
        self.desk = desk
        self.is_process = tree.entries[0][0].value == "process"
        self.outline = Outline(tree)
        self.removed: Removed = {}

    def change(self, change: Tree) -> None:
        """Make one change; what is wrong with it is said at its own lines."""
        if not isinstance(change, Entries) or not change.entries:
            word = change.value if isinstance(change, Scalar) and self.outline.find(change.value) else ""
            self.desk.say(say.CHANGE_SHAPE, change, fix=self._for_example(word))
            return
        verb, target, rest = self._verb(change)
        if verb is None:
            return
        for key, _ in rest:
            if key.value in VERBS:
                self.desk.say(say.TWO_VERBS, key, first=verb.value, verb=key.value)
        rest = [entry for entry in rest if entry[0].value not in VERBS]
        if is_empty(target) or isinstance(target, Entries):
            self.desk.say(say.EMPTY_VALUE, verb, key=verb.value)
            return
        for one, spot in self._targets(verb, target):
            self._changed(verb, one, spot, rest)

    def _changed(self, verb: Scalar, target: Scalar, spot: Spot, rest: list[tuple[Scalar, Tree]]) -> None:
        if verb.value == "at":
            self._at(spot, rest, target)
        elif verb.value == "without":
            for key, _ in rest:
                self.desk.say(say.NOT_WITH_WITHOUT, key, key=key.value)
            self._remove(spot, target)
        else:
            self._insert(spot, verb, target, rest)

    def _verb(self, change: Entries) -> tuple[Scalar | None, Tree, list[tuple[Scalar, Tree]]]:
        """The verb, what it is about and the keys below; one that stands further down, or is misspelt, is said."""
        number = next((i for i, (key, _) in enumerate(change.entries) if key.value in VERBS), 0)
        verb, target = change.entries[number]
        rest = change.entries[:number] + change.entries[number + 1 :]
        if verb.value in VERBS:
            if number and change.entries[0][0].value not in VERBS:
                word = target.value if isinstance(target, Scalar) else ""
                fix = f"- {verb.value}: {word}"
                self.desk.say(say.CHANGE_SHAPE, change.entries[0][0], fix=fix)
            return verb, target, rest
        word = verb.value.strip().casefold().replace("_", " ")
        guess = _VERB_WORDS.get(word)
        if guess:
            self.desk.say(say.SWEDISH_KEY, verb, key=verb.value, guess=guess)
        elif guess := nearest(verb.value, VERBS):
            self.desk.say(say.UNKNOWN_KEY, verb, key=verb.value, guess=guess)
        elif self.outline.find(verb.value):
            # The step itself, with its keys below.
            self.desk.say(say.CHANGE_SHAPE, verb, fix=self._for_example(verb.value))
            below = target.entries if isinstance(target, Entries) else []
            return Scalar("at", verb.line, verb.column, 2), verb, [*below, *rest]
        else:
            word = target.value if isinstance(target, Scalar) and self.outline.find(target.value) else ""
            self.desk.say(say.CHANGE_SHAPE, verb, fix=self._for_example(word))
            return None, target, rest
        return Scalar(guess, verb.line, verb.column, verb.length), target, rest

    def _for_example(self, word: str) -> str:
        """How a change of something, or of the first step, starts."""
        return f"- at: {word or next((spot.name for spot in self.outline if spot.sort == 'step'), '…')}"

    def _targets(self, verb: Scalar, target: Tree) -> Iterator[tuple[Scalar, Spot]]:
        """What a change is about, and the spot; several are said, and all taken."""
        whole = isinstance(target, Scalar) and bool(self.outline.find(target.value))
        several = parts(target) or []
        if whole or len(several) < 2 or not all(self.outline.find(part.value) for part in several):
            several = [target] if isinstance(target, Scalar) else several
        else:
            self.desk.say(say.ONE_PLACE, target, fix=f"- {verb.value}: {several[0].value}")
        for part in several:
            if (spot := self._target(part)) is not None:
                yield part, spot

    def _target(self, target: Scalar) -> Spot | None:
        """What a change is about; a fault is said, and what was probably meant is taken."""
        found = self.outline.find(target.value)
        if len(found) > 1:
            several = ", ".join(spot.path for spot in found)
            self.desk.say(say.AMBIGUOUS, target, name=target.value, several=several)
        elif not found:
            words = self.outline.words()
            at_end = [word for word in words if "/" in word and word.rpartition("/")[2] == target.value]
            guess = at_end[0] if at_end else nearest(target.value, words)
            hint = guess_hint(guess or target.value, [guess] if guess else words)
            self.desk.say(say.NO_SUCH, target, name=target.value, where=_HERE, hint=hint)
            found = self.outline.find(guess) if guess else []
        return found[0] if len(found) == 1 else None

    def _at(self, spot: Spot, rest: list[tuple[Scalar, Tree]], target: Scalar) -> None:
        """Keys merge into what stands there; a bare sentence becomes a step with keys, a bare name an entry."""
        if isinstance(spot.holder, Entries):
            number = spot.number
            key, item = spot.holder.entries[number]
            if isinstance(item, Scalar):
                item = Entries([] if is_empty(item) else [(Scalar("name"), item)])
                spot.holder.entries[number] = (key, item)
        else:
            item = spot.item
            if isinstance(item, Scalar):
                item = Entries([(Scalar(self._first_key(spot, item.value)), item)])
        if not isinstance(item, Entries):
            return
        rest = self._without_steps(spot, item, rest, target)
        item.line, item.column, item.length = target.line, target.column, target.length
        keys = {key.value for key, _ in rest}
        first = item.entries[0][0].value if item.entries else ""
        if spot.sort != "entry" and ("name" in keys or first in keys) and item.get("id") is None and "id" not in keys:
            item.entries.insert(1, (Scalar("id"), Scalar(spot.id)))
        _merge(item, rest)
        if keys & INSIDE or first in keys:
            self.outline.renew(spot, item)
        elif isinstance(spot.holder, Items):
            spot.holder.items[spot.number] = spot.item = item
        own = next((value.value for key, value in rest if key.value == "id" and isinstance(value, Scalar)), spot.id)
        if own != spot.id:
            self._recall(spot, spot.id, own)
        if "name" in keys or (first in keys and spot.sort != "entry"):
            self._recall(spot, spot.name, own)
        self._place(spot, own, target)

    def _place(self, spot: Spot, id: str, target: Scalar) -> None:
        """Let what is said of a spot, under the id it has now, point at the change."""
        path = spot.path if self.is_process or spot.sort != "step" else spot.id
        self.desk.place(Ref(self.desk.document, path[: len(path) - len(spot.id)] + id), target)

    def _without_steps(
        self, spot: Spot, item: Entries, rest: list[tuple[Scalar, Tree]], target: Scalar
    ) -> list[tuple[Scalar, Tree]]:
        """The keys without new steps, which ``at`` cannot put beside a step that holds none; that is said."""
        holds = item.get("flow") is not None or (item.entries and item.entries[0][0].value == "subprocess")
        if spot.sort != "step" or holds:
            return rest
        for key, _ in rest:
            if key.value in ("flow", "steps"):
                self.desk.say(say.AT_WITH_STEPS, key, fix=f"- after: {target.value}")
        return [entry for entry in rest if entry[0].value not in ("flow", "steps")]

    def _recall(self, spot: Spot, word: str, id: str) -> None:
        """What referred to something by a word that it no longer answers to refers to it by its id."""
        if word == id or self.outline.find(word):
            return
        section = spot.around if spot.sort == "entry" and isinstance(spot.around, str) else "step"
        keys = _REFER.get(section, frozenset())
        waiting: list[Tree] = [self.tree]
        while waiting:
            tree = waiting.pop()
            if isinstance(tree, Items):
                waiting += tree.items
                for item in tree.items:
                    if isinstance(item, Entries) and item.entries:
                        key, value = item.entries[0]
                        if section == "lanes":
                            _recalled(key, word, id)
                        elif section == "step" and key.value == "to":
                            _recalled(value, word, id)
            elif isinstance(tree, Entries):
                for key, value in tree.entries:
                    waiting.append(value)
                    if key.value in keys:
                        for each in value.items if isinstance(value, Items) else [value]:
                            _recalled(each, word, id)

    def _remove(self, spot: Spot, target: Scalar) -> None:
        for gone in self.outline.remove(spot):
            for word in (gone.name, gone.id):
                self.removed.setdefault(word, target)

    def _insert(self, spot: Spot, verb: Scalar, target: Scalar, rest: list[tuple[Scalar, Tree]]) -> None:
        list_key = {"step": "flow" if self.is_process else "steps", "phase": "phases", "entry": ""}[spot.sort]
        new: Tree | None = None
        for key, value in rest:
            meant = key.value in _LISTS or key.value.casefold() in _STEPS_WORDS
            meant = meant and (key.value == "phases") == (list_key == "phases")
            if meant and list_key and new is None and not is_empty(value):
                new = value
        wrong = next((key for key, _ in rest if key.value != list_key), None)
        fix = _EXAMPLES[list_key]
        if new is None and rest and self._starts(rest[0][0].value, list_key):
            # The new step itself, without the key and the dash.
            at, value = rest[0]
            fix = f"- {at.value}: {value.value if isinstance(value, Scalar) else '…'}"
            new = Entries(list(rest), at.line, at.column, at.length)
        if wrong is not None or new is None:
            self.desk.say(say.CHANGE_NEEDS_STEPS, wrong or verb, verb=verb.value, list=list_key or "flow", fix=fix)
        if new is None:
            return
        number = spot.number + (verb.value == "after")
        for near in self.outline:
            # What now leads to the new steps is of the origin, and has no line here but that of the change.
            if near.sort == "step" and near.holder is spot.holder and near.number == number - 1:
                self._place(near, near.id, target)
        self.outline.insert(spot, number, new.items if isinstance(new, Items) else [new])
        if verb.value == "instead_of":
            self._remove(spot, target)

    def _starts(self, word: str, list_key: str) -> bool:
        """Whether a key is how a new step or phase starts."""
        if list_key == "flow":
            return word in KINDS or (may_be_lane(word) and word not in KEY_WORDS)
        return bool(list_key) and word == list_key.removesuffix("s")

    def _first_key(self, spot: Spot, sentence: str) -> str:
        """The key that a bare sentence would have."""
        if spot.sort == "phase" or not self.is_process:
            return spot.sort
        return "exclusive" if sentence.rstrip().endswith("?") else "task"


def _recalled(tree: Tree, word: str, id: str) -> None:
    """Let a reference name an id: one alone, one of several with commas between, or a role to ask (``?? word``)."""
    if not isinstance(tree, Scalar) or word not in tree.value:
        return
    if tree.value[:2] == "??" and tree.value[2:].strip() == word:
        tree.value = f"?? {id}"
    elif tree.value == word:
        tree.value = id
    else:
        parts = [part.strip() for part in tree.value.split(",")]
        tree.value = ", ".join(id if part == word else part for part in parts) if word in parts else tree.value


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
