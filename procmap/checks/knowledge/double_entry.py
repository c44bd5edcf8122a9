"""KNO011 double-entry: a person writes in one system what is in another already."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from procmap.checks.check import Check, Hit, hit
from procmap.checks.robots import is_beside_the_point
from procmap.checks.systems import in_words, systems_of, used
from procmap.checks.words import performer
from procmap.graph.adjacency import spread
from procmap.graph.data_use import Touch, Use
from procmap.graph.view import View
from procmap.model.event import Event
from procmap.text import Text

_FAR = 200
"""So many steps in a row are looked through, and no more."""


def find(view: View) -> Iterator[Hit]:
    """Where both happen in one case: one is come to from the other. Data comes in where an event names a system."""
    systems = {process.id: systems_of(view, process) for process in view.processes}
    for use in view.data_uses:
        pair = _pair(view, use)
        if pair is not None:
            first, second = pair
            yield hit(
                second.ref.of("writes"),
                first.ref,
                use.ref,
                step=view.label(second.ref),
                data=view.label(use.ref),
                system=in_words(systems[second.process.id], used(second.node)),
                other=in_words(systems[first.process.id], used(first.node)),
                role=performer(view, second.process, second.ref.element or ""),
            )


def _pair(view: View, use: Use) -> tuple[Touch, Touch] | None:
    """Where it was first, and the first step in which a person writes it in another system."""
    arrived = [touch for touch in use.comes_in if isinstance(touch.node, Event) and used(touch.node)]
    written = [touch for touch in use.writes if used(touch.node)]
    for first in (*arrived[:1], *written[:1]):
        inside = set(used(first.node))
        others = [touch for touch in written if touch.process is first.process and inside.isdisjoint(used(touch.node))]
        if others:
            behind = set(islice(_after(view, first), _FAR))
            for second in others:
                path = second.ref.element or ""
                is_person = view.kind(second.process, view.place(second.process, path)) == "person"
                is_asked_about = is_person and not is_beside_the_point(view, second.process, path)
                if is_asked_about and any(around in behind for around in _around(path)):
                    return first, second
    return None


def _after(view: View, touch: Touch) -> Iterator[str]:
    """The paths of all that comes after an element, within its own scope and those around it."""
    for path in _around(touch.ref.element or ""):
        scope = view.scope(touch.process, path)
        own = path.rpartition("/")[2]
        yield from (scope.prefix + id for id in spread(scope.after(own), scope.after))


def _around(path: str) -> Iterator[str]:
    """The element and the subprocesses it stands in, innermost first."""
    while path:
        yield path
        path = path.rpartition("/")[0]


CHECK = Check(
    code="KNO011",
    name="double-entry",
    kind="ask",
    packs=("rpa", "e-service"),
    message=Text(
        sv="I {step} skriver någon in {data} i {system}, fast det redan finns i {other}.",
        en="In {step} somebody enters {data} in {system}, although it is in {other} already.",
    ),
    question=Text(
        sv="Vad i {step} skrivs in en gång till, och vilket gäller om {system} och {other} säger olika?",
        en="What is entered once more in {step}, and which holds if {system} and {other} differ?",
    ),
    role=Text(sv="den som gör {step}", en="whoever does {step}"),
    rationale=Text(
        sv="Det som skrivs in två gånger tar tid två gånger, och blir förr eller senare olika.",
        en="What is entered twice takes time twice, and sooner or later differs.",
    ),
    source="Womack och Jones, Lean Thinking, 1996",
    bad="""\
systems:
  ecos: {name: Ecos, access: ui_thick, owner: Systemförvaltare, test_environment: true, robot_allowed: true}
  register: {name: Livsmedelsregistret, access: api, owner: Systemförvaltare, test_environment: true}
changes:
  - at: Besluta om registrering
    writes: anmalan
  - at: Meddela beslutet
    system: register
    writes: anmalan
""",
    good="""\
systems:
  ecos: {name: Ecos, access: ui_thick, owner: Systemförvaltare, test_environment: true, robot_allowed: true}
  register: {name: Livsmedelsregistret, access: api, owner: Systemförvaltare, test_environment: true}
changes:
  - at: Besluta om registrering
    writes: anmalan
  - at: Meddela beslutet
    system: register
    reads: anmalan
""",
    find=find,
)
