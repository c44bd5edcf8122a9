"""The decisions that the municipality makes in the processes that a resident meets, and by whom.

The Swedish Administrative Procedure Act mostly leaves out cases whose decisions are tried for legality (section 2), so
that what it demands is not asked about those.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from procmap.graph.adjacency import Scope
from procmap.graph.e_services import e_services, without_e_service
from procmap.graph.view import View
from procmap.model.activity import Activity, CallActivity
from procmap.model.knowledge import Disputed, Unknown, known
from procmap.model.process import Process
from procmap.model.rule import Decision
from procmap.ref import Ref

__all__ = ["DecisionAt", "decisions", "is_board", "is_by_board", "is_by_machine", "is_tried_for_legality", "served"]

_MACHINES = ("system", "robot")
_BOARD = re.compile(
    r"(nämnd(en)?|(?<!läns)styrelse(n)?|fullmäktige|utskott(et)?)\b"
    r"|\b(board|council|committee)\b(?! (clerk|officer|secretary))",
    re.IGNORECASE,
)


class DecisionAt(NamedTuple):
    """A decision, the step that makes it and where that stands; whether a machine makes it."""

    process: Process
    scope: Scope
    ref: Ref
    activity: Activity
    decision: Decision
    by_machine: bool


def served(view: View, *, inner: bool = True) -> tuple[Process, ...]:
    """The processes that an e-service stands before, or may come to stand before; ``inner``: and those they call."""
    ids = {each.process.id for each in e_services(view)} | {process.id for process, _ in without_e_service(view)}
    if not inner:
        return tuple(process for process in view.processes if process.id in ids)
    called: dict[str, list[str]] = {}
    for process, _, _, node in view.elements(CallActivity):
        if calls := known(node.calls):
            called.setdefault(process.id, []).append(calls.rpartition("#")[2])
    waiting = list(ids)
    while waiting:
        new = [id for id in called.get(waiting.pop(), ()) if id not in ids]
        ids.update(new)
        waiting += new
    return tuple(process for process in view.processes if process.id in ids)


def decisions(view: View) -> Iterator[DecisionAt]:
    """Every decision of which something is said, in the order of the map."""
    ids = {process.id for process in served(view)}
    for process, scope, ref, activity in view.elements(Activity):
        decision = known(activity.decision)
        if process.id in ids and isinstance(decision, Decision):
            by_machine = is_by_machine(view, process, ref.element or "", decision)
            yield DecisionAt(process, scope, ref, activity, decision, by_machine)


def is_by_machine(view: View, process: Process, path: str, decision: Decision) -> bool:
    """Whether a decision is made without a person: it is said so, or nothing else is and the step is a machine's.

    Where answers differ on who decides, it counts if a machine is among them.
    """
    if isinstance(decision.automated, bool):
        return decision.automated
    if decision.automated is not None or view.kind(process, view.place(process, path)) not in _MACHINES:
        return False
    deciding = decision.decided_by
    if deciding is None or isinstance(deciding, Unknown):
        return True
    voices = [voice.value for voice in deciding.says] if isinstance(deciding, Disputed) else [known(deciding)]
    return any(view.kind(process, role) in _MACHINES for voice in voices for role in _roles(voice))


def is_by_board(view: View, process: Process, decision: Decision) -> bool:
    """Whether elected members decide themselves: such a decision is made in their own right."""
    roles = known(decision.decided_by) or ()
    return any(is_board(view, process, role) for role in roles)


def is_board(view: View, process: Process, role: str) -> bool:
    """Whether a role, or the lane of that id, is elected members together: not those who work for them."""
    return any(_BOARD.search(name) is not None for name in (role, *view.role(process, role)))


def is_tried_for_legality(decision: Decision) -> bool:
    """Whether a decision is appealed against as decisions of the municipality itself are."""
    return known(decision.appeal) == "laglighetsprovning"


def _roles(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        yield from (item for item in value if isinstance(item, str))
