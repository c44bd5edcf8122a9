"""RPA073 robot-decides: a robot or a program decides, and what such a decision needs is not said."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.journey.decision_half_told import find as what_is_told
from procmap.checks.knowledge.decision_right_unclear import find as who_may
from procmap.checks.robots import Decided, decided_by_machine, is_open
from procmap.checks.statutes import ADMINISTRATIVE_PROCEDURE, LOCAL_GOVERNMENT
from procmap.checks.words import asked_of, listing
from procmap.graph.decisions import decisions
from procmap.graph.view import View
from procmap.model.knowledge import known
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """Reasons, and how one learns of it, are asked for where it may become a refusal that the act speaks of.

    The checks of e-services ask about each of these on its own; where they are looked at too, this one leaves it to
    them. So it does with what is asked of every decision that residents meet.
    """
    elsewhere = {at.ref for at in decisions(view) if at.by_machine} if "e-service" in view.packs else set()
    asked = {ref for packs, find in _ASKED_FOR if packs & view.packs for one in find(view) for ref in one.refs}
    for process in view.processes:
        for decided in decided_by_machine(view, process):
            ref = Ref(process.id, decided.path)
            missing = [name for name in _missing(decided) if ref.of("decision", name) not in asked]
            if missing and ref not in elsewhere:
                places = [ref.of("decision", name) for name in missing]
                what = listing(_WORDS[name] for name in missing)
                role = asked_of(view, process, *(getattr(decided.decision, name) for name in missing))
                yield hit(*places, step=view.label(ref), what=what, role=role)


def _missing(decided: Decided) -> list[str]:
    names = ["delegation", "decided_by", "appeal"]
    if decided.may_refuse and known(decided.decision.appeal) != "laglighetsprovning":
        names += ["motivation", "communicated"]
    return [name for name in names if is_open(getattr(decided.decision, name))]


_ASKED_FOR = ((frozenset({"e-service"}), who_may), (frozenset({"e-service", "journey"}), what_is_told))

_WORDS = {
    "decided_by": Text(sv="vem som svarar för beslutet", en="who answers for the decision"),
    "delegation": Text(sv="vad i delegationsordningen det vilar på", en="what in the delegation scheme it rests on"),
    "appeal": Text(sv="hur det överklagas", en="how it is appealed"),
    "motivation": Text(sv="hur det motiveras", en="how reasons are given"),
    "communicated": Text(sv="hur den enskilde får veta det", en="how the individual learns of it"),
}

CHECK = Check(
    code="RPA073",
    name="robot-decides",
    kind="blocker",
    packs=("rpa",),
    message=Text(
        sv="I {step} fattas beslut utan en människa, och det är inte klart {what}.",
        en="In {step} decisions are made without a person, and it is not clear {what}.",
    ),
    question=Text(
        sv="Vem kan stämma av mot kommunallagen och förvaltningslagen om {step} får göras utan en människa, och "
        "{what}?",
        en="Who can verify with the Local Government Act and the Administrative Procedure Act whether {step} may be "
        "done without a person, and {what}?",
    ),
    role=Text(sv="en jurist och nämndsekreteraren", en="a lawyer and the secretary of the board"),
    rationale=Text(
        sv="Samma krav gäller vare sig en människa eller en maskin beslutar: kommunicering, insyn och motivering, och "
        "att det går att se efteråt vem eller vad som beslutade, på vilka uppgifter. procmap frågar, en jurist svarar.",
        en="The same is demanded whether a person or a machine decides: hearing, access and reasons, and that one can "
        "see afterwards who or what decided, on which data. procmap asks, a lawyer answers.",
    ),
    source="Digg, Automatisera handläggning och beslut, läst 2026-11-30; "
    f"{LOCAL_GOVERNMENT.at('6 kap. 37 §')}; {ADMINISTRATIVE_PROCEDURE.at('28, 31, 32 och 33 §§')}",
    answers=("RPA-072",),
    bad="""\
changes:
  - at: Besluta om registrering
    automation: planned
    rule: komplett-anmalan
    skills: Livsmedelslagen
    human_takeover: inspektor
    decision:
      delegation: ?? Nämndsekreterare
""",
    good="""\
changes:
  - at: Besluta om registrering
    automation: planned
    rule: komplett-anmalan
    skills: Livsmedelslagen
    human_takeover: inspektor
""",
    find=find,
)
