"""Drawing: what was read, or a large folder of BPMN by several processes, group by group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Literal, NamedTuple

from procmap.checks.configuration import Configuration
from procmap.cli.at_once import at_once, cores
from procmap.cli.groups import Group
from procmap.cli.progress import Sign
from procmap.cli.subjects import Subject, names_of, subjects_in
from procmap.cli.targets import Format
from procmap.draw.draw import draw
from procmap.finding import Finding
from procmap.read.reading import Reading, read_group
from procmap.text import Language

if TYPE_CHECKING:
    from procmap.cli.targets import Target

__all__ = ["Picture", "Wish", "draw_groups", "draw_subjects"]


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for, as ``procmap.draw`` takes it; with ``badges`` the findings of ``procmap.check`` are shown."""

    view: Literal["flow", "journey", "blueprint"] | None
    language: Language
    badges: bool
    trace: bool
    configuration: Configuration


class Picture(NamedTuple):
    """A picture of a large folder, and what it is to be called."""

    name: str
    drawn: str


class _Group(NamedTuple):
    subjects: tuple[Subject, ...]
    drawn: tuple[str, ...]
    faulty: bool


def draw_subjects(wish: Wish, reading: Reading, subjects: Sequence[Subject], places: Sequence[Target]) -> Iterator[str]:
    """The pictures one after the other, each in the format of its place."""
    findings = _findings(wish, reading) if wish.badges else ()
    for subject, place in zip(subjects, places, strict=True):
        yield _draw(wish, subject, place.format, findings)


def draw_groups(
    wish: Wish, groups: Sequence[Group], format: Format, work_on: Sign
) -> Iterator[tuple[list[Picture], bool]]:
    """The pictures of each group as they are made, and whether something in its files is to be mended."""
    taken: set[str] = set()
    done, total = 0, sum(len(group.files) for group in groups)
    made = at_once(partial(_draw_group, wish, format), groups, cores())
    for group, each in zip(groups, made, strict=True):
        done += len(group.files)
        work_on(str(group.files[-1][0]), done, total)
        names = names_of(each.subjects, taken)
        yield [Picture(name, drawn) for name, drawn in zip(names, each.drawn, strict=True)], each.faulty


def _draw_group(wish: Wish, format: Format, group: Group) -> _Group:
    reading = read_group(group.files, group.twice)
    subjects = subjects_in(reading, wish.view, format)
    findings = _findings(wish, reading) if wish.badges else ()
    drawn = tuple(_draw(wish, subject, format, findings) for subject in subjects)
    return _Group(tuple(subject._replace(what=None) for subject in subjects), drawn, bool(reading.findings))


def _draw(wish: Wish, subject: Subject, format: Format, findings: Sequence[Finding]) -> str:
    assert subject.what is not None
    return draw(
        subject.what,
        view=wish.view,
        format=format,
        language=wish.language,
        findings=findings,
        only=subject.only,
        trace=wish.trace,
    )


def _findings(wish: Wish, reading: Reading) -> list[Finding]:
    """What ``procmap check`` finds, in the same order, so that the numbers in the picture follow the report."""
    from procmap.checks.engine import check
    from procmap.report.locate import locate_all

    found = check(
        reading.map,
        today=date.today(),
        configuration=wish.configuration,
        also=reading.findings,
        partial=True,
        sources=reading.sources,
    )
    return [each.finding for each in locate_all(found, reading)]
