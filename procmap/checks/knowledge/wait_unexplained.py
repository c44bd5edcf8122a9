"""KNO023 wait-unexplained: a step takes little time and lies waiting for much longer, and it does not say why."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.robots import is_beside_the_point
from procmap.checks.words import performer, spoken
from procmap.graph.view import View
from procmap.model.activity import Activity
from procmap.text import Text

_DAY = 86_400


def find(view: View) -> Iterator[Hit]:
    """A note at the step is taken for the reason; less than two days is no wait to talk about."""
    times = view.thresholds["wait-unexplained"]
    for process in view.processes:
        for ref, node in view.nodes(process):
            if not isinstance(node, Activity) or node.note is not None:
                continue
            if is_beside_the_point(view, process, ref.element or ""):
                continue
            wait, touch = view.value(node, "wait_time"), view.value(node, "touch_time")
            if wait is None or touch is None or wait.seconds[0] < 2 * _DAY:
                continue
            if wait.seconds[0] > times * touch.seconds[1]:
                yield hit(
                    ref.of("wait_time"),
                    step=view.label(ref),
                    wait=spoken(view, None, "wait_time", wait),
                    touch=spoken(view, None, "touch_time", touch),
                    role=performer(view, process, ref.element or ""),
                )


CHECK = Check(
    code="KNO023",
    name="wait-unexplained",
    kind="ask",
    packs=("rpa", "e-service", "journey"),
    message=Text(
        sv="{step} tar {touch} och ligger och väntar i {wait}, och det står inte på vad.",
        en="{step} takes {touch} and lies waiting for {wait}, and it does not say for what.",
    ),
    question=Text(
        sv="Vad väntar ärendet på vid {step}, och vad av det råder vi över själva?",
        en="What does the case wait for at {step}, and what of it is in our own hands?",
    ),
    role=Text(sv="den som gör {step}", en="whoever does {step}"),
    rationale=Text(
        sv="Den som väntar märker inte att arbetet går fort. Att automatisera det korta gör inte väntan kortare.",
        en="Those who wait do not notice that the work is quick. Automating what is short makes no wait shorter.",
    ),
    source="Womack och Jones, Lean Thinking, 1996; gränsen är procmaps, 2026-11-30",
    thresholds={"wait-unexplained": 20},
    bad="""\
changes:
  - at: Registrera anmälan
    touch_time: 10 min
    wait_time: 2-4 d
""",
    good="""\
changes:
  - at: Registrera anmälan
    touch_time: 10 min
    wait_time: 2-4 d
    note: Posten sorteras på måndagar och torsdagar
""",
    find=find,
)
