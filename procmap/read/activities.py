"""Activities to elements and flows: tasks, calls and subprocesses, with what does not go as usual."""

from __future__ import annotations

from typing import Any

from procmap.model.activity import CallActivity, ExceptionCase, SubProcess, Task
from procmap.model.event import Event, Trigger
from procmap.model.knowledge import NOT_APPLICABLE, Maybe, NotApplicable, Unknown
from procmap.read import notices as say
from procmap.read.amounts import read_rate
from procmap.read.desk import guess_hint, several
from procmap.read.events import EventReader
from procmap.read.heads import Head
from procmap.read.keys import EXCEPTION
from procmap.read.kinds import TABLES
from procmap.read.known import unknown
from procmap.read.names import slug
from procmap.read.records import Records
from procmap.read.scope import Jump, Scope, Way
from procmap.ref import Ref
from procmap.source.tree import Entries, Items, Scalar, Tree
from procmap.text import Text

__all__ = ["ActivityReader"]


class ActivityReader(EventReader):
    """The part of the flow reader that reads activities; ``jumps`` are the ``to`` that leave a subprocess."""

    jumps: list[Jump]

    def body(self, tree: Tree | None, path: str, lane: Maybe[str]) -> Scope:
        """The scope of a process or subprocess."""
        raise NotImplementedError

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
            if not isinstance(item, Entries) or not item.entries:
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
        """``Fel kommun: Hänvisa`` is what goes wrong and what is done then, ``Fel kommun: 5 %`` how often it does."""
        name, action = item.entries[0]
        text = action.value if isinstance(action, Scalar) else ""
        key = "share" if read_rate(text) is not None else "action"
        example = f"- {{name: {name.value}, {key}: {text or '…'}}}"
        self.desk.say(say.WRONG_SHAPE, name, ref, key="exceptions", expected=Records.expected, example=example)
        done = [(Scalar(key, action.line, action.column), action)] if text else []
        return Entries([(Scalar("name", name.line, name.column), name), *done], item.line, item.column, item.length)


def _loops(values: dict[str, Any]) -> None:
    """``for_each`` runs for all at once, unless BPMN's word says one after the other."""
    each = values.get("for_each")
    if each is not None and not isinstance(each, NotApplicable):
        values.setdefault("loop", "parallel")
