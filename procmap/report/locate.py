"""Where a finding stands in a file, looked up last of all.

Findings point by id. The reader knows where it read each thing; whatever a Ref says beyond that is dropped piece by
piece until something is known: the item, the attribute, the innermost element, and so on out to the document.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from procmap.finding import Finding, Place
from procmap.ref import Ref

if TYPE_CHECKING:
    from procmap.read.reading import Reading

__all__ = ["Located", "in_order", "locate", "locate_all", "locate_ref"]


@dataclass(frozen=True, slots=True)
class Located:
    """A finding and where it stands."""

    finding: Finding
    place: Place


def locate(finding: Finding, reading: Reading) -> Place:
    """Where a finding stands: a path with slashes, and line and column where they are known.

    A map made in Python has no files: its findings stand in the document's id, without a line.
    """
    if (place := finding.place) is not None:
        return Place(_slashes(place.path), place.line, place.column, place.length)
    for ref in finding.refs:
        if (place := locate_ref(ref, reading)) is not None:
            return place
    return Place(finding.refs[0].document if finding.refs else "")


def locate_ref(ref: Ref, reading: Reading) -> Place | None:
    """Where a thing stands, or the nearest thing around it; None where its document comes from no file."""
    source = reading.sources.get(ref.document)
    if source is None:
        return None
    for outer in _outwards(ref):
        if (position := source.positions.get(outer)) is not None:
            return Place(_slashes(source.path), *position)
    return Place(_slashes(source.path))


def locate_all(findings: Iterable[Finding], reading: Reading) -> tuple[Located, ...]:
    """All findings with their places, in the order that reports promise: path, line, column, code."""
    return in_order(Located(finding, locate(finding, reading)) for finding in findings)


def in_order(located: Iterable[Located]) -> tuple[Located, ...]:
    """Findings whose places are known, in the order that reports promise."""
    return tuple(sorted(located, key=_order))


def _outwards(ref: Ref) -> Iterator[Ref]:
    document, element, attribute, item = ref
    while item:
        yield ref.of(attribute, item)
        item = item.rpartition(".")[0]
    if attribute is not None:
        yield Ref(document, element, attribute)
    while element:
        yield Ref(document, element)
        outer, _, id = element.rpartition("/")
        owner = id.rpartition(".")[0]  # what the reader made is called after what it was made for: ``granska.next``
        element = f"{outer}/{owner}".lstrip("/") if owner else outer
    yield Ref(document)


def _order(located: Located) -> tuple[str, int, int, str, str, str]:
    place, finding = located.place, located.finding
    main = str(finding.refs[0]) if finding.refs else ""
    return place.path, place.line or 0, place.column or 0, finding.code, main, finding.message.sv


def _slashes(path: str) -> str:
    return path.replace("\\", "/")
