"""KNO017 stale: a description, or the law it rests on, was last looked at long ago."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.age import months_since
from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS
from procmap.graph.labels import quoted
from procmap.graph.view import View
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """That nobody has looked at all is said elsewhere; in the pack ``rpa`` the description has a check of its own."""
    most = view.thresholds["stale"]
    for process in view.processes:
        ref = Ref(process.id)
        validated = view.value(process, "validated")
        old = months_since(view.value(validated, "at") if validated is not None else None, view.today)
        if old is not None and old > most and "rpa" not in view.packs:
            yield hit(ref.of("validated", "at"), thing=view.label(ref), how=_HELD, months=f"{most:g}")
        for number, basis in enumerate(view.value(process, "legal_basis") or (), 1):
            old = months_since(view.value(basis, "as_of"), view.today)
            name = view.value(basis, "ref")
            if old is not None and old > most and name:
                at = ref.of("legal_basis", f"{number}.as_of")
                yield hit(at, thing=quoted(name), how=_READ, months=f"{most:g}", role=_LAWYER)


_HELD = Text(sv="stämdes av mot arbetet", en="was held against the work")
_READ = Text(sv="lästes", en="was read")
_LAWYER = Text(sv="en jurist", en="a lawyer")

CHECK = Check(
    code="KNO017",
    name="stale",
    kind="gap",
    packs=("e-service", "sharing"),
    message=Text(
        sv="{thing} {how} senast för mer än {months} månader sedan.",
        en="{thing} {how} last more than {months} months ago.",
    ),
    question=Text(
        sv="Vad har ändrats sedan dess som rör {thing}: lagen, systemen, vilka som gör vad?",
        en="What has changed since then that concerns {thing}: the law, the systems, who does what?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="En karta blir sakta fel utan att någon gör något. Den som delar den eller bygger på den kan inte se det.",
        en="A map slowly goes wrong without anybody doing anything. Who shares it or builds on it cannot see that.",
    ),
    source="procmap, 2026-11-30",
    thresholds={"stale": 24},
    bad="""\
legal_basis: {ref: LIVSFS 2022:8 2 §, as_of: 2023-01-10}
""",
    good="""\
legal_basis: {ref: LIVSFS 2022:8 2 §, as_of: 2026-11-01}
""",
    find=find,
)
