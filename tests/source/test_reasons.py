"""Why a file cannot be read or written, in the language that is spoken."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from procmap.errors import CannotRead, CannotWrite
from procmap.source.reasons import reason
from procmap.source.save import save
from procmap.source.source import load

IN_THE_WAY = {
    errno.EACCES: ("du har inte behörighet till den", "you do not have permission"),
    errno.EPERM: ("du har inte behörighet till den", "you do not have permission"),
    errno.ENOSPC: ("disken är full", "the disk is full"),
    errno.EROFS: ("disken går bara att läsa från", "the disk can only be read"),
    errno.EBUSY: ("något annat program använder den", "another program is using it"),
}


@pytest.mark.parametrize(("number", "said"), IN_THE_WAY.items())
def test_what_the_system_says_in_english_alone(number: int, said: tuple[str, str]) -> None:
    words = reason(OSError(number, os.strerror(number), "karta.yaml"))
    assert (words.sv, words.en) == said


@pytest.mark.parametrize("error", [OSError(errno.ENOTRECOVERABLE, "State {not} recoverable"), ValueError("{x}")])
def test_what_is_rare_stays_as_the_system_says_it(error: Exception) -> None:
    said = getattr(error, "strerror", None) or str(error)
    assert [reason(error)(language) for language in ("sv", "en")] == [said, said]


def test_of_files(tmp_path: Path) -> None:
    (tmp_path / "fil.yaml").write_text("process: P\n", encoding="utf-8")
    with pytest.raises(CannotRead) as unread:
        load(tmp_path / "fil.yaml" / "karta.yaml")
    assert unread.value.text.sv.endswith("går inte att läsa: en del av sökvägen är en fil, ingen mapp")
    with pytest.raises(CannotRead) as unread:
        load(tmp_path / "a\0b")
    assert unread.value.text.sv.endswith("går inte att läsa: inget filnamn kan ha ett nolltecken")
    with pytest.raises(CannotWrite) as unwritten:
        save(tmp_path / ("x" * 300 + ".yaml"), b"")
    assert unwritten.value.text.sv.endswith("går inte att skriva: namnet är för långt")
    with pytest.raises(CannotWrite) as unwritten:
        save(tmp_path / "fil.yaml", b"", replace=False)
    assert unwritten.value.text.sv.endswith("går inte att skriva: den finns redan")
    (tmp_path / "fil.yaml").chmod(0o444)
    with pytest.raises(CannotWrite) as unwritten:
        save(tmp_path / "fil.yaml", b"")
    assert unwritten.value.text.sv.endswith("går inte att skriva: du har inte behörighet till den")
    assert (tmp_path / "fil.yaml").read_text(encoding="utf-8") == "process: P\n"
    for below in (tmp_path / "fil.yaml" / "karta.svg", tmp_path / "fil.yaml" / "mapp" / "karta.svg"):
        with pytest.raises(CannotWrite) as unwritten:
            save(below, b"")
        assert unwritten.value.text.sv.endswith("går inte att skriva: en del av sökvägen är en fil, ingen mapp")
