"""Every command with its line in the overview; a command's own file is imported only when it is asked for."""

from __future__ import annotations

from procmap.text import Text

__all__ = ["COMMANDS"]

COMMANDS: dict[str, Text] = {
    "init": Text(
        sv="Skapa en kommenterad process att börja från.",
        en="Make a commented process to start from.",
    ),
    "check": Text(
        sv="Säg vad som är fel, saknas eller är värt att fråga om.",
        en="Say what is wrong, missing or worth a question.",
    ),
    "explain": Text(
        sv="Förklara en kontroll: varför, och hur det kan skrivas.",
        en="Explain a check: why, and how it can be written.",
    ),
    "checks": Text(
        sv="Visa alla kontroller.",
        en="List all checks.",
    ),
    "draw": Text(
        sv="Rita processen eller resan.",
        en="Draw the process or the journey.",
    ),
    "verify": Text(
        sv="Bevisa att varje ärende kan bli klart, eller visa vägen dit det inte kan.",
        en="Prove that every case can finish, or show the way to where it cannot.",
    ),
    "diff": Text(
        sv="Visa vad som skiljer två kartor åt, som frågor.",
        en="Show what differs between two maps, as questions.",
    ),
    "schema": Text(
        sv="Skriv ut JSON-schemat som hjälper dig i editorn.",
        en="Print the JSON Schema that lets your editor help.",
    ),
    "completion": Text(
        sv="Skriv ut skriptet som låter skalet fylla i kommandon.",
        en="Print the script that lets your shell complete commands.",
    ),
}
"""In the order of a first meeting."""
