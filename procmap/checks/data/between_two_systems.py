"""DAT007 between-two-systems: a person works in two systems at once, and may be the one who carries data over."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.robots import is_beside_the_point
from procmap.checks.systems import in_words, systems_of, used
from procmap.checks.words import performer
from procmap.graph.view import View
from procmap.model.activity import Activity
from procmap.model.knowledge import NotApplicable
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process in view.processes:
        systems = systems_of(view, process)
        for ref, node in view.nodes(process):
            if not isinstance(node, Activity) or len(used(node)) < 2 or isinstance(node.writes, NotApplicable):
                continue
            path = ref.element or ""
            if is_beside_the_point(view, process, path):
                continue
            if view.kind(process, view.place(process, path)) == "person" and view.value(node, "automation") != "full":
                step, names = view.label(ref), in_words(systems, used(node))
                yield hit(ref.of("system"), step=step, systems=names, role=performer(view, process, path))


CHECK = Check(
    code="DAT007",
    name="between-two-systems",
    kind="ask",
    packs=("rpa",),
    message=Text(
        sv="I {step} arbetar någon i flera system: {systems}.",
        en="In {step} somebody works in several systems: {systems}.",
    ),
    question=Text(
        sv="Vad skrivs av för hand mellan systemen i {step}, och skulle de kunna tala med varandra i stället?",
        en="What is copied by hand between the systems in {step}, and could they talk to each other instead?",
    ),
    role=Text(sv="den som gör {step}", en="whoever does {step}"),
    rationale=Text(
        sv="Att skriva av är det som robotar oftast byggs för. Ibland är en koppling mellan systemen både enklare och "
        "säkrare.",
        en="Copying by hand is what robots are mostly built for. Sometimes a link between the systems is both simpler "
        "and safer.",
    ),
    source="SKL, rekommendationer om automatisering av arbete, skl.se, 2018",
    answers=("BPMN: manual retyping",),
    bad="""\
systems:
  ecos: {name: Ecos, access: ui_thick, owner: Systemförvaltare, test_environment: true, robot_allowed: true}
  e-tjanst: {name: E-tjänsten, access: api, owner: Systemförvaltare, test_environment: true}
changes:
  - at: Registrera anmälan
    system: e-tjanst, ecos
""",
    good="""\
systems:
  ecos: {name: Ecos, access: ui_thick, owner: Systemförvaltare, test_environment: true, robot_allowed: true}
  e-tjanst: {name: E-tjänsten, access: api, owner: Systemförvaltare, test_environment: true}
changes:
  - at: Registrera anmälan
    system: ecos
""",
    find=find,
)
