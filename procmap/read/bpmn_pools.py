"""Collaborations of a BPMN file: participants, with a process or as black boxes, and the messages between them."""

from __future__ import annotations

from procmap.model.collaboration import Collaboration, Pool
from procmap.model.flow import MessageFlow
from procmap.read import bpmn_notices as say
from procmap.read.bpmn_artefacts import artefacts_of
from procmap.read.bpmn_file import BpmnFile, label_of, note_of
from procmap.read.bpmn_flows import loose_side
from procmap.read.bpmn_names import ARTEFACTS, FLOW_NODES
from procmap.ref import Ref
from procmap.source.xml_tree import Tag
from procmap.text import Text

__all__ = ["make_collaboration"]

_CONVERSATIONS = ("conversation", "subConversation", "callConversation")
_ENDS = frozenset({"participant", *FLOW_NODES, *_CONVERSATIONS})
_CHOREOGRAPHIES = ("choreographyTask", "subChoreography", "callChoreography")
_KEPT = {
    **dict.fromkeys(_CONVERSATIONS, Text("Konversationer", "Conversations")),
    **dict.fromkeys(_CHOREOGRAPHIES, Text("Koreografins steg", "The steps of the choreography")),
}


def make_collaboration(tag: Tag, key: str, file: BpmnFile) -> Collaboration:
    """A collaboration; of a choreography or a conversation, the participants and what they send each other."""
    pools = [_pool(each, key, file) for each in tag.of("participant")]
    flows = [_flow(each, key, file) for each in tag.of("messageFlow")]
    artefacts = artefacts_of(((each, None) for each in tag.children if each.name in ARTEFACTS), key, file)
    kept: dict[Text, None] = {}
    for child in tag.children:
        words = _KEPT.get(child.name)
        if words is not None and words not in kept:
            kept[words] = None
            file.say(say.KEPT_ASIDE, child, What=words)
    return Collaboration(
        id=key, name=label_of(tag), pools=tuple(pools), message_flows=tuple(flows), note=note_of(tag), **artefacts
    )


def _pool(tag: Tag, key: str, file: BpmnFile) -> Pool:
    id = file.id_of(tag)
    file.place(tag, Ref(key, f"pools/{id}"))
    process = file.refer(tag, "processRef", ("process",), "process")
    document = file.documents.get(process) if process is not None else None
    if document is not None:
        file.pools.setdefault(document, id)
    return Pool(
        id=id,
        name=label_of(tag),
        process=document,
        several=tag.first("participantMultiplicity") is not None,
        note=note_of(tag),
    )


def _flow(tag: Tag, key: str, file: BpmnFile) -> MessageFlow:
    id = file.id_of(tag)
    file.place(tag, Ref(key, f"message_flows/{id}"))
    if (side := loose_side(tag)) is not None:
        file.say(say.LOOSE_ARROW, tag, What=tag, side=side)
    source, target = (_end(tag, attribute, file) for attribute in ("sourceRef", "targetRef"))
    message = file.use(tag, "messageRef", "message")
    return MessageFlow(id=id, source=source, target=target, message=message, name=label_of(tag))


def _end(tag: Tag, attribute: str, file: BpmnFile) -> str:
    """``pool`` or ``pool/element``; the process of an element that is in no pool stands in for the pool.

    In a choreography or conversation an end may be neither; then it is the id.
    """
    found = file.refer(tag, attribute, _ENDS, "end")
    if found is None:
        return tag.get(attribute) or ""
    scope = file.homes.get(found)
    if scope is None:
        return file.id_of(found)
    return f"{file.pools.get(scope.key, scope.key)}/{scope.prefix}{file.id_of(found)}"
