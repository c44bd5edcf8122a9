"""Steps, branches and events to elements and flows.

A path runs in order: what falls out of one step enters the next. While it is read, the flows that have no target yet
are carried along as a list of ways; a ``to`` or an ``end`` takes them all, and what is left at the end of a path goes
where its owner goes next.
"""

from __future__ import annotations

from typing import Any

from procmap.model.event import Event
from procmap.model.knowledge import Maybe, Unknown
from procmap.read import notices as say
from procmap.read.activities import ActivityReader
from procmap.read.desk import Desk
from procmap.read.heads import Head, is_start, read_head
from procmap.read.kinds import STEP_EXAMPLE, TABLES
from procmap.read.role_slips import ask_for_colon
from procmap.read.scope import Jump, Scope, Way
from procmap.read.step_slips import (
    STRUCTURAL,
    below_role,
    likely_id,
    missing_dash,
    say_not_here,
    with_known_keys,
    written_steps,
)
from procmap.read.table import Table
from procmap.read.time_slips import as_wait, time_first, wait_for_time
from procmap.read.who import who
from procmap.ref import Ref
from procmap.source.tree import Items, Scalar, Tree

__all__ = ["FlowReader"]

_TASKS = ("task", "call", "subprocess")


class FlowReader(ActivityReader):
    """Reads the flow of one process; ``jumps`` are the ``to`` that found no target in their own scope."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.jumps: list[Jump] = []
        self.scopes: list[Scope] = []

    def body(self, tree: Tree | None, path: str, lane: Maybe[str]) -> Scope:
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
            head = read_head(time_first(item, self.desk), self.desk)
            if head is None:
                continue
            more = missing_dash(head, self.desk)
            if more is not None:
                queue.insert(position, more)
            ways = self._step(head, ways, scope, lane, top)
        return ways

    def _step(self, head: Head, ways: list[Way], scope: Scope, lane: Maybe[str], top: bool) -> list[Way]:
        if head.kind == "to":
            return self._to(head, ways, scope)
        kind = head.kind
        if kind == "start" and not top:
            self.desk.say(say.START_INSIDE, head.at, fix=f"- wait: {head.name or '…'}")
            kind = "wait"
        ref = scope.ref(likely_id(head))
        head = as_wait(head._replace(kind=kind), self.desk, ref)
        head = wait_for_time(with_known_keys(head, self.desk, ref), self.desk, ref)
        kind, table = head.kind, TABLES[head.kind]
        keys = {key.value: value for key, value in head.rest if key.value in STRUCTURAL}
        say_not_here(head, self.desk)
        if lane is None and "lane" not in keys:
            ask_for_colon(head, self.desk, ref)
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
