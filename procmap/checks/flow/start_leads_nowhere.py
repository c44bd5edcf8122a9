"""FLW002 start-leads-nowhere: one of the starts leads to no step."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS
from procmap.graph.adjacency import spread
from procmap.graph.view import View
from procmap.model.activity import Activity
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process in view.processes:
        for scope in view.scopes(process):
            if len(scope.starts) < 2:
                continue
            work = {id for id, node in scope.nodes.items() if isinstance(node, Activity)} & scope.reachable
            if not work:
                continue
            leading = set(spread(work, scope.before))
            for id in scope.starts:
                if id not in leading:
                    where = view.at(process, scope, id)
                    yield hit(where, start=view.label(where))


CHECK = Check(
    code="FLW002",
    name="start-leads-nowhere",
    kind="error",
    message=Text(sv="{start} leder inte till något steg.", en="{start} leads to no step."),
    question=Text(sv="Vad är det första någon gör vid {start}?", en="What is the first thing anybody does at {start}?"),
    role=WHO_LEADS,
    rationale=Text(
        sv="Det som kommer in utan att någon gör något blir liggande.",
        en="What comes in without anybody doing anything is left lying.",
    ),
    source="BPMN 2.0.2 (OMG formal/2013-12-09), 10.5.2",
    follows_arrows=True,
    bad="""\
flow:
  - start: Blankett inkommer
    to: Verksamheten är registrerad
  - start: Anmälan inkommer
  - registrator: Registrera anmälan
    why: Anmälan är en allmän handling
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
  - end: Verksamheten är registrerad
""",
    good="""\
flow:
  - start: Blankett inkommer
    to: Registrera anmälan
  - start: Anmälan inkommer
  - registrator: Registrera anmälan
    why: Anmälan är en allmän handling
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
  - end: Verksamheten är registrerad
""",
    find=find,
)
