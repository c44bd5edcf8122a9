"""RPA042 robot-account-undecided: nobody knew whether a robot may have an account, or only a person's is spoken of."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.robots import keeper, meant, systems
from procmap.checks.words import WHO_LEADS, whom
from procmap.graph.view import View
from procmap.model.knowledge import Unknown, known
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process, ref, system in systems(view):
        if isinstance(system.robot_allowed, Unknown):
            label, asked = view.label(ref), system.robot_allowed
            by = view.role(process, asked.ask) if asked.ask else keeper(view, process, system, label)
            yield hit(ref.of("robot_allowed"), thing=label, cause=_UNKNOWN, role=by)
    for process, found in meant(view):
        for path, step in found.steps:
            ref = Ref(process.id, path)
            if isinstance(step.robot_account, Unknown):
                role = whom(view, process, path, step.robot_account)
                yield hit(ref.of("robot_account"), thing=view.label(ref), cause=_UNKNOWN, role=role)
            elif step.robot_account is None and known(step.credentials) == "personal_password":
                yield hit(ref.of("robot_account"), thing=view.label(ref), cause=_PERSONAL)


_UNKNOWN = Text(sv="ingen visste", en="nobody knew")
_PERSONAL = Text(
    sv="i dag loggar var och en in med sitt eget lösenord", en="today everybody logs on with their own password"
)

CHECK = Check(
    code="RPA042",
    name="robot-account-undecided",
    kind="gap",
    packs=("rpa",),
    message=Text(
        sv="Det är inte avgjort om en robot kan få ett eget konto till {thing}: {cause}.",
        en="It is not settled whether a robot can have an account of its own for {thing}: {cause}.",
    ),
    question=Text(
        sv="Vem beslutar om en robot får ett eget konto till {thing}, och vad ska kontot få göra?",
        en="Who decides whether a robot gets an account of its own for {thing}, and what may that account do?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Kontot ska ha de rättigheter som stegen kräver och inga fler. Det tar tid att få, så fråga tidigt.",
        en="The account is to have the rights that the steps need and no more. It takes time to get, so ask early.",
    ),
    source="Blue Prism, guide to the process definition document; Robocorp, process definition, read 2026-11-23",
    bad="""\
changes:
  - at: Registrera anmälan
    robot_account: ?? Systemförvaltare
""",
    good="""\
changes:
  - at: Registrera anmälan
    robot_account: true
""",
    find=find,
)
