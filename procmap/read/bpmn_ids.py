"""Ids of a BPMN file that XML does not allow: some programs leave such an element out, or refuse the file.

Source: W3C, Namespaces in XML 1.0 (2009-12-08), NCName, which an id is in the XML schemas of BPMN.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from procmap.read import bpmn_notices as say
from procmap.read.bpmn_file import BpmnFile
from procmap.source.xml_tree import Tag
from procmap.text import Text

__all__ = ["say_wrong_ids"]

_LATER = r"\w.\-·\u0300-\u036f\u203f\u2040"
_ALLOWED = re.compile(rf"[^\W\d][{_LATER}]*")
_FOREIGN = re.compile(rf"[^{_LATER}]")
_LONGEST = 60

_EMPTY = Text("det är tomt", "it is empty")
_SPACE = Text("ett mellanslag får inte stå i det", "a space may not stand in it")
_SIGN = Text("tecknet {sign} får inte stå i det", "the sign {sign} may not stand in it")
_FIRST = Text("det ska börja med en bokstav eller _", "it shall begin with a letter or _")
_ONE = Text("Så är det på ett ställe i filen.", "It is so in one place in the file.")
_MANY = Text("Så är det på {count} ställen i filen.", "It is so in {count} places in the file.")


def say_wrong_ids(tags: Iterable[Tag], file: BpmnFile) -> None:
    """Say of the first such id what is wrong with it, and how many there are; one program makes them all alike."""
    allowed = _ALLOWED.fullmatch
    wrong: list[Tag] = []
    for tag in tags:
        id = tag.attributes.get("id")
        if id is not None and allowed(id) is None and "/" not in id and allowed(id.strip()) is None:
            wrong.append(tag)
    if wrong:
        id = wrong[0].attributes["id"].strip()
        where = _MANY.fill(count=len(wrong)) if len(wrong) > 1 else _ONE
        file.say(say.ID_NOT_ALLOWED, wrong[0], id=id[:_LONGEST], fault=_fault(id), where=where)


def _fault(id: str) -> Text:
    if not id:
        return _EMPTY
    sign = _FOREIGN.search(id)
    if sign is None:
        return _FIRST
    return _SPACE if sign[0].isspace() else _SIGN.fill(sign=sign[0])
