"""FLW004 unreachable-step: something is written down that no way leads to."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS, performer
from procmap.graph.adjacency import Scope, spread
from procmap.graph.view import View
from procmap.model.activity import Activity, Node
from procmap.model.event import Event
from procmap.model.gateway import Gateway
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process in view.processes:
        for scope in view.scopes(process):
            for region in _regions(scope, view.is_bpmn(process.id)):
                first, *others = (view.at(process, scope, id) for id in region)
                role = performer(view, process, scope.prefix + region[0])
                if role is None and isinstance(scope.nodes[region[0]], (Event, Gateway)):
                    role = WHO_LEADS  # nobody does an event or a gateway
                yield hit(first, *others, step=view.label(first), role=role)


def _regions(scope: Scope, is_bpmn: bool) -> Iterator[list[str]]:
    """What cannot be reached, each stretch once, beginning with what nothing leads to.

    Ends and branchings that nobody named come along with a step and say nothing on their own, except in a file of BPMN,
    where somebody drew them. Where nothing at all is started (FLW001) or nothing ends (FLW003), that is what is wrong;
    so it is where a link of BPMN is without its other half (BPM058).
    """
    lost = {id: node for id, node in scope.nodes.items() if id not in scope.reachable}
    work = {id for id, node in lost.items() if isinstance(node, Activity)}
    started = any(isinstance(scope.nodes[id], Activity) for id in scope.reachable)
    endless = scope.finishing.isdisjoint(scope.entries)
    heads = [id for id in lost if not scope.before(id)]
    seen: set[str] = set()
    for id in (*heads, *lost) if started or not work else ():
        if id in seen:
            continue
        region = list(spread([id], lambda at: (to for to in scope.after(at) if to in lost and to not in seen)))
        seen.update(region)
        if is_bpmn and _is_link(lost[id]):
            continue
        named = not endless and any(lost[other].name is not None for other in region)
        if is_bpmn or named or not work.isdisjoint(region):
            yield region


def _is_link(node: Node) -> bool:
    return isinstance(node, Event) and any(trigger.kind == "link" for trigger in node.triggers)


CHECK = Check(
    code="FLW004",
    name="unreachable-step",
    kind="error",
    message=Text(sv="Ingen väg leder till {step}.", en="No way leads to {step}."),
    question=Text(sv="Vad händer precis före {step}?", en="What happens right before {step}?"),
    role=Text(sv="den som gör {step}", en="whoever does {step}"),
    rationale=Text(
        sv="Ett steg som ingen kommer till görs aldrig, om kartan stämmer. Oftast saknas vägen dit.",
        en="A step that nobody comes to is never done, if the map is right. Mostly the way there is missing.",
    ),
    source="bpmnlint 11.15, no-disconnected, no-implicit-start, 2026-11-23",
    answers=("BPMN: unreachable from start",),
    follows_arrows=True,
    bad="""\
flow:
  - start: Anmälan inkommer
  - registrator: Registrera anmälan
    why: Anmälan är en allmän handling
    to: Meddela beslutet
  - registrator: Kontrollera avgiften
    why: Avgiften ska vara betald innan beslutet fattas
  - registrator: Meddela beslutet
    why: Företagaren ska få veta
    exceptions: {name: Brevet kommer tillbaka, kind: business, action: Ring}
""",
    good="""\
flow:
  - start: Anmälan inkommer
  - registrator: Registrera anmälan
    why: Anmälan är en allmän handling
  - registrator: Kontrollera avgiften
    why: Avgiften ska vara betald innan beslutet fattas
  - registrator: Meddela beslutet
    why: Företagaren ska få veta
    exceptions: {name: Brevet kommer tillbaka, kind: business, action: Ring}
""",
    find=find,
)
