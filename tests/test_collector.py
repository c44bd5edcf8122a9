"""The collector of garbage is as it was before, whatever happened while it was kept away."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

import procmap
from procmap.collector import uncollected


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """The collector on, for the test and after it."""
    gc.enable()
    yield
    gc.enable()


def read(folder: Path) -> None:
    procmap.read(folder / "karta.yaml")


def read_nothing(folder: Path) -> None:
    with pytest.raises(procmap.ProcmapError):
        procmap.read(folder / "borta.yaml")


def check(folder: Path) -> None:
    procmap.check(procmap.read(folder / "karta.yaml").map)


def check_for_nothing(folder: Path) -> None:
    with pytest.raises(procmap.ProcmapError):
        procmap.check(procmap.read(folder / "karta.yaml").map, packs=["hr"])


def prove(folder: Path) -> None:
    procmap.verify(procmap.read(folder / "karta.yaml").map.processes[0])


@pytest.mark.parametrize("is_on", [True, False], ids=["on", "off"])
@pytest.mark.parametrize("work", [read, read_nothing, check, check_for_nothing, prove])
def test_is_as_it_was(work: Callable[[Path], None], is_on: bool, tmp_path: Path) -> None:
    (tmp_path / "karta.yaml").write_text("process: A\nflow:\n  - Handläggare: Granska\n", encoding="utf-8")
    if not is_on:
        gc.disable()
    work(tmp_path)
    assert gc.isenabled() is is_on


def test_is_away_only_within() -> None:
    with uncollected():
        assert not gc.isenabled()
        with uncollected():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_is_on_when_the_last_of_several_threads_is_done() -> None:
    met = Barrier(4)

    def work(number: int) -> None:
        met.wait()
        for _ in range(number + 1):
            with uncollected():
                pass

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(work, range(4)))
    assert gc.isenabled()
