"""FLW004 unreachable-step: something is written down that no way leads to."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import performer
from procmap.graph.adjacency import Scope, spread
from procmap.graph.view import View
from procmap.model.activity import Activity
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process in view.processes:
        for scope in view.scopes(process):
            for region in _regions(scope):
                first, *others = (view.at(process, scope, id) for id in region)
                yield hit(
                    first,
                    *others,
                    step=view.label(first),
                    role=performer(view, process, scope.prefix + region[0]),
                )


def _regions(scope: Scope) -> Iterator[list[str]]:
    """What cannot be reached, each stretch once, beginning with what nothing leads to.

    Ends and branchings that nobody named come along with a step and say nothing on their own. Where nothing at all is
    started (FLW001) or nothing ends (FLW003), that is what is wrong.
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
        if not work.isdisjoint(region) or (not endless and any(lost[other].name is not None for other in region)):
            yield region


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
