"""The way to where pools do not get any further together, in the picture of a collaboration."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.draw.trace import A_WAY, Trail
from procmap.graph.run import Run
from procmap.graph.soundness_words import capital
from procmap.graph.together import Together
from procmap.graph.together_words import sentences, steps
from procmap.text import Language

__all__ = ["joint_trails"]

_STUCK = "option_to_complete"


def joint_trails(together: Together, language: Language) -> dict[str, Trail]:
    """What is drawn in each pool, by the id of its process; the first has the words, and the numbers go through all."""
    proof = together.proven
    numbers: dict[str, dict[str, tuple[int, ...]]] = {id: {} for id in together.courses}
    signs: dict[str, dict[str, str]] = {id: {} for id in together.courses}
    stuck = proof.elements.get(_STUCK, ()) if proof.properties[_STUCK] is False else ()
    lines = steps(together)
    for number, line in enumerate(lines, 1):
        for path in stuck if line.path is None else (line.path,):
            id, _, element = path.partition("/")
            numbers[id][element] = (*numbers[id].get(element, ()), number)
    marked = dict.fromkeys(proof.elements.get("no_dead_activities", ()), "never")
    marked.update(dict.fromkeys(stuck, "stuck" if together.standing else "endless"))
    for path, sign in marked.items():
        id, _, element = path.partition("/")
        signs[id][element] = sign
    said = " ".join(words(language) for words in sentences(together))
    heading = A_WAY(language) if lines else ""
    told = tuple(capital(line.words)(language) for line in lines)
    first = next(iter(together.courses))
    return {
        id: Trail(
            numbers[id],
            frozenset(_gone(together.runs[id])) if id in together.runs else frozenset(),
            signs[id],
            *((said, heading, told) if id == first else ()),
        )
        for id in together.courses
    }


def _gone(run: Run) -> Iterator[str]:
    """The paths of the flows that a pool certainly went."""
    for path, flows in (*run.into.items(), *run.there.items()):
        yield from (path[: path.rfind("/") + 1] + flow.id for flow in flows)
