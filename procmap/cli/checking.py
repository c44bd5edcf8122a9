"""Reading and checking: all files together, or a large folder of BPMN by several processes, group by group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from procmap.checks import catalogue
from procmap.checks.configuration import Configuration
from procmap.checks.engine import check
from procmap.cli.at_once import at_once, cores
from procmap.cli.groups import Group, groups_in
from procmap.cli.progress import Sign
from procmap.finding import Finding
from procmap.model.process_map import ProcessMap
from procmap.read.documents import Head
from procmap.read.reading import Reading, read_group
from procmap.ref import Ref
from procmap.report.locate import Located, locate, locate_ref
from procmap.source.source import Source

__all__ = ["Checked", "Wish", "check_as_one", "check_in_groups"]


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for, as ``procmap.check`` takes it; ``remarks`` are what is wrong with the configuration."""

    packs: tuple[str, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    today: date
    configuration: Configuration
    remarks: tuple[Finding, ...]
    partial: bool


class Checked(NamedTuple):
    """What was found, in the order in which it was found, and the reading, or what of it reports need."""

    found: Sequence[Located]
    reading: Reading


def check_as_one(wish: Wish, reading: Reading) -> Checked:
    """All that was read, checked together."""
    return Checked([Located(each, locate(each, reading)) for each in _check(wish, reading)], reading)


def check_in_groups(wish: Wish, paths: Sequence[str], work_on: Sign) -> Checked | None:
    """The files at the paths, where there are very many, read and checked in groups that do not concern each other.

    None where they are few, or not only BPMN, or where somebody has to see all of them together: checks that are not
    procmap's own, or acceptances, of which it is said when they meet nothing.
    """
    if "-" in paths or wish.configuration.accepted or wish.remarks:
        return None
    groups = groups_in(paths)
    if not groups or not _checks_are_ours():
        return None
    _check(wish, Reading(ProcessMap()))  # what is wrong with the wish itself is said before anybody starts
    found: list[Located] = []
    sources: dict[str, Source] = {}
    documents: list[Head] = []
    done, total = 0, sum(len(group.files) for group in groups)
    for group, checked in zip(groups, at_once(partial(_check_group, wish), groups, cores()), strict=True):
        done += len(group.files)
        work_on(str(group.files[-1][0]), done, total)
        found += checked.found
        sources.update(checked.reading.sources)
        documents += checked.reading.documents
    order = {
        path.as_posix(): number
        for group in groups
        for number, (path, _) in zip(group.numbers, group.files, strict=True)
    }
    documents.sort(key=lambda head: order[head.path])
    return Checked(found, Reading(ProcessMap(), (), sources, tuple(documents)))


def _check(wish: Wish, reading: Reading) -> tuple[Finding, ...]:
    return check(
        reading.map,
        packs=wish.packs,
        select=wish.select,
        ignore=wish.ignore,
        today=wish.today,
        configuration=wish.configuration,
        also=(*wish.remarks, *reading.findings),
        partial=wish.partial,
        sources=reading.sources,
    )


def _check_group(wish: Wish, group: Group) -> Checked:
    """Read and check the files of a group, and keep of the reading only what reports need."""
    reading = read_group(group.files, group.twice)
    found = [Located(replace(each, values=_kept(each)), locate(each, reading)) for each in _check(wish, reading)]
    refs = {ref for each in found for ref in each.finding.refs}
    return Checked(found, Reading(ProcessMap(), (), _needed(reading, refs), reading.documents))


def _kept(finding: Finding) -> dict[str, Any]:
    """Of the values only where a check broke: the words are filled in already, and all is handed over to reports."""
    return {name: value for name, value in finding.values.items() if name == "traceback"}


def _needed(reading: Reading, refs: set[Ref]) -> dict[str, Source]:
    """The files that findings stand in, with no other places than those that the findings are about."""
    needed: dict[str, Source] = {}
    for ref in refs:
        source, place = reading.sources.get(ref.document), locate_ref(ref, reading)
        if source is not None and place is not None and place.line is not None:
            kept = needed.setdefault(ref.document, Source(source.path, source.data, written=source.written))
            kept.positions[ref] = place.line, place.column or 1
    return needed


def _checks_are_ours() -> bool:
    """Whether all checks are procmap's own: none of those compares what has nothing to do with each other."""
    known = catalogue.load()
    return not known.broken and all(each.find.__module__.startswith("procmap.checks.") for each in known.checks)
