"""Data of a BPMN file: objects, stores, where they are shown, and which elements read and write them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from procmap.model.resource import Data, DataAssociation, DataKind, DataReference
from procmap.read.bpmn_file import BpmnFile, label_of, note_of
from procmap.read.bpmn_names import DATA
from procmap.read.bpmn_scope import Scope
from procmap.read.bpmn_values import truth
from procmap.ref import Ref
from procmap.source.xml_tree import Tag

__all__ = ["associations_of", "data_of", "make_data"]

_KINDS: dict[str, DataKind] = {
    "dataObject": "object",
    "dataStore": "store",
    "dataInput": "input",
    "dataOutput": "output",
}
_TARGETS = {
    "dataObjectReference": ("dataObjectRef", "dataObject", "data object"),
    "dataStoreReference": ("dataStoreRef", "dataStore", "data store"),
}
_READS, _WRITES = "dataInputAssociation", "dataOutputAssociation"
_ENDS = frozenset({*DATA, "dataStore", "property"})


def data_of(scopes: Sequence[Scope], file: BpmnFile) -> tuple[list[Data], list[DataReference]]:
    """What the process has of its own, and where data are shown.

    A piece without a name of its own is called as the first place where it is shown. A place that says of nothing that
    it is shown there stands for a piece of its own, of the same id.
    """
    things: list[Tag] = []
    references: list[tuple[Tag, Scope]] = []
    for scope in scopes:
        for tag in _tags(scope):
            if tag.name in _TARGETS:
                references.append((tag, scope))
                file.place(tag, Ref(scope.key, f"data_references/{file.id_of(tag)}"))
            else:
                things.append(tag)
                file.place(tag, Ref(scope.key, f"data/{file.id_of(tag)}"))
    made: list[DataReference] = []
    alone: list[Data] = []
    for tag, scope in references:
        attribute, kind, words = _TARGETS[tag.name]
        target = file.refer(tag, attribute, (kind,), words)
        id, name = file.id_of(tag), label_of(tag)
        data = file.id_of(target) if target is not None else id
        if target is None:
            alone.append(Data(id=id, name=name, kind=_KINDS[kind], note=note_of(tag)))
            file.positions.setdefault(Ref(scope.key, f"data/{id}"), (tag.line, tag.column))
        elif kind == "dataStore":
            file.used.setdefault(target, {})[scope.key] = None
        if name and target is not None:
            file.shown_as.setdefault(target, name)
        file.data[tag] = data
        made.append(
            DataReference(id=id, name=name, data=data, state=_state(tag), within=scope.within, note=note_of(tag))
        )
    own = [make_data(tag, file) for tag in things]
    return [*own, *alone], made


def make_data(tag: Tag, file: BpmnFile) -> Data:
    """A data object, store, input or output."""
    return Data(
        id=file.id_of(tag),
        name=label_of(tag) or file.shown_as.get(tag),
        kind=_KINDS[tag.name],
        several=truth(tag, "isCollection") is True,
        note=note_of(tag),
    )


def _tags(scope: Scope) -> Iterable[Tag]:
    yield from scope.data
    for specification in scope.owner.of("ioSpecification") if scope.within is None else ():
        yield from (tag for tag in specification.children if tag.name in ("dataInput", "dataOutput"))


def _state(tag: Tag) -> str | None:
    state = tag.first("dataState")
    return label_of(state) if state is not None else None


def associations_of(scopes: Iterable[Scope], file: BpmnFile) -> list[DataAssociation]:
    """The arrows between elements and data; sets ``file.touched``: what each element reads and writes."""
    found: list[DataAssociation] = []
    for scope in scopes:
        for tag in scope.nodes:
            reads: dict[str, None] = {}
            writes: dict[str, None] = {}
            path = scope.prefix + file.id_of(tag)
            for child in tag.children:
                if child.name == _READS:
                    ends = _ends(child, "sourceRef", file)
                    reads.update(dict.fromkeys(data for _, data in ends))
                    found.append(_association(child, ends[0][0] if ends else "", path, scope, file))
                elif child.name == _WRITES:
                    ends = _ends(child, "targetRef", file)
                    writes.update(dict.fromkeys(data for _, data in ends))
                    found.append(_association(child, path, ends[0][0] if ends else "", scope, file))
            if reads or writes:
                file.touched[tag] = tuple(reads), tuple(writes)
    return found


def _ends(tag: Tag, name: str, file: BpmnFile) -> list[tuple[str, str]]:
    """(id at the end of the arrow, id of the piece of data) for each; what the element has inside itself is none."""
    found: list[tuple[str, str]] = []
    for child in tag.of(name):
        id = child.text.strip()
        end = file.refer(child, name, _ENDS, "data", id) if id else None
        if end is None:
            continue
        own = file.id_of(end)
        if end.name == "dataStore":
            file.used.setdefault(end, {})[file.document(tag)] = None
        if end.name == "dataStore" or file.stands(end):
            found.append((own, file.data.get(end, own)))
    return found


def _association(tag: Tag, source: str, target: str, scope: Scope, file: BpmnFile) -> DataAssociation:
    id = file.id_of(tag)
    file.place(tag, Ref(scope.key, f"data_associations/{id}"))
    return DataAssociation(id=id, source=source, target=target)
