"""Which picture of a BPMN file is asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from procmap.draw.bpmn.page import sheet_picture
from procmap.draw.bpmn.part import part_of
from procmap.draw.bpmn.sheet import Sheet, sheets
from procmap.draw.size import refuse_too_large
from procmap.draw.trace import Trail, trail_of
from procmap.errors import BadUsage
from procmap.finding import Finding
from procmap.graph.document_words import process_called
from procmap.model.process_map import ProcessMap
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
            trails = _trails(narrow, reading.map, language) if trace else None
            return sheet_picture(narrow, prefix, language, findings, trails)
    return None


def _trails(sheet: Sheet, map: ProcessMap, language: Language) -> Mapping[str, Trail]:
    """The way to the fault of each process that has one; where none has, to that of the pools together."""
    from procmap.graph.soundness_words import Account, capital
    from procmap.verify.verify import verify

    proofs = {process.id: verify(process, map=map) for process in sheet.processes}
    alone = len(sheet.processes) == 1
    trails = {
        process.id: trail_of(Account(process, proofs[process.id], map), language, alone=alone)
        for process in sheet.processes
    }
    faulty = {id: trail for id, trail in trails.items() if proofs[id].verdict != "sound"}
    if not faulty:
        return _joint_trails(sheet, map, language) or dict([*trails.items()][:1])
    if len(sheet.processes) < 2:
        return faulty
    names = {process.id: capital(process_called(process, map))(language) for process in sheet.processes}
    return {id: replace(trail, says=f"{names[id]}: {trail.says}") for id, trail in faulty.items()}


def _joint_trails(sheet: Sheet, map: ProcessMap, language: Language) -> Mapping[str, Trail]:
    """The way to where the pools do not get any further together; nothing where they do not talk."""
    from procmap.draw.joint_trace import joint_trails
    from procmap.graph.together import Together, is_joint
    from procmap.verify.verify import verify

    collaboration = sheet.collaboration
    if collaboration is None or len(sheet.processes) < 2 or not is_joint(collaboration, map):
        return {}
    return joint_trails(Together(collaboration, verify(collaboration, map=map), map), language)
