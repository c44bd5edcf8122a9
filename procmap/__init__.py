"""Procmap: how a municipality really works, as text that is checked, drawn, discussed and shared.

>>> import procmap
>>> reading = procmap.read_text("process: Bygglov\\nflow:\\n  - Registrator: Diarieför\\n")
>>> [lane.id for lane in reading.map.processes[0].lanes]
['registrator']

Everything public is here; each name is imported when it is first asked for, so that a small command stays fast.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

_WHERE: dict[str, str] = {
    **dict.fromkeys(("CallActivity", "ExceptionCase", "Handover", "SubProcess", "Task"), "procmap.model.activity"),
    **dict.fromkeys(("Catalogue", "Evidence", "Persona"), "procmap.model.catalogue"),
    **dict.fromkeys(("Collaboration", "Pool"), "procmap.model.collaboration"),
    **dict.fromkeys(("AttributeChange", "Comparison", "Difference", "compare"), "procmap.model.compare"),
    "Deadline": "procmap.model.deadline",
    **dict.fromkeys(("EService", "Gdpr", "Identification", "Signature"), "procmap.model.e_service"),
    **dict.fromkeys(("Event", "Trigger"), "procmap.model.event"),
    "evolve": "procmap.model.evolve",
    **dict.fromkeys(("Message", "MessageFlow", "SequenceFlow"), "procmap.model.flow"),
    "Gateway": "procmap.model.gateway",
    **dict.fromkeys(("Journey", "Opportunity", "Phase", "Statement", "Step", "Touchpoint"), "procmap.model.journey"),
    "judge": "procmap.model.judge",
    **dict.fromkeys(
        ("NOT_APPLICABLE", "Disputed", "NotApplicable", "Provenance", "Says", "Unknown"), "procmap.model.knowledge"
    ),
    "Translated": "procmap.model.label",
    **dict.fromkeys(("LegalBasis", "Process", "Validation"), "procmap.model.process"),
    "ProcessMap": "procmap.model.process_map",
    **dict.fromkeys(("Duration", "Measure", "Money", "Volume"), "procmap.model.quantity"),
    **dict.fromkeys(("Data", "Lane", "System"), "procmap.model.resource"),
    **dict.fromkeys(("Case", "Decision", "Given", "Limit", "Rule"), "procmap.model.rule"),
    **dict.fromkeys(("Finding", "Place"), "procmap.finding"),
    "Ref": "procmap.ref",
    "Source": "procmap.source.source",
    **dict.fromkeys(("Reading", "read_text"), "procmap.read.reading"),
    **dict.fromkeys(
        (
            "call",
            "catalogue",
            "end",
            "exclusive",
            "inclusive",
            "parallel",
            "process",
            "question",
            "start",
            "subprocess",
            "task",
            "to",
            "wait",
        ),
        "procmap.read.builder",
    ),
    "check": "procmap.checks.engine",
    **dict.fromkeys(
        (
            "BadConfiguration",
            "BadUsage",
            "CannotDraw",
            "CannotRead",
            "CannotWrite",
            "InvalidMap",
            "NoDocument",
            "ProcmapError",
        ),
        "procmap.errors",
    ),
}
_CALLABLE = ("draw", "read", "write")
"""Rooms that are called by their own name; see ``procmap.facade``."""

__all__ = sorted([*_WHERE, *_CALLABLE])


def __getattr__(name: str) -> Any:
    if name in _CALLABLE:
        return import_module(f"procmap.{name}")
    module = _WHERE.get(name)
    if module is None:
        raise AttributeError(f"module 'procmap' has no attribute {name!r}")
    return getattr(import_module(module), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]


if TYPE_CHECKING:
    from procmap.draw.draw import draw as draw
    from procmap.read.reading import read as read
