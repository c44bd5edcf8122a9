"""``procmap verify`` from the outside: verdicts, exit codes, and what programs get."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from procmap.report.cells import cells

Run = Callable[..., Result]
EXAMPLES = Path(__file__).parents[2] / "examples"

STUCK = """\
process: Bygglov
flow:
  - parallel: Handlägg
    branches:
      - Handläggare: Hör grannarna
      - - Handläggare: Är ansökan komplett?
          branches:
            ja:
            nej: [{end: Avvisad}]
  - Nämnd: Besluta
"""
WIDE = "process: Vid\nflow:\n  - inclusive: Vilka?\n    branches:\n"
WIDE += "".join(f"      svar {number}: {{to: Samla}}\n" for number in range(13))
WIDE += "  - parallel: Samla\n  - A: Besluta\n"
MANY = """\
process: Mycket
flow:
  - parallel: Dela
    branches:
      - [A1, A2, {exclusive: Va, branches: {a: {to: S1}, b: {to: S2}}}]
      - [B1, B2, {exclusive: Vb, branches: {a: {to: S1}, b: {to: S2}}}]
      - [C1, C2, {exclusive: Vc, branches: {a: {to: S1}, b: {to: S2}}}]
  - parallel: S1
  - end: E1
  - parallel: S2
  - end: E2
"""
JOURNEY = "journey: Bygga\npersona: Byggherre\nphases:\n  - phase: Före\n    steps:\n      - step: Undrar\n"
UNREADABLE = "<bpmn:definitions xmlns:bpmn='x'><bpmn:process>"
HALF = "process: Halv\nflow:\n  - A: Börja\n  - to: Ingenstans\n"

FILES = {
    "fast.yaml": STUCK, "vid.yaml": WIDE, "resa.yaml": JOURNEY, "trasig.bpmn": UNREADABLE, "halv.yaml": HALF,
    "tom.yaml": "process: Tom\n", "flera.yaml": f"{STUCK}---\nprocess: Tillsyn\nflow: [Besöka]\n---\n{WIDE}",
}  # fmt: skip


@pytest.fixture(autouse=True)
def maps(folder: Path) -> None:
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")


CODES = {
    "sound": (["karta.yaml"], 0, ["Alla ärenden som startar kan bli klara."]),
    "nothing to prove": (["tom.yaml"], 0, ["Här finns inga steg än"]),
    "unsound": (["fast.yaml"], 1, ["kan ärendet fastna", "Kortaste vägen dit:", "procmap draw fast.yaml --trace"]),
    "unknown": (["vid.yaml"], 3, ["Det gick inte att avgöra om alla ärenden kan bli klara"]),
    "unsound and unknown": (["flera.yaml"], 1, ["”Bygglov”", "”Tillsyn”", "”Vid”"]),
    "several paths": (["karta.yaml", "vid.yaml"], 3, ["karta.yaml", "vid.yaml"]),
    "beside journeys": (["karta.yaml", "resa.yaml"], 0, ["”Livsmedelsregistrering”"]),
}


@pytest.mark.parametrize(("arguments", "code", "said"), CODES.values(), ids=CODES)
def test_exit_codes_and_words(arguments: list[str], code: int, said: list[str], run: Run) -> None:
    result = run("verify", *arguments)
    assert (result.exit_code, result.stderr) == (code, "")
    text = " ".join(result.stdout.split())
    assert [words for words in said if words not in text] == []
    assert all(cells(line) <= 80 for line in result.stdout.splitlines())


WRONG = {
    "no file": (["borta.yaml"], "borta.yaml"),
    "no process": (["resa.yaml"], "resa.yaml"),
    "nothing that can be read": (["trasig.bpmn"], "procmap check trasig.bpmn"),
    "nothing there": (["-"], "procmap check -\n"),
    "no bound": (["karta.yaml", "--bound", "0"], "--bound"),
    "no number": (["karta.yaml", "--bound", "många"], "många"),
    "no time": (["karta.yaml", "--seconds", "-1"], "--seconds"),
    "no time at all": (["karta.yaml", "--seconds", "nan"], "--seconds"),
    "no format": (["karta.yaml", "--format", "xml"], "xml"),
}


@pytest.mark.parametrize(("arguments", "said"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_run_says_so(arguments: list[str], said: str, run: Run) -> None:
    for language in ("sv", "en"):
        result = run("verify", *arguments, "--lang", language, input=b"")
        assert result.exit_code == 2
        assert result.stdout == ""
        assert said in result.stderr
        assert result.stderr.count("\n") == 1


def test_a_map_that_was_not_read_as_it_is_written_is_not_proved(run: Run) -> None:
    result = run("verify", "halv.yaml")
    assert result.exit_code == 3
    said = " ".join(result.stdout.split())
    assert "Den gick inte att läsa som den är skriven, så det är inte prövat." in said
    assert "Alla ärenden som startar kan bli klara." not in said
    (proved,) = json.loads(run("verify", "halv.yaml", "--format", "json").stdout)["processes"]
    assert (proved["verdict"], set(proved["properties"].values())) == ("unknown", {None})
    assert proved["reason"]


def test_what_was_not_read_is_not_passed_over(run: Run) -> None:
    result = run("verify", "karta.yaml", "trasig.bpmn", "--lang", "en")
    assert result.exit_code == 2
    assert "Every case that starts can finish." in result.stdout
    assert "trasig.bpmn could not be read" in result.stderr


def test_standard_input(run: Run) -> None:
    result = run("verify", "-", "--stdin-filename", "in.yaml", input=STUCK.encode())
    assert result.exit_code == 1
    assert result.stdout.startswith("in.yaml:5:7  ”Bygglov”\n")
    assert "--trace" not in run("verify", "-", input=STUCK.encode()).stdout


def test_a_path_that_is_proposed_can_be_typed_as_it_stands(run: Run, folder: Path) -> None:
    """In quotation marks where a shell would take it apart, and as it is where it would not."""
    for name, typed in {
        "öppen.yaml": "öppen.yaml",
        "med mellanslag å.yaml": '"med mellanslag å.yaml"',
        "för $5.yaml": "'för $5.yaml'",
        'a"b.yaml': "'a\"b.yaml'",
    }.items():
        (folder / name).write_text(STUCK, encoding="utf-8")
        said = " ".join(run("verify", name).stdout.split())
        assert f"procmap draw {typed} --trace" in said
        (folder / name).write_text(STUCK.replace("flow:", "fllow:"), encoding="utf-8")
        assert run("draw", name).stderr.strip().endswith(f"procmap check {typed}")


def proofs(result: Result) -> list[dict[str, Any]]:
    report = json.loads(result.stdout_bytes)
    assert list(report) == ["version", "processes"]
    assert report["version"] == 1
    return report["processes"]  # type: ignore[no-any-return]


def test_json_has_all_keys_always(run: Run) -> None:
    result = run("verify", "flera.yaml", "karta.yaml", "--format", "json")
    assert result.exit_code == 1
    bygglov, tillsyn, vid, registrering = sorted(proofs(result), key=lambda each: list("btvl").index(each["id"][0]))
    assert bygglov == {
        "id": "bygglov",
        "path": "flera.yaml",
        "verdict": "unsound",
        "properties": {
            "option_to_complete": False,
            "proper_completion": True,
            "no_dead_activities": True,
            "safeness": True,
        },
        "elements": {
            "option_to_complete": ["handlagg.join"],
            "proper_completion": [],
            "no_dead_activities": [],
            "safeness": [],
        },
        "trace": {
            "elements": ["start", "handlagg", "hor-grannarna", "ar-ansokan-komplett", "avvisad"],
            "shortest": True,
        },
        "states": bygglov["states"],
        "reason": None,
    }
    for each in (tillsyn, vid, registrering):
        assert list(each) == list(bygglov)
        assert list(each["properties"]) == list(each["elements"]) == list(bygglov["properties"])
        assert each["trace"] is None
        assert isinstance(each["states"], int)
    assert (tillsyn["verdict"], tillsyn["reason"]) == ("sound", None)
    assert (vid["verdict"], set(vid["properties"].values())) == ("unknown", {None})


def test_the_reason_is_in_the_language(run: Run) -> None:
    for language, words in (("sv", "kombinationer av svar"), ("en", "combinations of answers")):
        [vid] = proofs(run("verify", "vid.yaml", "--format", "json", "--lang", language))
        assert words in vid["reason"]


def test_a_bound_is_in_states_and_a_time_tries_more_and_more(run: Run, folder: Path) -> None:
    (folder / "mycket.yaml").write_text(MANY, encoding="utf-8")
    [small] = proofs(run("verify", "mycket.yaml", "--bound", "1", "--format", "json"))
    [timed] = proofs(run("verify", "mycket.yaml", "--seconds", "30", "--format", "json"))
    [full] = proofs(run("verify", "mycket.yaml", "--format", "json"))
    assert full["verdict"] == timed["verdict"] == "unsound"
    assert small["states"] < full["states"]
    assert "fler tillstånd än 1, " in small["reason"]
    assert run("verify", "mycket.yaml", "--bound", "100 000").exit_code == 1


def test_both_languages(run: Run) -> None:
    said = run("verify", "fast.yaml", "--lang", "en").stdout
    assert said == (
        "fast.yaml:5:7  “Bygglov”\n"
        "  If the answer to “Är ansökan komplett?” is “nej”, the case may get stuck where\n"
        "  the ways from “Hör grannarna” and the answer “ja” to “Är ansökan komplett?”\n"
        "  meet. There it waits in vain for the answer “ja” to “Är ansökan komplett?”.\n"
        "\n"
        "  The shortest way there:\n"
        "    1. “Hör grannarna” and “Är ansökan komplett?” are set going at the same time\n"
        "    2. “Hör grannarna”\n"
        "    3. The answer to “Är ansökan komplett?” is “nej”\n"
        "    4. The end “Avvisad” is reached\n"
        "    5. The case is stuck where the ways from “Hör grannarna” and the answer “ja”\n"
        "       to “Är ansökan komplett?” meet\n"
        "\n"
        "  One way to mend it: All ways are waited for at the place where the ways from\n"
        "  “Hör grannarna” and the answer “ja” to “Är ansökan komplett?” meet, but one of\n"
        "  them may end in “Avvisad”. Let that way lead there too, or let “Avvisad” end\n"
        "  everything (`terminate: true`).\n"
        "\n"
        "Here every question counts as if it could get any of its answers, each time.\n"
        "\n"
        "The way in a picture: procmap draw fast.yaml --trace\n"
    )


def test_the_readme_shows_what_is_really_said(run: Run, folder: Path) -> None:
    readme = (EXAMPLES.parent / "README.md").read_text(encoding="utf-8")
    section = readme[readme.index("## Bevisa att varje ärende kan bli klart") :]
    _, map, _, console, *_ = section.split("```")
    (folder / "bygglov.yaml").write_text(map.removeprefix("yaml\n"), encoding="utf-8")
    command, _, said = console.removeprefix("console\n$ procmap ").partition("\n")
    result = run(*command.split())
    assert (result.exit_code, result.stderr) == (1, "")
    assert result.stdout == said


FAULTY = {"livsmedelsregistrering-bpmn"}  # made with a fault, for whoever wants to see one found


@pytest.mark.parametrize("name", sorted({path.name for path in EXAMPLES.iterdir() if path.is_dir()} - FAULTY))
def test_the_examples_are_sound(name: str, run: Run) -> None:
    result = run("verify", str(EXAMPLES / name), "--format", "json")
    assert (result.exit_code, result.stderr) == (0, "")
    assert {each["verdict"] for each in proofs(result)} == {"sound"}


def test_control_signs_in_names_are_shown(run: Run, folder: Path) -> None:
    (folder / "onda.yaml").write_text(STUCK.replace("Hör grannarna", '"Hör\\e[2J grannarna"'), encoding="utf-8")
    result = run("verify", "onda.yaml")
    assert "\x1b" not in result.stdout
    assert "␛[2J" in result.stdout


def test_what_draw_shows_is_what_verify_says(run: Run, folder: Path) -> None:
    result = run("draw", "fast.yaml", "--trace")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Här fastnar ärendet" in (folder / "fast.svg").read_text(encoding="utf-8")
    assert run("draw", "resa.yaml", "--trace").exit_code == 2
    assert run("draw", "flera.yaml", "--trace", "-o", "ny/").exit_code == 0
    assert len(list((folder / "ny").iterdir())) == 3


def test_a_plain_mistake_gets_a_proposal(run: Run) -> None:
    shown = " ".join(run("verify", "fast.yaml").output.split())
    assert "Ett sätt att rätta det: Vid platsen där vägarna från" in shown
    assert "kan sluta i ”Avvisad”. Låt den vägen också leda dit" in shown


POOLS = """\
collaboration: Samverkan
pools:
  sokande:
    name: Sökande
    flow:
      - {task: Skicka ansökan, sends: ansokan}
      - {wait: Beslutet kommer, message: beslut}
  kommun:
    name: Kommun
    flow:
      - {start: Ansökan kommer, message: ansokan}
      - exclusive: Är den komplett?
        branches:
          ja: [{task: Besluta, sends: beslut}]
          nej: [Lägg i arkivet]
"""


def test_pools_are_proved_together(run: Run, folder: Path) -> None:
    (folder / "samverkan.yaml").write_text(POOLS, encoding="utf-8")
    result = run("verify", "samverkan.yaml")
    assert result.exit_code == 1
    said = " ".join(result.output.split())
    assert "blir ”nej” kan ”Sökande” få vänta förgäves vid ”Beslutet kommer” på ”beslut” från ”Kommun”." in said
    assert "4. ”Kommun”: ”Lägg i arkivet”" in said
    assert "6. ”Sökande” väntar förgäves vid ”Beslutet kommer” på ”beslut” från ”Kommun”" in said
    proved = json.loads(run("verify", "samverkan.yaml", "--format", "json").output)["processes"]
    assert [each["verdict"] for each in proved] == ["sound", "sound", "unsound"]
    assert proved[2]["id"] == "samverkan"
    assert proved[2]["elements"]["option_to_complete"] == ["samverkan.sokande/beslutet-kommer"]


def test_pools_that_were_not_read_as_they_are_written_are_not_proved_together(run: Run, folder: Path) -> None:
    one, other = (
        f'<process id="{id}"><startEvent id="{id}s"/><{task} id="{id}t"/><sequenceFlow id="{id}f" '
        f'sourceRef="{id}s" targetRef="{id}t"/></process>'
        for id, task in (("a", "sendTask"), ("b", "receiveTask"))
    )
    model = (
        '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:x">'
        '<collaboration id="c"><participant id="A" name="Kund" processRef="a"/><participant id="B" name="Kommun" '
        'processRef="b"/><messageFlow id="m" name="svar" sourceRef="at" targetRef="bt"/>{more}</collaboration>'
        f"{one}{other}</definitions>"
    )
    (folder / "hel.bpmn").write_text(model.format(more=""), encoding="utf-8")
    assert run("verify", "hel.bpmn").exit_code == 0
    broken = model.format(more='<messageFlow id="n" name="fråga" sourceRef="borta" targetRef="at"/>')
    (folder / "trasig.bpmn").write_text(broken, encoding="utf-8")
    result = run("verify", "trasig.bpmn")
    assert result.exit_code == 3
    assert "Hur parterna möts gick inte att avgöra. Den gick inte att läsa" in " ".join(result.output.split())
    result = run("verify", "trasig.bpmn", "--format", "json")
    assert result.exit_code == 3
    proved = json.loads(result.output)["processes"]
    assert [(each["id"], each["verdict"]) for each in proved] == [("a", "sound"), ("b", "sound"), ("c", "unknown")]


INSIDE = """\
collaboration: Samverkan
pools:
  sokande:
    name: Sökande
    flow:
      - {task: Skicka ansökan, sends: ansokan}
      - exclusive: Finns ritningar?
        branches:
          ja: [{task: Skicka ritningar, sends: ritningar}]
          nej:
  kommun:
    name: Kommun
    flow:
      - {start: Ansökan kommer, message: ansokan}
      - subprocess: Handlägg
        flow:
          - Registrera
          - {wait: Ritningarna kommer, message: ritningar}
"""


def test_who_waits_inside_a_subprocess_is_told(run: Run, folder: Path) -> None:
    (folder / "samverkan.yaml").write_text(INSIDE, encoding="utf-8")
    result = run("verify", "samverkan.yaml")
    assert result.exit_code == 1
    assert "kan ”Kommun” få vänta förgäves" in " ".join(result.output.split())
    proved = json.loads(run("verify", "samverkan.yaml", "--format", "json").output)["processes"]
    assert proved[2]["elements"]["option_to_complete"] == ["samverkan.kommun/handlagg/ritningarna-kommer"]


def test_messages_inside_what_is_done_several_times_are_not_tried_and_that_is_said(run: Run, folder: Path) -> None:
    text = INSIDE.replace("- subprocess: Handlägg", "- subprocess: Handlägg\n        for_each: ärende")
    (folder / "samverkan.yaml").write_text(text, encoding="utf-8")
    result = run("verify", "samverkan.yaml")
    assert result.exit_code == 3
    assert "Hur parterna möts gick inte att avgöra." in " ".join(result.output.split())
    proved = json.loads(run("verify", "samverkan.yaml", "--format", "json").output)["processes"]
    assert [each["verdict"] for each in proved] == ["sound", "sound", "unknown"]
    assert "görs för var och en av flera" in proved[2]["reason"]


@pytest.mark.parametrize("file", ["fast.yaml", "flera.yaml"])
def test_the_picture_that_is_named_is_drawn(run: Run, folder: Path, file: str) -> None:
    """Of a file with several processes too, where only the one with the fault is shown."""
    said = " ".join(run("verify", file).output.split())
    command = said.partition("Vägen i en bild: procmap ")[2].split()
    assert command[:2] == ["draw", file]
    drawn = run(*command, "-o", "bild.svg")
    assert (drawn.exit_code, "Avvisad" in (folder / "bild.svg").read_text("utf-8")) == (0, True)


def test_the_picture_that_is_named_is_that_of_a_process_beside_its_collaboration(run: Run, folder: Path) -> None:
    """A process of its own has a picture of its own, also where a collaboration in the same file shows it."""
    pools = "collaboration: Vi\npools:\n  a: {name: Ena, process: kontroll}\n  b: {name: Andra}\nmessages:\n"
    text = (folder / "fast.yaml").read_text("utf-8").replace("\nflow:", "\nid: kontroll\nflow:", 1)
    assert "id: kontroll" in text
    (folder / "bada.yaml").write_text(f"{text}---\n{pools}  m: {{name: Brev, from: a, to: b}}\n", encoding="utf-8")
    said = " ".join(run("verify", "bada.yaml").output.split())
    command = said.partition("Vägen i en bild: procmap ")[2].split()
    assert command == ["draw", "bada.yaml", "--only", "kontroll", "--trace"]
    assert run(*command, "-o", "bild.svg").exit_code == 0
