"""What a name sounds like, on names that municipalities give their steps, and on every name of the examples."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from procmap.checks.naming import begins_vaguely, is_command, names_two, spellings, style
from procmap.model.activity import Activity, Node, SubProcess
from procmap.model.event import Event
from procmap.model.gateway import Gateway
from procmap.model.process_map import nodes_within
from procmap.read.reading import read

NAMES = yaml.safe_load(Path(__file__).with_name("labels.yaml").read_text(encoding="utf-8"))
EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.mark.parametrize(("name", "verdict"), [(name, verdict) for verdict in NAMES for name in NAMES[verdict]])
def test_what_a_name_sounds_like(name: str, verdict: str) -> None:
    assert (style(name) or "unclear") == verdict


def named() -> Iterator[tuple[Node, str]]:
    for folder in sorted(EXAMPLES.iterdir()):
        for process in read(folder).map.processes:
            for _, node in nodes_within(process):
                yield from ((node, name) for name in spellings(node.name))


def test_no_step_of_the_examples_is_a_thing_or_a_question() -> None:
    steps = [name for node, name in named() if isinstance(node, Activity) and not isinstance(node, SubProcess)]
    assert len(steps) > 60
    assert [name for name in steps if style(name) in ("thing", "question")] == []


def test_no_event_of_the_examples_is_work_and_every_choice_is_a_question() -> None:
    events = [name for node, name in named() if isinstance(node, Event)]
    choices = [name for node, name in named() if isinstance(node, Gateway) and node.kind == "exclusive"]
    assert len(events) > 20 and len(choices) > 10
    assert [name for name in events if is_command(name)] == []
    assert {style(name) for name in choices} == {"question"}


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Utred och besluta", True),
        ("Skriv ut och posta brevet", True),
        ("Verify and approve request", True),
        ("Registrera ansökan och bilagor", False),
        ("Skicka till sökande och grannar", False),
        ("Registrering och granskning", False),
    ],
)
def test_two_acts_in_one_name(name: str, wanted: bool) -> None:
    assert names_two(name) is wanted


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Skicka beslutet", True),
        ("Notify applicant", True),
        ("Skickar beslutet", False),
        ("För sent inkommen", False),
        ("Öppna ärenden", False),
        ("Fråga besvarad", False),
        ("Order received", False),
        ("Approve email received", False),
        ("Registrerad", False),
        ("", False),
    ],
)
def test_what_somebody_is_told_to_do(name: str, wanted: bool) -> None:
    assert is_command(name) is wanted


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("Handlägg ärendet", True), ("Hantera", True), ("Process request", True), ("Registrera", False), ("", False)],
)
def test_what_says_no_more_than_that_something_is_done(name: str, wanted: bool) -> None:
    assert begins_vaguely(name) is wanted
