"""The properties of a whole process, and the elements at fault, out of its scopes."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.model.activity import Activity, SubProcess
from procmap.model.event import Event
from procmap.model.process_map import nodes_within
from procmap.text import Text
from procmap.verify.level import Level
from procmap.verify.occurring import countable
from procmap.verify.proof import Fault
from procmap.verify.reactions import comes_any_time, frees, holds_up, is_freed, reaction_occurs, takes_over
from procmap.verify.result import PROPERTIES, Property, Verification
from procmap.verify.scopes import Scope
from procmap.verify.trace import trace

__all__ = ["answer", "properties_of"]

_BOUNDED = Text(
    sv="Flödet har fler tillstånd än {bound}, och fler än så prövas inte.",
    en="The flow has more states than {bound}, and no more than that are tried.",
)
_TOO_MANY = Text(
    sv="Det finns för många kombinationer av svar eller händelser vid {element} för att alla ska kunna prövas.",
    en="There are too many combinations of answers or events at {element} for all of them to be tried.",
)
_AFTER_UNSAFE = Text(
    sv="Där samma steg kan göras två gånger går inte allt att avgöra; rätta det först.",
    en="Where the same step can be done twice, not everything can be decided; mend that first.",
)


def answer(id: str, top: Scope, bound: int) -> Verification:
    """What was found out about the process of a scope, called ``id``; ``bound`` is how many states were looked at."""
    scopes = list(_occurring(top))
    properties = properties_of(top)
    return Verification(
        id=id,
        properties=properties,
        elements=_elements(top, scopes, properties),
        trace=trace(top, scopes, properties),
        states=sum(scope.proof.states for scope in scopes),
        reason=_reason(scopes, properties, bound),
    )


def properties_of(scope: Scope) -> dict[Property, bool | None]:
    """The properties of a scope and of all that can occur inside it."""
    values: dict[Property, list[bool | None]] = {name: [] for name in PROPERTIES}
    values["option_to_complete"].append(_option(scope))
    for each in _occurring(scope):
        is_cut = _reacts_cut(each)
        for name in PROPERTIES[1:]:
            value = each.proof.properties[name]
            may_differ = value is False if name == "no_dead_activities" else value
            values[name].append(None if is_cut and may_differ else value)
        if any(True for _ in each.cut_calls()):
            values["safeness"].append(False)
        if any(not reaction_occurs(each, child) for _, child in each.reactions) and (is_cut or not each.proof.whole):
            values["no_dead_activities"].append(None)
        if any(True for _ in _dead_inside(each)):
            values["no_dead_activities"].append(False)
    return {name: _and(*each) for name, each in values.items()}


def _option(scope: Scope) -> bool | None:
    """Whether a scope can always be completed, its event subprocesses counted in."""
    own = scope.proof.properties["option_to_complete"]
    reactions = [child for _, child in scope.reactions if reaction_occurs(scope, child)]
    is_cut = not scope.proof.whole or _reacts_cut(scope)
    if any(takes_over(child) for child in reactions):
        unmet = [child for _, child in scope.reactions if child.interrupts and not reaction_occurs(scope, child)]
        return _and(None if is_cut and unmet else True, *(_option(child) for child in reactions if child.interrupts))
    if any(frees(child) for child in reactions):
        return _and(None if is_cut else True, *(_option(child) for child in reactions if child.interrupts))
    cut = [child for child in reactions if not child.summary.whole]
    if cut and (own or any(map(comes_any_time, cut))):
        own = None  # what is lost here may come to a cut there
    return _and(own, *(_option(child) for child in reactions if child.interrupts or holds_up(scope, child)))


def _reacts_cut(scope: Scope) -> bool:
    """Whether an event subprocess that can occur was cut inside; then the scope may end in ways that were not met."""
    return any(not child.summary.whole and reaction_occurs(scope, child) for _, child in scope.reactions)


def _and(*values: bool | None) -> bool | None:
    if any(value is False for value in values):
        return False
    return None if any(value is None for value in values) else True


def _occurring(top: Scope) -> Iterator[Scope]:
    """Each scope that can occur and counts here, those around before those inside."""
    waiting = [top]
    while waiting:
        scope = waiting.pop()
        yield scope
        waiting += [child for _, child in scope.reactions if reaction_occurs(scope, child)]
        waiting += [
            child for number, child in scope.inside.items() if not child.is_called and scope.proof.occurs[number]
        ]


def _elements(
    top: Scope, scopes: list[Scope], properties: dict[Property, bool | None]
) -> dict[Property, tuple[str, ...]]:
    found: dict[Property, list[str]] = {name: [] for name in PROPERTIES if properties[name] is False}
    for name, paths in found.items():
        if name == "option_to_complete":
            paths += _stuck_at(top)
            continue
        for scope in scopes:
            if name == "no_dead_activities":
                if scope.proof.properties[name] is False and not _reacts_cut(scope):
                    paths += _dead(scope)
                paths += _dead_inside(scope)
                continue
            fault = scope.proof.faults.get(name)
            if fault is not None:
                paths += _at(scope.level, name, fault)
            if name == "safeness":
                paths += [scope.level.path(number) for number in scope.cut_calls()]
    return {name: tuple(paths) for name, paths in found.items()}


def _stuck_at(top: Scope) -> tuple[str, ...]:
    """Where a case gets stuck: what the tokens wait before, inside the innermost scope that holds them."""
    found: dict[str, None] = {}
    waiting = [top]
    while waiting:
        scope = waiting.pop()
        fault = scope.proof.faults.get("option_to_complete")
        for number in fault.at if fault is not None and not is_freed(scope) else ():
            child = scope.inside.get(number)
            if child is not None and not child.is_called and "option_to_complete" in child.proof.faults:
                waiting.append(child)
            else:
                found[scope.level.path(number)] = None
        for _, child in scope.reactions:
            if reaction_occurs(scope, child) and _option(child) is False:
                waiting.append(child)
    return tuple(found)


def _at(level: Level, name: Property, fault: Fault) -> list[str]:
    if name != "safeness":
        return [level.path(number) for number in fault.at]
    return [
        level.prefix + (level.flows[flow].id if flow < len(level.flows) else level.nodes[level.target[flow]].id)
        for flow in fault.at
    ]


def _dead(scope: Scope) -> Iterator[str]:
    """The activities and events of a scope that never occur, and what is in those that are done in any order."""
    level = scope.level
    for number in countable(level):
        if not scope.proof.occurs[number]:
            yield level.path(number)
            yield from _in_any_order(level, number)


def _dead_inside(scope: Scope) -> Iterator[str]:
    """What is inside an activity or event subprocess that never occurs, where that is known."""
    if not scope.proof.whole or _reacts_cut(scope):
        return
    for number, child in scope.inside.items():
        if not child.is_called and not scope.proof.occurs[number]:
            yield from _everything(child)
    for number, child in scope.reactions:
        if not reaction_occurs(scope, child):
            yield scope.level.path(number)
            yield from _everything(child)


def _everything(scope: Scope) -> Iterator[str]:
    """The paths of all activities and events of a scope that does not occur."""
    waiting = [scope]
    while waiting:
        each = waiting.pop()
        for number in countable(each.level):
            yield each.level.path(number)
            yield from _in_any_order(each.level, number)
        waiting += [child for child in each.inside.values() if not child.is_called]
        for number, child in each.reactions:
            yield each.level.path(number)
            waiting.append(child)


def _in_any_order(level: Level, number: int) -> Iterator[str]:
    """What is inside an ad-hoc subprocess."""
    node = level.nodes[number]
    if isinstance(node, SubProcess) and node.kind == "ad_hoc":
        for path, each in nodes_within(node, f"{level.path(number)}/"):
            if isinstance(each, (Activity, Event)):
                yield path


def _reason(scopes: list[Scope], properties: dict[Property, bool | None], bound: int) -> Text | None:
    """Why something is not known."""
    if all(value is not None for value in properties.values()):
        return None
    for scope in scopes:
        if scope.proof.too_many is not None:
            return _TOO_MANY.fill(element=_called(scope, scope.proof.too_many))
    if properties["safeness"] is False:
        return _AFTER_UNSAFE
    return _BOUNDED.fill(bound=f"{bound:,}".replace(",", " "))


def _called(scope: Scope, number: int) -> Text:
    from procmap.graph import adjacency  # few proofs need words for an element
    from procmap.graph.labels import called

    return called(adjacency.Scope(scope.owner, scope.level.prefix), scope.level.nodes[number].id)
