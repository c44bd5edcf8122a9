"""BPM109 time-in-words: a program is to run the process, and a time is written as people say it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from procmap.checks.bpmn import WHO_DRAWS
from procmap.checks.check import Check, Hit, hit
from procmap.graph.labels import quoted
from procmap.graph.view import View
from procmap.model.event import Event
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """What a program works out while it runs has signs that people do not write in a time."""
    for process, _, ref, event in view.elements(Event):
        for trigger in event.triggers if process.executable else ():
            time = trigger.what if trigger.kind == "timer" else None
            if isinstance(time, str) and _WORDS.fullmatch(time):
                yield hit(ref, event=view.label(ref), time=quoted(time))


_WORDS = re.compile(
    r"(?:[a-zåäö]+ )?[0-9][0-9.,–-]* ?[a-zåäö]{2,}(?: [a-zåäö]+)*|[a-zåäö]+(?: [a-zåäö]+)+", re.IGNORECASE
)
"""A number and words, or several words: what a program works out while it runs may be called by one."""


CHECK = Check(
    code="BPM109",
    name="time-in-words",
    kind="error",
    message=Text(
        sv="Processen ska köras av ett program. {event} har tiden {time}, som ett program inte kan läsa.",
        en="The process is to be run by a program. {event} has the time {time}, which a program cannot read.",
    ),
    question=Text(sv="Hur lång tid är det exakt vid {event}?", en="Exactly how long is it at {event}?"),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Tider skrivs enligt ISO 8601: P14D är fjorton dagar, PT2H två timmar, R/P1M varje månad.",
        en="Times are written as in ISO 8601: P14D is fourteen days, PT2H two hours, R/P1M every month.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 10.5.5, table 10.101; ISO 8601:2004",
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering" isExecutable="true">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="vanta"/>
  <intermediateCatchEvent id="vanta" name="Tre veckor går">
    <timerEventDefinition>
      <timeDuration>tre veckor</timeDuration>
    </timerEventDefinition>
  </intermediateCatchEvent>
  <sequenceFlow id="f2" sourceRef="vanta" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    good="""\
<process id="livsmedel" name="Livsmedelsregistrering" isExecutable="true">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="vanta"/>
  <intermediateCatchEvent id="vanta" name="Tre veckor går">
    <timerEventDefinition>
      <timeDuration>P21D</timeDuration>
    </timerEventDefinition>
  </intermediateCatchEvent>
  <sequenceFlow id="f2" sourceRef="vanta" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    find=find,
)
