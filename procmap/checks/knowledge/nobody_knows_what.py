"""KNO032 nobody-knows-what: something happens here, and nobody could say what."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS, whom
from procmap.graph.view import View
from procmap.model.activity import SubProcess
from procmap.model.knowledge import Unknown
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process in view.processes:
        for ref, node in view.nodes(process):
            inside = node.inside if isinstance(node, SubProcess) else None
            open_one = node.name if isinstance(node.name, Unknown) else inside
            if isinstance(open_one, Unknown):
                yield hit(ref, step=view.label(ref), role=whom(view, process, ref.element or "", open_one))


CHECK = Check(
    code="KNO032",
    name="nobody-knows-what",
    kind="gap",
    message=Text(sv="Ingen visste vad {step} består av.", en="Nobody knew what {step} consists of."),
    question=Text(
        sv="Vem kan visa vad som görs i {step}, gärna med ett riktigt ärende?",
        en="Who can show what is done in {step}, preferably with a real case?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="När beskrivningen kommer till ”och sedan händer något” finns det någon som vet. Den ska vi hitta.",
        en="Where the description comes to “and then something happens”, somebody knows. Find that one.",
    ),
    source="Microsoft Learn, Understanding the current business process, 2026-11-23",
    covers=frozenset({"Element.name", "SubProcess.inside"}),
    bad="""\
flow:
  - start: Anmälan inkommer
  - registrator: Registrera anmälan
    why: Anmälan är en allmän handling
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
  - registrator: ??
""",
    good="""\
flow:
  - start: Anmälan inkommer
  - registrator: Registrera anmälan
    why: Anmälan är en allmän handling
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
  - registrator: Lägg anmälan i kön
    why: Inspektörerna hämtar därifrån
""",
    find=find,
)
