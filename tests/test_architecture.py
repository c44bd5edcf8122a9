"""Which way imports point.

Every import is read with ``ast``, those inside functions and under TYPE_CHECKING included: a cycle that is opened late
is a cycle all the same. The first tests prove on tiny modules that each fault is seen; the last hold procmap to it.
"""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Literal

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "procmap"

LINE = """
    cli ▸ procmap ▸ report | dialogue | draw | write ▸ checks | layout | describe ▸ verify ▸ graph | read ▸ source
    ▸ model | finding ▸ ref | geometry ▸ terms ▸ text | errors | facade | collector
"""
"""Imports point from left to right; those parted by ``|`` never import each other. ``procmap`` is the façade itself,
``facade`` the tool that lets rooms be called by their own name, ``collector`` keeps that of garbage away; neither knows
any room."""
RANK = {room: rank for rank, rooms in enumerate(LINE.split("▸")) for room in rooms.replace("|", " ").split()}

DOORS = {
    ("procmap.model.doors", "procmap.graph.networkx_graph", "function"),
    ("procmap.model.doors", "procmap.draw.notebook", "function"),
}
"""The imports that run back, because users expect a method on the object itself. There is no third."""
NAMED = {
    ("procmap.model.doors", "procmap.model.process", "type"),  # what the doors are opened with
    ("procmap.errors", "procmap.text", "type"),  # an exception carries words, and words need no exceptions
}
"""Imports for the name of a type alone, that would else be a cycle or join two siblings."""

HEAVY = {"docx", "fontTools", "graphviz", "jsonschema", "lxml", "networkx", "openpyxl", "pptx", "pydantic"}
HEAVY |= {"resvg_py", "typst", "watchfiles"}
"""Imported when something needs them, never at module level."""
BAD_NAMES = {"apply", "common", "core", "helper", "helpers", "manager", "managers", "misc", "util", "utils"}
WALKERS = {"cli", "procmap", "checks", "facade"}
"""Who may import by a name made up as they go: commands, the façade, checks found by walking their folder. What rooms
hand to ``callable_package`` is read as their own import."""

When = Literal["module", "function", "type"]
Modules = dict[str, str]
"""The source of each module by its dotted name, a package under the name of its folder."""


@dataclass(frozen=True, slots=True)
class Import:
    """One import: at module level, inside a function, or under TYPE_CHECKING."""

    source: str
    target: str
    when: When
    line: int

    @property
    def key(self) -> tuple[str, str, str]:
        return self.source, self.target, self.when


def imports(name: str, modules: Modules) -> Iterator[Import]:
    """Every import in a module, of the module that is meant: ``from a import b`` is ``a.b`` where that is a module."""
    is_package = any(other.startswith(f"{name}.") for other in modules)
    above = (name if is_package else name.rpartition(".")[0]).split(".")

    def visit(node: ast.AST, when: When) -> Iterator[Import]:
        match node:
            case ast.Import(names=names):
                yield from (Import(name, alias.name, when, node.lineno) for alias in names)
            case ast.ImportFrom(module=module, names=names, level=level):
                start = above[: len(above) - level + 1] if level else []
                base = ".".join([*start, module] if module else start)
                for alias in names:
                    whole = f"{base}.{alias.name}"
                    yield Import(name, whole if whole in modules else base, when, node.lineno)
            case ast.Call(func=func, args=[first, *_]) if ast.unparse(func).endswith(("import_module", "__import__")):
                yield Import(name, constant(first), when, node.lineno)
            case ast.Call(func=func, args=[_, target, _]) if ast.unparse(func).endswith("callable_package"):
                yield Import(name, constant(target), "function", node.lineno)
            case ast.If(test=test) if ast.unparse(test).endswith("TYPE_CHECKING"):
                for child in node.body:
                    yield from visit(child, "type")
                for child in node.orelse:
                    yield from visit(child, when)
                return
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.Lambda():
                when = "function"
        for child in ast.iter_child_nodes(node):
            yield from visit(child, when)

    yield from visit(ast.parse(modules[name]), "module")


def constant(expression: ast.expr) -> str:
    """The text that is written there, ``?`` where it is made up as the program goes."""
    return str(expression.value) if isinstance(expression, ast.Constant) else "?"


def room(module: str) -> str:
    """The room a module stands in; ``procmap`` for the façade. __main__ is the door of the command line."""
    second = module.split(".")[1] if "." in module else module
    return "cli" if second == "__main__" else second


def faults(modules: Modules) -> Iterator[str]:
    """All that is wrong with the modules."""
    arrows = [arrow for name in modules for arrow in imports(name, modules)]
    for arrow in arrows:
        yield from (f"{arrow.source}:{arrow.line} imports {arrow.target}: {fault}" for fault in judge(arrow))
    yield from cycle(arrows)
    for name in modules:
        if BAD_NAMES & set(name.split(".")):
            yield f"{name} says nothing by its name"
        if room(name) not in RANK:
            yield f"{name} stands in no room"


def judge(arrow: Import) -> Iterator[str]:
    """What is wrong with one import, seen by itself."""
    source, target, package = room(arrow.source), room(arrow.target), arrow.target.split(".")[0]
    if package in HEAVY and arrow.when == "module":
        yield "heavy, and everybody pays"
    if arrow.target == "?" and source not in WALKERS:
        yield "cannot be read off"
    if package != "procmap" or source == target or source not in RANK or arrow.key in DOORS | NAMED:
        return
    if target not in RANK:
        yield "stands in no room"
    elif RANK[target] < RANK[source]:
        yield "runs back"
    elif RANK[target] == RANK[source]:
        yield "a sibling"


def cycle(arrows: list[Import]) -> Iterator[str]:
    """One cycle of imports between modules, if there is any, the doors aside."""
    graph = TopologicalSorter[str]()
    for arrow in arrows:
        if arrow.key not in DOORS | NAMED:
            graph.add(arrow.source, arrow.target)
    try:
        graph.prepare()
    except CycleError as error:
        yield f"a cycle: {' → '.join(reversed(error.args[1]))}"


FAULTY = {
    "an arrow that runs back": ("model.a", "from procmap.graph.flow import adjacency", "runs back"),
    "inside a function": ("model.a", "def f():\n    import procmap.draw.engine", "runs back"),
    "for a type": ("source.a", "if TYPE_CHECKING:\n    from procmap.read.reading import Reading", "runs back"),
    "relative": ("model.a", "from ..graph import flow", "runs back"),
    "by its name": ("model.a", "importlib.import_module('procmap.graph.flow')", "runs back"),
    "by a name that is made up": ("model.a", "importlib.import_module(name)", "cannot be read off"),
    "by being called": ("read", "callable_package(__name__, 'procmap.draw.engine', 'draw')", "runs back"),
    "the façade from below": ("report.a", "import procmap", "runs back"),
    "the command line from the façade": ("", "def main():\n    from procmap.cli.main import main", "runs back"),
    "a third door": ("model.doors", "def svg(process):\n    from procmap.draw.flow import svg", "runs back"),
    "a door left open": ("model.doors", "from procmap.draw.notebook import mimebundle", "runs back"),
    "report and draw": ("report.a", "from procmap.draw import engine", "a sibling"),
    "write and dialogue": ("write.a", "from procmap.dialogue.agenda import x", "a sibling"),
    "checks and layout": ("checks.a", "from procmap.layout.text_width import x", "a sibling"),
    "describe and checks": ("describe.a", "from procmap.checks.engine import x", "a sibling"),
    "graph and read": ("graph.a", "from procmap.read.reading import Reading", "a sibling"),
    "finding and model": ("finding", "from procmap.model.label import Label", "a sibling"),
    "geometry and ref": ("geometry", "from procmap.ref import Ref", "a sibling"),
    "errors and text": ("errors", "from procmap.text import Text", "a sibling"),
    "text and errors, for a type": ("text", "if TYPE_CHECKING:\n    from procmap.errors import E", "a sibling"),
    "a room nobody has heard of": ("attic.a", "", "stands in no room"),
    "an import of such a room": ("checks.a", "from procmap.attic.a import x", "stands in no room"),
    "networkx": ("graph.a", "import networkx as nx", "everybody pays"),
    "pydantic in a class": ("model.a", "class A:\n    from pydantic import BaseModel", "everybody pays"),
    "lxml where it is tried": ("read.a", "try:\n    from lxml import etree\nexcept E: pass", "everybody pays"),
    "graphviz otherwise": ("draw.a", "if TYPE_CHECKING:\n    pass\nelse:\n    import graphviz", "everybody pays"),
    "an empty name": ("graph.utils", "", "says nothing"),
    "an empty name of a folder": ("graph.core.flow", "", "says nothing"),
}

FAULTLESS = {
    "left to right": ("checks.a", "from procmap.graph.flow import adjacency\nfrom procmap.text import Text"),
    "within a room": ("checks.labels.a", "from procmap.checks.engine import Check"),
    "the first door": ("model.doors", "def f():\n    from procmap.graph.networkx_graph import networkx_graph"),
    "the second door": ("model.doors", "def f():\n    from procmap.draw.notebook import mimebundle"),
    "the words of an exception": ("errors", "if TYPE_CHECKING:\n    from procmap.text import Text"),
    "networkx inside a function": ("graph.a", "def f():\n    import networkx"),
    "networkx for a type": ("graph.a", "if TYPE_CHECKING:\n    import networkx"),
    "the façade from the command line": ("cli.a", "import procmap"),
    "the command line from its door": ("__main__", "from procmap.cli.main import main"),
    "a room that is called": ("read", "callable_package(__name__, 'procmap.read.reading', 'read')"),
    "checks found by walking": ("checks.catalogue", "import_module(name)"),
}

CYCLES = {
    "two modules": {"read.a": "import procmap.read.b", "read.b": "import procmap.read.a"},
    "opened late": {"read.a": "from procmap.read import b", "read.b": "def f():\n    from procmap.read.a import x"},
    "for a type": {"read.a": "from . import b", "read.b": "if TYPE_CHECKING:\n    from .a import A"},
    "through the package": {
        "read": "from procmap.read.a import x",
        "read.a": "from procmap.read.b import x",
        "read.b": "from procmap.read import x",
    },
}


def package(modules: Modules) -> Modules:
    """Modules under procmap, beside two that the cases point at."""
    around = {"graph": "", "graph.flow": "", "draw": "", "draw.engine": ""}
    return {f"procmap.{name}".rstrip("."): source for name, source in (around | modules).items()}


@pytest.mark.parametrize(("name", "source", "said"), FAULTY.values(), ids=FAULTY)
def test_sees_the_fault(name: str, source: str, said: str) -> None:
    [found] = faults(package({name: source}))
    assert found.endswith((said, f"{said} by its name"))


@pytest.mark.parametrize(("name", "source"), FAULTLESS.values(), ids=FAULTLESS)
def test_is_silent_where_nothing_is_wrong(name: str, source: str) -> None:
    assert list(faults(package({name: source}))) == []


@pytest.mark.parametrize("modules", CYCLES.values(), ids=CYCLES)
def test_sees_the_cycle(modules: Modules) -> None:
    [found] = faults(package(modules))
    assert found.startswith("a cycle: ")
    assert "procmap.read.a → procmap.read.b" in found


def read_package() -> Modules:
    """The modules of procmap."""
    modules = {}
    for file in sorted(PACKAGE.rglob("*.py")):
        parts = ["procmap", *file.relative_to(PACKAGE).with_suffix("").parts]
        modules[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = file.read_text(encoding="utf-8")
    return modules


MODULES = read_package()


def test_procmap_has_no_fault() -> None:
    assert list(faults(MODULES)) == []


def test_every_door_leads_somewhere() -> None:
    assert {arrow.key for name in MODULES for arrow in imports(name, MODULES)} >= DOORS | NAMED
    assert {target for _, target, _ in DOORS} <= MODULES.keys()


@pytest.mark.parametrize("name", MODULES)
def test_can_be_imported(name: str) -> None:
    """A text that lacks a language, or whose placeholders differ, does not import."""
    importlib.import_module(name)
