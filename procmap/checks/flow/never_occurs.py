"""FLW032 never-occurs: ways lead to it, and still no case can ever come there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from procmap.checks.check import Check, Hit, hit
from procmap.checks.proving import behind, is_never_come_to, proofs
from procmap.checks.words import WHO_LEADS, performer
from procmap.graph.run import Place
from procmap.graph.soundness_words import Account
from procmap.graph.view import View
from procmap.model.activity import Activity, CallActivity, SubProcess
from procmap.model.event import Event
from procmap.model.gateway import Gateway
from procmap.model.knowledge import known
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process, account in proofs(view):
        for region in _regions(account):
            first, *others = (Ref(process.id, place.path) for place in region)
            yield hit(first, *others, step=view.label(first), role=performer(view, process, region[0].path))


def _regions(account: Account) -> Iterator[list[Place]]:
    """What never occurs, each stretch once, beginning with what has nothing of the kind before it.

    What comes after a place where the case gets stuck is left out: FLW030 says why, or another check. An end or event
    that has no name comes along with what stands before it and says nothing on its own.
    """
    lost = _lost(account)
    heads = [path for path, place in lost.items() if not any(_near(lost, place, place.scope.before))]
    seen: set[str] = set()
    for path in (*heads, *lost):
        region: list[Place] = []
        waiting = [path]
        while waiting:
            here = waiting.pop()
            if here not in seen:
                seen.add(here)
                region.append(lost[here])
                waiting += reversed([*_near(lost, lost[here], lost[here].scope.after)])
        if any(isinstance(place.node, Activity) or known(place.node.name) for place in region):
            yield region


def _may_be_raised_in_a_task(place: Place) -> bool:
    """Whether an event waits for an escalation from inside; a task there may raise it, and no event shows that.

    An event subprocess waits for those of what stands beside it.
    """
    node, nodes = place.node, place.scope.nodes
    if isinstance(node, SubProcess) and node.kind == "event":
        starts = [each for each in node.nodes if isinstance(each, Event) and each.position == "start"]
        beside = any(isinstance(each, Activity) and id != place.id for id, each in nodes.items())
        return beside and any(map(_escalates, starts))
    if not isinstance(node, Event) or node.position != "boundary":
        return False
    return _escalates(node) and isinstance(nodes.get(node.attached_to or ""), (SubProcess, CallActivity))


def _escalates(event: Event) -> bool:
    return any(trigger.kind == "escalation" for trigger in event.triggers)


def _lost(account: Account) -> dict[str, Place]:
    """What never occurs and is not told by another check, by path; of a subprocess not what is inside it."""
    stuck = account.places(account.proven.elements.get("option_to_complete", ()))
    never = account.places(account.proven.elements.get("no_dead_activities", ()))
    raised = [place for place in never if _may_be_raised_in_a_task(place)]
    told = behind(account, [*stuck, *raised]) | {place.path for place in (*stuck, *raised)}
    lost: dict[str, Place] = {}
    for place in never:
        outer = [place.path[:at] for at, sign in enumerate(place.path) if sign == "/"]
        inside = any(path in lost or path in told for path in outer)
        if not inside and place.path not in told and not is_never_come_to(account, place):
            lost[place.path] = place
    return lost


def _near(lost: Mapping[str, Place], place: Place, towards: Callable[[str], Iterable[str]]) -> Iterator[str]:
    """The paths of what is lost next to something, with nothing but gateways between."""
    prefix = place.path[: len(place.path) - len(place.id)]
    waiting, seen = list(towards(place.id)), {place.id}
    while waiting:
        id = waiting.pop(0)
        if id in seen:
            continue
        seen.add(id)
        if prefix + id in lost:
            yield prefix + id
        elif isinstance(place.scope.nodes[id], Gateway):
            waiting += towards(id)


CHECK = Check(
    code="FLW032",
    name="never-occurs",
    kind="error",
    message=Text(
        sv="Inget ärende kan komma till {step}, hur det än går före.",
        en="No case can come to {step}, whatever happens before.",
    ),
    question=Text(
        sv="När kommer ett ärende till {step}, och vad har hänt då?",
        en="When does a case come to {step}, and what has happened then?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Det finns vägar dit, men de går aldrig att gå. Antingen är kartan fel, eller så görs steget av en annan "
        "orsak än den som står.",
        en="There are ways there, but they can never be gone. Either the map is wrong, or the step is done for another "
        "reason than the one written.",
    ),
    source="van der Aalst m.fl., Soundness of workflow nets, Formal Aspects of Computing 23 (2011)",
    bad="""\
flow:
  - start: Anmälan inkommer
  - subprocess: Granska anmälan
    flow:
      - registrator: Räcker uppgifterna?
        branches:
          ja:
            - end: Godkänd
          nej:
            - end: Avvisad
    branches:
      Godkänd:
      Avvisad:
        - end: Ärendet är avslutat
      else:
        - registrator: Be om råd
          why: Svåra fall ska bedömas lika
          exceptions: {name: Ingen svarar, kind: business, action: Ring}
  - end: Verksamheten är registrerad
""",
    good="""\
flow:
  - start: Anmälan inkommer
  - subprocess: Granska anmälan
    flow:
      - registrator: Räcker uppgifterna?
        branches:
          ja:
            - end: Godkänd
          nej:
            - end: Avvisad
          oklart:
            - end: Osäker
    branches:
      Godkänd:
      Avvisad:
        - end: Ärendet är avslutat
      else:
        - registrator: Be om råd
          why: Svåra fall ska bedömas lika
          exceptions: {name: Ingen svarar, kind: business, action: Ring}
  - end: Verksamheten är registrerad
""",
    find=find,
)
