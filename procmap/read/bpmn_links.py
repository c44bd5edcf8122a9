"""Which BPMN files speak of each other, seen without reading them: which processes each has, and which it calls.

A folder of thousands falls apart into groups of files that have nothing to do with each other, and each group can be
read and worked on by itself. What cannot be seen at a glance is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from procmap.model.activity import CallActivity
from procmap.model.process_map import nodes_within
from procmap.read.bpmn import read_bpmn
from procmap.source.xml_start import BPMN

__all__ = ["Links", "linked", "links_of"]

_VALUE = rb"""\s*=\s*(?:"([^"<]*)"|'([^'<]*)')"""
_ELEMENT = re.compile(rb"<(?:[\w.-]+:)?(?:process|collaboration|choreography|globalConversation)(?=[\s/>])")
_ATTRIBUTE = re.compile(rb"\s+([\w:.-]+)" + _VALUE)
_CALL = re.compile(rb"calledElement" + _VALUE)
_BEFORE = re.compile(rb"""\sid\s*=\s*["']\s*\Z""")
_PLAIN = re.compile(rb"[\w.-]+")


class Links(NamedTuple):
    """The ids of the documents in a file, and what its calls call, with and without a prefix."""

    ids: frozenset[str]
    called: frozenset[str]


def links_of(data: bytes, path: str) -> Links:
    """The links of a file; only where something about it is unusual the whole of it is read."""
    return _glance(data) or _look(data, path)


def linked(files: Sequence[Links]) -> list[list[int]]:
    """The files in groups, each by its number: those where one calls what another has belong together."""
    having: dict[str, list[int]] = {}
    for number, links in enumerate(files):
        for id in links.ids:
            having.setdefault(id, []).append(number)
    first = list(range(len(files)))

    def root(number: int) -> int:
        while first[number] != number:
            first[number] = number = first[first[number]]
        return number

    for number, links in enumerate(files):
        for id in links.called - links.ids:
            for other in having.get(id, ()):
                one, two = sorted((root(number), root(other)))
                first[two] = one
    groups: dict[int, list[int]] = {}
    for number in range(len(files)):
        groups.setdefault(root(number), []).append(number)
    return list(groups.values())


def _glance(data: bytes) -> Links | None:
    """What can be seen of an ordinary file: in an encoding that has ASCII in it, with plain ids."""
    if BPMN.encode() not in data or b"\0" in data[:200]:
        return None
    ids: list[bytes] = []
    for match in _ELEMENT.finditer(data):
        id = next((value for name, value in _attributes(data, match.end()) if name == b"id"), b"")
        if not _PLAIN.fullmatch(id):
            return None
        ids.append(id)
    if len(set(ids)) < len(ids) or any(_is_twice(data, id) for id in ids):
        return None
    called = [match[1] or match[2] or b"" for match in _CALL.finditer(data)]
    if not all(value.isascii() and b"&" not in value for value in called):
        return None
    names = [value.decode().strip() for value in called]
    return Links(frozenset(id.decode() for id in ids), frozenset(_spellings(names)))


def _attributes(data: bytes, at: int) -> Iterator[tuple[bytes, bytes]]:
    """The attributes of a tag, from the end of its name."""
    while (match := _ATTRIBUTE.match(data, at)) is not None:
        yield match[1], match[2] if match[2] is not None else match[3]
        at = match.end()


def _is_twice(data: bytes, id: bytes) -> bool:
    """Whether the id is that of something else too; the reader then gives one of them another."""
    count = 0
    at = data.find(id)
    while at >= 0:
        count += _BEFORE.search(data, max(0, at - 24), at) is not None
        at = data.find(id, at + 1)
    return count != 1


def _look(data: bytes, path: str) -> Links:
    reading = read_bpmn(data, path, True)
    if reading is None:
        return Links(frozenset(), frozenset())
    called = [
        node.calls
        for process in reading.processes
        for _, node in nodes_within(process)
        if isinstance(node, CallActivity) and isinstance(node.calls, str)
    ]
    return Links(frozenset(id for _, id, _ in reading.heads), frozenset(_spellings(called)))


def _spellings(called: Sequence[str]) -> Iterator[str]:
    for name in called:
        yield name
        yield name.rpartition(":")[2]
