"""Changing one thing in a frozen map gives a new map; the old one is as it was."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any, TypeVar, Union, cast

from procmap.errors import BadUsage
from procmap.model.activity import SubProcess
from procmap.model.journey import Journey
from procmap.model.judge import judge
from procmap.model.part import Part
from procmap.model.process_map import Document, ProcessMap, as_map
from procmap.ref import Ref
from procmap.text import Text

__all__ = ["evolve"]

_NO_REF = Text(
    sv="{kind} pekar inte ut något. Ge en Ref, eller en str som ”bygglov/diariefor”.",
    en="{kind} points at nothing. Give a Ref, or a str such as “bygglov/diariefor”.",
)
_DOCUMENTS = ("processes", "journeys", "collaborations", "catalogues")


M = TypeVar("M", bound=Union[ProcessMap, Document])


def evolve(map: M, ref: Ref | str, **changes: Any) -> M:
    """A map, or a document alone, in which the part that ``ref`` points at has other attributes.

    ``ref`` is ``document``, ``document/element`` (``document/subprocess/element``, ``document/rules/id``) or a Ref; a
    list given for an attribute becomes a tuple. Raises BadUsage for what is no ref, where nothing is there and where an
    attribute does not exist, InvalidMap where a value is of the wrong kind.

    >>> from procmap import evolve, process
    >>> from procmap.model.process_map import ProcessMap
    >>> before = process("Bygglov", ["Registrator: Diarieför"])
    >>> evolve(before, "bygglov/diariefor", why="Allmän handling").nodes[1].why
    'Allmän handling'
    >>> evolve(ProcessMap(processes=(before,)), "bygglov", owner="Byggchef").processes[0].owner
    'Byggchef'
    """
    at = Ref.parse(ref) if isinstance(ref, str) else ref
    if not isinstance(at, Ref):
        raise BadUsage(_NO_REF.fill(kind=type(ref).__name__))
    changes = {name: tuple(value) if isinstance(value, list) else value for name, value in changes.items()}
    whole = as_map(map)
    for kind in _DOCUMENTS:
        documents = getattr(whole, kind)
        for number, document in enumerate(documents):
            if document.id == at.document:
                steps = at.element.split("/") if at.element else []
                changed = _changed(document, steps, changes, str(at))
                if whole is map:
                    changed = replace(whole, **{kind: (*documents[:number], changed, *documents[number + 1 :])})
                return cast("M", changed)
    raise _missing(str(at))


def _changed(part: Any, steps: list[str], changes: dict[str, Any], ref: str) -> Any:
    if not steps:
        known = {f.name for f in fields(part)}
        for name in changes:
            if name not in known or name == "id":
                raise BadUsage(
                    Text(
                        sv="{kind} har inget ”{name}” som går att ändra.",
                        en="{kind} has no “{name}” that can be changed.",
                    ).fill(kind=type(part).__name__, name=name)
                )
        changed: Part = replace(part, **changes)
        return judge(changed)
    first, rest = steps[0], steps[1:]
    section = getattr(part, first, None)
    places = [(first, rest[0], rest[1:])] if isinstance(section, tuple) and rest else []
    places += [("nodes", first, rest), ("flows", first, rest)]
    for name, id, below in places:
        entries = getattr(part, name, ())
        for number, entry in enumerate(entries):
            if getattr(entry, "id", None) == id and (not below or isinstance(entry, SubProcess)):
                inner = _changed(entry, below, changes, ref)
                return replace(part, **{name: (*entries[:number], inner, *entries[number + 1 :])})
    if isinstance(part, Journey):  # a step of a journey is referred to without its phase
        for number, phase in enumerate(part.phases):
            if any(step.id == first for step in phase.steps):
                inner = _changed(phase, ["steps", first, *rest], changes, ref)
                return replace(part, phases=(*part.phases[:number], inner, *part.phases[number + 1 :]))
    raise _missing(ref)


def _missing(ref: str) -> BadUsage:
    return BadUsage(Text(sv="Det finns inget ”{ref}” i kartan.", en="There is no “{ref}” in the map.").fill(ref=ref))
