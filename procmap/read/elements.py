"""References from one document to the elements of others: ``document/element``, ``document/subprocess/element``."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from procmap.model.activity import SubProcess
from procmap.model.process import Process
from procmap.model.process_map import nodes_within
from procmap.read import notices as say
from procmap.read.desk import Desk, Names, guess_hint, several, what_there_is
from procmap.read.names import nearest, slug
from procmap.ref import Ref
from procmap.source.shell import in_shell
from procmap.source.tree import Scalar
from procmap.text import Text

__all__ = ["Elements", "folder_of", "index_of", "not_read"]

_STEPS = Text(sv="stegen i {documents}", en="the steps of {documents}")
_BETWEEN = re.compile(r"\s*[.:>|\\–-]+\s*|\s+")
_DOCUMENTS = Text(sv="dokumenten som lästes", en="the documents that were read")


def not_read(at: Scalar, there: list[str], desk: Desk, ref: Ref | None = None) -> None:
    """Say that a document is not among those that were read, what is ``there``, and how to read it too."""
    hint = Text(sv=" {what}", en=" {what}").fill(what=what_there_is(there)) if there else ""
    desk.say(say.DOCUMENT_NOT_READ, at, ref, name=at.value, hint=hint, folder=folder_of(desk.path))


def folder_of(path: str) -> str:
    """The folder of a file, as it can be given to a command."""
    return in_shell(PurePosixPath(path).parent.as_posix())


def index_of(process: Process) -> Names:
    """Every element of a process by its path, its id and its name; a path may be written with ids and names mixed."""
    names = Names()
    spelled: dict[str, tuple[str, ...]] = {"": ("",)}
    for path, node in nodes_within(process):
        names.add(path, node.name)
        around = path[: len(path) - len(node.id)]
        labels = _labels(node.name)
        written = tuple(dict.fromkeys(prefix + part for prefix in spelled[around] for part in (node.id, *labels)))
        if isinstance(node, SubProcess):
            spelled[f"{path}/"] = tuple(f"{way}/" for way in written[:_MOST_SPELLINGS])
        for spelling in (node.id, *(written if around else ())):
            at = names.known.setdefault(spelling, [])
            if not at or at[-1] != path:
                at.append(path)
    return names


_MOST_SPELLINGS = 16
"""Deep inside many levels not every mixture of ids and names is worth keeping."""


def _labels(name: object) -> tuple[str, ...]:
    if isinstance(name, str):
        return (name,)
    return tuple(label for label in (getattr(name, "sv", None), getattr(name, "en", None)) if label)


def _hint(word: str, names: list[str]) -> Text:
    """The name that was surely meant; else the few that are nearest, and what to write where nothing stands behind."""
    if nearest(word, names):
        return guess_hint(word, names)
    said = set(_stems(word))
    close = sorted(dict.fromkeys(names), key=lambda name: -len(said.intersection(_stems(name))))[:_MOST_OFFERED]
    hint = Text(sv="{near} Finns inget bakom kontakten, skriv n/a; vet ingen, skriv ??.",
                en="{near} If nothing stands behind the contact, write n/a; if nobody knows, write ??.")
    return hint.fill(near=what_there_is(close, len(set(names)) > len(close)))


def _stems(text: str) -> list[str]:
    """The words of a name, without most of their endings."""
    return [word[:_STEM] for word in slug(text).split("-") if len(word) >= _STEM]


_MOST_OFFERED, _STEM = 3, 4


class Elements:
    """The processes that have been read, to be referred to from journeys and collaborations."""

    def __init__(self) -> None:
        self.documents = Names()
        self.processes: dict[str, Process] = {}
        self._indexes: dict[str, Names] = {}

    def add(self, key: str, process: Process) -> None:
        """Make a process known by the id it has in this map and by its name."""
        self.documents.add(key, process.name)
        self.documents.also(key.rpartition("#")[2], key)
        self.processes[key] = process

    def index(self, key: str) -> Names:
        """The elements of one process."""
        if key not in self._indexes:
            self._indexes[key] = index_of(self.processes[key])
        return self._indexes[key]

    def document(self, at: Scalar, desk: Desk, ref: Ref, missing: set[str]) -> str | None:
        """The process that a name means; what is not there is said once for each document, not for each reference."""
        found = self.documents.find(at.value)
        beside = [key for key in found if key.startswith(f"{desk.path}#")]
        found = beside if len(beside) == 1 else found
        if len(found) > 1:
            files = several(found)
            desk.say(say.SAME_DOCUMENT, at, ref, id=at.value, other=files)
        if not found:
            guess = self.documents.nearest(at.value)
            if at.value not in missing:
                missing.add(at.value)
                if guess:
                    hint = guess_hint(at.value, self.documents)
                    desk.say(say.NO_SUCH, at, ref, name=at.value, where=_DOCUMENTS, hint=hint)
                else:
                    not_read(at, self.documents.spoken(), desk, ref)
            found = self.documents.find(guess) if guess else []
        return found[0] if found else None

    def elements(self, at: Scalar, near: tuple[str, ...], desk: Desk, ref: Ref, missing: set[str]) -> list[str]:
        """``document/path`` of the elements that a reference means; without a document they are sought in ``near``.

        Steps of one name in several subprocesses are all meant: to the resident they are one and the same. What is
        nearly there is said, and taken; what is not there at all is said, and kept as it is written.
        """
        head, slash, tail = at.value.partition("/")
        if slash and not self._within(at.value, near):
            part = Scalar(head.strip(), at.line, at.column, len(head))
            key = self.document(part, desk, ref, missing)
            if key is None:
                return [at.value]
            wanted = Scalar(tail.strip(), at.line, at.column + len(head) + 1, max(1, len(tail)))
            keys: tuple[str, ...] = (key,)
        else:
            wanted, keys = at, near or tuple(self.processes)
        found = self._within(wanted.value, keys)
        if found:
            return found
        if not slash and (parted := self._parted(at.value)):
            fix, found = parted
            desk.say(say.SLASH_MISSING, at, ref, fix=fix)
            desk.instead_of_colon(at)
            return found
        if not self.processes:
            if not missing:
                missing.add(at.value)
                desk.say(say.NO_PROCESS_READ, at, ref, folder=folder_of(desk.path))
            return [at.value]
        names = [str(n) for key in keys for n in self.index(key).labels.values() if n is not None]
        if not slash and (documents := self.documents.find(at.value)):
            steps = [str(n) for n in self.index(documents[0]).labels.values() if n is not None]
            desk.say(say.WHICH_STEP, at, ref, name=at.value, fix=f"{at.value}/{steps[0] if steps else '…'}")
            return [at.value]
        guess = nearest(wanted.value, names)
        if not slash and missing and not guess:
            return [at.value]  # it stands in what was not read, and that has been said
        where = _STEPS.fill(documents=several(list(keys)))
        desk.say(say.NO_SUCH, wanted, ref, name=wanted.value, where=where, hint=_hint(wanted.value, names))
        return (self._within(guess, keys) if guess else []) or [f"{keys[0]}/{wanted.value}" if slash else at.value]

    def _parted(self, text: str) -> tuple[str, list[str]] | None:
        """A document and its step that another sign than a slash stands between, as it should be, and what it means."""
        for spelling in self.documents.known:
            between = _BETWEEN.match(text[len(spelling) :])
            if between and text[: len(spelling)].casefold() == spelling.casefold():
                tail = text[len(spelling) + between.end() :]
                if found := self._within(tail, tuple(self.documents.find(spelling))):
                    return f"{text[: len(spelling)]}/{tail}", found
        return None

    def _within(self, text: str, keys: tuple[str, ...]) -> list[str]:
        return [f"{key}/{path}" for key in keys for path in self.index(key).find(text)]
