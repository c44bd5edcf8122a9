"""A file with very much wrong: the first is said, and of the rest where it is."""

from __future__ import annotations

from collections import Counter

import pytest

from procmap.read.reading import read_text

STEP = "process: Bygglov\nflow:\n"


def codes(text: str) -> list[str]:
    return [finding.code for finding in read_text(text, "karta.yaml").findings]


@pytest.mark.parametrize("count", [19, 20])
def test_twenty_alike_are_all_said(count: int) -> None:
    assert codes(STEP + "  - Granska\n" * (count + 1)) == ["DOC062"] * count


@pytest.mark.parametrize(
    ("count", "sv", "en"),
    [
        (21, "rad 24.", "line 24."),
        (22, "rad 24–25.", "lines 24–25."),
        (1_000, "rad 24–1003.", "lines 24–1003."),
    ],
)
def test_of_more_the_rest_is_gathered(count: int, sv: str, en: str) -> None:
    findings = read_text(STEP + "  - Granska\n" * (count + 1), "karta.yaml").findings
    assert [finding.code for finding in findings] == ["DOC062"] * 20 + ["DOC098"]
    assert findings[-1].message("sv") == f"Samma slags fynd som på rad 4 finns också på {sv}"
    assert findings[-1].message("en") == f"The same kind of finding as on line 4 is also on {en}"
    assert findings[-1].place is not None and (findings[-1].place.line, findings[-1].kind) == (24, "error")


def test_the_first_slips_of_a_page_are_said_in_one_run() -> None:
    found = Counter(codes(STEP + "".join(f"  - Handläggare: Steg {i}: gör\n" for i in range(90))))
    assert found == {"DOC001": 20, "DOC098": 1}


def test_many_kinds_of_faults_do_not_drown_the_reader() -> None:
    line = "  - task: Granska {0}\n    varför: a\n    nyckelord{0}: b\n    touch_time: länge\n    volume: mycket\n    to: Ingenstans {0}\n"
    findings = read_text(STEP + "".join(line.format(number) for number in range(100)), "karta.yaml").findings
    found = Counter(finding.code for finding in findings)
    assert sum(found.values()) - found["DOC098"] - found["DOC106"] == 60
    [rest] = [finding.message("sv") for finding in findings if finding.code == "DOC106"]
    assert rest.startswith("Det finns 20 fynd till i filen, på rad ")


def test_each_file_has_its_own_measure() -> None:
    documents = "---\n".join(f"process: P{number}\nflow:\n" + "  - Granska\n" * 4 for number in range(20))
    assert Counter(codes(documents)) == {"DOC062": 20, "DOC098": 1}


OTHER_KINDS = {
    "prose": "Så här går det till hos oss.\n\nFörst kommer ansökan in: den diarieförs.\nSedan - ja.\n\n1) Besluta\n* Skicka\n" * 9,
    "a table": "Steg;Vem;Tid\n" + "Granska;Handläggare;10 min\n" * 40,
    "Markdown": "# Bygglov\n\n**Så här** gör vi\n\n- Ansökan: kommer in\n- *Granska*\n\n> Citat\n\n`kod` och text\n" * 9,
    "a program": 'def granska(x: int) -> None:\n    """Granska."""\n    return {x: [1, 2}\n\n' * 20,
}


@pytest.mark.parametrize("text", OTHER_KINDS.values(), ids=OTHER_KINDS)
def test_a_file_of_another_kind_is_said_to_be_no_map_and_nothing_more(text: str) -> None:
    assert codes(text) == ["DOC031"]
