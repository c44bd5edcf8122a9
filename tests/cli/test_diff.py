"""``procmap diff`` from the outside: what may be compared, what is said, and how it ends."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

Run = Callable[..., Result]

PARKING = """\
process: Parkering
lanes: {reg: Registrator, hl: Handläggare}
rules:
  tid: {says: "Minst {minst}", limits: {minst: 6 months}}
flow:
  - reg: Registrera
  - hl: Bedöm
    rule: tid
  - hl: Besluta
"""
VARIANT = """\
variant: Parkering i Ånge
of: parkering
changes:
  - at: rules/tid
    limits: {minst: ??}
  - after: Bedöm
    flow:
      - reg: Kontrollera handlingarna
"""
JOURNEY = """\
journey: Resan
id: parkering
phases: [{phase: Före, steps: [{step: Söker, touchpoints: [{letter: Parkering/Besluta}]}]}]
"""


@pytest.fixture
def maps(folder: Path) -> Path:
    """Two municipalities, each in a folder of its own, and a variant beside its origin."""
    changed = PARKING.replace("hl: Besluta", "reg: Besluta").replace("Bedöm", "Pröva")
    files = {
        "här/parkering.yaml": PARKING,
        "här/resa.yaml": JOURNEY,
        "där/parkering.yaml": changed.replace("process: Parkering", "process: Parkering\nid: tillstand"),
        "där/resa.yaml": JOURNEY.replace("letter: Parkering", "sms: tillstand"),
        "varianter/ursprung.yaml": PARKING,
        "varianter/ånge.yaml": VARIANT,
        "samma.yaml": f"{PARKING}---\n{VARIANT.replace('minst: ??', 'minst: 1 years')}",
        "två.yaml": f"{PARKING}---\n{VARIANT}---\n{VARIANT.replace('Ånge', 'Timrå')}",
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def changes(result: Result) -> list[str]:
    """Each difference on a line, from ``--format json``."""
    rows = []
    for each in json.loads(result.stdout)["differences"]:
        place = each["before"] or each["after"]
        rows.append(" ".join([each["kind"], place["element"] or ".", *(c["attribute"] for c in each["changes"])]))
    return rows


OWN = ["renamed . name", "changed rules/tid limits.minst", "added kontrollera-handlingarna"]
OTHERS = ["renamed bedom name", "changed besluta lane"]

WAYS = {
    "two files": (["här/parkering.yaml", "där/parkering.yaml"], OTHERS),
    "two folders": (["här", "där"], [*OTHERS, "changed soker touchpoints"]),
    "a file and a folder": (["här/parkering.yaml", "där"], OTHERS),
    "a variant alone": (["samma.yaml"], OWN),
    "a variant whose origin stands beside it": (["varianter/ånge.yaml"], OWN),
    "a folder with a variant": (["varianter"], OWN),
    "a variant by its id": (["två.yaml#parkering-i-ange"], OWN),
    "a variant by its name": (["två.yaml#Parkering i Timrå"], OWN),
    "two ids of one path": (["samma.yaml#parkering", "parkering-i-ange"], OWN),
    "an id and a path": (["parkering", "samma.yaml#parkering-i-ange"], OWN),
    "an id in each": (["varianter#parkering", "samma.yaml#Parkering i Ånge"], OWN),
    "a variant and its origin, each in its file": (["varianter/ursprung.yaml", "varianter/ånge.yaml"], OWN),
    "a journey": (["här#Resan", "där#Resan"], ["changed soker touchpoints"]),
}


@pytest.mark.parametrize(("arguments", "wanted"), WAYS.values(), ids=WAYS)
def test_what_may_be_compared(arguments: list[str], wanted: list[str], maps: Path, run: Run) -> None:
    result = run("diff", *arguments, "--format", "json")
    assert result.exit_code == 1, result.stderr
    assert changes(result) == wanted


def test_ids_alone_belong_to_the_folder_one_stands_in(maps: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(maps / "varianter")
    assert changes(run("diff", "parkering", "parkering-i-ange", "--format", "json")) == OWN


def test_one_side_may_come_from_elsewhere(maps: Path, run: Run) -> None:
    result = run("diff", "-", "här/parkering.yaml", "--format", "json", input=PARKING.replace("Besluta", "Avgör"))
    assert changes(result) == ["renamed avgor name"]


NOTHING = {
    "a file and itself": ["här/parkering.yaml", "här/parkering.yaml"],
    "a folder and itself": ["här", "här"],
    "in another place": ["här/parkering.yaml", "varianter/ursprung.yaml"],
}


@pytest.mark.parametrize("other", ["-#vastra", "vastra"])
def test_both_sides_may_come_from_one_text(other: str, run: Run) -> None:
    text = "process: Östra\nflow:\n  - A: Granska\n---\nprocess: Västra\nflow:\n  - A: Avgöra\n"
    result = run("diff", "--format", "json", "--", "-#ostra", other, input=text)
    assert (result.exit_code, result.stderr) == (1, "")
    assert changes(result)


@pytest.mark.parametrize("arguments", NOTHING.values(), ids=NOTHING)
@pytest.mark.parametrize("format", ["text", "json", "markdown"])
def test_nothing_differs(arguments: list[str], format: str, maps: Path, run: Run) -> None:
    result = run("diff", *arguments, "--format", format)
    assert (result.exit_code, result.stderr) == (0, "")
    if format == "json":
        assert json.loads(result.stdout)["differences"] == []
    else:
        assert "hittade ingen skillnad" in result.stdout


REFUSED = {
    "no such file": (["borta.yaml", "här"], "borta.yaml"),
    "no such id": (["samma.yaml#parkring", "parkering"], "Menade du parkering?"),
    "no map": (["tom", "här"], "tom"),
    "no variant": (["här/parkering.yaml"], "Vad ska här/parkering.yaml jämföras med?"),
    "an origin by its id": (["samma.yaml#parkering"], "Vad ska samma.yaml#parkering jämföras med?"),
    "several variants": (["två.yaml"], "parkering-i-ange, parkering-i-timra. Skriv vilken: två.yaml#parkering-i-ange"),
    "several of a kind": (["där/parkering.yaml", "två.yaml"], "flera dokument: parkering, parkering-i-ange"),
    "none of the kind": (["här/resa.yaml", "samma.yaml"], "samma.yaml har ingen användarresa"),
    "of two kinds": (["här/resa.yaml", "här/parkering.yaml"], "En användarresa och en process går inte att jämföra."),
    "three": (["här", "där", "hit"], "för mycket på raden: hit"),
    "nothing": ([], "A saknas"),
}


@pytest.mark.parametrize(("arguments", "message"), REFUSED.values(), ids=REFUSED)
def test_what_may_not_be_compared(arguments: list[str], message: str, maps: Path, run: Run) -> None:
    (maps / "tom").mkdir()
    result = run("diff", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in " ".join(result.stderr.split())
    assert run("diff", *arguments, "--lang", "en").exit_code == 2


TEXT = """\
A  Parkering (samma.yaml)
B  Parkering i Ånge (samma.yaml)

”tid”, regel: skiljer sig
  Hur stor gränsen ”minst” är
    A  6 months
    B  1 year
  Vad gör att A och B svarar olika om ”tid”: hur stor gränsen ”minst” är?

”Kontrollera handlingarna”, steg: bara i B
  Vad gör att ”Kontrollera handlingarna” finns i B men inte i A?
"""
ENGLISH = """\
A  Parkering (varianter/ursprung.yaml)
B  Parkering i Ånge (varianter/ånge.yaml)

“tid”, rule: differs
  What the limit “minst” is
    A  6 months
    B  ??
  How is it in B with “tid”: what the limit “minst” is?

“Kontrollera handlingarna”, step: only in B
  What lies behind “Kontrollera handlingarna” being in B but not in A?
"""
MARKDOWN = """\
- A: Parkering (samma.yaml)
- B: Parkering i Ånge (samma.yaml)

| Vad | Skillnad | A | B | Fråga |
| --- | --- | --- | --- | --- |
| ”tid”, regel | hur stor gränsen ”minst” är | 6 months | 1 year | {first} |
| ”Kontrollera handlingarna”, steg | bara i B | – | finns | {second} |
""".format(
    first="Vad gör att A och B svarar olika om ”tid”: hur stor gränsen ”minst” är?",
    second="Vad gör att ”Kontrollera handlingarna” finns i B men inte i A?",
)


def test_text(maps: Path, run: Run) -> None:
    assert run("diff", "samma.yaml").stdout == TEXT
    assert run("diff", "varianter/ånge.yaml", "--lang", "en").stdout == ENGLISH


def test_markdown(maps: Path, run: Run) -> None:
    assert run("diff", "samma.yaml", "--format", "markdown").stdout == MARKDOWN


def test_json(maps: Path, run: Run) -> None:
    said: dict[str, Any] = json.loads(run("diff", "varianter/ånge.yaml", "--format", "json").stdout)
    assert list(said) == ["version", "a", "b", "differences"]
    assert said["version"] == 1
    assert said["a"] == {"path": "varianter/ursprung.yaml", "kind": "process", "id": "parkering", "name": "Parkering"}
    assert said["b"]["id"] == "parkering-i-ange"
    assert said["differences"][1] == {
        "kind": "changed",
        "what": "rule",
        "name": "tid",
        "before": {
            "document": "parkering",
            "element": "rules/tid",
            "name": "tid",
            "path": "varianter/ursprung.yaml",
            "line": 4,
        },
        "after": {
            "document": "parkering-i-ange",
            "element": "rules/tid",
            "name": "tid",
            "path": "varianter/ånge.yaml",
            "line": 4,
        },
        "changes": [{"attribute": "limits.minst", "before": "6 months", "after": "??"}],
        "question": "Hur är det i ”Parkering i Ånge” med ”tid”: hur stor gränsen ”minst” är?",
    }
    added = said["differences"][2]
    assert (added["before"], added["after"]["line"], added["changes"]) == (None, 8, [])
    assert added["question"].startswith("Vad gör att ”Kontrollera handlingarna” finns i ”Parkering i Ånge” men inte")


def test_a_map_has_no_name_of_its_own(maps: Path, run: Run) -> None:
    said = json.loads(run("diff", "här", "där", "--format", "json").stdout)
    assert said["a"] == {"path": "här", "kind": None, "id": None, "name": None}
    assert "i ”här”" in said["differences"][0]["question"]


def test_what_is_the_same_is_shown_when_asked_for(maps: Path, run: Run) -> None:
    said = run("diff", "samma.yaml", "--all").stdout
    assert "”Registrera”, steg: lika\n" in said
    assert "start" not in said
    assert "same besluta" in changes(run("diff", "samma.yaml", "--all", "--format", "json"))
    assert run("diff", "här", "här", "--all").exit_code == 0


def test_only_the_name_differs(maps: Path, run: Run) -> None:
    (maps / "a.yaml").write_text("variant: Annan\nof: parkering\n---\n" + PARKING, encoding="utf-8")
    result = run("diff", "a.yaml")
    assert result.exit_code == 1
    assert "heter olika" in result.stdout
    assert "Vad gör" not in result.stdout


def test_a_map_with_faults_is_compared_as_far_as_it_goes(maps: Path, run: Run) -> None:
    result = run("diff", "trasig.yaml", "karta.yaml")
    assert result.exit_code == 1
    assert "procmap check trasig.yaml" in result.stderr
    assert "trasig" not in run("diff", "här", "där").stderr


def test_nobody_is_graded(maps: Path, run: Run) -> None:
    for format in ("text", "json", "markdown"):
        for language in ("sv", "en"):
            said = run("diff", "här", "där", "--format", format, "--lang", language).stdout.casefold()
            assert not {"bättre", "sämre", "better", "worse", "totalt", "total", "%"} & set(said.split())


def test_no_line_is_too_long(maps: Path, run: Run) -> None:
    long = PARKING.replace("Bedöm", "Bedöm " + "mycket noga " * 30).replace("Registrera", "Registrera" * 30)
    (maps / "lång.yaml").write_text(long, encoding="utf-8")
    assert max(map(len, run("diff", "här/parkering.yaml", "lång.yaml").stdout.splitlines())) <= 80
