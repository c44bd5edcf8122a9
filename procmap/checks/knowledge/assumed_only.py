"""KNO016 assumed-only: something stands in the map because somebody supposed it."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import attribute, listing, performer
from procmap.graph.view import View
from procmap.model.element import Element
from procmap.model.part import Part
from procmap.model.process import Process
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for document in view.documents:
        assumed: dict[tuple[str, str | None], list[tuple[Ref, Part, str]]] = {}
        for ref, part, _ in view.parts(document):
            for name in _assumed(part):
                at = ref.of(name) if ref.attribute is None else ref
                assumed.setdefault((ref.document, ref.element), []).append((at, part, name))
        for (_, element), found in assumed.items():
            where = found[0][0].of(None)
            is_step = isinstance(document, Process) and isinstance(found[0][1], Element)
            yield hit(
                *(at for at, _, _ in found),
                step=view.label(where),
                attributes=listing(dict.fromkeys(attribute(part, name) for _, part, name in found)),
                role=performer(view, document, element or "") if isinstance(document, Process) and is_step else None,
                asked=False,
            )


def _assumed(part: Part) -> list[str]:
    """The attributes for which there is nothing but an assumption."""
    stated: dict[str, set[str | None]] = {}
    for source in getattr(part, "provenance", ()):
        stated.setdefault(source.attribute, set()).add(source.method)
    return [name for name, methods in stated.items() if methods == {"assumed"}]


CHECK = Check(
    code="KNO016",
    name="assumed-only",
    kind="gap",
    message=Text(
        sv="Det som står om {step} är antaget ({attributes}).", en="What is said of {step} is assumed ({attributes})."
    ),
    gathered=Text(sv="Det som står om {steps} är antaget.", en="What is said of {steps} is assumed."),
    question=Text(
        sv="Stämmer det vi har antagit om {step}, och hur kan vi ta reda på det?",
        en="Is what we have assumed about {step} right, and how can we find out?",
    ),
    gathered_question=Text(
        sv="Stämmer det vi har antagit om {steps}, och hur kan vi ta reda på det?",
        en="Is what we have assumed about {steps} right, and how can we find out?",
    ),
    role=Text(sv="den som gör arbetet", en="whoever does the work"),
    rationale=Text(
        sv="Ett antagande är en bra början, så länge alla ser att det är ett.",
        en="An assumption is a good start, as long as everybody sees that it is one.",
    ),
    source="Helsingborgs stad, hbg.works/digitalt-kompetent, 2026-11-23",
    answers=("RPA-054",),
    bad="""\
volume: {value: 240/year, method: assumed}
""",
    good="""\
volume: {value: 240/year, method: measured, at: 2026-10}
""",
    find=find,
)
