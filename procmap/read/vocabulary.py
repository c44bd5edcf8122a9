"""The words of the language, for whoever reads the lines before anybody knows what they mean."""

from __future__ import annotations

from functools import lru_cache

from procmap.read import journey_keys, keys
from procmap.read.journey_words import JOURNEY_WORDS
from procmap.read.kinds import KINDS
from procmap.read.table import Table
from procmap.read.variant import VERBS
from procmap.source.lines import Words

__all__ = ["vocabulary"]


_DOCUMENTS = (keys.PROCESS, keys.CATALOGUE, keys.COLLABORATION, journey_keys.JOURNEY)


@lru_cache(maxsize=1)
def vocabulary() -> Words:
    """The words, by what they do on a line."""
    tables = [value for module in (keys, journey_keys) for value in vars(module).values() if isinstance(value, Table)]
    heads = {*KINDS, *VERBS, "step", "phase"} - {"to"}
    return Words(
        keys=frozenset(name for table in tables for name in table.rows) - heads,
        heads=frozenset(heads),
        tops=frozenset(("variant", "questions", "of", "changes")).union(*(table.rows for table in _DOCUMENTS)),
        lists=frozenset({"flow", "steps", "phases"}),
        answers=frozenset({"branches"}),
        waits=frozenset(keys.WAIT.rows),
        phases=frozenset({"phases", *(word for word, key in JOURNEY_WORDS.items() if key == "phases")}),
        holds={
            "process": "flow",
            "subprocess": "flow",
            "journey": "phases",
            "phase": "steps",
            "exclusive": "branches",
            "inclusive": "branches",
            "parallel": "branches",
        },
    )
