"""RPA035 system-not-asked: systems of which nobody has asked whether and how a robot can work in them."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.robots import meant, systems_used
from procmap.checks.systems import is_ones_own
from procmap.checks.words import WHO_LEADS, listing
from procmap.graph.view import View
from procmap.model.knowledge import known
from procmap.model.resource import System
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """One question about all systems, with what is missing for any of them; lists of people's own are no such."""
    for process, found in meant(view):
        used = systems_used(view, process, found)
        run = {ref: system for ref, system in used.items() if not is_ones_own(system.id, system.name)}
        missing = {ref: names for ref, system in run.items() if (names := _missing(system))}
        any_missing = {name for names in missing.values() for name in names}
        for ref in missing:
            what = listing(words for name, words in _WORDS.items() if name in any_missing)
            yield hit(ref, step=view.label(ref), what=what, asked=False)


def _missing(system: System) -> list[str]:
    """What nobody has asked; where programs talk to each other no robot needs a licence to look at the screen."""
    names = [name for name in _WORDS if getattr(system, name) is None]
    if known(system.access) in ("api", "file") and "robot_allowed" in names:
        names.remove("robot_allowed")
    return names


_WORDS = {
    "owner": Text(sv="vem som är förvaltare", en="who looks after it"),
    "access": Text(sv="om vägen in är en skärmbild eller något annat", en="whether the way in is a screen or another"),
    "robot_allowed": Text(sv="om en robot får arbeta där", en="whether a robot may work there"),
    "test_environment": Text(sv="om det finns en testmiljö", en="whether there is a test environment"),
}

CHECK = Check(
    code="RPA035",
    name="system-not-asked",
    kind="gap",
    packs=("rpa",),
    message=Text(sv="Om {step} står det inte {what}.", en="Of {step} it does not say {what}."),
    gathered=Text(
        sv="Om de här systemen står det inte allt ({what}): {steps}.",
        en="Of these systems it does not say all ({what}): {steps}.",
    ),
    question=Text(sv="Vem kan berätta om {step}: {what}?", en="Who can tell of {step}: {what}?"),
    gathered_question=Text(
        sv="Vem kan berätta om de här systemen ({what}): {steps}?",
        en="Who can tell of these systems ({what}): {steps}?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Konto, licens och testmiljö tar ofta längre tid att få än roboten tar att bygga. Fråga först.",
        en="Account, licence and test environment often take longer to get than the robot takes to build. Ask first.",
    ),
    source="SKL (nu SKR), rekommendationer om RPA, 2018; UiPath PDD template (prerequisites), read 2026-11-23",
    bad="""\
systems:
  ecos: {name: Ecos, access: ui_thick, owner: Förvaltare}
""",
    good="""\
systems:
  ecos: {name: Ecos, access: ui_thick, owner: Förvaltare, test_environment: true, robot_allowed: true}
""",
    find=find,
)
