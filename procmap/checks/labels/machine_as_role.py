"""LBL003 machine-as-role: what works in a lane is a system or a robot by its name, and a person by its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.naming import spellings
from procmap.checks.words import WHO_LEADS
from procmap.graph.view import View
from procmap.model.catalogue import Catalogue
from procmap.model.process import Process
from procmap.ref import Ref
from procmap.text import Text

_MACHINE = r"(?:\S*system|it-system|e-?tjänst|(?:rpa-)?robot|mjukvarurobot|system|e-?service)(?:et|en)?"


def find(view: View) -> Iterator[Hit]:
    """A lane called as one of the systems of the map, or by a word that is nobody's role."""
    shared = {name for catalogue in view.map.catalogues for name in _systems(catalogue)}
    for document in view.documents:
        if not isinstance(document, (Process, Catalogue)):
            continue
        systems = shared | _systems(document)
        for lane in document.lanes:
            names = [name.strip().casefold() for name in spellings(lane.name)]
            if lane.kind == "person" and any(name in systems or re.fullmatch(_MACHINE, name) for name in names):
                ref = Ref(document.id, f"lanes/{lane.id}")
                yield hit(ref.of("kind"), role_name=view.label(ref))


def _systems(document: Process | Catalogue) -> set[str]:
    return {name.strip().casefold() for system in document.systems for name in spellings(system.name)}


CHECK = Check(
    code="LBL003",
    name="machine-as-role",
    kind="ask",
    message=Text(
        sv="Rollen {role_name} heter som ett system, men står som en människa.",
        en="The role {role_name} is called as a system, but stands as a person.",
    ),
    question=Text(
        sv="Är det {role_name} som gör stegen av sig själv, eller är det någon som arbetar i det, och i så fall "
        "vilken roll?",
        en="Does {role_name} do the steps by itself, or is it somebody who works in it, and then which role?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Frågor om varför och hur går till den som gör steget. Ett system svarar inte, och den som sitter vid det "
        "syns inte i kartan. Det som arbetar av sig självt får kind: system eller kind: robot under lanes.",
        en="Questions of why and how go to whoever does the step. A system does not answer, and whoever sits at it is "
        "not seen in the map. What works by itself gets kind: system or kind: robot below lanes.",
    ),
    source="procmap, 2026-11-30",
    only_asks="kind",
    bad="""\
lanes:
  foretagare: {name: Livsmedelsföretagare, kind: customer}
  registrator: Ecos
  inspektor: Livsmedelsinspektör
""",
    good="""\
lanes:
  foretagare: {name: Livsmedelsföretagare, kind: customer}
  registrator: Registrator
  inspektor: Livsmedelsinspektör
""",
    find=find,
)
