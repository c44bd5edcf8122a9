"""All checks there are: procmap's own, found by walking its folders, and those of others, found by entry point.

Nothing is listed by hand, so a new check is one new file. Another package adds checks by an entry point in the group
``procmap.checks`` that loads a Check, a module with a ``CHECK``, or an iterable of these.
"""

from __future__ import annotations

import os
import pkgutil
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

from procmap import checks
from procmap.checks.check import Check
from procmap.checks.notices import NOTICES, PLUG_IN_BROKEN
from procmap.checks.soundly_made import fault_of
from procmap.finding import Finding, Notice
from procmap.text import Text

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

__all__ = ["GROUP", "Catalogue", "left_out", "load", "notices"]

GROUP = "procmap.checks"

_NO_CHECK = Text("det är ingen kontroll, utan {kind}", "it is no check, but {kind}")
_TAKEN = Text("{code} ({name}) finns redan", "{code} ({name}) exists already")
_RAISED = Text("{error}", "{error}")


class Catalogue(NamedTuple):
    """Every check, by code, and a finding for each plug-in that could not be used."""

    checks: tuple[Check, ...]
    broken: tuple[Finding, ...] = ()


@cache
def load() -> Catalogue:
    """All checks; ``load.cache_clear()`` looks for them anew."""
    found = sorted(_own(), key=lambda check: check.code)
    broken: list[Finding] = []
    plug_ins = _entry_points()
    others = (*NOTICES, *_reading()) if plug_ins else ()
    taken = {word for notice in (*others, *found) for word in (notice.code, notice.name)}
    for entry in plug_ins:
        try:
            for check in _checks(entry.load()):
                if (fault := fault_of(check)) is not None:
                    raise _Unusable(fault)
                if check.code in taken or check.name in taken:
                    raise _Unusable(_TAKEN.fill(code=check.code, name=check.name))
                taken |= {check.code, check.name}
                found.append(check)
        except _Unusable as error:
            broken.append(Finding.of(PLUG_IN_BROKEN, plug_in=entry.name, why=error.text))
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # a module may end the program while it is imported
            from traceback import format_exc

            why = _RAISED.fill(error=f"{type(error).__name__}: {error}")
            broken.append(Finding.of(PLUG_IN_BROKEN, plug_in=entry.name, why=why, traceback=format_exc()))
    return Catalogue(tuple(sorted(found, key=lambda check: check.code)), tuple(broken))


def notices() -> tuple[Notice, ...]:
    """Everything that can be said, by code: the checks, and what reader, configuration and engine say."""
    return tuple(sorted((*load().checks, *_reading(), *NOTICES), key=lambda notice: notice.code))


def left_out() -> dict[str, Text]:
    """The rules of the lists that no check answers, and why: ``LEFT_OUT`` of each subject's folder."""
    return {rule: why for folder in _folders() for rule, why in getattr(folder, "LEFT_OUT", {}).items()}


class _Unusable(Exception):
    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def _own() -> Iterator[Check]:
    """The checks in the folders of this package; what stands beside the folders is the machinery."""
    for folder in _folders():
        for module in pkgutil.iter_modules(folder.__path__, f"{folder.__name__}."):
            yield import_module(module.name).CHECK


def _folders() -> Iterator[ModuleType]:
    for found in pkgutil.iter_modules(checks.__path__, f"{checks.__name__}."):
        if found.ispkg:
            yield import_module(found.name)


def _reading() -> tuple[Notice, ...]:
    from procmap.read.bpmn_notices import NOTICES as BPMN
    from procmap.read.notices import NOTICES as YAML
    from procmap.source.xml_notices import NOTICES as XML

    return (*YAML, *XML, *BPMN)


def _checks(loaded: object) -> Iterator[Check]:
    if isinstance(loaded, ModuleType):
        loaded = getattr(loaded, "CHECK", loaded)
    if isinstance(loaded, Check):
        yield loaded
    elif isinstance(loaded, Iterable) and not isinstance(loaded, (str, bytes)):
        for item in loaded:
            yield from _checks(item)
    else:
        raise _Unusable(_NO_CHECK.fill(kind=type(loaded).__name__))


def _entry_points() -> list[EntryPoint]:
    """The plug-ins, by name.

    ``importlib.metadata`` costs as much to import as all checks together, and hardly anybody has a plug-in; so the
    files that would name one are looked through first.
    """
    if not any(_may_name_one(folder or ".") for folder in sys.path):
        return []
    from importlib.metadata import entry_points

    return sorted(entry_points(group=GROUP), key=lambda entry: (entry.name, entry.value))


def _may_name_one(place: str) -> bool:
    """Whether anything installed in a place of the import path may name the group; an archive always may."""
    try:
        with os.scandir(place) as entries:
            installed = [entry.path for entry in entries if entry.name.endswith((".dist-info", ".egg-info"))]
    except NotADirectoryError:
        return True
    except OSError:
        return False
    return any(_names_one(Path(folder, "entry_points.txt")) for folder in installed)


def _names_one(file: Path) -> bool:
    try:
        return GROUP.encode() in file.read_bytes()
    except OSError:
        return False
