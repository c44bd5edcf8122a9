"""What a format could not hold: the map as it was beside the map as it reads back, in words.

Order is no loss: where elements and flows stand in their lists means nothing but where they are told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

from procmap.model.event import Event
from procmap.model.flow import SequenceFlow
from procmap.model.gateway import Gateway
from procmap.model.label import label_in
from procmap.model.part import Part
from procmap.model.process_map import ProcessMap
from procmap.text import Text

__all__ = ["losses"]

_GONE = Text(
    sv="”{name}” ({where}) går inte att skriva i det här formatet och följer inte med.",
    en="“{name}” ({where}) cannot be written in this format and is left out.",
)
_NEW = Text(
    sv="”{name}” ({where}) kommer till, eftersom formatet kräver det.",
    en="“{name}” ({where}) is added, since the format requires it.",
)
_SPLIT = Text(
    sv="Flera vägar leder ut från ”{name}”. Det skrivs som en delning efter steget: {kind}.",
    en="Several ways lead out of “{name}”. This is written as a split behind the step: {kind}.",
)
_CHANGED = Text(
    sv="{what} hos ”{name}” ({where}) går inte att skriva som det är: {before} blir {after}.",
    en="{what} of “{name}” ({where}) cannot be written as it is: {before} becomes {after}.",
)
_FLOW_IDS = Text(
    sv="{count} vägar mellan steg i ”{name}” får id av procmap i stället för sina egna.",
    en="{count} ways between steps of “{name}” get ids by procmap in place of their own.",
)
_NOTHING = Text(sv="inget", en="nothing")


def losses(before: ProcessMap, after: ProcessMap) -> tuple[Text, ...]:
    """What differs between a map and the same map read back, one text for each thing; nothing where only order does."""
    found: list[Text] = []
    others = {(type(document), document.id): document for document in after.documents}
    for document in before.documents:
        other = others.pop((type(document), document.id), None)
        name = label_in(document.name, "sv") or document.id
        if other is None:
            found.append(_GONE.fill(name=name, where=document.id))
        elif other != document:
            found += _document(document, other, name)
    found += [_NEW.fill(name=document.id, where=document.id) for document in others.values()]
    return tuple(dict.fromkeys(found))


def _document(before: Any, after: Any, name: str) -> Iterator[Text]:
    left, right = dict(_parts(before, before.id)), dict(_parts(after, before.id))
    renamed = _renamed_flows(left, right)
    if renamed:
        yield _FLOW_IDS.fill(count=renamed, name=name)
    for path, part in left.items():
        other = right.get(path)
        if other is None:
            yield _GONE.fill(name=_name(part), where=path)
        elif type(part) is not type(other):
            yield _changed(part, path, "type", type(part).__name__, type(other).__name__)
        elif part != other:
            yield from _attributes(part, other, path)
    for path, part in right.items():
        if path not in left:
            host, _, kind = path.rpartition(".")
            if isinstance(part, Gateway) and kind == "split" and host in left:
                yield _SPLIT.fill(name=_name(left[host]), kind=part.kind)
            elif not (isinstance(part, SequenceFlow) and path.rpartition(".")[0].endswith(".split")):
                yield _NEW.fill(name=_name(part), where=path)


def _attributes(part: Part, other: Part, path: str) -> Iterator[Text]:
    for field in fields(part):  # type: ignore[arg-type]
        before, after = getattr(part, field.name), getattr(other, field.name)
        if before != after and not (_is_list(before) and _is_list(after)):
            yield _changed(part, path, field.name, before, after)


def _changed(part: Any, path: str, what: str, before: Any, after: Any) -> Text:
    return _CHANGED.fill(what=what, name=_name(part), where=path, before=_shown(before), after=_shown(after))


def _shown(value: Any) -> Text | str:
    if value is None:
        return _NOTHING
    text = str(value)
    return text if len(text) <= 60 else f"{text[:59]}…"


def _is_list(value: Any) -> bool:
    """Whether a value holds parts with ids of their own, which are compared one by one."""
    return isinstance(value, tuple) and all(isinstance(one, Part) and hasattr(one, "id") for one in value)


def _parts(part: Any, path: str) -> Iterator[tuple[str, Part]]:
    """A part and all parts within it that have ids, with their paths."""
    yield path, part
    for field in fields(part):
        value = getattr(part, field.name)
        if _is_list(value):
            among = "" if field.name in ("nodes", "flows", "steps") else f"{field.name}/"
            for one in value:
                yield from _parts(one, f"{path}/{among}{one.id}")


def _renamed_flows(left: dict[str, Part], right: dict[str, Part]) -> int:
    """Take out the flows that are the same but for their ids; how many there are."""
    new = Counter(_likeness(path, flow) for path, flow in right.items() if path not in left and _is_flow(flow))
    same: Counter[Any] = Counter()
    for path, flow in list(left.items()):
        key = _likeness(path, flow) if path not in right and _is_flow(flow) else None
        if key is not None and same[key] < new[key]:
            same[key] += 1
            del left[path]
    count = sum(same.values())
    for path, flow in list(right.items()):
        key = _likeness(path, flow) if path not in left and _is_flow(flow) else None
        if key is not None and same[key] > 0:
            same[key] -= 1
            del right[path]
    return count


def _is_flow(part: Part) -> bool:
    return isinstance(part, SequenceFlow)


def _likeness(path: str, part: Part) -> Any:
    assert isinstance(part, SequenceFlow)
    return path.removesuffix(part.id), replace(part, id="")


def _name(part: Any) -> str:
    if isinstance(part, SequenceFlow) and part.name is None:
        return f"{part.source} → {part.target}"
    if isinstance(part, Event) and part.name is None:
        return part.id
    return label_in(getattr(part, "name", None), "sv") or str(getattr(part, "id", ""))
