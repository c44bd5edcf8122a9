"""``procmap draw`` from the outside: where the pictures go."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from procmap.cli import draw, targets
from procmap.draw import draw as drawing

Run = Callable[..., Result]

SEVERAL = """\
process: Bygglov
flow:
  - Registrator: Registrera
  - subprocess: Beredning
    flow:
      - Handläggare: Granska
---
process: Tillsyn
flow:
  - Inspektör: Besöka
"""


@pytest.fixture(autouse=True)
def several(folder: Path) -> None:
    (folder / "flera.yaml").write_text(SEVERAL, encoding="utf-8")
    for name in ("mapp", "en"):
        (folder / name).mkdir()
    (folder / "en" / "karta.yaml").write_bytes((folder / "karta.yaml").read_bytes())


PLACES = {
    "beside the file": (["karta.yaml"], ["karta.svg"]),
    "beside the file as DOT": (["karta.yaml", "--format", "dot"], ["karta.dot"]),
    "in a file": (["karta.yaml", "-o", "bild.SVG"], ["bild.SVG"]),
    "in a file as DOT": (["karta.yaml", "-o", "mapp/bild.dot"], ["mapp/bild.dot"]),
    "in a folder that is there": (["karta.yaml", "-o", "mapp"], ["mapp/livsmedelsregistrering.svg"]),
    "in a folder to be made": (["karta.yaml", "-o", "ny/"], ["ny/livsmedelsregistrering.svg"]),
    "several in a folder": (["flera.yaml", "-o", "ny/"], ["ny/bygglov.svg", "ny/tillsyn.svg"]),
    "several where only a folder can be meant": (["flera.yaml", "-o", "ny"], ["ny/bygglov.svg", "ny/tillsyn.svg"]),
    "a folder of one": (["en", "-o", "mapp/ny"], ["mapp/ny/livsmedelsregistrering.svg"]),
    "two files": (["karta.yaml", "en/karta.yaml", "-o", "ny", "--format", "dot"],
                  ["ny/livsmedelsregistrering-2.dot", "ny/livsmedelsregistrering.dot"]),
    "one of several": (["flera.yaml", "--only", "tillsyn"], ["flera-tillsyn.svg"]),
    "a subprocess": (["flera.yaml", "--only", "bygglov/beredning", "-o", "b.svg"], ["b.svg"]),
    "a subprocess in a folder": (["flera.yaml", "--only", "beredning", "-o", "ny/"], ["ny/beredning.svg"]),
    "one id twice": (["karta.yaml", "flera.yaml", "trasig.yaml", "-o", "ny/", "--format", "dot"],
                     ["ny/bygglov-2.dot", "ny/bygglov.dot", "ny/livsmedelsregistrering.dot", "ny/tillsyn.dot"]),
}  # fmt: skip


@pytest.mark.parametrize(("arguments", "made"), PLACES.values(), ids=PLACES)
def test_where_pictures_go(arguments: list[str], made: list[str], run: Run, folder: Path) -> None:
    before = set(folder.rglob("*"))
    result = run("draw", *arguments)
    assert result.exit_code == 0
    new = sorted(path for path in set(folder.rglob("*")) - before if path.is_file())
    assert [path.relative_to(folder).as_posix() for path in new] == made
    assert sorted(result.stdout.splitlines()) == [f"Ritade {path}" for path in made]
    for path in new:
        if path.suffix.lower() == ".svg":
            assert ET.fromstring(path.read_bytes()).tag == "{http://www.w3.org/2000/svg}svg"
        else:
            assert "digraph" in path.read_text(encoding="utf-8")


def test_a_whole_folder_is_one_map(run: Run, folder: Path) -> None:
    assert run("draw", ".", "-o", "ny/").exit_code == 0
    assert len(list((folder / "ny").iterdir())) == 5


def test_standard_output_holds_the_picture_alone(run: Run, folder: Path) -> None:
    result = run("draw", "karta.yaml", "-o", "-")
    assert ET.fromstring(result.stdout_bytes).tag.endswith("svg")
    assert run("draw", "-", "-o", "-", input=(folder / "karta.yaml").read_bytes()).stdout == result.stdout
    assert "digraph" in run("draw", "karta.yaml", "-o", "-", "--format", "dot").stdout
    assert not (folder / "karta.svg").exists()


WRONG = {
    "several into one file": (["flera.yaml", "-o", "b.svg"], "bygglov, tillsyn"),
    "several into a file without a suffix": (["flera.yaml", "-o", "Makefile"], "bygglov, tillsyn"),
    "several into another kind of file": (["flera.yaml", "-o", "b.pdf"], "bygglov, tillsyn"),
    "several beside their file": (["flera.yaml"], "bygglov, tillsyn"),
    "several on standard output": (["flera.yaml", "-o", "-"], "bygglov, tillsyn"),
    "no place": (["mapp", "karta.yaml"], "-o"),
    "no place for standard input": (["-"], "-o"),
    "no such suffix": (["karta.yaml", "-o", "b.png"], "b.png"),
    "no suffix": (["karta.yaml", "-o", "bild"], "bild"),
    "two formats": (["karta.yaml", "-o", "b.svg", "--format", "dot"], "--format dot"),
    "no such process": (["karta.yaml", "--only", "../../annat"], "../../annat"),
    "no such view": (["karta.yaml", "--view", "karta"], "flow"),
    "no map": (["mapp", "-o", "ny/"], "procmap init"),
    "no process": (["katalog.yaml"], "katalog.yaml"),
    "no file": (["borta.yaml"], "borta.yaml"),
    "no folder for the file": (["karta.yaml", "-o", "ny/djup/b.svg"], "-o ny/djup/"),
    "a file for a folder": (["karta.yaml", "-o", "trasig.yaml/b.svg"], "trasig.yaml"),
}


def test_a_file_that_cannot_be_read_is_said_to_be_so(run: Run, folder: Path) -> None:
    """Not to hold nothing: nobody knows what is in it."""
    (folder / "av.bpmn").write_bytes(b'<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p')
    result = run("draw", "av.bpmn")
    assert result.exit_code == 2
    assert "av.bpmn gick inte att läsa" in result.stderr and "procmap check av.bpmn" in result.stderr
    assert not (folder / "av.svg").exists()


@pytest.mark.parametrize(("arguments", "said"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_drawn_leaves_nothing_behind(arguments: list[str], said: str, run: Run, folder: Path) -> None:
    (folder / "Makefile").write_text("alla:\n", encoding="utf-8")
    (folder / "katalog.yaml").write_text("catalogue: Gemensamt\nlanes:\n  a: A\n", encoding="utf-8")
    before = set(folder.rglob("*"))
    for language in ("sv", "en"):
        result = run("draw", *arguments, "--lang", language, input=(folder / "karta.yaml").read_bytes())
        assert (result.exit_code, result.stdout) == (2, "")
        assert said in result.stderr
        assert result.stderr.count("\n") == 1
    assert set(folder.rglob("*")) == before


def test_a_map_with_faults_is_drawn_all_the_same(run: Run, folder: Path) -> None:
    result = run("draw", "trasig.yaml")
    assert result.exit_code == 0
    assert (folder / "trasig.svg").exists()
    assert result.stderr == "procmap: Ritat så långt det går. Det finns något att rätta: procmap check trasig.yaml\n"
    assert run("draw", "karta.yaml").stderr == ""


def test_a_picture_that_is_too_large_for_anything_better_says_so(run: Run, folder: Path) -> None:
    steps = "".join(f"  - A: Steg {number}\n" for number in range(3100))
    (folder / "lang.yaml").write_text(f"process: Lång\nflow:\n{steps}", encoding="utf-8")
    for language, words in (("sv", "lang.svg är så stor att allt bara är lagt i rader"), ("en", "lang.svg is so large")):
        result = run("draw", "lang.yaml", "--lang", language)
        assert result.exit_code == 0
        assert result.stderr.count("\n") == 1
        assert words in result.stderr


def test_badges_show_what_check_finds(run: Run, folder: Path) -> None:
    plain = run("draw", "karta.yaml", "-o", "-").stdout
    badges = run("draw", "karta.yaml", "-o", "-", "--badges").stdout
    assert badges != plain
    assert "Att prata om" in badges
    assert "To talk about" in run("draw", "karta.yaml", "-o", "-", "--badges", "--lang", "en").stdout


def test_without_graphviz_it_says_what_to_install(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("procmap.draw.engine.find_engine", lambda: None)
    result = run("draw", "karta.yaml")
    assert (result.exit_code, result.stdout) == (2, "")
    assert 'pip install "procmap[dot]"' in result.stderr


def test_help_names_what_can_be_drawn() -> None:
    assert draw.VIEWS == drawing.VIEWS
    assert targets.FORMATS == drawing.FORMATS


BPMN = Path(__file__).parents[1] / "draw" / "bpmn" / "staende.bpmn"
BPMN_PLACES = {
    "beside the file": (["a.bpmn"], ["a.svg"]),
    "in a file": (["a.bpmn", "-o", "b.svg", "--view", "flow"], ["b.svg"]),
    "in a folder, named as the file": (["a.bpmn", "-o", "ny/"], ["ny/a.svg"]),
    "a folder of them": (["bpmn", "karta.yaml", "-o", "ny/"], ["ny/a-2.svg", "ny/a.svg", "ny/livsmedelsregistrering.svg"]),
    "one process of the collaboration": (["a.bpmn", "--only", "pr2"], ["a-pr2.svg"]),
    "from standard input": (["-", "-o", "ny/"], ["ny/s.svg"]),
    "processes one by one as DOT": (["a.bpmn", "--format", "dot", "-o", "ny/"], ["ny/a-pr2.dot", "ny/a.dot"]),
}


@pytest.mark.parametrize(("arguments", "made"), BPMN_PLACES.values(), ids=BPMN_PLACES)
def test_where_pictures_of_bpmn_files_go(arguments: list[str], made: list[str], run: Run, folder: Path) -> None:
    for place in ("a.bpmn", "bpmn/a.bpmn", "bpmn/inre/a.bpmn"):
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / place).write_bytes(BPMN.read_bytes())
    before = set(folder.rglob("*"))
    result = run("draw", *arguments, input=BPMN.read_bytes())
    assert (result.exit_code, result.stderr) == (0, "")
    new = sorted(path for path in set(folder.rglob("*")) - before if path.is_file())
    assert [path.relative_to(folder).as_posix() for path in new] == made


def test_a_bpmn_file_with_several_pictures_names_them(run: Run, folder: Path) -> None:
    alone = b'<process id="ensam"><task id="ett" name="Ett"/></process><bpmndi:BPMNDiagram'.replace(b"process", b"bpmn:process")
    several = BPMN.read_bytes().replace(b"<bpmndi:BPMNDiagram", alone.replace(b"<task", b"<bpmn:task"), 1)
    (folder / "a.bpmn").write_bytes(several)
    result = run("draw", "a.bpmn", "-o", "b.svg", "--lang", "en")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "here are several: s, ensam." in result.stderr
    assert run("draw", "a.bpmn", "-o", "ny/").exit_code == 0
    assert sorted(path.name for path in (folder / "ny").iterdir()) == ["a-ensam.svg", "a.svg"]
