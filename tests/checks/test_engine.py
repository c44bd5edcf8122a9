"""Choosing, accepting, gathering, and what happens when a check breaks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest

from procmap.checks import catalogue
from procmap.checks.check import Check, Hit, hit
from procmap.checks.configuration import Acceptance, Configuration
from procmap.checks.engine import check
from procmap.errors import BadConfiguration, BadUsage
from procmap.finding import Finding, Place
from procmap.graph.view import View
from procmap.model.process_map import ProcessMap
from procmap.read.reading import read_text
from procmap.ref import Ref

FIRST_MEETING = """\
process: Livsmedelsregistrering
flow:
  - Företagare: Anmäler sin verksamhet
  - Administratör: Registrera anmälan
  - Administratör: Är anmälan komplett?
    branches:
      ja:
      nej:
        - Administratör: Begär komplettering
        - wait: Komplettering inkommer
        - to: Är anmälan komplett?
  - Inspektör: Besluta om registrering
"""
MAP = read_text(FIRST_MEETING).map
SEVERAL = """\
owner: ??
flow:
  - start: Anmälan inkommer
  - registrator: Registrera anmälan
    why: ??
    workaround: Egen lista
  - registrator: Kontrollera avgiften
  - registrator: Kontrollera lokalen
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
  - inspektor: Bedöm risken
"""

NO_STEPS = next(each for each in catalogue.load().checks if each.code == "FLW006")

Found = Callable[..., tuple[Finding, ...]]


def said(findings: tuple[Finding, ...]) -> list[str]:
    return [f"{finding.code} {' '.join(str(ref) for ref in finding.refs)}" for finding in findings]


def test_a_document_alone_is_checked_as_a_map_of_one() -> None:
    assert check(MAP.processes[0], packs=("rpa",)) == check(MAP, packs=("rpa",)) != ()



def test_a_first_meeting_gives_a_handful_of_questions() -> None:
    assert [(finding.code, finding.message("sv"), finding.role and finding.role("sv")) for finding in check(MAP)] == [
        ("KNO006", "Ingen är utpekad som ägare av ”Livsmedelsregistrering”.", "den som leder arbetet"),
        (
            "KNO018",
            "I ”Livsmedelsregistrering” slutar alla vägar likadant, och inga undantag är beskrivna.",
            "den som leder arbetet",
        ),
        (
            "KNO029",
            "Det står inte varför de här stegen görs: ”Registrera anmälan” och ”Begär komplettering”.",
            "Administratör",
        ),
        (
            "KNO035",
            "Det står inte hur ärendet lämnas över från frågan ”Är anmälan komplett?” till "
            "”Besluta om registrering”.",
            "Inspektör",
        ),
        ("KNO029", "Det står inte varför ”Besluta om registrering” görs.", "Inspektör"),
    ]


def test_the_same_map_gives_the_same_findings() -> None:
    again = read_text(FIRST_MEETING).map
    assert check(MAP) == check(again)


def test_the_order_is_that_of_the_map(found: Found) -> None:
    assert said(found(SEVERAL)) == [
        "KNO006 livsmedel.owner",
        "KNO001 livsmedel/registrera-anmalan.why",
        "KNO009 livsmedel/registrera-anmalan.workaround",
        "KNO029 livsmedel/kontrollera-avgiften.why livsmedel/kontrollera-lokalen.why",
        "KNO035 livsmedel/kontrollera-lokalen.handover",
        "KNO029 livsmedel/bedom-risken.why",
    ]


# Choosing


@pytest.mark.parametrize(
    ("select", "ignore", "codes"),
    [
        (["KNO"], [], {"KNO001", "KNO006", "KNO009", "KNO029", "KNO035"}),
        (["kno"], [], {"KNO001", "KNO006", "KNO009", "KNO029", "KNO035"}),
        (["KNO00"], [], {"KNO001", "KNO006", "KNO009"}),
        (["KNO029"], [], {"KNO029"}),
        (["nobody-asked-why", "workaround"], [], {"KNO029", "KNO009"}),
        (["FLW"], [], set()),
        (["KNO"], ["KNO0"], set()),
        ([], ["KNO029", "no-owner", "KNO03"], {"KNO001", "KNO009"}),
    ],
)
def test_select_and_ignore(select: list[str], ignore: list[str], codes: set[str], found: Found) -> None:
    assert {finding.code for finding in found(SEVERAL, select=select, ignore=ignore)} == codes


@pytest.mark.parametrize(
    ("word", "meant"), [("KON", "KNO"), ("XYZ", ""), ("nobody-asked-whi", "nobody-asked-why"), ("", "")]
)
@pytest.mark.parametrize("option", ["select", "ignore"])
def test_an_unknown_selection_is_said_with_what_was_meant(option: str, word: str, meant: str, found: Found) -> None:
    with pytest.raises(BadUsage) as raised:
        found("", **{option: [word]})
    assert f"”{word}”" in raised.value.text("sv")
    assert (f"Menar du ”{meant}”?" if meant else "”.") in raised.value.text("sv")


def test_an_unknown_pack_is_said_with_what_was_meant(found: Found) -> None:
    with pytest.raises(BadUsage, match="e-service"):
        found("", packs=["eservice"])


def of_a_pack(code: str, name: str, pack: str) -> Check:
    def find(view: View) -> Iterator[Hit]:
        yield hit(Ref(view.processes[0].id), process=view.label(Ref(view.processes[0].id)))

    return replace(NO_STEPS, code=code, name=name, packs=(pack,), find=find)


def test_packs_choose_what_is_looked_at(monkeypatch: pytest.MonkeyPatch, found: Found) -> None:
    own = catalogue.Catalogue((of_a_pack("RPA999", "of-rpa", "rpa"), of_a_pack("ESV999", "of-e-service", "e-service")))
    monkeypatch.setattr(catalogue, "load", lambda: own)
    assert said(found()) == []
    assert said(found(packs=["rpa"])) == ["RPA999 livsmedel"]
    assert said(found(packs=["rpa", "e-service"])) == ["ESV999 livsmedel", "RPA999 livsmedel"]
    assert said(found(select=["of-rpa"])) == ["RPA999 livsmedel"], "to name it is to choose it"
    assert said(found(configuration=Configuration(packs=("rpa",)))) == ["RPA999 livsmedel"]
    assert said(found(configuration=Configuration(packs=("rpa",)), packs=["e-service"])) == ["ESV999 livsmedel"]


def test_the_configuration_chooses_too(found: Found) -> None:
    settled = Configuration(select=("KNO00",), ignore=("no-owner",))
    assert {finding.code for finding in found(SEVERAL, configuration=settled)} == {"KNO001", "KNO009"}
    assert {finding.code for finding in found(SEVERAL, configuration=settled, ignore=["KNO001"])} == {"KNO009"}
    assert {finding.code for finding in found(SEVERAL, configuration=settled, select=["KNO029"])} == {"KNO029"}


def test_thresholds(found: Found) -> None:
    few = "flow:\n- registrator: A\n  why: B\n  persons_who_can: 2\n  exceptions: n/a\n"
    assert said(found(few)) == []
    assert said(found(few, configuration=Configuration(thresholds={"single-knower": 2}))) == [
        "KNO007 livsmedel/a.persons_who_can"
    ]
    with pytest.raises(BadConfiguration, match="single-knower"):
        found(few, configuration=Configuration(path="procmap.toml", thresholds={"single-knowr": 2}))


# What others have found


def test_findings_of_the_reader_are_chosen_alike() -> None:
    reading = read_text("process: A\nflow:\n- B: C\n  taks: d\n")
    codes = {finding.code for finding in reading.findings}
    assert codes
    assert codes < {finding.code for finding in check(reading.map, also=reading.findings)}
    assert not codes & {finding.code for finding in check(reading.map, also=reading.findings, ignore=["DOC"])}
    assert codes == {finding.code for finding in check(reading.map, also=reading.findings, select=["DOC"])}


# Accepting


def accepted(check: str, element: str, line: int = 1) -> Acceptance:
    return Acceptance(
        check=check,
        element=element,
        reason="Vi vet",
        role="Enhetschef",
        date=date(2026, 11, 23),
        place=Place("procmap.toml", line),
    )


@pytest.mark.parametrize("name", ["KNO009", "workaround"])
@pytest.mark.parametrize(
    "element",
    [
        "livsmedel/registrera-anmalan",
        "registrera-anmalan",
        "livsmedel/registrera-anmalan.workaround",
        "registrera-anmalan.workaround",
    ],
)
def test_what_is_accepted_is_silent(name: str, element: str, found: Found) -> None:
    before = found(SEVERAL)
    after = found(SEVERAL, configuration=Configuration(accepted=(accepted(name, element),)))
    assert set(said(before)) - set(said(after)) == {"KNO009 livsmedel/registrera-anmalan.workaround"}
    assert set(said(after)) <= set(said(before))


@pytest.mark.parametrize("element", ["livsmedel", "livsmedel.owner"])
def test_a_document_is_accepted_by_its_id(element: str, found: Found) -> None:
    after = found(SEVERAL, configuration=Configuration(accepted=(accepted("no-owner", element),)))
    assert {finding.code for finding in after} == {"KNO001", "KNO009", "KNO029", "KNO035"}


def test_one_of_several_that_are_gathered_is_accepted(found: Found) -> None:
    settled = Configuration(accepted=(accepted("nobody-asked-why", "kontrollera-avgiften"),))
    gathered = [finding for finding in found(SEVERAL, configuration=settled) if finding.code == "KNO029"]
    assert said(tuple(gathered)) == ["KNO029 livsmedel/kontrollera-lokalen.why", "KNO029 livsmedel/bedom-risken.why"]
    assert gathered[0].message("sv") == "Det står inte varför ”Kontrollera lokalen” görs."


@pytest.mark.parametrize("element", ["livsmedel/finns-inte", "kontrollera", "annan/registrera-anmalan", "livsmedel"])
def test_an_acceptance_that_meets_nothing_is_said(element: str, found: Found) -> None:
    settled = Configuration(accepted=(accepted("workaround", element, 7),))
    findings = [finding for finding in found(SEVERAL, configuration=settled) if finding.code == "CFG001"]
    assert len(findings) == 1
    assert findings[0].place == Place("procmap.toml", 7)
    assert element in findings[0].message("sv")


def test_an_acceptance_says_nothing_when_its_check_or_document_was_not_looked_at(found: Found) -> None:
    settled = Configuration(accepted=(accepted("workaround", "annan/x"),))
    assert "CFG001" not in {finding.code for finding in found(SEVERAL, configuration=settled, select=["KNO001"])}
    assert "CFG001" not in {finding.code for finding in found(SEVERAL, configuration=settled, partial=True)}


def test_an_acceptance_of_an_unknown_check_is_said(found: Found) -> None:
    settled = Configuration(accepted=(accepted("workarond", "registrera-anmalan"),))
    findings = [finding for finding in found(SEVERAL, configuration=settled) if finding.code == "CFG003"]
    assert [finding.message("sv") for finding in findings] == [
        "Det finns ingen kontroll som heter workarond, så godtagandet gäller inte. Menar du ”workaround”?"
    ]


# Gathering


def steps(number: int) -> str:
    lines = [f"  - registrator: Steg {i}\n    workaround: n/a\n" for i in range(number)]
    return "flow:\n" + "".join(lines) + "    exceptions: n/a\n"


def gathered(number: int, found: Found) -> Finding:
    findings = [finding for finding in found(steps(number)) if finding.code == "KNO029"]
    assert len(findings) == 1
    assert len(findings[0].refs) == number
    return findings[0]


def test_one_is_said_as_one_and_several_as_several(found: Found) -> None:
    assert gathered(1, found).message("sv") == "Det står inte varför ”Steg 0” görs."
    two = gathered(2, found)
    assert two.message("sv") == "Det står inte varför de här stegen görs: ”Steg 0” och ”Steg 1”."
    assert two.message("en") == "It does not say why these steps are done: “Steg 0” and “Steg 1”."
    assert gathered(3, found).message("en").endswith("“Steg 0”, “Steg 1” and “Steg 2”.")
    assert "”Steg 12”." in gathered(13, found).message("sv")
    assert gathered(40, found).message("sv").endswith("”Steg 11” och 28 till.")


def test_steps_of_one_name_are_named_once(found: Found) -> None:
    fragment = "flow:\n- registrator: Uppdatera\n  id: a\n  exceptions: n/a\n- registrator: Uppdatera\n  id: b\n"
    findings = found(fragment)
    assert said(findings) == ["KNO029 livsmedel/a.why livsmedel/b.why"]
    assert findings[0].message("sv") == "Det står inte varför ”Uppdatera” görs."


def test_each_role_is_asked_about_its_own_steps(found: Found) -> None:
    findings = found("flow:\n- registrator: A\n  handover: n/a\n  exceptions: n/a\n- inspektor: B\n")
    assert [(finding.role and finding.role("sv"), said((finding,))[0]) for finding in findings] == [
        ("Registrator", "KNO029 livsmedel/a.why"),
        ("Livsmedelsinspektör", "KNO029 livsmedel/b.why"),
    ]


def test_each_document_is_gathered_on_its_own() -> None:
    documents = "process: A\nowner: X\nflow:\n- B: C\n---\nprocess: D\nowner: X\nflow:\n- B: E\n"
    assert said(check(read_text(documents).map)) == ["KNO029 a/c.why", "KNO029 d/e.why"]


# What is said already


VARIANT = """\
process: Anmälan
owner: ??
flow:
  - Registrator: Registrera
  - Registrator: Granska
---
variant: Anmälan i grannkommunen
of: anmalan
changes:
  - at: Granska
    why: ??
  - after: Granska
    flow:
      - Registrator: Meddela
"""


def test_a_variant_is_asked_only_about_what_it_changes() -> None:
    reading = read_text(VARIANT)
    assert reading.findings == ()
    assert said(check(reading.map, select=["KNO001", "KNO006", "KNO029"])) == [
        "KNO006 anmalan.owner",
        "KNO029 anmalan/registrera.why anmalan/granska.why",
        "KNO001 anmalan-i-grannkommunen/granska.why",
        "KNO029 anmalan-i-grannkommunen/meddela.why",
    ]


def test_what_is_disputed_otherwise_in_a_variant_is_asked_there_too() -> None:
    voices = "lead_time: {disputed: [{Registrator: 2 d}, {Inspektör: %s}]}\n"
    origin = f"process: A\n{voices % '3 d'}flow: [B]\n"
    for answer, documents in (("3 d", {"a"}), ("9 d", {"a", "c"})):
        reading = read_text(f"{origin}---\nvariant: C\nof: a\n{voices % answer}")
        assert {finding.refs[0].document for finding in check(reading.map, select=["KNO013"])} == documents


def test_what_could_not_be_read_is_not_said_to_be_missing() -> None:
    text = """\
journey: Starta kafé
personas: {karin: Närstående}
persona: karinn
phases:
  - phase: Under
    steps:
      - step: Chattar
        touchpoints: [chatt, phone]
"""
    reading = read_text(text)
    alone = check(reading.map, select=["JRN005", "JRN010"])
    together = check(reading.map, select=["JRN005", "JRN010", "DOC"], also=reading.findings)
    assert {finding.code[:3] for finding in together} == {"DOC"} and len(together) == 2
    assert {finding.code for finding in alone} <= {"JRN005", "JRN010"}


def test_braces_in_names_stay(found: Found) -> None:
    findings = found('flow:\n- registrator: "Skriv {namn} och {"\n  exceptions: n/a\n- registrator: B\n')
    assert findings[0].message("sv") == "Det står inte varför de här stegen görs: ”Skriv {namn} och {” och ”B”."
    assert findings[0].question is not None and "“Skriv {namn} och {”" in findings[0].question("en")


# Breaking


def broken(after: int) -> Check:
    def find(view: View) -> Iterator[Hit]:
        for number in range(after):
            yield hit(Ref("livsmedel", f"n{number}"), process=view.label(Ref("livsmedel")))
        raise ZeroDivisionError

    return replace(of_a_pack("XXX001", "breaks", "default"), find=find)


def test_a_check_that_breaks_hides_nothing(monkeypatch: pytest.MonkeyPatch, found: Found) -> None:
    whole = catalogue.load()
    monkeypatch.setattr(catalogue, "load", lambda: whole._replace(checks=(*whole.checks, broken(2))))
    findings = found(SEVERAL)
    crash = next(finding for finding in findings if finding.code == "PRO001")
    assert crash.message("sv").startswith("Kontrollen XXX001 breaks gick sönder (ZeroDivisionError).")
    assert "ZeroDivisionError" in crash.values["traceback"]
    assert crash.refs == (Ref("livsmedel"),)
    assert {"KNO001", "KNO029", "XXX001"} <= {finding.code for finding in findings}
    assert sum(finding.code == "XXX001" for finding in findings) == 2


def test_a_crash_cannot_be_ignored(monkeypatch: pytest.MonkeyPatch, found: Found) -> None:
    monkeypatch.setattr(catalogue, "load", lambda: catalogue.Catalogue((broken(0),)))
    settled = Configuration(accepted=(accepted("PRO001", "livsmedel"),))
    assert found(ignore=["PRO"], configuration=settled)[0].code == "PRO001"


def test_a_hit_without_the_values_its_words_need_is_a_crash(monkeypatch: pytest.MonkeyPatch, found: Found) -> None:
    def find(view: View) -> Iterator[Hit]:
        yield hit(Ref("livsmedel"))

    wordless = replace(of_a_pack("XXX001", "wordless", "default"), find=find)
    monkeypatch.setattr(catalogue, "load", lambda: catalogue.Catalogue((wordless,)))
    assert [finding.code for finding in found()] == ["PRO001"]


def test_an_empty_map_is_silent() -> None:
    assert check(ProcessMap()) == ()
