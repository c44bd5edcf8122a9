"""What the work is done by and with: lanes, systems and data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from procmap.model.knowledge import Maybe, Provenance
from procmap.model.label import Label
from procmap.model.part import Part

__all__ = [
    "Access",
    "Data",
    "DataAssociation",
    "DataKind",
    "DataReference",
    "Lane",
    "LaneKind",
    "PersonalData",
    "Structure",
    "System",
]

LaneKind = Literal["person", "customer", "external", "system", "robot"]
Access = Literal["api", "ui_web", "ui_thick", "citrix", "mainframe", "file", "none"]
Structure = Literal["structured", "semi_structured", "free_text", "image"]
DataKind = Literal["object", "store", "input", "output"]
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
    """A piece of information that steps read and write.

    ``kind`` is BPMN's word for it, where stated: something that lives with the case, a store that outlives it, or what
    the process as a whole is given or gives. ``several`` where it is a collection.
    """

    id: str
    name: Maybe[Label] = None
    kind: DataKind | None = None
    several: bool = False
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


@dataclass(frozen=True, slots=True, kw_only=True)
class DataReference(Part):
    """A place where a piece of data is shown, in a certain state; ``data`` is its id, None where the file says none.

    ``within`` is the path of the subprocess that it stands in.
    """

    id: str
    name: Maybe[Label] = None
    data: str | None = None
    state: str | None = None
    within: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DataAssociation(Part):
    """An arrow between data and what reads or writes it; the ends are paths of elements, or ids of data.

    An arrow has an element at one end and data (or a place where it is shown) at the other; ``""`` where it is loose.
    """

    id: str
    source: str
    target: str
