"""ESV051 deadline-without-clock: a deadline that nobody can count, since it is not said from what or how long."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS, listing
from procmap.graph.decisions import served
from procmap.graph.view import View
from procmap.ref import Ref
from procmap.text import Text

_OPEN = {
    "within": Text("hur lång den är", "how long it is"),
    "starts": Text("vad den räknas från", "what it is counted from"),
    "ends": Text("vad som ska vara gjort", "what is to be done by then"),
}
_WITH = Text("{deadline} ({missing})", "{deadline} ({missing})")


def find(view: View) -> Iterator[Hit]:
    for process in served(view):
        for deadline in process.deadlines:
            missing = [name for name in _OPEN if getattr(deadline, name) is None]
            if missing:
                ref = Ref(process.id, f"deadlines/{deadline.id}")
                at, what = view.label(ref), listing(_OPEN[name] for name in missing)
                step = _WITH.fill(deadline=at, missing=what)
                yield hit(*(ref.of(name) for name in missing), deadline=at, missing=what, step=step, asked=False)


CHECK = Check(
    code="ESV051",
    name="deadline-without-clock",
    kind="gap",
    packs=("e-service",),
    message=Text(
        sv="Om fristen {deadline} står det inte {missing}.",
        en="Of the deadline {deadline} it does not say {missing}.",
    ),
    gathered=Text(
        sv="De här fristerna går inte att räkna som de står: {steps}.",
        en="These deadlines cannot be counted as they stand: {steps}.",
    ),
    question=Text(
        sv="Vad gäller för fristen {deadline}: {missing}?",
        en="How is it with the deadline {deadline}: {missing}?",
    ),
    gathered_question=Text(
        sv="Hur räknas de här fristerna: {steps}?",
        en="How are these deadlines counted: {steps}?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="En frist räknas från en händelse: att ansökan kom in, att den blev komplett. Utan den kan e-tjänsten inte "
        "säga när man får svar, och ingen märker att tiden går ut.",
        en="A deadline is counted from an event: that the application came in, that it became complete. Without it the "
        "e-service cannot say when one gets an answer, and nobody notices that time runs out.",
    ),
    source="Boverket, Tidsfrister för handläggning, 2026-11-23",
    bad="""\
deadlines:
  - name: Besked om registrering
    within: 2 weeks
    to: Besluta om registrering
    if_missed: Företagaren får veta varför
""",
    good="""\
deadlines:
  - name: Besked om registrering
    within: 2 weeks
    from: Anmälan inkommer, Komplettering inkommer
    to: Besluta om registrering
    if_missed: Företagaren får veta varför
""",
    find=find,
)
