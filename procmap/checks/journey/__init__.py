"""Checks of journeys: what a resident goes through, and what it rests on."""

from procmap.text import Text

LEFT_OUT: dict[str, Text] = {
    "J01": Text(
        sv="Sägs redan när filen läses (DOC060, DOC062 och DOC067), så ingen kontroll behövs.",
        en="Said when the file is read (DOC060, DOC062 and DOC067), so that no check is needed.",
    ),
    "J07": Text(
        sv="Stegen i en resa står i ordning under sina faser, så inget av dem kan hamna utanför.",
        en="The steps of a journey stand in order under their phases, so that none can fall outside.",
    ),
    "J16": Text(
        sv="Öppettider och telefonnummer ändras oftare än kartan. De hör hemma på webbplatsen.",
        en="Opening hours and telephone numbers change more often than the map. They belong on the website.",
    ),
    "J27": Text(
        sv="Känslor skrivs bara i resans steg, och de är alltid den enskildes.",
        en="Feelings are written in the steps of the journey only, and they are always the resident's.",
    ),
    "J33": Text(
        sv="Ett antal steg och dokument säger inte vad som är tungt. Det gör de som har varit med om det (pains).",
        en="A number of steps and documents does not say what is heavy. Those who have been through it do (pains).",
    ),
    "J60": Text(
        sv="Kartan säger hur det är tänkt. Hur ofta det blir annorlunda står i loggar från riktiga ärenden.",
        en="The map says how it is meant. How often it turns out otherwise stands in logs of real cases.",
    ),
    "J61": Text(
        sv="Vilken kanal som används mest står i statistiken, inte i kartan.",
        en="Which channel is used most stands in the statistics, not in the map.",
    ),
}
