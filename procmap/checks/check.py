"""What a check is: one thing that can be said, and the generator that finds where.

A check is a module of its own, named as the check is, with a docstring, ``find(view)`` and the constant ``CHECK``.
There is nothing to inherit from and nothing to register: the catalogue finds it. ``find`` yields where and what, never
words, so that a finding can be shown in either language and a check can be read on one screen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from procmap.finding import Notice
from procmap.ref import Ref
from procmap.text import Text

if TYPE_CHECKING:
    from procmap.graph.view import View

__all__ = ["DEFAULT", "PACKS", "Check", "Hit", "hit"]

DEFAULT = "default"
"""The pack that is always looked at: for a first meeting, small and right."""

PACKS = ("rpa", "e-service", "journey", "sharing")
"""The packs that are looked at when somebody asks for them."""


class Hit(NamedTuple):
    """Where a check found something, and the values that its words name; made by ``hit``.

    ``role`` stands in for the check's own, where it is known better here. ``asked`` is False where nobody has been
    asked yet: such hits are gathered into one finding for each document and role, and need the value ``step``.
    """

    refs: tuple[Ref, ...]
    values: Mapping[str, Any]
    role: Text | None = None
    asked: bool = True


def hit(ref: Ref, *more: Ref, role: Text | None = None, asked: bool = True, **values: Any) -> Hit:
    """A Hit at a place and any others that belong to it, the main one first."""
    return Hit((ref, *more), values, role, asked)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Check(Notice):
    """A Notice with the generator that finds it.

    ``message``, ``question`` and ``role`` name values of the hit in braces. Where hits can be gathered, ``gathered``
    and ``gathered_question`` are said of several at once, with ``{steps}`` for the list of them.

    ``covers`` names attributes (``Rule.source``: class and attribute of the model) that this check looks at in its own
    way when they are unknown, so that the general check leaves them to it and each fact is said once. ``thresholds``
    holds the limits that a team may set in its configuration, with their defaults; the name is the check's own, or
    starts with it and a dot.

    ``follows_arrows`` is set where a loose end of an arrow makes the check find something: what the reader says of the
    arrow is then said alone.

    ``only_asks`` is the one attribute that all hits of the check ask for, where there is one: then the check need not
    look at files that have no place for it.

    ``gives_way`` is set on a general check whose finding is left out where another says something of the same value.

    ``answers`` names further rules of the lists that the catalogue was made from (``RPA-062``, ``J42``) that are asked
    here and not by a check of their own. ``unverified`` is set where nobody has read the source anew, a law most often:
    the question then asks somebody to verify it, and the catalogue page says so.

    ``bad`` and ``good`` are fragments of YAML, laid over one shared faultless map: their top-level keys replace its,
    and ``changes`` changes single elements of it, as in a variant. They are shown by ``procmap explain``, and they are
    the check's tests.
    """

    find: Callable[[View], Iterable[Hit]]
    gathered: Text | None = None
    gathered_question: Text | None = None
    covers: frozenset[str] = frozenset()
    thresholds: Mapping[str, float] = field(default_factory=dict)
    follows_arrows: bool = False
    only_asks: str | None = None
    gives_way: bool = False
    answers: tuple[str, ...] = ()
    unverified: bool = False
    bad: str
    good: str
