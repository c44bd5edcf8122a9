"""The words that pictures add to those of the team, and the team's words as they stand in a picture."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from types import MappingProxyType

from procmap.graph.amounts import amount
from procmap.model.event import Event, Trigger
from procmap.model.knowledge import Disputed, NotApplicable, Unknown
from procmap.model.label import Translated, label_in
from procmap.model.process import Process
from procmap.model.resource import LaneKind
from procmap.text import Language, Text

__all__ = [
    "AGREED_BY_NONE",
    "DISPUTED",
    "ELSE",
    "LANE_KINDS",
    "NOBODY",
    "NOBODY_ASKED",
    "NOBODY_KNEW",
    "NO_NAME",
    "TOGETHER",
    "Names",
    "listed",
    "share",
]

NOBODY_ASKED = Text("Ingen har frågats vem som gör det", "Nobody has been asked who does it")
NOBODY_KNEW = Text("Ingen visste vem som gör det", "Nobody knew who does it")
AGREED_BY_NONE = Text("Olika svar om vem som gör det", "Different answers about who does it")
NOBODY = Text("Görs av ingen särskild", "Done by nobody in particular")
ELSE = Text("annars", "otherwise")
TOGETHER = Text("med {who}", "with {who}")
DISPUTED = Text("{one} eller {other}", "{one} or {other}")
NO_NAME = Text("Process utan namn", "A process without a name")

_AND = Text("{some} och {last}", "{some} and {last}")

LANE_KINDS: MappingProxyType[LaneKind, Text | None] = MappingProxyType(
    {
        "person": None,
        "customer": Text("Den det gäller", "Whom it is for"),
        "external": Text("Utanför organisationen", "Outside the organisation"),
        "system": Text("System", "System"),
        "robot": Text("Robot", "Robot"),
    }
)
"""What stands under the name of a lane; a role of the organisation itself needs no such words."""

_SENT = ("message", "signal", "error", "escalation")
"""The triggers that say which: by the id of what is sent or raised, where it has one."""


def listed(names: Sequence[str], language: Language) -> str:
    """Names in one line."""
    if len(names) < 2:
        return "".join(names)
    return _AND(language, some=", ".join(names[:-1]), last=names[-1])


def share(value: float) -> str:
    """A rate as percent, with a space that no line ends at."""
    return f"{value * 100:.4g}\u00a0%"


class Names:
    """What the things of a process are called in one language."""

    def __init__(self, process: Process, language: Language) -> None:
        self.language = language
        self._lanes = {lane.id: lane.name for lane in process.lanes}
        self._sent: dict[str, object] = {data.id: data.name for data in process.data}
        self._sent.update((message.id, message.name) for message in process.messages)
        self._sent.update((signal.id, signal.name) for signal in process.signals)

    def of(self, name: object) -> str:
        """A name as it is drawn: ``??`` where nobody knew it, all that was said where it is disputed, else empty."""
        if isinstance(name, Disputed):
            return self._all(self.of(says.value) for says in name.says)
        if name is None or isinstance(name, NotApplicable):
            return ""
        if isinstance(name, Unknown):
            return "??"
        return label_in(name, self.language) if isinstance(name, Translated) else str(name)

    def lane(self, id: str) -> str:
        """The name of a lane, or its id where the process does not know it."""
        return self.of(self._lanes.get(id)) or id

    def event(self, event: Event) -> str:
        """What happens: the event's own name, else what triggers it."""
        return self.of(event.name) or self._all(filter(None, map(self._trigger, event.triggers)))

    def _trigger(self, trigger: Trigger) -> str:
        if trigger.kind in _SENT and isinstance(trigger.what, str):
            return self.of(self._sent.get(trigger.what)) or trigger.what
        return amount(self.of(trigger.what), self.language)

    def _all(self, said: Iterable[str]) -> str:
        first, *others = (*said, "")[:-1] or ("",)
        for other in others:
            first = DISPUTED(self.language, one=first, other=other)
        return first
