"""KNO014 difference-unexplained: a step is done differently by different people, and it does not say why."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import performer, spoken
from procmap.graph.view import View
from procmap.model.activity import Activity
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """A note at the step is taken for the reason."""
    for process in view.processes:
        for ref, node in view.nodes(process):
            if not isinstance(node, Activity) or node.note is not None:
                continue
            variation = view.value(node, "variation")
            if variation in ("differs_between_people", "differs_between_units"):
                how = spoken(view, process, "variation", variation)
                role = performer(view, process, ref.element or "")
                yield hit(ref.of("variation"), step=view.label(ref), how=how, role=role)


CHECK = Check(
    code="KNO014",
    name="difference-unexplained",
    kind="ask",
    message=Text(
        sv="{step} görs {how}, och det står inte varför.", en="{step} is done {how}, and it does not say why."
    ),
    question=Text(
        sv="Hur gör ni var för sig i {step}, och vad i ärendena eller reglerna är det som skiljer?",
        en="How does each of you do {step}, and what in the cases or the rules makes the difference?",
    ),
    role=Text(sv="de som gör {step}", en="those who do {step}"),
    rationale=Text(
        sv="Ibland är skillnaden klok, ibland en slump. Det vet man först när alla har berättat hur de gör.",
        en="Sometimes the difference is wise, sometimes chance. One knows only when all have told how they do it.",
    ),
    source="Digitaliseringsguiden om RPA, digitaliseringsguiden.se, 2026-11-23",
    gives_way=True,
    bad="""\
changes:
  - at: Meddela beslutet
    variation: differs_between_people
""",
    good="""\
changes:
  - at: Meddela beslutet
    variation: differs_between_people
    note: Den som skrev att hon har svårt att läsa får ett samtal
""",
    find=find,
)
