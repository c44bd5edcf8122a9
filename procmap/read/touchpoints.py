"""The touchpoints of a step: where the resident meets the processes, and through which channel."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from procmap.model.journey import Touchpoint
from procmap.model.knowledge import NOT_APPLICABLE
from procmap.read import notices as say
from procmap.read.desk import Desk
from procmap.read.elements import Elements
from procmap.read.journey_keys import CHANNELS, TOUCHPOINT
from procmap.read.known import unknown
from procmap.read.names import nearest
from procmap.read.values import parts
from procmap.read.words import CHANNEL_WORDS
from procmap.ref import Ref
from procmap.source.tree import Entries, Items, Scalar, Tree

__all__ = ["TouchpointReader"]

_BEHIND = {"element", "elements", "bakom", "steg", "step", "task", "till", "to", "ref", "dokument", "process"}


class TouchpointReader:
    """Reads the touchpoints of one journey; ``near`` are the processes that it meets."""

    def __init__(self, desk: Desk, elements: Elements) -> None:
        self.desk = desk
        self.elements = elements
        self.near: tuple[str, ...] = ()
        self.missing: set[str] = set()
        """The documents that were not among those that were read, each said once."""

    def meet(self, tree: Tree, ref: Ref) -> tuple[str, ...]:
        """The processes that a journey says that it meets; steps without a document are sought in these."""
        found = [self.elements.document(part, self.desk, ref, self.missing) for part in parts(tree) or ()]
        self.near = tuple(key for key in found if key is not None)
        return self.near

    def read(self, tree: Tree, ref: Ref) -> tuple[Touchpoint, ...]:
        """The touchpoints of one step."""
        found: list[Touchpoint] = []
        items: list[Tree] = [tree]
        if isinstance(tree, Items):
            items = tree.items
        elif several := parts(tree):
            items = [*several]
        for number, item in enumerate(items, 1):
            at = ref.of("touchpoints", str(number))
            self.desk.place(at, item)
            if isinstance(item, Scalar) and item.value:
                item = Entries([(item, Scalar(""))], item.line, item.column, item.length)
            if not isinstance(item, Entries) or not item.entries:
                example = "- eservice: dokument/steg"
                self.desk.say(say.WRONG_SHAPE, item, at, key="touchpoints", expected=TOUCHPOINT.what, example=example)
                continue
            found += self._touchpoint(item, at)
        return tuple(found)

    def _touchpoint(self, item: Entries, ref: Ref) -> list[Touchpoint]:
        """One touchpoint for each channel that is named; ``note`` belongs to the one before it."""
        found: list[Touchpoint] = []
        for key, value in self._channel_first(item, ref):
            note = TOUCHPOINT.meant(key.value)
            if note is not None and note.name == "note" and isinstance(value, Scalar):
                if key.value != "note":
                    TOUCHPOINT.guess(key, self.desk, ref)
                if found:
                    found[-1] = replace(found[-1], note=value.value)
                continue
            found.append(Touchpoint(channel=self._channel(key, ref), elements=self._behind(value, ref)))
        return found

    def _channel_first(self, item: Entries, ref: Ref) -> list[tuple[Scalar, Tree]]:
        """``channel: eservice`` and ``element: …`` on lines of their own, as one; once that has been said."""
        words = {entry[0].value.casefold(): entry for entry in item.entries}
        stated = next((words[word] for word in ("channel", "kanal", "kind", "typ") if word in words), None)
        if stated is None or not isinstance(stated[1], Scalar) or not stated[1].value:
            return item.entries
        channel = stated[1]
        behind = next((entry for word, entry in words.items() if word in _BEHIND), None)
        written = behind[1].value if behind is not None and isinstance(behind[1], Scalar) else ""
        meant = CHANNEL_WORDS.get(channel.value.casefold()) or nearest(channel.value, CHANNELS) or channel.value
        self.desk.say(say.CHANNEL_FIRST, stated[0], ref, fix=f"- {meant}: {written}".rstrip(": "))
        told = Scalar(meant, channel.line, channel.column, channel.length)
        return [
            (told, behind[1] if behind is not None else Scalar("")),
            *(entry for entry in item.entries if entry is not stated and entry is not behind),
        ]

    def _channel(self, key: Scalar, ref: Ref) -> Any:
        if key.value[:2] == "??":
            return unknown(key.value, self.desk)
        if key.value in CHANNELS:
            return key.value
        guess = CHANNEL_WORDS.get(key.value.casefold()) or nearest(key.value, CHANNELS)
        if guess:
            self.desk.say(say.SWEDISH_KEY, key, ref, key=key.value, guess=guess)
            return guess
        self.desk.say(say.NO_CHANNEL, key, ref, key=key.value, known=", ".join(CHANNELS))
        return None

    def _behind(self, tree: Tree, ref: Ref) -> Any:
        if isinstance(tree, Scalar):
            if not tree.value:
                return None
            if tree.value[:2] == "??":
                return unknown(tree.value, self.desk)
            if tree.value == "n/a":
                return NOT_APPLICABLE
        found = [
            id
            for part in parts(tree) or ()
            for id in self.elements.elements(part, self.near, self.desk, ref, self.missing)
        ]
        return tuple(dict.fromkeys(found)) or None
