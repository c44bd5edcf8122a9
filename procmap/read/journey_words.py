"""Words that people write for a key or a value of a journey, a variant or a collaboration, and the language's own.

Like ``words.py``: not accepted, since a second vocabulary would hurt sharing, but answered exactly.
"""

from __future__ import annotations

__all__ = ["FEELINGS", "JOURNEY_WORDS", "MOODS"]

JOURNEY_WORDS: dict[str, str] = {
    **dict.fromkeys(("fas", "skede", "etapp", "stage"), "phase"),
    **dict.fromkeys(("faser", "skeden", "etapper", "stages"), "phases"),
    **dict.fromkeys(("namn", "steget"), "step"),
    **dict.fromkeys(("steg", "stegen"), "steps"),
    "zon": "zone",
    **dict.fromkeys(("läge", "tillstånd", "status"), "state"),
    **dict.fromkeys(("målgrupp", "användare", "vem", "person", "vems resa", "user"), "persona"),
    **dict.fromkeys(("utlösare", "börjar", "start", "startar", "anledning"), "trigger"),
    **dict.fromkeys(("slut", "slutar", "mål", "goal"), "outcome"),
    **dict.fromkeys(("process", "processer"), "processes"),
    **dict.fromkeys(("gör", "handling", "action", "doing"), "does"),
    **dict.fromkeys(("tänker", "tanke", "tankar", "thoughts", "thinking"), "thinks"),
    **dict.fromkeys(("känns", "känner", "känsla", "känslor", "upplevelse", "emotion", "feel"), "feels"),
    **dict.fromkeys(("citat", "säger", "quote", "said"), "quotes"),
    **dict.fromkeys(("smärta", "smärtor", "smärtpunkt", "smärtpunkter", "hinder", "problem"), "pains"),
    **dict.fromkeys(("höjdpunkt", "höjdpunkter", "glädjeämnen", "fördelar", "nytta", "plus"), "gains"),
    **dict.fromkeys(("möjlighet", "möjligheter", "idé", "idéer", "förslag", "förbättringar", "ideas"), "opportunities"),
    **dict.fromkeys(("väntar", "väntan", "väntetid"), "wait_time"),
    **dict.fromkeys(("underlag", "belägg", "bevis"), "evidence"),
    **dict.fromkeys(("avgörande", "sanningens ögonblick", "nyckelögonblick"), "moment_of_truth"),
    **dict.fromkeys(
        ("kontaktpunkt", "kontaktpunkter", "beröringspunkt", "beröringspunkter", "kontakt", "kontakter", "möten"),
        "touchpoints",
    ),
    **dict.fromkeys(("kanal", "kanaler", "channel", "channels"), "touchpoints"),
    **dict.fromkeys(("lindrar", "löser", "svarar mot", "adresserar"), "addresses"),
    **dict.fromkeys(("behov", "need"), "needs"),
    **dict.fromkeys(("tillgänglighet", "tillgänglighetsbehov", "särskilda behov", "access"), "access_needs"),
    **dict.fromkeys(("antal", "hur många", "number", "count"), "n"),
    **dict.fromkeys(("beskrivning", "vad"), "text"),
    **dict.fromkeys(("deltagare", "parter", "pooler", "pool", "participants"), "pools"),
    **dict.fromkeys(("från", "källa", "källor", "source", "sources", "by", "sagt av", "avsändare", "sender"), "from"),
    **dict.fromkeys(("till", "mottagare", "receiver"), "to"),
}
"""A word written as a key → the key of the language; only a key that is allowed in its place is proposed."""

FEELINGS: dict[str, int] = {
    **dict.fromkeys(("mycket dåligt", "jättedåligt", "uselt", "hemskt", "very bad", "terrible"), -2),
    **dict.fromkeys(("dåligt", "negativt", "jobbigt", "bad", "negative"), -1),
    **dict.fromkeys(("ok", "okej", "neutralt", "varken eller", "neutral", "okay"), 0),
    **dict.fromkeys(("bra", "positivt", "good", "positive"), 1),
    **dict.fromkeys(("mycket bra", "jättebra", "toppen", "very good", "great"), 2),
}
"""A word for how it feels → the number on the scale."""

MOODS: dict[str, int] = {
    **dict.fromkeys(("arg", "frustrerad", "uppgiven", "förtvivlad", "rädd", "angry", "frustrated"), -2),
    **dict.fromkeys(("orolig", "osäker", "irriterad", "stressad", "ledsen", "förvirrad", "otålig", "sämre"), -1),
    **dict.fromkeys(("worried", "unsure", "sad", "confused", "worse"), -1),
    **dict.fromkeys(("nyfiken", "avvaktande", "curious"), 0),
    **dict.fromkeys(("lugn", "trygg", "nöjd", "lättad", "bättre", "calm", "relieved", "better"), 1),
    **dict.fromkeys(("glad", "stolt", "happy", "proud"), 2),
}
"""What somebody feels → about where on the scale; the word may stay beside the number."""
