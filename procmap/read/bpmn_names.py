"""The elements of BPMN 2.0: what they are called in a file, what sort they are of, and what people call them.

Source: OMG, Business Process Model and Notation 2.0.2 (2013-12), with its XML schemas of 2010-05-24.
"""

from __future__ import annotations

from procmap.model.activity import TaskType
from procmap.model.event import Position, TriggerKind
from procmap.model.gateway import GatewayKind
from procmap.source.xml_start import BPMN
from procmap.text import Text

__all__ = [
    "ACTIVITIES",
    "ARTEFACTS",
    "COLLABORATIONS",
    "DATA",
    "EVENTS",
    "FLOW_NODES",
    "GATEWAYS",
    "GLOBAL_TASKS",
    "KINDS",
    "SIGNALS",
    "SUBPROCESSES",
    "TASKS",
    "TEXTS",
    "TRIGGERS",
    "WORDS",
    "name_of",
]

_PREFIXES = {
    BPMN: "",
    "http://www.omg.org/spec/BPMN/20100524/DI": "di:",
    "http://www.omg.org/spec/DD/20100524/DC": "dc:",
    "http://www.omg.org/spec/DD/20100524/DI": "dd:",
}
_LEFT_OUT = frozenset({"extensionElements", "script", "di:BPMNLabelStyle"})


def name_of(tag: str) -> str | None:
    """What a tag is called here: BPMN's own name, with ``di:``, ``dc:`` or ``dd:`` in diagrams; None for others."""
    space, _, local = tag[1:].partition("}")
    prefix = _PREFIXES.get(space)
    if prefix is None:
        return None
    name = prefix + local
    return None if name in _LEFT_OUT else name


TASKS: dict[str, TaskType | None] = {
    "task": None,
    "userTask": "user",
    "manualTask": "manual",
    "serviceTask": "service",
    "scriptTask": "script",
    "sendTask": "send",
    "receiveTask": "receive",
    "businessRuleTask": "business_rule",
}
GLOBAL_TASKS: dict[str, TaskType | None] = {
    "globalTask": None,
    "globalUserTask": "user",
    "globalManualTask": "manual",
    "globalScriptTask": "script",
    "globalBusinessRuleTask": "business_rule",
}
SUBPROCESSES = frozenset({"subProcess", "transaction", "adHocSubProcess"})
EVENTS: dict[str, Position] = {
    "startEvent": "start",
    "intermediateCatchEvent": "catch",
    "intermediateThrowEvent": "throw",
    "boundaryEvent": "boundary",
    "endEvent": "end",
}
GATEWAYS: dict[str, GatewayKind] = {
    "exclusiveGateway": "exclusive",
    "inclusiveGateway": "inclusive",
    "parallelGateway": "parallel",
    "eventBasedGateway": "event_based",
    "complexGateway": "complex",
}
TRIGGERS: dict[str, TriggerKind] = {
    "timerEventDefinition": "timer",
    "messageEventDefinition": "message",
    "conditionalEventDefinition": "condition",
    "signalEventDefinition": "signal",
    "errorEventDefinition": "error",
    "escalationEventDefinition": "escalation",
    "compensateEventDefinition": "compensation",
    "cancelEventDefinition": "cancel",
    "linkEventDefinition": "link",
    "terminateEventDefinition": "terminate",
}
SIGNALS = frozenset({"signal", "error", "escalation"})
ACTIVITIES = frozenset({*TASKS, *SUBPROCESSES, "callActivity"})
FLOW_NODES = frozenset({*ACTIVITIES, *EVENTS, *GATEWAYS})
DATA = frozenset({"dataObject", "dataObjectReference", "dataStoreReference", "dataInput", "dataOutput"})
ARTEFACTS = frozenset({"textAnnotation", "group", "association"})
COLLABORATIONS = frozenset({"collaboration", "choreography", "globalConversation"})

TEXTS = frozenset(
    {
        *("documentation", "incoming", "outgoing", "flowNodeRef", "sourceRef", "targetRef", "eventDefinitionRef"),
        *("timeDate", "timeDuration", "timeCycle", "condition", "conditionExpression", "text"),
        *("categoryValueRef", "choreographyRef", "correlationPropertyRef", "errorRef", "inMessageRef", "outMessageRef"),
        *("interfaceRef", "supportedInterfaceRef", "operationRef", "participantRef", "messageFlowRef", "resourceRef"),
        *("dataInputRefs", "optionalInputRefs", "whileExecutingInputRefs", "inputSetRefs", "loopDataInputRef"),
        *("dataOutputRefs", "optionalOutputRefs", "whileExecutingOutputRefs", "outputSetRefs", "loopDataOutputRef"),
        *("source", "supports", "target"),
    }
)
"""The tags whose text says something that the model holds, or refers to something."""

KINDS: dict[str, Text] = {
    "process": Text("processen", "the process"),
    "collaboration": Text("samverkan", "the collaboration"),
    "choreography": Text("koreografin", "the choreography"),
    "globalConversation": Text("konversationen", "the conversation"),
    "participant": Text("deltagaren", "the participant"),
    "lane": Text("banan", "the lane"),
    "sequenceFlow": Text("pilen", "the arrow"),
    "messageFlow": Text("meddelandeflödet", "the message flow"),
    "association": Text("kopplingen", "the association"),
    "dataInputAssociation": Text("datakopplingen", "the data association"),
    "dataOutputAssociation": Text("datakopplingen", "the data association"),
    "dataObject": Text("dataobjektet", "the data object"),
    "dataObjectReference": Text("dataobjektet", "the data object"),
    "dataStore": Text("datalagret", "the data store"),
    "dataStoreReference": Text("datalagret", "the data store"),
    "dataInput": Text("indata", "the data input"),
    "dataOutput": Text("utdata", "the data output"),
    "textAnnotation": Text("anteckningen", "the annotation"),
    "group": Text("gruppen", "the group"),
    "message": Text("meddelandet", "the message"),
    "signal": Text("signalen", "the signal"),
    "error": Text("felet", "the error"),
    "escalation": Text("eskaleringen", "the escalation"),
    "callActivity": Text("anropet", "the call"),
    "startEvent": Text("starten", "the start"),
    "endEvent": Text("slutet", "the end"),
    "intermediateCatchEvent": Text("händelsen", "the event"),
    "intermediateThrowEvent": Text("händelsen", "the event"),
    "boundaryEvent": Text("kanthändelsen", "the boundary event"),
    "di:BPMNDiagram": Text("diagrammet", "the diagram"),
    "di:BPMNPlane": Text("diagrammet", "the diagram"),
    "di:BPMNShape": Text("figuren", "the shape"),
    "di:BPMNEdge": Text("linjen", "the line"),
    **dict.fromkeys(TASKS, Text("steget", "the step")),
    **dict.fromkeys(GLOBAL_TASKS, Text("det globala steget", "the global task")),
    **dict.fromkeys(SUBPROCESSES, Text("delprocessen", "the subprocess")),
    **dict.fromkeys(GATEWAYS, Text("vägvalet", "the gateway")),
}
"""What an element is called in a sentence."""

WORDS: dict[str, Text] = {
    "node": Text("ett steg, en händelse eller ett vägval", "a step, an event or a gateway"),
    "activity": Text("ett steg eller en delprocess", "a step or a subprocess"),
    "flow": Text("en pil", "an arrow"),
    "end": Text("en deltagare, ett steg eller en händelse", "a participant, a step or an event"),
    "process": Text("en process", "a process"),
    "message": Text("ett meddelande", "a message"),
    "signal": Text("en signal", "a signal"),
    "error": Text("ett fel", "an error"),
    "escalation": Text("en eskalering", "an escalation"),
    "definition": Text("en händelsedefinition", "an event definition"),
    "data object": Text("ett dataobjekt", "a data object"),
    "data store": Text("ett datalager", "a data store"),
    "data": Text("ett dataobjekt eller datalager", "a data object or data store"),
    "category": Text("ett kategorivärde", "a category value"),
    "element": Text("ett element i modellen", "an element of the model"),
    **{
        name: Text(f"ett element {name}", f"an element {name}")
        for name in (
            *("categoryValue", "choreography", "correlationKey", "correlationProperty", "dataInput", "dataOutput"),
            *("inputSet", "interface", "itemDefinition", "messageFlow", "operation", "outputSet", "participant"),
            *("resource", "resourceParameter"),
        )
    },
    "input": Text("indata (dataInput eller inputSet)", "data input (dataInput or inputSet)"),
    "output": Text("utdata (dataOutput eller outputSet)", "data output (dataOutput or outputSet)"),
    "plane": Text("en process, en samverkan eller en delprocess", "a process, a collaboration or a subprocess"),
}
"""What a reference should lead to."""
