"""Which part of each process was looked at, where that depends on what a team has written."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.words import listing
from procmap.graph.automation import Automation, Basis
from procmap.graph.view import View
from procmap.model.process_map import ProcessMap
from procmap.ref import Ref
from procmap.text import Text

__all__ = ["scope_for_robots"]

_WORDS: dict[Basis, Text] = {
    "named": Text(
        sv="För rpa: det som `automate` nämner i {process}: {steps}.",
        en="For rpa: what `automate` names in {process}: {steps}.",
    ),
    "marked": Text(
        sv="För rpa: det som en robot gör eller ska göra i {process}: {steps}.",
        en="For rpa: what a robot does or is to do in {process}: {steps}.",
    ),
    "whole": Text(
        sv="För rpa: hela {process}, eftersom `automate` inte säger vad en robot ska göra.",
        en="For rpa: all of {process}, since `automate` does not say what a robot is to do.",
    ),
    "nothing": Text(
        sv="För rpa: inget i {process}, eftersom `automate` säger n/a.",
        en="For rpa: nothing in {process}, since `automate` says n/a.",
    ),
}
_ALL_OF = Text(sv="allt som {lane} gör", en="all that {lane} does")


def scope_for_robots(map: ProcessMap) -> Iterator[Text]:
    """What was looked at, in the order of the map; processes of which the same is to be said share a sentence.

    Those in which nobody here would build a robot are left out.
    """
    view = View(map)
    alike: dict[Basis, list[Text]] = {}
    for process in view.processes:
        found = view.automation(process)
        label = view.label(Ref(process.id))
        if found.said:
            yield _WORDS[found.basis].fill(process=label, steps=listing(_said(view, found)))
        elif found.basis in _WORDS:
            alike.setdefault(found.basis, []).append(label)
    for basis, processes in alike.items():
        yield _WORDS[basis].fill(process=listing(processes))


def _said(view: View, found: Automation) -> Iterator[Text]:
    process = found.process
    for path in found.said:
        if path.startswith("lanes/"):
            yield _ALL_OF.fill(lane=view.role(process, path.removeprefix("lanes/")))
        else:
            yield view.label(Ref(process.id, path))
