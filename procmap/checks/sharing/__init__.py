"""Before a map is given to others: no personal data, nothing that helps an intruder, and what they need to know."""

from procmap.text import Text

__all__ = ["LEFT_OUT"]

LEFT_OUT: dict[str, Text] = {
    "SHR-002": Text(
        sv="Vilken licens som gäller står i en fil i mappen, för allt som ligger där. Kartan säger inget om den.",
        en="Which licence holds is said by a file in the folder, for all that is in it. The map says nothing of it.",
    ),
    "SHR-003": Text(
        sv="Kartan säger inte vad som är lagens kärna och vad som är kommunens eget. Det som är lokalt skrivs som en "
        "variant, och diff visar skillnaden.",
        en="The map does not say what is the core of the law and what is the municipality's own. What is local is "
        "written as a variant, and diff shows the difference.",
    ),
    "SHR-006": Text(
        sv="Svaren på frågorna ligger i frågeloggen, som är en fil för sig och inte behöver följa med.",
        en="The answers to the questions stand in the question log, which is a file of its own and need not go along.",
    ),
    "SHR-008": Text(
        sv="Vad ett id hette förut syns inte i en karta, men i diff mellan två utgåvor av den.",
        en="What an id was called before is not seen in one map, but by diff between two editions of it.",
    ),
}
