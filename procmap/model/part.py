"""What every part of the model has in common: it is frozen, slotted, and judged by pydantic at the edges.

The parts are plain dataclasses, since pydantic costs more to import than a whole small check does to run. The reader
makes only what it has already judged, with line and column; what comes from Python is judged in ``judge.py``, by the
annotations that stand here.
"""

from __future__ import annotations

from typing import ClassVar

__all__ = ["Part"]


class Part:
    """The root of all model classes; the settings are read by pydantic when it judges one."""

    __slots__ = ()
    __pydantic_config__: ClassVar[dict[str, object]] = {
        "strict": True,
        "extra": "forbid",
        "revalidate_instances": "always",
        "allow_inf_nan": False,
    }
