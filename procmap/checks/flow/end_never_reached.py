"""FLW003 end-never-reached: whatever happens, the case goes round for ever."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS
from procmap.graph.view import View
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process in view.processes:
        for scope in view.scopes(process):
            if scope.entries and scope.finishing.isdisjoint(scope.entries):
                where = view.at(process, scope)
                yield hit(where, scope=view.label(where))


CHECK = Check(
    code="FLW003",
    name="end-never-reached",
    kind="error",
    message=Text(sv="{scope} tar aldrig slut: alla vägar går runt.", en="{scope} never ends: all ways go round."),
    question=Text(
        sv="När är ett ärende klart i {scope}, och vem märker det?",
        en="When is a case done in {scope}, and who notices?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Ett ärende måste kunna bli klart. I en process som går runt räknas varje ärende som pågående.",
        en="A case must be able to finish. In a process that goes round every case counts as under way.",
    ),
    source="van der Aalst m.fl., Soundness of workflow nets, Formal Aspects of Computing 23 (2011)",
    answers=("BPMN: loop without exit",),
    follows_arrows=True,
    bad="""\
flow:
  - start: Anmälan inkommer
  - registrator: Registrera anmälan
    why: Anmälan är en allmän handling
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
  - to: Registrera anmälan
""",
    good="""\
flow:
  - start: Anmälan inkommer
  - registrator: Registrera anmälan
    why: Anmälan är en allmän handling
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
  - registrator: Finns fler anmälningar?
    branches:
      ja:
        to: Registrera anmälan
      nej:
""",
    find=find,
)
