"""What becomes of data: who reads and writes it, where it comes in, and what of it other documents know."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from procmap.graph.data_use import Use, uses
from procmap.graph.view import View
from procmap.read.reading import read_text

HEAD = "lanes: {sokande: {name: Sökande, kind: customer}, h: Handläggare}\ndata: {ansokan: Ansökan, beslut: Beslut}\n"


@pytest.fixture
def use() -> Callable[..., Use]:
    """What is done with a piece of data, by its Ref, in a map of some documents."""

    def use(text: str, ref: str = "p/data/ansokan") -> Use:
        reading = read_text(text)
        assert [finding.message("sv") for finding in reading.findings] == []
        return next(each for each in uses(View(reading.map)) if str(each.ref) == ref)

    return use


def process(flow: str, head: str = HEAD, name: str = "P") -> str:
    return f"process: {name}\n{head}flow:\n{flow}"


def paths(touches: tuple[object, ...]) -> list[str]:
    return [str(touch.ref) for touch in touches]  # type: ignore[attr-defined]


def test_steps_and_questions_read_and_write(use: Callable[..., Use]) -> None:
    flow = "  - h: Läs\n    reads: ansokan\n  - h: Räcker det?\n    reads: ansokan\n    branches: {ja: , nej: }\n"
    found = use(process(flow + "  - h: Skriv\n    writes: beslut, ansokan\n"))
    assert paths(found.reads) == ["p/las", "p/racker-det"]
    assert paths(found.writes) == ["p/skriv"]
    assert found.is_read and found.is_written


COMES_IN = {
    "an event speaks of it": "  - start: Ansökan kommer in\n",
    "in another form of the word": "  - wait: Ansökans bilagor kommer\n",
    "a message is called so": "  - wait: Posten kommer\n    message: ansökan\n",
    "the resident's own step speaks of it": "  - sokande: Skickar sin ansökan\n",
}


@pytest.mark.parametrize("flow", COMES_IN.values(), ids=COMES_IN)
def test_it_comes_in_where(flow: str, use: Callable[..., Use]) -> None:
    found = use(process(flow + "  - h: Läs\n"))
    assert len(found.comes_in) == 1 and found.is_brought_in
    assert not use(process(flow + "  - h: Läs\n"), "p/data/beslut").is_brought_in


def test_it_does_not_come_in_by_our_own_step(use: Callable[..., Use]) -> None:
    assert not use(process("  - h: Läs ansökan\n")).is_brought_in


GOES_OUT = {
    "a message of its name is sent": "  - h: Klart\n    sends: beslut\n",
    "a step says that it is sent": "  - h: Skicka beslutet\n",
}


@pytest.mark.parametrize("flow", GOES_OUT.values(), ids=GOES_OUT)
def test_it_goes_out_where(flow: str, use: Callable[..., Use]) -> None:
    assert use(process(flow), "p/data/beslut").goes_out
    assert not use(process(flow)).goes_out


def test_another_document_may_write_what_has_its_name(use: Callable[..., Use]) -> None:
    other = process("  - h: Skriv\n    writes: x\n", head="data: {x: ANSÖKAN}\n", name="Annan")
    found = use(process("  - h: Läs\n    reads: ansokan\n") + "---\n" + other)
    assert found.is_written and found.writes == ()


def test_what_a_catalogue_describes_is_read_by_all_that_refer_to_it(use: Callable[..., Use]) -> None:
    one = process("  - h: Läs\n    reads: Kartan\n", head="")
    two = process("  - h: Läs\n    reads: Kartan\n", head="", name="Q")
    found = use(f"{one}---\n{two}---\ncatalogue: Gemensamt\ndata: {{karta: Kartan}}\n", "gemensamt/data/karta")
    assert paths(found.reads) == ["p/las", "q/las"]


def test_an_e_service_asks_for_it(use: Callable[..., Use]) -> None:
    head = HEAD + "e_service: {fields: ansokan}\n"
    assert use(process("  - h: Läs\n", head)).is_asked_for
    assert not use(process("  - h: Läs\n", head), "p/data/beslut").is_asked_for
