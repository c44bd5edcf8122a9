"""RPA033 api-available: a robot would work through the screens of a system that can be reached without them."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.robots import keeper, systems
from procmap.graph.view import View
from procmap.model.knowledge import known
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process, ref, system in systems(view):
        if system.api is True and known(system.access) in _SCREENS:
            label = view.label(ref)
            yield hit(ref.of("api"), system=label, role=keeper(view, process, system, label))


_SCREENS = frozenset({"ui_web", "ui_thick", "citrix", "mainframe"})

CHECK = Check(
    code="RPA033",
    name="api-available",
    kind="ask",
    packs=("rpa",),
    message=Text(
        sv="{system} används via sina skärmbilder, fast det går att nå utan dem.",
        en="{system} is used through its screens, although it can be reached without them.",
    ),
    question=Text(
        sv="Kan uppgifterna gå in i och ut ur {system} via dess API, i stället för med en robot?",
        en="Can the data go into and out of {system} by its API, instead of with a robot?",
    ),
    role=Text(sv="den som förvaltar {system}", en="whoever looks after {system}"),
    rationale=Text(
        sv="En integration överlever att skärmbilden ändras. En robot gör det sällan.",
        en="An integration outlives a changed screen. A robot seldom does.",
    ),
    source="SKL (nu SKR), rekommendationer om RPA, skl.se, 2018, läst 2026-11-23",
    bad="""\
systems:
  ecos: {name: Ecos, access: ui_thick, api: true, owner: Förvaltare, test_environment: true, robot_allowed: true}
""",
    good="""\
systems:
  ecos: {name: Ecos, access: ui_thick, api: false, owner: Förvaltare, test_environment: true, robot_allowed: true}
""",
    find=find,
)
