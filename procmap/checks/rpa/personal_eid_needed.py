"""RPA040 personal-eid-needed: the work begins with an eID or a card that belongs to a person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.robots import keeper, meant, systems
from procmap.checks.words import performer
from procmap.graph.view import View
from procmap.model.knowledge import known
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """Where a robot can have an account of its own, or is let in, that is settled."""
    for process, found in meant(view):
        for path, step in found.steps:
            if known(step.credentials) in ("personal_eid", "smartcard") and step.robot_account is not True:
                ref = Ref(process.id, path)
                yield hit(ref.of("credentials"), thing=view.label(ref), role=performer(view, process, path))
    for process, ref, system in systems(view):
        logon = known(system.logon)
        if logon and _PERSONAL.search(logon) and system.robot_allowed is not True:
            label = view.label(ref)
            yield hit(ref.of("logon"), thing=label, role=keeper(view, process, system, label))


_PERSONAL = re.compile(
    r"bankid|siths|freja|efos|\be-?leg|\be-?id\b|tjänstekort|smart ?(card|kort)\b|smartcard", re.IGNORECASE
)

CHECK = Check(
    code="RPA040",
    name="personal-eid-needed",
    kind="blocker",
    packs=("rpa",),
    message=Text(
        sv="Till {thing} loggar man in med en personlig e-legitimation eller ett kort, och det kan en robot inte ha.",
        en="For {thing} one logs on with a personal eID or a card, and a robot cannot have that.",
    ),
    question=Text(
        sv="Stäm av med informationssäkerhet: kan en robot logga in på ett annat sätt till {thing}, med eget konto?",
        en="Verify with information security: can a robot log on in another way for {thing}, with its own account?",
    ),
    role=Text(sv="den som förvaltar systemet", en="whoever looks after the system"),
    rationale=Text(
        sv="En e-legitimation är utfärdad till en människa. Stäm av med den som ansvarar för informationssäkerheten "
        "vad som gäller hos er.",
        en="An eID is issued to a person. Verify with whoever answers for information security what holds with you.",
    ),
    source="procmap, ej kontrollerad mot utfärdarnas villkor, 2026-11-23",
    unverified=True,
    bad="""\
changes:
  - at: Registrera anmälan
    credentials: personal_eid
""",
    good="""\
changes:
  - at: Registrera anmälan
    credentials: service_account
""",
    find=find,
)
