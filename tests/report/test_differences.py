"""Differences in words: what each is called, what each side says, and that no label gets out of its place."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

from procmap.graph.labels import literal
from procmap.model.activity import Task
from procmap.model.compare import compare
from procmap.model.process import Process
from procmap.model.process_map import ProcessMap
from procmap.read.key_of import key_of
from procmap.read.reading import read_text
from procmap.report.diff_markdown import markdown_diff
from procmap.report.diff_text import text_diff
from procmap.report.differences import Described, described
from procmap.report.speaker import Side
from procmap.text import Language

HEAD = """\
process: P
lanes: {reg: {sv: Registrator, en: Registrar}, jur: Jurist}
systems: {eco: Ecos, tre: Treserva}
messages: {brev: Brevet}
flow:
"""


def differences(a: ProcessMap, b: ProcessMap, language: Language = "sv") -> list[Described]:
    found = (each for each in compare(a, b).differences if each.kind != "same")
    return list(described(found, Side(a, literal("A")), Side(b, literal("B")), language))


def said(before: str, after: str, language: Language = "sv") -> list[str]:
    """The lines of the text, without the legend and with no line end inside a sentence."""
    head = HEAD.replace("{reg: {sv:", "{reg: {name: {sv:").replace("Registrar}", "Registrar}}")
    a, b = (read_text(head + text).map for text in (before, after))
    return text_diff(differences(a, b, language), ("a", "b"), language, width=1000).splitlines()[3:]


STEP = "  - reg: Granska\n"
CASES: dict[str, tuple[str, str, list[str]]] = {
    "roles by name": (
        STEP,
        STEP.replace("reg", "jur"),
        ["”Granska”, steg: skiljer sig", "  <Lane>", "    A  Registrator", "    B  Jurist",
         "  Vad gör att A och B svarar olika om ”Granska”: <lane>?"],
    ),
    "systems by name": (
        f"{STEP}    system: eco\n",
        f"{STEP}    system: [eco, tre]\n",
        ["”Granska”, steg: skiljer sig", "  <System>", "    A  Ecos", "    B  Ecos, Treserva",
         "  Vad gör att A och B svarar olika om ”Granska”: <system>?"],
    ),
    "what one side does not say": (
        STEP,
        f"{STEP}    touch_time: 5-10 min\n",
        ["”Granska”, steg: skiljer sig", "  <Touch_time>", "    A  (står inte)", "    B  5-10 min",
         "  Hur är det i A med ”Granska”: <touch_time>?"],
    ),
    "what one side does not know": (
        f"{STEP}    share: 12 %\n",
        f"{STEP}    share: ?? jur\n",
        ["”Granska”, steg: skiljer sig", "  <Share>", "    A  12 %", "    B  ?? Jurist",
         "  Hur är det i B med ”Granska”: <share>?"],
    ),
    "what each side leaves out": (
        f"{STEP}    volume: 300/month\n",
        f"{STEP}    retention: 5 år\n",
        ["”Granska”, steg: skiljer sig", "  <Volume>", "    A  300/month", "    B  (står inte)",
         "  <Retention>", "    A  (står inte)", "    B  5 år",
         "  Hur är det i A med ”Granska”: <retention>? Hur är det i B med ”Granska”: "
         "<volume>?"],
    ),
    "who disagrees": (
        f"{STEP}    authority: true\n",
        f"{STEP}    authority: {{disputed: [reg: true, jur: false]}}\n",
        ["”Granska”, steg: skiljer sig", "  <Authority>", "    A  true",
         "    B  Registrator: true, Jurist: false",
         "  Vad gör att A och B svarar olika om ”Granska”: <authority>?"],
    ),
    "where a value comes from": (
        f"{STEP}    why: {{value: lag, method: told}}\n",
        f"{STEP}    why: {{value: lag, method: documented, at: 2026}}\n",
        ["”Granska”, steg: skiljer sig", "  <Why>", "    A  lag (method: told)",
         "    B  lag (method: documented, at: 2026)",
         "  Vad gör att A och B svarar olika om ”Granska”: <why>?"],
    ),
    "another kind": (
        "  - wait: Brev\n    message: brev\n",
        "  - wait: Brev\n    message: brev\n    meanwhile: {timer: 3 d, flow: [Ring]}\n",
        ["”Brev”, väntan: skiljer sig", "  Vad det är för slag", "    A  väntan", "    B  steg",
         "  Vad gör att A och B svarar olika om ”Brev”: vad det är för slag?", "",
         "”timer: 3 d” vid ”Brev”, händelse: bara i B",
         "  Vad gör att ”timer: 3 d” vid ”Brev” finns i B men inte i A?", "",
         "”Ring”, steg: bara i B", "  Vad gör att ”Ring” finns i B men inte i A?"],
    ),
    "another trigger": (
        "  - wait: Brev\n    message: brev\n",
        "  - wait: Brev\n    timer: 3 d\n",
        ["”Brev”, väntan: skiljer sig", "  Vad det är som händer", "    A  message: Brevet", "    B  timer: 3 d",
         "  Vad gör att A och B svarar olika om ”Brev”: vad det är som händer?"],
    ),
    "another way on": (
        "  - A\n  - exclusive: X?\n    branches: {ja: , nej: [to: A]}\n  - B\n",
        "  - A\n  - exclusive: X?\n    branches: {ja: , nej: [to: B]}\n  - B\n",
        ["Svaret ”nej” på ”X?”: skiljer sig", "  Vart det går sedan", "    A  ”A”", "    B  ”B”",
         "  Vad gör att A och B svarar olika om svaret ”nej” på ”X?”: vart det går sedan?"],
    ),
    "inside a subprocess": (
        "  - subprocess: Del\n    flow: [A, B]\n",
        "  - subprocess: Del\n    flow: [A, C, B]\n",
        ["”C”, steg i ”Del”: bara i B", "  Vad gör att ”C” finns i B men inte i A?"],
    ),
    "another name of one id": (
        "  - Granska\n",
        "  - task: Pröva\n    id: granska\n",
        ["”Granska”, steg: heter olika", "  Vad det heter", "    A  Granska", "    B  Pröva",
         "  Vad gör att ”Granska” i A heter ”Pröva” i B?"],
    ),
    "one of the exceptions": (
        f"{STEP}    exceptions: [{{name: Fel, action: Ring}}]\n",
        f"{STEP}    exceptions: [{{name: Fel, action: Skriv}}, {{name: Sent, share: 5 %}}]\n",
        ["”Granska”, steg: skiljer sig", "  ”Fel”: <action>", "    A  Ring", "    B  Skriv",
         "  <Exceptions>", "    A  (står inte)", "    B  Sent (share: 5 %)",
         "  Vad gör att A och B svarar olika om ”Granska”: ”Fel”: <action>?"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("before", "after", "wanted"), CASES.values(), ids=CASES)
def test_words(before: str, after: str, wanted: list[str]) -> None:
    assert said(before, after) == [asked(line) for line in wanted]


def asked(line: str) -> str:
    """A line of a case, with what the key of an attribute asks in place of ``<attribute>``."""

    def words(match: re.Match[str]) -> str:
        key = key_of("ExceptionCase" if match[1] == "action" else "Task", match[1].lower())
        assert key is not None
        text = key.words.sv.rstrip(".")
        return text if match[1][0].isupper() else text[0].lower() + text[1:]

    return re.sub("<([A-Za-z_]+)>", words, line)


def test_journeys() -> None:
    texts = (
        "process: P\nid: p\nflow: [{{subprocess: Del, flow: [Svara]}}]\n---\njourney: Resa\nstate: {state}\nphases:\n"
        "  - phase: Före\n    steps:\n      - step: Söker\n        note: {state}\n        touchpoints: [{{{touch}}}]\n"
        "        opportunities: {chance}\n"
    )
    chance = "[{text: Skriv, owner: Chef, from: assumed}]"
    a = read_text(texts.format(state="as_is", touch="letter: p/Svara", chance="n/a"))
    b = read_text(texts.format(state="to_be", touch="sms: p/Svara, note: Snabbt", chance=chance))
    assert a.findings == b.findings == ()
    assert text_diff(differences(a.map, b.map), ("a", "b"), "sv", width=200).splitlines()[3:] == [
        "”Resa”, användarresa: skiljer sig",
        "  Om det är nuläget eller ett önskat läge",
        "    A  as_is",
        "    B  to_be",
        "",
        "”Söker”, steg i ”Före”: skiljer sig",
        "  Vad som skulle kunna göras",
        "    A  n/a",
        "    B  Skriv (owner: Chef, from: assumed)",
        "  Var man möter kommunen",
        "    A  letter: ”Svara” i ”Del”",
        "    B  sms: ”Svara” i ”Del”, note: Snabbt",
        "  Anteckning",
        "    A  as_is",
        "    B  to_be",
        "  Vad gör att A och B svarar olika om ”Söker”: vad som skulle kunna göras och var man möter kommunen?",
    ]


def test_names_in_the_language_that_is_asked_for() -> None:
    assert "    A  Registrar" in said(STEP, STEP.replace("reg", "jur"), "en")


def test_of_a_long_list_only_what_differs_is_shown() -> None:
    long = ["Det tar lång tid att hitta rätt handling", "Ingen vet vem som har ärendet just nu, inte ens diariet"]
    long.append("Telefonen ringer")
    texts = (f"process: P\npains: {each}\nflow: [A]\n" for each in (long, [*long[:2], "Pärmarna är slut"]))
    a, b = (read_text(text).map for text in texts)
    assert text_diff(differences(a, b), ("a", "b"), "sv").splitlines()[3:12] == [
        "”P”, process: skiljer sig",
        "  Vad som skaver",
        "    A  Telefonen ringer",
        "       och det som är lika i båda",
        "    B  Pärmarna är slut",
        "       och det som är lika i båda",
        "  Vad gör att A och B svarar olika om ”P”: vad som skaver?",
    ]


HOSTILE: tuple[str, ...] = runpy.run_path(str(Path(__file__).parents[1] / "hostile.py"))["HOSTILE"]


@pytest.mark.parametrize("label", HOSTILE, ids=lambda label: repr(label)[:20])
def test_hostile_labels_stay_words(label: str) -> None:
    before = Process(id="p", name=label, nodes=(Task(id="a", name=label, why="x"),))
    nodes = (Task(id="a", name=label, why=label, lane=label), Task(id=label.replace("/", "-"), name="y"))
    after = Process(id="p", name=label, nodes=nodes)
    found = differences(ProcessMap(processes=(before,)), ProcessMap(processes=(after,)))
    text = text_diff(found, (label, label), "sv")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text)
    table = markdown_diff(found, (label, label), "sv")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", table)
    rows = table.splitlines()[5:]
    assert rows
    for row in rows:
        assert len(re.findall(r"(?<!\\)(?:\\\\)*\|", row)) == 6
        bare = row.replace("<br>", "")
        assert not re.search(r"<|(?<!\\)(?:\\\\)*[`*_\[\]~$#]", bare)
