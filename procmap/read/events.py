"""Events to elements and flows: starts, waits and ends, and what happens at the border of an activity."""

from __future__ import annotations

from typing import Any

from procmap.model.activity import Task
from procmap.model.event import Event, Trigger, TriggerKind
from procmap.model.gateway import Gateway
from procmap.model.knowledge import Maybe
from procmap.read import notices as say
from procmap.read.bpmn_words import read_bpmn
from procmap.read.branches import BranchReader
from procmap.read.heads import Head
from procmap.read.keys import EVENT
from procmap.read.kinds import TABLES
from procmap.read.names import slug
from procmap.read.scope import Scope, Way
from procmap.read.step_slips import (
    as_event,
    event_keys,
)
from procmap.source.tree import Entries, Items, Scalar, Tree
from procmap.text import Text

__all__ = ["EventReader"]

_TRIGGER_KINDS: tuple[TriggerKind, ...] = ("timer", "message", "condition", "signal", "error")
_RACING = {"timer", "message", "condition", "signal"}


class EventReader(BranchReader):
    """The part of the flow reader that reads events."""

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
        if len(triggers) > 1:
            several = ", ".join(trigger.kind for trigger in triggers)
            self.desk.say(say.WAITS_FOR_ONE, head.at, scope.ref(values["id"]), several=several)
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
