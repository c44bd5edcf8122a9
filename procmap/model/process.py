"""The process: how the work is done, and what is known about it as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from procmap.model import doors
from procmap.model.activity import GlobalTask, Node
from procmap.model.artefact import Annotation, Association, Group
from procmap.model.deadline import Deadline
from procmap.model.e_service import EService, Gdpr
from procmap.model.flow import Message, SequenceFlow, Signal
from procmap.model.knowledge import Maybe, Provenance
from procmap.model.label import Label
from procmap.model.part import Part
from procmap.model.quantity import Duration, Volume
from procmap.model.resource import Data, DataAssociation, DataReference, Lane, System
from procmap.model.rule import Rule

if TYPE_CHECKING:
    import networkx

__all__ = [
    "Documentation",
    "Frequency",
    "LegalBasis",
    "Process",
    "Stability",
    "Validation",
    "ValidationMethod",
]

Frequency = Literal["daily", "weekly", "biweekly", "monthly", "quarterly", "yearly", "on_event"]
Stability = Literal["no_change", "minor", "some", "several", "major"]
Documentation = Literal["none", "input_files", "map", "procedure", "work_instruction"]
ValidationMethod = Literal["walkthrough", "observation", "workshop", "desk"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalBasis(Part):
    """A law or rule that the process rests on, and when somebody last read it (``as_of``, an ISO date)."""

    ref: Maybe[str] = None
    url: Maybe[str] = None
    as_of: Maybe[str] = None
    provenance: tuple[Provenance, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Validation(Part):
    """When, how and by which role the description was last held against the real work."""

    at: Maybe[str] = None
    method: Maybe[ValidationMethod] = None
    by: Maybe[str] = None
    provenance: tuple[Provenance, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Process(Part):
    """A process with its flow.

    ``nodes`` and ``flows`` are the outermost scope; those of a subprocess stand inside it. ``lane`` is the lane that
    held for tasks without one of their own when the map was read; each task carries its lane itself. ``automate`` are
    references to what is to be automated, and ``robot_owner`` is the role that keeps it running. ``variant_of`` is the
    id of the process that this one was adapted from.

    ``executable`` is whether an engine is to run it, where a BPMN file says so. ``messages``, ``signals`` and
    ``global_tasks`` are those that it refers to; what nothing in a file refers to stands with its first process.
    """

    id: str
    name: Maybe[Label] = None
    language: Literal["sv", "en"] | None = None
    purpose: Maybe[str] = None
    outcome: Maybe[str] = None
    owner: Maybe[str] = None
    leader: Maybe[str] = None
    organisation: Maybe[str] = None
    legal_basis: Maybe[tuple[LegalBasis, ...]] = None
    classification: Maybe[str] = None
    customer: Maybe[str] = None
    life_event: Maybe[str] = None
    volume: Maybe[Volume] = None
    peaks: Maybe[tuple[str, ...]] = None
    lead_time: Maybe[Duration] = None
    frequency: Maybe[Frequency] = None
    stability: Maybe[Stability] = None
    system_stability: Maybe[Stability] = None
    validity: Maybe[str] = None
    validated: Maybe[Validation] = None
    documentation: Maybe[Documentation] = None
    pains: Maybe[tuple[str, ...]] = None
    benefits: Maybe[tuple[str, ...]] = None
    automate: Maybe[tuple[str, ...]] = None
    robot_owner: Maybe[str] = None
    gdpr: Maybe[Gdpr] = None
    e_service: Maybe[EService] = None
    deadlines: tuple[Deadline, ...] = ()
    lanes: tuple[Lane, ...] = ()
    systems: tuple[System, ...] = ()
    data: tuple[Data, ...] = ()
    rules: tuple[Rule, ...] = ()
    messages: tuple[Message, ...] = ()
    signals: tuple[Signal, ...] = ()
    data_references: tuple[DataReference, ...] = ()
    data_associations: tuple[DataAssociation, ...] = ()
    global_tasks: tuple[GlobalTask, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    groups: tuple[Group, ...] = ()
    associations: tuple[Association, ...] = ()
    executable: bool | None = None
    lane: Maybe[str] = None
    variant_of: str | None = None
    nodes: tuple[Node, ...] = ()
    flows: tuple[SequenceFlow, ...] = ()
    note: str | None = None
    provenance: tuple[Provenance, ...] = ()

    def to_networkx(self) -> networkx.MultiDiGraph[str]:
        """The flow as a frozen MultiDiGraph; see ``procmap.graph.networkx_graph``."""
        return doors.to_networkx(self)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        """The picture, for notebooks."""
        return doors.mimebundle(self, include, exclude)
