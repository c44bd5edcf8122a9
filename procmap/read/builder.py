"""Maps written in Python: the same words as in YAML, the same reader, the same map.

A step is a text as it would stand in the file (``"Registrator: Diarieför"``) or a call that takes its keys as keyword
arguments; values are texts as people write them, or the model's own (``Duration``, ``Unknown("registrator")``).

>>> from procmap import end, process, question, task, to, wait
>>> food = process("Livsmedelsregistrering", [
...     "Företagare: Anmäler sin verksamhet",
...     task("Administratör: Registrera anmälan", touch_time="10 min"),
...     question("Administratör: Är anmälan komplett?", {
...         "ja": None,
...         "nej": [wait("Komplettering inkommer", timer="3 weeks"), to("Är anmälan komplett?")],
...     }),
...     "Inspektör: Besluta om registrering",
... ], owner="Miljöchef")
>>> [lane.id for lane in food.lanes]
['foretagare', 'administrator', 'inspektor']
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from procmap.errors import BadUsage, InvalidMap
from procmap.model.catalogue import Catalogue
from procmap.model.collaboration import Collaboration
from procmap.model.journey import Journey
from procmap.model.judge import judge
from procmap.model.knowledge import Disputed, NotApplicable, Unknown
from procmap.model.label import Translated
from procmap.model.process import Process
from procmap.model.quantity import Duration, Measure, Money, Volume
from procmap.read.assemble import assemble
from procmap.read.documents import Found, Opened
from procmap.read.keys import PATH
from procmap.read.names import slug
from procmap.source.tree import Entries, Items, Scalar, Tree
from procmap.text import Text

__all__ = [
    "call",
    "catalogue",
    "collaboration",
    "end",
    "exclusive",
    "inclusive",
    "journey",
    "parallel",
    "phase",
    "process",
    "question",
    "start",
    "step",
    "subprocess",
    "task",
    "to",
    "wait",
]

_NO_SENTENCE = Text(
    sv="{kind} är ingen mening. Ge en str, som ”Registrator: Diarieför ansökan”.",
    en="{kind} is no sentence. Give a str, such as “Registrator: Register the application”.",
)
_NO_NAME = Text(
    sv="{kind} är inget namn. Ge en str, eller namnet på båda språken som {{'sv': …, 'en': …}}.",
    en="{kind} is no name. Give a str, or the name in both languages as {{'sv': …, 'en': …}}.",
)
_NO_STEPS = Text(
    sv='{kind} är inga steg. Ge en lista, som ["Registrator: Diarieför ansökan"].',
    en='{kind} is no steps. Give a list, such as ["Registrator: Register the application"].',
)
_NO_PHASES = Text(
    sv='{kind} är inga faser. Ge en lista, som [phase("Före", [step("Ansöker")])].',
    en='{kind} is no phases. Give a list, such as [phase("Before", [step("Applies")])].',
)
_WRITTEN = (Duration, Volume, Money, Measure, Unknown, NotApplicable, int, float, Decimal)


def process(name: str, flow: Sequence[Any] = (), **keys: Any) -> Process:
    """A process from its name, its steps and its keys.

    Raises InvalidMap, with everything that is wrong, and BadUsage for what is no name, no sentence or no list of steps.
    """
    found: Process = _document("process", name, keys, _given(flow, (list, tuple), _NO_STEPS))
    return found


def catalogue(name: str, **keys: Any) -> Catalogue:
    """A catalogue from its name and its sections. Raises InvalidMap."""
    found: Catalogue = _document("catalogue", name, keys, None)
    return found


def journey(name: str, phases: Sequence[Any] = (), *, meets: Sequence[Process] = (), **keys: Any) -> Journey:
    """A journey from its name, its phases and its keys; ``meets`` are the processes that touchpoints refer to.

    Raises InvalidMap.
    """
    found: Journey = _document(
        "journey", name, {**keys, "phases": _given(phases, (list, tuple), _NO_PHASES)}, None, meets
    )
    return found


def phase(name: str, steps: Sequence[Any] = (), **keys: Any) -> Entries:
    """A phase of a journey."""
    return Entries(
        [
            (Scalar("phase"), _tree(name)),
            *_entries(keys),
            (Scalar("steps"), _tree(_given(steps, (list, tuple), _NO_STEPS))),
        ]
    )


def step(name: str, **keys: Any) -> Entries:
    """A step of a journey: ``touchpoints=[{"eservice": "bygglov/Ansökan inkommer"}]``."""
    return Entries([(Scalar("step"), _tree(name)), *_entries(keys)])


def collaboration(
    name: str, pools: Mapping[str, Any], *, between: Sequence[Process] = (), **keys: Any
) -> Collaboration:
    """A collaboration from its name and its pools; ``between`` are the processes that pools refer to.

    A pool in Python refers to a process or is a black box. Raises InvalidMap.
    """
    found: Collaboration = _document("collaboration", name, {"pools": pools, **keys}, None, between)
    return found


def task(sentence: str, **keys: Any) -> Entries:
    """A step: ``"Roll: Vad som görs"``, or only what is done with ``lane=`` beside it."""
    return _step("task", sentence, keys)


def question(sentence: str, branches: Any = None, **keys: Any) -> Entries:
    """A question with its answers; ``branches`` maps each answer to what follows, None for nothing."""
    return _step("exclusive", sentence, keys if branches is None else {**keys, "branches": branches})


exclusive = question


def inclusive(sentence: str, branches: Any = None, **keys: Any) -> Entries:
    """A question with several answers at once; without branches a join."""
    return _step("inclusive", sentence, keys if branches is None else {**keys, "branches": branches})


def parallel(sentence: str = "", branches: Any = None, **keys: Any) -> Entries:
    """Ways that are all taken; without branches a join."""
    return _step("parallel", sentence, keys if branches is None else {**keys, "branches": branches})


def subprocess(sentence: str, flow: Sequence[Any] | None = None, **keys: Any) -> Entries:
    """A step with steps inside."""
    return _step("subprocess", sentence, keys if flow is None else {**keys, "flow": flow})


def call(sentence: str, **keys: Any) -> Entries:
    """A step that is another process."""
    return _step("call", sentence, keys)


def start(sentence: str = "", **keys: Any) -> Entries:
    """Where a case begins."""
    return _step("start", sentence, keys)


def wait(sentence: str, **keys: Any) -> Entries:
    """Something that is waited for."""
    return _step("wait", sentence, keys)


def end(sentence: str = "", **keys: Any) -> Entries:
    """Where a case ends."""
    return _step("end", sentence, keys)


def to(target: str) -> Entries:
    """Go on at another step."""
    return Entries([(Scalar("to"), Scalar(_given(target, str, _NO_SENTENCE), plain=False))])


def _given(value: Any, kinds: type | tuple[type, ...], otherwise: Text) -> Any:
    """The value, where it is of one of the kinds; BadUsage says what to give instead."""
    if not isinstance(value, kinds):
        raise BadUsage(otherwise.fill(kind=type(value).__name__))
    return value


def _step(kind: str, sentence: str, keys: Mapping[str, Any]) -> Entries:
    sentence = _given(sentence, str, _NO_SENTENCE)
    lane, _, name = sentence.partition(": ")
    entries: list[tuple[Scalar, Tree]] = [(Scalar(kind), Scalar(name or sentence, plain=not sentence))]
    if name:
        entries.append((Scalar("lane"), Scalar(lane)))
    return Entries(entries + _entries(keys))


def _entries(keys: Mapping[str, Any]) -> list[tuple[Scalar, Tree]]:
    """Keyword arguments as keys; ``with_``, ``if_`` and ``from_`` lose the underscore that Python needs."""
    return [(Scalar(str(key).removesuffix("_")), _tree(value)) for key, value in keys.items()]


def _tree(value: Any) -> Tree:
    if isinstance(value, (Scalar, Items, Entries)):
        return value
    if value is None:
        return Scalar("")
    if isinstance(value, bool):
        return Scalar("true" if value else "false")
    if isinstance(value, str):
        return Scalar(value, plain=False)
    if isinstance(value, date):
        return Scalar(value.isoformat())
    if isinstance(value, _WRITTEN):
        return Scalar(f"{value:f}" if isinstance(value, Decimal) else str(value))
    if isinstance(value, Translated):
        return _tree({k: v for k, v in (("sv", value.sv), ("en", value.en)) if v is not None})
    if isinstance(value, Disputed):
        return _tree({"disputed": [{says.role: says.value} for says in value.says]})
    if isinstance(value, Mapping):
        return Entries(_entries(value))
    if isinstance(value, (list, tuple)):
        return Items([_tree(one) for one in value])
    raise InvalidMap(
        Text(sv="{value} kan inte stå i en karta.", en="{value} cannot stand in a map.").fill(value=repr(value)[:200])
    )


def _sentence(step: Any) -> Tree:
    """``"Roll: Mening"`` as the line in a file would be read."""
    if not isinstance(step, str):
        return _tree(step)
    lane, _, name = step.partition(": ")
    return Entries([(Scalar(lane), Scalar(name, plain=False))]) if name else Scalar(step, plain=False)


def _steps(tree: Tree) -> Tree:
    """Sentences with a role in lists of steps, wherever a path may stand."""
    if isinstance(tree, Items):
        return Items([_steps(_sentence(i.value)) if isinstance(i, Scalar) else _steps(i) for i in tree.items])
    if isinstance(tree, Entries):
        for number, (key, value) in enumerate(tree.entries):
            if key.value == "flow":
                tree.entries[number] = (key, _steps(value))
            elif key.value in ("unless", "meanwhile", "exceptions"):
                for event in value.items if isinstance(value, Items) else [value]:
                    _steps(event)
            elif key.value == "branches":
                if isinstance(value, Entries):
                    value.entries = [(answer, _path(path)) for answer, path in value.entries]
                elif isinstance(value, Items):
                    value.items = [_path(path) for path in value.items]
    return tree


def _path(tree: Tree) -> Tree:
    """What follows an answer; one step alone is a path too."""
    if isinstance(tree, Scalar) and ": " in tree.value:
        tree = _sentence(tree.value)
    if isinstance(tree, Entries) and tree.entries and tree.entries[0][0].value not in PATH.rows:
        tree = Items([tree])
    return _steps(tree)


def _document(
    kind: str, name: str, keys: Mapping[str, Any], flow: Sequence[Any] | None, known: Sequence[Process] = ()
) -> Any:
    name = _given(name, (str, Translated, Mapping), _NO_NAME)
    entries: list[tuple[Scalar, Tree]] = [(Scalar(kind), _tree(name)), *_entries(keys)]
    if flow is not None:
        entries.append((Scalar("flow"), _steps(Items([_sentence(step) for step in flow]))))
    own = keys.get("id")
    found = Found(kind, own if isinstance(own, str) else slug(str(name)), Entries(entries))
    done = assemble([Opened("<python>", b"", [found], [])], known)
    faults = [finding for finding in done.findings if finding.kind == "error"]
    if faults:
        raise InvalidMap(Text("\n".join(f.message.sv for f in faults), "\n".join(f.message.en for f in faults)))
    made = [document for document in done.map.documents if document.id == found.id]
    return judge(made[0])
