"""Roles that are residents by their name.

At a first meeting nobody writes ``kind: customer``, and still nobody would ask the applicant why she applies, or how
the case is handed over from her. What is said in ``lanes:`` goes before: these words count only for a lane whose kind
is the default.
"""

from __future__ import annotations

from procmap.model.label import Translated
from procmap.model.resource import Lane, LaneKind

__all__ = ["is_resident", "kind_of"]

_WORDS = (
    "sökande", "sokande", "anmälare", "företagare", "företag", "invånare", "medborgare", "kund", "kunden", "brukare",
    "vårdnadshavare", "förälder", "föräldrar", "elev", "byggherre", "fastighetsägare", "ombud", "anhörig", "närstående",
    "granne", "grannar", "boende", "besökare", "klagande",
    "applicant", "resident", "citizen", "customer", "client", "guardian", "parent", "pupil", "business owner",
    "developer", "neighbour", "neighbours", "visitor", "appellant",
)  # fmt: skip


def is_resident(name: object) -> bool:
    """Whether a role's name says that it is somebody the service is for; compounds count (``livsmedelsföretagare``)."""
    if isinstance(name, Translated):
        return is_resident(name.sv) or is_resident(name.en)
    return isinstance(name, str) and name.strip().casefold().endswith(_WORDS)


def kind_of(lane: Lane | None) -> LaneKind | None:
    """What works in a lane; a role whose name says that it is a resident is a customer. None without a lane."""
    if lane is None:
        return None
    return "customer" if lane.kind == "person" and is_resident(lane.name) else lane.kind
