"""KNO007 single-knower: the step stands still when somebody is away."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import whom
from procmap.graph.view import View
from procmap.model.activity import Activity
from procmap.model.knowledge import Unknown
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    few = view.thresholds["single-knower"]
    for process in view.processes:
        for ref, node in view.nodes(process):
            if not isinstance(node, Activity) or view.value(node, "backup"):
                continue
            people = view.value(node, "persons_who_can")
            cause = None
            if people is not None:
                if people <= few:
                    cause = _FEW.fill(people=people) if people != 1 else _ONE
            elif isinstance(node.backup, Unknown):
                cause = _NO_BACKUP
            if cause is not None:
                attribute = "backup" if people is None else "persons_who_can"
                role = whom(view, process, ref.element or "", node.backup)
                yield hit(ref.of(attribute), step=view.label(ref), cause=cause, role=role)


_ONE = Text(sv="bara en person kan göra det", en="one person only can do it")
_FEW = Text(sv="{people} personer kan göra det", en="{people} people can do it")
_NO_BACKUP = Text(sv="ingen visste vem som tar över", en="nobody knew who takes over")

CHECK = Check(
    code="KNO007",
    name="single-knower",
    kind="risk",
    message=Text(
        sv="{step} kan bli liggande när någon är borta: {cause}.",
        en="{step} may be left lying when somebody is away: {cause}.",
    ),
    question=Text(
        sv="Vad händer med {step} vid semester och sjukdom, och vem skulle kunna lära sig det?",
        en="What happens to {step} at holidays and illness, and who could learn it?",
    ),
    role=Text(sv="den som gör {step}", en="whoever does {step}"),
    rationale=Text(
        sv="Det handlar om arbetet, inte om personen: det som bara en kan går varken att vila från eller att lämna.",
        en="This is about the work, not the person: what only one can do can neither be rested from nor left.",
    ),
    source="procmap, 2026-11-23",
    covers=frozenset({"Activity.backup"}),
    thresholds={"single-knower": 1},
    bad="""\
flow:
  - start: Anmälan inkommer
  - registrator: Registrera anmälan
    why: Anmälan är en allmän handling
    persons_who_can: 1
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
""",
    good="""\
flow:
  - start: Anmälan inkommer
  - registrator: Registrera anmälan
    why: Anmälan är en allmän handling
    persons_who_can: 4
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
""",
    find=find,
)
