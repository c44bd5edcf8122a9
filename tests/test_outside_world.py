"""Who may touch the world outside: print, exit, ask the clock, read the environment, run a program, write a file.

Read with ``ast``, so that a line that no test happens to reach counts too. The first tests prove on small sources that
each deed is seen; the last holds procmap to it.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "procmap"

DEEDS = {
    "prints": "builtins.print builtins.input click.echo click.secho sys.stdout sys.stderr sys.stdin",
    "exits": "builtins.exit builtins.quit builtins.SystemExit sys.exit os._exit",
    "asks the clock": "time datetime.date.today datetime.datetime.now datetime.datetime.today datetime.datetime.utcnow",
    "reads the environment": "os.environ os.environb os.getenv os.getcwd os.get_terminal_size os.path.expanduser "
    "pathlib.Path.cwd pathlib.Path.home shutil.get_terminal_size sys.argv getpass platform",
    "runs a program": "subprocess os.system os.popen shutil.which sysconfig multiprocessing concurrent.futures",
    "writes a file": "tempfile os.fdopen os.mkdir os.makedirs os.remove os.rename os.replace os.rmdir os.truncate "
    "os.unlink os.write shutil.copy shutil.copy2 shutil.copyfile shutil.copytree shutil.move shutil.rmtree",
    "uses the network": "socket ssl urllib.request http ftplib smtplib requests httpx",
    "asks the locale": "locale",
    "rolls dice": "random secrets uuid",
    "executes what it is given": "builtins.eval builtins.exec pickle marshal shelve yaml.load yaml.load_all "
    "yaml.unsafe_load yaml.unsafe_load_all",
}
"""What each deed looks like in the source, by the name that holds outside of the module."""
WRITING_METHODS = {"write_text", "write_bytes", "mkdir", "rmdir", "rename", "touch", "unlink", "chmod"}
WRITING_METHODS |= {"symlink_to", "hardlink_to"}

ALLOWED = {
    "cli": {"prints", "exits", "asks the clock", "reads the environment", "runs a program"},
    "__main__.py": {"prints", "exits", "asks the clock", "reads the environment"},
    "draw/engine.py": {"runs a program"},
    "source/save.py": {"writes a file"},
}
"""Who may do what, by file or room; nobody else, and the last four of the deeds nobody at all."""


def deeds(source: str) -> Iterator[tuple[str, int]]:
    """Every deed in a source, with its line."""
    tree = ast.parse(source)
    for name, line in names(tree):
        for deed, meant in DEEDS.items():
            if any(f"{name}.".startswith(f"{one}.") for one in meant.split()):
                yield deed, line
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and writes(node):
            yield "writes a file", node.lineno


def names(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Every name that comes from outside, as it is called there (``datetime.date.today``), with its line."""
    outside, own = {}, set()
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=aliases):
                for alias in aliases:
                    first = alias.name.partition(".")[0]
                    outside[alias.asname or first] = alias.name if alias.asname else first
                    yield alias.name, node.lineno
            case ast.ImportFrom(module=str(module), names=aliases, level=0):
                for alias in aliases:
                    outside[alias.asname or alias.name] = f"{module}.{alias.name}"
                    yield f"{module}.{alias.name}", node.lineno
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.arg(arg=name):
                own.add(name)
            case ast.Name(id=name, ctx=ast.Store()):
                own.add(name)
    for node in ast.walk(tree):
        if isinstance(node, ast.Name | ast.Attribute):
            first, dot, rest = ast.unparse(node).partition(".")
            if first in outside:
                yield f"{outside[first]}{dot}{rest}", node.lineno
            elif hasattr(builtins, first) and first not in own:
                yield f"builtins.{first}{dot}{rest}", node.lineno


def writes(call: ast.Call) -> bool:
    """Whether a call opens a file for writing, or writes, moves or removes a path."""
    match call:
        case ast.Call(func=ast.Name(id="open")):
            return mode_writes(call.args[1:2], call.keywords)
        case ast.Call(func=ast.Attribute(attr="open")):  # path.open("w"), io.open(path, "w")
            return mode_writes(call.args[:2], call.keywords)
        case ast.Call(func=ast.Attribute(attr="replace"), args=[only], keywords=[]):  # of a path: a string takes two
            return not isinstance(only, ast.Starred)
        case ast.Call(func=ast.Attribute(attr=method)):
            return method in WRITING_METHODS
    return False


def mode_writes(arguments: list[ast.expr], keywords: list[ast.keyword]) -> bool:
    """Whether a mode among the arguments writes; one that cannot be read off is taken to."""
    if any(word.arg == "mode" and not isinstance(word.value, ast.Constant) for word in keywords):
        return True
    values = [*arguments, *(word.value for word in keywords if word.arg == "mode")]
    modes = [str(value.value) for value in values if isinstance(value, ast.Constant)]
    return any(set(mode) <= set("rwaxbt+") and set(mode) & set("wax+") for mode in modes)


CASES = {
    "print('hej')": {"prints"},
    "import sys\nsys.stdout.write('hej')": {"prints"},
    "from click import echo as say\nsay('hej')": {"prints"},
    "import sys\ndef f(): sys.exit(2)": {"exits"},
    "raise SystemExit(2)": {"exits"},
    "from datetime import date\ntoday = date.today()": {"asks the clock"},
    "import datetime as dt\nnow = dt.datetime.now()": {"asks the clock"},
    "import time\nbegan = time.monotonic()": {"asks the clock"},
    "from time import time\nbegan = time()": {"asks the clock"},
    "import os\nengine = os.environ['DOT']": {"reads the environment"},
    "from pathlib import Path\nPath.cwd()": {"reads the environment"},
    "import subprocess": {"runs a program"},
    "def f():\n    from shutil import which": {"runs a program"},
    "open(path, 'w')": {"writes a file"},
    "open(path, mode=mode)": {"writes a file"},
    "path.open('ab')": {"writes a file"},
    "path.write_text(words)": {"writes a file"},
    "path.write_bytes(data)": {"writes a file"},
    "path.replace(other)": {"writes a file"},
    "import os\nos.replace(a, b)": {"writes a file"},
    "import tempfile": {"writes a file"},
    "from urllib.request import urlopen": {"uses the network"},
    "import locale": {"asks the locale"},
    "import uuid": {"rolls dice"},
    "eval(rule)": {"executes what it is given"},
    "import yaml\nyaml.load(text, Loader=loader)": {"executes what it is given"},
    "from datetime import date, time\ndate.fromisoformat('2026-11-01')\ntime(10, 30)": set(),
    "from urllib.parse import quote": set(),
    "open(path)\nopen(path, 'rb')\npath.open()\npath.open('r')\npath.read_bytes()": set(),
    "words.replace('a', 'b')\nreplace(item, a=1)\nday.replace(year=2027)": set(),
    "def exit(node): ...\nexit(1)": set(),
    "def f(input, time): return input(time.print)": set(),
}


@pytest.mark.parametrize(("source", "done"), CASES.items())
def test_sees_the_deed(source: str, done: set[str]) -> None:
    assert {deed for deed, _ in deeds(source)} == done


FILES = {file.relative_to(PACKAGE).as_posix(): file for file in sorted(PACKAGE.rglob("*.py"))}


@pytest.mark.parametrize("name", FILES)
def test_touches_only_what_is_its_business(name: str) -> None:
    allowed = ALLOWED.get(name, set()) | ALLOWED.get(name.split("/")[0], set())
    done = sorted(set(deeds(FILES[name].read_text(encoding="utf-8"))))
    assert [f"{name}:{line} {deed}" for deed, line in done if deed not in allowed] == []


def test_whoever_may_is_there() -> None:
    assert ALLOWED.keys() <= FILES.keys() | {name.split("/")[0] for name in FILES}
