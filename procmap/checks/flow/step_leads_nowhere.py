"""FLW005 step-leads-nowhere: from here no way leads to any end."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS, performer
from procmap.graph.adjacency import Scope, spread
from procmap.graph.view import View
from procmap.model.activity import SubProcess
from procmap.model.event import Event
from procmap.model.gateway import Gateway
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process in view.processes:
        for scope in view.scopes(process):
            for region in (*_loose(scope, view.is_bpmn(process.id)), *_circles(scope)):
                first, *others = (view.at(process, scope, id) for id in region)
                role = performer(view, process, scope.prefix + region[0])
                if role is None and isinstance(scope.nodes[region[0]], (Event, Gateway)):
                    role = WHO_LEADS  # nobody does an event or a gateway
                yield hit(first, *others, step=view.label(first), role=role)


def _loose(scope: Scope, is_bpmn: bool) -> Iterator[list[str]]:
    """What nothing flows out of, where ends are drawn: then everything should lead to one.

    Not what undoes work, beside the flow, nor in a file of BPMN a link without its other half (BPM058).
    """
    apart = ("compensation", "link") if is_bpmn else ("compensation",)
    if not scope.ends or (isinstance(scope.owner, SubProcess) and scope.owner.kind == "ad_hoc"):
        return
    for id, node in scope.nodes.items():
        if not scope.leaves(id) or id in scope.apart or id not in scope.reachable:
            continue
        if isinstance(node, Event) and node.position in ("start", "end"):
            continue
        if not isinstance(node, Event) or not any(trigger.kind in apart for trigger in node.triggers):
            yield [id]


def _circles(scope: Scope) -> Iterator[list[str]]:
    """Stretches that a case comes into and never out of; where that holds for all of it, FLW003 says so."""
    stuck = scope.reachable - scope.finishing
    seen: set[str] = set()
    for id in scope.nodes:
        if id in stuck and id not in seen and any(before in scope.finishing for before in scope.before(id)):
            region = list(spread([id], lambda at: (to for to in scope.after(at) if to not in seen)))
            seen.update(region)
            yield region


CHECK = Check(
    code="FLW005",
    name="step-leads-nowhere",
    kind="error",
    message=Text(sv="Från {step} leder ingen väg till något slut.", en="From {step} no way leads to any end."),
    question=Text(
        sv="Vad händer efter {step}, och när är ärendet klart?",
        en="What happens after {step}, and when is the case done?",
    ),
    role=Text(sv="den som gör {step}", en="whoever does {step}"),
    rationale=Text(
        sv="Ärenden som kommer hit blir aldrig klara, om kartan stämmer. Oftast saknas en väg ut.",
        en="Cases that come here never finish, if the map is right. Mostly a way out is missing.",
    ),
    source="bpmnlint 11.15, no-implicit-end, 2026-11-23",
    answers=("BPMN: cannot reach an end",),
    follows_arrows=True,
    bad="""\
flow:
  - start: Anmälan inkommer
  - registrator: Är anmälan komplett?
    branches:
      ja:
      nej:
        - registrator: Begär komplettering
          why: Beslutet ska vila på riktiga uppgifter
        - wait: Tre veckor går
        - to: Begär komplettering
  - registrator: Registrera anmälan
    why: Anmälan är en allmän handling
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
""",
    good="""\
flow:
  - start: Anmälan inkommer
  - registrator: Är anmälan komplett?
    branches:
      ja:
      nej:
        - registrator: Begär komplettering
          why: Beslutet ska vila på riktiga uppgifter
        - wait: Tre veckor går
        - to: Är anmälan komplett?
  - registrator: Registrera anmälan
    why: Anmälan är en allmän handling
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
""",
    find=find,
)
