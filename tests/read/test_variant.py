"""Variants: what the changes do, what they refuse, and that the difference from the origin is just what they say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from procmap.finding import Finding
from procmap.model.compare import compare
from procmap.model.journey import Journey
from procmap.model.process import Process
from procmap.model.process_map import nodes_within
from procmap.read.names import slug
from procmap.read.reading import Reading, read, read_text

# The law: what the changes say, and nothing else


@dataclass
class Origin:
    """A random process, and what in it can be changed without breaking a reference."""

    tree: dict[str, Any]
    steps: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)
    """Scope, name and item of each step."""
    wanted: set[str] = field(default_factory=set)
    """The names that some ``to`` leads to."""


@st.composite
def origins(draw: st.DrawFn) -> Origin:
    """Steps, questions, parallels, subprocesses, waits and borders, nested, with jumps back."""
    made = Origin({})
    number = iter(range(1000))
    texts = st.sampled_from(["lag", "vana", "beslut"])

    def named(scope: str, key: str, word: str, **keys: Any) -> dict[str, Any]:
        name = f"{word} {next(number)}"
        item = {key: name, **keys}
        made.steps.append((scope, name, item))
        return item

    def path(scope: str, depth: int, before: list[str]) -> list[Any]:
        items: list[Any] = []
        for _ in range(draw(st.integers(0 if depth else 1, 3))):
            kinds = ["task", "task", "wait", "border"] + ["question", "parallel", "subprocess"] * (depth < 2)
            kind = draw(st.sampled_from(kinds))
            if kind == "task":
                items.append(named(scope, draw(st.sampled_from(["a", "b"])), "Gör"))
                if draw(st.booleans()):
                    items[-1]["why"] = draw(texts)
            elif kind == "wait":
                items.append(named(scope, "wait", "Vänta"))
                if before and draw(st.booleans()):
                    items[-1]["unless"] = {"timer": "3 weeks", "to": jump(before)}
            elif kind == "border":
                inner = path(scope, depth + 1, [])
                items.append(named(scope, "b", "Pröva", unless={"timer": "2 d", "flow": inner}))
            elif kind == "question":
                answers = {"ja": path(scope, depth + 1, before) or "", "nej": path(scope, depth + 1, before)}
                if before and draw(st.booleans()):
                    answers["nej"].append({"to": jump(before)})
                items.append(named(scope, "exclusive", "Är det så", branches=answers))
            elif kind == "parallel":
                branches = {"x": path(scope, depth + 1, []), "y": path(scope, depth + 1, [])}
                items.append(named(scope, "parallel", "Samtidigt", branches=branches))
            else:
                name = f"Del {next(number)}"
                item = {"subprocess": name, "flow": path(f"{scope}{slug(name)}/", depth + 1, [])}
                made.steps.append((scope, name, item))
                items.append(item)
            before = [*before, next(iter(items[-1].values()))] if depth == 0 else before
        return items

    def jump(before: list[str]) -> str:
        name = draw(st.sampled_from(before))
        made.wanted.add(name)
        return name

    made.tree = {
        "process": "Ursprung",
        "lanes": {"a": "Registrator", "b": {"name": "Handläggare"}},
        "rules": {"r1": {"says": "Högst {grans}", "limits": {"grans": "500 m"}}, "r2": {"says": "Minst en"}},
        "systems": {"s": "Diariet"},
        "flow": path("", 0, []),
    }
    return made


def inside(item: Any, *, within: bool = False) -> Iterator[str]:
    """The names of a step and all that goes with it; ``within``: what is inside subprocesses, too."""
    if isinstance(item, list):
        for each in item:
            yield from inside(each, within=within)
    elif isinstance(item, dict):
        for key, value in item.items():
            if key in ("a", "b", "wait", "exclusive", "parallel", "subprocess"):
                yield value
            elif within or "subprocess" not in item:
                yield from inside(value, within=within)


Told = set[tuple[str, str | None]]


@st.composite
def variants(draw: st.DrawFn) -> tuple[Origin, dict[str, Any], Told]:
    """A process, a variant of it, and the differences that its changes tell of, as (kind, path)."""
    origin = draw(origins())
    changes: list[dict[str, Any]] = []
    told: Told = {("renamed", None)}
    touched: set[str] = set()
    items = [(name, item) for _, name, item in origin.steps]
    chosen = draw(st.permutations(origin.steps))[: draw(st.integers(0, 4))]
    for number, (scope, name, item) in enumerate(chosen):
        text = yaml.safe_dump(item, allow_unicode=True) + "\n"
        names = {other for _, other, _ in origin.steps if f"{other}\n" in text}
        if names & touched or any(f"{name}\n" in yaml.safe_dump(o, allow_unicode=True) for n, o in items if n in touched):
            continue
        touched |= names
        gone = set(inside(item, within=True))
        path = scope + slug(name)
        new = {"b": f"Ny {number}", "system": "s"}
        kinds = ["why", "name", "after", "before", "answer"] + ["without", "instead_of"] * (not gone & origin.wanted)
        kind = draw(st.sampled_from(kinds))
        if kind == "answer" and "exclusive" in item:
            changes.append({"at": name, "branches": {"kanske": [new]}})
            told |= {("added", f"{path}.kanske"), ("added", f"{scope}ny-{number}")}
        elif kind in ("why", "answer"):
            changes.append({"at": name, "why": "något annat"})
            told.add(("changed", path))
        elif kind == "name":
            changes.append({"at": name, "name": f"{name} i stället"})
            told.add(("renamed", path))
        elif kind in ("after", "before"):
            changes.append({kind: name, "flow": [new]})
            told.add(("added", f"{scope}ny-{number}"))
        else:
            changes.append({kind: name} if kind == "without" else {kind: name, "flow": [new]})
            told |= {("removed", scope + slug(each)) for each in inside(item)}
            if kind == "instead_of":
                told.add(("added", f"{scope}ny-{number}"))
    tree: dict[str, Any] = {"variant": "Annan kommun", "of": "Ursprung"}
    if draw(st.booleans()):
        changes.append({"at": "rules/r1", "limits": {"grans": "100 m"}})
        told.add(("changed", "rules/r1"))
    if draw(st.booleans()):
        changes.append({"without": "rules/r2"})
        told.add(("removed", "rules/r2"))
    if draw(st.booleans()):
        changes.append({"at": "lanes/b", "name": "Utredare"})
        told.add(("renamed", "lanes/b"))
    if draw(st.booleans()):
        tree["rules"] = {"r3": {"says": "Läkarintyg finns", "source": "lag"}}
        told.add(("added", "rules/r3"))
    if draw(st.booleans()):
        tree["purpose"] = "Ett annat"
        told = told - {("renamed", None)} | {("changed", None)}
    return origin, {**tree, "changes": changes}, told


def as_text(*documents: dict[str, Any]) -> str:
    return yaml.safe_dump_all(documents, allow_unicode=True, sort_keys=False)


def differences(reading: Reading) -> Told:
    """What compare says of a variant beside its origin."""
    origin, variant = reading.map.processes
    found = compare(origin, variant).differences
    assert variant.variant_of == origin.id
    return {(d.kind, (d.before or d.after).element) for d in found if d.kind != "same"}  # type: ignore[union-attr]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(variants())
def test_the_difference_is_just_what_the_changes_say(drawn: tuple[Origin, dict[str, Any], Told]) -> None:
    origin, variant, told = drawn
    reading = read_text(as_text(origin.tree, variant))
    assert [f.message.en for f in reading.findings] == []
    assert differences(reading) == told
