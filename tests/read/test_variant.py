"""Variants: what the changes do, what they refuse, and that the difference from the origin is just what they say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from procmap.finding import Finding
from procmap.model.compare import compare
from procmap.read.names import slug
from procmap.read.reading import Reading, read, read_text
from procmap.ref import Ref

# The law: what the changes say, and nothing else


@dataclass
class Origin:
    """A random process, and what in it can be changed without breaking a reference."""

    tree: dict[str, Any]
    steps: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)
    """Scope, name and item of each step."""
    wanted: set[str] = field(default_factory=set)
    """The names that some ``to`` leads to."""


@st.composite
def origins(draw: st.DrawFn) -> Origin:
    """Steps, questions, parallels, subprocesses, waits and borders, nested, with jumps back."""
    made = Origin({})
    number = iter(range(1000))
    texts = st.sampled_from(["lag", "vana", "beslut"])

    def named(scope: str, key: str, word: str, **keys: Any) -> dict[str, Any]:
        name = f"{word} {next(number)}"
        item = {key: name, **keys}
        made.steps.append((scope, name, item))
        return item

    def path(scope: str, depth: int, before: list[str]) -> list[Any]:
        items: list[Any] = []
        for _ in range(draw(st.integers(0 if depth else 1, 3))):
            kinds = ["task", "task", "wait", "border"] + ["question", "parallel", "subprocess"] * (depth < 2)
            kind = draw(st.sampled_from(kinds))
            if kind == "task":
                items.append(named(scope, draw(st.sampled_from(["a", "b"])), "Gör"))
                if draw(st.booleans()):
                    items[-1]["why"] = draw(texts)
            elif kind == "wait":
                items.append(named(scope, "wait", "Vänta"))
                if before and draw(st.booleans()):
                    items[-1]["unless"] = {"timer": "3 weeks", "to": jump(before)}
            elif kind == "border":
                inner = path(scope, depth + 1, [])
                items.append(named(scope, "b", "Pröva", unless={"timer": "2 d", "flow": inner}))
            elif kind == "question":
                answers = {"ja": path(scope, depth + 1, before) or "", "nej": path(scope, depth + 1, before)}
                if before and draw(st.booleans()):
                    answers["nej"].append({"to": jump(before)})
                items.append(named(scope, "exclusive", "Är det så", branches=answers))
            elif kind == "parallel":
                branches = {"x": path(scope, depth + 1, []), "y": path(scope, depth + 1, [])}
                items.append(named(scope, "parallel", "Samtidigt", branches=branches))
            else:
                name = f"Del {next(number)}"
                item = {"subprocess": name, "flow": path(f"{scope}{slug(name)}/", depth + 1, [])}
                made.steps.append((scope, name, item))
                items.append(item)
            before = [*before, next(iter(items[-1].values()))] if depth == 0 else before
        return items

    def jump(before: list[str]) -> str:
        name = draw(st.sampled_from(before))
        made.wanted.add(name)
        return name

    made.tree = {
        "process": "Ursprung",
        "lanes": {"a": "Registrator", "b": {"name": "Handläggare"}},
        "rules": {"r1": {"says": "Högst {grans}", "limits": {"grans": "500 m"}}, "r2": {"says": "Minst en"}},
        "systems": {"s": "Diariet"},
        "flow": path("", 0, []),
    }
    return made


def inside(item: Any, *, within: bool = False) -> Iterator[str]:
    """The names of a step and all that goes with it; ``within``: what is inside subprocesses, too."""
    if isinstance(item, list):
        for each in item:
            yield from inside(each, within=within)
    elif isinstance(item, dict):
        for key, value in item.items():
            if key in ("a", "b", "wait", "exclusive", "parallel", "subprocess"):
                yield value
            elif within or "subprocess" not in item:
                yield from inside(value, within=within)


Told = set[tuple[str, str | None]]


@st.composite
def variants(draw: st.DrawFn) -> tuple[Origin, dict[str, Any], Told]:
    """A process, a variant of it, and the differences that its changes tell of, as (kind, path)."""
    origin = draw(origins())
    changes: list[dict[str, Any]] = []
    told: Told = {("renamed", None)}
    touched: set[str] = set()
    texts = {name: yaml.safe_dump(item, allow_unicode=True) + "\n" for _, name, item in origin.steps}
    chosen = draw(st.permutations(origin.steps))[: draw(st.integers(0, 4))]
    for number, (scope, name, item) in enumerate(chosen):
        names = {other for _, other, _ in origin.steps if f"{other}\n" in texts[name]}
        if names & touched or any(f"{name}\n" in texts[other] for other in touched):
            continue
        touched |= names
        gone = set(inside(item, within=True))
        path = scope + slug(name)
        new = {"b": f"Ny {number}", "system": "s"}
        kinds = ["why", "name", "after", "before", "answer"] + ["without", "instead_of"] * (not gone & origin.wanted)
        kind = draw(st.sampled_from(kinds))
        if kind == "answer" and "exclusive" in item:
            changes.append({"at": name, "branches": {"kanske": [new]}})
            told |= {("added", f"{path}.kanske"), ("added", f"{scope}ny-{number}")}
        elif kind in ("why", "answer"):
            changes.append({"at": name, "why": "något annat"})
            told.add(("changed", path))
        elif kind == "name":
            changes.append({"at": name, "name": f"{name} i stället"})
            told.add(("renamed", path))
        elif kind in ("after", "before"):
            changes.append({kind: name, "flow": [new]})
            told.add(("added", f"{scope}ny-{number}"))
        else:
            changes.append({kind: name} if kind == "without" else {kind: name, "flow": [new]})
            told |= {("removed", scope + slug(each)) for each in inside(item)}
            if kind == "instead_of":
                told.add(("added", f"{scope}ny-{number}"))
    tree: dict[str, Any] = {"variant": "Annan kommun", "of": "Ursprung"}
    if draw(st.booleans()):
        changes.append({"at": "rules/r1", "limits": {"grans": "100 m"}})
        told.add(("changed", "rules/r1"))
    if draw(st.booleans()):
        changes.append({"without": "rules/r2"})
        told.add(("removed", "rules/r2"))
    if draw(st.booleans()):
        changes.append({"at": "lanes/b", "name": "Utredare"})
        told.add(("renamed", "lanes/b"))
    if draw(st.booleans()):
        tree["rules"] = {"r3": {"says": "Läkarintyg finns", "source": "lag"}}
        told.add(("added", "rules/r3"))
    if draw(st.booleans()):
        tree["purpose"] = "Ett annat"
        told = told - {("renamed", None)} | {("changed", None)}
    return origin, {**tree, "changes": changes}, told


def as_text(*documents: dict[str, Any]) -> str:
    return yaml.safe_dump_all(documents, allow_unicode=True, sort_keys=False)


def differences(reading: Reading) -> Told:
    """What compare says of a variant beside its origin."""
    origin, variant = reading.map.processes
    found = compare(origin, variant).differences
    assert variant.variant_of == origin.id
    return {(d.kind, (d.before or d.after).element) for d in found if d.kind != "same"}  # type: ignore[union-attr]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(variants())
def test_the_difference_is_just_what_the_changes_say(drawn: tuple[Origin, dict[str, Any], Told]) -> None:
    origin, variant, told = drawn
    reading = read_text(as_text(origin.tree, variant))
    assert [f.message.en for f in reading.findings] == []
    assert differences(reading) == told


# What each verb does

PROCESS = """\
process: Parkering
lanes:
  reg: Registrator
  jur: {name: Jurist}
systems: {diariet: Diariet}
rules:
  grans: {says: "Högst {m}", limits: {m: 500 m}, cases: [{given: 400 m, expect: ja}]}
deadlines:
  - {name: Inom tre veckor, within: 3 weeks, from: Registrera, to: Besluta}
flow:
  - Registrator: Registrera
    why: Allmän handling
    decision: {appeal: none, automated: true}
    exceptions:
      - {name: Fel kommun, action: Skicka vidare}
  - Registrator: Är den komplett?
    branches:
      ja: Tacka
      nej:
        flow:
          - Registrator: Begär komplettering
          - wait: Komplettering inkommer
            unless: {timer: 3 weeks, flow: Påminn}
        to: Är den komplett?
  - subprocess: Utredning
    flow:
      - Läs
      - Registrator: Granska
  - subprocess: Kontroll
    flow:
      - Läs
      - Väg samman
  - Jurist: Besluta
    rule: grans
  - end: Klart
"""
JOURNEY = """\
journey: Resa
id: parkering
phases:
  - phase: Före
    zone: before
    steps:
      - step: Läser
        feels: -1
      - Ringer
  - phase: Efter
    zone: after
    steps:
      - step: Väntar
"""

VERBS: dict[str, tuple[str, str, list[str]]] = {
    "a key": (PROCESS, "- {at: Registrera, why: Delgivning}", ["changed registrera why"]),
    "a key that is new": (PROCESS, "- {at: Granska, why: Delgivning}", ["changed utredning/granska why"]),
    "a key that goes": (PROCESS, "- {at: Registrera, why: n/a}", ["changed registrera why"]),
    "keys below merge": (
        PROCESS,
        "- {at: Registrera, decision: {appeal: forvaltningsbesvar}}",
        ["changed registrera decision.appeal"],
    ),
    "lists replace": (
        PROCESS,
        "- {at: Registrera, exceptions: [{name: Dubblett}]}",
        ["changed registrera exceptions.Fel kommun exceptions.Dubblett"],
    ),
    "a value that nobody knows": (PROCESS, '- {at: Registrera, why: "??"}', ["changed registrera why"]),
    "by its id": (PROCESS, "- {at: registrera, why: X}", ["changed registrera why"]),
    "by its path of ids": (PROCESS, "- {at: utredning/las, why: X}", ["changed utredning/las why"]),
    "by its path of names": (PROCESS, "- {at: Kontroll/Läs, why: X}", ["changed kontroll/las why"]),
    "a bare sentence": (PROCESS, "- {at: Väg samman, lane: jur}", ["changed kontroll/vag-samman lane"]),
    "one sentence as a way": (PROCESS, "- {at: Tacka, lane: jur}", ["changed tacka lane"]),
    "one sentence behind an event": (PROCESS, "- {at: Påminn, lane: jur}", ["changed paminn lane"]),
    "after one sentence": (PROCESS, "- {after: Tacka, flow: Arkivera}", ["added arkivera"]),
    "an answer more": (
        PROCESS,
        "- {at: Är den komplett?, branches: {vet inte: Fråga}}",
        ["added ar-den-komplett.vet-inte", "added fraga"],
    ),
    "an answer less": (
        PROCESS,
        "- {at: Är den komplett?, branches: {ja: n/a}}",
        ["removed ar-den-komplett.ja", "removed tacka"],
    ),
    "another name": (PROCESS, "- {at: Registrera, name: Diarieför}", ["renamed registrera name"]),
    "another name of a bare sentence": (PROCESS, "- {at: Väg samman, name: Väg}", ["renamed kontroll/vag-samman name"]),
    "another name of what others go to": (
        PROCESS,
        "- {at: Är den komplett?, name: Räcker den?}",
        ["renamed ar-den-komplett name"],
    ),
    "another name and another id": (
        PROCESS,
        "- {at: Granska, name: Syna, id: syna}",
        ["renamed utredning/granska > utredning/syna name"],
    ),
    "another id": (PROCESS, "- {at: Är den komplett?, id: k}", ["renamed ar-den-komplett > k id"]),
    "another name of a role": (PROCESS, "- {at: lanes/reg, name: Handläggare}", ["renamed lanes/reg name"]),
    "another kind of role": (PROCESS, "- {at: lanes/jur, kind: system}", ["changed lanes/jur kind"]),
    "a threshold": (PROCESS, "- {at: rules/grans, limits: {m: 100 m}}", ["changed rules/grans limits.m"]),
    "a deadline": (
        PROCESS,
        "- {at: deadlines/Inom tre veckor, within: 4 weeks}",
        ["changed deadlines/inom-tre-veckor within"],
    ),
    "after": (PROCESS, "- {after: Granska, flow: [{jur: Läs lagen}]}", ["added utredning/las-lagen"]),
    "after several": (PROCESS, "- {after: Besluta, flow: [Skriv, Skicka]}", ["added skriv", "added skicka"]),
    "before": (PROCESS, "- {before: Registrera, flow: [Öppna]}", ["added oppna"]),
    "before what others go to": (PROCESS, "- {before: Är den komplett?, flow: [Öppna]}", ["added oppna"]),
    "after what was added": (
        PROCESS,
        "- {after: Besluta, flow: [Skriv]}\n- {after: Skriv, flow: [Skicka]}",
        ["added skriv", "added skicka"],
    ),
    "instead of": (
        PROCESS,
        "- {instead_of: Granska, flow: [{jur: Syna}, {jur: Mät}]}",
        ["removed utredning/granska", "added utredning/syna", "added utredning/mat"],
    ),
    "instead of, by the same role": (
        PROCESS,
        "- {instead_of: Granska, flow: [{reg: Syna}]}",
        ["renamed utredning/granska > utredning/syna name"],
    ),
    "without a step": (PROCESS, "- {without: Granska}", ["removed utredning/granska"]),
    "without a subprocess": (PROCESS, "- {without: Utredning}", ["removed utredning"]),
    "without a question": (
        PROCESS,
        "- {without: Är den komplett?}",
        [
            *("removed ar-den-komplett", "removed tacka", "removed begar-komplettering"),
            *("removed komplettering-inkommer", "removed paminn"),
        ],
    ),
    "without a deadline": (
        PROCESS,
        "- {without: deadlines/inom-tre-veckor}",
        ["removed deadlines/inom-tre-veckor"],
    ),
    "without a system": (PROCESS, "- {without: systems/diariet}", ["removed systems/diariet"]),
    "one change without a dash": (PROCESS, "{without: Granska}", ["removed utredning/granska"]),
    "no changes": (PROCESS, "[]", []),
    "a step of a journey": (JOURNEY, "- {at: Läser, feels: 1}", ["changed laser feels"]),
    "a bare step of a journey": (JOURNEY, "- {at: Ringer, feels: 1}", ["changed ringer feels"]),
    "a step of another name": (JOURNEY, "- {at: Läser, step: Letar}", ["renamed laser name"]),
    "a phase": (JOURNEY, "- {at: Efter, zone: during}", ["changed phases/efter zone"]),
    "a phase by its path": (JOURNEY, "- {at: phases/efter, zone: during}", ["changed phases/efter zone"]),
    "a phase of another name": (JOURNEY, "- {at: Före, phase: Innan}", ["renamed phases/fore name"]),
    "after a step": (JOURNEY, "- {after: Läser, steps: [{step: Letar}]}", ["added letar"]),
    "before a bare step": (JOURNEY, "- {before: Ringer, steps: Letar}", ["added letar"]),
    "instead of a step": (
        JOURNEY,
        "- {instead_of: Läser, steps: [{step: Letar}]}",
        ["removed laser", "added letar"],
    ),
    "without a step of a journey": (JOURNEY, "- {without: Väntar}", ["removed vantar"]),
    "after a phase": (
        JOURNEY,
        "- {after: Före, phases: [{phase: Under, steps: [{step: Söker}]}]}",
        ["added phases/under"],
    ),
    "instead of a phase": (
        JOURNEY,
        "- {instead_of: Efter, phases: [{phase: Sedan, zone: during, steps: [{step: Minns}]}]}",
        ["removed phases/efter", "added phases/sedan"],
    ),
    "without a phase": (JOURNEY, "- {without: Före}", ["removed phases/fore"]),
    "a step in another phase": (
        JOURNEY,
        "- without: Läser\n- {after: Väntar, steps: [{step: Läser, feels: -1}]}",
        ["changed laser phase"],
    ),
}


def variant_of(text: str, changes: str) -> str:
    """A document and a variant of it with the same name, so that the name does not differ."""
    name = text.partition("\n")[0].partition(": ")[2]
    block = "".join(f"  {line}\n" for line in changes.splitlines())
    return f"{text}---\nvariant: {name}\nid: variant\nof: parkering\nchanges:\n{block}"


@pytest.mark.parametrize(("text", "changes", "wanted"), VERBS.values(), ids=VERBS)
def test_verbs(text: str, changes: str, wanted: list[str]) -> None:
    reading = read_text(variant_of(text, changes))
    assert [finding.message.sv for finding in reading.findings] == []
    origin, variant = reading.map.processes or reading.map.journeys
    rows = []
    for each in compare(origin, variant).differences:
        if each.kind != "same":
            refs = [ref.element or "." for ref in (each.before, each.after) if ref is not None]
            changed = [change.attribute for change in each.changes]
            rows.append(" ".join([each.kind, " > ".join(dict.fromkeys(refs)), *changed]))
    assert sorted(rows) == sorted(wanted)
    assert variant.variant_of == "parkering"


def test_the_origin_stays_as_it_is() -> None:
    alone = read_text(PROCESS).map.processes[0]
    for _, changes, _ in VERBS.values():
        assert read_text(variant_of(PROCESS, changes)).map.processes[0] == alone


# What is refused, and where that is said

FAULTS: dict[str, tuple[str, str, str, str]] = {
    "no such step": (PROCESS, "- at: Registerra\n  why: X", "DOC060 Registerra", "Menar du ”Registrera”?"),
    "no such step at all": (PROCESS, "- at: Bygg hus\n  why: X", "DOC060 Bygg hus", "Det som finns"),
    "no such entry": (PROCESS, "- {at: rules/gräns, owner: reg}", "DOC060 rules/gräns", "Menar du ”rules/grans”?"),
    "an entry without its section": (PROCESS, "- {at: grans, owner: reg}", "DOC060 grans", "Menar du ”rules/grans”?"),
    "several of that name": (
        PROCESS,
        "- at: Läs\n  why: X",
        "DOC061 Läs",
        "”Läs” kan vara flera: utredning/las, kontroll/las",
    ),
    "a verb that is misspelt": (PROCESS, "- witout: Granska", "DOC040 witout", "Menar du ”without”?"),
    "a verb in Swedish": (PROCESS, "- efter: Granska\n  flow: [X]", "DOC042 efter", "Skriv ”after”"),
    "two words in Swedish": (PROCESS, "- ta bort: Granska", "DOC042 ta bort", "Skriv ”without”"),
    "no verb": (PROCESS, "- gransking: X", "DOC080 gransking", "En ändring börjar med at"),
    "a verb further down": (PROCESS, "- why: X\n  at: Granska", "DOC080 why", "En ändring börjar med at"),
    "a sentence": (PROCESS, "- Granska", "DOC080 Granska", "En ändring börjar med at"),
    "a verb without a target": (PROCESS, "- without:", "DOC044 without", "Det står inget efter ”without:”"),
    "keys under without": (PROCESS, "- without: Granska\n  why: X", "DOC082 why", "kan inte stå under without"),
    "after without steps": (PROCESS, "- after: Granska", "DOC081 after", "skrivs det nya under flow"),
    "after with keys": (PROCESS, "- after: Granska\n  lane: jur", "DOC081 lane", "skrivs det nya under flow"),
    "after with nothing": (PROCESS, "- after: Granska\n  flow:", "DOC081 after", "skrivs det nya under flow"),
    "after an entry": (PROCESS, "- after: rules/grans\n  flow: [X]", "DOC081 flow", "skrivs det nya under flow"),
    "steps of a journey in a process": (PROCESS, "- after: Granska\n  steps: [X]", "DOC081 steps", "under flow"),
    "steps of a process in a journey": (JOURNEY, "- after: Läser\n  flow: [X]", "DOC081 flow", "under steps:"),
    "a phase among steps": (JOURNEY, "- after: Läser\n  phases: [{phase: X}]", "DOC081 phases", "under steps:"),
    "a key that there is not": (PROCESS, "- at: Granska\n  whi: X", "DOC040 whi", "Menar du ”why”?"),
    "a key that there is not in a journey": (JOURNEY, "- at: Läser\n  feel: 1", "DOC040 feel", "Menar du ”feels”?"),
    "a value that is none": (PROCESS, "- at: Granska\n  touch_time: länge", "DOC050 länge", "10 min"),
    "a role that is not listed": (PROCESS, "- after: Granska\n  flow: [Jurits: X]", "DOC046 Jurits", "”Jurist”"),
    "a way to nowhere": (PROCESS, "- after: Besluta\n  flow: [to: Regstrera]", "DOC060 Regstrera", "”Registrera”"),
    "what others go to": (
        PROCESS.replace("to: Är den komplett?", "to: Registrera").replace(", from: Registrera", ""),
        "- at: Granska\n  why: X\n- without: Registrera",
        "DOC085 Registrera",
        "Efter ändringarna stämmer inte ursprungets text längre: ”Registrera” finns inte bland",
    ),
    "what a deadline counts to": (PROCESS, "- without: Besluta", "DOC085 Besluta", "stämmer inte ursprungets text"),
    "a rule that is used": (PROCESS, "- without: rules/grans", "DOC085 rules/grans", "”grans” finns inte bland"),
    "a role that works": (PROCESS, "- without: lanes/jur", "DOC085 lanes/jur", "”Jurist” finns inte bland"),
    "the name of another": (
        PROCESS,
        "- after: Granska\n  flow: [Granska]",
        "DOC062 Granska",
        "(den andra står i ursprunget)",
    ),
    "the id of another": (PROCESS, "- at: Granska\n  id: las", "DOC067 las", "finns redan, i ursprunget"),
}


def at(finding: Finding, text: str) -> str:
    """The code, and the words in the file that a finding points at."""
    assert finding.place is not None and finding.place.line is not None and finding.place.column is not None
    line = text.splitlines()[finding.place.line - 1]
    return f"{finding.code} {line[finding.place.column - 1 :][: finding.place.length]}"


@pytest.mark.parametrize(("text", "changes", "place", "message"), FAULTS.values(), ids=FAULTS)
def test_faults_point_at_their_own_lines(text: str, changes: str, place: str, message: str) -> None:
    whole = variant_of(text, changes)
    [finding] = read_text(whole).findings
    assert at(finding, whole) == place
    assert finding.refs[0].document == "variant"
    assert message in finding.message.sv


ORIGINS: dict[str, tuple[str, list[str], str]] = {
    "no of": ("variant: V\nchanges: []\n", ["DOC083 variant"], "Det som finns: "),
    "of nothing": ("variant: V\nof:\n", ["DOC083 of", "DOC083 variant", "DOC044 of"], "Det som finns: "),
    "a document that is not there": ("variant: V\nof: bygglov\n", ["DOC107 bygglov"], "procmap check ."),
    "a document of another kind": (
        "variant: V\nof: k\n---\ncatalogue: K\n",
        ["DOC083 k"],
        "”k” är varken en process eller en användarresa.",
    ),
    "itself": ("variant: V\nof: V\n", ["DOC083 V"], "”V” är varianten själv."),
    "each other": (
        "variant: V\nof: W\n---\nvariant: W\nof: V\n",
        ["DOC084 variant", "DOC084 variant"],
        "är en variant av sig själv, genom andra",
    ),
    "leads into a circle": (
        "variant: V\nof: W\n---\nvariant: W\nof: X\n---\nvariant: X\nof: W\n",
        ["DOC084 variant", "DOC084 variant"],
        "är en variant av sig själv, genom andra",
    ),
}


@pytest.mark.parametrize(("text", "places", "message"), ORIGINS.values(), ids=ORIGINS)
def test_a_variant_needs_an_origin(text: str, places: list[str], message: str) -> None:
    whole = f"{PROCESS}---\n{text}"
    reading = read_text(whole)
    found = [at(finding, whole) for finding in reading.findings]
    assert found
    assert set(found) <= set(places)
    assert message in reading.findings[0].message.sv
    assert [process.id for process in reading.map.processes] == ["parkering"]


def test_an_origin_that_is_misspelt_is_said_and_taken() -> None:
    [finding] = (reading := read_text(f"{PROCESS}---\nvariant: V\nof: parkring\n")).findings
    assert "Menar du ”parkering”?" in finding.message.sv
    assert [process.variant_of for process in reading.map.processes] == [None, "parkering"]


def test_the_faults_of_the_origin_are_said_once() -> None:
    broken = PROCESS.replace("why: Allmän", "wy: Allmän").replace("rule: grans", "rule: gräns")
    again = variant_of(broken, "- {at: Granska, why: X}").replace("of: parkering", "of: parkering")
    third = f"{again}---\nvariant: Tredje\nof: variant\nchanges:\n  - at: Granska\n    whi: Y\n"
    places = [at(finding, third) for finding in read_text(third).findings]
    assert places == ["DOC040 wy", "DOC060 gräns", "DOC040 whi"]


def test_a_variant_of_a_variant() -> None:
    first = variant_of(PROCESS, "- {after: Granska, flow: [Mät]}")
    second = f"{first}---\nvariant: Tredje\nof: variant\nchanges:\n  - {{after: Mät, flow: [Väg]}}\n"
    origin, middle, last = read_text(second).map.processes
    assert (middle.variant_of, last.variant_of) == ("parkering", "variant")
    added = [d.after.element for d in compare(origin, last).of("added") if d.after is not None]
    assert added == ["utredning/mat", "utredning/vag"]


def test_it_may_stand_before_its_origin_or_in_another_file(tmp_path: Path) -> None:
    origin, _, variant = variant_of(PROCESS, "- {without: Granska}").partition("---\n")
    (tmp_path / "b.yaml").write_text(origin, encoding="utf-8")
    (tmp_path / "a.yaml").write_text(variant, encoding="utf-8")
    reading = read(tmp_path)
    assert reading.findings == ()
    assert {p.id: p.variant_of for p in reading.map.processes} == {"parkering": None, "variant": "parkering"}


def test_what_the_changes_add_has_a_place_in_the_file() -> None:
    whole = variant_of(PROCESS, "- after: Granska\n  flow:\n    - jur: Mät\n- at: Väg samman\n  lane: jur")
    positions = read_text(whole).sources["variant"].positions
    lines = {ref.element: whole.splitlines()[line - 1].strip() for ref, (line, _) in positions.items()
             if ref.document == "variant" and ref.attribute is None}  # fmt: skip
    assert lines["utredning/mat"] == "- jur: Mät"
    assert lines["kontroll/vag-samman"] == "- at: Väg samman"
    assert lines["utredning/granska"] == "- after: Granska"
    assert "besluta" not in lines


@pytest.mark.parametrize("verb", ["after: Granska", "before: Väg", "instead_of: Väg"])
def test_the_step_that_now_leads_to_the_new_one_stands_at_the_change(verb: str) -> None:
    origin = "process: Parkering\nflow:\n  - reg: Granska\n  - reg: Väg\n  - reg: Svara\n"
    whole = f"{origin}---\nvariant: Lund\nof: Parkering\nchanges:\n  - {verb}\n    flow:\n      - jur: Mät\n"
    positions = read_text(whole).sources["lund"].positions
    line, _ = positions[Ref("lund", "granska")]
    assert whole.splitlines()[line - 1].strip() == f"- {verb}"


def test_keys_beside_the_changes_merge_with_those_of_the_origin() -> None:
    text = f"{PROCESS}---\nvariant: V\nof: Parkering\nowner: Chef\nsystems: {{tre: Treserva}}\ndeadlines: n/a\n"
    reading = read_text(text)
    origin, variant = reading.map.processes
    found = {(d.kind, (d.before or d.after).element) for d in compare(origin, variant).differences if d.kind != "same"}  # type: ignore[union-attr]
    assert found == {("changed", None), ("added", "systems/tre"), ("removed", "deadlines/inom-tre-veckor")}


DRAFTS = Path(__file__).parents[3] / "shared" / "language"


@pytest.mark.skipif(not DRAFTS.is_dir(), reason="the drafts of the language are not part of the project")
def test_the_draft_of_another_municipality() -> None:
    origin, variant = read(DRAFTS / "b-parkering.yaml").map.processes
    found = {(d.kind, (d.before or d.after).element) for d in compare(origin, variant).differences if d.kind != "same"}  # type: ignore[union-attr]
    assert found == {
        ("renamed", None),
        ("removed", "rules/gangstracka-forare"),
        ("removed", "rules/gangstracka-passagerare"),
        ("changed", "rules/varaktighet"),
        ("added", "rules/fyra-handlingar"),
        ("changed", "utredning/kor-reglerna"),
        ("added", "utredning/kontrollera-handlingarna"),
        ("changed", "verkstallighet/bestall-kort"),
    }
