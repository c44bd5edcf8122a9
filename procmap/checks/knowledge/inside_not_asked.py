"""KNO036 inside-not-asked: a subprocess with a name and nothing in it yet."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import performer
from procmap.graph.view import View
from procmap.model.activity import SubProcess
from procmap.model.knowledge import Unknown
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process in view.processes:
        for ref, node in view.nodes(process):
            if not isinstance(node, SubProcess) or isinstance(node.name, Unknown):
                continue
            if not node.nodes and node.inside is None:
                role = performer(view, process, ref.element or "")
                yield hit(ref, step=view.label(ref), role=role, asked=False)


CHECK = Check(
    code="KNO036",
    name="inside-not-asked",
    kind="ask",
    message=Text(sv="Det står inte vad som görs i {step}.", en="It does not say what is done in {step}."),
    gathered=Text(sv="Det står inte vad som görs i {steps}.", en="It does not say what is done in {steps}."),
    question=Text(
        sv="Vad är det första som görs i {step}, och hur märks det att det är klart?",
        en="What is the first thing done in {step}, and how does one notice that it is done?",
    ),
    gathered_question=Text(
        sv="Vad är det första som görs, och hur märks det att det är klart: {steps}?",
        en="What is the first thing done, and how does one notice that it is done: {steps}?",
    ),
    role=Text(sv="den som gör arbetet", en="whoever does the work"),
    rationale=Text(
        sv="En delprocess är ett löfte om att berätta mer. Den som bara är ett namn kan vara ett enda steg.",
        en="A subprocess is a promise to tell more. One that is only a name may be a single step.",
    ),
    source="procmap, 2026-11-23",
    bad="""\
flow:
  - start: Anmälan inkommer
  - subprocess: Beredning
    lane: registrator
    why: Beslutet ska vila på riktiga uppgifter
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
""",
    good="""\
flow:
  - start: Anmälan inkommer
  - subprocess: Beredning
    lane: registrator
    why: Beslutet ska vila på riktiga uppgifter
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
    flow:
      - Läs anmälan
      - Kontrollera lokalen
""",
    find=find,
)
