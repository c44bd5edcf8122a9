"""A large folder of BPMN in groups of files that have nothing to do with each other.

Checks look at what belongs together: a process, the collaboration around it, what it calls. So each group can be read
and looked at by itself, by any process, and all of it comes to the same as if the folder had been looked at as a whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from procmap.cli.paths import MANY
from procmap.read.bpmn_links import linked, links_of
from procmap.read.documents import XML_SUFFIXES
from procmap.read.reading import Named, files
from procmap.source.source import load

__all__ = ["Group", "groups_in"]


class Group(NamedTuple):
    """Files that belong together, and their numbers among all files.

    ``twice`` are the ids of documents that more than one of all files has.
    """

    files: tuple[Named, ...]
    numbers: tuple[int, ...]
    twice: frozenset[str]


def groups_in(paths: Sequence[str]) -> list[Group]:
    """The groups, in the order of their first files; none where the files are few, or some of them are no BPMN.

    Raises CannotRead as reading does.
    """
    found = list(files(paths))
    if len(found) <= MANY or not all(path.suffix.lower() in XML_SUFFIXES for path, _ in found):
        return []
    links = [links_of(load(path), path.as_posix()) for path, _ in found]
    counts = Counter(id for each in links for id in each.ids)
    twice = frozenset(id for id, count in counts.items() if count > 1)
    return [Group(tuple(found[number] for number in numbers), tuple(numbers), twice) for numbers in linked(links)]
