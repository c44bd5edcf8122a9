"""RPA064 many-exceptions: so many cases do not go as usual that a robot would leave most of the work to people."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.robots import meant
from procmap.checks.words import WHO_LEADS, spoken
from procmap.graph.automation import Automation
from procmap.graph.view import View
from procmap.model.activity import Activity, Node
from procmap.model.flow import SequenceFlow
from procmap.model.gateway import Gateway
from procmap.model.knowledge import known
from procmap.model.process import Process
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process, found in meant(view):
        for path, share in (*_at_steps(found), *_leaving(view, process, found)):
            if share > view.thresholds["many-exceptions"]:
                ref = Ref(process.id, path)
                yield hit(ref, step=view.label(ref), share=spoken(view, process, "share", round(share, 4)))


def _at_steps(found: Automation) -> Iterator[tuple[str, float]]:
    """What a step's exceptions come to together, or how often it goes wrong, whichever is more."""
    for path, step in found.steps:
        shares = sum(known(case.share) or 0.0 for case in known(step.exceptions) or ())
        yield path, max(shares, known(step.error_rate) or 0.0)


def _leaving(view: View, process: Process, found: Automation) -> Iterator[tuple[str, float]]:
    """How many cases people do, at a question where a robot goes on to decide the others.

    Elsewhere work that leaves the robot may be what is usual. Of answers with and without a share those without have
    what is left.
    """
    for scope in view.scopes(process) if found.is_stated else ():
        for id, node in scope.nodes.items():
            flows = scope.outgoing.get(id, ())
            if not isinstance(node, Gateway) or node.kind != "exclusive" or scope.prefix + id not in found:
                continue
            stays = [flow for flow in flows if not _is_for_people(view, process, found, scope.prefix + flow.target)]
            leaves = [flow for flow in flows if flow not in stays]
            share = _total(leaves)
            if share is None and (staying := _total(stays)) is not None:
                share = 1.0 - staying
            if leaves and share is not None and any(_decides(scope.nodes[flow.target]) for flow in stays):
                yield scope.prefix + id, share


def _decides(node: Node) -> bool:
    return isinstance(node, Activity) and node.decision is not None


def _total(flows: list[SequenceFlow]) -> float | None:
    """What ways come to together; None where any of them has no share."""
    shares = [known(flow.share) for flow in flows]
    stated = [share for share in shares if share is not None]
    return sum(stated) if stated and len(stated) == len(shares) else None


def _is_for_people(view: View, process: Process, found: Automation, path: str) -> bool:
    node = view.node(process, path)
    is_work = path not in found and isinstance(node, Activity)
    return is_work and view.kind(process, view.place(process, path)) in (None, "person")


CHECK = Check(
    code="RPA064",
    name="many-exceptions",
    kind="risk",
    packs=("rpa",),
    message=Text(
        sv="Vid {step} går ungefär {share} av ärendena inte den väg som en robot klarar.",
        en="At {step} about {share} of the cases do not go the way that a robot can manage.",
    ),
    question=Text(
        sv="Vad är vanligast bland de ärenden som inte går som vanligt vid {step}, och går något av det att ta bort?",
        en="What is most common among the cases that do not go as usual at {step}, and can any of that be removed?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Den som får ärendet efter roboten behöver läsa om det från början. Är de många blir arbetet inte mindre.",
        en="Whoever gets the case after the robot needs to read it from the start. If they are many, work is not less.",
    ),
    source="Fung, Slaby, Asatiani and Penttinen, as listed at scirp.org, read 2026-11-23; one in five: procmap",
    thresholds={"many-exceptions": 0.2},
    bad="""\
changes:
  - at: Registrera anmälan
    exceptions: {name: Fel kommun, kind: business, share: 35 %, action: Hänvisa vidare}
""",
    good="""\
changes:
  - at: Registrera anmälan
    exceptions: {name: Fel kommun, kind: business, share: 2 %, action: Hänvisa vidare}
""",
    find=find,
)
