"""Paths as lists of steps, the way a team writes them: ``- Roll: Mening`` with keys below."""

from __future__ import annotations

from typing import Any

from procmap.model.activity import Activity, CallActivity, SubProcess, Task
from procmap.model.event import Event, Trigger
from procmap.model.flow import SequenceFlow
from procmap.model.gateway import Gateway
from procmap.model.knowledge import Maybe, NotApplicable, Unknown, known
from procmap.model.label import Translated
from procmap.model.process import Process
from procmap.read.bpmn_words import written_bpmn
from procmap.read.heads import may_be_lane
from procmap.read.keys import EVENT, EXCEPTION, PATH, TRIGGERS
from procmap.read.kinds import TABLES
from procmap.read.known import plain_value
from procmap.read.names import slug
from procmap.read.who import LANES
from procmap.write.yaml_graph import Implied
from procmap.write.yaml_names import SectionNames, StepNames
from procmap.write.yaml_paths import Path, Step, Way
from procmap.write.yaml_placing import MAX_DEPTH, paths_of
from procmap.write.yaml_text import LONGEST_KEY, key_text, short, shortened

__all__ = ["FlowWriter"]

_TRIGGERS = {key.name: key for key in TRIGGERS}
_ELSE = ("else", "annars", "default", "otherwise")
_SORTS = {"start": "event", "end": "event", "wait": "event", "inclusive": "gateway", "parallel": "gateway"}
_SORTS.update(exclusive="gateway", task="task", call="call", subprocess="subprocess")


class FlowWriter:
    """Writes the flow of one process. ``calls`` gives the process that a name alone would call."""

    def __init__(self, names: SectionNames, calls: Any, implied: Implied) -> None:
        self.names = names
        self.calls = calls
        self.implied = implied

    def body(self, scope: Process | SubProcess, lane: Maybe[str], depth: int) -> list[Any] | None:
        """The steps of a scope; ``lane`` is the one that holds for tasks where nothing else is said."""
        if not scope.nodes or depth > MAX_DEPTH:
            return None
        root = paths_of(scope.nodes, scope.flows, depth, self.implied)
        return _ScopeWriter(self, scope, root, lane).steps(root) or [{"end": None}]


class _ScopeWriter:
    """Writes the steps of one scope, from top to bottom."""

    def __init__(self, flow: FlowWriter, scope: Process | SubProcess, root: Path, lane: Maybe[str]) -> None:
        self.flow = flow
        self.names = flow.names
        self.lane = lane
        self.taken: set[str] = set()
        self.ended: dict[str, dict[str, Any]] = {}
        self.targets = StepNames(scope.nodes, _races(root))

    # Paths

    def steps(self, path: Path) -> list[Any]:
        """The steps of a path, each with the ``to`` behind it where its ways do not fall through."""
        items: list[Any] = []
        if path.way is not None and path.entered and path.way.through is not True and not path.way.written:
            items.append(self.go(path.way.target))
        for step in path.steps:
            target = _bound(step)
            if not step.implied:
                items.append(self.step(step))
            if target is not None:
                items.append(self.go(target))
        return items

    def go(self, target: str) -> dict[str, Any]:
        """A line that leads on: an end that has been written is written again."""
        return self.ended.get(target) or {"to": self.targets.text(target)}

    def path(self, path: Path, keys: dict[str, Any]) -> dict[str, Any]:
        """What follows an event, below its own keys."""
        items = self.steps(path)
        if _is_bound(path):
            assert path.way is not None
            line = self.go(path.way.target)
            if not items and "to" in line:
                return {**keys, **line}
            items.append(line)
        return {**keys, "flow": items} if items else keys

    def branch(self, path: Path) -> Any:
        """What follows an answer: nothing, one sentence, a list, or keys."""
        keys = shortened(PATH.plain(path.flow, self.names)) if path.flow else {}
        written = self.path(path, keys)
        if set(written) != {"flow"}:
            return written or None
        items: list[Any] = written["flow"]
        return items[0] if len(items) == 1 and isinstance(items[0], str) and items[0] != "n/a" else items

    # Steps

    def step(self, step: Step) -> Any:
        """One step; a sentence alone where nothing else is said of it."""
        node = step.node
        kind = _kind(node)
        head = self._head(node, kind)
        self.taken.add(node.id)
        keys = self._attributes(node, kind)
        keys |= self._events(step, keys)
        if isinstance(node, SubProcess):
            keys |= self._inside(node, step.path.depth)
        if step.branching:
            keys["branches"] = self._branches(step)
        if kind == "end" and "id" not in head and not isinstance(node.name, Unknown):
            self.ended[node.id] = {"end": _label(node.name)}
        first = next(iter(head))
        alone = len(head) + len(keys) == 1 and first in ("task", "exclusive") and isinstance(head[first], str)
        return head[first] if alone and head[first] and _natural(node, kind) else {**head, **keys}

    def _head(self, node: Any, kind: str) -> dict[str, Any]:
        """The first key with who and what, and what else says who it is."""
        label = _label(node.name)
        if label is None and kind in ("task", "call", "subprocess"):
            label = ""
        keys: dict[str, Any] = {}
        if self._id(node, kind) != node.id:
            keys["id"] = node.id
        if node.name is not None and not isinstance(node.name, (str, Translated, Unknown)):
            keys["name"] = plain_value(TABLES[kind].rows["name"].value, node.name, self.names)
        tasks = kind in ("task", "call", "subprocess")
        apart = self._others(node)
        others = () if apart else known(node.together_with) or ()
        lane = None if tasks and node.lane == self.lane else node.lane
        source = next((each for each in node.provenance if each.attribute == "lane" and node.lane is not None), None)
        first = self._first(lane, others) if _natural(node, kind) and source is None else None
        if first is not None:
            return {first: label, **keys, **apart}
        if source is not None:
            keys["lane"] = plain_value(LANES, node.lane, self.names, source)
            if others:
                keys["with"] = LANES.plain(others, self.names)
        elif isinstance(lane, str):
            keys["lane"] = LANES.plain((lane, *others), self.names)
        else:
            if lane is not None:
                keys["lane"] = plain_value(LANES, lane, self.names)
            if others:
                keys["with"] = LANES.plain(others, self.names)
        return {kind: label, **keys, **apart}

    def _others(self, node: Any) -> dict[str, Any]:
        """``with`` where it holds more than roles: that nobody knew, that not all agree, where it comes from."""
        source = next((each for each in node.provenance if each.attribute == "together_with"), None)
        if node.together_with is None or (isinstance(node.together_with, tuple) and source is None):
            return {}
        return {"with": plain_value(LANES, node.together_with, self.names, source)}

    def _first(self, lane: Any, others: tuple[str | Unknown, ...]) -> str | None:
        """Who does it as the first key, None where it cannot stand there."""
        if isinstance(lane, Unknown) and not others:
            text = plain_value(_TRIGGERS["timer"].value, lane, self.names)
            return text if len(key_text(text)) <= LONGEST_KEY else None
        if not isinstance(lane, str):
            return None
        texts = [self.names.one("lanes", id) for id in (lane, *others) if isinstance(id, str)]
        if "lanes" in self.names.names and not all(may_be_lane(text) for text in texts):
            return None
        if any("," in text or text != text.strip() or text[:2] == "??" for text in texts):
            return None
        asked = [plain_value(LANES, other, self.names) for other in others if isinstance(other, Unknown)]
        if any("," in text for text in asked):
            return None
        together = ", ".join((*texts, *asked))
        return together if len(key_text(together)) <= LONGEST_KEY else None

    def _id(self, node: Any, kind: str) -> str | None:
        """The id that the reader gives an element that has none of its own."""
        name = node.name
        if isinstance(name, (str, Translated)):
            return slug(str(name))
        if name is not None and not isinstance(name, Unknown):
            return None
        base = kind if name is None else "unknown"
        number, id = 2, base
        while id in self.taken:
            id, number = f"{base}-{number}", number + 1
        return id

    def _attributes(self, node: Any, kind: str) -> dict[str, Any]:
        table = TABLES[kind]
        keys = shortened(table.plain(node, self.names))
        for name in ("id", "name", "exceptions"):
            keys.pop(name, None)
        if _SORTS[kind] == "event":
            keys = {**self._triggers(node), **{name: keys[name] for name in keys if name not in _TRIGGERS}}
        if isinstance(node, CallActivity) and node.calls is not None and node.calls != self._called(node):
            keys["process"] = str(node.calls)
        words = _words(node, kind)
        if words:
            keys["bpmn"] = _together(words)
        return keys

    def _called(self, node: CallActivity) -> Any:
        if isinstance(node.name, (str, Translated)):
            return self.flow.calls(str(node.name))
        return node.name if isinstance(node.name, Unknown) else None

    def _triggers(self, node: Any) -> dict[str, Any]:
        """The keys of what makes an event happen, or of what a waiting step waits for."""
        triggers: tuple[Trigger, ...] = node.triggers if isinstance(node, Event) else ()
        if isinstance(node, Task):
            triggers = (node.waits_for,) if node.waits_for and node.waits_for.what is not None else ()
            if node.message is not None and not any(t.kind == "message" for t in triggers):
                triggers = (*triggers, Trigger("message", node.message))
        sources = {source.attribute: source for source in node.provenance}
        keys: dict[str, Any] = {}
        for name, row in _TRIGGERS.items():
            what = next((t.what for t in triggers if t.kind == name and t.what is not None), None)
            if what is not None:
                keys[name] = short(plain_value(row.value, what, self.names, sources.get(name)))
        if any(t.kind == "terminate" for t in triggers):
            keys["terminate"] = "true"
        return keys

    def _inside(self, node: SubProcess, depth: int) -> dict[str, Any]:
        """The steps of a subprocess, or why there are none."""
        if node.inside is not None:
            return {"flow": plain_value(_TRIGGERS["timer"].value, node.inside, self.names)}
        lane = node.lane if node.lane is not None else self.lane
        inner = self.flow.body(node, lane, depth + 2)
        return {"flow": inner} if inner else {}

    # Events below a step

    def _events(self, step: Step, keys: dict[str, Any]) -> dict[str, Any]:
        """``exceptions``, ``unless`` and ``meanwhile``, with what follows each."""
        node = step.node
        ids = self._event_ids(step)
        written: dict[str, Any] = {}
        unless = [self._event(path, ids) for path in step.paths if path.kind == "unless"]
        if isinstance(node, Activity):
            written |= self._exceptions(node, step)
        meanwhile = [self._event(path, ids) for path in step.paths if path.kind == "meanwhile"]
        if unless:
            written["unless"] = unless
        if meanwhile:
            written["meanwhile"] = meanwhile
        return written

    def _event_keys(self, event: Event) -> dict[str, Any]:
        keys = EVENT.plain(event, self.names)
        name = keys.pop("name", None)
        keys.pop("id", None)
        plain = {key: keys[key] for key in keys if key not in _TRIGGERS}
        found = {**self._triggers(event), **({} if name is None else {"name": short(name)}), **shortened(plain)}
        words = [word for word in written_bpmn(event, "event") if word != "nonInterrupting"]
        if words:
            found["bpmn"] = _together(words)
        return found

    def _event_ids(self, step: Step) -> dict[str, str]:
        """The id that the reader gives each event below a step, in the order in which it does."""
        host, given = step.node.id, dict[str, str]()
        taken: set[str] = set()
        paths = sorted(step.paths, key=lambda path: ("exception", "unless", "meanwhile", "branch").index(path.kind))
        for path in paths:
            if path.event is None:
                continue
            keys = self._event_keys(path.event)
            kind = next((key for key in keys if key in _TRIGGERS), "event")
            what, name = keys.get(kind), keys.get("name")
            worded = kind != "timer" and isinstance(what, str) and what and what[:2] != "??"
            base = slug(str(what)) if worded else kind
            base = slug(name) if isinstance(name, str) and name else base
            if path.kind == "exception":
                base = slug(path.event.name) if isinstance(path.event.name, str) else "error"
            number, id = 2, f"{host}.{base}"
            while id in taken:
                id, number = f"{host}.{base}-{number}", number + 1
            taken.add(id)
            given[path.event.id] = id
        return given

    def _event(self, path: Path, ids: dict[str, str]) -> dict[str, Any]:
        event = path.event
        assert event is not None
        keys = self._event_keys(event)
        if ids[event.id] != event.id:
            keys["id"] = event.id
        return self.path(path, keys)

    def _exceptions(self, node: Activity, step: Step) -> dict[str, Any]:
        if node.exceptions is None:
            return {}
        cases = known(node.exceptions)
        if cases is None:
            return {"exceptions": plain_value(EXCEPTION.rows["name"].value, node.exceptions, self.names)}
        paths = {path.event.id: path for path in step.paths if path.kind == "exception" and path.event}
        written: list[Any] = []
        for case in cases:
            keys = shortened(EXCEPTION.plain(case, self.names))
            path = paths.get(case.event or "")
            if path is not None:
                keys = self.path(path, keys)
                if "flow" not in keys and "to" not in keys:
                    keys["flow"] = []
            alone = isinstance(keys, dict) and set(keys) == {"name"} and isinstance(keys["name"], str) and keys["name"]
            written.append(keys["name"] if alone else keys)
        return {"exceptions": written}

    # Branches

    def _branches(self, step: Step) -> Any:
        gateway = step.out or step.node
        assert isinstance(gateway, Gateway)
        paths = [path for path in step.paths if path.kind == "branch"]
        flows = [path.flow for path in paths if path.flow]
        if flows and gateway.default is None and all(flow.name is None for flow in flows):
            return [self.branch(path) for path in paths]
        written: dict[str, Any] = {}
        slugs: set[str] = set()
        for flow, path in zip(flows, paths, strict=True):
            key = base = self._answer(flow, gateway)
            number = 2
            while slug(key) in slugs:
                key, number = f"{base} {number}", number + 1
            slugs.add(slug(key))
            written[key] = self.branch(path)
        return written

    def _answer(self, flow: SequenceFlow, gateway: Gateway) -> str:
        """The answer as a key."""
        if flow.name is None and gateway.default == flow.id and gateway.kind != "parallel":
            return "else"
        if isinstance(flow.name, Unknown):
            text = str(plain_value(_TRIGGERS["timer"].value, flow.name, self.names))
        else:
            text = flow.id.rpartition(".")[2] if flow.name is None else str(flow.name)
        if text.casefold() in _ELSE:
            text = f"{text} 1"
        while len(key_text(text)) > LONGEST_KEY:
            text = text[: len(text) // 2]
        return text


def _bound(step: Step) -> str | None:
    """Where all that falls out of a step goes, if that is not simply to what follows.

    A ``to`` behind a step takes every way out of it; so those that shall fall through get one of their own then.
    """
    if step.direct is not None and step.direct.through is not True and not step.direct.written:
        inner = list(_mergeable(step))
        for way in inner:
            way.through = False
        if all(way.target == step.direct.target for way in inner):
            for way in inner:
                way.written = True
        step.direct.written = True
        return step.direct.target
    ways = list(_mergeable(step)) + ([step.direct] if step.direct else [])
    targets = {way.target for way in ways}
    if len(ways) < 2 or len(targets) != 1 or any(way.through or way.written for way in ways):
        return None
    for way in ways:
        way.written = True
    return targets.pop()


def _mergeable(step: Step) -> list[Way]:
    """The ways out of what stands below a step that would fall out of it."""
    if step.joined:
        return []
    found: list[Way] = []
    for path in step.paths:
        if path.kind == "meanwhile":
            continue
        if path.tail is not None:
            found.append(path.tail)
        elif path.way is not None and not path.entered:
            found.append(path.way)
        for inner in path.group if path.tail is None else ():
            if inner.direct is not None:
                found.append(inner.direct)
            found += _mergeable(inner)
    return [] if step.waits and len(found) > 1 else found


def _is_bound(path: Path) -> bool:
    way = path.way
    return way is not None and not path.entered and way.through is not True and not way.written


def _races(root: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    open_ = [root]
    while open_:
        for step in open_.pop().steps:
            if step.race is not None:
                found[step.race.id] = step.node.id
            open_ += step.paths
    return found


def _kind(node: Any) -> str:
    if isinstance(node, Gateway):
        return node.kind if node.kind in ("inclusive", "parallel") else "exclusive"
    if isinstance(node, Event):
        return node.position if node.position in ("start", "end") else "wait"
    if isinstance(node, SubProcess):
        return "subprocess"
    if isinstance(node, CallActivity):
        return "call"
    return "wait" if node.waits_for is not None else "task"


def _natural(node: Any, kind: str) -> bool:
    """Whether the sentence alone says what kind of element it is."""
    asks = not isinstance(node.name, Unknown) and str(node.name or "").rstrip().endswith("?")
    return kind == ("exclusive" if asks else "task")


def _label(name: Any) -> Any:
    if isinstance(name, Translated):
        return short({k: v for k, v in (("sv", name.sv), ("en", name.en)) if v})
    if isinstance(name, str):
        return name
    return str(name) if isinstance(name, Unknown) else None


def _words(node: Any, kind: str) -> list[str]:
    """BPMN's own words for what the keys do not say."""
    if isinstance(node, Task) and node.waits_for is not None:
        node = Event(id=node.id, position="catch", triggers=(node.waits_for,))
    words = written_bpmn(node, _SORTS[kind])
    if isinstance(node, Activity):
        each = node.for_each is not None and not isinstance(node.for_each, NotApplicable)
        words = [word for word in words if not (each and word == "multiInstance")]
    return words


def _together(words: list[str]) -> Any:
    return words if any("," in word for word in words) else ", ".join(words)
