"""What has changed is written into a file as it was saved."""

from __future__ import annotations

import pytest

from procmap.model.evolve import evolve
from procmap.read.reading import read_text
from procmap.write.write import write

TEXT = "process: Bygglov\nflow:\n  - Handläggare: Granska\n---\nprocess: Rivningslov\nflow:\n  - Registrator: Diarieför\n"
SAVED = {
    "UTF-8": (TEXT.encode(), "utf-8"),
    "UTF-8 with its mark": (TEXT.encode("utf-8-sig"), "utf-8-sig"),
    "UTF-16": (TEXT.encode("utf-16"), "utf-16"),
    "UTF-16 without its mark": (TEXT.encode("utf-16-le"), "utf-16-le"),
    "Windows-1252, which becomes UTF-8": (TEXT.encode("cp1252"), "utf-8"),
    "lines that end as on Windows": (TEXT.replace("\n", "\r\n").encode(), "utf-8"),
    "lines that end as on an old Mac": (TEXT.replace("\n", "\r").encode(), "utf-8"),
}


@pytest.mark.parametrize("saved", SAVED)
def test_a_file_stays_as_it_was_saved(saved: str) -> None:
    data, encoding = SAVED[saved]
    reading = read_text(data, "karta.yaml")
    assert write(reading, "karta.yaml") == data
    changed = evolve(reading.map, "rivningslov/diariefor", why="Allmän handling")
    written = write(reading, "karta.yaml", changed)
    assert written.decode(encoding).replace("\r\n", "\n").replace("\r", "\n").startswith(TEXT.partition("---")[0])
    ending = next(each for each in ("\r\n", "\r", "\n") if each in data.decode(encoding if saved[:3] == "UTF" else "cp1252"))
    assert written.decode(encoding).count(ending) == written.decode(encoding).replace("\r\n", "\n").replace("\r", "\n").count("\n")
    again = read_text(written, "karta.yaml")
    assert not again.findings
    assert again.map == changed
