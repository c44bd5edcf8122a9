"""What the reader's notices are about, shown: a file that each is said of, and the same file put right.

The examples stand in ``reading_examples.yaml``, by code, for the notices that those who write a map meet most. They are
whole files, as that is what the reader speaks of; those of checks are laid over a map without faults. One of BPMN is
what stands within a file's outermost element.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from procmap.finding import Finding

if TYPE_CHECKING:
    from procmap.read.reading import Reading

__all__ = ["ReadingExample", "read_example", "reading_examples", "said_of"]

_HIDDEN = str.maketrans({"→": "\t", "␣": "\u00a0"})
_BPMN = (
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:exempel" '
    'xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC">'
)
"""On no line of its own, so that lines are counted as they are shown."""


class ReadingExample(NamedTuple):
    """A file that a notice is said of, and one that it is not said of; ``→`` is a tab and ``␣`` a hard space."""

    bad: str
    good: str


@cache
def reading_examples() -> dict[str, ReadingExample]:
    """The examples by the code of their notice; a notice that has none is not there."""
    import yaml

    text = Path(__file__).with_name("reading_examples.yaml").read_text(encoding="utf-8")
    return {code: ReadingExample(**example) for code, example in yaml.safe_load(text).items()}


def said_of(code: str) -> Finding | None:
    """What the notice says of its own bad example; None where it has no example."""
    example = reading_examples().get(code)
    findings = read_example(example.bad).findings if example else ()
    return next((finding for finding in findings if finding.code == code), None)


def read_example(text: str) -> Reading:
    """What the reader makes of an example, with the signs in it that cannot be seen."""
    from procmap.read.reading import read_text  # whoever lists what can be said needs no reader

    return read_text(f"{_BPMN}{text}</definitions>" if text.startswith("<") else text.translate(_HIDDEN))
