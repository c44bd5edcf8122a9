"""Who does it, and whatever else can be known of it: unknown, in dispute, not applicable, or where it comes from."""

from __future__ import annotations

from typing import Any

import pytest

from procmap.checks.engine import check
from procmap.draw.draw import draw
from procmap.model.knowledge import NOT_APPLICABLE, Disputed, Provenance, Says, Unknown
from procmap.read.reading import Reading, read_text
from procmap.write.write import write

IN_DISPUTE = Disputed((Says("enhetschef", "registrator"), Says("handlaggare", "handlaggare")))
TOLD = (Provenance(attribute="lane", method="told", by="Enhetschef", at="2026-03"),)
SAID: dict[str, tuple[str, Any, tuple[str, ...], tuple[Provenance, ...]]] = {
    "a role": ("Registrator", "registrator", (), ()),
    "several": ("Registrator, Handläggare", "registrator", ("handlaggare",), ()),
    "a list": ("[Registrator, Handläggare]", "registrator", ("handlaggare",), ()),
    "nobody knew": ("??", Unknown(), (), ()),
    "nobody knew, and whom to ask": ("?? Enhetschef", Unknown("enhetschef"), (), ()),
    "not applicable": ("n/a", NOT_APPLICABLE, (), ()),
    "in dispute": ("{disputed: [Enhetschef: Registrator, Handläggare: Handläggare]}", IN_DISPUTE, (), ()),
    "in dispute, on lines": (
        "\n      disputed:\n        - Enhetschef: Registrator\n        - Handläggare: Handläggare", IN_DISPUTE, (), ()
    ),
    "in dispute, and one does not know": (
        '{disputed: [Enhetschef: Registrator, Handläggare: "??"]}',
        Disputed((Says("enhetschef", "registrator"), Says("handlaggare", Unknown()))), (), (),
    ),
    "with where it comes from": (
        "{value: Registrator, method: told, by: Enhetschef, at: 2026-03}", "registrator", (), TOLD
    ),
    "several, with where it comes from": (
        '{value: "Registrator, Handläggare", method: told, by: Enhetschef, at: 2026-03}',
        "registrator", ("handlaggare",), TOLD,
    ),
}
STEP = "process: Bygglov\n{lanes}flow:\n  - {kind}: Granska\n    lane: {said}\n  - Handläggare: Besluta\n"
LISTED = "lanes: {registrator: Registrator, handlaggare: Handläggare, enhetschef: Enhetschef}\n"


@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize("kind", ["task", "subprocess", "wait", "exclusive"])
@pytest.mark.parametrize("lanes", [LISTED, "lanes: [Registrator, Handläggare, Enhetschef]\n"], ids=["by id", "by name"])
def test_of_a_step(said: str, kind: str, lanes: str) -> None:
    text, lane, others, source = SAID[said]
    reading = read_text(STEP.format(lanes=lanes, kind=kind, said=text), "karta.yaml")
    [step] = [node for node in reading.map.processes[0].nodes if node.id == "granska"]
    assert [f for f in reading.findings if f.code != "DOC078"] == []
    assert (step.lane, step.together_with, step.provenance) == (lane, others, source)
    assert _written_and_read(reading) == reading.map


@pytest.mark.parametrize("said", SAID)
def test_roles_that_nobody_listed_arise_from_what_is_said(said: str) -> None:
    text = SAID[said][0]
    process = read_text(STEP.format(lanes="", kind="task", said=text), "karta.yaml").map.processes[0]
    arisen = {each.id for each in process.lanes}
    assert ("registrator" in arisen) == ("Registrator" in text)
    assert "handlaggare" in arisen


OTHERS = Disputed((Says("enhetschef", ("registrator",)), Says("handlaggare", ("handlaggare", "enhetschef"))))
WITH: dict[str, tuple[str, Any, tuple[Provenance, ...]]] = {
    "a role": ("Handläggare", ("handlaggare",), ()),
    "several": ("Handläggare, Enhetschef", ("handlaggare", "enhetschef"), ()),
    "nobody knew": ("??", Unknown(), ()),
    "nobody knew, and whom to ask": ("?? Enhetschef", Unknown("enhetschef"), ()),
    "one, and nobody knew who else": ("Handläggare, ??", ("handlaggare", Unknown()), ()),
    "a list, and nobody knew who else": ('[Handläggare, Enhetschef, "?? Jurist"]', ("handlaggare", "enhetschef", Unknown("Jurist")), ()),
    "not applicable": ("n/a", NOT_APPLICABLE, ()),
    "in dispute": (
        '{disputed: [Enhetschef: Registrator, Handläggare: "Handläggare, Enhetschef"]}', OTHERS, ()
    ),
    "with where it comes from": (
        "{value: Handläggare, method: told, by: Enhetschef, at: 2026-03}", ("handlaggare",),
        (Provenance(attribute="together_with", method="told", by="Enhetschef", at="2026-03"),),
    ),
}


@pytest.mark.parametrize("said", WITH)
@pytest.mark.parametrize("kind", ["task", "subprocess", "wait", "exclusive"])
@pytest.mark.parametrize("lane", ["    lane: Registrator\n", ""])
def test_who_else_takes_part(said: str, kind: str, lane: str) -> None:
    text, others, source = WITH[said]
    reading = read_text(f"process: Bygglov\n{LISTED}flow:\n  - {kind}: Granska\n{lane}    with: {text}\n  - Besluta\n")
    [step] = [node for node in reading.map.processes[0].nodes if node.id == "granska"]
    assert [f for f in reading.findings if f.code != "DOC078"] == []
    assert (step.lane, step.together_with, step.provenance) == ("registrator" if lane else None, others, source)
    assert _written_and_read(reading) == reading.map


FIRST = {
    "nobody knew who else": ("Registrator, ??", ("registrator", Unknown())),
    "and whom to ask": ("Registrator, ?? Jurist", ("registrator", Unknown("Jurist"))),
    "several, and nobody knew who else": ("Registrator, Handläggare, ??", ("registrator", ("handlaggare", Unknown()))),
    "several, and whom to ask": (
        "Registrator, Handläggare, ?? Jurist", ("registrator", ("handlaggare", Unknown("Jurist")))
    ),
    "in the middle": ("Registrator, ??, Handläggare", ("registrator", ("handlaggare", Unknown()))),
    "nobody knew who with somebody": ("??, Handläggare", (Unknown(), ("handlaggare",))),
}  # fmt: skip


@pytest.mark.parametrize("said", FIRST)
def test_who_else_in_the_first_key(said: str) -> None:
    text, expected = FIRST[said]
    for lanes in (LISTED, ""):
        reading = read_text(f"process: Bygglov\n{lanes}flow:\n  - {text}: Granska\n")
        process = reading.map.processes[0]
        [step] = [node for node in process.nodes if node.id == "granska"]
        assert (step.lane, step.together_with) == expected
        assert all(lane.name and str(lane.name)[:1].isalpha() for lane in process.lanes)
        assert _written_and_read(reading) == reading.map


@pytest.mark.parametrize("others", ["?? Jurist", "Handläggare, ?? Jurist"])
def test_that_nobody_knew_who_else_is_asked_about(others: str) -> None:
    text = f"process: Bygglov\nflow:\n  - Registrator: Granska\n    with: {others}\n"
    found = check(read_text(text).map, select=["KNO033"])
    assert [(finding.message.sv, finding.role and finding.role.sv) for finding in found] == [
        ("För ”Granska” visste ingen vem mer som är med.", "Jurist")
    ]
    assert f"med {others.removesuffix(' Jurist')}" in draw(read_text(text).map)


@pytest.mark.parametrize("said", ["a role", "nobody knew", "in dispute", "with where it comes from"])
@pytest.mark.parametrize("where", ["process", "subprocess", "answer"])
def test_of_what_holds_around_steps(said: str, where: str) -> None:
    text, lane, _, _ = SAID[said]
    indent = {"process": 0, "subprocess": 4, "answer": 8}[where]
    text = text.replace("\n      ", "\n" + " " * (indent + 2))
    written = {
        "process": f"process: Bygglov\n{LISTED}lane: {text}\nflow:\n  - Granska\n",
        "subprocess": f"process: Bygglov\n{LISTED}flow:\n  - subprocess: S\n    lane: {text}\n    flow:\n      - Granska\n",
        "answer": (
            f"process: Bygglov\n{LISTED}flow:\n  - exclusive: Klart?\n    branches:\n      nej:\n        lane: {text}\n"
            "        flow:\n          - Granska\n      ja:\n"
        ),
    }[where]
    reading = read_text(written, "karta.yaml")
    assert not reading.findings
    nodes = list(reading.map.processes[0].nodes)
    inside = [inner for node in nodes for inner in getattr(node, "nodes", ())]
    [step] = [node for node in (*nodes, *inside) if node.id == "granska"]
    assert step.lane == lane
    assert _written_and_read(reading) == reading.map


def _written_and_read(reading: Reading) -> Any:
    return read_text(write(Reading(reading.map), "ny.yaml"), "ny.yaml").map
