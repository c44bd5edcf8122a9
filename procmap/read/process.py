"""A process document: its keys, its sections, its flow, and what arises by being used."""

from __future__ import annotations

from typing import Any

from procmap.model.deadline import Deadline
from procmap.model.flow import Message
from procmap.model.knowledge import NOT_APPLICABLE, Maybe
from procmap.model.process import Process
from procmap.model.resource import Data, Lane, System
from procmap.model.rule import Rule
from procmap.read import notices as say
from procmap.read.desk import Desk, Names, guess_hint, several, what_there_is
from procmap.read.elements import index_of
from procmap.read.flow import FlowReader
from procmap.read.head_slips import joined
from procmap.read.heads import lanes_named, lanes_used
from procmap.read.keys import DEADLINE, PROCESS
from procmap.read.known import unknown
from procmap.read.names import nearest, slug
from procmap.read.scope import Jump
from procmap.read.top_slips import with_steps_in_flow
from procmap.read.values import parts, written_key
from procmap.read.who import read_lanes
from procmap.ref import Ref
from procmap.source.tree import Entries, Items, Scalar, Tree, is_empty
from procmap.text import Text

__all__ = ["read_process"]

_SECTIONS: dict[str, Any] = {"lanes": Lane, "systems": System, "data": Data, "rules": Rule, "messages": Message}
_STRUCTURAL = {"id", "flow", "lane", "automate", "deadlines", *_SECTIONS}
_MOST_ROLES = 60
_LONG_WORD = 6
_ELEMENTS = Text(sv="stegen", en="the steps")


def read_process(tree: Entries, id: str, desk: Desk) -> Process:
    """The process that a document describes; what is wrong with it has been said."""
    ref = Ref(desk.document)
    tree.entries = _lane_or_lanes(PROCESS.known(with_steps_in_flow(tree.entries, desk, ref), desk, ref), desk, ref)
    entries = {key.value: value for key, value in tree.entries}
    sections: dict[str, Any] = {}
    for name in _SECTIONS:
        if name in entries and not is_empty(entries[name]):
            sections[name] = PROCESS.rows[name].value.read(entries[name], desk, ref.of(name))
        if name == "lanes" and not desk.sections["lanes"].closed:
            _lanes_arise(entries, desk, ref)
    plain = [entry for entry in tree.entries if entry[0].value not in _STRUCTURAL]
    values = PROCESS.read(plain, desk, ref)
    reader = FlowReader(desk)
    lane: Maybe[str] = None
    if "lane" in entries:
        said = read_lanes(entries["lane"], desk, ref.of("lane"))
        lane = values["lane"] = said.first(None)
        if said.source is not None:
            values["provenance"] = PROCESS.in_order(values, {"provenance": (said.source,)})
    flow = entries.get("flow")
    scope = reader.body(flow, "", lane)
    nodes, flows, jumps = scope.finish(tree)
    for name in _SECTIONS:
        found = tuple(sections.get(name) or ())
        values[name] = found + _arisen(name, desk)
    process = Process(**{**values, "id": id, "nodes": nodes, "flows": flows})
    lost = reader.jumps + jumps
    if not lost and "automate" not in entries and "deadlines" not in entries:
        return process  # most processes: an index of all elements would be made for nothing
    index = index_of(process)
    _say_lost(lost, index, desk)
    more: dict[str, Any] = {}
    if "automate" in entries:
        more["automate"] = _elements(entries["automate"], index, desk, ref.of("automate"))
    if "deadlines" in entries:
        more["deadlines"] = _deadlines(entries["deadlines"], index, desk, ref)
    if more:
        from dataclasses import replace

        process = replace(process, **more)
    return process


def _lane_or_lanes(entries: list[tuple[Scalar, Tree]], desk: Desk, ref: Ref) -> list[tuple[Scalar, Tree]]:
    """``lane`` with entries below it is surely ``lanes``."""
    if any(key.value == "lanes" for key, _ in entries):
        return entries
    found: list[tuple[Scalar, Tree]] = []
    for key, value in entries:
        if key.value == "lane" and isinstance(value, Entries) and not (value.get("disputed") or value.get("value")):
            desk.say(say.UNKNOWN_KEY, key, ref, key="lane", guess="lanes")
            key = Scalar("lanes", key.line, key.column, key.length)
        found.append((key, value))
    return found


def _likely_the_same(desk: Desk, ref: Ref) -> None:
    """Roles that came about by being used and differ in a letter or two, as long words do that are misspelt, or only in
    whether a word is written as two."""
    roles = list(desk.sections["lanes"].arisen.values())
    if len(roles) > _MOST_ROLES:
        return
    for number, role in enumerate(roles):
        for other in roles[:number]:
            if _run_together(role.value) == _run_together(other.value) or _differ_in_a_letter(role.value, other.value):
                desk.say(say.LIKELY_SAME_ROLE, role, ref, name=role.value, other=other.value)
                break


def _in_words(roles: list[str]) -> Text:
    return Text(sv="{first} och {last}", en="{first} and {last}").fill(first=", ".join(roles[:-1]), last=roles[-1])


def _run_together(role: str) -> str:
    """*Drift ledare* and *driftledare* are one word."""
    return slug(role).replace("-", "")


def _differ_in_a_letter(role: str, other: str) -> bool:
    words, others = role.split(), other.split()
    differ = [(a, b) for a, b in zip(words, others, strict=False) if a != b]
    if len(words) != len(others) or len(differ) != 1 or min(map(len, differ[0])) < _LONG_WORD:
        return False
    return all(word.isalpha() for word in differ[0]) and nearest(role, (other,)) is not None


def _lanes_arise(entries: dict[str, Tree], desk: Desk, ref: Ref) -> None:
    """The lanes come about in order of use, before anything is read that may speak of them as roles."""
    around = lanes_named(entries["lane"]) if "lane" in entries else []
    used = [*lanes_used(entries.get("flow")), *around]
    roles = {slug(lane.value) for lane in used}
    for lane in used:
        parts_of = joined(lane.value)
        if len(parts_of) > 1 and all(slug(part) in roles for part in parts_of):
            continue  # two roles with "och" between are said where they stand
        first_time = not desk.sections["lanes"].find(lane.value)
        if first_time and len(parts_of) > 1 and any(slug(part) in roles for part in parts_of):
            desk.say(say.LIKELY_TOGETHER, lane, ref, roles=_in_words(parts_of), fix=f"- {', '.join(parts_of)}: …")
        desk.sections["lanes"].arise(lane)
    _likely_the_same(desk, ref)


def _arisen(section: str, desk: Desk) -> tuple[Any, ...]:
    """The entries that came about by being used, in order of use."""
    make = _SECTIONS[section]
    found = []
    for id, at in desk.sections[section].arisen.items():
        desk.place(Ref(desk.document, f"{section}/{id}"), at)
        found.append(make(id=id, name=at.value))
    return tuple(found)


def _say_lost(jumps: list[Jump], index: Names, desk: Desk) -> None:
    for jump in jumps:
        name = jump.at.value
        paths = index.find(name)
        inside = next((path for path in paths if path.startswith(jump.scope)), None)
        if inside is not None:
            within = index.labels.get(jump.scope + inside[len(jump.scope) :].partition("/")[0])
            desk.say(say.INTO_SUBPROCESS, jump.at, name=name, within=within or inside)
        elif paths:
            desk.say(say.ACROSS_BORDER, jump.at, name=name)
        elif "," in name and all(jump.names.find(part.value) for part in parts(jump.at) or ()):
            desk.say(say.TO_SEVERAL, jump.at)
        else:
            near = jump.names.nearest(name)
            hint = guess_hint(name, (near,) if near else jump.names.spoken(ids=False))
            if desk.sections["lanes"].find(name):
                role = Text(
                    sv="Det är en roll, och to leder till ett steg. {hint}",
                    en="That is a role, and to leads to a step. {hint}",
                )
                hint = role.fill(hint=what_there_is(jump.names.spoken(ids=False)))
            desk.say(say.NO_SUCH, jump.at, name=name, where=_ELEMENTS, hint=hint)


def _elements(tree: Tree, index: Names, desk: Desk, ref: Ref) -> Any:
    """References to elements, anywhere in the process, as paths; a lane too, for what is to be automated."""
    if isinstance(tree, Scalar):
        if tree.value[:2] == "??":
            return unknown(tree.value, desk)
        if tree.value == "n/a":
            return NOT_APPLICABLE
        if is_empty(tree):
            desk.say(say.EMPTY_VALUE, tree, ref, key=written_key(ref))
            return None
    desk.place(ref, tree)
    lanes = desk.sections["lanes"]
    whole = isinstance(tree, Scalar) and bool(index.find(tree.value))
    wanted = [tree] if whole and isinstance(tree, Scalar) else parts(tree) or []
    found: list[str] = []
    for part in wanted:
        paths = index.find(part.value)
        if len(paths) > 1:
            desk.say(say.AMBIGUOUS, part, ref, name=part.value, several=several(paths))
        if not paths and ref.attribute == "automate":
            paths = [f"lanes/{id}" for id in lanes.find(part.value.removeprefix("lanes/"))]
        if not paths:
            desk.say(say.NO_SUCH, part, ref, name=part.value, where=_ELEMENTS, hint=guess_hint(part.value, index))
        found += paths[:1]
    return tuple(dict.fromkeys(found)) or None


def _deadlines(tree: Tree, index: Names, desk: Desk, ref: Ref) -> tuple[Deadline, ...]:
    found: list[Deadline] = []
    seen: set[str] = set()
    for number, item in enumerate(tree.items if isinstance(tree, Items) else [tree], 1):
        if not isinstance(item, Entries):
            example = "deadlines: [{name: …, within: 3 weeks, from: …, to: …}]"
            expected = Text(sv="en lista med ett streck för varje", en="a list with a dash for each")
            desk.say(say.WRONG_SHAPE, item, ref.of("deadlines"), key="deadlines", expected=expected, example=example)
            continue
        item = Entries(DEADLINE.known(item.entries, desk, ref.of("deadlines")), item.line, item.column, item.length)
        name = item.get("name")
        id = slug(name.value) if isinstance(name, Scalar) and name.value else f"deadline-{number}"
        while id in seen:
            id = f"{id}-{number}"
        seen.add(id)
        at = Ref(ref.document, f"deadlines/{id}")
        desk.place(at, item)
        plain = [entry for entry in item.entries if entry[0].value not in ("from", "to")]
        values = DEADLINE.read(plain, desk, at)
        for key, attribute in (("from", "starts"), ("to", "ends")):
            target = item.get(key)
            if target is not None:
                values[attribute] = _elements(target, index, desk, at.of(attribute))
        found.append(Deadline(**{**values, "id": id}))
    return tuple(found)
