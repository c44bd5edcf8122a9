"""The data that an e-service asks for: what its fields and attachments refer to, as the map describes it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from procmap.graph.e_services import EServiceAt
from procmap.graph.view import View
from procmap.model.knowledge import known
from procmap.model.resource import Data
from procmap.ref import Ref

__all__ = ["AskedData", "asked_data"]


class AskedData(NamedTuple):
    """A piece of data, and the Ref of where it is described: in the process, or in a catalogue."""

    ref: Ref
    data: Data


def asked_data(view: View, at: EServiceAt, *, fields: bool = True, attachments: bool = False) -> tuple[AskedData, ...]:
    """What is asked for, each once, in the order of the e-service; nothing of what is not described anywhere."""
    asked = (known(at.service.fields) or ()) if fields else ()
    asked += (known(at.service.attachments) or ()) if attachments else ()
    described = dict(_described(view, at)) if asked else {}
    return tuple(dict.fromkeys(described[each] for each in asked if each in described))


def _described(view: View, at: EServiceAt) -> Iterator[tuple[str, AskedData]]:
    """All data by every way to refer to it, the process's own last, since that goes before."""
    for catalogue in reversed(view.map.catalogues):
        for data in catalogue.data:
            found = AskedData(Ref(catalogue.id, f"data/{data.id}"), data)
            yield from ((word, found) for word in (data.id, f"{catalogue.id}/{data.id}", str(found.ref)))
    for data in at.process.data:
        yield data.id, AskedData(Ref(at.process.id, f"data/{data.id}"), data)
