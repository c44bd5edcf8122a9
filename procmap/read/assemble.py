"""From documents to one map, in the order in which they refer to each other.

Catalogues come first, since all refer to them; then processes and their variants, collaborations, and the journeys
that meet them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from procmap.finding import Finding
from procmap.model.catalogue import Catalogue
from procmap.model.process import Process
from procmap.model.process_map import ProcessMap
from procmap.read import notices as say
from procmap.read.bpmn_calls import ambiguous_calls
from procmap.read.collaboration import read_collaboration
from procmap.read.desk import Desk, Names
from procmap.read.documents import Head, Opened
from procmap.read.elements import Elements
from procmap.read.job import Fault, Job
from procmap.read.journey import read_journey
from procmap.read.keys import CATALOGUE, SECTIONS
from procmap.read.origins import depth_of, find_origins, label_of
from procmap.read.process import read_process
from procmap.read.variant import varied
from procmap.ref import Ref
from procmap.source.source import Source
from procmap.source.tree import Entries, is_empty
from procmap.text import Text

if TYPE_CHECKING:
    from procmap.read.bpmn import BpmnReading

__all__ = ["Assembled", "assemble"]

_QUESTIONS = Text(sv="frågelista", en="list of questions")


@dataclass(slots=True)
class Assembled:
    """The map and what was said and seen on the way."""

    map: ProcessMap = field(default_factory=ProcessMap)
    findings: list[Finding] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    heads: list[Head] = field(default_factory=list)
    bpmn: list[BpmnReading] = field(default_factory=list)


def assemble(opened: list[Opened], known: Sequence[Process] = (), twice: Collection[str] = ()) -> Assembled:
    """Read what was recognised in all files together; ``known`` processes can be referred to.

    ``twice`` are ids that documents of other files have too, which are not read now.
    """
    done = Assembled()
    counts = Counter(twice)
    for file in opened:
        counts.update(found.id for found in file.found)
        counts.update(id for _, id, _ in (file.bpmn.heads if file.bpmn else ()))
    jobs = _jobs(opened, done, counts)
    find_origins(jobs)
    trees = _varied(jobs)
    assembly = _Assembly(jobs, trees, done)
    for process in known:
        assembly.elements.add(process.id, process)
    for bpmn in done.bpmn:
        assembly.take(bpmn)
    done.findings += ambiguous_calls(done.bpmn, done.heads, done.sources)
    return assembly.run()


def _jobs(opened: list[Opened], done: Assembled, counts: Mapping[str, int]) -> dict[str, Job]:
    """A job for each document, by its id, or by ``path#id`` where the same id is there twice."""
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
                processes.add(key, label_of(found.tree.entries[0][1]))
                processes.also(found.id, key)
        done.findings += [_with_document(finding, starts) for finding in file.findings]
    return jobs


def _add_bpmn(file: Opened, bpmn: BpmnReading, counts: Mapping[str, int], done: Assembled) -> BpmnReading:
    """Add what a BPMN file gave; it is read anew where another file has a document of the same id."""
    twice = {id: f"{file.path}#{id}" for _, id, _ in bpmn.heads if counts[id] > 1}
    if twice:
        from procmap.read.bpmn import read_bpmn

        bpmn = read_bpmn(file.data, file.path, True, twice) or bpmn
    source = Source(file.path, file.data, bpmn.positions, bpmn.diagrams, bpmn.written)
    for kind, id, key in bpmn.heads:
        done.sources[key] = source
        done.heads.append(Head(file.path, kind, id))
    done.findings += bpmn.findings
    done.bpmn.append(bpmn)
    return bpmn


def _with_document(finding: Finding, starts: list[tuple[int, str]]) -> Finding:
    """A fault in the text belongs to the document that it stands in."""
    if not starts:
        return finding
    line = (finding.place.line or 0) if finding.place else 0
    key = next((key for start, key in reversed(starts) if start <= line), starts[0][1])
    return replace(finding, refs=(Ref(key),))


def _varied(jobs: dict[str, Job]) -> dict[str, Entries]:
    """The text of each variant with its changes made, before any reader has touched the origin's."""
    trees: dict[str, Entries] = {}
    variants = [job for job in jobs.values() if job.found.kind == "variant" and job.kind != "lost"]
    for job in sorted(variants, key=lambda job: depth_of(job, jobs)):
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
        self.shared: dict[str, Names] = {}
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
            self._share(self._catalogue(job))
        for kind, read in (
            ("process", self._process),
            ("collaboration", self._collaboration),
            ("journey", self._journey),
        ):
            for job in sorted(self._of(kind), key=lambda job: depth_of(job, self.jobs)):
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

    def _share(self, catalogue: Catalogue) -> None:
        """Let all other documents refer to what a catalogue holds."""
        self.catalogues.append(catalogue)
        for section in ("lanes", "systems", "data", "rules", "personas", "evidence"):
            names = self.shared.setdefault(section, Names())
            for entry in getattr(catalogue, section):
                names.add(entry.id, entry.name)

    def _read(self, job: Job, read: Callable[[Job, Entries], Any]) -> None:
        for section, names in self.shared.items():
            job.desk.sections[section].behind = names
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


def _fault(finding: Finding) -> Fault:
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
