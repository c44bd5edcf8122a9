"""A step that stands beside ``flow`` and not in it: ``start: Ansökan kommer in`` right below ``process:``."""

from __future__ import annotations

from procmap.read import notices as say
from procmap.read.desk import Desk
from procmap.read.keys import PROCESS
from procmap.read.kinds import KINDS
from procmap.read.words import KEY_WORDS, OTHER_WORDS
from procmap.ref import Ref
from procmap.source.tree import Entries, Items, Scalar, Tree, is_empty
from procmap.text import Text

__all__ = ["with_steps_in_flow"]

_WHERE = {
    "start": Text(sv="först där", en="first there"),
    "end": Text(sv="sist där", en="last there"),
}
_THERE = Text(sv="där", en="there")


def with_steps_in_flow(entries: list[tuple[Scalar, Tree]], desk: Desk, ref: Ref) -> list[tuple[Scalar, Tree]]:
    """The entries of a process, with a start and an end moved into ``flow``; of other steps nobody can tell where."""
    astray = [(entry, kind) for entry in entries if (kind := _kind(entry[0].value)) is not None]
    if not astray:
        return entries
    first: list[Tree] = []
    last: list[Tree] = []
    for (key, value), kind in astray:
        text = value.value if isinstance(value, Scalar) and value.value else "…"
        desk.say(say.STEP_AT_TOP, key, ref, key=key.value, where=_WHERE.get(kind, _THERE), fix=f"- {kind}: {text}")
        step = Entries([(Scalar(kind, key.line, key.column, key.length), value)], key.line, key.column, key.length)
        if kind in _WHERE:
            (first if kind == "start" else last).append(step)
    rest = [entry for entry in entries if _kind(entry[0].value) is None]
    flow = next((value for key, value in rest if key.value == "flow"), None)
    if isinstance(flow, Items):
        flow.items = [*first, *flow.items, *last]
    elif flow is None or is_empty(flow):
        at = astray[0][0][0]
        steps = Items([*first, *last], at.line, at.column, at.length)
        rest = [*(entry for entry in rest if entry[0].value != "flow"), (Scalar("flow", at.line, at.column), steps)]
    return rest


def _kind(word: str) -> str | None:
    """The kind of step that a key at the far left is; a word that means a key of the process, as ``steg``, is none."""
    low = word.strip().casefold()
    if low in KINDS:
        return low
    meant = KEY_WORDS.get(low)
    return meant if meant in KINDS and OTHER_WORDS.get(low) not in PROCESS.rows else None
