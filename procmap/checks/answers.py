"""What the answers to a question hold: as ranges of an amount, or as conditions that are joined by *och* or *eller*."""

from __future__ import annotations

import re
from typing import NamedTuple

from procmap.checks.naming import spellings
from procmap.checks.rule_cases import Choice, plain
from procmap.checks.spans import Said, said
from procmap.model.flow import SequenceFlow
from procmap.model.knowledge import known

__all__ = ["Answer", "implies", "ranges", "text_of"]

_AND = r"\s*&&\s*|\s*,?\s+(?:och|and|samt)\s+"
_OR = r"\s*\|\|\s*|\s*,?\s+(?:eller|or)\s+"
_UNSURE = r"(?<!\w)(?:varken|antingen|neither|either|både|both|inte|ej|not)(?!\w)|!(?!=)"
"""With these, what is joined to what cannot be told from the words."""


class Answer(NamedTuple):
    """A way out of a question, the words that say when it is taken, and the range they speak of."""

    way: SequenceFlow
    text: str
    said: Said


def text_of(way: SequenceFlow) -> str:
    """When a way is taken, in words: its condition, else what the answer is called."""
    return known(way.condition) or next(iter(spellings(way.name)), "")


def ranges(choice: Choice) -> list[Answer]:
    """The ways whose words are an amount, in their order, without the one for all else."""
    ways = [way for way in choice.ways if way.id != choice.gateway.default]
    return [Answer(way, text, found) for way in ways if (found := said(text := text_of(way))) is not None]


def implies(one: str, other: str) -> bool:
    """Whether what one condition says makes the other true too: *a och b* makes *a*, and *a eller c*.

    Only by the same words in both; what says *inte*, or mixes *och* with *eller*, is left alone.
    """
    if not one or not other or any(re.search(_UNSURE, text, re.IGNORECASE) for text in (one, other)):
        return False
    first, second = _parts(one, _AND, _OR), _parts(other, _OR, _AND)
    return first is not None and second is not None and not first.isdisjoint(second)


def _parts(text: str, joined: str, never: str) -> set[str] | None:
    """What a condition joins; None where it joins in the other way, or both."""
    bare = re.sub(r"^[$#]\{(.*)\}$", r"\1", " ".join(text.split()))
    if re.search(never, bare, re.IGNORECASE):
        return None
    return {plain(part.strip(" ()")) for part in re.split(joined, bare, flags=re.IGNORECASE) if part.strip(" ()")}
