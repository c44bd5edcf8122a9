"""Sequence flows of a BPMN file, by their own ends; the lists of arrows at the elements are only held against them."""

from __future__ import annotations

from collections.abc import Iterable

from procmap.model.flow import SequenceFlow
from procmap.read import bpmn_notices as say
from procmap.read.bpmn_file import BpmnFile, label_of, words_in
from procmap.read.bpmn_names import ACTIVITIES, FLOW_NODES
from procmap.read.bpmn_scope import Scope
from procmap.ref import Ref
from procmap.source.xml_tree import Tag
from procmap.text import Text

__all__ = ["compare_lists", "default_of", "loose_side", "make_flows"]

_NOT_FROM = Text("börjar inte vid något element", "does not start at any element")
_NOT_TO = Text("leder inte till något element", "leads to no element")
_BOTH_LOOSE = Text("sitter inte fast i någon ände", "is attached at neither end")
_INTO = Text("pilar in (incoming)", "arrows in (incoming)")
_OUT = Text("pilar ut (outgoing)", "arrows out (outgoing)")
_GOES_ELSEWHERE = Text("leder till", "leads to")
_COMES_FROM = Text("kommer från", "comes from")


def make_flows(scopes: Iterable[Scope], file: BpmnFile) -> None:
    """Make the flows of all scopes: each stands where both its ends stand, else where the file has it."""
    for scope in scopes:
        for tag in scope.flows:
            source = file.refer(tag, "sourceRef", FLOW_NODES, "node")
            target = file.refer(tag, "targetRef", FLOW_NODES, "node")
            file.ends[tag] = (source, target)
            home = scope
            if source is not None and target is not None:
                home = _home(tag, source, target, scope, file)
            elif (side := loose_side(tag)) is not None:
                file.say(say.LOOSE_ARROW, tag, What=tag, side=side)
            condition = tag.first("conditionExpression")
            home.made_flows.append(
                SequenceFlow(
                    id=file.id_of(tag),
                    source=file.id_of(source) if source is not None else tag.get("sourceRef") or "",
                    target=file.id_of(target) if target is not None else tag.get("targetRef") or "",
                    name=label_of(tag),
                    condition=_condition(condition, source),
                )
            )


def _condition(tag: Tag | None, source: Tag | None) -> str | None:
    """The words of a condition; empty where it says nothing.

    Out of an activity it is the condition that makes the way optional, so there an empty one counts; at a gateway all
    ways are optional, and some tools write empty ones everywhere.
    """
    if tag is None:
        return None
    return words_in(tag.text) or ("" if source is not None and source.name in ACTIVITIES else None)


def loose_side(tag: Tag) -> Text | None:
    """Which ends of an arrow or line are attached to nothing, in words; None where both are attached."""
    if tag.get("sourceRef") is None:
        return _NOT_FROM if tag.get("targetRef") is not None else _BOTH_LOOSE
    return _NOT_TO if tag.get("targetRef") is None else None


def _home(tag: Tag, source: Tag, target: Tag, scope: Scope, file: BpmnFile) -> Scope:
    """The scope of both ends; where they stand in two, that is said and the flow stays where the file has it."""
    first, second = file.homes.get(source), file.homes.get(target)
    if first is not None and first is second:
        if first is not scope:
            file.place(tag, Ref(first.key, first.prefix + file.id_of(tag)))
        return first
    apart = first is None or second is None or first.key != second.key
    notice = say.ACROSS_POOLS if apart else say.ACROSS_BORDER
    file.say(notice, tag, source=source, target=target)
    return scope


def default_of(tag: Tag, file: BpmnFile) -> str | None:
    """The id of the flow that an element has as its default."""
    if "default" not in tag.attributes:
        return None
    flow = file.refer(tag, "default", ("sequenceFlow",), "flow")
    if flow is None:
        return tag.get("default")
    if file.ends.get(flow, (None, None))[0] is not tag:
        file.say(say.NOT_ITS_DEFAULT, tag, What=tag, flow=flow)
    return file.id_of(flow)


def compare_lists(scopes: Iterable[Scope], file: BpmnFile) -> None:
    """Hold the arrows that elements list against the arrows themselves; a list may be short, but not wrong."""
    sides = {"incoming": (1, _INTO, _GOES_ELSEWHERE), "outgoing": (0, _OUT, _COMES_FROM)}
    for scope in scopes:
        for tag in scope.nodes:
            for child in tag.children:
                if child.name not in sides:
                    continue
                end, side, fact = sides[child.name]
                id = child.text.strip()
                flow = file.find(id, ("sequenceFlow",))
                if flow is None:
                    if id:
                        file.say(say.LISTS_NOTHING, child, What=tag, flow=id[:60], side=side)
                    continue
                other = file.ends.get(flow, (None, None))[end]
                if other is not None and other is not tag:
                    file.say(say.LISTS_DISAGREE, child, What=tag, flow=flow, side=side, fact=fact, other=other)
