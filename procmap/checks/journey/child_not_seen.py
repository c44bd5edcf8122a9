"""JRN056 child-not-seen: the work concerns children, and none of the journeys is a child's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from procmap.checks.asking import WHO_MAPS
from procmap.checks.check import Check, Hit, hit
from procmap.checks.statutes import unread
from procmap.graph.view import View
from procmap.model.activity import Activity
from procmap.model.journey import Journey
from procmap.model.knowledge import known
from procmap.model.label import Translated
from procmap.model.process import Process
from procmap.ref import Ref
from procmap.text import Text

_CHILD = re.compile(r"\bbarn|barnet\b|\belev|ungdom|tonåring|\bunga?\b|\bchild|pupil|teenager|young")


def find(view: View) -> Iterator[Hit]:
    """A journey is a child's where its persona is one, or its needs speak of the child."""
    blueprints = [(journey, view.blueprint(journey)) for journey in view.map.journeys]
    for process in view.processes:
        meeting = [journey for journey, each in blueprints if process in each.processes]
        if meeting and _concerns_children(view, process) and not any(_sees_one(view, each) for each in meeting):
            ref = Ref(process.id)
            yield hit(ref, *(Ref(each.id) for each in meeting), process=view.label(ref))


def _concerns_children(view: View, process: Process) -> bool:
    if any(known(data.personal_data) == "children" for data in process.data):
        return True
    work = (node for _, node in view.nodes(process) if isinstance(node, Activity))
    return any(known(node.personal_data) == "children" for node in work)


def _sees_one(view: View, journey: Journey) -> bool:
    personas = (*journey.personas, *(persona for each in view.map.catalogues for persona in each.personas))
    persona = next((each for each in personas if each.id == known(journey.persona)), None)
    if persona is None:
        return False
    said = (persona.name, known(persona.segment), *(known(persona.needs) or ()))
    return any(_CHILD.search(_words(each)) is not None for each in said)


def _words(value: object) -> str:
    if isinstance(value, Translated):
        return f"{value.sv} {value.en}".casefold()
    return value.casefold() if isinstance(value, str) else ""


CHECK = Check(
    code="JRN056",
    name="child-not-seen",
    kind="ask",
    packs=("journey", "e-service"),
    message=Text(
        sv="{process} rör barn, och ingen av resorna är barnets.",
        en="{process} concerns children, and none of the journeys is the child's.",
    ),
    question=Text(
        sv="Stäm av med dem som möter barnen: hur är {process} för barnet, och hur får barnet säga vad det tycker?",
        en="Verify with those who meet the children: what is {process} like for the child, and how does the child get "
        "to say what it thinks?",
    ),
    role=WHO_MAPS,
    rationale=Text(
        sv="Den som ansöker är oftast en vuxen, och då syns barnet inte. Vad barnkonventionen kräver i ert fall avgör "
        "en jurist, inte procmap.",
        en="Whoever applies mostly is an adult, and then the child is not seen. What the Convention on the Rights of "
        "the Child demands in your case is for a lawyer to say, not for procmap.",
    ),
    source=unread("barnkonventionen, lag (2018:1197)"),
    unverified=True,
    bad="""\
data:
  anmalan: {name: Anmälan, structure: structured, personal_data: children, retention: Bevaras}
---
journey: Starta kafé
""",
    good="""\
data:
  anmalan: {name: Anmälan, structure: structured, personal_data: children, retention: Bevaras}
---
journey: Starta kafé
persona:
  name: Barn som hjälper till i familjens kafé
  needs: veta vad som gäller
  access_needs: läser inte myndighetstext så lätt
""",
    find=find,
)
