"""The proofs that checks of the flow ask for, and what others have already said about the same fault."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.graph.adjacency import spread
from procmap.graph.run import Place
from procmap.graph.soundness_words import Account
from procmap.graph.view import View
from procmap.model.activity import CallActivity
from procmap.model.process import Process

__all__ = ["behind", "is_never_come_to", "proofs", "stuck_places"]


def proofs(view: View) -> Iterator[tuple[Process, Account]]:
    """Each process that has to be proved, with its proof.

    Where a case is never in more than one place, and all stands on one level, there is nothing to prove: what can go
    wrong there is that a step is not reached or leads to no end, and other checks see that.
    """
    for process in view.processes:
        scopes = view.scopes(process)
        if len(scopes) == 1 and scopes[0].is_in_one_place:
            continue
        if (account := view.soundness(process)) is not None:
            yield process, account


def stuck_places(account: Account) -> list[Place]:
    """Where a case gets stuck; nothing where another check says the same.

    That is so where from somewhere no way leads to an end (FLW003, FLW005), where all that is waited for is a step that
    no way leads to (FLW004), and where it is the process that is called that gets stuck, which is proved itself.
    """
    places = account.places(account.proven.elements.get("option_to_complete", ()))
    for place in places:
        is_called = isinstance(place.node, CallActivity) or place.process is not account.course.process
        if is_called or account.course.circles:
            return []
        missing = account.run.missing.get(place.path, ())
        if missing and all(flow.source not in place.scope.reachable for flow in missing):
            return []
    return places


def is_never_come_to(account: Account, place: Place) -> bool:
    """Whether no way leads to an element, or to the subprocess that it stands in, so that FLW001 or FLW004 says so."""
    path = place.path
    while path:
        here = account.course.place(path)
        if here is not None and here.id not in here.scope.reachable:
            return True
        path = path.rpartition("/")[0]
    return False


def behind(account: Account, places: list[Place]) -> set[str]:
    """The paths of all that comes after some elements, within what is around them too."""
    found: set[str] = set()
    for place in places:
        path = place.path
        while path:
            here = account.course.place(path)
            if here is not None:
                prefix = path[: len(path) - len(here.id)]
                found.update(prefix + id for id in spread(here.scope.after(here.id), here.scope.after))
            path = path.rpartition("/")[0]
    return found
