"""Very many findings of one file: the first are said, and of the rest where they are, so that nobody drowns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from procmap.finding import KINDS, Finding, Notice
from procmap.read import notices as say
from procmap.source.line_numbers import spoken

__all__ = ["ALIKE", "MOST", "thinned"]

ALIKE = 20
"""So many of one kind are said of one file: by then the cause is plain."""
MOST = 60
"""So many are said of one file in all: when those are mended, the rest looks different."""


def thinned(findings: Iterable[Finding]) -> list[Finding]:
    """The findings in their order, with one in place of all that go beyond ALIKE of one kind, or MOST in one file."""
    kept: list[Finding] = []
    alike: dict[tuple[str, str], list[Finding]] = {}
    in_all: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.place is None or finding.place.line is None:
            kept.append(finding)
            continue
        path = finding.place.path
        of_kind = alike.setdefault((path, finding.code), [])
        of_kind.append(finding)
        if len(of_kind) <= ALIKE:
            of_file = in_all.setdefault(path, [])
            of_file.append(finding)
            if len(of_file) <= MOST:
                kept.append(finding)
    for (path, _), several in alike.items():
        if len(several) > ALIKE and several[0] in in_all[path][:MOST]:
            kept.append(_rest(several, ALIKE, say.MORE_ALIKE))
    kept += [_rest(several, MOST, say.MORE_IN_ALL) for several in in_all.values() if len(several) > MOST]
    return kept


def _rest(findings: list[Finding], most: int, notice: Notice) -> Finding:
    """One finding about all but the first ``most``, where the first of them is, and as bad as the worst."""
    rest = findings[most:]
    first, *lines = (each.place.line for each in (findings[0], *rest) if each.place and each.place.line)
    refs = dict.fromkeys(ref for each in rest for ref in each.refs)
    worst = min((each.kind for each in rest), key=KINDS.index)
    said = replace(notice, kind=worst)
    return Finding.of(said, *refs, place=rest[0].place, first=first, count=len(rest), lines=spoken(lines))
