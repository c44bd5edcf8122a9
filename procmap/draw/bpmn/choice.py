"""Which picture of a BPMN file is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from procmap.draw.bpmn.page import sheet_picture
from procmap.draw.bpmn.part import part_of
from procmap.draw.bpmn.sheet import sheets
from procmap.draw.size import refuse_too_large
from procmap.errors import BadUsage
from procmap.finding import Finding
from procmap.read.reading import Reading
from procmap.text import Language, Text

__all__ = ["own_picture"]

_SEVERAL = Text(
    "Här är flera bilder: {ids}. Säg vilken med only.", "There are several pictures: {ids}. Say which with only."
)


def own_picture(
    reading: Reading, language: Language, findings: Sequence[Finding], only: str | None, trace: bool
) -> str | None:
    """The picture by a file's own diagram; None where what is asked for has none.

    BadUsage where nothing is asked for, and there are several.
    """
    found = sheets(reading)
    if only is None:
        shown = {id for sheet in found for id in sheet.documents}
        ids = [sheet.id for sheet in found] + [one.id for one in reading.map.processes if one.id not in shown]
        if found and len(ids) > 1:
            raise BadUsage(_SEVERAL.fill(ids=", ".join(ids)))
    named = [sheet for sheet in found if only in sheet.documents]
    if not named and any(only == document.id for document in reading.map.documents):
        return None
    for sheet in named or found:
        if (part := part_of(sheet, only)) is not None:
            narrow, prefix = part
            refuse_too_large(sum(len(diagram.shapes) for diagram in narrow.diagrams))
            trails = None
            if trace:
                from procmap.draw.trails import trails_of

                trails = trails_of(narrow.processes, narrow.collaboration, reading.map, language)
            return sheet_picture(narrow, prefix, language, findings, trails)
    return None
