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
    """Where a robot can have an account of its own, that is settled; that it is let in does not give it a card.

    How one logs on to a system is asked once: of the steps, where they say it themselves.
    """
    without: set[Ref] = set()
    for process, found in meant(view):
        for path, step in found.steps:
            by_person = known(step.credentials) in _BY_PERSON
            if by_person and step.robot_account is not True:
                ref = Ref(process.id, path)
                yield hit(ref.of("credentials"), thing=view.label(ref), role=performer(view, process, path))
            elif step.robot_account is not True and known(step.credentials) is None:
                used = (view.system(process, id) for id in known(step.system) or ())
                without.update(described[0] for described in used if described is not None)
    for process, ref, system in systems(view):
        logon = known(system.logon)
        if ref in without and logon and _PERSONAL.search(logon) and not _OTHERWISE.search(logon):
            label = view.label(ref)
            yield hit(ref.of("logon"), thing=label, role=keeper(view, process, system, label))


_BY_PERSON = ("personal_eid", "smartcard")

_PERSONAL = re.compile(
    r"bankid|siths|freja|efos|\be-?leg|\be-?id\b|tjänstekort|smart ?(card|kort)\b|smartcard", re.IGNORECASE
)
_OTHERWISE = re.compile(
    r"lösenord|password|(service|tjänste|robot|system)-?konto|eget konto|service account"
    r"|(funktions|server)-?certifikat",
    re.IGNORECASE,
)
"""Another way in beside the card, which a robot may use."""

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
