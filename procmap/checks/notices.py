"""What the engine itself can say: about the configuration (CFG) and about defects of procmap (PRO)."""

from __future__ import annotations

from procmap.finding import Notice
from procmap.text import Text

__all__ = ["CHECK_CRASHED", "INCOMPLETE", "NOTICES", "PLUG_IN_BROKEN", "UNKNOWN_CHECK", "UNMATCHED"]

_SOURCE = "procmap, 2026-11-23"

UNMATCHED = Notice(
    code="CFG001",
    name="acceptance-matches-nothing",
    kind="gap",
    message=Text(
        sv="{check} på {element} är godtaget, men det finns inget sådant att godta. Ta bort det, eller rätta namnet.",
        en="{check} at {element} is accepted, but there is nothing of the kind to accept. Take the entry away, or "
        "correct the name.",
    ),
    rationale=Text(
        sv="Ett godtagande som blivit kvar döljer nästa brist på samma ställe.",
        en="An acceptance that was left behind hides the next thing that is wrong in the same place.",
    ),
    source=_SOURCE,
)

INCOMPLETE = Notice(
    code="CFG002",
    name="acceptance-incomplete",
    kind="error",
    message=Text(
        sv="Godtagandet av {check} saknar {missing}, och gäller därför inte.",
        en="The acceptance of {check} lacks {missing}, and therefore does not hold.",
    ),
    rationale=Text(
        sv="Den som läser om ett år behöver veta varför, av vilken roll och när något godtogs.",
        en="Whoever reads it in a year needs to know why, by which role and when something was accepted.",
    ),
    source=_SOURCE,
)

UNKNOWN_CHECK = Notice(
    code="CFG003",
    name="acceptance-of-unknown-check",
    kind="error",
    message=Text(
        sv="Det finns ingen kontroll som heter {check}, så godtagandet gäller inte.{guess}",
        en="There is no check called {check}, so the acceptance does not hold.{guess}",
    ),
    rationale=Text(
        sv="Ett felstavat godtagande skulle annars se ut att gälla.",
        en="A misspelt acceptance would look as if it held.",
    ),
    source=_SOURCE,
)

CHECK_CRASHED = Notice(
    code="PRO001",
    name="check-crashed",
    kind="error",
    message=Text(
        sv="Kontrollen {check} gick sönder ({error}). Det är ett fel i kontrollen, inte i kartan. Resten är "
        "kontrollerad.",
        en="The check {check} broke ({error}). That is a defect of the check, not of the map. All else was checked.",
    ),
    rationale=Text(
        sv="En kontroll som går sönder får inte dölja vad de andra hittar, och inte heller tiga om sig själv.",
        en="A check that breaks may not hide what the others find, nor keep silent about itself.",
    ),
    source=_SOURCE,
)

PLUG_IN_BROKEN = Notice(
    code="PRO002",
    name="plug-in-broken",
    kind="error",
    message=Text(
        sv="Tillägget {plug_in} gick inte att använda: {why}",
        en="The plug-in {plug_in} could not be used: {why}",
    ),
    rationale=Text(
        sv="Den som har installerat egna kontroller tror annars att de har körts.",
        en="Whoever has installed checks of their own would believe that they were run.",
    ),
    source=_SOURCE,
)

NOTICES: tuple[Notice, ...] = (UNMATCHED, INCOMPLETE, UNKNOWN_CHECK, CHECK_CRASHED, PLUG_IN_BROKEN)
"""All of them, in the order of their codes."""
