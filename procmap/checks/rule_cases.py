"""Rules with their examples and the questions that they answer: what several checks look up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from procmap.checks.naming import spellings
from procmap.checks.robots import is_beside_the_point
from procmap.graph.adjacency import Scope
from procmap.graph.labels import literal, quoted
from procmap.graph.view import View
from procmap.model.activity import Activity, SubProcess
from procmap.model.catalogue import Catalogue
from procmap.model.flow import SequenceFlow
from procmap.model.gateway import Gateway
from procmap.model.knowledge import known
from procmap.model.process import Process
from procmap.model.rule import Case, Rule
from procmap.ref import Ref
from procmap.text import Text

__all__ = [
    "Choice",
    "all_rules",
    "answered_by",
    "are_opposite",
    "choices",
    "given",
    "is_positive",
    "plain",
    "rules_meant",
    "same_given",
    "who_may_change",
]

_YES = frozenset(
    ("ja", "yes", "sant", "true", "ok", "stämmer", "bifall", "beviljas", "beviljat", "uppfyllt")
) | {"uppfylld", "uppfyllda", "godkänd", "godkänt", "godkänns"}
_NO = frozenset(("nej", "no", "falskt", "false", "avslag", "avslås", "underkänd", "underkänt", "nekas"))
_NOT = r"(?:inte|ej|icke|not)\s+"


class Choice(NamedTuple):
    """An exclusive question with its ways, and the rule that alone answers it; both Refs are without attribute."""

    process: Process
    scope: Scope
    ref: Ref
    gateway: Gateway
    ways: tuple[SequenceFlow, ...]
    rule: tuple[Ref, Rule] | None

    @property
    def has_else(self) -> bool:
        return any(way.id == self.gateway.default for way in self.ways)

    def answers(self) -> list[str]:
        """What the ways are called, in the order of the map, without the one for all else."""
        return [names[0] for way in self.ways if way.id != self.gateway.default and (names := spellings(way.name))]


def all_rules(view: View) -> Iterator[tuple[Ref, Rule]]:
    """Every rule of every process and catalogue."""
    for document in view.documents:
        if isinstance(document, (Process, Catalogue)):
            for rule in document.rules:
                yield Ref(document.id, f"rules/{rule.id}"), rule


def rules_meant(view: View) -> Iterator[tuple[Process, Ref, Rule]]:
    """The rules that settle something in what a robot is to do, each once; all rules where all of it is meant."""
    seen: set[Ref] = set()
    for process in view.processes:
        meant = view.automation(process)
        if meant.basis in ("nothing", "not ours"):
            continue
        ids: list[str] = [] if meant.is_stated else [rule.id for rule in process.rules]
        for scope in view.scopes(process):
            for id, node in scope.nodes.items():
                if scope.prefix + id in meant:
                    ids += known(getattr(node, "rule", None)) or ()
                    for way in scope.outgoing.get(id, ()):
                        ids += known(way.rule) or ()
        for id in ids:
            found = view.rule(process, id)
            if found is not None and found[0] not in seen:
                seen.add(found[0])
                yield process, *found


def choices(view: View) -> Iterator[Choice]:
    """Every exclusive question with more than one way on; for robots alone, what is theirs or another machine's."""
    for process, scope, ref, gateway in view.elements(Gateway):
        ways = tuple(scope.outgoing.get(gateway.id, ()))
        path = ref.element or ""
        if gateway.kind != "exclusive" or len(ways) < 2:
            continue
        is_machines = view.kind(process, view.place(process, path)) in ("robot", "system")
        if is_machines or not is_beside_the_point(view, process, path):
            yield Choice(process, scope, ref, gateway, ways, _rule(view, process, scope, gateway, ways))


def _rule(
    view: View, process: Process, scope: Scope, gateway: Gateway, ways: tuple[SequenceFlow, ...]
) -> tuple[Ref, Rule] | None:
    """The one rule that answers a question, written at it or at the step that it stands behind."""
    if any(way.rule is not None for way in ways):
        return None
    ids = gateway.rule
    if ids is None and gateway.name is None:
        before = [scope.nodes[id] for id in scope.before(gateway.id)]
        if len(before) == 1 and isinstance(before[0], Activity) and not isinstance(before[0], SubProcess):
            ids = before[0].rule
    only = known(ids) or ()
    return view.rule(process, only[0]) if len(only) == 1 else None


def is_positive(text: str) -> bool | None:
    """Whether an answer says that something holds (*ja*) or does not (*nej*, *inte uppfyllt*); else None."""
    words = plain(text)
    if words in _YES or words in _NO:
        return words in _YES
    negated = re.match(_NOT, words)
    return False if negated and words[negated.end() :] in _YES else None


def are_opposite(one: str, other: str) -> bool:
    """Whether two answers cannot both be right: one says yes and the other no, or one is the other with *inte*."""
    first, second = plain(one), plain(other)
    signs = {is_positive(first), is_positive(second)}
    if first == second:
        return False
    denied = any(re.sub(rf"^{_NOT}", "", each) == its for each, its in ((first, second), (second, first)))
    return denied or signs == {True, False}


def answered_by(expected: str, answers: list[str]) -> str | None:
    """The answer that an example leads to: by the same word, or as the only yes or no among them; else None."""
    wanted = plain(expected)
    for answer in answers:
        if plain(answer) == wanted:
            return answer
    sign = is_positive(expected)
    alike = [answer for answer in answers if is_positive(answer) is sign] if sign is not None else []
    return alike[0] if len(alike) == 1 else None


def plain(text: str) -> str:
    """A text without what makes no difference: capitals, blanks, a full stop at its end."""
    return " ".join(text.casefold().split()).rstrip(".")


def given(case: Case) -> Text:
    """What is given in an example, as one says it: ”kan gå: 600 m, roll: förare”."""
    if isinstance(case.given, str):
        return quoted(case.given)
    return quoted(", ".join(f"{each.name}: {each.value}" for each in case.given))


def same_given(case: Case) -> object:
    """What is given in an example, whatever the order and the blanks, for comparing; empty where nothing is."""
    if isinstance(case.given, str):
        return "".join(case.given.casefold().split())
    return frozenset((plain(each.name), "".join(each.value.casefold().split())) for each in case.given)


def who_may_change(view: View, ref: Ref, rule: Rule) -> Text | None:
    """Whom to ask about a rule: the role that owns it; None where that is not known."""
    owner = (known(rule.owner) or "").strip()
    if not owner:
        return None
    process = next((each for each in view.processes if each.id == ref.document), None)
    return view.role(process, owner) if process is not None else literal(owner)
