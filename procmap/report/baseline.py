"""What is new since an earlier report.

A finding is known again by what it says about what, never by its line: somebody who adds a sentence above it has not
made it new. The same thing said twice about one place must also have been said twice before.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any

from procmap.errors import BadUsage
from procmap.finding import Finding
from procmap.text import Text

__all__ = ["new_since"]

_Key = tuple[Any, Any, Any, Any]

_NOT_A_REPORT = Text(
    sv="{path} är ingen tidigare rapport. Gör en med: procmap check --format json … > {path}",
    en="{path} is no earlier report. Make one with: procmap check --format json … > {path}",
)


def new_since(earlier: bytes, findings: Iterable[Finding], path: str) -> tuple[Finding, ...]:
    """The findings that an earlier ``--format json`` report lacks, matched on code, document, element and attribute.

    ``path`` is what the report is called in the words of BadUsage, which is raised where it is none.
    """
    known = _known(earlier, path)
    new = []
    for finding in findings:
        main = finding.refs[0] if finding.refs else None
        key = (finding.code, *((main.document, main.id, main.attribute) if main else (None, None, None)))
        if known[key]:
            known[key] -= 1
        else:
            new.append(finding)
    return tuple(new)


def _known(earlier: bytes, path: str) -> Counter[_Key]:
    try:
        report = json.loads(earlier)
        if report["version"] != 1:
            raise ValueError(report["version"])
        rows = [tuple(row[key] for key in ("code", "document", "element", "attribute")) for row in report["findings"]]
        return Counter(rows)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise BadUsage(_NOT_A_REPORT.fill(path=path)) from error
