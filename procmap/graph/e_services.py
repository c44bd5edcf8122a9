"""Which processes have an e-service, and of which nothing is said where something should be.

A process has one when it has a block ``e_service``: that alone is asked about. Where nothing is said, one thing is
asked, whether and what, and none of what would follow from the answer. ``e_service: n/a`` settles it: there is none.

Nothing is asked of a process that is a part of another (one calls it), of what others do (a pool of residents, or one
that is drawn within a collaboration), or of one that no resident meets in a map where another process is more likely
to be meant: a resident has a lane in that, a journey meets it, messages come to it or leave it, or it speaks of an
e-service itself. So a folder with an inner process beside the one that is asked for is not asked twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from procmap.graph.residents import is_resident
from procmap.graph.view import View
from procmap.model.activity import Activity, CallActivity
from procmap.model.e_service import EService
from procmap.model.event import Event
from procmap.model.knowledge import Unknown, known
from procmap.model.process import Process
from procmap.ref import Ref

__all__ = ["EServiceAt", "asks_for_eid", "decides", "e_services", "without_e_service"]


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
    called = _called(view)
    ours = [process for process in view.processes if process.id not in called and not _is_of_others(view, process)]
    met = _met_by_journeys(view)
    likely = [process for process in ours if process.e_service is not None or _is_met(view, process, met)]
    for process in likely or ours:
        if process.e_service is None or isinstance(process.e_service, Unknown):
            yield process, Ref(process.id)


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


def _is_met(view: View, process: Process, met: set[str]) -> bool:
    """Whether a resident has something to do with a process, as far as the map tells."""
    if process.id in met or any(view.kind(process, lane.id) == "customer" for lane in process.lanes):
        return True
    if partners := _partners(view, process):
        residents = any(is_resident(pool.name) for each in view.map.collaborations for pool in each.pools)
        return not residents or any(is_resident(name) for name in partners)
    return bool(process.messages) or any(_speaks(node) for _, node in view.nodes(process))


def _partners(view: View, process: Process) -> list[object]:
    """The names of the pools that the process exchanges messages with."""
    found: list[object] = []
    for collaboration in view.map.collaborations:
        names = {pool.id: pool.name for pool in collaboration.pools}
        own = {pool.id for pool in collaboration.pools if pool.process == process.id}
        for flow in collaboration.message_flows if own else ():
            ends = [end.partition("/")[0] for end in (flow.source, flow.target)]
            if own.intersection(ends):
                found += [names.get(end) for end in ends if end not in own]
    return found


def _speaks(node: object) -> bool:
    """Whether a message comes to an element or leaves it."""
    if isinstance(node, Activity):
        return bool(known(node.sends) or known(node.message))
    return isinstance(node, Event) and any(trigger.kind == "message" for trigger in node.triggers)
