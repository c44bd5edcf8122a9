"""Running checks: choose them, let each look, leave out what is accepted, gather what nobody has been asked.

A check that breaks says so and hides nothing: what it had found stands, and the others run. The order of the findings
is that of the map, never that of the checks or of a hash.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from procmap.checks import catalogue
from procmap.checks.check import DEFAULT, PACKS, Check, Hit
from procmap.checks.notices import CHECK_CRASHED, UNKNOWN_CHECK, UNMATCHED
from procmap.checks.selection import Selection, meant
from procmap.checks.settings import Acceptance, Configuration
from procmap.checks.words import WHO_LEADS, listing
from procmap.collector import uncollected
from procmap.errors import BadConfiguration, BadUsage
from procmap.finding import Finding
from procmap.graph.view import View
from procmap.model.collaboration import Collaboration
from procmap.model.knowledge import known
from procmap.model.process import Process
from procmap.model.process_map import Document, ProcessMap, as_map, nodes_within
from procmap.read.misread import misread
from procmap.ref import Ref
from procmap.text import Text

if TYPE_CHECKING:
    from procmap.graph.soundness import Proven
    from procmap.source.source import Source
    from procmap.verify.verify import Prover

__all__ = ["check"]

_PACK = Text(
    "”{pack}” är inget att kontrollera för.{guess} Det som finns är {known}.",
    "“{pack}” is nothing to check for.{guess} There is {known}.",
)
_NO_DAY = Text("{kind} är ingen dag. Ge today en date.", "{kind} is no day. Give today a date.")
_THRESHOLD = Text(
    "{path}: ingen kontroll har gränsen ”{name}”.{guess}", "{path}: no check has the threshold “{name}”.{guess}"
)


_HELD_BY_BPMN = frozenset({"name", "condition", "diagram", "calls", "message", "triggers", "default"})
"""The attributes that a finding about a file of BPMN may ask for."""

_WORK = 20_000_000
"""Pools are tried together in so many states, divided by how many elements and messages there are in them, and how
many of the first may meet the second (measured: about a second, whatever is in them)."""

_FEWEST = 4_000
_TOO_LARGE = Text(
    "Det är för stort för att prövas här; procmap verify prövar det.",
    "It is too large to be tried here; procmap verify tries it.",
)


@uncollected()
def check(
    map: ProcessMap | Document,
    *,
    packs: Iterable[str] = (),
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    today: date | None = None,
    configuration: Configuration | None = None,
    also: Iterable[Finding] = (),
    partial: bool = False,
    sources: Mapping[str, Source] | None = None,
) -> tuple[Finding, ...]:
    """Everything the checks find in a map, or in one document alone, in the order of the map.

    ``packs`` are further things to check for: ``rpa``, ``e-service``, ``journey``, ``sharing``. ``select`` and
    ``ignore`` hold codes, beginnings of codes (``KNO``) or names; what is selected is looked at whatever the pack.
    Both ``packs`` and ``select`` stand in for what the configuration says, ``ignore`` is added to it. ``today`` is the
    day that checks of age count from; without it they are silent. ``also`` holds findings made elsewhere, by the
    reader, which are chosen and accepted like the others and come first. With ``partial`` the map is known to lack
    documents that the configuration speaks of, so that an acceptance without a match says nothing. ``sources`` are the
    files that the documents were read from (``Reading.sources``): with them diagrams are looked at too, and nobody is
    asked what a file of BPMN has no place for, unless a pack or a code asks for it.

    What the reader has found wrong with a value is not said to be missing too, and a variant is not asked once more
    what its origin is asked. The flow of a process in which the reader has found errors is not proved: what is wrong
    with it may be what could not be read.

    Raises BadUsage for an unknown pack, code or name, for what is no map and for a day that is none, BadConfiguration
    for an unknown threshold.
    """
    map = as_map(map)
    if not (today is None or (isinstance(today, date) and not isinstance(today, datetime))):
        raise BadUsage(_NO_DAY.fill(kind=type(today).__name__))
    configuration = configuration or Configuration()
    known = catalogue.load()
    wanted = _packs(tuple(packs) or configuration.packs)
    selection = Selection.of(tuple(select) or configuration.select, (*configuration.ignore, *ignore))
    also = tuple(also)
    view = View(
        map,
        today=today,
        packs=frozenset(wanted),
        thresholds=_thresholds(known.checks, configuration),
        covered=frozenset().union(*(each.covers for each in known.checks if wanted & set(each.packs))),
        prover=_prover(map, misread(also)),
        sources=sources,
    )
    accepted = _Accepted(configuration.accepted)
    faulty = {ref for f in also if f.kind in ("error", "gap") for ref in f.refs if ref.attribute is not None}
    others = [f for f in also if selection.takes(f.code, f.name) and not accepted.takes(f.code, f.name, f.refs)]
    made = [
        (each, finding)
        for each in known.checks
        if selection.takes(each.code, each.name) and (selection.select or wanted & set(each.packs))
        for finding in _run(each, view, accepted, faulty, asked_for=bool(selection.select) or _is_for(each, wanted))
    ]
    found = _without_those_that_give_way(made, accepted.places)
    found.sort(key=lambda finding: (view.position(finding.refs[0]) if finding.refs else (-1, -1), finding.code))
    about_itself = [*accepted.left(selection, map, partial), *known.broken]
    return (*others, *found, *about_itself)


def _prover(map: ProcessMap, unproved: Collection[str]) -> Callable[[Process | Collaboration], Proven | None]:
    """Proves what was read as it is written; imported when a check asks, and by nobody else.

    Pools are proved together only where all of them are, and in fewer states the more there is in them, so that what a
    check of a file may cost does not grow with it.
    """

    @cache
    def prover(bound: int | None = None) -> Prover:
        from procmap.verify.verify import BOUND, Prover

        return Prover(map, BOUND if bound is None else min(bound, BOUND))

    def proven(what: Process | Collaboration) -> Proven | None:
        if what.id in unproved:
            return None
        if isinstance(what, Process):
            return prover().verify(what)
        ids = {known(pool.process) for pool in what.pools}
        if not ids.isdisjoint(unproved):
            return None
        elements = sum(len(tuple(nodes_within(each))) for each in map.processes if each.id in ids)
        messages = len(what.message_flows)
        bound = _WORK // max(elements + messages + elements * messages // 100, 1)
        return prover(bound).verify(what) if bound >= _FEWEST else _untried(what)

    return proven


def _untried(collaboration: Collaboration) -> Proven:
    from procmap.verify.result import PROPERTIES, Verification

    return Verification(id=collaboration.id, properties=dict.fromkeys(PROPERTIES), reason=_TOO_LARGE)


def _without_those_that_give_way(made: Iterable[tuple[Check, Finding]], accepted: set[Ref]) -> list[Finding]:
    """The findings without those of general checks about a value that another speaks of, or spoke of until accepted."""
    made = list(made)
    spoken_of = accepted.union(ref for check, finding in made if not check.gives_way for ref in finding.refs)

    def is_said(finding: Finding) -> bool:
        values = [ref for ref in finding.refs if ref.attribute is not None]
        return bool(values) and all(ref in spoken_of for ref in values)

    return [finding for check, finding in made if not (check.gives_way and is_said(finding))]


def _is_for(check: Check, packs: set[str]) -> bool:
    """Whether the check is looked at for one of the packs, and not by default."""
    return bool(packs.intersection(check.packs) - {DEFAULT})


def _run(check: Check, view: View, accepted: _Accepted, faulty: set[Ref], *, asked_for: bool) -> list[Finding]:
    """The findings of one check, with one more if it broke; ``faulty`` are values that could not be read.

    ``asked_for`` is whether somebody named what the check belongs to, so that it is not looked at by default.
    """
    if not asked_for and check.only_asks is not None and check.only_asks not in _HELD_BY_BPMN and view.is_all_bpmn:
        return []
    found: list[Finding] = []
    hits: list[Hit] = []
    gathered: dict[tuple[str, Text | None], list[Hit]] = {}
    broken: list[Finding] = []
    try:
        hits.extend(check.find(view))
    except Exception as error:
        broken.append(_crash(check, view, error))
    try:
        for hit in _of_its_own(hits, view):
            if hit.refs[0] in faulty or (not asked_for and _has_no_place(hit.refs[0], view)):
                continue
            if check.follows_arrows and any(view.is_torn(ref) for ref in hit.refs):
                continue
            if accepted.takes(check.code, check.name, hit.refs):
                continue
            if hit.asked:
                found.append(_say(check, view, hit.refs, hit.role, hit.values))
            else:
                gathered.setdefault((hit.refs[0].document, hit.role), []).append(hit)
        found.extend(_gather(check, view, hits) for hits in gathered.values())
    except Exception as error:
        broken.append(_crash(check, view, error))
    return [*found, *broken]


def _has_no_place(ref: Ref, view: View) -> bool:
    """Whether an attribute is one that the file cannot hold: BPMN says how work flows, not why, or who was asked."""
    return ref.attribute is not None and ref.attribute not in _HELD_BY_BPMN and view.is_bpmn(ref.document)


def _of_its_own(hits: list[Hit], view: View) -> list[Hit]:
    """The hits without those that a variant has from its origin, where the same is asked."""
    if not hits:
        return hits
    origins = {one.id: origin for one in view.documents if (origin := getattr(one, "variant_of", None))}
    if not origins:
        return hits
    asked: dict[Ref, list[Hit]] = {}
    for hit in hits:
        asked.setdefault(hit.refs[0], []).append(hit)

    def is_asked_before(hit: Hit) -> bool:
        document = hit.refs[0].document
        origin = origins.get(document)
        if origin is None:
            return False
        own, first = view.label(Ref(document)), view.label(Ref(origin))
        values = {key: first if value == own else value for key, value in hit.values.items()}
        there = asked.get(hit.refs[0]._replace(document=origin), ())
        return any(values == other.values for other in there)

    return [hit for hit in hits if not is_asked_before(hit)]


def _gather(check: Check, view: View, hits: Sequence[Hit]) -> Finding:
    """One finding for all that one role has not been asked about, in the order of the map."""
    hits = sorted(hits, key=lambda hit: view.position(hit.refs[0]))
    first = hits[0]
    refs = tuple(dict.fromkeys(ref for hit in hits for ref in hit.refs))
    steps = tuple(dict.fromkeys(hit.values["step"] for hit in hits))
    if len(steps) > 1 and check.gathered is not None:
        check = replace(check, message=check.gathered, question=check.gathered_question or check.question)
    return _say(check, view, refs, first.role, {**first.values, "steps": listing(steps)})


def _say(check: Check, view: View, refs: Sequence[Ref], role: Text | None, values: Mapping[str, Any]) -> Finding:
    """The finding in words; a sentence may begin with a name or a phrase, so its first letter is made a capital."""
    if (role or check.role) == WHO_LEADS:
        role = view.leader(refs[0].document) or role
    finding = Finding.of(check, *refs, role=role, **{"document": refs[0].document, **values})
    question = finding.question and _capital(finding.question)
    return replace(finding, message=_capital(finding.message), question=question)


def _capital(text: Text) -> Text:
    return Text(*(words[0].upper() + words[1:] for words in text))


def _crash(check: Check, view: View, error: Exception) -> Finding:
    from traceback import format_exc

    refs = [Ref(document.id) for document in view.documents[:1]]
    kind = type(error).__name__
    return Finding.of(CHECK_CRASHED, *refs, check=f"{check.code} {check.name}", error=kind, traceback=format_exc())


class _Accepted:
    """The acceptances, and which of them have met what they accept."""

    def __init__(self, acceptances: Sequence[Acceptance]) -> None:
        self.by_check: dict[str, list[Acceptance]] = {}
        for acceptance in acceptances:
            self.by_check.setdefault(acceptance.check, []).append(acceptance)
        self.met: set[int] = set()
        self.places: set[Ref] = set()

    def takes(self, code: str, name: str, refs: Sequence[Ref]) -> bool:
        """Whether a finding at a place, the first of its Refs, is accepted."""
        if not self.by_check or not refs:
            return False
        candidates = (*self.by_check.get(code, ()), *self.by_check.get(name, ()))
        meeting = [acceptance for acceptance in candidates if acceptance.matches(code, name, refs[0])]
        self.met.update(id(acceptance) for acceptance in meeting)
        if meeting:
            self.places.update(refs)
        return bool(meeting)

    def left(self, selection: Selection, map: ProcessMap, partial: bool) -> list[Finding]:
        """A finding for each acceptance that met nothing, if its check was looked at."""
        if not self.by_check:
            return []
        found = []
        names = {word: notice for notice in catalogue.notices() for word in (notice.code, notice.name)}
        for check, acceptances in self.by_check.items():
            notice = names.get(check)
            for acceptance in acceptances:
                if notice is None:
                    guess = meant(check, names)
                    found.append(Finding.of(UNKNOWN_CHECK, place=acceptance.place, check=check, guess=guess))
                elif id(acceptance) not in self.met and not partial and selection.takes(notice.code, notice.name):
                    found.append(Finding.of(UNMATCHED, place=acceptance.place, check=check, element=acceptance.element))
        return found


def _packs(packs: Sequence[str]) -> set[str]:
    for pack in packs:
        if pack not in (*PACKS, DEFAULT):
            raise BadUsage(_PACK.fill(pack=pack, guess=meant(pack, PACKS), known=", ".join(PACKS)))
    return {DEFAULT, *packs}


def _thresholds(checks: Iterable[Check], configuration: Configuration) -> dict[str, float]:
    thresholds = {name: value for each in checks for name, value in each.thresholds.items()}
    for name, value in configuration.thresholds.items():
        if name not in thresholds:
            guess = meant(name, thresholds)
            raise BadConfiguration(_THRESHOLD.fill(path=configuration.path, name=name, guess=guess))
        thresholds[name] = value
    return thresholds
