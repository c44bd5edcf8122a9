"""``- IT Beställer telefon``, where IT does other steps: the colon behind the role was probably forgotten."""

from __future__ import annotations

from procmap.read import notices as say
from procmap.read.desk import Desk
from procmap.read.heads import Head
from procmap.ref import Ref

__all__ = ["ask_for_colon"]

_MOST_WORDS = 4
_TOGETHER = frozenset({"och", "and", "&", "+", "/", "eller", "or", "med", "with", "samt"})


def ask_for_colon(head: Head, desk: Desk, ref: Ref) -> None:
    """Ask whether a step that nobody is said to do starts with the role that does it."""
    if head.kind != "task" or not isinstance(head.name, str) or head.lanes != ():
        return
    lanes = desk.sections["lanes"]
    words = head.name.split()
    for number in range(min(_MOST_WORDS, len(words) - 1), 0, -1):
        role = " ".join(words[:number])
        # An id is what people write only where the role has no other name: ``it`` is a word, and IT a role.
        if lanes.find(role) and lanes.labels.get(role, role) in (None, role):
            if words[number].casefold() not in _TOGETHER:
                fix = f"- {role}: {' '.join(words[number:])}"
                desk.say(say.COLON_FORGOTTEN, head.at, ref.of("lane"), name=role, fix=fix)
            return
