"""How a run ends when something comes between."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

PROGRAM = [sys.executable, "-m", "procmap"]


def test_ctrl_c_ends_with_130_and_a_word() -> None:
    pipe = subprocess.PIPE
    with subprocess.Popen([*PROGRAM, "check", "-"], stdin=pipe, stderr=pipe, text=True) as waiting:
        time.sleep(1.5)
        waiting.send_signal(signal.SIGINT)
        _, said = waiting.communicate(timeout=20)
    assert waiting.returncode == 130
    assert "Traceback" not in said
    assert said.strip() in ("procmap: Avbrutet.", "")


STOPPED = """\
import runpy, sys
class Impatient:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            raise KeyboardInterrupt
sys.meta_path.insert(0, Impatient())
sys.argv = ["procmap", "check", "karta.yaml"]
runpy.run_module("procmap", run_name="__main__")
"""


@pytest.mark.parametrize("module", ["procmap.cli.main", "click", "procmap.cli.session", "procmap.cli.check", "yaml"])
def test_ctrl_c_while_it_starts(module: str) -> None:
    code = STOPPED.format(module=module)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 130
    assert done.stderr.strip() in ("procmap: Avbrutet.", "")


def test_a_full_disk_is_said(folder: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("there is no /dev/full here")
    with full.open("w") as out:
        done = subprocess.run([*PROGRAM, "checks"], stdout=out, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("procmap: Det gick inte: disken är full")
    assert done.stderr.count("\n") == 1


def test_what_the_system_would_not_do_names_the_file(folder: Path) -> None:
    path = "a" * 300
    done = subprocess.run([*PROGRAM, "check", path], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == f"procmap: Det gick inte med {path}: namnet är för långt\n"


def test_whoever_stands_in_a_folder_that_is_gone_is_told(folder: Path) -> None:
    gone = folder / "borta"
    gone.mkdir()
    code = (
        f"import os, runpy, sys; os.chdir({str(gone)!r}); os.rmdir({str(gone)!r}); sys.argv = ['procmap', 'check', '.']"
    )
    code += "; runpy.run_module('procmap', run_name='__main__')"
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, env=env)
    assert done.returncode == 2
    assert done.stderr == "procmap: Mappen som du står i finns inte längre.\n"


def on_terminal(*arguments: str, env: dict[str, str] | None = None) -> bytes:
    """All that a terminal is sent."""
    ours, theirs = pty.openpty()
    wishes = {**os.environ, "TERM": "xterm", **(env or {})}
    command = [*PROGRAM, *arguments]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=wishes) as running:
        os.close(theirs)
        said = b""
        while select.select([ours], [], [], 60)[0]:
            try:
                data = os.read(ours, 65536)
            except OSError:  # how Linux says that the other end is closed
                break
            if not data:
                break
            said += data
        running.wait(60)
    os.close(ours)
    return said


def test_a_terminal_gets_colours_unless_it_declines() -> None:
    assert b"\x1b[36m" in on_terminal("check", "karta.yaml")
    assert b"\x1b" not in on_terminal("check", "karta.yaml", env={"NO_COLOR": "1"})
    assert b"\x1b" not in on_terminal("check", "karta.yaml", env={"TERM": "dumb"})


SLOW = """\
import time
import procmap.read.reading as reading
read = reading.read
def slow(*paths, progress, **more):
    progress("\\x1b[2J" + paths[0])
    time.sleep(1.6)
    return read(*paths)
reading.read = slow
"""


def test_long_work_shows_one_line_and_wipes_it(folder: Path) -> None:
    (folder / "sitecustomize.py").write_text(SLOW, encoding="utf-8")
    path = os.pathsep.join([str(folder), str(Path(__file__).parents[2])])
    said = on_terminal("check", "karta.yaml", env={"PYTHONPATH": path, "NO_COLOR": "1"}).decode()
    wipe = f"\r{79 * ' '}\r"
    line = f"{wipe}Läser (1 s) ␛[2Jkarta.yaml"
    assert said.startswith(line)
    rest = said.removeprefix(line)
    assert rest.startswith(wipe)
    assert "Läser" not in rest
    (folder / "sitecustomize.py").write_text(SLOW.replace("paths[0])", "paths[0], 5, 10)"), encoding="utf-8")
    said = on_terminal("check", "karta.yaml", env={"PYTHONPATH": path, "NO_COLOR": "1"}).decode()
    assert said.startswith(f"{wipe}Läser [############............] 5 av 10 ␛[2Jkarta.yaml{wipe}")
    wishes = {**os.environ, "PYTHONPATH": path}
    quiet = subprocess.run([*PROGRAM, "check", "karta.yaml"], capture_output=True, env=wishes, check=False)
    assert quiet.stderr == b""


def test_the_program_looks_seldom_for_garbage() -> None:
    """What is made is kept: to look through it again and again costs a third of the time of a large file."""
    code = (
        "import gc, sys\nsys.argv = ['procmap', '--version']\nfrom procmap.__main__ import main\n"
        "try:\n    main()\nexcept SystemExit:\n    print(gc.get_threshold()[0])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert int(done.stdout.splitlines()[-1]) >= 100_000
