"""RPA066 done-twice: nothing says what happens when a robot does the same case once more."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.robots import says, stated
from procmap.checks.words import WHO_LEADS
from procmap.graph.view import View
from procmap.model.activity import Activity
from procmap.model.knowledge import known
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """Steps that leave a trace elsewhere: they send, queue, order or pay. An exception about it settles it."""
    for process, found in stated(view):
        for path, step in found.steps:
            if _leaves_a_trace(step) and not any(_is_about_it(each) for each in found.around(path)):
                ref = Ref(process.id, path)
                yield hit(ref.of("exceptions"), step=view.label(ref), asked=False)


def _leaves_a_trace(step: Activity) -> bool:
    return bool(known(step.sends)) or bool(known(step.queue)) or says(step.name, *_WORDS)


def _is_about_it(step: Activity) -> bool:
    if step.exceptions is not None and not isinstance(step.exceptions, tuple):
        return True
    return any(says(text, *_AGAIN) for case in known(step.exceptions) or () for text in (case.name, case.action))


_WORDS = ("betala", "utbetal", "beställ", "pay ", "order ")
_AGAIN = ("redan", "dubb", "två gånger", "igen", "already", "twice", "duplicate", "again", "double")

CHECK = Check(
    code="RPA066",
    name="done-twice",
    kind="gap",
    packs=("rpa",),
    message=Text(
        sv="Det står inte vad som händer om {step} görs två gånger i samma ärende.",
        en="It does not say what happens if {step} is done twice in the same case.",
    ),
    gathered=Text(
        sv="Det står inte vad som händer om de här stegen görs två gånger i samma ärende: {steps}.",
        en="It does not say what happens if these steps are done twice in the same case: {steps}.",
    ),
    question=Text(
        sv="Vad händer om roboten stannar mitt i och gör om {step}, och hur ser man att det redan är gjort?",
        en="What happens if the robot stops halfway and does {step} again, and how can one see that it is done?",
    ),
    gathered_question=Text(
        sv="Vad händer om roboten stannar mitt i och börjar om, och hur ser man att det redan är gjort: {steps}?",
        en="What happens if the robot stops halfway and begins again, and how can one see that it is done: {steps}?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Robotar startas om. Då ska ingen få två kort, två brev eller två utbetalningar.",
        en="Robots are restarted. Then nobody is to get two cards, two letters or two payments.",
    ),
    source="Sundsvalls kommun, kod för parkeringstillstånd (RpaService), github.com/Sundsvallskommun, 2026-11-23",
    bad="""\
changes:
  - at: Registrera anmälan
    queue: Nya anmälningar
""",
    good="""\
changes:
  - at: Registrera anmälan
    queue: Nya anmälningar
    exceptions: {name: Är redan registrerad, kind: business, share: 2 %, action: Hoppa över}
""",
    find=find,
)
