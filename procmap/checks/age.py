"""How old a date is that somebody wrote down."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

__all__ = ["months_since"]

_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?")


def months_since(at: str | None, today: date | None) -> int | None:
    """How many months ago an ISO date was; a year alone counts as its last month. None where that cannot be told."""
    written = _DATE.match(at or "")
    if written is None or today is None:
        return None
    return (today.year - int(written[1])) * 12 + today.month - int(written[2] or 12)
