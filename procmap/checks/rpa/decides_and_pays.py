"""RPA043 decides-and-pays: one robot both decides and pays out, and nobody is said to look at it in between."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.robots import says, stated
from procmap.checks.words import WHO_LEADS
from procmap.graph.view import View
from procmap.model.activity import Activity
from procmap.model.process import Process
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """By the name of the step that pays; where somebody is said to approve it, that is settled."""
    for process, found in stated(view):
        deciding = [path for path, step in found.steps if step.decision is not None]
        payments = [(path, step) for path, step in found.steps if says(step.name, *_PAYS)]
        paying = [path for path, step in payments if not _is_approved(view, process, step)]
        if deciding and paying and deciding[0] != paying[0]:
            decision, payment = Ref(process.id, deciding[0]), Ref(process.id, paying[0])
            yield hit(payment, decision, decision=view.label(decision), payment=view.label(payment))


_PAYS = ("betala", "utbetal", "attest", "pay ", "pay out", "payment")


def _is_approved(view: View, process: Process, step: Activity) -> bool:
    """Whether it is said who approves it, or that nobody needs to; the robot's own lane does not count."""
    if step.approves is None:
        return False
    return not isinstance(step.approves, tuple) or any(
        view.kind(process, role) not in ("robot", "system") for role in step.approves
    )


CHECK = Check(
    code="RPA043",
    name="decides-and-pays",
    kind="risk",
    packs=("rpa",),
    message=Text(
        sv="Samma robot gör både {decision} och {payment}, och det står inte att någon godkänner däremellan.",
        en="The same robot does both {decision} and {payment}, and it does not say that anybody approves in between.",
    ),
    question=Text(
        sv="Vem tittar på det som roboten avgör i {decision} innan pengarna går i väg i {payment}, och hur ofta?",
        en="Who looks at what the robot settles in {decision} before the money leaves in {payment}, and how often?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Bland människor beslutar en och betalar en annan. Ett fel i en robot går annars hela vägen till kontot.",
        en="Among people one decides and another pays. A fault in a robot otherwise goes all the way to the account.",
    ),
    source="procmap, 2026-11-30",
    bad="""\
changes:
  - at: Besluta om registrering
    automation: planned
    rule: komplett-anmalan
    skills: Livsmedelslagen
    human_takeover: inspektor
  - after: Besluta om registrering
    flow:
      - registrator: Betala ut bidraget
        why: Bidraget är beviljat
        automation: planned
        system: ecos
        judgement: none
        skills: Bidragsreglerna
        human_takeover: inspektor
        queue: Beviljade bidrag
        touch_time: 2 min
        exceptions: {name: Är redan utbetalt, kind: business, action: Hoppa över}
""",
    good="""\
changes:
  - at: Besluta om registrering
    automation: planned
    rule: komplett-anmalan
    skills: Livsmedelslagen
    human_takeover: inspektor
  - after: Besluta om registrering
    flow:
      - registrator: Betala ut bidraget
        why: Bidraget är beviljat
        automation: planned
        approves: Ekonom
        system: ecos
        judgement: none
        skills: Bidragsreglerna
        human_takeover: inspektor
        queue: Beviljade bidrag
        touch_time: 2 min
        exceptions: {name: Är redan utbetalt, kind: business, action: Hoppa över}
""",
    find=find,
)
