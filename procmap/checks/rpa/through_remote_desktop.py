"""RPA038 through-remote-desktop: a robot would see nothing of a system but a picture of its screen."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.robots import keeper, systems
from procmap.graph.view import View
from procmap.model.knowledge import known
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process, ref, system in systems(view):
        if known(system.access) == "citrix":
            label = view.label(ref)
            yield hit(ref.of("access"), system=label, role=keeper(view, process, system, label))


CHECK = Check(
    code="RPA038",
    name="through-remote-desktop",
    kind="risk",
    packs=("rpa",),
    message=Text(
        sv="{system} nås genom fjärrskrivbord, där en robot bara ser en bild av skärmen.",
        en="{system} is reached through a remote desktop, where a robot sees only a picture of the screen.",
    ),
    question=Text(
        sv="Kan roboten få {system} installerat där den körs, eller nå uppgifterna utan skärmbilden?",
        en="Can the robot have {system} installed where it runs, or reach the data without the screen?",
    ),
    role=Text(sv="den som förvaltar {system}", en="whoever looks after {system}"),
    rationale=Text(
        sv="Den som bara ser en bild klickar fel när upplösningen, typsnittet eller en ruta ändras.",
        en="Whoever sees only a picture clicks wrongly when the resolution, the font or a box changes.",
    ),
    source="UiPath PDD template, applications table (Citrix), read 2026-11-23",
    bad="""\
systems:
  ecos: {name: Ecos, access: citrix, owner: Förvaltare, test_environment: true, robot_allowed: true}
""",
    good="""\
systems:
  ecos: {name: Ecos, access: ui_thick, owner: Förvaltare, test_environment: true, robot_allowed: true}
""",
    find=find,
)
