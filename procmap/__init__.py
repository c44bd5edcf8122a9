"""Procmap: how a municipality really works, as text that is checked, drawn, discussed and shared.

>>> import procmap
>>> reading = procmap.read_text("process: Bygglov\\nflow:\\n  - Registrator: Diarieför\\n")
>>> [lane.id for lane in reading.map.processes[0].lanes]
['registrator']

Everything public is here; each name is imported when it is first asked for, so that a small command stays fast.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False
"""What only an editor or a type checker needs; nothing is imported for it, so that little can be interrupted."""

__version__ = "0.1.0"

_WHERE: dict[str, str] = {
    **dict.fromkeys(
        ("CallActivity", "ExceptionCase", "GlobalTask", "Handover", "SubProcess", "Task"), "procmap.model.activity"
    ),
    **dict.fromkeys(("Annotation", "Association", "Group"), "procmap.model.artefact"),
    **dict.fromkeys(("Catalogue", "Evidence", "Persona"), "procmap.model.catalogue"),
    **dict.fromkeys(("Collaboration", "Pool"), "procmap.model.collaboration"),
    **dict.fromkeys(("AttributeChange", "Comparison", "Difference", "compare"), "procmap.model.compare"),
    "Deadline": "procmap.model.deadline",
    **dict.fromkeys(("EService", "Gdpr", "Identification", "Signature"), "procmap.model.e_service"),
    **dict.fromkeys(("Event", "Trigger"), "procmap.model.event"),
    "evolve": "procmap.model.evolve",
    **dict.fromkeys(("Message", "MessageFlow", "SequenceFlow", "Signal"), "procmap.model.flow"),
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
    **dict.fromkeys(("Data", "DataAssociation", "DataReference", "Lane", "System"), "procmap.model.resource"),
    **dict.fromkeys(("Case", "Decision", "Given", "Limit", "Rule"), "procmap.model.rule"),
    **dict.fromkeys(("Finding", "Place"), "procmap.finding"),
    "Diagram": "procmap.geometry",
    "Ref": "procmap.ref",
    "Source": "procmap.source.source",
    **dict.fromkeys(("Trace", "Verification"), "procmap.verify.result"),
    **dict.fromkeys(("Reading", "read_text"), "procmap.read.reading"),
    **dict.fromkeys(
        (
            "call",
            "catalogue",
            "collaboration",
            "end",
            "exclusive",
            "inclusive",
            "journey",
            "parallel",
            "phase",
            "process",
            "question",
            "start",
            "step",
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
_CALLABLE = ("draw", "read", "verify", "write")
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
    from typing import Any

    from procmap.checks.engine import check as check
    from procmap.draw.draw import draw as draw
    from procmap.errors import BadConfiguration as BadConfiguration
    from procmap.errors import BadUsage as BadUsage
    from procmap.errors import CannotDraw as CannotDraw
    from procmap.errors import CannotRead as CannotRead
    from procmap.errors import CannotWrite as CannotWrite
    from procmap.errors import InvalidMap as InvalidMap
    from procmap.errors import NoDocument as NoDocument
    from procmap.errors import ProcmapError as ProcmapError
    from procmap.finding import Finding as Finding
    from procmap.finding import Place as Place
    from procmap.geometry import Diagram as Diagram
    from procmap.model.activity import CallActivity as CallActivity
    from procmap.model.activity import ExceptionCase as ExceptionCase
    from procmap.model.activity import GlobalTask as GlobalTask
    from procmap.model.activity import Handover as Handover
    from procmap.model.activity import SubProcess as SubProcess
    from procmap.model.activity import Task as Task
    from procmap.model.artefact import Annotation as Annotation
    from procmap.model.artefact import Association as Association
    from procmap.model.artefact import Group as Group
    from procmap.model.catalogue import Catalogue as Catalogue
    from procmap.model.catalogue import Evidence as Evidence
    from procmap.model.catalogue import Persona as Persona
    from procmap.model.collaboration import Collaboration as Collaboration
    from procmap.model.collaboration import Pool as Pool
    from procmap.model.compare import AttributeChange as AttributeChange
    from procmap.model.compare import Comparison as Comparison
    from procmap.model.compare import Difference as Difference
    from procmap.model.compare import compare as compare
    from procmap.model.deadline import Deadline as Deadline
    from procmap.model.e_service import EService as EService
    from procmap.model.e_service import Gdpr as Gdpr
    from procmap.model.e_service import Identification as Identification
    from procmap.model.e_service import Signature as Signature
    from procmap.model.event import Event as Event
    from procmap.model.event import Trigger as Trigger
    from procmap.model.evolve import evolve as evolve
    from procmap.model.flow import Message as Message
    from procmap.model.flow import MessageFlow as MessageFlow
    from procmap.model.flow import SequenceFlow as SequenceFlow
    from procmap.model.flow import Signal as Signal
    from procmap.model.gateway import Gateway as Gateway
    from procmap.model.journey import Journey as Journey
    from procmap.model.journey import Opportunity as Opportunity
    from procmap.model.journey import Phase as Phase
    from procmap.model.journey import Statement as Statement
    from procmap.model.journey import Step as Step
    from procmap.model.journey import Touchpoint as Touchpoint
    from procmap.model.judge import judge as judge
    from procmap.model.knowledge import NOT_APPLICABLE as NOT_APPLICABLE
    from procmap.model.knowledge import Disputed as Disputed
    from procmap.model.knowledge import NotApplicable as NotApplicable
    from procmap.model.knowledge import Provenance as Provenance
    from procmap.model.knowledge import Says as Says
    from procmap.model.knowledge import Unknown as Unknown
    from procmap.model.label import Translated as Translated
    from procmap.model.process import LegalBasis as LegalBasis
    from procmap.model.process import Process as Process
    from procmap.model.process import Validation as Validation
    from procmap.model.process_map import ProcessMap as ProcessMap
    from procmap.model.quantity import Duration as Duration
    from procmap.model.quantity import Measure as Measure
    from procmap.model.quantity import Money as Money
    from procmap.model.quantity import Volume as Volume
    from procmap.model.resource import Data as Data
    from procmap.model.resource import DataAssociation as DataAssociation
    from procmap.model.resource import DataReference as DataReference
    from procmap.model.resource import Lane as Lane
    from procmap.model.resource import System as System
    from procmap.model.rule import Case as Case
    from procmap.model.rule import Decision as Decision
    from procmap.model.rule import Given as Given
    from procmap.model.rule import Limit as Limit
    from procmap.model.rule import Rule as Rule
    from procmap.read.builder import call as call
    from procmap.read.builder import catalogue as catalogue
    from procmap.read.builder import collaboration as collaboration
    from procmap.read.builder import end as end
    from procmap.read.builder import exclusive as exclusive
    from procmap.read.builder import inclusive as inclusive
    from procmap.read.builder import journey as journey
    from procmap.read.builder import parallel as parallel
    from procmap.read.builder import phase as phase
    from procmap.read.builder import process as process
    from procmap.read.builder import question as question
    from procmap.read.builder import start as start
    from procmap.read.builder import step as step
    from procmap.read.builder import subprocess as subprocess
    from procmap.read.builder import task as task
    from procmap.read.builder import to as to
    from procmap.read.builder import wait as wait
    from procmap.read.reading import Reading as Reading
    from procmap.read.reading import read as read
    from procmap.read.reading import read_text as read_text
    from procmap.ref import Ref as Ref
    from procmap.source.source import Source as Source
    from procmap.verify.result import Trace as Trace
    from procmap.verify.result import Verification as Verification
    from procmap.verify.verify import verify as verify
    from procmap.write.write import write as write
