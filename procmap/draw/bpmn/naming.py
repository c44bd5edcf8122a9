"""What things are called in a picture of a BPMN file."""

from __future__ import annotations

from procmap.draw.bpmn.things import Things
from procmap.draw.wording import Names
from procmap.model.process import Process
from procmap.text import Language

__all__ = ["Naming"]


class Naming:
    """Names in one language."""

    def __init__(self, things: Things, language: Language) -> None:
        self.language = language
        self._things = things
        self._names = Names(Process(id=""), language)

    def of(self, name: object) -> str:
        """A name as it is drawn."""
        return self._names.of(name)

    def process(self, process: Process) -> str:
        """The name of a process, or of the pool whose work it is."""
        return self.of(process.name) or self.pool(process)

    def pool(self, process: Process) -> str:
        """The name of the pool whose work a process is."""
        pools = (pool for pool in self._things.pools.values() if pool.process == process.id)
        return next((name for name in (self.of(pool.name) for pool in pools) if name), "")

    def beside(self, id: str) -> str:
        """The words beside an event, a gateway or a piece of data, which has a state below its name."""
        node = self._things.nodes.get(id)
        if node is not None:
            return self.of(node.name)
        piece, reference = self._things.data[id]
        name = self.of(reference.name if reference is not None else None) or self.of(piece.name if piece else None)
        state = reference.state if reference is not None else None
        return f"{name}\n[{state}]".strip() if state else name
