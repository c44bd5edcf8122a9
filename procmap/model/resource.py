"""What the work is done by and with: lanes, systems and data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from procmap.model.knowledge import Maybe, Provenance
from procmap.model.label import Label
from procmap.model.part import Part

__all__ = ["Access", "Data", "Lane", "LaneKind", "PersonalData", "Structure", "System"]

LaneKind = Literal["person", "customer", "external", "system", "robot"]
Access = Literal["api", "ui_web", "ui_thick", "citrix", "mainframe", "file", "none"]
Structure = Literal["structured", "semi_structured", "free_text", "image"]
PersonalData = Literal["none", "personal", "protected", "sensitive", "criminal", "children"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane(Part):
    """Who does the work: a role, the customer, another organisation, a system or a robot. Never a person's name.

    ``parent`` is the id of the lane around it, where lanes are nested.
    """

    id: str
    name: Maybe[Label] = None
    kind: LaneKind = "person"
    parent: str | None = None
    note: str | None = None
    provenance: tuple[Provenance, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class System(Part):
    """An IT system that the work is done in."""

    id: str
    name: Maybe[Label] = None
    vendor: Maybe[str] = None
    access: Maybe[Access] = None
    client: Maybe[str] = None
    api: Maybe[bool] = None
    owner: Maybe[str] = None
    upgrades: Maybe[str] = None
    test_environment: Maybe[bool] = None
    robot_allowed: Maybe[bool] = None
    logon: Maybe[str] = None
    screens: Maybe[int] = None
    note: str | None = None
    provenance: tuple[Provenance, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Data(Part):
    """A piece of information that steps read and write."""

    id: str
    name: Maybe[Label] = None
    type: Maybe[str] = None
    format: Maybe[str] = None
    required: Maybe[bool] = None
    structure: Maybe[Structure] = None
    record: Maybe[str] = None
    prefilled_from: Maybe[str] = None
    personal_data: Maybe[PersonalData] = None
    record_type: Maybe[str] = None
    retention: Maybe[str] = None
    note: str | None = None
    provenance: tuple[Provenance, ...] = ()
