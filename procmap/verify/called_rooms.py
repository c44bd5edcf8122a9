"""The inside of a call that is gone into: opened anew, since what was proved of its process is shared by all calls."""

from __future__ import annotations

from dataclasses import replace

from procmap.verify.level import Level
from procmap.verify.scopes import Scope

__all__ = ["opened_anew"]


def opened_anew(call: Scope) -> Scope:
    """The scope of a call that was proved, with all that is inside it, as if it had not been."""
    made = replace(call, level=Level(call.owner, call.level.prefix, is_called=True), apart={})
    _fill(made, call.same_as or call)
    return made


def _fill(made: Scope, proved: Scope) -> None:
    """Put inside a scope what is inside one that was proved, with paths of its own; threads are told by numbers."""
    made.threads = dict(proved.threads)
    made.inside = {number: _copied(child, made, number) for number, child in proved.inside.items()}
    made.reactions = [(number, _copied(child, made, number)) for number, child in proved.reactions]


def _copied(child: Scope, around: Scope, number: int) -> Scope:
    prefix = f"{around.level.path(number)}/"
    outcomes = child.summary.under(child.level.prefix, prefix)
    made = replace(child, level=Level(child.owner, prefix, is_called=child.is_called), apart={}, outcomes=outcomes)
    if child.is_called:  # it is filled when somebody goes into it, too
        made.inside, made.reactions, made.same_as = {}, [], child.same_as or child
    else:
        _fill(made, child)
    return made
