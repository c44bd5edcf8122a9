"""``- om sjuk: Chef: ombokar``: when something is done stands where a step says who does it."""

from __future__ import annotations

import re

from procmap.read import notices as say
from procmap.read.desk import Desk
from procmap.source.tree import Entries, Scalar
from procmap.text import Text

__all__ = ["condition_first", "is_condition"]

_CONDITION = re.compile(
    r"(?:(?:om|ifall|när|if|when|in case)\s+(?=[^\W\d])|(?:Om|Ifall|När|If|When|In case)\s+(?=[a-zåäö]))(.+)"
)
"""*Om patienten är sjuk*, and not *If Skadeförsäkring*."""
_STEP = Text(sv="- Roll: {name}", en="- Role: {name}")
_ROLE = re.compile(r"([^\W\d][^:]{0,40}):\s+(\S.*)")


def is_condition(text: str) -> bool:
    """Whether a first key says when something is done, and not who does it."""
    return _CONDITION.fullmatch(text.strip()) is not None


def condition_first(item: Entries, desk: Desk) -> Entries:
    """A step that starts with a condition, as the step alone: what it interrupts, nobody but the team can tell."""
    key, value = item.entries[0]
    match = _CONDITION.fullmatch(key.value.strip())
    if match is None or not isinstance(value, Scalar) or not value.value or desk.sections["lanes"].find(key.value):
        return item
    role = _ROLE.fullmatch(value.value)
    step = f"- {role[1]}: {role[2]}" if role else _STEP.fill(name=value.value)
    desk.say(say.CONDITION_FIRST, key, key=key.value, condition=match[1], step=step)
    desk.instead_of_colon(key)
    who = Scalar(role[1] if role else "task", value.line, value.column, len(role[1]) if role else value.length)
    what = Scalar(role[2] if role else value.value, value.line, value.column, value.length)
    return Entries([(who, what), *item.entries[1:]], item.line, item.column, item.length)
