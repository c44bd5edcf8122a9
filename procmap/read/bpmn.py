"""BPMN 2.0 as a file has it: from bytes to processes and collaborations, their positions and diagrams.

The flow is that of the arrows' own ends. Whatever is wrong with a reference, an id or an arrow is said, and the rest is
read. What the model has no place for stays in the file's bytes, which whoever writes it again starts from.

Source: OMG, Business Process Model and Notation 2.0.2 (2013-12).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePath
from typing import Any, NamedTuple

from procmap.finding import Finding
from procmap.geometry import Diagram
from procmap.model.collaboration import Collaboration
from procmap.model.process import Process
from procmap.read import bpmn_notices as say
from procmap.read.bpmn_artefacts import artefacts_of
from procmap.read.bpmn_data import associations_of, data_of
from procmap.read.bpmn_diagrams import make_diagram
from procmap.read.bpmn_file import BpmnFile, label_of, note_of
from procmap.read.bpmn_flows import compare_lists, make_flows
from procmap.read.bpmn_ids import say_wrong_ids
from procmap.read.bpmn_lanes import lanes_of
from procmap.read.bpmn_names import COLLABORATIONS, TEXTS, name_of
from procmap.read.bpmn_needed import say_missing_parts
from procmap.read.bpmn_nodes import make_nodes
from procmap.read.bpmn_pools import make_collaboration
from procmap.read.bpmn_references import say_broken_references
from procmap.read.bpmn_scope import Scope
from procmap.read.bpmn_scopes import scopes_in
from procmap.read.bpmn_shared import shared_by
from procmap.read.bpmn_strange import say_strange
from procmap.read.bpmn_values import say_wrong_values, truth
from procmap.ref import Ref
from procmap.source.slips import Slip
from procmap.source.tree import Scalar
from procmap.source.xml_start import may_be_bpmn
from procmap.source.xml_tree import Tag, XmlTree, read_xml
from procmap.text import Text

__all__ = ["BpmnReading", "read_bpmn"]

_OWN_SUFFIXES = (".bpmn", ".bpmn2")

_ROOT = Text("XML med elementet {name} ytterst", "XML whose outermost element is {name}")
_OF = Text("{root} i namnrymden {space}", "{root} in the namespace {space}")
_NO_SPACE = Text("{root} utan namnrymd", "{root} without a namespace")
_KNOWN = {
    "http://www.wfmc.org/": Text("XPDL", "XPDL"),
    "http://www.omg.org/spec/DMN/": Text("en beslutsmodell (DMN)", "a decision model (DMN)"),
    "https://www.omg.org/spec/DMN/": Text("en beslutsmodell (DMN)", "a decision model (DMN)"),
    "http://www.omg.org/spec/CMMN/": Text("en ärendemodell (CMMN)", "a case model (CMMN)"),
    "http://schema.omg.org/spec/BPMN/2.0": Text("ett utkast till BPMN 2.0 (beta)", "a draft of BPMN 2.0 (beta)"),
    "http://schemas.xmlsoap.org/wsdl/": Text("en tjänstebeskrivning (WSDL)", "a description of services (WSDL)"),
    "http://www.w3.org/2000/svg": Text("en bild (SVG)", "a picture (SVG)"),
    "http://www.w3.org/1999/xhtml": Text("en webbsida", "a web page"),
}
"""What else people may have in a file of XML, by how its namespace begins."""


_AS_THEY_ARE: Mapping[str, str] = {}
"""Of a file without ids of the reader's making; a plain one, since readings are handed over between processes."""


class BpmnReading(NamedTuple):
    """What one file gave. ``heads`` are (kind, id in the file, id in the map) of its documents.

    ``written`` is as in Source.
    """

    findings: tuple[Finding, ...]
    positions: dict[Ref, tuple[int, int]]
    heads: tuple[tuple[str, str, str], ...] = ()
    processes: tuple[Process, ...] = ()
    collaborations: tuple[Collaboration, ...] = ()
    diagrams: tuple[Diagram, ...] = ()
    written: Mapping[str, str] = _AS_THEY_ARE


def read_bpmn(data: bytes, path: str, named: bool, keys: Mapping[str, str] | None = None) -> BpmnReading | None:
    """Read a file; whatever is wrong with it becomes a finding.

    None where it is no BPMN and nobody ``named`` it: other XML in a folder. ``keys`` gives documents other ids in the
    map than the file has.
    """
    tree = read_xml(data, name_of, TEXTS)
    try:
        return _read_tree(tree, data, path, named, keys or {})
    finally:
        tree.release()


def _read_tree(tree: XmlTree, data: bytes, path: str, named: bool, keys: Mapping[str, str]) -> BpmnReading | None:
    named = named or PurePath(path).suffix.lower() in _OWN_SUFFIXES
    if not named and (tree.root.name != "definitions" if tree.root is not None else not may_be_bpmn(data)):
        return None
    findings: list[Finding] = []
    root = tree.root
    file = BpmnFile(path, root or Tag("", {}, None, 0), tree.tags, findings)
    if root is not None and root.name != "definitions":
        file.say(say.NOT_BPMN, root, what=_what_else(root.name))
    elif root is not None:
        found = _read(file, tree.tags, keys)
        _say(tree.slips, file)
        return found._replace(findings=tuple(findings))
    _say(tree.slips, file)
    return BpmnReading(tuple(findings), file.positions)


def _say(slips: tuple[Slip, ...], file: BpmnFile) -> None:
    first = Ref(next(iter(file.documents.values()), ""))
    for slip in slips:
        file.desk.say(slip.notice, Scalar("", slip.line, slip.column, slip.length), first, **slip.values)


def _what_else(name: str) -> Text:
    """What a file is whose outermost element is not BPMN's."""
    space, brace, local = name.removeprefix("{").rpartition("}")
    for start, words in _KNOWN.items():
        if space.startswith(start):
            return words
    root = _ROOT.fill(name=local[:60])
    if not brace:  # one of BPMN's own
        return root
    return _OF.fill(root=root, space=space[:100]) if space else _NO_SPACE.fill(root=root)


def _read(file: BpmnFile, tags: tuple[Tag, ...], keys: Mapping[str, str]) -> BpmnReading:
    heads = _documents(file, keys)
    processes = [tag for tag in file.documents if tag.name == "process"]
    scopes = {tag: scopes_in(tag, file.documents[tag], file) for tag in processes}
    parts = {tag: _parts(scopes[tag], file) for tag in processes}
    everywhere = [scope for each in scopes.values() for scope in each]
    file.say_doubles()
    say_wrong_ids(tags, file)
    say_strange(tags, file)
    say_wrong_values(tags, file)
    make_flows(everywhere, file)
    compare_lists(everywhere, file)
    for tag in processes:
        parts[tag]["data_associations"] = tuple(associations_of(scopes[tag], file))
        make_nodes(scopes[tag], file)
    collaborations = [
        make_collaboration(tag, key, file) for tag, key in file.documents.items() if tag.name in COLLABORATIONS
    ]
    shared = shared_by(file)
    say_broken_references(tags, file)
    say_missing_parts(tags, file)
    made = [_process(tag, scopes[tag], parts[tag], shared.get(file.documents[tag], {}), file) for tag in processes]
    met = [_with_messages(each, shared.get(each.id, {})) for each in collaborations]
    diagrams = tuple(make_diagram(tag, file) for tag in file.root.of("di:BPMNDiagram"))
    return BpmnReading((), file.positions, tuple(heads), tuple(made), tuple(met), diagrams, file.written)


def _documents(file: BpmnFile, keys: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """Give each process and collaboration its id in the map."""
    heads = []
    for tag in file.root.children:
        if tag.name == "process" or tag.name in COLLABORATIONS:
            id = file.id_of(tag)
            key = file.documents[tag] = keys.get(id, id)
            file.place(tag, Ref(key))
            heads.append(("process" if tag.name == "process" else "collaboration", id, key))
    if not heads:
        file.say(say.NOTHING_IN_IT, file.root)
    return heads


def _parts(scopes: list[Scope], file: BpmnFile) -> dict[str, Any]:
    """What the process has besides its flow."""
    data, references = data_of(scopes, file)
    artefacts = ((tag, scope.within) for scope in scopes for tag in scope.artefacts)
    return {
        "lanes": lanes_of(scopes, file),
        "data": data,
        "data_references": tuple(references),
        **artefacts_of(artefacts, scopes[0].key, file),
    }


def _process(
    tag: Tag, scopes: list[Scope], parts: dict[str, Any], shared: dict[str, list[Any]], file: BpmnFile
) -> Process:
    values = {**parts, **{section: tuple(each) for section, each in shared.items() if section != "data"}}
    values["data"] = (*parts["data"], *shared.get("data", ()))
    return Process(
        id=file.documents[tag],
        name=label_of(tag),
        nodes=scopes[0].made_nodes,
        flows=tuple(scopes[0].made_flows),
        executable=truth(tag, "isExecutable"),
        note=note_of(tag),
        **values,
    )


def _with_messages(collaboration: Collaboration, shared: dict[str, list[Any]]) -> Collaboration:
    return replace(collaboration, messages=tuple(shared.get("messages", ())))
