"""Comments in the files of a map, each with the thing that it stands at."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import NamedTuple

from procmap.model.likeness import is_implied
from procmap.model.part import Part
from procmap.ref import Ref
from procmap.source.comments import comments
from procmap.source.source import Source

__all__ = ["CommentAt", "comments_at"]


class CommentAt(NamedTuple):
    """A comment, on which line it stands, and the last thing that begins before it or beside it."""

    ref: Ref
    line: int
    text: str


def comments_at(source: Source, things: Iterable[tuple[Ref, Part]]) -> Iterator[CommentAt]:
    """The comments of a file, in order; what stands before all the things in it is at the first.

    A start or an end that nobody wrote stands where a step does, and is not what a comment is at.
    """
    written = list(comments(source.data))
    if not written:
        return
    places = [(place, ref) for ref, part in things if (place := source.positions.get(ref)) and not is_implied(part)]
    places.sort(key=itemgetter(0))
    lines = [line for (line, _), _ in places]
    for comment in written:
        if places:
            before = bisect_right(lines, comment.line)
            yield CommentAt(places[max(0, before - 1)][1], comment.line, comment.text)
