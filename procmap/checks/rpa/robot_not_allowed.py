"""RPA039 robot-not-allowed: contract or licence lets no robot in, or it can have no account of its own."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.robots import keeper, meant, systems
from procmap.checks.words import WHO_LEADS
from procmap.graph.view import View
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process, ref, system in systems(view):
        if system.robot_allowed is False:
            label = view.label(ref)
            role = keeper(view, process, system, label)
            yield hit(ref.of("robot_allowed"), thing=label, cause=_NOT_ALLOWED, role=role)
    for process, found in meant(view):
        for path, step in found.steps:
            if step.robot_account is False:
                ref = Ref(process.id, path)
                yield hit(ref.of("robot_account"), thing=view.label(ref), cause=_NO_ACCOUNT)


_NOT_ALLOWED = Text(sv="avtalet eller licensen tillåter det inte", en="the contract or licence does not allow it")
_NO_ACCOUNT = Text(sv="den kan inte få ett eget konto", en="it cannot have an account of its own")

CHECK = Check(
    code="RPA039",
    name="robot-not-allowed",
    kind="blocker",
    packs=("rpa",),
    message=Text(sv="En robot kan inte arbeta med {thing}: {cause}.", en="A robot cannot work with {thing}: {cause}."),
    question=Text(
        sv="Vem kan ändra det som stoppar en robot i {thing}, och vad skulle det kosta?",
        en="Who can change what keeps a robot out of {thing}, and what would that cost?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Att låna en människas konto är inget sätt att komma runt det. Då går det inte att se vem som gjorde vad.",
        en="To borrow a person's account is no way around it. Then nobody can see who did what.",
    ),
    source="UiPath PDD template, minimum prerequisites, read 2026-11-23",
    bad="""\
systems:
  ecos: {name: Ecos, access: ui_thick, owner: Förvaltare, test_environment: true, robot_allowed: false}
""",
    good="""\
systems:
  ecos: {name: Ecos, access: ui_thick, owner: Förvaltare, test_environment: true, robot_allowed: true}
""",
    find=find,
)
