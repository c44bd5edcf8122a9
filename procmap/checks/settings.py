"""What a configuration says, as values: packs, selection, thresholds, and what a team has accepted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

from procmap.finding import Kind, Place
from procmap.ref import Ref

if TYPE_CHECKING:
    from datetime import date

    from procmap.text import Language

__all__ = ["Acceptance", "Configuration"]


class Acceptance(NamedTuple):
    """A finding that a team lives with, why, and which role said so.

    ``check`` is a code or a name; ``element`` is ``document/element``, the element's path alone, or a document.
    """

    check: str
    element: str
    reason: str
    role: str
    date: date
    place: Place | None = None

    def matches(self, code: str, name: str, ref: Ref) -> bool:
        """Whether a finding of this check at this place is meant; an attribute may be named too (``a/b.why``)."""
        if self.check not in (code, name):
            return False
        exact, whole = str(ref), str(ref.of(None))
        alone = (exact, whole) if ref.element is None else (exact.partition("/")[2], ref.element)
        return self.element in (exact, whole, *alone)


class Configuration(NamedTuple):
    """What the configuration says; what it does not say is None or empty. ``packs`` is the key ``for``."""

    path: str | None = None
    lang: Language | None = None
    packs: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Kind | Literal["never"] | None = None
    thresholds: Mapping[str, float] = {}
    accepted: tuple[Acceptance, ...] = ()
