"""Findings for programs. The keys and their order are a contract; a change raises ``version``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from procmap.report.locate import Located
from procmap.text import Language

if TYPE_CHECKING:
    from procmap.read.reading import Reading
    from procmap.ref import Ref

__all__ = ["json_report"]


def json_report(located: Sequence[Located], reading: Reading, language: Language) -> str:
    """``{"version": 1, "documents": […], "findings": […]}``; what is not known is null."""
    documents = [{"path": head.path.replace("\\", "/"), "kind": head.kind, "id": head.id} for head in reading.documents]
    findings = [_finding(each, reading, language) for each in located]
    report = {"version": 1, "documents": documents, "findings": findings}
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _finding(located: Located, reading: Reading, language: Language) -> dict[str, Any]:
    finding, place = located.finding, located.place
    main = finding.refs[0] if finding.refs else None
    ids = [_as_written(ref, reading) for ref in finding.refs]
    return {
        "code": finding.code,
        "name": finding.name,
        "kind": finding.kind,
        "message": finding.message(language),
        "question": finding.question(language) if finding.question else None,
        "role": finding.role(language) if finding.role else None,
        "document": main.document if main else None,
        "path": place.path or None,
        "line": place.line,
        "column": place.column,
        "element": ids[0] if ids else None,
        "elements": list(dict.fromkeys(id for id in ids if id is not None)),
        "attribute": main.attribute if main else None,
        "source": finding.source or None,
    }


def _as_written(ref: Ref, reading: Reading) -> str | None:
    source = reading.sources.get(ref.document)
    return ref.id if source is None or ref.id is None else source.as_written(ref.id)
