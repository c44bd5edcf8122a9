"""A map, written as YAML and read again, is the same map.

Documents are made at random from everything the language has, as plain data; those that the reader takes without a
word must come back equal, and again without a word.
"""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, assume, example, given, note, settings
from hypothesis import strategies as st

from procmap.model.process_map import ProcessMap
from procmap.read.bpmn_words import WORDS
from procmap.read.keys import E_SERVICE, PROCESS, SECTIONS, TRIGGERS
from procmap.read.kinds import TABLES
from procmap.read.names import slug
from procmap.read.quantities import Amount
from procmap.read.reading import read_text
from procmap.read.references import Reference, Roles
from procmap.read.table import Table
from procmap.read.values import Choice, Flag, LabelValue, Texts, TextValue, Value
from procmap.write.yaml import write_yaml
from procmap.write.yaml_text import document_text

HOSTILE: tuple[str, ...] = runpy.run_path(str(Path(__file__).parents[1] / "hostile.py"))["HOSTILE"]
PLAIN = ["Registrera", "Granska ärendet", "Skicka brev", "Är det klart?", "Besluta", "Svar inkommer", "Ring sökanden"]
PLAIN += ["”Granska”", "»Klart?«"]
ROLES = ["Handläggare", "Registrator", "Sökande", "Chef", "Extern, konsult", "IT", "”Chefen”"]
AMOUNTS = {
    "10 min": ["10 min", "5-30 s", "ca 2 d", "10 working days", "3 veckor", "P3W", "1 month", "1,5 h"],
    "300/month": ["300/month", "ca 10-20 per vecka", "1 000 per år"],
    "12 %": ["12 %", "0.25", "1", "33,3 %", "0.001"],
    "3": ["0", "3", "1 200"],
    "2026-11-23": ["2026", "2026-11", "2026-11-23"],
    "500 m": ["500 m", "1184 kr", "6 months", "12", "100 %", "högst tre"],
    "-1": ["-2", "0", "2"],
}

sentences = st.one_of(st.sampled_from(PLAIN), st.sampled_from([h for h in HOSTILE if 0 < len(h) < 900]))
texts = st.one_of(st.sampled_from(PLAIN), st.sampled_from(HOSTILE), st.text("ab: #-\"'å\n", max_size=6))


class Scope:
    """The names of one scope while its steps are made; the ``to`` are filled in at the end."""

    def __init__(self) -> None:
        self.ids = {"end", "start", "unknown", *TABLES}
        self.targets: list[str] = []
        self.jumps: list[dict[str, Any]] = []


class Maker:
    """Makes one document; every choice is hypothesis's."""

    def __init__(self, draw: Any) -> None:
        self.draw = draw
        self.lanes: list[str] = list(draw(st.lists(st.sampled_from(ROLES), unique=True, max_size=4)))
        self.closed = draw(st.booleans())
        self.sections: dict[str, list[str]] = {
            name: draw(st.lists(st.sampled_from(["ärende", "Lista 2", "regel", "A & B"]), unique=True, max_size=3))
            for name in ("systems", "data", "rules", "messages")
        }
        self.written = {name for name in self.sections if draw(st.booleans())}
        self.left = 14

    def chance(self, of: int = 3) -> bool:
        return self.draw(st.integers(1, of)) == 1

    def pick(self, options: Any) -> Any:
        return self.draw(st.sampled_from(list(options)))

    # Values

    def value(self, kind: Value) -> Any:
        """A plain value of a kind."""
        match kind:
            case Amount():
                return self.pick(AMOUNTS[kind.example])
            case Choice():
                return self.pick(kind.values)
            case Flag():
                return self.pick(["true", "false", "ja"])
            case Texts():
                return self.draw(st.one_of(texts, st.lists(texts.filter(bool), max_size=3)))
            case LabelValue():
                return self.draw(st.one_of(sentences, st.just({"sv": "Namn", "en": "Name"})))
            case Reference():
                names = self.sections[kind.section]
                found = self.draw(st.lists(st.sampled_from(names), min_size=1, max_size=2, unique=True)) if names else None
                return None if found is None else found if kind.many else found[0]
            case Roles():
                return self.draw(st.one_of(st.sampled_from(ROLES[:4]), st.lists(st.sampled_from(ROLES), min_size=1, max_size=2)))
            case TextValue():
                return self.draw(texts)
        table = getattr(kind, "table", None)
        if table is not None:
            keys = self.keys(table, 2)
            return [keys] if type(kind).__name__ == "Records" else keys
        if type(kind).__name__ == "Limits":
            return {"grans": self.pick(AMOUNTS["500 m"]), "fran": {"value": "??", "from": "2026", "until": "2027"}}
        if type(kind).__name__ == "Cases":
            return [{"given": "allt", "expect": "ja"}, {"given": {"inkomst": "9000 kr"}, "expect": "??"}, {}]
        return None

    def known(self, kind: Value) -> Any:
        """A value, or what is known instead of it."""
        sort = self.draw(st.integers(1, 12))
        value = self.value(kind)
        if value is None or value == {} or sort > 4:
            return value if value != {} else None
        if sort == 1:
            return self.pick(["??", "?? Registrator", "?? någon"])
        if sort == 2:
            return "n/a"
        if sort == 3 and not isinstance(value, dict):
            return {"value": value, "method": self.pick(["told", "measured"]), "by": "Chef", "at": "2026", "from": ["a", "b"]}
        if not isinstance(value, (dict, list)):
            return {"disputed": [{"Chef": value}, {"Registrator": "??"}, {"Chef": value}]}
        return value

    def keys(self, table: Table, most: int) -> dict[str, Any]:
        """Some keys of a table, but not those that need the whole document."""
        rows = [row for row in table.rows.values() if not row.value.structural and row.name not in ("id", "name", "parent")]
        found: dict[str, Any] = {}
        for row in self.draw(st.lists(st.sampled_from(rows), max_size=most, unique_by=lambda row: row.name)) if rows else ():
            value = self.value(row.value) if row.plain else self.known(row.value)
            if value is not None and row.name not in ("exceptions", "terminate", *SECTIONS):
                found[row.name] = value
        return found

    # Steps

    def steps(self, scope: Scope, depth: int, top: bool = False) -> list[Any]:
        size = self.draw(st.integers(0 if depth else 1, 4 if top else 3))
        return [self.step(scope, depth, top) for _ in range(size) if self.left > 0]

    def jump(self, scope: Scope) -> dict[str, Any]:
        entry: dict[str, Any] = {"to": None}
        scope.jumps.append(entry)
        return entry

    def step(self, scope: Scope, depth: int, top: bool) -> Any:
        self.left -= 1
        kinds = ["task"] * 5 + ["exclusive"] * 3 + ["wait", "wait", "inclusive", "parallel", "parallel", "end", "to", "call"]
        kinds += ["subprocess"] if depth < 3 else []
        kinds += ["start"] if top and self.chance(4) else []
        kind = self.pick(kinds)
        if kind == "to":
            return self.jump(scope)
        name = self.draw(sentences)
        if kind in ("end", "wait", "parallel", "exclusive") and self.chance(4):
            name = None
        elif self.chance(10):
            name = "??"
        step: dict[str, Any] = {kind: name}
        if (kind == "exclusive" and name and name[-1] == "?" and self.lanes and self.chance(2)) or (kind == "task" and name and name[-1] != "?" and self.lanes and self.chance(2)):
            step = {self.lane_first(): name}
        elif self.lanes and self.chance():
            step["lane"] = self.draw(st.one_of(st.sampled_from(self.lanes), st.sampled_from(["??", "n/a"])))
        self.claim(scope, step, kind, name)
        if self.lanes and self.chance(8) and kind == "task":
            step["with"] = self.pick(self.lanes)
        step |= self.keys(TABLES[kind], 2)
        if kind in ("task", "call", "subprocess", "wait"):
            self.borders(scope, step, kind, depth)
        if self.chance(8):
            self.bpmn(step, kind)
        if kind == "subprocess":
            self.inside(step, depth)
        elif kind in ("exclusive", "inclusive", "parallel") and not self.chance(5):
            step["branches"] = self.branches(scope, depth, kind)
        elif kind in ("task", "wait") and self.chance(4):
            step["branches"] = self.branches(scope, depth, "exclusive")
        if kind != "end" and self.chance(8):
            scope.jumps.append(step)
            step["to"] = None
        return name if list(step) == ["task"] and name and self.chance(2) else step

    def lane_first(self) -> str:
        some = self.draw(st.lists(st.sampled_from([x for x in self.lanes if "," not in x] or ["IT"]), min_size=1, max_size=2, unique=True))
        return ", ".join(some) if not self.closed or set(some) <= set(self.lanes) else self.lanes[0]

    def claim(self, scope: Scope, step: dict[str, Any], kind: str, name: str | None) -> None:
        """Give the step an id where its name would not do; remember how it can be referred to."""
        given = slug(name) if name and name[:2] != "??" else None
        if name and name[:2] == "??":
            return
        if given is None and not self.chance(3):
            return
        if given is None or given in scope.ids or given == "_" or self.chance(12):
            given = f"{self.pick(['id', 'x.y', 'a_b'])}{len(scope.ids)}"
            step["id"] = given
        scope.ids.add(given)
        scope.targets.append(given)

    def path(self, scope: Scope, depth: int) -> Any:
        """What may follow an answer."""
        sort = self.draw(st.integers(1, 6))
        if sort == 1:
            return None
        steps = self.steps(scope, depth + 1)
        if sort == 2:
            keys = self.keys_of_path()
            if steps:
                keys["flow"] = steps
            if self.chance():
                keys["to"] = None
                scope.jumps.append(keys)
            return keys or None
        if sort == 3 and len(steps) == 1 and isinstance(steps[0], str):
            return steps[0]
        return steps or None

    def keys_of_path(self) -> dict[str, Any]:
        keys: dict[str, Any] = {}
        if self.chance(2):
            keys["share"] = self.pick(["20 %", "??"])
        if self.chance():
            keys["if"] = self.draw(texts.filter(bool))
        if self.chance(4) and self.lanes:
            keys["lane"] = self.pick(self.lanes)
        return keys

    def branches(self, scope: Scope, depth: int, kind: str) -> Any:
        if depth >= 5:
            return {"ja": None}
        if self.chance(4):
            return [self.path(scope, depth) for _ in range(self.draw(st.integers(1, 3)))]
        answers = self.draw(st.lists(st.one_of(st.sampled_from(["ja", "nej", "kanske"]), sentences), min_size=1, max_size=3, unique_by=slug))
        if kind != "parallel" and self.chance(2):
            answers.append("else")
        if self.chance(6):
            answers.append("?? Chef")
        return {answer: self.path(scope, depth) for answer in answers}

    def inside(self, step: dict[str, Any], depth: int) -> None:
        sort = self.draw(st.integers(1, 5))
        if sort == 1:
            step["flow"] = self.pick(["??", "n/a", "?? Chef"])
            return
        inner = Scope()
        flow = self.steps(inner, depth + 1, top=True)
        if sort == 2:
            names = self.draw(st.lists(st.sampled_from(["Klart", "Avbruten", "Inget mer"]), min_size=1, max_size=2, unique=True))
            taken = {slug(n) for n in names}
            flow.append({"exclusive": None, "branches": [[{"end": name}] for name in names]})
            if not taken & inner.ids and step.get("bpmn") is None:
                step["branches"] = {**dict.fromkeys(names), "else": None}
        self.land(inner)
        if flow:
            step["flow"] = flow

    def borders(self, scope: Scope, step: dict[str, Any], kind: str, depth: int) -> None:
        if depth >= 4:
            return
        for key in ("unless", "meanwhile"):
            if self.chance(6):
                step[key] = [self.event(scope, depth) for _ in range(self.draw(st.integers(1, 2)))]
        if kind != "wait" and self.chance(6):
            step["exceptions"] = self.draw(st.one_of(st.sampled_from(["??", "n/a"]), st.just([self.exception(scope, depth) for _ in range(2)])))

    def event(self, scope: Scope, depth: int) -> dict[str, Any]:
        row = self.pick(TRIGGERS)
        what = self.known(row.value)
        event: dict[str, Any] = {row.name: what if what not in (None, "n/a") else "??"}
        if self.chance(4):
            event["name"] = self.draw(sentences)
        if self.chance(5):
            event["id"] = f"ev{len(scope.ids)}"
            scope.ids.add(event["id"])
        return self.follow(scope, event, depth)

    def exception(self, scope: Scope, depth: int) -> Any:
        name = self.draw(sentences)
        if self.chance(3):
            return name
        case: dict[str, Any] = {"name": name, "kind": self.pick(["business", "application"])}
        return self.follow(scope, case, depth) if self.chance(2) else case

    def follow(self, scope: Scope, entry: dict[str, Any], depth: int) -> dict[str, Any]:
        steps = self.steps(scope, depth + 2)
        if steps:
            entry["flow"] = steps
        if self.chance():
            entry["to"] = None
            scope.jumps.append(entry)
        return entry

    def bpmn(self, step: dict[str, Any], kind: str) -> None:
        sort = {"start": "event", "end": "event", "wait": "event"}.get(kind, kind if kind in WORDS else "gateway")
        words = list(WORDS[sort])
        if kind in ("inclusive", "parallel"):
            return
        if words:
            word = self.pick(words)
            step["bpmn"] = f"{word} Del två" if word in ("link", "escalation") else word

    def land(self, scope: Scope) -> None:
        """Fill in where each ``to`` leads."""
        for entry in scope.jumps:
            if scope.targets:
                entry["to"] = self.pick(scope.targets)
            elif len(entry) == 1:
                entry["end"] = entry.pop("to")
            else:
                del entry["to"]

    # Documents

    def document(self) -> dict[str, Any]:
        name = self.draw(sentences)
        entries: dict[str, Any] = {"process": name}
        if slug(name) == "_" or self.chance(4) or name[:2] == "??":
            entries["id"] = "p1"
        entries |= {k: v for k, v in self.keys(PROCESS, 4).items() if k not in ("process", "id", "e_service", "deadlines")}
        if self.chance(4):
            service = {k: v for k, v in self.keys(E_SERVICE, 3).items() if k not in ("fields", "attachments")}
            entries |= {"e_service": service} if service else {}
        if self.lanes and self.chance(4):
            entries["lane"] = self.draw(st.one_of(st.sampled_from(self.lanes), st.just("??")))
        scope = Scope()
        flow = self.steps(scope, 0, top=True)
        self.land(scope)
        if self.closed and self.lanes:
            entries["lanes"] = {slug(x): self.pick([x, {"name": x, "kind": "customer"}]) for x in self.lanes}
        for section in self.written:
            if self.sections[section]:
                table = SECTIONS[section].table
                entries[section] = {slug(x): {"name": x, **self.keys(table, 1)} for x in self.sections[section]}
        if scope.targets and self.chance(3):
            entries["deadlines"] = [{"name": "Frist", "within": "3 weeks", "from": self.pick(scope.targets), "to": self.pick(scope.targets)}]
            entries["automate"] = [self.pick(scope.targets)]
        if flow:
            entries["flow"] = flow
        return entries


BOTH_LEAVE = """\
process: P
flow:
  - A: B
    unless:
      - message: ??
        flow:
          - exclusive: Q
            branches:
              ja:
                - inclusive: R
              else:
                - wait: W
        to: t
      - timer: ??
        flow:
          - task: T
            id: t
"""
"""All answers lead to the same further down: no line leads on twice."""


IN_WORD_QUOTES = """
process: "”Bygglov”"
lanes: {chef: "”Chef”", b: B}
flow:
  - b, chef: "”Granska”"
  - "”Chef”, B": "’Skriv under’"
  - b: ”A” och ”B”
  - b: Klart?
    branches:
      "”ja”":
      nej: Gör om
---
journey: {sv: "»Resa«", en: "“Journey”"}
phases:
  - phase: "„Under“"
    steps:
      - step: "”Söker”"
"""
"""Names that have the quotation marks of a word processor for their own, since YAML's stand around them."""


@st.composite
def documents(draw: Any) -> str:
    return document_text(Maker(draw).document())


def comes_back(map: ProcessMap) -> None:
    """The law."""
    written = write_yaml(map)
    note(written.text)
    again = read_text(written.text)
    assert again.map == map
    assert again.findings == ()
    assert written.losses == ()
    assert write_yaml(again.map).text == written.text


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents())
@example(BOTH_LEAVE)
@example(IN_WORD_QUOTES)
@example("process: A\nautomate: n/a\nflow:\n  - Gör\n")
def test_a_map_comes_back(text: str) -> None:
    reading = read_text(text)
    note(text)
    assume(not reading.findings)
    comes_back(reading.map)
