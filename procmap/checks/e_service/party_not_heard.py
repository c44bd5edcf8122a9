"""ESV070 party-not-heard: others have said something in the case, it may end in a no, and she is not asked first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.statutes import ADMINISTRATIVE_PROCEDURE
from procmap.checks.systems import systems_of
from procmap.checks.words import WHO_LEADS, performer
from procmap.graph.adjacency import spread
from procmap.graph.decisions import DecisionAt, decisions, is_tried_for_legality
from procmap.graph.mentions import mentioned
from procmap.graph.view import View
from procmap.model.activity import Activity, SubProcess
from procmap.model.gateway import Gateway
from procmap.model.knowledge import known
from procmap.model.label import Translated
from procmap.model.process import Process
from procmap.ref import Ref
from procmap.text import Text

_NO = re.compile(r"\bnej\b|avsl[aå]|avvis|inte\b|\bno\b|refus|reject|dismiss|\bnot\b")
_HEARD = re.compile(
    r"kommunicer|underrätta|\byttra (sig|er)|yttrar sig|synpunkter|\bhöra? (den|part|sök|gran)|bemöt"
    r"|förslag till beslut|\bta(r)? del av|\bfår (läsa|se) [\w ]{0,20}(underlag|utredning|material|uppgift)"
    r"|communicat|draft decision|comment on"
)
_REFERRAL = re.compile(r"\bremiss|yttrande från|uppgifter från|referral")


def find(view: View) -> Iterator[Hit]:
    """Where nobody else has added anything to the case before the decision there is nothing to show her."""
    heard, referred = mentioned(view, _HEARD), mentioned(view, _REFERRAL)
    everywhere: dict[str, bool] = {}
    known_by_others: dict[str, set[str]] = {}
    for at in decisions(view):
        process, path = at.process, at.ref.element or ""
        if is_tried_for_legality(at.decision) or not _may_be_no(at) or heard(process):
            continue
        if process.id not in everywhere:
            everywhere[process.id] = _has_from_others(view, process) or referred(process)
            known_by_others[process.id] = _after_others(view, process)
        around = {path[:end] for end, sign in enumerate(f"{path}/") if sign == "/"}
        if everywhere[process.id] or not around.isdisjoint(known_by_others[process.id]):
            yield hit(at.ref, decision=view.label(at.ref), role=performer(view, process, path))


def _may_be_no(at: DecisionAt) -> bool:
    id = at.activity.id
    if _says_no(at.activity.name):
        return True
    questions = [next_ for next_ in at.scope.after(id) if isinstance(at.scope.nodes[next_], Gateway)]
    return any(_says_no(flow.name) for question in questions for flow in at.scope.outgoing.get(question, ()))


def _says_no(name: object) -> bool:
    words = f"{name.sv} {name.en}" if isinstance(name, Translated) else name if isinstance(name, str) else ""
    return _NO.search(words.casefold()) is not None


def _has_from_others(view: View, process: Process) -> bool:
    """Whether a step reads what others keep, or anything is fetched from elsewhere that the person does not see.

    Our own systems are our own, and what an e-service fetches is shown in it.
    """
    shown = {use.ref for use in view.data_uses if use.is_asked_for}
    read = {id for _, node in view.nodes(process) if isinstance(node, Activity) for id in known(node.reads) or ()}
    ours = {word for id, system in systems_of(view, process).items() for word in _spelt(id, system.name)}
    return any(
        isinstance(place, str) and place.strip().casefold() not in ours
        for data in process.data
        for place in (
            None if Ref(process.id, f"data/{data.id}") in shown else data.prefilled_from,
            data.record if data.id in read else None,
        )
    )


def _spelt(id: str, name: object) -> set[str]:
    labels = (name.sv, name.en) if isinstance(name, Translated) else (name,) if isinstance(name, str) else ()
    return {word.strip().casefold() for word in (id, *labels) if word}


def _after_others(view: View, process: Process) -> set[str]:
    """The paths of what comes after something that another organisation has done in the case."""
    after: set[str] = set()
    for scope in reversed(view.scopes(process)):
        theirs = [
            id
            for id, node in scope.nodes.items()
            if isinstance(node, Activity) and view.kind(process, view.place(process, scope.prefix + id)) == "external"
        ]
        within = [id for id, node in scope.nodes.items() if isinstance(node, SubProcess) and scope.prefix + id in after]
        found = spread([*theirs, *within], scope.after)
        after.update(scope.prefix + id for id in found)
        if scope.prefix and theirs:
            after.add(scope.prefix[:-1])
    return after


CHECK = Check(
    code="ESV070",
    name="party-not-heard",
    kind="risk",
    packs=("e-service",),
    message=Text(
        sv="Inför {decision} hämtas uppgifter från andra, och det står inte att den enskilde får se dem före ett nej.",
        en="Before {decision} information comes from others, and it does not say that the person sees it before a no.",
    ),
    question=Text(
        sv="Hur får den som beslutet i {decision} gäller se det som andra har lämnat, och säga sitt, innan det blir "
        "ett nej?",
        en="How do those whom the decision in {decision} concerns see what others have given, and have their say, "
        "before it becomes a no?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Fel i uppgifter från ett register märks ofta först av den de gäller. Myndigheten ska som regel låta parten "
        "se materialet och yttra sig före beslutet; undantagen avgör en jurist.",
        en="Mistakes in what comes from a register are often first noticed by whom it is about. As a rule the "
        "authority is to let the party see the material and comment on it before the decision; the exceptions are for "
        "a lawyer to say.",
    ),
    source=ADMINISTRATIVE_PROCEDURE.at("25 §"),
    answers=("J51",),
    bad="""\
data:
  anmalan: {name: Anmälan, structure: structured, personal_data: personal, retention: Bevaras}
  foretag: {name: Företagets uppgifter, record: Bolagsverket, prefilled_from: Bolagsverket, retention: 5 år}
changes:
  - at: Besluta om registrering
    reads: foretag
    branches:
      bifall:
      avslag:
        - end: Verksamheten får inte registreras
""",
    good="""\
data:
  anmalan: {name: Anmälan, structure: structured, personal_data: personal, retention: Bevaras}
  foretag: {name: Företagets uppgifter, record: Bolagsverket, prefilled_from: Bolagsverket, retention: 5 år}
changes:
  - before: Besluta om registrering
    flow:
      - inspektor: Kommunicera underlaget med företagaren
        why: Fel i uppgifterna ska synas före beslutet
  - at: Besluta om registrering
    reads: foretag
    branches:
      bifall:
      avslag:
        - end: Verksamheten får inte registreras
""",
    find=find,
)
