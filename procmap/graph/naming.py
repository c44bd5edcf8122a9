"""What to call any thing of a map in a sentence, by its Ref."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from procmap.graph.adjacency import Scope
from procmap.graph.document_words import collaboration_called, process_called
from procmap.graph.labels import called, called_in_turn, quoted
from procmap.model.collaboration import Collaboration
from procmap.model.element import Element
from procmap.model.flow import SequenceFlow
from procmap.model.gateway import Gateway
from procmap.model.journey import Journey, Phase, Step
from procmap.model.knowledge import known
from procmap.model.label import Label, Translated
from procmap.model.part import Part
from procmap.model.process import Process
from procmap.model.process_map import Document, ProcessMap
from procmap.model.rule import Rule
from procmap.ref import Ref
from procmap.text import Text

__all__ = ["Naming"]

_SHORT = 60
"""A rule without a name is called by what it says, if that is no longer than this."""

_JOURNEY = Text("resan", "the journey")
_ANSWER = Text("svaret {answer} på {question}", "the answer {answer} to {question}")
_WAY = Text("vägen från {source} till {target}", "the way from {source} to {target}")


class Naming:
    """``scope`` finds the scope of an element by its path; ``index`` has each thing by its Ref; ``pool_names`` are what
    the pools are called that processes are shown in, by the processes' ids."""

    def __init__(
        self,
        map: ProcessMap,
        scope: Callable[[Process, str], Scope],
        documents: Mapping[str, Document],
        index: Mapping[Ref, Part],
        pool_names: Mapping[str, Label],
    ) -> None:
        self._map: Final = map
        self._scope: Final = scope
        self._documents: Final = documents
        self._index: Final = index
        self._pool_names: Final = pool_names

    def label(self, ref: Ref) -> Text:
        """Its name in quotation marks, or where it stands."""
        document = self._documents.get(ref.document)
        if ref.element is None or document is None:
            return self._document(ref.document, document)
        part = self._index.get(ref.of(None))
        if isinstance(document, Process):
            if isinstance(part, Element):
                return called(self._scope(document, ref.element), part.id)
            if isinstance(part, SequenceFlow):
                return self._flow(document, ref.element, part)
        if isinstance(document, Journey) and isinstance(part, (Step, Phase)):
            return called_in_turn(part, document)
        if isinstance(part, Rule) and not _name(part) and isinstance(part.says, str):
            says = _with_limits(part, part.says)
            return quoted(says if len(says) <= _SHORT else part.id)
        return quoted(_name(part) or ref.id or "")

    def _document(self, id: str, document: Document | None) -> Text:
        if isinstance(document, Process):
            return process_called(document, self._map, self._pool_names)
        name = document.name if document is not None else id
        if isinstance(name, (str, Translated)):
            return quoted(name)
        return collaboration_called(document) if isinstance(document, Collaboration) else _JOURNEY

    def _flow(self, process: Process, path: str, flow: SequenceFlow) -> Text:
        scope = self._scope(process, path)
        if flow.source not in scope.nodes or flow.target not in scope.nodes:
            return quoted(flow.id)
        source = called(scope, flow.source)
        if isinstance(scope.nodes[flow.source], Gateway) and isinstance(flow.name, (str, Translated)):
            return _ANSWER.fill(answer=quoted(flow.name), question=source)
        return _WAY.fill(source=source, target=called(scope, flow.target))


def _name(part: Part | None) -> Label | None:
    name = getattr(part, "name", None)
    return name if isinstance(name, (str, Translated)) and str(name) else None


def _with_limits(rule: Rule, says: str) -> str:
    """The words of a rule with its thresholds set in, where they are known."""
    for limit in rule.limits:
        if (value := known(limit.value)) is not None:
            says = says.replace(f"{{{limit.name}}}", str(value))
    return says
