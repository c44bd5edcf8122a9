"""Calls from one BPMN file into another, where more than one process has the id that is called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from procmap.finding import Finding, Place
from procmap.model.activity import CallActivity
from procmap.model.process_map import nodes_within
from procmap.read.desk import several
from procmap.ref import Ref
from procmap.source.source import Source
from procmap.text import Text

if TYPE_CHECKING:
    from procmap.read.bpmn import BpmnReading
    from procmap.read.documents import Head

__all__ = ["ambiguous_calls"]

_CALL = Text("Anropet ”{name}”", "The call “{name}”")


def ambiguous_calls(
    readings: Iterable[BpmnReading], heads: Sequence[Head], sources: Mapping[str, Source]
) -> Iterator[Finding]:
    """A finding for each call of an id that processes in several other files have: which of them is meant?

    One in the caller's own file is meant, and is no question.
    """
    from procmap.read import bpmn_notices as say

    paths: dict[str, list[str]] = {}
    for head in heads:
        if head.kind == "process":
            paths.setdefault(head.id, []).append(head.path)
    for reading in readings:
        for process in reading.processes:
            for path, node in nodes_within(process):
                called = node.calls if isinstance(node, CallActivity) else None
                if not isinstance(called, str) or len(paths.get(called, ())) < 2:
                    continue
                ref = Ref(process.id, path, "calls")
                source = sources[process.id]
                place = Place(source.path, *source.positions.get(Ref(process.id, path), (1, 1)))
                call = _CALL.fill(name=node.name or node.id)
                yield Finding.of(
                    say.CALLS_ONE_OF_SEVERAL, ref, place=place, Call=call, id=called, paths=several(paths[called])
                )
