"""A package that is also the function it is named for: ``procmap.read`` holds the readers, ``procmap.read(…)`` reads.

The rooms of the house have the names of what is done in them, and so has the public API. Importing a function of that
name into ``procmap/__init__`` would load the whole room for every ``procmap --help``.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

__all__ = ["callable_package"]


def callable_package(name: str, module: str, function: str) -> None:
    """Let calling the package ``name`` call a function of one of its modules, which is imported then."""

    class CallablePackage(ModuleType):
        def __call__(self, *args: Any, **kwargs: Any) -> Any:
            return getattr(import_module(module), function)(*args, **kwargs)

        @property
        def __signature__(self) -> Any:
            """What an editor or a notebook shows of the call: the function's own signature."""
            from inspect import signature

            return signature(getattr(import_module(module), function))

    sys.modules[name].__class__ = CallablePackage
