"""Slips in the first key of a step: who does it, or what kind it is, was written almost as it should."""

from __future__ import annotations

import re
from typing import Any

from procmap.read import notices as say
from procmap.read.desk import Desk
from procmap.read.kinds import DETAILS, KINDS, TABLES, kind_of
from procmap.source.slips import answer_and_way, quoted
from procmap.source.tree import Entries, Items, Scalar, Tree
from procmap.source.written import safe

__all__ = [
    "ANSWERS",
    "answers_below",
    "beside_answer",
    "dashed_answers",
    "joined",
    "together",
    "way_out",
    "who_first",
    "with_colon",
    "written_answer",
]

_MOST_WORDS = 3
_WAY_OUT = re.compile(
    r"(?:(?:to|(?:gå|hoppa|vidare|gå vidare) till|(?:[Gg]å t|[Tt])illbaka till|go to|(?:[Gg]o )?back to)"
    r"\s+(?=[^\W\d_a-zåäö])|(?:->|=>|→|⇒)\s*)(\S.*)"
)
_ARROWS = ("-", "=", "→", "⇒")
_THE_END = frozenset({"slut", "slutet", "avslut", "avslutas", "klart", "färdigt", "stopp", "end", "done", "stop"})
"""What is written where a case ends, and is no work."""
_JOINED = re.compile(r"\s+(?:och|and|&|\+)\s+|\s*/\s*")
ANSWERS = {"ja", "nej", "yes", "no", "kanske", "maybe", "else", "annars", "övrigt", "båda", "ingen", "inget"}
_QUOTED = re.compile(r"([^\W\d][^:\n]{0,40}): +(\S.*)", re.DOTALL)
_NEARLY = (
    (re.compile(r"([^\W\d][^:;=\n]{0,40}):([^\W\d].*)", re.DOTALL), say.NO_SPACE),
    (re.compile(r"([^\W\d][^:;=\n]{0,40}?)\s*(?:[;=]|->|→|\s[-–—])\s+(\S.*)", re.DOTALL), say.NO_COLON),
    (_QUOTED, say.ROLE_QUOTED),
)
"""A role and a sentence that lack what parts them, and what to say of it."""


def with_colon(item: Scalar, desk: Desk) -> Entries | None:
    """``Handläggare:Granska``, ``Handläggare; Granska`` and ``"Handläggare: Granska"`` as they were meant."""
    if item.lines:
        return _key_per_line(item, desk)
    if (kind := _bare_kind(item, desk)) is not None:
        return kind
    for pattern, notice in _NEARLY:
        match = pattern.match(item.value)
        if match is None or (notice is say.ROLE_QUOTED) == item.plain or not _starts_a_step(match[1], notice, desk):
            continue
        text = match[2].strip()
        offset = match.end(1) if notice is say.NO_SPACE else 0
        spot = Scalar("", item.line, item.column + offset, 1 if offset else item.length)
        shown = quoted(text) if notice is say.ROLE_QUOTED else text
        desk.say(notice, spot, fix=f"- {match[1]}: {shown}")
        key = Scalar(match[1], item.line, item.column + (0 if item.plain else 1), len(match[1]))
        value = Scalar(text, item.line, item.column + match.start(2) + (0 if item.plain else 1), len(text), item.plain)
        return Entries([(key, value)], item.line, item.column, item.length)
    return None


def _bare_kind(item: Scalar, desk: Desk) -> Entries | None:
    """``- end``, ``- end Klart``, ``- to Granska`` and ``- gå till Granska``, where the kind lacks its colon."""
    word, _, rest = item.value.partition(" ")
    rest = rest.strip()
    if item.plain and (match := _WAY_OUT.fullmatch(item.value)) and not item.value.startswith(_ARROWS):
        word, rest = "to", match[1]
    elif item.plain and item.value.casefold() == "slut":
        word = "end"
    if not item.plain or word not in KINDS or not (rest[:1].isupper() or (not rest and word in ("start", "end"))):
        return None
    desk.say(say.GO_TO if word == "to" else say.NO_COLON, item, fix=f"- {word}: {rest}".rstrip())
    key = Scalar(word, item.line, item.column, len(word))
    value = Scalar(rest, item.line, item.column + len(item.value) - len(rest), max(1, len(rest)))
    return Entries([(key, value)], item.line, item.column, item.length)


def way_out(path: Tree, desk: Desk) -> Tree:
    """``ja: to Besluta``, ``ja: gå till Besluta`` and ``ja: -> Besluta`` as the ``to`` that they are, ``nej: slut`` as
    the end that it is; anything else as it is."""
    if not isinstance(path, Scalar) or not path.plain:
        return path
    if path.value.rstrip(" .!").casefold() in _THE_END:
        name = path.value.rstrip(" .!")
        desk.say(say.END_AS_STEP, path, fix=f"[{{end: {name}}}]")
        end = (Scalar("end", path.line, path.column, path.length), Scalar(name, path.line, path.column, path.length))
        return Items([Entries([end], path.line, path.column, path.length)], path.line, path.column)
    match = _WAY_OUT.fullmatch(path.value)
    if match is None:
        return path
    desk.say(say.GO_TO, path, fix=f"{{to: {match[1]}}}")
    target = Scalar(match[1], path.line, path.column + match.start(1), len(match[1]))
    return Entries([(Scalar("to", path.line, path.column, 2), target)], path.line, path.column)


def beside_answer(path: Tree, desk: Desk) -> Tree:
    """``ja: "Handläggare: Granska"`` as the step that it is; anything else as it is."""
    if not isinstance(path, Scalar) or path.plain or (match := _QUOTED.fullmatch(path.value)) is None:
        return path
    if not _starts_a_step(match[1], say.ROLE_QUOTED, desk):
        return path
    desk.say(say.STEP_BESIDE, path, fix=f"- {match[1]}: {safe(match[2])}")
    key = Scalar(match[1], path.line, path.column + 1, len(match[1]))
    value = Scalar(match[2], path.line, path.column + 1 + match.start(2), len(match[2]))
    step = Entries([(key, value)], path.line, path.column, path.length)
    return Items([step], path.line, path.column, path.length)


def together(text: str, desk: Desk) -> list[str] | None:
    """``Handläggare och Registrator``, where both are roles: their names; None where it is one role."""
    names = desk.sections["lanes"]
    roles = [part.strip() for part in _JOINED.split(text)]
    return roles if len(roles) > 1 and all(names.find(role) for role in roles) else None


def joined(text: str) -> list[str]:
    """The roles that a first key may join by other signs than a comma."""
    return [part.strip() for part in _JOINED.split(text)]


def _key_per_line(item: Scalar, desk: Desk) -> Entries | None:
    """Lines that ran together since their keys lack the space or the colon: ``why:Lagen``, ``why Lagen``."""
    rest: list[tuple[Scalar, Tree]] = []
    for line in item.lines[1:]:
        key, colon, text = line.value.partition(":")
        if not colon:
            key, _, text = line.value.partition(" ")
            if not (text[:1].isupper() or text[:1].isdigit() or text[:2] == "??"):
                return None
        if key not in DETAILS or not text:
            return None
        spot = Scalar("", line.line, line.column + (len(key) if colon else 0), 1 if colon else len(line.value))
        desk.say(say.NO_SPACE if colon else say.NO_COLON, spot, fix=f"{key}: {text.strip()}")
        start = line.column + len(line.value) - len(text)
        rest.append((Scalar(key, line.line, line.column, len(key)), Scalar(text.strip(), line.line, start, len(text))))
    first = item.lines[0]
    head = with_colon(Scalar(first.value, first.line, first.column, first.length), desk)
    kind = Scalar(kind_of(first.value), first.line, first.column, first.length)
    entries = head.entries if head else [(kind, Scalar(first.value, first.line, first.column, first.length))]
    return Entries([*entries, *rest], item.line, item.column, item.length)


def _starts_a_step(word: str, notice: Any, desk: Desk) -> bool:
    """Whether a word is a role or a kind; without a space after the colon also what looks like a role."""
    names = desk.sections["lanes"]
    if word in KINDS or names.find(word):
        return True
    return notice is say.NO_SPACE and not names.closed and word[:1].isupper() and len(word.split()) <= _MOST_WORDS


def who_first(item: Entries, desk: Desk) -> Entries:
    """A step that starts with a detail gets who or what first, from where it stands further down."""
    first = item.entries[0][0]
    names = desk.sections["lanes"]
    if first.value not in DETAILS or first.value in KINDS or names.find(first.value) or first.value == "if":
        return item
    lane, name = item.get("lane"), item.get("name")
    rest = item.entries
    heads = (e for e in rest if e[0].value in TABLES or names.find(e[0].value))
    head = next((e for e in heads if isinstance(e[1], Scalar)), None)
    if head is None and isinstance(name, Scalar) and name.value:
        kind = Scalar(kind_of(name.value), first.line, first.column, first.length)
        head = next(e for e in rest if e[1] is name)
        rest = [e for e in rest if e is not head]
        head = (kind, name)
    elif head is not None:
        rest = [e for e in rest if e is not head]
    text = head[1].value if head and isinstance(head[1], Scalar) else "Vad som görs"
    who = head[0].value if head else "Roll"
    if who == "task" and isinstance(lane, Scalar) and lane.value and lane.value[:2] != "??":
        who = lane.value
    fix = f"- {text}" if who in ("task", "exclusive") and len(rest) == 0 else f"- {who}: {text}"
    desk.say(say.DETAIL_FIRST, first, key=first.value, fix=fix)
    if head is None:
        nameless = Scalar("", first.line, first.column, plain=False)
        head = (Scalar("task", first.line, first.column, first.length), nameless)
    return Entries([head, *rest], item.line, item.column, item.length)


def written_answer(at: Scalar) -> tuple[Scalar, Scalar]:
    """``ja`` or ``ja -> Granska``, written where an answer should be, as the answer and what follows it."""
    parted = answer_and_way(at.value) if at.plain else None
    if parted is None:
        return Scalar(at.value.rstrip(":"), at.line, at.column, at.length), Scalar("", at.line, at.column)
    answer, way = parted
    start = at.column + len(at.value) - len(way)
    return Scalar(answer, at.line, at.column, len(answer)), Scalar(way, at.line, start, len(way))


def answers_below(at: Scalar, desk: Desk) -> list[tuple[Scalar, Tree]]:
    """``ja -> Granska`` on the lines below a question, which ran together with it; nothing where it is no question."""
    if not at.lines or not at.lines[0].value.endswith("?"):
        return []
    answers = [(line, *written_answer(line)) for line in at.lines[1:]]
    if any(not way.value for _, _, way in answers):
        return []
    for line, answer, way in answers:
        desk.say(say.NO_COLON, line, fix=f"{answer.value}: {way.value}")
    return [(answer, way) for _, answer, way in answers]


def dashed_answers(tree: Items, question: bool) -> list[tuple[Scalar, Tree]]:
    """Answers that were written with dashes, ``- ja: …``; nothing where the items are ways without a name.

    Below a question any small letter starts an answer; where all ways are taken, it takes a word that answers.
    """
    found: list[tuple[Scalar, Tree]] = []
    sure = question
    for item in tree.items:
        if isinstance(item, Scalar) and (answer := written_answer(item))[0].value.strip(" .").casefold() in ANSWERS:
            found.append(answer)
            sure = True
        elif isinstance(item, Entries) and len(item.entries) == 1 and _may_be_answer(item.entries[0][0].value):
            key, value = item.entries[0]
            sure = sure or key.value.casefold() in ANSWERS or not isinstance(value, Scalar) or not value.value
            found.append((key, value))
        else:
            return []
    return found if sure else []


def _may_be_answer(text: str) -> bool:
    return text.casefold() in ANSWERS or (text[:1].islower() and text not in KINDS and text not in DETAILS)
