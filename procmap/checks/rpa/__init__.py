"""What has to be known before anybody builds a robot, and what may hurt when it runs."""

from __future__ import annotations

from procmap.text import Text

__all__ = ["LEFT_OUT"]

LEFT_OUT: dict[str, Text] = {
    "RPA-037": Text(
        sv="Kartan säger om det finns en testmiljö, inte vilka uppgifter som ligger i den. RPA036 frågar efter det.",
        en="The map says whether there is a test environment, not which data lies in it. RPA036 asks for that.",
    ),
    "RPA-071": Text(
        sv="Vad en robot skriver i sin logg bestäms när den byggs, och kartan har inget ställe för det.",
        en="What a robot writes into its log is settled when it is built, and the map has no place for it.",
    ),
}
"""Rules of the lists that no check answers, and why."""
