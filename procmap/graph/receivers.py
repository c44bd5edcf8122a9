"""Whom a name says that something goes to: *Meddela läraren*, *Skicka till skolan*, *Meddela beslutet*.

For where nobody has written who receives a message. Only those are known who are surely not the resident: people who
work with the case, and authorities. A word that is not known may mean her.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from procmap.graph.residents import is_resident

__all__ = ["goes_to_another"]

_TOWARDS = frozenset((
    "meddela", "informera", "underrätta", "fråga", "rådfråga", "kontakta", "ring", "mejla", "mejl", "maila", "sms:a",
    "påminn", "be", "hör", "bjud", "kalla", "larma", "anlita", "till", "hos", "åt", "notify", "inform", "tell",
    "ask", "call", "e-mail", "email", "contact", "remind", "consult", "alert", "to",
))  # fmt: skip
"""What stands before whoever something goes to."""
_OTHERS = (
    "lärar", "rektor", "mentor", "pedagog", "handlägg", "chef", "ledning", "polis", "nämnd", "ledamot", "ordförande",
    "kontor", "enhet", "förvaltning", "avdelning", "myndighet", "länsstyrelse", "styrelse", "kommunstyrelse",
    "domstol", "förvaltningsrätt", "åklagar", "räddningstjänst", "socialtjänst", "hemtjänst", "kontaktcent",
    "entreprenör", "leverantör", "läkar", "sjukskötersk", "sköterska", "kurator", "jurist", "ekonom", "registrator",
    "inspektör", "inspektion", "vaktmästar", "administratör", "samordnar", "assistent", "personalen", "kolleg",
    "tekniker", "it-", "remissinstans", "försäkringskass", "skatteverk", "arbetsförmedling", "teacher", "principal",
    "case officer", "officer", "manager", "police", "board", "office", "unit", "department", "authority", "court",
    "school", "contractor", "supplier", "doctor", "nurse", "lawyer", "registrar", "inspector", "colleague", "staff",
)  # fmt: skip
"""How words begin for those who work with a case, and for authorities."""
_WHOLE = frozenset({"it", "hr", "facket", "skolan", "skolorna", "förskolan", "förskolorna", "fritidshemmet"})
_NEAR = 4
"""So many words behind *meddela* or *till* may tell who it is."""


def goes_to_another(name: str, roles: Collection[str] = ()) -> bool:
    """Whether a name says that something goes to somebody who is not the resident; ``roles`` are others of the map."""
    words = re.findall(r"[^\W\d_][\w:-]*", name.casefold())
    if any(map(is_resident, words)):
        return False
    for number, word in enumerate(words):
        if word in _TOWARDS and any(_is_another(near, roles) for near in words[number + 1 : number + 1 + _NEAR]):
            return True
    return False


def _is_another(word: str, roles: Collection[str]) -> bool:
    return word in _WHOLE or word.startswith(_OTHERS) or any(word.startswith(role) for role in roles)
