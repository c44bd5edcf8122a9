"""The collector of cyclic garbage, kept from looking while much is made of which nearly all stays."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["uncollected"]


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the collector: by default it looks after every 700 new objects, again and again at all that is kept.

    Only for work that leaves hardly any cycles behind. Measured on BPMN of 100,000 steps: reading takes 2.7 s for 4.1,
    the checks 6.2 s for 10.1, both with the same memory at most.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
