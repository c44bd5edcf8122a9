"""Several BPMN files together: calls from one into another, and which files have to do with each other."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from procmap.checks.engine import check
from procmap.errors import CannotRead, ProcmapError
from procmap.model.activity import CallActivity
from procmap.read.bpmn_links import Links, linked, links_of
from procmap.read.reading import Reading, files, read, read_group
from procmap.ref import Ref
from procmap.text import Text
from procmap.verify.verify import verify

HEAD = '<?xml version="1.0" encoding="{encoding}"?>\n<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:x">'


def process(id: str, calls: str | None = None, *, stuck: bool = False) -> str:
    """A process of one step, which may be a call; a stuck one waits for what never comes."""
    step = f'<callActivity id="a" name="Anrop" calledElement="{calls}"/>' if calls else '<task id="a" name="Steg"/>'
    waits = '<task id="b" name="B"/><parallelGateway id="j"/><exclusiveGateway id="x" name="X?"/>' if stuck else ""
    ways = [("s", "x"), ("x", "a"), ("x", "b"), ("a", "j"), ("b", "j"), ("j", "e")] if stuck else [("s", "a"), ("a", "e")]
    flows = "".join(f'<sequenceFlow id="{a}{b}" name="{a}{b}" sourceRef="{a}" targetRef="{b}"/>' for a, b in ways)
    ends = '<startEvent id="s" name="Start"/><endEvent id="e" name="Slut"/>'
    return f'<process id="{id}" name="{id}">{ends}{step}{waits}{flows}</process>'


def write(folder: Path, encoding: str = "utf-8", **models: str) -> Path:
    for name, model in models.items():
        text = HEAD.format(encoding=encoding) + model + "</definitions>"
        (folder / f"{name}.bpmn").write_bytes(text.encode(encoding))
    return folder


def called(reading: Reading, process: str) -> object:
    (call,) = (node for node in reading.map.process(process).nodes if isinstance(node, CallActivity))
    return call.calls


def test_a_call_leads_into_another_file(tmp_path: Path) -> None:
    reading = read(write(tmp_path, a=process("huvud", "betala"), b=process("betala", stuck=True)))
    assert called(reading, "huvud") == "betala"
    assert reading.findings == ()
    alone = read(tmp_path / "a.bpmn")
    assert verify(alone.map.process("huvud"), map=alone.map).verdict == "sound"
    assert verify(reading.map.process("huvud"), map=reading.map).verdict == "unsound"
    found = check(reading.map, also=reading.findings, sources=reading.sources, select=["FLW030"])
    assert [finding.refs[0].document for finding in found] == ["betala"]


def test_a_call_of_what_several_files_have_is_said_and_not_followed(tmp_path: Path) -> None:
    models = {"a": process("huvud", "x:betala"), "b": process("betala", stuck=True), "c": process("betala")}
    reading = read(write(tmp_path, **models))
    (finding,) = reading.findings
    assert (finding.code, finding.refs) == ("BPM031", (Ref("huvud", "a", "calls"),))
    assert finding.place is not None
    assert (finding.place.path, finding.place.line) == ((tmp_path / "a.bpmn").as_posix(), 2)
    assert all(f"{name}.bpmn" in finding.message("sv") for name in "bc")
    assert verify(reading.map.process("huvud"), map=reading.map).verdict == "sound"


def test_a_call_within_the_file_is_no_question_whatever_others_have(tmp_path: Path) -> None:
    both = process("huvud", "betala") + '<process id="betala"/>'
    reading = read(write(tmp_path, a=both, b=process("betala"), c=process("betala")))
    assert reading.findings == ()
    assert called(reading, "huvud") == f"{(tmp_path / 'a.bpmn').as_posix()}#betala"


NO_NAMES = frozenset[str]()
SEEN = {
    "a process": (process("p"), {"p"}, set()),
    "a call": (process("p", "q"), {"p"}, {"q"}),
    "a call with a prefix": (process("p", "x:q"), {"p"}, {"q"}),
    "two processes": (process("p", "q") + process("q"), {"p", "q"}, {"q"}),
    "a collaboration": ('<collaboration id="k"/>' + process("p"), {"k", "p"}, set()),
    "a sign in an attribute before it": (process("p").replace('id="p"', 'x="a > b" id="p"'), {"p"}, set()),
    "single quotes": (process("p").replace('id="p"', "id='p'"), {"p"}, set()),
    "space around it": (process("p").replace('id="p"', 'id\n= " p "'), {"p"}, set()),
    "an id with å in it": (process("påse", "säck"), {"påse"}, {"säck"}),
    "an entity in an id": (process("p&#45;q", "a&amp;b"), {"p-q"}, {"a&b"}),
    "no id": (process("p").replace('id="p"', ""), {"process.1"}, set()),
    "an id that a step has too": (process("p").replace('id="a"', 'id="p"', 1), {"p"}, set()),
    "what is commented out": (f"<!-- {process('gammal')} -->{process('p')}", {"p"}, set()),
    "nothing": ("", set(), set()),
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1252"])
@pytest.mark.parametrize("case", SEEN)
def test_what_a_file_has_and_calls_is_seen_as_the_reader_sees_it(case: str, encoding: str, tmp_path: Path) -> None:
    model, ids, calls = SEEN[case]
    path = write(tmp_path, encoding, a=model) / "a.bpmn"
    links = links_of(path.read_bytes(), "a.bpmn")
    assert links.ids >= ids
    assert links.called >= calls
    reading = read(path)
    assert {head.id for head in reading.documents} <= links.ids


def test_no_bpmn_has_no_links() -> None:
    assert links_of(b"<svg/>", "a.xml") == Links(frozenset(), frozenset())
    assert links_of(b"", "a.bpmn") == Links(frozenset(), frozenset())


def test_files_belong_together_that_call_each_other() -> None:
    def one(ids: str, called: str = "") -> Links:
        return Links(frozenset(ids.split()), frozenset(called.split()))

    assert linked([one("a", "c"), one("b"), one("c", "e"), one("d", "d x"), one("e"), one("f", "b g")]) == [
        [0, 2, 4], [1, 5], [3],
    ]  # fmt: skip
    assert linked([one("a"), one("a"), one("b", "a")]) == [[0, 1, 2]]
    assert linked([one("a", "a"), one("a")]) == [[0], [1]]
    assert linked([]) == []


def test_files_read_in_groups_are_as_those_read_together(tmp_path: Path) -> None:
    """The same documents, findings and places, whichever group they are in."""
    models = {"a": process("p", "q"), "b": process("q"), "c": process("lika"), "d": process("lika") + process("r")}
    models |= {"e": "<process>", "f": process("s", "lika"), "g": process("p2").replace('"sa"', '"se"')}
    found = list(files([write(tmp_path, **models)]))
    whole = read(tmp_path)
    links = [links_of(path.read_bytes(), path.as_posix()) for path, _ in found]
    groups = [read_group([found[number] for number in numbers], {"lika"}) for numbers in linked(links)]
    assert len(groups) == 4
    assert sorted(head for group in groups for head in group.documents) == sorted(whole.documents)
    assert {process.id for group in groups for process in group.map.processes} == {one.id for one in whole.map.processes}
    assert {each for group in groups for each in group.findings} == set(whole.findings)
    positions = {ref: at for group in groups for source in group.sources.values() for ref, at in source.positions.items()}
    assert positions == {ref: at for source in whole.sources.values() for ref, at in source.positions.items()}


def test_what_was_read_and_what_went_wrong_go_from_process_to_process(tmp_path: Path) -> None:
    reading = read(write(tmp_path, a=process("p", "q"), b="<process>"))
    assert pickle.loads(pickle.dumps(reading)) == reading
    error = pickle.loads(pickle.dumps(CannotRead(Text("Sida", "Page"))))
    assert isinstance(error, ProcmapError)
    assert error.text == Text("Sida", "Page")
