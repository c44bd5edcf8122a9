"""The words of repairs: what does not fit, and each change that would mend it.

``{element}`` and ``{other}`` are filled by whoever shows a repair. There are words of the language that teams write and
of those who draw BPMN, since only the one has keys to write and only the other has shapes to draw.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from procmap.text import Text

__all__ = ["FACTS", "FIXES", "Fix", "Pattern", "advice"]

Pattern = Literal[
    "one-way-and-all-awaited",
    "interrupted-and-all-awaited",
    "some-ways-and-all-awaited",
    "starts-and-all-awaited",
    "awaits-what-comes-after",
    "all-ways-and-none-awaited",
    "some-ways-and-none-awaited",
    "all-ways-to-one-end",
    "meanwhile-into-the-flow",
    "meanwhile-to-the-same-end",
    "a-branch-ends",
    "back-before-the-split",
    "loop-without-exit",
    "answer-missing",
    "end-without-answer",
]
Fix = Literal[
    "let-meet",
    "take-all",
    "meet-first",
    "meet-inclusive",
    "meet-parallel-before",
    "meet-inclusive-before",
    "choose-one",
    "ends-apart",
    "end-by-itself",
    "end-of-its-own",
    "interrupt",
    "lead-there",
    "stop-all",
    "lead-back-behind",
    "lead-out",
    "add-answer",
]


class Said(NamedTuple):
    """The same in words of the language, and in words of a drawing."""

    words: Text
    drawn: Text


def _both(text: Text) -> Said:
    return Said(text, text)


FACTS: dict[Pattern, Said] = {
    "one-way-and-all-awaited": _both(
        Text(
            sv="{other} väljer en väg, men vid {element} väntas alla in.",
            en="{other} chooses one way, but all are waited for at {element}.",
        )
    ),
    "interrupted-and-all-awaited": _both(
        Text(
            sv="{other} avbryter, så bara en av vägarna tas, men vid {element} väntas alla in.",
            en="{other} interrupts, so that only one of the ways is taken, but all are waited for at {element}.",
        )
    ),
    "some-ways-and-all-awaited": _both(
        Text(
            sv="{other} kan ta bara några av vägarna, men vid {element} väntas alla in.",
            en="{other} may take only some of the ways, but all are waited for at {element}.",
        )
    ),
    "starts-and-all-awaited": _both(
        Text(
            sv="Ett ärende börjar bara på ett av sätten, till exempel {other}, men vid {element} väntas alla in.",
            en="A case begins in only one of the ways, for instance {other}, but all are waited for at {element}.",
        )
    ),
    "awaits-what-comes-after": _both(
        Text(
            sv="Vid {element} väntas alla vägar in, men en av dem börjar först efter {element} och går tillbaka dit.",
            en="All ways are waited for at {element}, but one of them begins only after {element} and goes back there.",
        )
    ),
    "all-ways-and-none-awaited": _both(
        Text(
            sv="{other} tar alla vägar samtidigt, men de väntas inte in vid {element}, så det som kommer där görs "
            "en gång för varje.",
            en="{other} takes all ways at once, but they are not waited for at {element}, so what comes there is done "
            "once for each.",
        )
    ),
    "some-ways-and-none-awaited": _both(
        Text(
            sv="{other} kan ta flera vägar samtidigt, men de väntas inte in vid {element}, så det som kommer där görs "
            "en gång för varje.",
            en="{other} may take several ways at once, but they are not waited for at {element}, so what comes there "
            "is done once for each.",
        )
    ),
    "all-ways-to-one-end": _both(
        Text(
            sv="{other} kan ta flera vägar samtidigt, och {element} nås en gång för varje.",
            en="{other} may take several ways at once, and {element} is reached once for each.",
        )
    ),
    "meanwhile-into-the-flow": Said(
        Text(
            sv="Det som händer under tiden ({other}) leder tillbaka in i flödet vid {element}, så det som kommer där "
            "görs en gång till.",
            en="What happens meanwhile ({other}) leads back into the flow at {element}, so what comes there is done "
            "once more.",
        ),
        Text(
            sv="Kanthändelsen ({other}) avbryter inte, men leder tillbaka in i flödet vid {element}, så det som "
            "kommer där görs en gång till.",
            en="The boundary event ({other}) does not interrupt, but leads back into the flow at {element}, so what "
            "comes there is done once more.",
        ),
    ),
    "meanwhile-to-the-same-end": Said(
        Text(
            sv="Det som händer under tiden ({other}) slutar i {element}, som annat också leder till.",
            en="What happens meanwhile ({other}) ends in {element}, which something else leads to as well.",
        ),
        Text(
            sv="Kanthändelsen ({other}) avbryter inte, och slutar i {element}, som annat också leder till.",
            en="The boundary event ({other}) does not interrupt, and ends in {element}, which something else leads to "
            "as well.",
        ),
    ),
    "a-branch-ends": _both(
        Text(
            sv="Vid {element} väntas alla vägar in, men en av dem kan sluta i {other}.",
            en="All ways are waited for at {element}, but one of them may end in {other}.",
        )
    ),
    "back-before-the-split": _both(
        Text(
            sv="Från {other} går en väg tillbaka till före {element}, som då sätter i gång alla sina vägar en gång "
            "till, fast de andra inte är klara.",
            en="From {other} a way goes back to before {element}, which then sets all its ways going once more, though "
            "the others are not done.",
        )
    ),
    "loop-without-exit": _both(
        Text(sv="Från {element} går det bara runt.", en="From {element} it only goes round."),
    ),
    "answer-missing": Said(
        Text(
            sv="{other} kan sluta på ett sätt som {element} inte har något svar för.",
            en="{other} may end in a way that {element} has no answer for.",
        ),
        Text(
            sv="{other} kan sluta på ett sätt som ingen väg ut från {element} gäller för.",
            en="{other} may end in a way that no way out of {element} is for.",
        ),
    ),
    "end-without-answer": Said(
        Text(
            sv="{element} har inget svar för slutet {other}.",
            en="{element} has no answer for the end {other}.",
        ),
        Text(
            sv="Ingen väg ut från {element} gäller för slutet {other}.",
            en="No way out of {element} is for the end {other}.",
        ),
    ),
}

FIXES: dict[Fix, Said] = {
    "let-meet": Said(
        Text(
            sv="låt vägarna mötas utan att vänta (ta bort `parallel` där)",
            en="let the ways meet without waiting (no `parallel` there)",
        ),
        Text(
            sv="byt det som väntar mot ett exklusivt vägval (kryss)",
            en="change what waits into an exclusive gateway (cross)",
        ),
    ),
    "take-all": Said(
        Text(sv="låt {other} ta alla vägar (`parallel`)", en="let {other} take all ways (`parallel`)"),
        Text(
            sv="byt {other} mot ett parallellt (plus) om alla vägar ska tas",
            en="change {other} into a parallel one (plus) if all ways are to be taken",
        ),
    ),
    "meet-first": Said(
        Text(
            sv="låt vägarna efter {other} mötas först, och gå dit som en enda",
            en="let the ways after {other} meet first, and go there as one",
        ),
        Text(
            sv="låt vägarna efter {other} mötas först, i ett exklusivt vägval (kryss)",
            en="let the ways after {other} meet first, in an exclusive gateway (cross)",
        ),
    ),
    "meet-inclusive": Said(
        Text(sv="låt dem mötas i ett `inclusive`", en="let them meet in an `inclusive`"),
        Text(sv="låt dem mötas i ett inkluderande vägval (ring)", en="let them meet in an inclusive gateway (circle)"),
    ),
    "meet-parallel-before": Said(
        Text(
            sv="låt vägarna mötas i ett `parallel` utan grenar före {element}",
            en="let the ways meet in a `parallel` without branches before {element}",
        ),
        Text(
            sv="låt vägarna mötas i ett parallellt vägval (plus) före {element}",
            en="let the ways meet in a parallel gateway (plus) before {element}",
        ),
    ),
    "meet-inclusive-before": Said(
        Text(
            sv="låt vägarna mötas i ett `inclusive` utan grenar före {element}",
            en="let the ways meet in an `inclusive` without branches before {element}",
        ),
        Text(
            sv="låt vägarna mötas i ett inkluderande vägval (ring) före {element}",
            en="let the ways meet in an inclusive gateway (circle) before {element}",
        ),
    ),
    "choose-one": Said(
        Text(sv="låt {other} välja en väg (`exclusive`)", en="let {other} choose one (`exclusive`)"),
        Text(
            sv="sätt ett exklusivt vägval (kryss) där de skiljs åt",
            en="part them by an exclusive gateway (cross)",
        ),
    ),
    "ends-apart": Said(
        Text(sv="ge dem slut med olika namn", en="give them ends with different names"),
        Text(sv="ge dem var sitt slut", en="give each an end of its own"),
    ),
    "end-by-itself": Said(
        Text(sv="låt det sluta för sig", en="let it end by itself"),
        Text(sv="dra den till ett eget slut", en="draw it to an end of its own"),
    ),
    "end-of-its-own": Said(
        Text(sv="ge det ett slut med ett eget namn", en="give it an end with a name of its own"),
        Text(sv="dra den till ett eget slut", en="draw it to an end of its own"),
    ),
    "interrupt": Said(
        Text(sv="låt det avbryta (`unless`)", en="let it interrupt (`unless`)"),
        Text(sv="gör den avbrytande (heldragen kant)", en="let it interrupt (solid border)"),
    ),
    "lead-there": Said(
        Text(sv="låt den vägen också leda dit", en="let that way lead there too"),
        Text(
            sv="låt den vägen först gå ihop med den som väntas in, i ett exklusivt vägval (kryss)",
            en="let that way first join the one that is waited for, in an exclusive gateway (cross)",
        ),
    ),
    "stop-all": Said(
        Text(sv="låt {other} avsluta allt (`terminate: true`)", en="let {other} end everything (`terminate: true`)"),
        Text(
            sv="gör {other} till ett slut som stoppar allt (terminate)",
            en="make {other} an end that stops everything (terminate)",
        ),
    ),
    "lead-back-behind": _both(
        Text(
            sv="led den i stället tillbaka till det första på den egna vägen, efter {element}",
            en="lead it back to the first on its own way instead, after {element}",
        )
    ),
    "lead-out": Said(
        Text(
            sv="lägg till ett svar eller en händelse som leder ut, t.ex. till ett slut",
            en="add an answer or an event that leads out, for instance to an end",
        ),
        Text(
            sv="lägg till en väg som leder ut, från ett vägval eller en kanthändelse",
            en="add a way that leads out, from a gateway or a boundary event",
        ),
    ),
    "add-answer": Said(
        Text(sv="lägg till det svaret, eller `else`", en="add that answer, or `else`"),
        Text(
            sv="lägg till den vägen, eller gör en av dem till standardväg (default)",
            en="add that way, or make one of them the default",
        ),
    ),
}


def advice(pattern: Pattern, fixes: tuple[Fix, ...]) -> Said:
    """What does not fit, and one or two changes that would mend it; the placeholders are left to fill."""
    return Said(*(_joined(FACTS[pattern][at], [FIXES[fix][at] for fix in fixes]) for at in (0, 1)))


def _joined(fact: Text, fixes: list[Text]) -> Text:
    words = []
    for said, other, *changes in zip(fact, ("eller", "or"), *fixes, strict=True):
        first = f", {other} ".join(changes)
        words.append(f"{said} {first[0].upper()}{first[1:]}.")
    return Text(*words)
