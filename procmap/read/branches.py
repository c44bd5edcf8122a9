"""Branches: what follows each answer, and where the ways meet again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from procmap.model.gateway import Gateway
from procmap.model.knowledge import Maybe
from procmap.read import notices as say
from procmap.read.desk import Desk
from procmap.read.head_slips import beside_answer, dashed_answers, way_out, written_answer
from procmap.read.keys import PATH
from procmap.read.known import unknown
from procmap.read.names import slug
from procmap.read.scope import Scope, Way
from procmap.read.values import parts
from procmap.read.who import around
from procmap.read.word_quotes import name_of
from procmap.ref import Ref
from procmap.source.tree import Entries, Items, Scalar, Tree, is_empty
from procmap.text import Text

if TYPE_CHECKING:
    from procmap.read.heads import Head

__all__ = ["BranchReader"]

_PATH_KEYS = frozenset(PATH.rows)
_ELSE = ("else", "annars", "övrigt", "default", "otherwise")


class BranchReader:
    """The part of the flow reader that reads gateways, branches and paths."""

    desk: Desk

    def steps(self, items: list[Tree], ways: list[Way], scope: Scope, lane: Maybe[str]) -> list[Way]:
        """Read the steps of a path."""
        raise NotImplementedError

    def items(self, tree: Tree) -> list[Tree]:
        """The steps of a path as a list."""
        raise NotImplementedError

    def path(self, tree: Tree, ways: list[Way], scope: Scope, lane: Maybe[str]) -> list[Way]:
        """A path: nothing, one sentence, a list, or keys with ``flow`` and ``to``; what falls out is returned."""
        if isinstance(tree, Scalar) and tree.value:
            scope.sentences.add(tree.line)
        if not isinstance(tree, Entries):
            return self.steps(self.items(tree), ways, scope, lane)
        inner, target = tree.get("flow"), tree.get("to")
        lane = around(tree.get("lane"), lane, self.desk, scope.ref("").of("lane"))
        if inner is not None and not is_empty(inner):
            ways = self.steps(self.items(inner), ways, scope, lane)
        return ways if target is None else self.leave(target, ways, scope)

    def leave(self, target: Tree, ways: list[Way], scope: Scope) -> list[Way]:
        """``to`` takes all ways to the one step that it names."""
        if isinstance(target, Scalar) and target.value:
            scope.jump(ways, target)
            return []
        if isinstance(target, Scalar):
            self.desk.say(say.EMPTY_VALUE, target, key="to")
            scope.unclear.extend(ways)
            return []
        self.desk.say(say.TO_SEVERAL, target)
        return ways

    def _gateway(
        self, head: Head, keys: dict[str, Tree], values: dict[str, Any], ways: list[Way], scope: Scope, lane: Maybe[str]
    ) -> list[Way]:
        from procmap.read.bpmn_words import read_bpmn

        kind = head.kind
        if "bpmn" in keys:
            ref = scope.ref(values["id"])
            what = Text(sv="en fråga", en="a question")
            words = read_bpmn(keys["bpmn"], "gateway", what, self.desk, ref)
            kind = words.pop("kind", kind)
            values.update(words)
        tree = keys.get("branches")
        default = f"{values['id']}.else" if isinstance(tree, Entries) and _else(tree) else None
        gateway = Gateway(kind=kind, default=default, **values)  # type: ignore[arg-type]
        scope.add(gateway, head.at)
        scope.connect(ways, gateway.id)
        if tree is None:
            return [Way(gateway.id, f"{gateway.id}.next")]
        return self._branches(gateway, tree, scope, lane)

    def behind(
        self, head: Head, keys: dict[str, Tree], id: str, ways: list[Way], scope: Scope, lane: Maybe[str]
    ) -> list[Way]:
        """Branches on a task, a wait or a subprocess stand on an exclusive gateway of their own behind it."""
        tree = keys.get("branches")
        if tree is None:
            return ways
        out = scope.generated(f"{id}.out", head.at)
        default = f"{out}.else" if isinstance(tree, Entries) and _else(tree) else None
        gateway = Gateway(id=out, kind="exclusive", default=default)
        scope.add(gateway, head.at)
        scope.connect(ways, out)
        return self._branches(gateway, tree, scope, lane)

    def _branches(self, gateway: Gateway, tree: Tree, scope: Scope, lane: Maybe[str]) -> list[Way]:
        answers = self._answers(gateway, tree, scope)
        waiting = gateway.kind in ("parallel", "inclusive")
        if waiting:
            scope.joined.add(gateway.id)
        arriving: list[list[Way]] = []
        for short, path, way in answers:
            left = self.path(path, [way], scope, lane)
            if left and waiting and len(left) > 1:
                merge = Gateway(id=scope.generated(f"{gateway.id}.{short}.merge", path), kind="exclusive")
                scope.add(merge, path)
                scope.connect(left, merge.id)
                left = [Way(merge.id, f"{merge.id}.next")]
            if left:
                arriving.append(left)
        if not waiting or len(arriving) < 2:
            return [way for left in arriving for way in left]
        join = Gateway(id=scope.generated(f"{gateway.id}.join", tree), kind=gateway.kind)
        scope.add(join, tree)
        for left in arriving:
            scope.connect(left, join.id)
        return [Way(join.id, f"{join.id}.next")]

    def _as_path(self, path: Tree, ref: Ref, listed: bool) -> Tree:
        """What follows an answer with its keys put right; a step that lacks its dash is read as a list of one."""
        path = beside_answer(way_out(path, self.desk), self.desk)
        if not isinstance(path, Entries) or not path.entries:
            return path
        key, value = path.entries[0]
        lanes = self.desk.sections["lanes"]
        role = bool(lanes.find(key.value)) or key.value[:1].isupper()
        if key.value in _PATH_KEYS or (not role and PATH.meant(key.value) is not None):
            return Entries(PATH.known(path.entries, self.desk, ref), path.line, path.column, path.length)
        if not listed:
            text = value.value if isinstance(value, Scalar) else "…"
            self.desk.say(say.BRANCH_IS_STEP, key, fix=f"- {key.value}: {text}".rstrip())
        return Items([path], path.line, path.column)

    def _answers(self, gateway: Gateway, tree: Tree, scope: Scope) -> list[tuple[str, Tree, Way]]:
        """Each answer with its short id, what follows, and the flow out of the gateway."""
        found: list[tuple[str, Tree, Way]] = []
        entries = self._written_answers(gateway, tree, scope)
        if entries is None:
            for number, path in enumerate(tree.items if isinstance(tree, Items) else [], 1):
                path = self._as_path(path, scope.ref(gateway.id), True)
                found.append(self._answer(gateway, str(number), None, path, path, scope))
            return found
        seen: dict[str, Scalar] = {}
        for key, path in entries:
            text = name_of(key)
            if text.casefold() in _ELSE and text != "else":
                self.desk.say(say.SWEDISH_KEY, key, key=text, guess="else")
                text = "else"
            if text == "else" and gateway.kind == "parallel":
                self.desk.say(say.SECOND_ELSE, key, scope.ref(gateway.id))
            unknown_ = text[:2] == "??"
            short = "unknown" if unknown_ else slug(text)
            if short in seen and not unknown_:
                self.desk.say(say.DUPLICATE_KEY, key, key=text, first=seen[short].line)
            number, free = 2, short
            while free in seen:
                free, number = f"{short}-{number}", number + 1
            seen[free] = key
            name: Any = unknown(text, self.desk) if unknown_ else text
            if text == "else" and gateway.kind != "parallel":
                name = None
            path = self._as_path(path, scope.ref(f"{gateway.id}.{free}"), False)
            found.append(self._answer(gateway, free, name, path, key, scope))
        return found

    def _written_answers(self, gateway: Gateway, tree: Tree, scope: Scope) -> list[tuple[Scalar, Tree]] | None:
        """The answers with what follows them; None where the ways have no names, as in a list of ways."""
        if isinstance(tree, Entries):
            return self._indented(tree.entries, scope.ref(gateway.id))
        if isinstance(tree, Items):
            answers = dashed_answers(tree, gateway.kind == "exclusive")
            if not answers or any(self.desk.sections["lanes"].find(key.value) for key, _ in answers):
                return None
            key, value = answers[0]
            fix = f"{key.value}: {value.value}" if isinstance(value, Scalar) else f"{key.value}:"
            self.desk.say(say.ANSWERS_DASHED, tree, scope.ref(gateway.id), fix=fix.rstrip())
            return answers
        words = list(tree.lines) or (parts(tree) if tree.value else None) or []
        found = [written_answer(word) for word in words]
        fix = f"{found[0][0].value}: {found[0][1].value}".rstrip() if found else "ja:"
        self.desk.say(say.BRANCHES_SHAPE, tree, scope.ref(gateway.id), fix=fix)
        return [*found]

    def _indented(self, entries: list[tuple[Scalar, Tree]], ref: Ref) -> list[tuple[Scalar, Tree]]:
        """The answers; a key of a path that stands in line with them belongs to the one above, and that is said."""
        if not any(key.value in _PATH_KEYS for key, _ in entries[1:]):
            return entries
        answers: list[tuple[Scalar, Tree]] = []
        for key, value in entries:
            above, path = answers[-1] if answers else (key, value)
            holds = isinstance(path, Entries) and path.entries[0][0].value in _PATH_KEYS
            if not answers or key.value not in _PATH_KEYS or not (holds or is_empty(path)):
                answers.append((key, value))
                continue
            self.desk.say(say.BELOW_KEY, key, ref, above=f"{above.value}:", first=above.line, number=2)
            inside = path.entries if isinstance(path, Entries) else []
            answers[-1] = (above, Entries([*inside, (key, value)], key.line, key.column, key.length))
        return answers

    def _answer(
        self, gateway: Gateway, short: str, name: Any, path: Tree, at: Tree, scope: Scope
    ) -> tuple[str, Tree, Way]:
        id = f"{gateway.id}.{short}"
        ref = scope.ref(id)
        self.desk.place(ref, at)
        scope.answers[id] = len(scope.answers)
        values: dict[str, Any] = {}
        if isinstance(path, Entries) and path.entries and path.entries[0][0].value in _PATH_KEYS:
            plain = [entry for entry in path.entries if entry[0].value not in ("flow", "to", "lane")]
            values = PATH.read(plain, self.desk, ref)
        if name is not None:
            values["name"] = name
        return short, path, Way(gateway.id, id, values)


def _else(tree: Entries) -> bool:
    return any(name_of(key).casefold() in _ELSE for key, _ in tree.entries)
