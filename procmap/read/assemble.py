"""From documents to one map, in the order in which they refer to each other.

Catalogues come first, since all refer to them; then processes and their variants, collaborations, and the journeys
that meet them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from procmap.finding import Finding
from procmap.model.catalogue import Catalogue
from procmap.model.label import Translated
from procmap.model.process import Process
from procmap.model.process_map import ProcessMap
from procmap.read import notices as say
from procmap.read.collaboration import read_collaboration
from procmap.read.desk import Desk, Names, guess_hint, several
from procmap.read.documents import Found, Head, Opened
from procmap.read.elements import Elements, not_read
from procmap.read.journey import read_journey
from procmap.read.keys import CATALOGUE, SECTIONS
from procmap.read.names import nearest
from procmap.read.process import read_process
from procmap.read.variant import Removed, varied
from procmap.ref import Ref
from procmap.source.source import Source
from procmap.source.tree import Entries, Scalar, Tree, is_empty
from procmap.text import Text

if TYPE_CHECKING:
    from procmap.read.bpmn import BpmnReading

__all__ = ["Assembled", "assemble"]

_QUESTIONS = Text(sv="frågelista", en="list of questions")
_OF_WORDS = {"av", "variant_of", "variant av", "variant of", "från", "origin", "ursprung", "process", "journey"}
_DOCUMENTS = Text(sv="dokumenten som lästes", en="the documents that were read")
_ITSELF = Text(sv="”{name}” är varianten själv. {hint}", en="“{name}” is the variant itself. {hint}")
_OTHER_KIND = Text(
    sv="”{name}” är varken en process eller en användarresa.", en="“{name}” is neither a process nor a journey."
)

_Fault = tuple[str, tuple[tuple[str, str], ...]]
"""A finding's code and values, without lines: by this it is known again in a variant."""


@dataclass(slots=True)
class Job:
    """One document on its way; ``kind`` is what it becomes, ``origin`` the document that a variant starts from.

    ``heard`` are the faults found while it was read, said or not, ``removed`` what a variant's changes took away.
    """

    key: str
    found: Found
    desk: Desk
    kind: str
    origin: str | None = None
    heard: set[_Fault] = field(default_factory=set)
    removed: Removed = field(default_factory=dict)


@dataclass(slots=True)
class Assembled:
    """The map and what was said and seen on the way."""

    map: ProcessMap = field(default_factory=ProcessMap)
    findings: list[Finding] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    heads: list[Head] = field(default_factory=list)
    bpmn: list[BpmnReading] = field(default_factory=list)


def assemble(opened: list[Opened], known: Sequence[Process] = ()) -> Assembled:
    """Read what was recognised in all files together; ``known`` processes can be referred to."""
    done = Assembled()
    jobs = _jobs(opened, done)
    _find_origins(jobs)
    trees = _varied(jobs)
    assembly = _Assembly(jobs, trees, done)
    for process in known:
        assembly.elements.add(process.id, process)
    for bpmn in done.bpmn:
        assembly.take(bpmn)
    return assembly.run()


def _jobs(opened: list[Opened], done: Assembled) -> dict[str, Job]:
    """A job for each document, by its id, or by ``path#id`` where the same id is there twice."""
    counts: dict[str, int] = {}
    for file in opened:
        for id in (*(found.id for found in file.found), *(id for _, id, _ in (file.bpmn.heads if file.bpmn else ()))):
            counts[id] = counts.get(id, 0) + 1
    jobs: dict[str, Job] = {}
    processes = Names()
    for file in opened:
        if file.bpmn is not None:
            for process in _add_bpmn(file, file.bpmn, counts, done).processes:
                processes.add(process.id, process.name)
            continue
        source = Source(file.path, file.data)
        starts: list[tuple[int, str]] = []
        numbers: dict[str, int] = {}
        for found in file.found:
            key = found.id if counts[found.id] == 1 else f"{file.path}#{found.id}"
            number = numbers.get(key, 2)
            while key in jobs:
                key, number = f"{file.path}#{found.id}-{number}", number + 1
            numbers[f"{file.path}#{found.id}"] = number
            starts.append((found.tree.line, key))
            source.positions[Ref(key)] = (found.tree.line, found.tree.column)
            done.sources[key] = source
            done.heads.append(Head(file.path, found.kind, found.id))
            desk = Desk(file.path, key, done.findings, source.positions)
            desk.processes = processes
            jobs[key] = Job(key, found, desk, found.kind)
            if found.kind == "process":
                processes.add(key, _label(found.tree.entries[0][1]))
                processes.also(found.id, key)
        done.findings += [_with_document(finding, starts) for finding in file.findings]
    return jobs


def _add_bpmn(file: Opened, bpmn: BpmnReading, counts: dict[str, int], done: Assembled) -> BpmnReading:
    """Add what a BPMN file gave; it is read anew where another file has a document of the same id."""
    twice = {id: f"{file.path}#{id}" for _, id, _ in bpmn.heads if counts[id] > 1}
    if twice:
        from procmap.read.bpmn import read_bpmn

        bpmn = read_bpmn(file.data, file.path, True, twice) or bpmn
    source = Source(file.path, file.data, bpmn.positions, bpmn.diagrams)
    for kind, id, key in bpmn.heads:
        done.sources[key] = source
        done.heads.append(Head(file.path, kind, id))
    done.findings += bpmn.findings
    done.bpmn.append(bpmn)
    return bpmn


def _label(tree: Tree) -> Any:
    if isinstance(tree, Scalar):
        return tree.value
    if isinstance(tree, Entries):
        return Translated(
            **{k.value: v.value for k, v in tree.entries if isinstance(v, Scalar) and k.value in ("sv", "en")}
        )
    return None


def _with_document(finding: Finding, starts: list[tuple[int, str]]) -> Finding:
    """A fault in the text belongs to the document that it stands in."""
    if not starts:
        return finding
    line = (finding.place.line or 0) if finding.place else 0
    key = next((key for start, key in reversed(starts) if start <= line), starts[0][1])
    return replace(finding, refs=(Ref(key),))


def _find_origins(jobs: dict[str, Job]) -> None:
    """Which document each variant starts from; one without, or in a circle, is said and left out."""
    names, others = Names(), Names()
    for job in jobs.values():
        possible = names if job.found.kind in ("process", "journey", "variant") else others
        possible.add(job.key, _label(job.found.tree.entries[0][1]))
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


def _depth(job: Job, jobs: dict[str, Job]) -> int:
    """How many documents a variant is away from the one that is none."""
    depth = 0
    while job.origin is not None:
        job, depth = jobs[job.origin], depth + 1
    return depth


def _varied(jobs: dict[str, Job]) -> dict[str, Entries]:
    """The text of each variant with its changes made, before any reader has touched the origin's."""
    trees: dict[str, Entries] = {}
    variants = [job for job in jobs.values() if job.found.kind == "variant" and job.kind != "lost"]
    for job in sorted(variants, key=lambda job: _depth(job, jobs)):
        origin = jobs[job.origin or ""]
        tree = trees.get(origin.key, origin.found.tree)
        trees[job.key], job.removed = varied(tree, job.kind, job.found.tree, job.desk)
    return trees


class _Assembly:
    """Reads the jobs kind by kind."""

    def __init__(self, jobs: dict[str, Job], trees: dict[str, Entries], done: Assembled) -> None:
        self.jobs = jobs
        self.trees = trees
        self.done = done
        self.elements = Elements()
        self.catalogues: list[Catalogue] = []
        self.made: dict[str, list[Any]] = {"process": [], "journey": [], "collaboration": []}

    def take(self, bpmn: BpmnReading) -> None:
        """What a BPMN file gave, as the other documents may refer to it."""
        self.made["process"] += bpmn.processes
        self.made["collaboration"] += bpmn.collaborations
        for process in bpmn.processes:
            self.elements.add(process.id, process)

    def run(self) -> Assembled:
        """Everything, in the order of reference."""
        for job in self._of("catalogue"):
            self.catalogues.append(self._catalogue(job))
        for kind, read in (
            ("process", self._process),
            ("collaboration", self._collaboration),
            ("journey", self._journey),
        ):
            for job in sorted(self._of(kind), key=lambda job: _depth(job, self.jobs)):
                self._read(job, read)
        for job in self._of("questions"):
            job.desk.say(say.NOT_READ, job.found.tree, kind=_QUESTIONS)
        made = self.made
        self.done.map = ProcessMap(
            processes=tuple(made["process"]),
            journeys=tuple(made["journey"]),
            collaborations=tuple(made["collaboration"]),
            catalogues=tuple(self.catalogues),
        )
        return self.done

    def _of(self, kind: str) -> list[Job]:
        return [job for job in self.jobs.values() if job.kind == kind]

    def _catalogue(self, job: Job) -> Catalogue:
        entries = job.found.tree.entries
        plain = [e for e in entries if e[0].value != "id" and not (e[0].value in SECTIONS and is_empty(e[1]))]
        return Catalogue(**{**CATALOGUE.read(plain, job.desk, Ref(job.key)), "id": job.key})

    def _read(self, job: Job, read: Callable[[Job, Entries], Any]) -> None:
        for catalogue in self.catalogues:
            for section in ("lanes", "systems", "data", "rules", "personas", "evidence"):
                for entry in getattr(catalogue, section):
                    job.desk.sections[section].add(entry.id, entry.name)
        tree = self.trees.get(job.key, job.found.tree)
        before = len(self.done.findings)
        part = read(job, tree)
        if job.origin is not None:
            part = replace(part, variant_of=job.origin)
        self._once(job, before)
        self.made[job.kind].append(part)
        if job.kind == "process":
            self.elements.add(job.key, part)

    def _once(self, job: Job, before: int) -> None:
        """What comes from the origin has been said there; what its text says only now is the changes' doing."""
        new = self.done.findings[before:]
        job.heard = {_fault(finding) for finding in new}
        if job.origin is None:
            return
        del self.done.findings[before:]
        heard = self.jobs[job.origin].heard
        entries = job.found.tree.entries
        changes = next((key for key, _ in entries if key.value == "changes"), entries[0][0])
        for finding in new:
            if finding.place is not None and finding.place.line is not None:
                self.done.findings.append(_without_line(finding))
            elif (fault := _fault(finding)) not in heard:
                heard = heard | {fault}
                named = (job.removed.get(str(value)) for value in finding.values.values())
                at = next((spot for spot in named if spot is not None), changes)
                job.desk.say(say.CHANGE_BREAKS, at, what=_without_line(finding).message)

    def _process(self, job: Job, tree: Entries) -> Any:
        return read_process(tree, job.key, job.desk)

    def _journey(self, job: Job, tree: Entries) -> Any:
        return read_journey(tree, job.key, job.desk, self.elements)

    def _collaboration(self, job: Job, tree: Entries) -> Any:
        collaboration, own = read_collaboration(tree, job.key, job.desk, self.elements)
        for key, process in own:
            self.made["process"].append(process)
            self.elements.add(key, process)
            self.done.sources[key] = self.done.sources[job.key]
        return collaboration


def _fault(finding: Finding) -> _Fault:
    values = ((name, str(value)) for name, value in finding.values.items() if name != "first")
    return finding.code, tuple(sorted(values))


def _without_line(finding: Finding) -> Finding:
    """A finding that speaks of another place, where that is in the origin and so has no line."""
    if finding.values.get("first") != 0:
        return finding
    sv, en = finding.message
    sv = sv.replace("på rad 0", "i ursprunget").replace("rad 0", "i ursprunget")
    en = en.replace("on line 0", "in the origin").replace("line 0", "in the origin")
    return replace(finding, message=Text(sv, en))
