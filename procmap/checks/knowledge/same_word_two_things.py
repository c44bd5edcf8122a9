"""KNO015 same-word-two-things: two documents use one name, and say different things of what it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Union

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS, attribute, listing
from procmap.graph.view import View
from procmap.model.catalogue import Catalogue
from procmap.model.label import Translated
from procmap.model.process import Process
from procmap.model.resource import Data, System
from procmap.ref import Ref
from procmap.text import Text

_TELLING = {
    "data": ("type", "format", "structure", "record", "personal_data", "record_type", "retention"),
    "systems": ("vendor", "access", "client", "api", "owner", "logon"),
}
"""What settles whether two entries of one name are the same thing; all else may rightly differ."""


def find(view: View) -> Iterator[Hit]:
    """A variant may say otherwise than its origin: that is what it is for."""
    kin = {process.id: process.variant_of or process.id for process in view.processes}
    first: dict[tuple[str, str], tuple[Ref, Union[Data, System]]] = {}
    for document in view.documents:
        for section in _TELLING if isinstance(document, (Process, Catalogue)) else ():
            entries: tuple[Union[Data, System], ...] = getattr(document, section)
            for entry in entries:
                if not isinstance(entry.name, (str, Translated)):
                    continue
                ref = Ref(document.id, f"{section}/{entry.id}")
                other, before = first.setdefault((section, str(entry.name).strip().casefold()), (ref, entry))
                if other.document == ref.document or kin.get(other.document) == kin.get(ref.document, ""):
                    continue
                if differing := [name for name in _TELLING[section] if _differ(view, before, entry, name)]:
                    yield hit(
                        ref.of(differing[0]),
                        other.of(differing[0]),
                        thing=view.label(ref),
                        here=view.label(Ref(ref.document)),
                        there=view.label(Ref(other.document)),
                        what=listing(attribute(entry, name) for name in differing),
                    )


def _differ(view: View, one: Union[Data, System], other: Union[Data, System], name: str) -> bool:
    a, b = view.value(one, name), view.value(other, name)
    return a is not None and b is not None and str(a).strip().casefold() != str(b).strip().casefold()


CHECK = Check(
    code="KNO015",
    name="same-word-two-things",
    kind="ask",
    packs=("rpa", "e-service", "sharing"),
    message=Text(
        sv="{here} och {there} säger olika om {thing}: {what}.",
        en="{here} and {there} differ about {thing}: {what}.",
    ),
    question=Text(
        sv="Är {thing} samma sak i {here} och {there}, och vad kallar vi den andra om det är två?",
        en="Is {thing} the same in {here} and {there}, and what do we call the other one if they are two?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Två enheter kan tala länge om ”anmälan” utan att märka att de menar olika papper.",
        en="Two units can talk for long of “the notification” without noticing that they mean different papers.",
    ),
    source="procmap, 2026-11-30",
    bad="""\
owner: Miljöchef
---
catalogue: Gemensamt
data:
  anmalan: {name: Anmälan, type: text, structure: structured, personal_data: sensitive, retention: Bevaras}
""",
    good="""\
owner: Miljöchef
---
catalogue: Gemensamt
data:
  anmalan: {name: Anmälan, type: text, structure: structured, personal_data: personal, retention: Bevaras}
""",
    find=find,
)
