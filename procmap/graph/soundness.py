"""What a proof says of a process, as far as words and pictures of it need to know; who proves is ``procmap.verify``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol, Union

from procmap.text import Text

__all__ = ["Proven", "Way"]


class Way(Protocol):
    """A run that ends in a fault, as ``procmap.verify.result.Trace`` has it."""

    @property
    def elements(self) -> tuple[str, ...]: ...

    @property
    def shortest(self) -> bool: ...

    @property
    def fault(self) -> str: ...


class Proven(Protocol):
    """An answer about a process, as ``procmap.verify.result.Verification`` has it."""

    @property
    def verdict(self) -> str: ...

    @property
    def properties(self) -> Mapping[Any, Union[bool, None]]: ...

    @property
    def elements(self) -> Mapping[Any, tuple[str, ...]]: ...

    @property
    def trace(self) -> Union[Way, None]: ...

    @property
    def reason(self) -> Union[Text, None]: ...
