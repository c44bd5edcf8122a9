"""Systems that a resident meets by herself, by their name: the e-service, the website, my pages.

A process engine and an e-service are both lanes of kind ``system``; nobody meets the first, and everybody the second.
The language has one kind for the two, since a team would not know a difference that only a blueprint makes.
"""

from __future__ import annotations

import re

from procmap.model.label import Translated
from procmap.model.resource import Lane

__all__ = ["is_self_service"]

_WORDS = re.compile(
    r"\be-?tjänst|\bmina sidor|webbplats|webbsid|webbformulär|hemsid|\bwebben\b|\bapp(en)?\b|chatt?-?(ro)?bot"
    r"|själv(service|betjäning|registrering)|(medborgar|kund|invånar)portal|\bkiosk|\w\.se\b"
    r"|\be-?service|\bmy pages|web ?site|web ?page|web ?form|chat ?bot|self[- ]service|citizen portal"
)


def is_self_service(lane: Lane | None) -> bool:
    """Whether what works in a lane is a system that residents use themselves, as its name says."""
    if lane is None or lane.kind not in ("system", "robot"):
        return False
    name = lane.name
    words = f"{name.sv} {name.en}" if isinstance(name, Translated) else name if isinstance(name, str) else ""
    return _WORDS.search(words.casefold()) is not None
