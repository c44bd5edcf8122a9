"""The tables of keys of a journey, its phases, steps and touchpoints."""

from __future__ import annotations

import re
from typing import Any, get_args

from procmap.model.journey import ASSUMED, Channel, State, Statement, Zone
from procmap.read import notices as say
from procmap.read.amounts import read_level
from procmap.read.desk import Desk
from procmap.read.journey_words import FEELINGS, MOODS
from procmap.read.key import Key
from procmap.read.keys import DURATION, FLAG, HEAD, LABEL, NOTE, ONE_OR_MANY, ROLE, SECTIONS, TEXT, Structural, k, shape
from procmap.read.quantities import Amount
from procmap.read.records import Records
from procmap.read.table import Table
from procmap.read.values import FAILED, Choice, Spelling, Value, parts
from procmap.read.words import VALUE_WORDS
from procmap.ref import Ref
from procmap.source.tree import Scalar, Tree
from procmap.text import Text

__all__ = ["CHANNELS", "EVIDENCE", "JOURNEY", "PHASE", "STEP", "TOUCHPOINT"]

CHANNELS: tuple[str, ...] = get_args(Channel)


class EvidenceRefs(Value):
    """One or many references to evidence, or ``assumed``."""

    expected = Text(sv="ett eller flera underlag, eller assumed", en="one or several pieces of evidence, or assumed")
    example = "intervjuer"
    _where = Text(sv="underlagen under evidence", en="the entries under evidence")

    def read(self, tree: Tree, desk: Desk, ref: Ref) -> Any:
        found: list[str] = []
        for part in parts(tree) or []:
            id = self._one(part, desk, ref)
            if id is not None:
                found.append(id)
        if not found and not parts(tree):
            return self.refuse(tree, desk, ref)
        return tuple(dict.fromkeys(found)) or FAILED

    def _one(self, part: Scalar, desk: Desk, ref: Ref) -> str | None:
        if part.value == ASSUMED:
            return ASSUMED
        if VALUE_WORDS.get(part.value.casefold()) == ASSUMED and not desk.sections["evidence"].find(part.value):
            desk.say(say.SWEDISH_KEY, part, ref, key=part.value, guess=ASSUMED)
            return ASSUMED
        return desk.refer("evidence", part, ref, self._where)

    def plain(self, value: Any, spelling: Spelling) -> Any:
        return spelling.several("evidence", value)

    def schema(self) -> dict[str, Any]:
        return {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}


EVIDENCE = EvidenceRefs()
INSIDE = Structural(
    {
        "addresses": ONE_OR_MANY,
        "opportunities": shape("opportunities"),
        "persona": {"anyOf": [{"type": "string"}, shape("persona")]},
        "phases": shape("phases"),
        "processes": ONE_OR_MANY,
        "steps": shape("journey_steps"),
        "touchpoints": shape("touchpoints"),
        **dict.fromkeys(CHANNELS, shape("behind")),
    }
)
_FROM = k("from", EVIDENCE, "Vad det vilar på: underlag, eller assumed.", "What it rests on: evidence, or assumed.",
          "evidence", plain=True)


class Level(Amount):
    """How something feels; what was written in words or on another scale is answered with the nearest number."""

    def rewritten(self, tree: Tree) -> str | None:
        if not isinstance(tree, Scalar):
            return None
        word = tree.value.strip()
        if (level := FEELINGS.get(word.casefold())) is not None:
            return str(level)
        if (level := MOODS.get(word.casefold())) is not None:
            return f"{{value: {level}, word: {word}}}"
        number = _NUMBER.match(word)
        if number is None:
            return None
        near = min(2, max(-2, round(float(number[0].translate(_SIGNS)))))
        said = word[number.end() :].strip(" ():,;.–-")
        return f"{{value: {near}, word: {said}}}" if said.replace(" ", "").isalpha() else str(near)


_NUMBER = re.compile(r"[-−–+]?\s*\d{1,4}(?:[.,]\d{1,4})?")
_SIGNS = str.maketrans({"−": "-", "–": "-", ",": ".", " ": None, "\u00a0": None})
FEELS = Level(
    read_level,
    Text(sv="ett heltal från -2 (mycket dåligt) till 2 (mycket bra)", en="a whole number from -2 (very bad) to 2 (very good)"),
    "-1",
    ("string", "integer"),
)
STATEMENT = Table(
    Text(sv="ett påstående", en="a statement"),
    [k("text", TEXT, "Vad som sägs eller händer.", "What is said or happens."), _FROM],
)
OPPORTUNITY = Table(
    Text(sv="en möjlighet", en="an opportunity"),
    [
        k("text", TEXT, "Vad som skulle kunna göras.", "What could be done."),
        k("addresses", INSIDE, "Vilken smärta det lindrar, med samma ord.", "Which pain it eases, in the same words."),
        k("owner", ROLE, "Vilken roll som tar det vidare.", "Which role takes it further."),
        _FROM,
    ],
)
TOUCHPOINT = Table(
    Text(sv="en kontaktpunkt", en="a touchpoint"),
    [*(k(channel, INSIDE, "Steget bakom: dokument/steg.", "The step behind it: document/step.") for channel in CHANNELS), NOTE],
)
STEP = Table(
    Text(sv="ett steg i resan", en="a step of the journey"),
    [
        k("step", LABEL, "Vad steget kallas, med den enskildes ord.", "What the step is called, in the resident's words.", "name"),
        HEAD[0],
        k("does", TEXT, "Vad personen gör.", "What the person does."),
        k("thinks", TEXT, "Vad personen tänker.", "What the person thinks."),
        Key("feels", FEELS, Text(sv="Hur det känns, från -2 till 2.", en="How it feels, from -2 to 2."), also={"word": "feeling"}),
        k("feeling", TEXT, "Vad känslan heter, med ett ord.", "What the feeling is called, in a word."),
        k("quotes", Records(STATEMENT, Statement), "Vad någon har sagt.", "What somebody has said.", plain=True),
        k("pains", Records(STATEMENT, Statement), "Vad som gör ont.", "What hurts."),
        k("gains", Records(STATEMENT, Statement), "Vad som är bra.", "What is good."),
        k("opportunities", INSIDE, "Vad som skulle kunna göras.", "What could be done."),
        k("wait_time", DURATION, "Hur länge man väntar.", "How long one waits."),
        k("evidence", EVIDENCE, "Vad steget vilar på: underlag, eller assumed.", "What the step rests on: evidence, or assumed.", plain=True),
        k("from", EVIDENCE, "Vad steget vilar på: underlag, eller assumed.", "What the step rests on: evidence, or assumed.", "evidence", plain=True),
        k("moment_of_truth", FLAG, "Om det är här det avgörs.", "Whether this is where it is decided.", plain=True),
        k("touchpoints", INSIDE, "Var man möter kommunen.", "Where one meets the municipality."),
        NOTE,
    ],
)
PHASE = Table(
    Text(sv="en fas", en="a phase"),
    [
        k("phase", LABEL, "Vad fasen kallas.", "What the phase is called.", "name"),
        HEAD[0],
        k("zone", Choice(*get_args(Zone)), "Om det är före, under eller efter kontakten.", "Whether it is before, during or after the contact.", plain=True),
        k("steps", INSIDE, "Stegen, ett på varje rad.", "The steps, one on each line.", plain=True),
        NOTE,
    ],
)
JOURNEY = Table(
    Text(sv="en användarresa", en="a journey"),
    [
        k("journey", LABEL, "Resans namn.", "The name of the journey.", "name"),
        *HEAD,
        k("persona", INSIDE, "Vems resa det är.", "Whose journey it is."),
        k("trigger", TEXT, "Vad som sätter i gång resan.", "What sets the journey going."),
        k("outcome", TEXT, "Vad som är sant när den är slut.", "What is true when it ends."),
        k("state", Choice(*get_args(State)), "Om det är nuläget eller ett önskat läge.", "Whether it is as it is, or as it is to be.", plain=True),
        k("owner", ROLE, "Vilken roll som äger resan.", "Which role owns the journey."),
        k("processes", INSIDE, "Vilka processer resan möter.", "Which processes the journey meets.", plain=True),
        k("personas", SECTIONS["personas"], "Vilka tjänsten är till för.", "Whom the service is for.", plain=True),
        k("evidence", SECTIONS["evidence"], "Underlagen som resan vilar på.", "The evidence that the journey rests on.", plain=True),
        k("phases", INSIDE, "Faserna, med sina steg.", "The phases, with their steps.", plain=True),
        NOTE,
    ],
)
