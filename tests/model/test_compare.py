"""Comparing: the same is silent, the other way round is the mirror image, and what was renamed is known again."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from procmap.model.activity import Task
from procmap.model.compare import Comparison, Difference, compare
from procmap.model.event import Event
from procmap.model.flow import SequenceFlow
from procmap.model.gateway import Gateway
from procmap.model.knowledge import Disputed, Provenance, Says, Unknown
from procmap.model.process import Process
from procmap.model.process_map import ProcessMap
from procmap.read.reading import read_text

WORDS = ("Registrera", "Granska", "Besluta", "Skicka", "Är det klart?", "Väntar", "Del", "Arkivera")
MIRRORED = {"same": "same", "renamed": "renamed", "changed": "changed", "added": "removed", "removed": "added"}


def read(text: str) -> ProcessMap:
    return read_text(text).map


def process(flow: str, head: str = "") -> Process:
    """The process of a few lines."""
    return read(f"process: P\n{head}flow:\n{flow}").processes[0]


def said(found: Comparison) -> list[str]:
    """Each difference on a line: its kind, where, and which attributes."""
    rows = []
    for each in found.differences:
        if each.kind != "same":
            refs = [ref.element or "." for ref in (each.before, each.after) if ref is not None]
            where = " > ".join(dict.fromkeys(refs))
            rows.append(" ".join([each.kind, where, *(change.attribute for change in each.changes)]))
    return rows


@st.composite
def steps(draw: st.DrawFn, words: list[str], depth: int = 0) -> list[Any]:
    """Steps of all kinds, each word once."""
    items: list[Any] = []
    for _ in range(draw(st.integers(0, 3 if depth else 5))):
        if not words:
            break
        word = words.pop(draw(st.integers(0, len(words) - 1)))
        if word.endswith("?"):
            branches = {answer: draw(steps(words, depth + 1)) for answer in draw(st.sets(ANSWERS, max_size=3))}
            items.append({draw(st.sampled_from(["exclusive", "parallel"])): word, "branches": branches})
        elif word == "Väntar":
            items.append({"wait": word, **draw(st.sampled_from([{}, {"unless": {"timer": "3 d", "flow": ["Ring"]}}]))})
        elif word == "Del":
            items.append({"subprocess": word, "flow": draw(steps(words, depth + 1))})
        else:
            items.append({draw(LANES): word, **draw(KEYS)})
    return items


ANSWERS = st.sampled_from(["ja", "nej", "else"])
LANES = st.sampled_from(["Registrator", "Jurist", "task"])
KEYS = st.fixed_dictionaries(
    {},
    optional={
        "why": st.sampled_from(["lag", "vana", "??", {"value": "lag", "method": "told"}]),
        "rule": st.just("r"),
        "exceptions": st.sampled_from([[{"name": "Fel", "to": "Arkivera"}], [{"name": "Fel"}, {"name": "Sent"}]]),
        "unless": st.just({"timer": "2 d", "flow": ["Påminn"]}),
        "decision": st.fixed_dictionaries({}, optional={"appeal": st.just("none"), "automated": st.booleans()}),
        "id": st.sampled_from(["x", "y"]),
    },
)


class Plain(yaml.SafeDumper):
    """No anchors: the language has none."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


@st.composite
def maps(draw: st.DrawFn) -> ProcessMap:
    """A process and a journey out of few words, so that two of them have much in common; faults do not matter here."""
    rules = draw(st.dictionaries(st.sampled_from(["r", "s"]), st.sampled_from(["Högst 3", "Minst 2"])))
    touch = {"step": "Söker", "touchpoints": [{"web": "p/Registrera"}]}
    seen = [{"step": word} for word in draw(st.permutations(["Ringer", "Läser", "Väntar"]))] + [touch]
    cut = draw(st.integers(0, 4))
    phases = [{"phase": "Före", "steps": seen[:cut]}, {"phase": "Efter", "steps": seen[cut:]}]
    documents = [
        {
            "process": draw(st.sampled_from(["P", "Q"])),
            "rules": {id: {"says": says} for id, says in rules.items()},
            "automate": draw(st.sampled_from(["Registrera", "??"])),
            "flow": draw(steps([*WORDS])),
        },
        {"journey": "Resa", "phases": phases[:: draw(st.sampled_from([1, -1]))]},
    ]
    return read(yaml.dump_all(documents, Dumper=Plain, allow_unicode=True, sort_keys=False))


def mirrored(each: Difference) -> Any:
    changes = {(change.attribute, repr(change.after), repr(change.before)) for change in each.changes}
    return MIRRORED[each.kind], each.after, each.before, each.names[::-1], frozenset(changes)


def as_is(each: Difference) -> Any:
    changes = {(change.attribute, repr(change.before), repr(change.after)) for change in each.changes}
    return each.kind, each.before, each.after, each.names, frozenset(changes)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(maps())
def test_a_map_does_not_differ_from_itself(map: ProcessMap) -> None:
    found = compare(map, map)
    assert not found
    assert {each.kind for each in found.differences} <= {"same"}
    assert all(not each.changes for each in found.differences)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(maps(), maps())
def test_the_other_way_round_is_the_mirror_image(a: ProcessMap, b: ProcessMap) -> None:
    there, back = compare(a, b).differences, compare(b, a).differences
    assert {as_is(each) for each in there} == {mirrored(each) for each in back}
    assert len(there) == len(back)


THREE = """\
  - Registrator: Registrera
  - Registrator: Granska
  - Jurist: Besluta
"""
ASKED = """\
  - Registrator: Registrera
  - Jurist: Är det klart?
    branches:
      ja:
      nej:
        - Registrator: Komplettera
        - to: Registrera
  - Jurist: Besluta
"""
APART = """\
  - parallel: Meddela
    branches:
      a: Skicka brev
      b: Ring
  - Arkivera
"""

CASES: dict[str, tuple[str, str, list[str]]] = {
    "a step between": (THREE, THREE.replace("  - Jurist", "  - Jurist: Läs\n  - Jurist"), ["added las"]),
    "a step first": (THREE, f"  - Jurist: Läs\n{THREE}", ["added las"]),
    "a step last": (THREE, f"{THREE}  - Jurist: Läs\n", ["added las"]),
    "a step that is gone": (THREE, THREE.replace("  - Registrator: Granska\n", ""), ["removed granska"]),
    "nothing in common": (
        THREE,
        "  - Vila\n",
        ["removed registrera", "removed granska", "removed besluta", "added vila"],
    ),
    "another role": (THREE, THREE.replace("Jurist", "Registrator"), ["changed besluta lane"]),
    "a message that came with its step": (THREE, f"{THREE}    sends: Brev\n", ["changed besluta sends"]),
    "another name": (THREE, THREE.replace("Granska", "Kontrollera"), ["renamed granska > kontrollera name"]),
    "another name and an event of its own": (
        f"{THREE}    unless: {{timer: 3 d, flow: [Påminn]}}\n",
        f"{THREE.replace('Besluta', 'Avgör')}    unless: {{timer: 3 d, flow: [Påminn]}}\n",
        ["renamed besluta > avgor name"],
    ),
    "another name of two that differ": (
        THREE,
        THREE.replace("Granska", "Kontrollera").replace("Besluta", "Avgör"),
        ["renamed granska > kontrollera name", "renamed besluta > avgor name"],
    ),
    "two that nobody can tell apart": (
        THREE,
        THREE.replace("Granska", "Kontrollera").replace("Registrera", "Diarieför"),
        ["removed registrera", "removed granska", "added diariefor", "added kontrollera"],
    ),
    "another place is not another name": (
        THREE,
        f"{THREE.replace('  - Registrator: Registrera' + chr(10), '')}  - Registrator: Diarieför\n",
        ["removed registrera", "added diariefor"],
    ),
    "other work is not another name": (
        THREE,
        THREE.replace("Granska", "Kontrollera\n    why: lag"),
        ["removed granska", "added kontrollera"],
    ),
    "an id of its own": (THREE, THREE.replace("Granska", "Granska\n    id: g"), ["renamed granska > g id"]),
    "a role of another name": (
        THREE,
        THREE.replace("Registrator", "Registratur"),
        ["renamed lanes/registrator > lanes/registratur name"],
    ),
    "a question of another name": (
        ASKED,
        ASKED.replace("Är det klart", "Är ansökan komplett"),
        ["renamed ar-det-klart > ar-ansokan-komplett name"],
    ),
    "an answer of another name": (
        ASKED,
        ASKED.replace("ja:", "komplett:"),
        ["renamed ar-det-klart.ja > ar-det-klart.komplett name"],
    ),
    "one answer more": (
        ASKED,
        ASKED.replace("      nej:", "      vet inte: Fråga igen\n      nej:"),
        ["added ar-det-klart.vet-inte", "added fraga-igen"],
    ),
    "an answer that is now the rest": (
        ASKED,
        ASKED.replace("      ja:\n", "      else:\n"),
        ["renamed ar-det-klart.ja > ar-det-klart.else name"],
    ),
    "the answer leads elsewhere": (
        ASKED,
        ASKED.replace("to: Registrera", "to: Besluta"),
        ["changed komplettera.next target"],
    ),
    "an answer without its step": (
        ASKED,
        ASKED.replace("        - Registrator: Komplettera\n", ""),
        ["removed komplettera"],
    ),
    "the question that went": (
        ASKED,
        "  - Registrator: Registrera\n  - Jurist: Besluta\n",
        ["removed ar-det-klart", "removed komplettera"],
    ),
    "answers behind a step": (
        THREE,
        f"{THREE}    branches: {{bifall: , avslag: [Skicka avslag]}}\n  - Arkivera\n",
        ["added besluta.out.bifall", "added besluta.out.avslag", "added skicka-avslag", "added arkivera"],
    ),
    "a join that went with its way": (
        APART,
        APART.replace("      b: Ring\n", ""),
        ["removed meddela.b", "removed ring"],
    ),
    "an end of another name": (THREE, f"{THREE}  - end: Klart\n", ["added klart"]),
    "it ends elsewhere": (
        ASKED,
        ASKED.replace("        - to: Registrera", "        - end: Avskrivet"),
        ["added avskrivet", "changed komplettera.next target"],
    ),
    "a wait that somebody watches": (
        "  - A\n  - wait: B\n",
        "  - A\n  - wait: B\n    unless: {timer: 3 weeks, to: A}\n",
        ["added b.timer"],
    ),
    "a wait where something happens meanwhile": (
        "  - A\n  - wait: B\n",
        "  - A\n  - wait: B\n    meanwhile: {timer: 3 d, flow: [Påminn]}\n",
        ["changed b kind", "added b.timer", "added paminn"],
    ),
    "a subprocess with all that is inside": (
        f"{THREE}  - subprocess: Del\n    flow: [X, Y]\n",
        THREE,
        ["removed del"],
    ),
    "a subprocess of another name": (
        f"{THREE}  - subprocess: Del\n    flow: [X, Y]\n",
        f"{THREE}  - subprocess: Avsnitt\n    flow: [X, Y]\n",
        ["renamed del > avsnitt name"],
    ),
    "inside a subprocess of another name": (
        f"{THREE}  - subprocess: Del\n    flow: [X, Y]\n",
        f"{THREE}  - subprocess: Avsnitt\n    flow: [X, Z, Y]\n",
        ["renamed del > avsnitt name", "added avsnitt/z"],
    ),
    "a subprocess with nothing in common": (
        f"{THREE}  - subprocess: Del\n    flow: [X, Y]\n",
        f"{THREE}  - subprocess: Avsnitt\n    flow: [V, Z]\n",
        ["removed del", "added avsnitt"],
    ),
    "inside a value": (
        f"{THREE}    decision: {{appeal: none, automated: true}}\n",
        f"{THREE}    decision: {{appeal: forvaltningsbesvar, automated: true}}\n",
        ["changed besluta decision.appeal"],
    ),
    "where it comes from": (
        f"{THREE}    why: {{value: lag, method: told, at: 2026}}\n",
        f"{THREE}    why: {{value: lag, method: documented, at: 2026}}\n",
        ["changed besluta provenance"],
    ),
    "one case more": (
        f"{THREE}    exceptions: [{{name: Sent}}]\n",
        f"{THREE}    exceptions: [{{name: Fel}}, {{name: Sent, action: Avvisa}}]\n",
        ["changed besluta exceptions.Sent.action exceptions.Fel"],
    ),
}


@pytest.mark.parametrize(("before", "after", "wanted"), CASES.values(), ids=CASES)
def test_names_what_differs(before: str, after: str, wanted: list[str]) -> None:
    a, b = process(before), process(after)
    assert sorted(said(compare(a, b))) == sorted(wanted)
    assert {as_is(each) for each in compare(a, b).differences} == {mirrored(each) for each in compare(b, a).differences}


JOURNEY = """\
journey: Resa
phases:
  - phase: Före
    steps:
      - step: Läser
      - step: Ringer
        pains: [{text: Lång kö, from: assumed}]
  - phase: Efter
    steps:
      - step: Väntar
        touchpoints: [letter]
"""
BEFORE, AFTER = JOURNEY.index("  - phase: Före"), JOURNEY.index("  - phase: Efter")
JOURNEYS: dict[str, tuple[str, str, list[str]]] = {
    "nothing": ("x", "x", []),
    "a step more": ("- step: Väntar", "- step: Frågar\n      - step: Väntar", ["added fragar"]),
    "a step less": ("      - step: Läser\n", "", ["removed laser"]),
    "a step of another name": ("step: Läser", "step: Letar", ["renamed laser > letar name"]),
    "a phase of another name": ("phase: Före", "phase: Innan", ["renamed phases/fore > phases/innan name"]),
    "another order": (
        "      - step: Läser\n      - step: Ringer\n",
        "      - step: Ringer\n      - step: Läser\n",
        ["changed phases/fore steps", "changed laser pains", "changed ringer pains"],
    ),
    "in another phase": (
        "  - phase: Efter\n    steps:\n      - step: Väntar",
        "      - step: Väntar",
        ["removed phases/efter", "changed vantar phase"],
    ),
    "phases in another order": (
        JOURNEY,
        "journey: Resa\nphases:\n" + JOURNEY[AFTER:] + JOURNEY[BEFORE:AFTER],
        ["changed . phases"],
    ),
    "what it rests on": (
        "        touchpoints",
        "        from: assumed\n        touchpoints",
        ["changed vantar evidence"],
    ),
    "the channel": ("[letter]", "[sms]", ["changed vantar touchpoints"]),
}


@pytest.mark.parametrize(("old", "new", "wanted"), JOURNEYS.values(), ids=JOURNEYS)
def test_journeys(old: str, new: str, wanted: list[str]) -> None:
    a, b = read(JOURNEY), read(JOURNEY.replace(old, new))
    assert said(compare(a, b)) == wanted
    assert {as_is(each) for each in compare(a, b).differences} == {mirrored(each) for each in compare(b, a).differences}


def test_a_phase_goes_with_its_steps() -> None:
    assert said(compare(read(JOURNEY), read(JOURNEY[:AFTER]))) == ["removed phases/efter"]


def test_collaborations_and_catalogues() -> None:
    together = "collaboration: S\npools: {kommun: Kommun, granne: Granne}\n---\ncatalogue: K\nlanes: {a: A}\n"
    other = together.replace("granne: Granne", "sokande: Sökande").replace("a: A", "a: {name: A, kind: robot}")
    found = said(compare(read(together), read(other)))
    assert found == ["removed pools/granne", "added pools/sokande", "changed lanes/a kind"]


def test_roles_that_are_written_and_not_used_are_worth_a_word() -> None:
    a, b = (process(THREE, f"lanes: [Registrator, Jurist{more}]\n") for more in ("", ", Chef"))
    assert said(compare(a, b)) == ["added lanes/chef"]


def test_documents_are_the_same_by_kind_and_id() -> None:
    one, two = "process: A\nflow: [X]\n", "process: B\nflow: [X]\n"
    assert said(compare(read(one), read(f"{one}---\n{two}"))) == ["added ."]
    assert said(compare(read(f"{two}---\n{one}"), read(f"{one}---\n{two}"))) == []
    journey = "journey: A\nphases: [{phase: Före, steps: [{step: S}]}]\n"
    assert said(compare(read(one), read(journey))) == ["removed .", "added ."]


def test_the_one_left_over_on_each_side_is_the_same() -> None:
    """Another municipality's process has a name of its own, and its journey refers to that."""
    here = """\
process: Parkering
flow: [Registrera, Besluta]
---
journey: Resa
processes: parkering
phases: [{phase: Efter, steps: [{step: Väntar, touchpoints: [{letter: parkering/Besluta}]}]}]
"""
    there = here.replace("Parkering", "Tillstånd").replace("parkering", "tillstand").replace("Besluta", "Avgör")
    assert said(compare(read(here), read(there))) == ["renamed . name", "renamed besluta > avgor name"]


def test_two_documents_are_compared_whatever_their_ids() -> None:
    a = process(THREE)
    b = replace(process(THREE), id="q", name="Q")
    found = compare(a, b)
    assert said(found) == ["renamed . name"]
    assert found.of("renamed")[0].names == ("P", "Q")


def test_whoever_gives_each_flow_its_own_id_is_understood() -> None:
    """As other programs do: a step that was put in between gives one flow another end, and adds one."""
    start, end = Event(id="s", position="start"), Event(id="e", position="end")
    a, b, x = (Task(id=id, name=id.upper()) for id in "abx")

    def made(*nodes: Any, flows: str) -> Process:
        ends = [flow.split() for flow in flows.split(",")]
        return Process(
            id="p",
            nodes=(start, *nodes, end),
            flows=tuple(SequenceFlow(id=id, source=source, target=target) for id, source, target in ends),
        )

    before = made(a, b, flows="1 s a,2 a b,3 b e")
    assert said(compare(before, made(a, x, b, flows="1 s a,2 a x,4 x b,3 b e"))) == ["added x"]
    assert said(compare(before, made(a, x, b, flows="1 s a,4 a x,2 x b,3 b e"))) == ["added x"]
    assert said(compare(before, made(a, x, b, flows="1 s a,4 a x,5 x b,3 b e"))) == ["added x"]
    assert said(compare(before, made(a, b, flows="1 s a,2 a b,3 b e,4 b a"))) == ["added 4"]
    assert said(compare(before, made(a, b, flows="1 s a,2 a e,3 b e"))) == ["changed 2 target"]
    fork = Gateway(id="g", kind="parallel")
    assert said(compare(before, made(a, fork, b, flows="1 s a,2 a g,4 g b,3 b e"))) == ["added g"]


def test_what_nobody_knows_and_what_is_disputed_are_values() -> None:
    before = Task(id="a", why=Unknown(), provenance=(Provenance(attribute="why", by="r"),))
    after = Task(id="a", why=Disputed((Says("r", "lag"), Says("s", ("en", "lista")))))
    a, b = (Process(id="p", nodes=(node,)) for node in (before, after))
    [change, source] = compare(a, b).of("changed")[0].changes
    assert (change.attribute, change.before, change.after) == ("why", before.why, after.why)
    assert (source.attribute, source.before, source.after) == ("provenance", before.provenance, ())


def test_ten_thousand_steps_can_be_compared() -> None:
    """It grows with the steps; one that grew with their square would take minutes."""

    def long(word: str) -> Process:
        names = [f"{word} {n}" if n % 9 == 0 else f"Gör {n}" for n in range(10_000)]
        nodes = tuple(Task(id=name.replace(" ", "-"), name=name, lane=str(n % 3)) for n, name in enumerate(names))
        flows = tuple(SequenceFlow(id=f"{a.id}.next", source=a.id, target=b.id) for a, b in pairwise(nodes))
        return Process(id="p", nodes=nodes, flows=flows)

    found = compare(long("Granska"), long("Kontrollera"))
    assert {each.kind for each in found.differences} == {"same", "renamed"}
