"""BPMN's own words, for what the language has no everyday word for: the key ``bpmn`` on an element.

One word or several with commas; a word that needs more has it behind a space: ``bpmn: link Del två, throw``.
Source: OMG, Business Process Model and Notation 2.0.2 (2013-12).
"""

from __future__ import annotations

from typing import Any

from procmap.model.event import Trigger
from procmap.read import notices as say
from procmap.read.desk import Desk, guess_hint
from procmap.read.values import parts
from procmap.ref import Ref
from procmap.source.tree import Tree
from procmap.text import Text

__all__ = ["WORDS", "read_bpmn", "written_bpmn"]

_ACTIVITY: dict[str, tuple[str, Any]] = {
    "standardLoop": ("loop", "standard"),
    "multiInstance": ("loop", "parallel"),
    "sequential": ("loop", "sequential"),
    "compensation": ("for_compensation", True),
}
_EVENT: dict[str, tuple[str, Any]] = {
    **{kind: ("triggers", kind) for kind in ("escalation", "compensation", "cancel", "link")},
    "throw": ("position", "throw"),
    "parallelMultiple": ("all_triggers", True),
    "nonInterrupting": ("interrupting", False),
}
WORDS: dict[str, dict[str, tuple[str, Any]]] = {
    "task": {
        **{f"{word}Task": ("type", word) for word in ("user", "manual", "service", "script", "send", "receive")},
        "businessRuleTask": ("type", "business_rule"),
        "instantiate": ("instantiates", True),
        **_ACTIVITY,
    },
    "subprocess": {
        "eventSubProcess": ("kind", "event"),
        "transaction": ("kind", "transaction"),
        "adHocSubProcess": ("kind", "ad_hoc"),
        **_ACTIVITY,
    },
    "call": _ACTIVITY,
    "gateway": {
        "complexGateway": ("kind", "complex"),
        "eventBasedGateway": ("kind", "event_based"),
        "instantiate": ("instantiates", True),
        "parallelEventBased": ("all_events", True),
        **{word: ("direction", word) for word in ("converging", "diverging", "mixed")},
    },
    "event": _EVENT,
}
"""For each sort of element: the word, and the attribute it sets."""

_HAS_A_KEY = {"timer", "message", "condition", "signal", "error", "terminate"}
_KEY = Text(sv="Det har en egen nyckel: {key}", en="It has a key of its own: {key}")


def read_bpmn(tree: Tree, sort: str, what: Text, desk: Desk, ref: Ref) -> dict[str, Any]:
    """The attributes that the words set; ``triggers`` as a tuple of Trigger."""
    found: dict[str, Any] = {}
    for part in parts(tree) or ():
        word, _, rest = part.value.partition(" ")
        row = WORDS[sort].get(word)
        if row is None:
            if sort == "event" and word in _HAS_A_KEY:
                key = f"{word}: {rest or ('true' if word == 'terminate' else '…')}"
                hint = _KEY.fill(key=key)
            else:
                hint = guess_hint(word, WORDS[sort])
            desk.say(say.BPMN_WORD, part, ref, word=word, what=what, hint=hint)
        elif row[0] == "triggers":
            found["triggers"] = (*found.get("triggers", ()), Trigger(row[1], rest or None))
        else:
            found[row[0]] = row[1]
    return found


def written_bpmn(part: Any, sort: str) -> list[str]:
    """The words that give the part its attributes again, its triggers in their order."""
    rows = WORDS[sort].items()
    kinds = {value: word for word, (attribute, value) in rows if attribute == "triggers"}
    triggers = [t for t in getattr(part, "triggers", ()) if t.kind in kinds]
    words = [f"{kinds[t.kind]} {t.what or ''}".strip() for t in triggers]
    return words + [word for word, (attribute, value) in rows if getattr(part, attribute, None) == value]
