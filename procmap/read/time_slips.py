"""A time that stands where a name or a role should: ``- wait: 30 dagar``, ``- when: 3 månader``."""

from __future__ import annotations

import re

from procmap.read import notices as say
from procmap.read.amounts import read_duration
from procmap.read.desk import Desk
from procmap.read.heads import Head
from procmap.read.keys import TRIGGERS, WAIT
from procmap.read.table import Table
from procmap.read.words import WHEN_WORDS
from procmap.ref import Ref
from procmap.source.tree import Entries, Scalar, Tree

__all__ = ["as_wait", "length_in", "time_first", "triggers_named", "wait_for_time"]

_BEFORE = re.compile(
    r"^(?:(?:vänta|väntar|avvakta|wait|waits)\s+)?(?:(?:efter|inom|om|i|minst|högst|after|within|in|for|at least)\s+)*",
    re.IGNORECASE,
)
_WAITS = re.compile(
    r"(?:(?:vi\s+|att\s+)?(?:väntar|vänta)|väntan|(?:we\s+)?waits?|waiting)(?:\s+(?:in|på|tills|till|for|until)\b.*)?"
    r"|(?:(?:vi\s+|att\s+)?(?:inväntar|invänta|avvaktar|avvakta)|awaits?|awaiting)(?:\s.*)?",
    re.IGNORECASE | re.DOTALL,
)
_TRIGGERS = frozenset(row.name for row in TRIGGERS)
_HAPPENS = _TRIGGERS | {"bpmn"}
"""Keys that say what is waited for."""


def length_in(text: str) -> str | None:
    """The length of time that a text is, without ``vänta`` before it; None where it says more."""
    span = _BEFORE.sub("", text.strip(), count=1)
    return span if read_duration(span) is not None else None


def time_first(item: Tree, desk: Desk) -> Tree:
    """``- when: 3 månader`` as the wait that it is; anything else as it is."""
    if not isinstance(item, Entries) or not item.entries:
        return item
    key, value = item.entries[0]
    if key.value.casefold() not in WHEN_WORDS or desk.sections["lanes"].find(key.value):
        return item
    if not isinstance(value, Scalar) or length_in(value.value) is None:
        return item
    kind = Scalar("wait", key.line, key.column, key.length)
    return Entries([(kind, value), *item.entries[1:]], item.line, item.column, item.length)


def as_wait(head: Head, desk: Desk, ref: Ref) -> Head:
    """``- Väntar på svar`` that nobody is said to do as the wait that it is, once that has been said.

    One that is called as long as it lasts is said by ``wait_for_time``, with both.
    """
    if head.kind != "task" or head.lanes != () or not isinstance(head.name, str):
        return head
    lasts = length_in(head.name) is not None
    if not (lasts or _WAITS.fullmatch(head.name)) or any(key.value not in WAIT.rows for key, _ in head.rest):
        return head
    if not lasts:
        desk.say(say.WAIT_AS_TASK, head.at, ref, fix=f"- wait: {head.name}")
    return head._replace(kind="wait")


def wait_for_time(head: Head, desk: Desk, ref: Ref) -> Head:
    """A wait that is called as long as it lasts, with the ``timer`` that was meant, once that has been said."""
    if head.kind != "wait" or not isinstance(head.name, str) or any(key.value in _HAPPENS for key, _ in head.rest):
        return head
    span = length_in(head.name)
    if span is None:
        return head
    desk.say(say.TIME_AS_NAME, head.at, ref, name=head.name, fix=f"timer: {span}")
    timer = (Scalar("timer", head.at.line, head.at.column), Scalar(span, head.at.line, head.at.column, head.at.length))
    return head._replace(rest=[timer, *head.rest])


def triggers_named(entries: list[tuple[Scalar, Tree]], table: Table, desk: Desk, ref: Ref) -> list[tuple[Scalar, Tree]]:
    """``when: 3 månader`` below an event as ``timer``, any other ``when`` as ``condition``, once that has been said."""
    if not _TRIGGERS.issubset(table.rows) or not any(key.value.casefold() in WHEN_WORDS for key, _ in entries):
        return entries
    written = {key.value: key.line for key, _ in entries}
    found: list[tuple[Scalar, Tree]] = []
    for key, value in entries:
        text = value.value if isinstance(value, Scalar) else ""
        span = length_in(text)
        word = "timer" if span else "condition"
        if key.value.casefold() in WHEN_WORDS and text:
            if word in written:
                desk.say(say.DUPLICATE_KEY, key, ref, key=word, first=written[word])
                continue
            desk.say(say.SWEDISH_KEY, key, ref, key=key.value, guess=word)
            written[word] = key.line
            key = Scalar(word, key.line, key.column, key.length)
        found.append((key, value))
    return found
