"""Slips around a step: dashes, answers and keys that stand almost where they should, and what was meant by them."""

from __future__ import annotations

import re

from procmap.model.knowledge import Unknown
from procmap.read import notices as say
from procmap.read.amounts import read_duration
from procmap.read.desk import Desk
from procmap.read.head_slips import ANSWERS
from procmap.read.heads import Head
from procmap.read.keys import ACTIVITY, EVENT, GATEWAY
from procmap.read.kinds import KINDS, TABLES
from procmap.read.names import slug
from procmap.read.table import Table
from procmap.read.time_slips import triggers_named
from procmap.read.words import KEY_WORDS
from procmap.ref import Ref
from procmap.source.tree import Entries, Items, Scalar, Tree, is_empty
from procmap.text import Text

__all__ = [
    "STRUCTURAL",
    "as_event",
    "below_role",
    "event_keys",
    "likely_id",
    "missing_dash",
    "say_not_here",
    "with_known_keys",
    "written_steps",
]

STRUCTURAL = frozenset(
    {"id", "lane", "with", "to", "branches", "unless", "meanwhile", "flow", "bpmn", "exceptions", "process", "name"}
)
"""Keys of a step that the flow reader takes care of."""

_ARROW = r"\s(?:->|=>|-->|→|⇒|>)\s"
_HAS_ARROW = re.compile(_ARROW)
_BETWEEN_ARROWS = re.compile(rf"[^\s>→⇒=-](?:(?!{_ARROW}).)*")
_AFTER = re.compile(r"^(?:efter|inom|om|after|within|in)\s+", re.IGNORECASE)
_ASKS = re.compile(
    r"(?:är|var|har|hade|finns|fanns|ska|skall|kan|vill|behöver|behövs|måste|får|blir|går|gäller|stämmer|saknas|"
    r"is|are|was|has|have|does|do|did|can|may|must|should|will|needs)\s+\S",
    re.IGNORECASE,
)
"""How a question begins."""
_YES_NO = frozenset({"ja", "nej", "yes", "no"})
_OF_WORK = ACTIVITY.rows.keys() - GATEWAY.rows.keys() - STRUCTURAL
"""What is said of work and never of a question."""
_OWN_STEPS = frozenset({"wait", "end", "parallel", "subprocess"})
"""What people write below a step in Swedish words, and is a step of its own."""
_SOMETHING = "Vad som görs"
_TAKE_AWAY = Text(sv="Ta bort raden.", en="Take the line away.")
_ON_A_STEP = Text(
    sv="Skriv händelsen under ett steg eller en väntan.",
    en="Write the event below a step or below what is waited for.",
)
_WITHOUT_BRANCHES = Text(
    sv="Skriv branches: på en egen rad under frågan, och dra in svaren under den.",
    en="Write branches: on a line of its own below the question, and indent the answers below that.",
)
_BESIDE_BRANCHES = Text(
    sv="Dra in svaren, så att de står under branches.", en="Indent the answers, so that they stand below branches."
)
_INSTEAD = {
    "branches": Text(
        sv="Skriv en fråga som ett eget steg, och svaren under den.",
        en="Write a question as a step of its own, and the answers below it.",
    ),
    "unless": _ON_A_STEP,
    "meanwhile": _ON_A_STEP,
    "exceptions": Text(sv="Skriv undantaget under ett steg.", en="Write the exception below a step."),
    "flow": Text(
        sv="Steg med egna steg skrivs subprocess.", en="Steps with steps of their own are written subprocess."
    ),
    "process": Text(
        sv="Skriv steget som call, om det är en egen process.",
        en="Write the step as call, if it is a process of its own.",
    ),
}
"""What to do with a key where it does not belong."""


def written_steps(tree: Scalar, desk: Desk) -> list[Tree]:
    """Steps that were written on lines without dashes, or on one line with arrows between; none where it is neither."""
    found = list(tree.lines)
    if found:
        desk.say(say.NO_DASH, found[0], fix=f"- {found[0].value}")
    elif tree.plain and _HAS_ARROW.search(tree.value):
        for match in _BETWEEN_ARROWS.finditer(tree.value):
            found.append(Scalar(match[0], tree.line, tree.column + match.start(), len(match[0])))
        desk.say(say.FLOW_NOT_A_LIST, tree, fix=f"- {found[0].value}" if found else "- …")
    return [*found]


def below_role(item: Tree, desk: Desk) -> list[Tree] | None:
    """``Handläggare:`` with a list of steps below, each of which is read as hers; None where it is something else."""
    if not isinstance(item, Entries) or len(item.entries) != 1:
        return None
    key, value = item.entries[0]
    word = key.value
    if not isinstance(value, Items) or not value.items or word in KINDS:
        return None
    if KEY_WORDS.get(word.casefold()) in KINDS and not desk.sections["lanes"].find(word):
        return None
    first = value.items[0]
    desk.say(say.ROLE_HEADING, key, fix=f"- {key.value}: {first.value if isinstance(first, Scalar) else _SOMETHING}")
    found: list[Tree] = []
    for step in value.items:
        named = isinstance(step, Scalar) and step.value
        found.append(Entries([(key, step)], step.line, step.column, step.length) if named else step)
    return found


def missing_dash(head: Head, desk: Desk) -> Entries | None:
    """``Handläggare: Granska`` below a step without its own dash, as the next step; it is taken out of the head."""
    table = TABLES.get(head.kind)
    lanes = desk.sections["lanes"]
    for number, (key, value) in enumerate(head.rest if table else ()):
        meant = KEY_WORDS.get(key.value.casefold())
        if meant in _OWN_STEPS and table is not None and table.meant(key.value) is None:
            key = Scalar(meant, key.line, key.column, key.length)
        word = key.value
        text = value.value if isinstance(value, Scalar) else ""
        whole = text or (word == "parallel" and isinstance(value, Items)) or (word == "end" and is_empty(value))
        answer = head.kind in ("exclusive", "inclusive") and word.casefold() in ANSWERS
        if table is None or word in table.rows or answer or not whole:
            continue
        fresh = word[:1].isupper() and not lanes.closed and table.meant(word) is None
        if fresh or word in TABLES or lanes.find(word):
            desk.say(say.MISSING_DASH, key, fix=f"- {word}: {text}".rstrip())
            rest = [(key, value), *head.rest[number + 1 :]]
            del head.rest[number:]
            return Entries(rest, key.line, key.column)
    return None


def with_known_keys(head: Head, desk: Desk, ref: Ref) -> Head:
    """The head with its keys put right, answers below ``branches``, and a step with steps inside as a subprocess."""
    head = _as_question(head, desk)
    table = TABLES[head.kind]
    head = head._replace(rest=triggers_named(head.rest, table, desk, ref))
    if all(key.value in table.rows for key, _ in head.rest):
        return head
    rest = _answers_alone(head, table, desk)
    structural = [entry for entry in rest if entry[0].value in STRUCTURAL]
    others = table.known([entry for entry in rest if entry[0].value not in STRUCTURAL], desk, ref)
    inside = next((entry for entry in structural if entry[0].value == "flow"), None)
    if head.kind == "task" and inside and not is_empty(inside[1]):
        fix = f"- subprocess: {head.name if isinstance(head.name, str) else '…'}"
        hint = Text(sv="Ett steg med egna steg är en delprocess: {fix}", en="A step with steps is a subprocess: {fix}")
        desk.say(say.NO_BRANCHES_HERE, inside[0], ref, key="flow", what=table.what, hint=hint.fill(fix=fix))
        head = head._replace(kind="subprocess")
    return head._replace(rest=[*structural, *others])


def _as_question(head: Head, desk: Desk) -> Head:
    """``Är det klart`` with ja and nej below lacks its question mark; said once, and read as the question it is."""
    if head.kind != "task" or not isinstance(head.name, str) or not _ASKS.match(head.name):
        return head
    answers = {key.value.casefold() for key, _ in head.rest} & _YES_NO
    branches = next((value for key, value in head.rest if key.value == "branches"), None)
    if isinstance(branches, Entries):
        answers |= {key.value.casefold() for key, _ in branches.entries} & _YES_NO
    if not answers or {key.value for key, _ in head.rest} & _OF_WORK:
        return head
    desk.say(say.QUESTION_MARK, head.at, name=head.name)
    return head._replace(kind="exclusive", name=f"{head.name.rstrip(' .')}?")


def _answers_alone(head: Head, table: Table, desk: Desk) -> list[tuple[Scalar, Tree]]:
    """``ja:`` and ``nej:`` right below a question, without ``branches``: said once, and read as its answers."""
    if head.kind not in ("exclusive", "inclusive", "parallel"):
        return head.rest
    there = next((entry for entry in head.rest if entry[0].value == "branches"), None)
    if there is not None and not is_empty(there[1]):
        return head.rest
    answers: list[tuple[Scalar, Tree]] = []
    others: list[tuple[Scalar, Tree]] = []
    for entry in head.rest:
        word = entry[0].value
        if entry is there:
            continue
        answer = word == "else" or (word not in STRUCTURAL and table.meant(word) is None)
        (answers if answer else others).append(entry)
    if not answers:
        return head.rest
    first = answers[0][0]
    desk.say(say.ANSWERS_ALONE, first, key=first.value, how=_WITHOUT_BRANCHES if there is None else _BESIDE_BRANCHES)
    key = there[0] if there else Scalar("branches", first.line, first.column, first.length)
    return [*others, (key, Entries(answers, first.line, first.column, first.length))]


def say_not_here(head: Head, desk: Desk) -> None:
    """Say it of structural keys that this kind of element does not take."""
    table = TABLES.get(head.kind)
    what = table.what if table else Text(sv="en rad med to", en="a line with to")
    for key, _ in head.rest:
        if table is None or (key.value in STRUCTURAL and key.value not in table.rows):
            hint = _INSTEAD.get(key.value, _TAKE_AWAY) if table else _TAKE_AWAY
            desk.say(say.NO_BRANCHES_HERE, key, key=key.value, what=what, hint=hint)


def as_event(item: Tree, desk: Desk, ref: Ref) -> Tree:
    """What stands where an event should; a text alone is read as a time or a condition, once that has been said."""
    if isinstance(item, Entries) and item.entries:
        return item
    text = item.value if isinstance(item, Scalar) else ""
    time = _AFTER.sub("", text)
    timed = not text or read_duration(time) is not None
    what = time if timed else text
    desk.say(say.NO_TRIGGER, item, ref, fix=f"{'timer' if timed else 'condition'}: {what or '3 weeks'}")
    if not text:
        return item
    key = Scalar("timer" if timed else "condition", item.line, item.column)
    return Entries([(key, Scalar(what, item.line, item.column, item.length))], item.line, item.column, item.length)


def event_keys(item: Entries, desk: Desk, ref: Ref) -> Entries:
    """An event's keys put right; a step that stands right below it is moved to its ``flow``."""
    lanes = desk.sections["lanes"]
    steps: list[Tree] = []
    rest: list[tuple[Scalar, Tree]] = []
    for key, value in item.entries:
        word = key.value
        role = bool(lanes.find(word)) or (word[:1].isupper() and not lanes.closed and EVENT.meant(word) is None)
        step = rest and word not in EVENT.rows and (role or word in TABLES)
        if step and isinstance(value, Scalar) and value.value:
            if not steps:
                desk.say(say.STEP_BELOW_EVENT, key, ref, fix=f"- {word}: {value.value}")
            steps.append(Entries([(key, value)], key.line, key.column))
        else:
            rest.append((key, value))
    rest = EVENT.known(triggers_named(rest, EVENT, desk, ref), desk, ref)
    if steps:
        at = steps[0]
        flow = (Scalar("flow", at.line, at.column), Items(steps, at.line, at.column))
        rest = [*(entry for entry in rest if entry[0].value != "flow"), flow]
    return Entries(rest, item.line, item.column, item.length)


def likely_id(head: Head) -> str:
    """The id that a step is about to get, unless it is taken."""
    own = next((value.value for key, value in head.rest if key.value == "id" and isinstance(value, Scalar)), "")
    return own or (slug(str(head.name)) if head.name is not None and not isinstance(head.name, Unknown) else head.kind)
