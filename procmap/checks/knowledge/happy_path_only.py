"""KNO018 happy-path-only: every way ends alike, and nothing is said of what does not go as usual."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.naming import spellings
from procmap.checks.words import WHO_LEADS
from procmap.graph.view import View
from procmap.model.activity import Activity, SubProcess
from procmap.model.event import Event
from procmap.model.process import Process
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process in view.processes:
        work = sum(isinstance(node, Activity) for _, node in view.nodes(process))
        if work < view.thresholds["happy-path-only"] or view.pool(process) is not None:
            continue
        if not says_more(view, process):
            where = Ref(process.id)
            yield hit(where, process=view.label(where))


def says_more(view: View, process: Process) -> bool:
    """Whether there is an exception, something that interrupts, more than one way to end, or a step of a no."""
    names: list[object] = []
    for _, node in view.nodes(process):
        if isinstance(node, (Activity, Event)):
            names.append(node.name)
        if isinstance(node, Activity) and node.exceptions is not None:
            return True
        if isinstance(node, Event) and (node.position == "boundary" or node.terminates):
            return True
        if isinstance(node, SubProcess) and node.kind == "event":
            return True
    answers = [way.name for scope in view.scopes(process) for way in scope.owner.flows if way.name is not None]
    if _tells_of_otherwise(names) or _REFUSED.search(_words(answers)):
        return True
    return any(
        sum(scope.leaves(id) and id not in scope.apart for id in scope.nodes) > 1
        or any(getattr(node, "kind", None) == "event_based" for node in scope.nodes.values())
        for scope in view.scopes(process)
    )


_OTHERWISE = re.compile(
    r"avslag|avslå|avslog|avvis|återkall|återta|avskriv|avbry|makuler|lämna[rs]? tillbaka|skicka[rs]? tillbaka"
    r"|refus|reject|denied|dismiss|withdraw|cancel|send back"
)
_OTHERWISE_ALONE = re.compile(r"\b(?:nek(?:a|ad|at|as|ar)\b|inte\b|ej\b|not\b|no\b|deny)")
"""By themselves: what has to stand at the start of a word, among what may stand anywhere, makes all of it slow."""


_REFUSED = re.compile(r"avslag|avslå|avvis|\bnek(as|at|ad|ande)\b|refus|reject|denied|dismiss")
"""What an answer is called that is a no to somebody; a plain no is the answer to any question."""


def _tells_of_otherwise(names: Iterable[object]) -> bool:
    words = _words(names)
    return _OTHERWISE.search(words) is not None or _OTHERWISE_ALONE.search(words) is not None


def _words(names: Iterable[object]) -> str:
    """All that things are called, a line for each, so that it is searched at once."""
    return "\n".join(spelling for name in names for spelling in spellings(name)).casefold()


CHECK = Check(
    code="KNO018",
    name="happy-path-only",
    kind="gap",
    message=Text(
        sv="I {process} slutar alla vägar likadant, och inga undantag är beskrivna.",
        en="In {process} all ways end alike, and no exceptions are described.",
    ),
    question=Text(
        sv="Hur kan ett ärende i {process} ta slut på något annat sätt: avslag, återkallelse, fel mottagare?",
        en="How else can a case in {process} end: refused, withdrawn, sent to the wrong place?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Det är undantagen som tar tid, och det är dem en robot eller e-tjänst snubblar på.",
        en="It is the exceptions that take time, and those that a robot or an e-service stumbles over.",
    ),
    source="The Enterprisers Project, Why RPA projects fail, 2019-06",
    thresholds={"happy-path-only": 3},
    bad="""\
flow:
  - start: Anmälan inkommer
  - registrator: Registrera anmälan
    why: Anmälan är en allmän handling
  - registrator: Ta betalt
    why: Registreringen kostar en timme
  - registrator: Meddela beslutet
    why: Företagaren ska få veta
""",
    good="""\
flow:
  - start: Anmälan inkommer
  - registrator: Registrera anmälan
    why: Anmälan är en allmän handling
  - registrator: Ta betalt
    why: Registreringen kostar en timme
    exceptions: {name: Betalning uteblir, kind: business, action: Påminn}
  - registrator: Meddela beslutet
    why: Företagaren ska få veta
""",
    find=find,
)
