"""Which document each variant starts from: one that was read, and not the variant itself."""

from __future__ import annotations

from typing import Any

from procmap.model.label import Translated
from procmap.read import notices as say
from procmap.read.desk import Names, guess_hint, several
from procmap.read.elements import not_read
from procmap.read.job import Job
from procmap.read.names import nearest
from procmap.source.tree import Entries, Scalar, Tree
from procmap.text import Text

__all__ = ["depth_of", "find_origins", "label_of"]

_OF_WORDS = {"av", "variant_of", "variant av", "variant of", "från", "origin", "ursprung", "process", "journey"}
_DOCUMENTS = Text(sv="dokumenten som lästes", en="the documents that were read")
_ITSELF = Text(sv="”{name}” är varianten själv. {hint}", en="“{name}” is the variant itself. {hint}")
_OTHER_KIND = Text(
    sv="”{name}” är varken en process eller en användarresa.", en="“{name}” is neither a process nor a journey."
)


def label_of(tree: Tree) -> Any:
    """A document's name as it is written, in one language or two."""
    if isinstance(tree, Scalar):
        return tree.value
    if isinstance(tree, Entries):
        return Translated(
            **{k.value: v.value for k, v in tree.entries if isinstance(v, Scalar) and k.value in ("sv", "en")}
        )
    return None


def find_origins(jobs: dict[str, Job]) -> None:
    """Which document each variant starts from; one without, or in a circle, is said and left out."""
    names, others = Names(), Names()
    for job in jobs.values():
        possible = names if job.found.kind in ("process", "journey", "variant") else others
        possible.add(job.key, label_of(job.found.tree.entries[0][1]))
        if job.found.id not in possible.ids:
            possible.known.setdefault(job.found.id, []).append(job.key)
    for job in jobs.values():
        if job.kind != "variant":
            continue
        of = _of(job)
        if not isinstance(of, Scalar) or not of.value:
            at = job.found.tree.entries[0][0] if of is None or not of.line else of
            job.desk.say(say.NO_ORIGIN, at, hint=guess_hint("", _spoken(names, job)))
            continue
        found = [key for key in names.find(of.value) if key != job.key]
        if len(found) > 1:
            job.desk.say(say.SAME_DOCUMENT, of, id=of.value, other=several(found))
        if found:
            job.origin = found[0]
        elif others.find(of.value):
            job.desk.say(say.NO_ORIGIN, of, hint=_OTHER_KIND.fill(name=of.value))
        else:
            guess = nearest(of.value, _others(names, job))
            hint = guess_hint(of.value, [guess] if guess else _spoken(names, job))
            if names.find(of.value) == [job.key]:
                job.desk.say(say.NO_ORIGIN, of, hint=_ITSELF.fill(name=of.value, hint=hint))
            elif guess is None:
                not_read(of, _spoken(names, job), job.desk)
            else:
                job.desk.say(say.NO_SUCH, of, name=of.value, where=_DOCUMENTS, hint=hint)
                job.origin = names.find(guess)[0]
    for job in jobs.values():
        if job.found.kind == "variant":
            job.kind = _kind(job, jobs)


def _of(job: Job) -> Tree | None:
    """What a variant says that it is a variant of; another word for the key is said, and put right."""
    entries = job.found.tree.entries
    for number, (key, value) in enumerate(entries[1:], 1):
        if key.value == "of":
            return value
        if key.value.casefold() in _OF_WORDS:
            job.desk.say(say.SWEDISH_KEY, key, key=key.value, guess="of")
            entries[number] = (Scalar("of", key.line, key.column, key.length), value)
            return value
    return None


def _others(names: Names, job: Job) -> list[str]:
    """What a variant may start from, as one would write it."""
    return [name for name, keys in names.known.items() if job.key not in keys]


def _spoken(names: Names, job: Job) -> list[str]:
    """The same, each once, by its name."""
    return [str(name or id) for id, name in names.labels.items() if id != job.key]


def _kind(job: Job, jobs: dict[str, Job]) -> str:
    """What a variant becomes; whoever leads into a circle without being in it is lost, and the circle has been said."""
    seen = {job.key}
    at = job
    while at.found.kind == "variant":
        if at.origin == job.key:
            job.desk.say(say.CIRCLE, job.found.tree.entries[0][0], name=job.found.id)
        if at.origin is None or at.origin in seen:
            return "lost"
        seen.add(at.origin)
        at = jobs[at.origin]
    return at.found.kind


def depth_of(job: Job, jobs: dict[str, Job]) -> int:
    """How many documents a variant is away from the one that is none."""
    depth = 0
    while job.origin is not None:
        job, depth = jobs[job.origin], depth + 1
    return depth
