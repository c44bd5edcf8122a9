"""Activities: tasks, subprocesses and calls of other processes, with what a team knows about the work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Union

from procmap.model.element import Element
from procmap.model.event import Event, Trigger
from procmap.model.flow import SequenceFlow
from procmap.model.gateway import Gateway
from procmap.model.knowledge import Maybe, NotApplicable, Provenance, Unknown
from procmap.model.label import Label
from procmap.model.part import Part
from procmap.model.quantity import Duration, Volume
from procmap.model.resource import PersonalData, Structure
from procmap.model.rule import Decision

__all__ = [
    "Activity",
    "Automation",
    "CallActivity",
    "Credentials",
    "ExceptionCase",
    "ExceptionKind",
    "GlobalTask",
    "Handover",
    "InputMedium",
    "Judgement",
    "Loop",
    "Node",
    "SubProcess",
    "SubProcessKind",
    "Task",
    "TaskType",
    "Variation",
]

TaskType = Literal["user", "manual", "service", "script", "send", "receive", "business_rule"]
SubProcessKind = Literal["embedded", "event", "transaction", "ad_hoc"]
Loop = Literal["parallel", "sequential", "standard"]
InputMedium = Literal["paper", "scanned", "digital", "oral"]
Judgement = Literal["none", "rule", "rule_with_threshold", "discretionary", "professional"]
Variation = Literal["identical", "minor", "differs_between_people", "differs_between_units"]
Credentials = Literal["personal_eid", "personal_password", "service_account", "shared", "smartcard", "none"]
Automation = Literal["none", "assisted", "partial", "full", "planned"]
ExceptionKind = Literal["business", "application"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover(Part):
    """How work goes over to whoever comes next."""

    medium: Maybe[str] = None
    acknowledged: Maybe[bool] = None
    known_by_both: Maybe[bool] = None
    provenance: tuple[Provenance, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExceptionCase(Part):
    """Something that does not go as usual; ``event`` is the id of the boundary event where it also has a path."""

    name: Maybe[str] = None
    kind: Maybe[ExceptionKind] = None
    action: Maybe[str] = None
    informs: Maybe[tuple[str, ...]] = None
    share: Maybe[float] = None
    event: str | None = None
    provenance: tuple[Provenance, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity(Element):
    """Work that takes time. Roles, systems, data and rules are referred to by id (roles may be plain words).

    ``default`` is the id of the flow out of it that is taken when the condition of no other holds.
    """

    approves: Maybe[tuple[str, ...]] = None
    consults: Maybe[tuple[str, ...]] = None
    informs: Maybe[tuple[str, ...]] = None
    backup: Maybe[tuple[str, ...]] = None
    persons_who_can: Maybe[int] = None
    system: Maybe[tuple[str, ...]] = None
    reads: Maybe[tuple[str, ...]] = None
    writes: Maybe[tuple[str, ...]] = None
    input_medium: Maybe[InputMedium] = None
    input_structure: Maybe[Structure] = None
    judgement: Maybe[Judgement] = None
    rule: Maybe[tuple[str, ...]] = None
    decision: Maybe[Decision] = None
    touch_time: Maybe[Duration] = None
    wait_time: Maybe[Duration] = None
    volume: Maybe[Volume] = None
    share: Maybe[float] = None
    error_rate: Maybe[float] = None
    rework_time: Maybe[Duration] = None
    clicks: Maybe[int] = None
    variation: Maybe[Variation] = None
    workaround: Maybe[str] = None
    exceptions: Maybe[tuple[ExceptionCase, ...]] = None
    handover: Maybe[Handover] = None
    personal_data: Maybe[PersonalData] = None
    secrecy: Maybe[str] = None
    authority: Maybe[bool] = None
    record_type: Maybe[str] = None
    retention: Maybe[str] = None
    credentials: Maybe[Credentials] = None
    robot_account: Maybe[bool] = None
    human_takeover: Maybe[str] = None
    automation: Maybe[Automation] = None
    skills: Maybe[tuple[str, ...]] = None
    queue: Maybe[str] = None
    sends: Maybe[tuple[str, ...]] = None
    message: Maybe[str] = None
    for_each: Maybe[str] = None
    loop: Loop | None = None
    for_compensation: bool = False
    default: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Task(Activity):
    """One step of work.

    ``type`` is BPMN's task type where it is stated; None leaves it to the kind of the lane. ``waits_for`` is set on a
    step that only waits, where a plain event would not do because something happens meanwhile. ``instantiates`` on a
    step that receives a message: a case starts when it arrives.
    """

    type: TaskType | None = None
    waits_for: Trigger | None = None
    instantiates: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CallActivity(Activity):
    """A step that is a process of its own, described elsewhere; ``calls`` refers to it."""

    calls: Maybe[str] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GlobalTask(Part):
    """A step that stands on its own so that several processes can call it (BPMN: global task)."""

    id: str
    name: Maybe[Label] = None
    type: TaskType | None = None
    note: str | None = None
    provenance: tuple[Provenance, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SubProcess(Activity):
    """A step with a flow of its own inside.

    ``inside`` says why ``nodes`` is empty: None where nobody was asked, Unknown, or NOT_APPLICABLE where there is
    nothing inside.
    """

    kind: SubProcessKind = "embedded"
    nodes: tuple[Node, ...] = ()
    flows: tuple[SequenceFlow, ...] = ()
    inside: Union[Unknown, NotApplicable, None] = None


Node = Union[Task, CallActivity, SubProcess, Event, Gateway]
