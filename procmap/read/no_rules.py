"""What people write where they cannot say which rule it is: ``det beror på``, ``från fall till fall``."""

from __future__ import annotations

import re
from typing import Any

from procmap.model.knowledge import Unknown
from procmap.read import notices as say
from procmap.read.desk import Desk
from procmap.read.references import Reference
from procmap.read.values import FAILED, parts
from procmap.ref import Ref
from procmap.source.tree import Items, Tree

__all__ = ["Rules", "is_no_rule"]

_WHAT = r"(?:vem|vad|fallet|ärendet|situationen|omständigheterna|personen|handläggaren|who|the case|the situation)"
_NO_RULE = re.compile(
    rf"(?:det |allt )?(?:beror|berodde)(?: på)?(?: {_WHAT}.*)?|(?:det )?(?:varierar|är olika|skiljer sig)(?: .*)?|olika"
    r"|(?:från )?fall till fall|(?:det )?bedöms(?: .*)?"
    r"|(?:(?:en|enligt|efter|individuell|professionell|egen|personlig|samlad|fri|\w+ens) )*"
    r"(?:skälighets)?bedömning(?:sfråga)?(?: (?:i|från) .*)?"
    rf"|sunt förnuft|magkänsla|erfarenhet|känsla|(?:it |that )?depends(?: on(?: {_WHAT}.*)?)?|(?:it )?varies"
    r"|(?:on a )?case[- ]by[- ]case(?: basis)?|(?:a |professional )*judge?ment(?: call)?|common sense|gut feeling"
    r"|experience",
    re.IGNORECASE,
)


def is_no_rule(text: str) -> bool:
    """Whether a text says that it depends, and not on what."""
    return _NO_RULE.fullmatch(text.strip().rstrip(".!…").rstrip()) is not None


class Rules(Reference):
    """References to rules; that it depends is no rule but a question, and read as one that nobody could answer."""

    def read(self, tree: Tree, desk: Desk, ref: Ref) -> Any:
        names = desk.sections[self.section]
        found = parts(tree) or []
        vague = [part for part in found if is_no_rule(part.value) and not names.find(part.value)]
        if not vague:
            return super().read(tree, desk, ref)
        for part in vague:
            desk.say(say.NO_RULE, part, ref, word=part.value)
        others: list[Tree] = [part for part in found if part not in vague]
        rules = super().read(Items(others, tree.line, tree.column, tree.length), desk, ref) if others else FAILED
        return Unknown() if rules is FAILED else rules
