"""What an e-service needs to be decided before it is built."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from procmap.model.knowledge import Maybe, Provenance
from procmap.model.part import Part

__all__ = ["EService", "Gdpr", "Identification", "IdentificationLevel", "Signature", "SignatureKind"]

IdentificationLevel = Literal["none", "loa2", "loa3", "loa4"]
SignatureKind = Literal["none", "submit", "e_signature", "multi_party"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Identification(Part):
    """How the user is identified, and why at that level."""

    level: Maybe[IdentificationLevel] = None
    issuers: Maybe[tuple[str, ...]] = None
    eidas: Maybe[bool] = None
    motive: Maybe[str] = None
    provenance: tuple[Provenance, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature(Part):
    """Whether anything is signed, and why."""

    kind: Maybe[SignatureKind] = None
    motive: Maybe[str] = None
    provenance: tuple[Provenance, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gdpr(Part):
    """Purpose, legal basis, impact assessment and information about personal data."""

    purpose: Maybe[str] = None
    basis: Maybe[str] = None
    dpia: Maybe[str] = None
    information: Maybe[str] = None
    provenance: tuple[Provenance, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EService(Part):
    """The e-service that the process has or is to get; ``fields`` and ``attachments`` refer to data."""

    target_group: Maybe[str] = None
    who_may_apply: Maybe[tuple[str, ...]] = None
    identification: Maybe[Identification] = None
    signature: Maybe[Signature] = None
    fields: Maybe[tuple[str, ...]] = None
    attachments: Maybe[tuple[str, ...]] = None
    prefill: Maybe[str] = None
    draft: Maybe[bool] = None
    completion: Maybe[str] = None
    fee: Maybe[str] = None
    receipt: Maybe[str] = None
    statuses: Maybe[tuple[str, ...]] = None
    integration: Maybe[str] = None
    registration: Maybe[str] = None
    delivery: Maybe[tuple[str, ...]] = None
    alternative_channel: Maybe[str] = None
    languages: Maybe[tuple[str, ...]] = None
    accessibility: Maybe[str] = None
    gdpr: Maybe[Gdpr] = None
    owner: Maybe[str] = None
    provenance: tuple[Provenance, ...] = ()
