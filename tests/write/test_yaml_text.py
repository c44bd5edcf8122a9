"""The text of a value is the value again, wherever it stands, and nothing is said about it."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from procmap.source.tree import Entries, Items, Tree
from procmap.source.yaml_tree import read_yaml
from procmap.write.yaml_text import document_text, short

HOSTILE: tuple[str, ...] = runpy.run_path(str(Path(__file__).parents[1] / "hostile.py"))["HOSTILE"]
_signs = st.sampled_from([*" \t\n:#-?!&*|>'\"%@`,[]{}\\~=<", "a", "b", "å", "1", "\xa0", "\u200b", "\u0308", "\U0001f600", "\x00"])


def labels(max_size: int = 12) -> st.SearchStrategy[str]:
    """Hostile labels, mixtures of the signs that mean something, and any text that can be written in UTF-8."""
    anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=max_size)
    hostile = [label.replace("\ud800", "\ufffd") for label in HOSTILE]  # half a sign is none in any file
    return st.one_of(st.sampled_from(hostile), st.text(_signs, max_size=max_size), anything)


def plain(tree: Tree) -> Any:
    """What was read, as plain data."""
    if isinstance(tree, Items):
        return [plain(item) for item in tree.items]
    if isinstance(tree, Entries):
        return {key.value: plain(value) for key, value in tree.entries}
    return None if tree.plain and tree.value == "" else tree.value


def read_again(entries: dict[str, Any]) -> Any:
    text = document_text(entries)
    trees, slips = read_yaml(text.encode())
    assert not slips, (text, slips)
    [tree] = trees
    return plain(tree)


def places(label: str) -> dict[str, Any]:
    """The label at every kind of place that a map has."""
    steps = [label, {"Roll": label, "note": label}, {"task": "a", "branches": {"ja": label, "nej": [label, label]}}]
    told = {"value": label, "method": "told"}
    return {"process": label, "list": steps, "nested": [[label], [[label]]], "told": short(told), "last": label}


@pytest.mark.parametrize("label", HOSTILE, ids=ascii)
def test_a_hostile_label_stays_in_its_place(label: str) -> None:
    kept = label.replace("\ud800", "\ufffd")  # half a sign is none in any file
    assert read_again(places(label)) == places(kept)
    if len(label) < 1000:
        assert read_again({"process": "a", "flow": [{label: label, "note": {label: [label]}}]}) == {
            "process": "a",
            "flow": [{kept: kept, "note": {kept: [kept]}}],
        }


keys = st.sampled_from(["namn", "says", "ja", "nej", "Handläggare", "c"])
inner = st.dictionaries(keys.map(lambda key: f"{key}·"), labels(), max_size=4)
values = labels() | inner | st.lists(labels() | inner, max_size=4)
"""Texts and lists as maps have them; odd keys, which answers and roles may be, are tried on whole maps."""


@settings(max_examples=400, deadline=None)
@given(st.dictionaries(keys, values, max_size=3))
def test_any_data_reads_back(entries: dict[str, Any]) -> None:
    entries = {"process": "a", **entries}
    assert read_again({key: short(value) for key, value in entries.items()}) == entries


def test_reads_well() -> None:
    entries = {
        "process": "Pröva ansökan",
        "owner": "?? registrator",
        "lanes": short({"sokande": {"name": "Sökande", "kind": "customer"}, "chef": "Enhetschef"}),
        "flow": [{"chef": "Är det klart?", "note": "LIVSFS 2022:8, 2 §", "branches": {"ja": None, "nej": {"to": "a: b"}}}],
    }
    assert document_text(entries, ("lanes", "flow")) == (
        "process: Pröva ansökan\nowner: ?? registrator\n\n"
        "lanes:\n  sokande: {name: Sökande, kind: customer}\n  chef: Enhetschef\n\n"
        'flow:\n  - chef: Är det klart?\n    note: LIVSFS 2022:8, 2 §\n    branches:\n      ja:\n      nej:\n        to: "a: b"\n'
    )
