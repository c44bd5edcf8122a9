"""Which processes have an e-service, and of which nothing is said where something should be.

A process has one when it has a block ``e_service``: that alone is asked about. Where nothing is said, one thing is
asked, whether and what, and none of what would follow from the answer. ``e_service: n/a`` settles it: there is none.

Nothing is asked of a process that is a part of another (one calls it), of what others do (a pool of residents, or one
that is drawn within a collaboration), or of one that no resident meets in a map where another process is more likely
to be meant: a resident has a lane in that, a journey meets it, messages come to it or leave it, or it speaks of an
e-service itself. So a folder with an inner process beside the one that is asked for is not asked twice.

Where no resident meets any process, those are meant that say whom they are for, or begin with what somebody outside
sends: at a first meeting hardly anybody writes the applicant down. Of others nobody can tell whether one is meant at
all, and that is then the only question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import NamedTuple

from procmap.graph.residents import is_resident
from procmap.graph.view import View
from procmap.model.activity import Activity, CallActivity
from procmap.model.e_service import EService
from procmap.model.event import Event
from procmap.model.knowledge import Unknown, known
from procmap.model.process import Process
from procmap.ref import Ref

__all__ = ["EServiceAt", "asks_for_eid", "decides", "e_services", "for_nobody", "without_e_service"]


class EServiceAt(NamedTuple):
    """An e-service, the process behind it, and the Ref of the process: ``ref.of("e_service", "gdpr.basis")``."""

    process: Process
    ref: Ref
    service: EService


def e_services(view: View) -> Iterator[EServiceAt]:
    """Every e-service that a process says something of, in the order of the map."""
    for process in view.processes:
        service = known(process.e_service)
        if service is not None:
            yield EServiceAt(process, Ref(process.id), service)


def asks_for_eid(service: EService) -> bool:
    """Whether it is known that one has to show who one is: a level of assurance, or eIDs that will do."""
    identification = known(service.identification)
    if identification is None:
        return False
    return known(identification.level) not in (None, "none") or bool(known(identification.issuers))


def decides(view: View, process: Process) -> bool:
    """Whether a step of a process is known to be a decision."""
    return any(isinstance(node, Activity) and known(node.decision) is not None for _, node in view.nodes(process))


def without_e_service(view: View) -> Iterator[tuple[Process, Ref]]:
    """Every process that may be meant by an e-service of which nothing is said, or nobody knew anything."""
    for process in _meant(view, _ours(view)):
        if process.e_service is None or isinstance(process.e_service, Unknown):
            yield process, Ref(process.id)


def for_nobody(view: View) -> tuple[Process, ...]:
    """All processes of a map where it does not show of any whom an e-service would be for."""
    ours = _ours(view)
    return () if _meant(view, ours) else tuple(ours)


def _ours(view: View) -> list[Process]:
    called = _called(view)
    return [process for process in view.processes if process.id not in called and not _is_of_others(view, process)]


def _meant(view: View, ours: list[Process]) -> list[Process]:
    met, partners = _met_by_journeys(view), _partners(view)
    likely = [
        process
        for process in ours
        if process.e_service is not None or process.id in met or _is_met(view, process, partners.get(process.id))
    ]
    return likely or [process for process in ours if _is_for_somebody(view, process)]


_SENT_IN = re.compile(
    r"ansök|anmäl|begäran|förfrågan|klagomål|synpunkt|överklag|application|request|complaint|appeal", re.IGNORECASE
)
"""What somebody outside sends in: *Ansökan kommer in*, *Registrera anmälan*."""
_FEW = 20


def _is_for_somebody(view: View, process: Process) -> bool:
    """Whether a process says whom it is for, or begins with what somebody outside sends in."""
    if known(process.customer) or known(process.life_event):
        return True
    scope = next(iter(view.scopes(process)), None)
    if scope is None:
        return False
    first = list(islice(scope.entries, _FEW))
    near = islice(chain(first, chain.from_iterable(map(scope.after, first))), _FEW)
    return any(_SENT_IN.search(str(scope.nodes[id].name or "")) for id in near)


def _called(view: View) -> set[str]:
    """The ids of processes that are a step of another."""
    return {
        calls.partition("#")[0]
        for process, _, _, node in view.elements(CallActivity)
        if (calls := known(node.calls)) and calls != process.id
    }


def _is_of_others(view: View, process: Process) -> bool:
    return view.pool(process) is not None or is_resident(view.pool_name(process))


def _met_by_journeys(view: View) -> set[str]:
    return {process.id for journey in view.map.journeys for process in view.blueprint(journey).processes}


def _is_met(view: View, process: Process, partners: _Partners | None) -> bool:
    """Whether a resident has something to do with a process, as far as its lanes, pools and messages tell."""
    if any(view.kind(process, lane.id) == "customer" for lane in process.lanes):
        return True
    if partners is not None and partners.names:
        return not partners.has_resident or any(is_resident(name) for name in partners.names)
    return bool(process.messages) or any(_speaks(node) for _, node in view.nodes(process))


class _Partners(NamedTuple):
    """The names of the pools that a process exchanges messages with, and whether any pool beside it is a resident's."""

    names: tuple[object, ...]
    has_resident: bool


def _partners(view: View) -> dict[str, _Partners]:
    """By the id of the process, for each that is a pool of a collaboration; its last collaboration counts."""
    found: dict[str, _Partners] = {}
    for collaboration in view.map.collaborations:
        names: dict[str, object] = {pool.id: pool.name for pool in collaboration.pools}
        has_resident = any(is_resident(name) for name in names.values())
        others: dict[str, list[object]] = {id: [] for id in names}
        for flow in collaboration.message_flows:
            ends = flow.source.partition("/")[0], flow.target.partition("/")[0]
            for own, other in (ends, ends[::-1]):
                if own != other and own in others:
                    others[own].append(names.get(other))
        for pool in collaboration.pools:
            if process := known(pool.process):
                found[process] = _Partners(tuple(others[pool.id]), has_resident)
    return found


def _speaks(node: object) -> bool:
    """Whether a message comes to an element or leaves it."""
    if isinstance(node, Activity):
        return bool(known(node.sends) or known(node.message))
    return isinstance(node, Event) and any(trigger.kind == "message" for trigger in node.triggers)
