"""Messages that meet nobody, where a message flow need not say which message it carries."""

from __future__ import annotations

import pytest

from procmap.graph.messages import unreceived, unsent
from procmap.model.activity import Task
from procmap.model.collaboration import Collaboration, Pool
from procmap.model.event import Event, Trigger
from procmap.model.flow import MessageFlow
from procmap.model.process import Process
from procmap.model.process_map import ProcessMap

START = Event(id="start", position="start", triggers=(Trigger("message", "ansokan"),))
SEND = Task(id="skicka", type="send", sends=("besked",))


def map_with(*flows: MessageFlow) -> ProcessMap:
    pools = (Pool(id="kommun", process="p"), Pool(id="sokande"))
    meeting = Collaboration(id="c", pools=pools, message_flows=flows)
    return ProcessMap(processes=(Process(id="p", nodes=(START, SEND)),), collaborations=(meeting,))


CASES = {
    "no flow": ((), ["besked"], ["ansokan"]),
    "flows that say nothing": (
        (MessageFlow(id="a", source="sokande", target="kommun/start"), MessageFlow(id="b", source="kommun/skicka", target="sokande")),
        [], [],
    ),
    "a flow that says which": ((MessageFlow(id="a", source="sokande", target="kommun/start", message="ansokan"),), ["besked"], []),
    "a flow of another message": (
        (MessageFlow(id="a", source="sokande", target="kommun/start", message="annat"),), ["besked"], ["ansokan"],
    ),
}


@pytest.mark.parametrize(("flows", "lost", "awaited"), CASES.values(), ids=CASES)
def test_who_meets_nobody(flows: tuple[MessageFlow, ...], lost: list[str], awaited: list[str]) -> None:
    map = map_with(*flows)
    assert [stray.message.id for stray in unreceived(map)] == lost
    assert [stray.message.id for stray in unsent(map)] == awaited
