"""Roles that are residents by their name.

At a first meeting nobody writes ``kind: customer``, and still nobody would ask the applicant why she applies, or how
the case is handed over from her. What is said in ``lanes:`` goes before: these words count only for a lane whose kind
is the default.
"""

from __future__ import annotations

import re

from procmap.model.label import Translated
from procmap.model.resource import Lane, LaneKind

__all__ = ["is_resident", "kind_of"]

_WORDS = (
    "sökande", "sökanden", "sokande", "anmälare", "anmälaren", "företagare", "företagaren", "företag", "invånare",
    "invånaren", "medborgare", "medborgaren", "kund", "kunden", "brukare", "brukaren", "vårdnadshavare",
    "vårdnadshavaren", "förälder", "föräldern", "föräldrar", "föräldrarna", "elev", "eleven", "byggherre",
    "byggherren", "fastighetsägare", "fastighetsägaren", "anhörig", "närstående", "granne", "grannen", "grannar",
    "grannarna", "besökare", "besökaren", "klagande", "klaganden", "hyresgäst", "hyresgästen", "privatperson",
    "applicant", "resident", "citizen", "customer", "client", "guardian", "parent", "pupil", "business owner",
    "property developer", "neighbour", "neighbours", "visitor", "appellant", "tenant",
)  # fmt: skip

_WHOLE = re.compile(r"(?<!fackligt )(?<!personligt )\bombud(et)?$|(?<!särskilt )\b(de )?boende$")
"""Words that mean another thing in compounds: a data protection officer is an *ombud* too, and a home a *boende*."""


def is_resident(name: object) -> bool:
    """Whether a role's name says that it is somebody the service is for; compounds count (``livsmedelsföretagare``)."""
    if isinstance(name, Translated):
        return is_resident(name.sv) or is_resident(name.en)
    if not isinstance(name, str):
        return False
    words = name.strip().casefold()
    return words.endswith(_WORDS) or _WHOLE.search(words) is not None


def kind_of(lane: Lane | None) -> LaneKind | None:
    """What works in a lane; a role whose name says that it is a resident is a customer. None without a lane."""
    if lane is None:
        return None
    return "customer" if lane.kind == "person" and is_resident(lane.name) else lane.kind
