"""FLW052 message-without-channel: something is sent to a resident, and it is not said how."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import performer
from procmap.graph.audience import Audience
from procmap.graph.messages import sent
from procmap.graph.view import View
from procmap.model.knowledge import known
from procmap.model.process import Process
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """Where a journey meets the process its touchpoints say how; what they do not meet is asked about there."""
    joined = {process.id for journey in view.map.journeys for process in view.blueprint(journey).processes}
    stated = {
        word
        for collaboration in view.map.collaborations
        for message in collaboration.messages
        if message.channel is not None
        for word in (message.id, str(message.name))
    }
    for process in view.processes:
        service = known(process.e_service)
        is_joined = process.id in joined or process.variant_of in joined
        if is_joined or view.pool(process) is not None or (service and service.delivery is not None):
            continue
        said = stated | {message.id for message in process.messages if message.channel is not None}
        audience = _audience(view, process)
        for ref, node in view.nodes(process):
            path = ref.element or ""
            messages = set(sent(node))
            if not messages or messages & said or not audience.sees(path, node):
                continue
            if view.kind(process, view.place(process, path)) not in ("customer", "external"):
                yield hit(ref, step=view.label(ref), role=performer(view, process, path), asked=False)


def _audience(view: View, process: Process) -> Audience:
    kinds = {lane.id: kind for lane in process.lanes if (kind := view.kind(process, lane.id)) is not None}
    has_others = "external" in kinds.values() or not view.shared.outsiders <= kinds.keys()
    return Audience(process, view.map, kinds, has_others)


CHECK = Check(
    code="FLW052",
    name="message-without-channel",
    kind="gap",
    packs=("e-service",),
    message=Text(
        sv="Det står inte hur det som skickas i {step} når fram: brev, mejl, e-tjänst eller telefon.",
        en="It does not say how what is sent in {step} arrives: letter, e-mail, e-service or telephone.",
    ),
    gathered=Text(
        sv="Det står inte hur det som skickas i de här stegen når fram: {steps}.",
        en="It does not say how what is sent in these steps arrives: {steps}.",
    ),
    question=Text(
        sv="Hur når det som skickas i {step} fram, och hur vet vi att det gjorde det?",
        en="How does what is sent in {step} arrive, and how do we know that it did?",
    ),
    gathered_question=Text(
        sv="Hur når det som skickas i de här stegen fram, och hur vet vi att det gjorde det: {steps}?",
        en="How does what is sent in these steps arrive, and how do we know that it did: {steps}?",
    ),
    role=Text(sv="den som gör arbetet", en="whoever does the work"),
    rationale=Text(
        sv="”Skicka” kan vara ett frimärke, ett mejl eller en knapp. För den som tar emot är det olika saker.",
        en="“Send” may be a stamp, an e-mail or a button. To whoever receives, these are different things.",
    ),
    source="procmap, 2026-11-30",
    answers=("BPMN: message without channel",),
    bad="""\
e_service: n/a
messages:
  anmalan: {name: Anmälan}
  komplettering: {name: Komplettering}
  beslut: {name: Beslut}
changes:
  - at: Meddela beslutet
    sends: beslut
""",
    good="""\
e_service: n/a
messages:
  anmalan: {name: Anmälan}
  komplettering: {name: Komplettering}
  beslut: {name: Beslut, channel: brev}
changes:
  - at: Meddela beslutet
    sends: beslut
""",
    find=find,
)
