"""ESV094 retention-unsettled: it is not said how long what is received and written is kept."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.statutes import ARCHIVES
from procmap.checks.words import whom
from procmap.graph.decisions import served
from procmap.graph.view import View
from procmap.model.knowledge import Unknown, known
from procmap.model.process import Process
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """Single fields of a form are kept as long as the form, so where there are several none of them is asked about.

    Nor is a store, which is where things are kept (BPMN: data store), nor what is written and read by nobody: of that
    one asks first what it is for.
    """
    ours = {process.id: _single_fields(process) for process in served(view)}
    for use in view.data_uses:
        data, fields = use.data, ours.get(use.owner.id)
        if fields is None or data.kind == "store" or (use.writes and not use.reads and not use.goes_out):
            continue
        label, kept = view.label(use.ref), data.retention
        if isinstance(kept, Unknown):
            role = whom(view, use.owner, "", kept) if isinstance(use.owner, Process) and kept.ask else None
            yield hit(use.ref.of("retention"), data=label, role=role)
        elif kept is None and data.id not in fields:
            yield hit(use.ref.of("retention"), data=label, step=label, asked=False)


def _single_fields(process: Process) -> frozenset[str]:
    service = known(process.e_service)
    fields = (known(service.fields) or ()) if service is not None else ()
    return frozenset(id.rpartition("/")[2] for id in fields) if len(fields) > 1 else frozenset()


CHECK = Check(
    code="ESV094",
    name="retention-unsettled",
    kind="gap",
    packs=("e-service",),
    message=Text(
        sv="Det står inte om {data} bevaras eller gallras, och när.",
        en="It does not say whether {data} is preserved or disposed of, and when.",
    ),
    gathered=Text(
        sv="Det står inte om det här bevaras eller gallras, och när: {steps}.",
        en="It does not say whether these are preserved or disposed of, and when: {steps}.",
    ),
    question=Text(
        sv="Ska {data} bevaras eller gallras, efter hur lång tid, och var står det i dokumenthanteringsplanen?",
        en="Is {data} to be preserved or disposed of, after how long, and where does the records plan say so?",
    ),
    gathered_question=Text(
        sv="Vad av det här ska bevaras, vad ska gallras och när, och var står det i dokumenthanteringsplanen: {steps}?",
        en="Which of these are to be preserved, which disposed of and when, and where does the records plan say so: "
        "{steps}?",
    ),
    role=Text("arkivarien", "the archivist"),
    rationale=Text(
        sv="Allmänna handlingar får gallras, men bara när det är bestämt. Är det inte bestämt från början blir allt "
        "kvar i e-tjänsten. Vad som gäller hos er avgör arkivmyndigheten.",
        en="Official documents may be disposed of, but only where that has been settled. If it is not settled from the "
        "start, everything stays in the e-service. What holds for you is for the archives authority to say.",
    ),
    source=ARCHIVES.at("3, 6 och 10 §§"),
    bad="""\
data:
  anmalan: {name: Anmälan, structure: structured, personal_data: personal}
""",
    good="""\
data:
  anmalan: {name: Anmälan, structure: structured, personal_data: personal, retention: Bevaras}
""",
    find=find,
)
