"""procmap.toml and [tool.procmap]: what is read, and what is said where it is not understood."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.checks.configuration import Configuration, load
from procmap.checks.configuration_file import read_configuration
from procmap.errors import BadConfiguration, ProcmapError
from procmap.finding import Place

WHOLE = """\
lang = "en"
for = ["rpa", "sharing"]
select = ["KNO", "FLW"]
ignore = "happy-path-only"
fail-on = "gap"

[thresholds]
single-knower = 2
thin-evidence.people = 5

[[accepted]]
check = "single-knower"
element = "bistand/manuellt"
reason = "Två till lärs upp under våren"
role = "Enhetschef"
date = 2026-11-23

[[accepted]]
check = "KNO009"
element = "manuellt"
reason = "Vi vet"
role = "Enhetschef"
date = "2026-11-24"
"""


def settle(folder: Path, text: str, name: str = "procmap.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


@pytest.mark.parametrize("shared", [False, True])
def test_everything_is_read(shared: bool, tmp_path: Path) -> None:
    text, name = WHOLE, "procmap.toml"
    if shared:
        text = "[project]\nname = 'procmap-maps'\n\n[tool.procmap]\n" + WHOLE
        text = text.replace("[thresholds]", "[tool.procmap.thresholds]").replace("[[acc", "[[tool.procmap.acc")
        name = "pyproject.toml"
    path = settle(tmp_path, text, name)
    configuration, findings = load(tmp_path)
    assert findings == ()
    assert configuration.path == path.as_posix()
    assert (configuration.lang, configuration.packs) == ("en", ("rpa", "sharing"))
    assert (configuration.select, configuration.ignore) == (("KNO", "FLW"), ("happy-path-only",))
    assert configuration.fail_on == "gap"
    assert configuration.thresholds == {"single-knower": 2, "thin-evidence.people": 5}
    first, second = configuration.accepted
    assert (first.check, first.element, first.role) == ("single-knower", "bistand/manuellt", "Enhetschef")
    assert first.reason == "Två till lärs upp under våren"
    assert (first.date, second.date) == (date(2026, 11, 23), date(2026, 11, 24))
    shift = 4 if shared else 0
    assert [first.place, second.place] == [Place(path.as_posix(), 11 + shift), Place(path.as_posix(), 18 + shift)]


def test_the_nearest_holds(tmp_path: Path) -> None:
    settle(tmp_path, 'lang = "en"')
    (tmp_path / "a" / "b").mkdir(parents=True)
    assert load(tmp_path / "a" / "b")[0].lang == "en"
    assert load(tmp_path / "a" / "b" / "karta.yaml")[0].lang == "en"
    settle(tmp_path / "a", '[tool.other]\nx = 1\n[tool.poetry]\nname = "procmap"\n', "pyproject.toml")
    assert load(tmp_path / "a" / "b")[0].lang == "en", "a file that does not speak of procmap is passed by"
    settle(tmp_path / "a", '[tool.procmap]\nlang = "sv"', "pyproject.toml")
    assert load(tmp_path / "a" / "b")[0].lang == "sv"
    settle(tmp_path / "a", "", "procmap.toml")
    assert load(tmp_path / "a" / "b")[0].lang is None, "procmap.toml goes first, even an empty one"


@pytest.mark.parametrize(
    "text",
    [
        '[tool.procmap]\nlang = "en"',
        '[ tool . "procmap" ]\nlang = "en"',
        '[tool]\nprocmap = {lang = "en"}',
        'tool.procmap.lang = "en"',
        'tool = {procmap = {lang = "en"}}',
        '["tool".procmap]\nlang = "en"',
    ],
)
def test_a_shared_file_may_speak_of_procmap_in_any_way(text: str, tmp_path: Path) -> None:
    settle(tmp_path, text, "pyproject.toml")
    assert load(tmp_path)[0].lang == "en"


def test_a_repository_ends_the_search(tmp_path: Path) -> None:
    settle(tmp_path, 'lang = "en"')
    (tmp_path / "a" / ".git").mkdir(parents=True)
    assert load(tmp_path / "a") == (Configuration(), ())


def test_a_file_is_read_itself(tmp_path: Path) -> None:
    assert load(settle(tmp_path, 'lang = "en"', "own.toml"))[0].lang == "en"
    assert load(settle(tmp_path, "[tool.x]", "pyproject.toml")) == (Configuration(), ())
    with pytest.raises(BadConfiguration):
        load(tmp_path / "missing.toml")


BAD: dict[str, tuple[str, list[str]]] = {
    "unknown key": ('lang = "sv"\nformat = "json"', ["rad 2: ”format” är ingen inställning."]),
    "misspelt key": ('ingore = ["KNO"]', ["rad 1: ”ingore” är ingen inställning. Menar du ”ignore”?"]),
    "underscore": ('fail_on = "gap"', ["rad 1: ”fail_on” är ingen inställning. Menar du ”fail-on”?"]),
    "misspelt pack": (
        'for = ["rpa", "e-servise"]',
        ["rad 1: for kan inte vara ”e-servise”. Menar du ”e-service”? Det som går är rpa, e-service, journey, sharing."],
    ),
    "language": ('lang = "svenska"', ["rad 1: lang kan inte vara ”svenska”. Det som går är sv, en."]),
    "kind": ('fail-on = "warning"', ["rad 1: fail-on kan inte vara ”warning”."]),
    "number for a text": ("lang = 1", ["rad 1: lang ska vara text inom citattecken."]),
    "number in a list": ("select = [1]", ['rad 1: select ska vara en lista med texter, som ["a", "b"].']),
    "text for a number": ('[thresholds]\nx = 1\nsingle-knower = "två"', ["rad 3: single-knower ska vara ett tal."]),
    "true for a number": ("[thresholds]\nsingle-knower = true", ["rad 2: single-knower ska vara ett tal."]),
    "less than zero": ("[thresholds]\nsingle-knower = -1", ["rad 2: single-knower ska vara noll eller ett större tal."]),
    "no number at all": ("[thresholds]\nsingle-knower = nan", ["rad 2: single-knower ska vara noll eller ett större tal."]),
    "thresholds as a number": ("thresholds = 1", ["rad 1: thresholds ska vara en egen rubrik med rader under."]),
    "one accepted": (
        '\n[accepted]\ncheck = "a"',
        ["rad 2: accepted ska vara stycken som vart och ett börjar med [[accepted]]."],
    ),
    "unknown key of an acceptance": (
        '[[accepted]]\ncheck = "a"\n\n[[accepted]]\ncheck = "b"\nroll = "Chef"',
        ["rad 6: ”roll” är ingen inställning. Menar du ”role”?"],
    ),
    "bad date": ('[[accepted]]\ndate = "i går"', ["rad 2: date ska vara ett datum, som 2026-11-23."]),
    "time of day": ("[[accepted]]\ndate = 2026-11-23T10:00:00", ["rad 2: date ska vara ett datum, som 2026-11-23."]),
    "number as reason": ("[[accepted]]\nreason = 1", ["rad 2: reason ska vara text inom citattecken."]),
    "several at once": ('x = 1\nlang = "de"\n', ["rad 1: ”x” är ingen inställning.", "rad 2: lang kan inte vara ”de”."]),
    "no TOML": ('lang = "sv"\nfor rpa\n', ['rad 2: raden går inte att läsa. En rad ser ut så här: lang = "sv"']),
    "an open quotation mark": ('lang = "sv', ["rad 1: raden går inte att läsa."]),
    "the same key twice": ('lang = "sv"\nlang = "en"', ["rad 2: raden går inte att läsa."]),
}


@pytest.mark.parametrize(("text", "faults"), BAD.values(), ids=BAD)
def test_what_is_not_understood_stops_and_says_where(text: str, faults: list[str], tmp_path: Path) -> None:
    path = settle(tmp_path, text)
    with pytest.raises(BadConfiguration) as raised:
        load(tmp_path)
    lines = raised.value.text("sv").split("\n")
    assert len(lines) == len(faults)
    for line, fault in zip(lines, faults, strict=True):
        assert line.startswith(f"{path.as_posix()}, {fault}")
    assert raised.value.text("en").count("\n") == len(faults) - 1


@pytest.mark.parametrize(
    "data", [b"lang = '\xff'", b"#" + b"x" * 1_000_001, b"x = " + b"[" * 5000], ids=["not utf-8", "too large", "deep"]
)
def test_a_file_that_cannot_be_read(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "procmap.toml").write_bytes(data)
    with pytest.raises(BadConfiguration, match=r"procmap\.toml"):
        load(tmp_path)


@pytest.mark.parametrize("asked", [".", "a.yaml", "procmap.toml"])
def test_a_folder_called_as_the_file_is_said_to_be_one(asked: str, tmp_path: Path) -> None:
    (tmp_path / "procmap.toml").mkdir()
    with pytest.raises(BadConfiguration, match=r"procmap\.toml cannot be read: it is a folder"):
        load(tmp_path / asked)


@pytest.mark.parametrize("missing", ["check", "element", "reason", "role", "date"])
@pytest.mark.parametrize("empty", [False, True])
def test_an_acceptance_that_lacks_something_does_not_hold(missing: str, empty: bool, tmp_path: Path) -> None:
    lines = [
        "[[accepted]]",
        'check = "workaround"',
        'element = "a/b"',
        'reason = "R"',
        'role = "S"',
        "date = 2026-11-23",
    ]
    lines = [f'{missing} = ""' if line.startswith(missing) else line for line in lines]
    if empty:
        lines = [line for line in lines if not line.startswith(missing)]
    path = settle(tmp_path, "\n".join(["", *lines]))
    configuration, findings = load(tmp_path)
    assert configuration.accepted == ()
    assert [(finding.code, finding.place) for finding in findings] == [("CFG002", Place(path.as_posix(), 2))]
    assert f"saknar {missing}" in findings[0].message("sv")


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r"), max_size=200))
def test_nothing_that_is_written_there_breaks_procmap(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = settle(tmp_path_factory.mktemp("any"), text)
    try:
        read_configuration(path)
    except ProcmapError as error:
        assert path.name in error.text("sv")


KEYS = st.sampled_from(["lang", "for", "select", "ignore", "fail-on", "thresholds", "accepted", "check", "date", "x"])
VALUES = st.sampled_from(['"sv"', '"rpa"', "1", "true", "[]", "{}", '["KNO"]', "[1]", '[{check = "a"}]', "2026-11-23"])


@given(
    st.lists(st.tuples(st.sampled_from(["", "[thresholds]\n", "[[accepted]]\n", "[x]\n"]), KEYS, VALUES), max_size=6)
)
def test_no_setting_breaks_procmap(
    tmp_path_factory: pytest.TempPathFactory, settings: list[tuple[str, str, str]]
) -> None:
    text = "".join(f"{heading}{key} = {value}\n" for heading, key, value in settings)
    path = settle(tmp_path_factory.mktemp("any"), text)
    try:
        read_configuration(path)
    except ProcmapError as error:
        assert path.name in error.text("sv")
