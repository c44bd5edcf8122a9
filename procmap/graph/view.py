"""What a check sees: the map, who comes after whom, what things are called, and the day it is.

A check never walks the model's tuples itself, so that looking something up is written, and paid for, once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from operator import itemgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, TypeVar

from procmap.graph.adjacency import Scope
from procmap.graph.contents import Contents
from procmap.graph.drawn import Drawing
from procmap.graph.entries import Shared
from procmap.graph.handovers import Passing
from procmap.graph.labels import literal
from procmap.graph.naming import Naming
from procmap.graph.parts import OpenValue, PartAt
from procmap.graph.pools import pool_names
from procmap.graph.process_view import ProcessView
from procmap.graph.residents import kind_of
from procmap.graph.texts import Written, texts_within
from procmap.model.activity import Node
from procmap.model.collaboration import Collaboration, Pool
from procmap.model.element import Element
from procmap.model.journey import Journey
from procmap.model.knowledge import known
from procmap.model.label import Label, Translated
from procmap.model.part import Part
from procmap.model.process import Process
from procmap.model.process_map import Document, ProcessMap
from procmap.model.resource import Data, Lane, LaneKind, System
from procmap.model.rule import Rule
from procmap.ref import Ref
from procmap.source.source import Source
from procmap.source.xml_start import looks_like_xml
from procmap.text import Text

if TYPE_CHECKING:
    from datetime import date

    from procmap.graph.automation import Automation
    from procmap.graph.blueprint import Blueprint
    from procmap.graph.comments import CommentAt
    from procmap.graph.data_use import Use
    from procmap.graph.soundness import Proven
    from procmap.graph.soundness_words import Account
    from procmap.graph.together import Together

__all__ = ["View"]

_Node = TypeVar("_Node", bound=Element)


class View:
    """A map made ready for checks; everything is worked out when first asked for, and kept.

    ``today`` is None where nobody said which day it is. ``covered`` names the attributes that some check looks at in
    its own way (``Rule.source``), so that the general checks leave them to it. ``prover`` proves the flow of a process,
    or the pools of a collaboration together, when a check asks for it; None for one that cannot be judged. ``sources``
    are the files that documents were read from, with the diagrams in them.
    """

    def __init__(
        self,
        map: ProcessMap,
        *,
        today: date | None = None,
        packs: frozenset[str] = frozenset({"default"}),
        thresholds: Mapping[str, float] | None = None,
        covered: frozenset[str] = frozenset(),
        prover: Callable[[Process | Collaboration], Proven | None] | None = None,
        sources: Mapping[str, Source] | None = None,
    ) -> None:
        self.map: Final = map
        self.today: Final = today
        self.packs: Final = packs
        self.thresholds: Final = MappingProxyType(dict(thresholds or {}))
        self.covered: Final = covered
        self._prover: Final = prover
        self._sources: Final = sources or {}

    @property
    def processes(self) -> tuple[Process, ...]:
        return self.map.processes

    @property
    def documents(self) -> tuple[Document, ...]:
        return self.map.documents

    def scopes(self, process: Process) -> tuple[Scope, ...]:
        """The process and each of its subprocesses with their adjacency, outermost first."""
        return tuple(self._of(process).scopes.values())

    def scope(self, process: Process, path: str) -> Scope:
        """The scope that an element stands in."""
        return self._of(process).scopes[path[: path.rfind("/") + 1]]

    @staticmethod
    def at(process: Process, scope: Scope, id: str | None = None) -> Ref:
        """The Ref of an element by its scope and local id; without one, of the scope itself."""
        return Ref(process.id, scope.prefix[:-1] or None if id is None else scope.prefix + id)

    def nodes(self, process: Process) -> tuple[tuple[Ref, Node], ...]:
        """Every element with its Ref, outermost scope first, each in the order of the document."""
        return self._of(process).nodes

    def elements(self, sort: type[_Node]) -> tuple[tuple[Process, Scope, Ref, _Node], ...]:
        """Every element of one class in all processes, with its process, its scope and its Ref."""
        found = self._sorted.get(sort)
        if found is None:
            kinds = {kind for kind in map(type, map(itemgetter(3), self._elements)) if issubclass(kind, sort)}
            found = self._sorted[sort] = tuple([each for each in self._elements if type(each[3]) in kinds])
        return found

    @cached_property
    def _sorted(self) -> dict[type, Any]:
        return {}

    @cached_property
    def _elements(self) -> list[tuple[Process, Scope, Ref, Node]]:
        return [
            (process, scope, ref, node)
            for process in self.processes
            for scope, nodes in self._of(process).in_scopes()
            for ref, node in nodes
        ]

    def node(self, process: Process, path: str) -> Node:
        """The element with a path of ids."""
        return self.scope(process, path).nodes[path.rpartition("/")[2]]

    def is_torn(self, ref: Ref) -> bool:
        """Whether what is odd about an element, or a whole scope, may only follow from an arrow with a loose end."""
        process = self._documents.get(ref.document)
        if not isinstance(process, Process) or not (ends := self._of(process).torn_ends):
            return False
        path = ref.element or ""
        inside = self._of(process).scopes.get(f"{path}/" if path else "")
        return (inside is not None and bool(inside.torn)) or path.rpartition("/")[2] in ends

    def passings(self, process: Process) -> tuple[Passing, ...]:
        """Where work passes from one lane to another."""
        return self._of(process).passings

    def automation(self, process: Process) -> Automation:
        """What of a process a robot is to do."""
        from procmap.graph.automation import automation

        found = self._automations.get(id(process))
        if found is None:
            found = self._automations[id(process)] = automation(self, process)
        return found

    @cached_property
    def data_uses(self) -> tuple[Use, ...]:
        """Every piece of data that a process or a catalogue describes, with what is done with it."""
        from procmap.graph.data_use import uses

        return tuple(uses(self))

    def system(self, process: Process, id: str) -> tuple[Ref, System] | None:
        """A system by its id, with where it is described: the process, or a catalogue it refers to."""
        found: tuple[Ref, System] | None = self._of(process).described("systems", id)
        return found

    def datum(self, process: Process, id: str) -> tuple[Ref, Data] | None:
        """A piece of data by its id, with where it is described: the process, or a catalogue it refers to."""
        found: tuple[Ref, Data] | None = self._of(process).described("data", id)
        return found

    def rule(self, process: Process, id: str) -> tuple[Ref, Rule] | None:
        """A rule by its id, with where it is described: the process, or a catalogue it refers to."""
        found: tuple[Ref, Rule] | None = self._of(process).described("rules", id)
        return found

    def soundness(self, process: Process) -> Account | None:
        """What is proved of the flow of a process, once for all who ask; None where nobody proves it."""
        if self._prover is None:
            return None
        if id(process) not in self._accounts:
            from procmap.graph.soundness_words import Account

            proven = self._prover(process)
            self._accounts[id(process)] = Account(process, proven, self.map) if proven is not None else None
        return self._accounts[id(process)]

    def together(self, collaboration: Collaboration) -> Together | None:
        """What is proved of pools together, once for all who ask; None where nobody proves it or no two talk."""
        if self._prover is None or not collaboration.message_flows:
            return None
        if id(collaboration) not in self._meetings:
            from procmap.graph.together import Together, is_joint

            proven = self._prover(collaboration) if is_joint(collaboration, self.map) else None
            found = Together(collaboration, proven, self.map) if proven is not None else None
            self._meetings[id(collaboration)] = found
        return self._meetings[id(collaboration)]

    def place(self, process: Process, path: str) -> str | None:
        """The id of the lane where an element stands; None where it is not known."""
        return self._of(process).places.get(path)

    def lane(self, process: Process, id: object) -> Lane | None:
        """A lane by its id, from the process or from a catalogue it refers to; None where there is none."""
        return self._of(process).lane(id) if isinstance(id, str) else None

    def kind(self, process: Process, id: object) -> LaneKind | None:
        """What works in a lane; a role whose name says that it is a resident is a customer. None without a lane."""
        return kind_of(self.lane(process, id))

    def pool(self, process: Process) -> Pool | None:
        """The pool whose flow a process is, where that is written in a collaboration: the pool is then who works."""
        return self._pools.get(process.id)

    def pool_name(self, process: Process) -> Label | None:
        """What the pool is called that a process is shown in: whoever that is does what no lane does."""
        return self._pool_names.get(process.id)

    def is_bpmn(self, document: str) -> bool:
        """Whether a document, by its id, was read from a file of BPMN: what that has no place for is not in it."""
        return document in self._bpmn_ids

    @cached_property
    def is_all_bpmn(self) -> bool:
        """Whether every document was read from a file of BPMN."""
        return all(document.id in self._bpmn_ids for document in self.documents)

    @cached_property
    def drawings(self) -> tuple[Drawing, ...]:
        """The diagrams of each file of BPMN, joined to what they show."""
        return tuple(
            Drawing(
                source,
                [self._of(each) for each in documents if isinstance(each, Process)],
                [each for each in documents if isinstance(each, Collaboration)],
            )
            for source, documents in self._bpmn
        )

    @cached_property
    def _bpmn(self) -> tuple[tuple[Source, list[Document]], ...]:
        files: dict[int, tuple[Source, list[Document]]] = {}
        for document in self.documents:
            source = self._sources.get(document.id)
            if source is not None and (id(source) in files or looks_like_xml(source.data)):
                files.setdefault(id(source), (source, []))[1].append(document)
        return tuple(files.values())

    @cached_property
    def _bpmn_ids(self) -> frozenset[str]:
        return frozenset(document.id for _, documents in self._bpmn for document in documents)

    def blueprint(self, journey: Journey) -> Blueprint:
        """The journey joined to the processes behind it."""
        from procmap.graph.blueprint import blueprint

        found = self._blueprints.get(id(journey))
        if found is None:
            found = self._blueprints[id(journey)] = blueprint(self.map, journey)
        return found

    def parts(self, document: Document) -> tuple[PartAt, ...]:
        """Every part of a document that holds more than words and numbers, and those inside it, with their Refs."""
        return self._contents.parts[id(document)]

    def texts(self, document: Document, matches: Callable[[str], object]) -> Iterator[Written]:
        """Every text of a document that matches, in its order."""
        return texts_within(self._contents.told[id(document)], matches)

    def comments(self, matches: Callable[[str], object]) -> Iterator[CommentAt]:
        """Every comment that matches in the files of YAML that documents were read from, file by file."""
        return (comment for comment in self._contents.comments if matches(comment.text))

    def open_values(self, document: Document) -> tuple[OpenValue, ...]:
        """Every value of a document that is unknown or disputed."""
        return self._contents.open_values[id(document)]

    @staticmethod
    def value(part: Part, name: str) -> Any:
        """The plain value of an attribute; None where it is absent, unknown, disputed or does not apply."""
        return known(getattr(part, name))

    def label(self, ref: Ref) -> Text:
        """What to call a thing in a sentence: its name in quotation marks, or where it stands."""
        return self._naming.label(ref)

    def position(self, ref: Ref) -> tuple[int, int]:
        """Where a thing comes in the map: by document, then as it stands there. For sorting."""
        order = self._contents.order
        last = len(order)
        return order.get(Ref(ref.document), last), order.get(ref.of(None), last)

    def role(self, process: Process, words: str) -> Text:
        """Whom to ask, from a lane's id or in words of the user's own."""
        lane = self.lane(process, words)
        name = lane.name if lane is not None else None
        return literal(*_both(name)) if isinstance(name, (str, Translated)) else literal(words)

    def leader(self, document: str) -> Text | None:
        """The role that leads the work on a process, by the document's id; None where that is not known."""
        process = self._documents.get(document)
        leader = known(process.leader) if isinstance(process, Process) else None
        return self.role(process, leader) if isinstance(process, Process) and leader else None

    def _of(self, process: Process) -> ProcessView:
        found = self._processes.get(id(process))
        if found is None:
            found = self._processes[id(process)] = ProcessView(process, self.shared)
        return found

    @cached_property
    def shared(self) -> Shared:
        """What the catalogues describe for all."""
        return Shared(self.map.catalogues)

    @cached_property
    def _processes(self) -> dict[int, ProcessView]:
        return {}

    @cached_property
    def _accounts(self) -> dict[int, Account | None]:
        return {}

    @cached_property
    def _meetings(self) -> dict[int, Together | None]:
        return {}

    @cached_property
    def _automations(self) -> dict[int, Automation]:
        return {}

    @cached_property
    def _blueprints(self) -> dict[int, Blueprint]:
        return {}

    @cached_property
    def _documents(self) -> dict[str, Document]:
        return {document.id: document for document in reversed(self.documents)}

    @cached_property
    def _pools(self) -> dict[str, Pool]:
        return {
            f"{collaboration.id}.{pool.id}": pool
            for collaboration in self.map.collaborations
            for pool in collaboration.pools
            if pool.process == f"{collaboration.id}.{pool.id}"
        }

    @cached_property
    def _pool_names(self) -> dict[str, Label]:
        return pool_names(self.map)

    @cached_property
    def _naming(self) -> Naming:
        return Naming(self.map, self.scope, self._documents, self._contents.index, self._pool_names)

    @cached_property
    def _contents(self) -> Contents:
        yaml = {id: source for id, source in self._sources.items() if id not in self._bpmn_ids}
        return Contents(self.documents, yaml)


def _both(label: Label) -> tuple[str, str]:
    return (label, label) if isinstance(label, str) else (label.sv or label.en or "", label.en or label.sv or "")
