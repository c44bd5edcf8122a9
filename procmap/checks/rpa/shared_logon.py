"""RPA041 shared-logon: several use one account, so nobody can see who did what."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.robots import meant
from procmap.checks.words import performer
from procmap.graph.view import View
from procmap.model.knowledge import known
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process, found in meant(view):
        for path, step in found.steps:
            if known(step.credentials) == "shared":
                ref = Ref(process.id, path)
                yield hit(ref.of("credentials"), step=view.label(ref), role=performer(view, process, path))


CHECK = Check(
    code="RPA041",
    name="shared-logon",
    kind="risk",
    packs=("rpa",),
    message=Text(
        sv="Till {step} används en inloggning som flera delar.", en="For {step} a logon is used that several share."
    ),
    question=Text(
        sv="Kan roboten få ett eget konto till {step}, så att det syns vem som gjorde vad?",
        en="Can the robot have an account of its own for {step}, so that one can see who did what?",
    ),
    role=Text(sv="den som gör {step}", en="whoever does {step}"),
    rationale=Text(
        sv="När något blir fel behöver det gå att se om det var roboten.",
        en="When something goes wrong it must be possible to see whether it was the robot.",
    ),
    source="procmap, 2026-11-30",
    bad="""\
changes:
  - at: Registrera anmälan
    credentials: shared
""",
    good="""\
changes:
  - at: Registrera anmälan
    credentials: service_account
""",
    find=find,
)
