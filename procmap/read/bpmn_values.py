"""What the attributes of BPMN may say: of an attribute that says something else, that is said.

Source: the XML schemas Semantic.xsd and BPMNDI.xsd of BPMN 2.0 (OMG, 2010-05-24).
"""

from __future__ import annotations

from collections.abc import Iterable

from procmap.read import bpmn_notices as say
from procmap.read.bpmn_file import BpmnFile
from procmap.source.xml_tree import Tag
from procmap.text import Text

__all__ = ["say_wrong_values", "truth"]

_TRUTH = ("true", "false")
_MEANT = {"true": True, "1": True, "false": False, "0": False}
_TRUTHS = """
cancelActivity cancelRemainingInstances instantiate isClosed isCollection isExecutable isExpanded isForCompensation
isHorizontal isInterrupting isMarkerVisible isSequential isUnlimited parallelMultiple testBefore triggeredByEvent
"""
_VALUES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(_TRUTHS.split(), _TRUTH),
    "associationDirection": ("None", "One", "Both"),
    "behavior": ("None", "One", "All", "Complex"),
    "eventGatewayType": ("Exclusive", "Parallel"),
    "gatewayDirection": ("Unspecified", "Converging", "Diverging", "Mixed"),
    "messageVisibleKind": ("initiating", "non_initiating"),
    "ordering": ("Parallel", "Sequential"),
    "processType": ("None", "Public", "Private"),
}
_AT_LEAST_ONE = frozenset({"completionQuantity", "startQuantity"})
_NUMBERS = ("loopMaximum", *_AT_LEAST_ONE)
_LOOKED_AT = frozenset({*_VALUES, *_NUMBERS})
_SAID_AS = {
    **dict.fromkeys(("1", "ja", "yes", "sant", "sann", "on", "y", "j"), "true"),
    **dict.fromkeys(("0", "nej", "no", "falskt", "falsk", "off", "n"), "false"),
}

_WRITE = Text("Skriv {value}.", "Write {value}.")
_ONE_OF = Text("Skriv {values} eller {last}.", "Write {values} or {last}.")
_A_NUMBER = Text("Skriv ett heltal, till exempel 1.", "Write a whole number, for instance 1.")
_LONGEST = 60


def truth(tag: Tag, name: str) -> bool | None:
    """What an attribute says that is true or false; None where it says neither, or is not there."""
    written = tag.attributes.get(name)
    return _MEANT.get(written.strip()) if written else None


def say_wrong_values(tags: Iterable[Tag], file: BpmnFile) -> None:
    """Say which attributes have a value that BPMN does not have, and what to write."""
    for tag in tags:
        if _LOOKED_AT.isdisjoint(tag.attributes):
            continue
        for name, written in tag.attributes.items():
            if name in _LOOKED_AT and not _is_known(name, value := " ".join(written.split())):
                shown, hint = value[:_LONGEST], _hint(name, value)
                file.say(say.VALUE_UNKNOWN, tag, None, What=tag, attribute=name, value=shown, hint=hint)


def _is_known(name: str, value: str) -> bool:
    allowed = _VALUES.get(name)
    if allowed is None:
        digits = value.removeprefix("-").removeprefix("+")
        whole = digits.isdecimal() and value.isascii()
        return whole and not (name in _AT_LEAST_ONE and (value.startswith("-") or not digits.strip("0")))
    return value in allowed or (allowed is _TRUTH and value in ("0", "1"))


def _hint(name: str, value: str) -> Text:
    """What to write: the value that was surely meant, else all there are."""
    allowed = _VALUES.get(name)
    if allowed is None:
        return _A_NUMBER
    meant = [each for each in allowed if each.lower() == value.lower()]
    if allowed is _TRUTH and not meant:
        meant = [_SAID_AS[value.lower()]] if value.lower() in _SAID_AS else []
    if meant:
        return _WRITE.fill(value=meant[0])
    return _ONE_OF.fill(values=", ".join(allowed[:-1]), last=allowed[-1])
