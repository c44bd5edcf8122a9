"""BPR047 uncounted-loop: a case goes back and waits for somebody's answer, and it is not said how often."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS, performer
from procmap.graph.adjacency import Scope, spread
from procmap.graph.view import View
from procmap.model.activity import Node, Task
from procmap.model.event import Event
from procmap.model.flow import SequenceFlow
from procmap.model.gateway import Gateway
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """A question with a way that leads back to it past a wait for a message; the others of its ways do not matter."""
    for process in view.processes:
        if view.pool(process) is not None:
            continue
        for scope in view.scopes(process):
            for id, node in scope.nodes.items():
                if isinstance(node, Gateway) and node.kind == "exclusive" and _comes_back(scope, node):
                    ref = view.at(process, scope, id)
                    role = performer(view, process, scope.prefix + id)
                    yield hit(ref, step=view.label(ref), role=role, asked=False)


def _comes_back(scope: Scope, gateway: Gateway) -> bool:
    flows = scope.outgoing.get(gateway.id, ())
    return len(flows) > 1 and any(_leads_back(scope, gateway, flow) for flow in flows if flow.share is None)


def _leads_back(scope: Scope, gateway: Gateway, flow: SequenceFlow) -> bool:
    """Whether a way comes back to the question by a wait, and goes nowhere else that the other ways go to."""

    def after(id: str) -> Iterator[str]:
        return iter(() if id == gateway.id else scope.after(id))

    reached = set(spread([flow.target], after))
    if gateway.id not in reached or not any(_waits(scope.nodes[id]) for id in reached):
        return False
    onward = spread((other.target for other in scope.outgoing[gateway.id] if other is not flow), after)
    return all(id not in reached or id == gateway.id or _ends(scope.nodes[id]) for id in onward)


def _ends(node: Node) -> bool:
    return isinstance(node, Event) and node.position == "end"


def _waits(node: Node) -> bool:
    if isinstance(node, Task):
        return node.waits_for is not None and node.waits_for.kind == "message"
    if isinstance(node, Event) and node.position == "catch":
        return any(trigger.kind == "message" for trigger in node.triggers)
    return False


CHECK = Check(
    code="BPR047",
    name="uncounted-loop",
    kind="ask",
    packs=("journey", "e-service"),
    message=Text(
        sv="Vid {step} kan ärendet gå tillbaka och vänta på svar, och det står inte hur ofta.",
        en="At {step} the case may go back and wait for an answer, and it does not say how often.",
    ),
    gathered=Text(
        sv="Här kan ärendet gå tillbaka och vänta på svar, och det står inte hur ofta: {steps}.",
        en="Here the case may go back and wait for an answer, and it does not say how often: {steps}.",
    ),
    question=Text(
        sv="Ungefär hur ofta går det tillbaka vid {step}, och vad är det som oftast saknas?",
        en="About how often does it go back at {step}, and what is it that is mostly missing?",
    ),
    gathered_question=Text(
        sv="Ungefär hur ofta går det tillbaka, och vad är det som oftast saknas: {steps}?",
        en="About how often does it go back, and what is it that is mostly missing: {steps}?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Varje varv är en väntan för den enskilde och ett brev till för kommunen. Det som oftast saknas går ofta "
        "att fråga efter från början.",
        en="Each round is a wait for the resident and one more letter for the municipality. What is mostly missing can "
        "often be asked for from the start.",
    ),
    source="Shostack, Designing Services That Deliver, 1984",
    answers=("KNO-024",),
    bad="""\
flow:
  - start: Anmälan inkommer
    lane: foretagare
  - registrator: Är anmälan komplett?
    rule: komplett-anmalan
    branches:
      ja:
      nej:
        - registrator: Begär komplettering
          why: Beslutet ska vila på riktiga uppgifter
        - wait: Komplettering inkommer
          message: komplettering
          meanwhile:
            - timer: 2 weeks
              flow: [{registrator: Påminn, why: Den som glömt ska få en chans till}]
        - to: Är anmälan komplett?
  - registrator: Registrera
    why: Lagen kräver det
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
""",
    good="""\
flow:
  - start: Anmälan inkommer
    lane: foretagare
  - registrator: Är anmälan komplett?
    rule: komplett-anmalan
    branches:
      ja:
      nej:
        share: 20 %
        flow:
          - registrator: Begär komplettering
            why: Beslutet ska vila på riktiga uppgifter
          - wait: Komplettering inkommer
            message: komplettering
            meanwhile:
              - timer: 2 weeks
                flow: [{registrator: Påminn, why: Den som glömt ska få en chans till}]
          - to: Är anmälan komplett?
  - registrator: Registrera
    why: Lagen kräver det
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
""",
    find=find,
)
