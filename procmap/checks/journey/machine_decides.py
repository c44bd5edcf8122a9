"""JRN054 machine-decides: a decision is made by a machine, and nobody has asked when a person takes over."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.statutes import ADMINISTRATIVE_PROCEDURE
from procmap.checks.words import WHO_LEADS
from procmap.graph.view import View
from procmap.model.activity import Activity
from procmap.model.gateway import Gateway
from procmap.model.process import Process
from procmap.model.rule import Decision
from procmap.ref import Ref
from procmap.text import Text

_MACHINES = frozenset({"system", "robot"})


def find(view: View) -> Iterator[Hit]:
    """Where a question before it sends all other cases to a person, that is the way to one."""
    for process in view.processes:
        for ref, node in view.nodes(process):
            decision = view.value(node, "decision") if isinstance(node, Activity) else None
            if not isinstance(decision, Decision) or not isinstance(node, Activity):
                continue
            by_machine = decision.automated is True or view.kind(process, view.place(process, _path(ref))) in _MACHINES
            if by_machine and node.human_takeover is None and not _goes_to_a_person_too(view, process, _path(ref)):
                yield hit(ref.of("human_takeover"), step=view.label(ref), asked=False)


def _path(ref: Ref) -> str:
    return ref.element or ""


def _goes_to_a_person_too(view: View, process: Process, path: str) -> bool:
    scope = view.scope(process, path)
    questions = [id for id in scope.before(path.rpartition("/")[2]) if isinstance(scope.nodes[id], Gateway)]
    others = (scope.prefix + other for id in questions for other in scope.after(id))
    return any(view.kind(process, view.place(process, other)) == "person" for other in others if other != path)


CHECK = Check(
    code="JRN054",
    name="machine-decides",
    kind="ask",
    packs=("journey", "e-service"),
    message=Text(
        sv="I {step} avgör ett system, och det står inte när en människa tar över.",
        en="In {step} a system decides, and it does not say when a person takes over.",
    ),
    gathered=Text(
        sv="Här avgör ett system, och det står inte när en människa tar över: {steps}.",
        en="Here a system decides, and it does not say when a person takes over: {steps}.",
    ),
    question=Text(
        sv="Vem kan man tala med om det som avgörs i {step}, och när tar en människa över?",
        en="With whom can one talk about what is decided in {step}, and when does a person take over?",
    ),
    gathered_question=Text(
        sv="Vem kan man tala med om det som avgörs, och när tar en människa över: {steps}?",
        en="With whom can one talk about what is decided, and when does a person take over: {steps}?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Den som fått nej av ett system behöver veta vem som kan titta igen. Vad lagen kräver (fråga en jurist om "
        "28 § förvaltningslagen) avgör inte procmap.",
        en="Those who were told no by a system need to know who can look again. What the law demands (ask a lawyer "
        "about section 28 of the Swedish Administrative Procedure Act) is not for procmap to say.",
    ),
    source=ADMINISTRATIVE_PROCEDURE.at("28 §") + "; Digg, Automatisera handläggning och beslut, 2026-11-23",
    gives_way=True,
    bad="""\
flow:
  - start: Anmälan inkommer
    lane: foretagare
  - motor: Besluta om registrering
    why: Lagen kräver ett beslut
    system: ecos
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
    informs: Nämnden
    decision:
      decided_by: motor
      automated: true
      delegation: Delegationsordningen 7.4
      communicated: Brev
      motivation: Paragrafen står i brevet, också vid avslag
      appeal: forvaltningsbesvar
  - registrator: Granska ett stickprov av besluten
    why: Se att reglerna ger rätt beslut
lanes:
  foretagare: {name: Livsmedelsföretagare, kind: customer}
  registrator: Registrator
  motor: {name: Beslutsroboten, kind: robot}
""",
    good="""\
flow:
  - start: Anmälan inkommer
    lane: foretagare
  - motor: Besluta om registrering
    why: Lagen kräver ett beslut
    system: ecos
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
    informs: Nämnden
    human_takeover: Inspektören, när företagaren hör av sig
    decision:
      decided_by: motor
      automated: true
      delegation: Delegationsordningen 7.4
      communicated: Brev
      motivation: Paragrafen står i brevet, också vid avslag
      appeal: forvaltningsbesvar
  - registrator: Granska ett stickprov av besluten
    why: Se att reglerna ger rätt beslut
lanes:
  foretagare: {name: Livsmedelsföretagare, kind: customer}
  registrator: Registrator
  motor: {name: Beslutsroboten, kind: robot}
""",
    find=find,
)
