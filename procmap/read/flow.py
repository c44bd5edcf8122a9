"""Steps, branches and events to elements and flows.

A path runs in order: what falls out of one step enters the next. While it is read, the flows that have no target yet
are carried along as a list of ways; a ``to`` or an ``end`` takes them all, and what is left at the end of a path goes
where its owner goes next.
"""

from __future__ import annotations

from typing import Any

from procmap.model.activity import CallActivity, ExceptionCase, SubProcess, Task
from procmap.model.event import Event, Trigger, TriggerKind
from procmap.model.gateway import Gateway
from procmap.model.knowledge import NOT_APPLICABLE, Maybe, NotApplicable, Unknown
from procmap.read import notices as say
from procmap.read.bpmn_words import read_bpmn
from procmap.read.branches import BranchReader
from procmap.read.desk import Desk, guess_hint, several
from procmap.read.heads import Head, is_start, read_head
from procmap.read.keys import EVENT, EXCEPTION
from procmap.read.kinds import STEP_EXAMPLE, TABLES
from procmap.read.known import unknown
from procmap.read.names import slug
from procmap.read.records import Records
from procmap.read.scope import Jump, Scope, Way
from procmap.read.step_slips import (
    STRUCTURAL,
    as_event,
    below_role,
    event_keys,
    likely_id,
    missing_dash,
    say_not_here,
    with_known_keys,
    written_steps,
)
from procmap.read.table import Table
from procmap.read.who import who
from procmap.ref import Ref
from procmap.source.tree import Entries, Items, Scalar, Tree
from procmap.text import Text

__all__ = ["FlowReader"]

_TRIGGER_KINDS: tuple[TriggerKind, ...] = ("timer", "message", "condition", "signal", "error")
_RACING = {"timer", "message", "condition", "signal"}


class FlowReader(BranchReader):
    """Reads the flow of one process; ``jumps`` are the ``to`` that found no target in their own scope."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.jumps: list[Jump] = []
        self.scopes: list[Scope] = []

    # Bodies and paths

    def body(self, tree: Tree | None, path: str, lane: Maybe[str], event: bool = False) -> Scope:
        """The scope of a process or subprocess, with the start and end that nobody needs to write."""
        scope = Scope(self.desk, path, lane)
        self.scopes.append(scope)
        items = self._inside(tree, not path) if tree is not None else []
        if not items:
            return scope
        ways: list[Way] = []
        if not is_start(items[0], self.desk):
            id = scope.generated("start", items[0])
            scope.add(Event(id=id, position="start"), items[0])
            ways = [Way(id, f"{id}.next")]
        ways = self.steps(items, ways, scope, lane, top=True) + scope.unclear
        if ways:
            end = scope.end(None)
            if end is None:
                end = Event(id=scope.generated("end", items[-1]), position="end")
                scope.add(end, items[-1])
            scope.connect(ways, end.id)
        return scope

    def _inside(self, tree: Tree, whole: bool) -> list[Tree]:
        """The steps of a body; those on lines without dashes, or with arrows between, are read too.

        One sentence is enough inside something else, and no flow for a ``whole`` process.
        """
        if isinstance(tree, Scalar) and tree.value[:2] != "??":
            if loose := written_steps(tree, self.desk):
                return loose
            if whole and tree.value not in ("", "n/a"):
                self.desk.say(say.FLOW_NOT_A_LIST, tree, fix=f"- {tree.value}")
        return self.items(tree)

    def items(self, tree: Tree) -> list[Tree]:
        """The steps of a path: a list, or one sentence."""
        if isinstance(tree, Items):
            return tree.items
        if isinstance(tree, Scalar):
            return [] if tree.value in ("", "n/a") else [tree]
        if tree.entries:
            key, value = tree.entries[0]
            text = value.value if isinstance(value, Scalar) else "…"
            self.desk.say(say.BRANCH_IS_STEP, key, fix=f"- {key.value}: {text}")
            return [tree]
        return []

    def steps(self, items: list[Tree], ways: list[Way], scope: Scope, lane: Maybe[str], top: bool = False) -> list[Way]:
        """Read the steps in order; what falls out of the last one is returned."""
        queue = list(items)
        position = 0
        while position < len(queue):
            item = queue[position]
            position += 1
            if isinstance(item, Items):
                self.desk.say(say.FLOW_NOT_A_LIST, item, fix=STEP_EXAMPLE)
                queue[position:position] = item.items
                continue
            if (below := below_role(item, self.desk)) is not None:
                queue[position:position] = below
                continue
            head = read_head(item, self.desk)
            if head is None:
                continue
            more = missing_dash(head, self.desk)
            if more is not None:
                queue.insert(position, more)
            ways = self._step(head, ways, scope, lane, top)
        return ways

    # Steps

    def _step(self, head: Head, ways: list[Way], scope: Scope, lane: Maybe[str], top: bool) -> list[Way]:
        if head.kind == "to":
            return self._to(head, ways, scope)
        kind = head.kind
        if kind == "start" and not top:
            self.desk.say(say.START_INSIDE, head.at, fix=f"- wait: {head.name or '…'}")
            kind = "wait"
        head = with_known_keys(head._replace(kind=kind), self.desk, scope.ref(likely_id(head)))
        kind, table = head.kind, TABLES[head.kind]
        keys = {key.value: value for key, value in head.rest if key.value in STRUCTURAL}
        say_not_here(head, self.desk)
        name = self._name(head, keys, table)
        if kind == "end":
            same = scope.end(name)
            if same is not None and not head.rest:
                scope.connect(ways, same.id)
                return []
        if "id" in keys or name is not None:
            id = scope.claim(name, head.at, keys.get("id"))
        else:
            id = scope.generated(kind, head.at)
        values = self._attributes(head, keys, table, scope, id)
        doing = who(head, keys, scope.ref(id), lane if kind in _TASKS else None, self.desk)
        values.update(doing, id=id, name=name, provenance=table.in_order(values, doing))
        out = getattr(self, f"_{kind}", self._gateway)(head, keys, values, ways, scope, lane)
        return self._on(out, keys, scope)

    def _name(self, head: Head, keys: dict[str, Tree], table: Table) -> Any:
        tree = keys.get("name")
        if tree is None or "name" not in table.rows:
            return head.name
        found = table.read([(Scalar("name", tree.line, tree.column), tree)], self.desk, Ref(self.desk.document))
        return found.get("name", head.name)

    def _attributes(
        self, head: Head, keys: dict[str, Tree], table: Table, scope: Scope, id: str
    ) -> dict[str, Any]:
        plain = [entry for entry in head.rest if entry[0].value not in STRUCTURAL]
        ref = scope.ref(id)
        return table.read(plain, self.desk, ref) if plain else {}

    def _to(self, head: Head, ways: list[Way], scope: Scope) -> list[Way]:
        say_not_here(head, self.desk)
        if not ways:
            self.desk.say(say.TO_FROM_NOWHERE, head.at)
        if head.name is None or isinstance(head.name, Unknown):
            scope.unclear.extend(ways)
        else:
            scope.jump(ways, Scalar(str(head.name), head.at.line, head.at.column, head.at.length))
        return []

    def _on(self, out: list[Way], keys: dict[str, Tree], scope: Scope) -> list[Way]:
        """``to`` on an element binds whatever falls out of it."""
        target = keys.get("to")
        if target is None:
            return out
        return self.leave(target, out, scope)

    # Events

    def _triggers(self, values: dict[str, Any], bpmn: dict[str, Any]) -> None:
        """Gather the trigger keys of an event into its ``triggers``."""
        found = [Trigger(kind, values.pop(kind)) for kind in _TRIGGER_KINDS if kind in values]
        triggers = (*found, *bpmn.pop("triggers", ()))
        if values.pop("terminate", False):
            triggers = (*triggers, Trigger("terminate"))
        if triggers:
            values["triggers"] = triggers
        values.update(bpmn)

    def _bpmn(self, keys: dict[str, Tree], sort: str, what: Text, scope: Scope, id: str) -> dict[str, Any]:
        tree = keys.get("bpmn")
        return read_bpmn(tree, sort, what, self.desk, scope.ref(id)) if tree is not None else {}

    def _start(
        self, head: Head, keys: dict[str, Tree], values: dict[str, Any], ways: list[Way], scope: Scope, lane: Maybe[str]
    ) -> list[Way]:
        self._triggers(values, self._bpmn(keys, "event", TABLES["start"].what, scope, values["id"]))
        scope.add(Event(**{**values, "position": "start"}), head.at)
        return [*ways, Way(values["id"], f"{values['id']}.next")]

    def _end(
        self, head: Head, keys: dict[str, Tree], values: dict[str, Any], ways: list[Way], scope: Scope, lane: Maybe[str]
    ) -> list[Way]:
        if "to" in keys:
            other = Text(sv="slutet", en="the end")
            self.desk.say(say.AFTER_TO, keys.pop("to"), scope.ref(values["id"]), other=other)
        self._triggers(values, self._bpmn(keys, "event", TABLES["end"].what, scope, values["id"]))
        scope.add(Event(**{**values, "position": "end"}), head.at)
        scope.connect(ways, values["id"])
        return []

    def _wait(
        self, head: Head, keys: dict[str, Tree], values: dict[str, Any], ways: list[Way], scope: Scope, lane: Maybe[str]
    ) -> list[Way]:
        id = values["id"]
        self._triggers(values, self._bpmn(keys, "event", TABLES["wait"].what, scope, id))
        unless = self._events(keys, "unless", scope, id)
        meanwhile = self._events(keys, "meanwhile", scope, id)
        racing = all(t.kind in _RACING for _, _, more in unless for t in more.get("triggers", ()))
        if meanwhile or not racing:
            return self._waiting_task(head, keys, values, unless, meanwhile, ways, scope, lane)
        out = [Way(id, f"{id}.next")]
        if unless:
            race = scope.generated(f"{id}.race", head.at)
            scope.entry[id] = race
            scope.add(Gateway(id=race, kind="event_based"), head.at)
            scope.connect(ways, race)
            ways = [Way(race, f"{race}.{id}")]
        scope.add(Event(**{"position": "catch", **values}), head.at)
        scope.connect(ways, id)
        for at, event, more in unless:
            scope.add(Event(position="catch", **more), at)
            short = more["id"].rpartition(".")[2]
            scope.connect([Way(scope.entry[id], f"{scope.entry[id]}.{short}")], more["id"])
            out += self.path(event, [Way(more["id"], f"{more['id']}.next")], scope, lane)
        return self.behind(head, keys, id, out[:1], scope, lane) + out[1:]

    def _waiting_task(
        self, head: Head, keys: dict[str, Tree], values: dict[str, Any], unless: list[Any], meanwhile: list[Any],
        ways: list[Way], scope: Scope, lane: Maybe[str],
    ) -> list[Way]:
        """A wait that something happens during is a task that waits, since only activities have a border."""
        triggers = values.pop("triggers", ())
        for name in ("all_triggers", "position", "interrupting"):
            values.pop(name, None)
        message = next((t.what for t in triggers if t.kind == "message"), None)
        waits_for = triggers[0] if triggers else Trigger("condition")
        scope.add(Task(type="receive", message=message, waits_for=waits_for, **values), head.at)
        scope.connect(ways, values["id"])
        return self._around(head, keys, values["id"], unless, meanwhile, [], scope, lane)

    def _events(
        self, keys: dict[str, Tree], key: str, scope: Scope, host: str
    ) -> list[tuple[Tree, Entries, dict[str, Any]]]:
        """The events under ``unless`` or ``meanwhile``: where, what follows, and the event's attributes."""
        tree = keys.get(key)
        if tree is None:
            return []
        found: list[tuple[Tree, Entries, dict[str, Any]]] = []
        for item in tree.items if isinstance(tree, Items) else [tree]:
            item = as_event(item, self.desk, scope.ref(host))
            if not isinstance(item, Entries):
                continue
            item = event_keys(item, self.desk, scope.ref(host))
            bpmn_tree = item.get("bpmn")
            kinds = [k.value for k, _ in item.entries if k.value in _TRIGGER_KINDS]
            if not kinds and bpmn_tree is None:
                self.desk.say(say.NO_TRIGGER, item, scope.ref(host), fix="timer: 3 weeks")
            own = item.get("id")
            what = next((v.value for k, v in item.entries if k.value in kinds[:1] and isinstance(v, Scalar)), "")
            label = item.get("name")
            word = kinds[0] if kinds else "event"
            short = slug(what) if word != "timer" and what and what[:2] != "??" else word
            if isinstance(label, Scalar) and label.value:
                short = slug(label.value)
            if isinstance(own, Scalar) and own.value:
                id = scope.claim(own.value, own, own)
            else:
                id = scope.generated(f"{host}.{short}", item)
            plain = [e for e in item.entries if e[0].value not in ("flow", "to", "lane", "id", "bpmn")]
            values = EVENT.read(plain, self.desk, scope.ref(id))
            bpmn = read_bpmn(bpmn_tree, "event", EVENT.what, self.desk, scope.ref(id)) if bpmn_tree is not None else {}
            bpmn.pop("position", None)
            self._triggers(values, bpmn)
            found.append((item, item, {**values, "id": id}))
        return found

    # Activities

    def _task(
        self, head: Head, keys: dict[str, Tree], values: dict[str, Any], ways: list[Way], scope: Scope, lane: Maybe[str]
    ) -> list[Way]:
        values.update(self._bpmn(keys, "task", TABLES["task"].what, scope, values["id"]))
        _loops(values)
        return self._activity(Task, head, keys, values, ways, scope, lane)

    def _call(
        self, head: Head, keys: dict[str, Tree], values: dict[str, Any], ways: list[Way], scope: Scope, lane: Maybe[str]
    ) -> list[Way]:
        values.update(self._bpmn(keys, "call", TABLES["call"].what, scope, values["id"]))
        _loops(values)
        target = keys.get("process")
        named = target.value if isinstance(target, Scalar) and target.value else values["name"]
        if isinstance(named, Unknown) or str(named or "")[:2] == "??":
            values["calls"] = unknown(str(named), self.desk)
        elif named is not None:
            at = target if isinstance(target, Scalar) and target.value else head.at
            values["calls"] = self._called(str(named), at, target is not None, scope.ref(values["id"]))
        return self._activity(CallActivity, head, keys, values, ways, scope, lane)

    def _called(self, name: str, at: Scalar, written: bool, ref: Any) -> str:
        """The process that a call means; it may be one that nobody has described, but not one of two, nor misspelt."""
        names = self.desk.processes
        found = names.find(name)
        if len(found) > 1:
            self.desk.say(say.SAME_DOCUMENT, at, ref, id=name, other=several(found))
        elif not found and (guess := names.nearest(name)):
            where = Text(sv="processerna", en="the processes")
            self.desk.say(say.NO_SUCH, at, ref, name=name, where=where, hint=guess_hint(name, names))
            found = names.find(guess)
        return found[0] if found else (name if written else slug(name))

    def _subprocess(
        self, head: Head, keys: dict[str, Tree], values: dict[str, Any], ways: list[Way], scope: Scope, lane: Maybe[str]
    ) -> list[Way]:
        id = values["id"]
        values.update(self._bpmn(keys, "subprocess", TABLES["subprocess"].what, scope, id))
        _loops(values)
        tree = keys.get("flow")
        inner: Maybe[str] = values["lane"] if values["lane"] is not None else lane
        if isinstance(tree, Scalar) and tree.value == "n/a":
            values["inside"] = NOT_APPLICABLE
        elif isinstance(tree, Scalar) and tree.value[:2] == "??":
            values["inside"] = unknown(tree.value, self.desk)
        else:
            within = self.body(tree, f"{scope.path}{id}/", inner)
            values["nodes"], values["flows"], lost = within.finish(head.at)
            self.jumps += lost
        if values.get("kind") == "event":
            scope.add(SubProcess(**values), head.at)
            return ways
        answers = keys.get("branches")
        if answers is not None and values.get("nodes"):
            self._answers_are_ends(answers, values)
        return self._activity(SubProcess, head, keys, values, ways, scope, lane)

    def _answers_are_ends(self, tree: Tree, values: dict[str, Any]) -> None:
        if not isinstance(tree, Entries):
            return
        ends = {n.id: n.name for n in values["nodes"] if isinstance(n, Event) and n.position == "end"}
        names = [str(name) for name in ends.values() if name is not None]
        known = {*ends, *names}
        for key, _ in tree.entries:
            if key.value == "else" or key.value[:2] == "??" or key.value in known:
                continue
            hint = guess_hint(key.value, names)
            if not names:
                none = Text(
                    sv="Den har inget slut med namn än: skriv - end: {answer}",
                    en="It has no end with a name yet: write - end: {answer}",
                )
                hint = none.fill(answer=key.value)
            name = values["name"] or values["id"]
            self.desk.say(say.ANSWER_NOT_AN_END, key, answer=key.value, name=name, hint=hint)
            if not names:
                return

    def _activity(
        self, make: Any, head: Head, keys: dict[str, Tree], values: dict[str, Any], ways: list[Way], scope: Scope,
        lane: Maybe[str],
    ) -> list[Way]:
        id = values["id"]
        cases, flows = self._exceptions(keys, scope, id)
        if cases:
            values["exceptions"] = cases
        scope.add(make(**values), head.at)
        scope.connect(ways, id)
        unless = self._events(keys, "unless", scope, id)
        meanwhile = self._events(keys, "meanwhile", scope, id)
        return self._around(head, keys, id, unless, meanwhile, flows, scope, lane)

    def _around(
        self, head: Head, keys: dict[str, Tree], id: str, unless: list[Any], meanwhile: list[Any],
        exceptions: list[Any], scope: Scope, lane: Maybe[str],
    ) -> list[Way]:
        """The boundary events of an activity and what follows them; what interrupts goes on where the activity does."""
        aside: list[Way] = []
        for at, entries, values in [*unless, *exceptions]:
            scope.add(Event(position="boundary", attached_to=id, **values), at)
            aside += self.path(entries, [Way(values["id"], f"{values['id']}.next")], scope, lane)
        for at, entries, values in meanwhile:
            scope.add(Event(**{**values, "position": "boundary", "attached_to": id, "interrupting": False}), at)
            left = self.path(entries, [Way(values["id"], f"{values['id']}.next")], scope, lane)
            if left:
                end = Event(id=scope.generated(f"{values['id']}.end", at), position="end")
                scope.add(end, at)
                scope.connect(left, end.id)
        return self.behind(head, keys, id, [Way(id, f"{id}.next")], scope, lane) + aside

    def _exceptions(self, keys: dict[str, Tree], scope: Scope, host: str) -> tuple[Any, list[Any]]:
        """What does not go as usual; one with a path is an error event at the border too."""
        tree = keys.get("exceptions")
        if tree is None:
            return None, []
        if isinstance(tree, Scalar):
            if tree.value[:2] == "??":
                return unknown(tree.value, self.desk), []
            if tree.value == "n/a":
                return NOT_APPLICABLE, []
        cases: list[ExceptionCase] = []
        events: list[Any] = []
        for number, item in enumerate(tree.items if isinstance(tree, Items) else [tree], 1):
            if isinstance(item, Scalar) and item.value:
                item = Entries([(Scalar("name", item.line, item.column), item)], item.line, item.column, item.length)
            if not isinstance(item, Entries):
                self.desk.say(say.EMPTY_VALUE, item, scope.ref(host), key="exceptions")
                continue
            at = scope.ref(host).of("exceptions", str(number))
            self.desk.place(at, item)
            if all(EXCEPTION.meant(key.value) is None for key, _ in item.entries):
                item = self._named_exception(item, at)
            item = Entries(EXCEPTION.known(item.entries, self.desk, at), item.line, item.column, item.length)
            plain = [entry for entry in item.entries if entry[0].value not in ("flow", "to")]
            values = EXCEPTION.read(plain, self.desk, at)
            if len(plain) < len(item.entries):
                name = values.get("name")
                short = slug(name) if isinstance(name, str) else "error"
                values["event"] = scope.generated(f"{host}.{short}", item)
                what = name if isinstance(name, str) else None
                event = {"id": values["event"], "name": name, "triggers": (Trigger("error", what),)}
                events.append((item, item, event))
            cases.append(ExceptionCase(**values))
        return tuple(cases), events

    def _named_exception(self, item: Entries, ref: Ref) -> Entries:
        """``Fel kommun: Hänvisa`` is what goes wrong and what is done then."""
        name, action = item.entries[0]
        text = action.value if isinstance(action, Scalar) else ""
        example = f"- {{name: {name.value}, action: {text or '…'}}}"
        self.desk.say(say.WRONG_SHAPE, name, ref, key="exceptions", expected=Records.expected, example=example)
        done = [(Scalar("action", action.line, action.column), action)] if text else []
        return Entries([(Scalar("name", name.line, name.column), name), *done], item.line, item.column, item.length)


_TASKS = ("task", "call", "subprocess")


def _loops(values: dict[str, Any]) -> None:
    """``for_each`` runs for all at once, unless BPMN's word says one after the other."""
    each = values.get("for_each")
    if each is not None and not isinstance(each, NotApplicable):
        values.setdefault("loop", "parallel")
