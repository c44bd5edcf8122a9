"""What the parts of a map are, for programs and for people: *steg*, *roll*, *vägval*."""

from __future__ import annotations

from procmap.model.event import Event
from procmap.model.part import Part
from procmap.text import Text

__all__ = ["what_it_is"]

_WHAT = {
    "Annotation": ("annotation", Text("anteckning", "annotation")),
    "Association": ("association", Text("koppling", "association")),
    "CallActivity": ("call", Text("anrop", "call")),
    "Catalogue": ("catalogue", Text("katalog", "catalogue")),
    "Collaboration": ("collaboration", Text("samverkan", "collaboration")),
    "Data": ("data", Text("uppgift", "piece of data")),
    "DataAssociation": ("data_association", Text("datakoppling", "data association")),
    "DataReference": ("data_reference", Text("uppgift i bilden", "piece of data in the picture")),
    "Deadline": ("deadline", Text("tidsfrist", "deadline")),
    "Event": ("event", Text("händelse", "event")),
    "Evidence": ("evidence", Text("underlag", "evidence")),
    "Gateway": ("gateway", Text("vägval", "choice")),
    "GlobalTask": ("global_task", Text("globalt steg", "global task")),
    "Group": ("group", Text("grupp", "group")),
    "Journey": ("journey", Text("användarresa", "journey")),
    "Lane": ("lane", Text("roll", "role")),
    "Message": ("message", Text("meddelande", "message")),
    "MessageFlow": ("message_flow", Text("meddelande mellan två", "message between two")),
    "Persona": ("persona", Text("persona", "persona")),
    "Phase": ("phase", Text("fas", "phase")),
    "Pool": ("pool", Text("deltagare", "participant")),
    "Process": ("process", Text("process", "process")),
    "Rule": ("rule", Text("regel", "rule")),
    "SequenceFlow": ("flow", Text("väg", "way")),
    "Signal": ("signal", Text("signal", "signal")),
    "Step": ("step", Text("steg", "step")),
    "SubProcess": ("subprocess", Text("delprocess", "subprocess")),
    "System": ("system", Text("system", "system")),
    "Task": ("task", Text("steg", "step")),
}
_EVENTS = {
    "start": ("start", Text("start", "start")),
    "end": ("end", Text("slut", "end")),
    "catch": ("wait", Text("väntan", "wait")),
}


def what_it_is(part: Part) -> tuple[str, Text]:
    """What kind of thing a part is, for programs and for people."""
    if isinstance(part, Event) and part.position in _EVENTS:
        return _EVENTS[part.position]
    return _WHAT[type(part).__name__]
