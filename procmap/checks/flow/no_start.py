"""FLW001 no-start: there are steps, and no start leads to any of them."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS
from procmap.graph.view import View
from procmap.model.activity import Activity
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process in view.processes:
        for scope in view.scopes(process):
            work = [id for id, node in scope.nodes.items() if isinstance(node, Activity) and id not in scope.apart]
            if work and scope.reachable.isdisjoint(work):
                where = view.at(process, scope)
                yield hit(where, scope=view.label(where))


CHECK = Check(
    code="FLW001",
    name="no-start",
    kind="error",
    message=Text(
        sv="Inget sätter i gång arbetet i {scope}: ingen start leder till något steg.",
        en="Nothing sets the work in {scope} going: no start leads to any step.",
    ),
    question=Text(
        sv="Vad är det som kommer in när {scope} börjar, och vem ser det först?",
        en="What comes in when {scope} begins, and who sees it first?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Om vi inte vet vad som sätter i gång arbetet vet vi inte heller vilka ärenden som aldrig kommer fram.",
        en="If we do not know what sets the work going, we do not know which cases never get there either.",
    ),
    source="BPMN 2.0.2 (OMG formal/2013-12-09), 10.5.2",
    follows_arrows=True,
    bad="""\
flow:
  - start: Anmälan inkommer
  - end: Verksamheten är registrerad
  - registrator: Registrera anmälan
    why: Anmälan är en allmän handling
""",
    good="""\
flow:
  - start: Anmälan inkommer
  - registrator: Registrera anmälan
    why: Anmälan är en allmän handling
  - registrator: Räcker uppgifterna?
    branches:
      ja:
      nej:
        - end: Ärendet är avskrivet
  - end: Verksamheten är registrerad
""",
    find=find,
)
