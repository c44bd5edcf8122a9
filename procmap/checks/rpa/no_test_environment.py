"""RPA036 no-test-environment: there is nowhere to try a robot without touching real cases."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.robots import keeper, systems
from procmap.graph.labels import literal
from procmap.graph.view import View
from procmap.model.knowledge import Unknown
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process, ref, system in systems(view):
        there = system.test_environment
        if there is False or isinstance(there, Unknown):
            label = view.label(ref)
            role = literal(there.ask) if isinstance(there, Unknown) and there.ask else None
            yield hit(
                ref.of("test_environment"),
                system=label,
                cause=_UNKNOWN if isinstance(there, Unknown) else _NONE,
                role=role or keeper(view, process, system, label),
            )


_NONE = Text(sv="det finns ingen testmiljö", en="there is no test environment")
_UNKNOWN = Text(sv="ingen visste om det finns en testmiljö", en="nobody knew whether there is a test environment")

CHECK = Check(
    code="RPA036",
    name="no-test-environment",
    kind="blocker",
    packs=("rpa",),
    message=Text(
        sv="En robot går inte att prova i {system}: {cause}.", en="A robot cannot be tried in {system}: {cause}."
    ),
    question=Text(
        sv="Var kan en robot provas utan att riktiga ärenden i {system} påverkas, och med vilka påhittade uppgifter?",
        en="Where can a robot be tried without touching real cases in {system}, and with which made-up data?",
    ),
    role=Text(sv="den som förvaltar {system}", en="whoever looks after {system}"),
    rationale=Text(
        sv="En robot gör samma fel hundra gånger innan någon hinner se det. Det ska inte hända i riktiga ärenden.",
        en="A robot makes the same mistake a hundred times before anybody sees it. That must not happen in real cases.",
    ),
    source="UiPath PDD template, minimum prerequisites, read 2026-11-23",
    bad="""\
systems:
  ecos: {name: Ecos, access: ui_thick, owner: Förvaltare, test_environment: false, robot_allowed: true}
""",
    good="""\
systems:
  ecos: {name: Ecos, access: ui_thick, owner: Förvaltare, test_environment: true, robot_allowed: true}
""",
    find=find,
)
