"""The kinds of steps, each with the table of its keys."""

from __future__ import annotations

from procmap.read.keys import ACTIVITY, CALL, END, GATEWAY, PATH, START, SUBPROCESS, WAIT
from procmap.read.table import Table
from procmap.text import Text

__all__ = ["DETAILS", "KINDS", "STEP_EXAMPLE", "TABLES", "kind_of"]

TABLES: dict[str, Table] = {
    "task": ACTIVITY,
    "start": START,
    "end": END,
    "wait": WAIT,
    "exclusive": GATEWAY,
    "inclusive": GATEWAY,
    "parallel": GATEWAY,
    "subprocess": SUBPROCESS,
    "call": CALL,
}
KINDS: tuple[str, ...] = (*TABLES, "to")
"""Every word that may stand first on a step, besides the name of a lane."""

DETAILS = frozenset(name for table in (*TABLES.values(), PATH) for name in table.rows)
"""Keys that stand below a step, whatever its kind."""

STEP_EXAMPLE = Text(sv="- Roll: Vad som görs", en="- Role: What is done")


def kind_of(sentence: str) -> str:
    """A sentence that ends in a question mark is a question, any other a task."""
    return "exclusive" if sentence.rstrip().endswith("?") else "task"
