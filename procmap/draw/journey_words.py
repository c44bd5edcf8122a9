"""The words that journey maps and blueprints add to those of the team."""

from __future__ import annotations

from procmap.graph.blueprint import HoleKind, Row
from procmap.model.journey import Channel, State
from procmap.text import Language, Text

__all__ = [
    "ADDRESSES", "APART", "ASSUMED", "BLUEPRINT", "CHANNELS", "DOES", "EVIDENCE", "FEELINGS", "FEELS", "FROM_TO",
    "GAINS", "GOES_ON", "HOLES", "JOURNEY", "LEVELS", "LINES", "MEETS", "MOMENT", "NEEDS", "NOBODY_KNEW", "NOTES",
    "NO_EVIDENCE", "NO_NAME", "NO_PERSONA", "NO_STEPS", "OPPORTUNITIES", "OWNER", "PAINS", "PERSONA", "PLACES",
    "PROCESSES", "ROWS", "SAYS", "STATES", "SYSTEMS", "THINKS", "TO_BE_FEELS", "WAITS", "WENT_ON", "ask",
]  # fmt: skip

JOURNEY = Text("Användarresa", "Journey map")
BLUEPRINT = Text("Tjänstekarta", "Service blueprint")
NO_NAME = Text("Resa utan namn", "A journey without a name")
NO_STEPS = Text("Inget steg är beskrivet än.", "No step has been described yet.")
STATES: dict[State | None, Text | None] = {
    "as_is": Text("nuläge", "as it is"),
    "to_be": Text("önskat läge", "as it is to be"),
    None: None,
}

PERSONA = Text("Persona", "Persona")
NEEDS = Text("Behöver", "Needs")
FROM_TO = Text("Resan", "The way")
EVIDENCE = Text("Underlag", "Evidence")
OWNER = Text("Ägare", "Owner")
PROCESSES = Text("Processer", "Processes")
NO_PERSONA = Text("Ingen har sagt vems resan är", "Nobody has said whose journey it is")
NO_EVIDENCE = Text("Inget underlag är angivet", "No evidence has been given")
ASSUMED = Text("antaganden", "assumptions")

DOES = Text("Gör", "Does")
MEETS = Text("Kontaktpunkter", "Touchpoints")
WAITS = Text("Väntetid", "Waiting")
THINKS = Text("Tänker", "Thinks")
SAYS = Text("Tänker och säger", "Thinks and says")
FEELS = Text("Upplevelse", "Experience")
TO_BE_FEELS = Text("Önskad upplevelse", "Wanted experience")
PAINS = Text("Smärtpunkter", "Pain points")
GAINS = Text("Höjdpunkter", "High points")
OPPORTUNITIES = Text("Möjligheter", "Opportunities")
NOTES = Text("Anteckningar", "Notes")
ADDRESSES = Text("Lindrar: {pain}", "Eases: {pain}")
MOMENT = Text("Här avgörs det", "Moment of truth")
_ASK = Text("Fråga {who}", "Ask {who}")
NOBODY_KNEW = Text("Ingen visste", "Nobody knew")
PLACES = Text("på {number} ställen", "in {number} places")
GOES_ON = Text("fortsätter nedan", "goes on below")
WENT_ON = Text("{phase}, forts.", "{phase}, continued")

LEVELS: dict[int, Text] = {
    2: Text("Mycket bra", "Very good"),
    0: Text("Varken eller", "Neutral"),
    -2: Text("Mycket dåligt", "Very bad"),
}
FEELINGS: dict[int, Text] = {
    2: Text("mycket bra", "very good"),
    1: Text("bra", "good"),
    0: Text("varken bra eller dåligt", "neither good nor bad"),
    -1: Text("dåligt", "bad"),
    -2: Text("mycket dåligt", "very bad"),
}

CHANNELS: dict[Channel, Text] = {
    "web": Text("Webb", "Web"),
    "eservice": Text("E-tjänst", "E-service"),
    "email": Text("E-post", "E-mail"),
    "phone": Text("Telefon", "Phone"),
    "letter": Text("Brev", "Letter"),
    "sms": Text("Sms", "Text message"),
    "digital_mailbox": Text("Digital brevlåda", "Digital mailbox"),
    "in_person": Text("Möte på plats", "In person"),
    "paper_form": Text("Blankett", "Paper form"),
    "app": Text("App", "App"),
    "none": Text("Ingen kontakt", "No contact"),
}

ROWS: dict[Row, Text] = {
    "customer": DOES,
    "digital": Text("Digital tjänst", "Digital service"),
    "front": Text("Framför scenen", "Front stage"),
    "back": Text("Bakom scenen", "Back stage"),
    "support": Text("Stöd", "Support"),
}
SYSTEMS = Text("System", "Systems")
LINES: dict[Row, Text] = {
    "digital": Text("Interaktionslinje", "Line of interaction"),
    "front": Text("Interaktionslinje", "Line of interaction"),
    "back": Text("Synlighetslinje", "Line of visibility"),
    "support": Text("Intern interaktionslinje", "Line of internal interaction"),
}
"""The line above each row; what stands in front of the stage has one line, above the first of its rows."""

HOLES: dict[HoleKind, Text] = {
    "touchpoints-not-asked": Text("Ingen har frågats om kontakter här", "Nobody has been asked about contacts here"),
    "touchpoints-unknown": Text("Ingen visste vilka kontakter som finns", "Nobody knew which contacts there are"),
    "channel-not-asked": Text("Ingen har frågats om kanalen", "Nobody has been asked about the channel"),
    "channel-unknown": Text("Okänd kanal", "Unknown channel"),
    "nothing-behind": Text("Inget finns bakom", "Nothing is behind it"),
    "behind-not-asked": Text("Ingen har frågats vad som finns bakom", "Nobody has been asked what is behind it"),
    "behind-unknown": Text("Ingen visste vad som finns bakom", "Nobody knew what is behind it"),
    "behind-missing": Text("Det som ska finnas bakom är inte med", "What should be behind it is not in the map"),
    "met-by-no-step": Text("Inget steg i resan möter det här", "No step of the journey meets this"),
}
APART = Text("Utan koppling till något steg i resan: {elements}", "Connected to no step of the journey: {elements}")


def ask(who: str, language: Language) -> str:
    """Whom to ask, as it stands within a sentence: a capital stays only where it is not just the first letter."""
    return _ASK(language, who=who[:1].lower() + who[1:] if who[1:2].islower() else who)
