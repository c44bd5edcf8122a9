"""What stands in a BPMN file and is not BPMN: misspelt elements, and elements in the wrong place.

Source: the XML schema Semantic.xsd of BPMN 2.0 (OMG, 2010-05-24).
"""

from __future__ import annotations

from collections.abc import Iterable

from procmap.read import bpmn_notices as say
from procmap.read.bpmn_file import BpmnFile
from procmap.read.bpmn_names import (
    ARTEFACTS,
    COLLABORATIONS,
    FLOW_NODES,
    GLOBAL_TASKS,
    SIGNALS,
    SUBPROCESSES,
)
from procmap.source.xml_tree import Tag

__all__ = ["say_strange"]

_FLOW = frozenset({"process", *SUBPROCESSES, "choreography", "subChoreography"})
_TOP = frozenset({"definitions"})
_WITHIN: dict[str, frozenset[str]] = {
    **dict.fromkeys(FLOW_NODES, _FLOW),
    **dict.fromkeys(("sequenceFlow", "dataObject", "dataObjectReference", "dataStoreReference"), _FLOW),
    **dict.fromkeys(ARTEFACTS, _FLOW | COLLABORATIONS),
    **dict.fromkeys(("process", *COLLABORATIONS, "message", *SIGNALS, "dataStore", *GLOBAL_TASKS), _TOP),
    **dict.fromkeys(("participant", "messageFlow"), COLLABORATIONS),
    "laneSet": _FLOW,
    "childLaneSet": frozenset({"lane"}),
    "lane": frozenset({"laneSet", "childLaneSet"}),
}
"""What is read only where it belongs, and where that is."""
_NAMES = """
activationCondition activity artifact assignment auditing baseElement baseElementWithMixedContent callChoreography
callConversation callableElement cancelEventDefinition catchEvent category categoryValue categoryValueRef
choreographyActivity choreographyRef choreographyTask compensateEventDefinition completionCondition
complexBehaviorDefinition condition conditionExpression conditionalEventDefinition conversation
conversationAssociation conversationLink conversationNode correlationKey correlationProperty
correlationPropertyBinding correlationPropertyRef correlationPropertyRetrievalExpression correlationSubscription
dataAssociation dataInput dataInputAssociation dataInputRefs dataOutput dataOutputAssociation dataOutputRefs dataPath
dataState definitions documentation endPoint endPointRef errorEventDefinition errorRef escalationEventDefinition event
eventDefinition eventDefinitionRef expression extension flowElement flowNode flowNodeRef formalExpression from gateway
globalChoreographyTask humanPerformer implicitThrowEvent import inMessageRef incoming innerParticipantRef
inputDataItem inputSet inputSetRefs interface interfaceRef ioBinding ioSpecification itemDefinition
linkEventDefinition loopCardinality loopCharacteristics loopCondition loopDataInputRef loopDataOutputRef
messageEventDefinition messageFlowAssociation messageFlowRef messagePath monitoring multiInstanceLoopCharacteristics
operation operationRef optionalInputRefs optionalOutputRefs outMessageRef outerParticipantRef outgoing outputDataItem
outputSet outputSetRefs participantAssociation participantMultiplicity participantRef partitionElement partnerEntity
partnerRole performer potentialOwner property relationship rendering resource resourceAssignmentExpression
resourceParameter resourceParameterBinding resourceRef resourceRole rootElement signalEventDefinition source sourceRef
standardLoopCharacteristics subChoreography subConversation supportedInterfaceRef supports target targetRef
terminateEventDefinition text throwEvent timeCycle timeDate timeDuration timerEventDefinition to transformation
whileExecutingInputRefs whileExecutingOutputRefs
"""
_OTHERS = frozenset(_NAMES.split())
"""Everything else that has a name in BPMN."""


def say_strange(tags: Iterable[Tag], file: BpmnFile) -> None:
    """Say what is not read because it is no BPMN, or not where BPMN has it."""
    for tag in tags:
        name, above = tag.name, tag.above
        places = _WITHIN.get(name)
        if places is not None:
            if above is not None and above.name not in places:
                file.say(say.NO_SUCH_ELEMENT, tag, name=name, around=above.name)
        elif name not in _OTHERS and ":" not in name:
            file.say(say.NO_SUCH_ELEMENT, tag, name=name, around=above.name if above is not None else name)
