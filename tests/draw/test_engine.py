"""Graphviz is a program that may be missing, crash, hang, or leave something out without saying so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from procmap.draw.draw import draw
from procmap.draw.engine import engine_name, find_engine, lay_out
from procmap.errors import CannotDraw
from procmap.model.activity import Task
from procmap.model.process import Process

Put = Callable[..., Path]
APART = Process(id="p", name="P", nodes=(Task(id="a", name="A"), Task(id="b", name="B")))
EDGE = '{"objects": [], "edges": [{"pos": "e,1,1 0,0"}]}'


@pytest.mark.usefixtures("fake_engine")
def test_without_any_engine_the_user_is_told_what_to_install() -> None:
    assert find_engine() is None
    assert engine_name() == "no Graphviz"
    with pytest.raises(CannotDraw) as caught:
        draw(APART)
    assert 'pip install "procmap[dot]"' in caught.value.text.sv
    assert 'pip install "procmap[dot]"' in caught.value.text.en


def test_graphviz_pure_goes_before_dot_and_scripts_before_path(fake_engine: Put) -> None:
    fake_engine("", name="dot", folder=".")
    assert find_engine() == fake_engine("", name="dot", folder=".")
    fake_engine("", folder=".")
    assert find_engine() == fake_engine("", folder=".")
    beside = fake_engine("")
    assert find_engine() == beside


def test_the_name_has_the_version(fake_engine: Put) -> None:
    fake_engine("echo 'graphviz-pure - graphviz-pure version 9.8.7 (of something)' >&2")
    assert engine_name() == "graphviz-pure 9.8.7"


def test_an_engine_that_says_no_version_still_has_a_name(fake_engine: Put) -> None:
    fake_engine("exit 3", name="dot", folder=".")
    assert engine_name() == "dot"


def test_a_warning_and_exit_1_are_fine_where_the_answer_is_whole(fake_engine: Put) -> None:
    fake_engine(f"echo 'Warning: trouble in init_rank' >&2\necho '{EDGE}'\nexit 1")
    assert lay_out([("digraph {a -> b}", 1)])[0]["edges"]


FAULTS = {
    "crashes": ("echo 'thread panicked' >&2\nexit 101", "thread panicked"),
    "says nothing": ("exit 0", "the answer is incomplete"),
    "stops half-way": ("echo '{\"objects\": ['\nexit 1", "the answer is incomplete"),
    "answers something else": ("echo '[]'", "the answer is incomplete"),
    "fails with an answer": (f"echo '{EDGE}'\nexit 2", "the answer is incomplete"),
    "loses an edge": (f"echo '{EDGE}'\nexit 1", "1 of 2 arrows were lost"),
    "has braces in what it says": ("echo 'syntax error near {x} %s' >&2\nexit 1", "syntax error near {x} %s"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_goes_wrong_is_said(fault: str, fake_engine: Put) -> None:
    script, reason = FAULTS[fault]
    fake_engine(script)
    with pytest.raises(CannotDraw) as caught:
        lay_out([("digraph {a -> b -> c}", 2)])
    assert caught.value.text("en") == f"Graphviz (graphviz-pure) could not draw: {reason}"
    assert caught.value.text("sv").startswith("Graphviz (graphviz-pure) kunde inte rita: ")


def test_an_engine_that_hangs_is_stopped(fake_engine: Put) -> None:
    fake_engine("exec sleep 600")
    with pytest.raises(CannotDraw, match=r"did not finish within 0\.3 seconds"):
        lay_out([("digraph {}", 0)], timeout=0.3)


def test_an_engine_that_cannot_be_run_is_said(fake_engine: Put) -> None:
    path = fake_engine("")
    path.write_bytes(b"\x00\x01 no program")
    with pytest.raises(CannotDraw, match="did not start"):
        lay_out([("digraph {}", 0)])
