"""Where a long Swedish word may be cut.

A compound is cut where its words are joined, which no short rule finds in every case. What is tried, best first: where
words that authorities use are joined, or after a joining s; after a sign that is no letter; between syllables, the
later one taking as many consonants as a Swedish word can begin with. Never inside a double vowel, and never so that
fewer than four letters stand alone, unless the line has no room for anything else.
"""

from __future__ import annotations

from collections.abc import Callable

__all__ = ["cut"]

_LEAST = 4
_VOWELS = frozenset("aeiouyåäöéüæø")
_CONSONANTS = """
bj bl br dj dr dv fj fl fr gj gl gr hj kl kr kv lj mj nj pj pl pr sj sk skr sp spl spr st str sch tj tr tv vr ch ph
th qu
"""
_WORDS = """
anmälan anmälning ansökan ansökning ansvar arbete avdelning avgift avslag bedömning begäran behandling behov besked
beslut besvär bevis bidrag bistånd blankett brev byggnad byrå center chef delgivning diarie direktör enhet
expediering förbindelse förening föreläggande företag förhandling förmedling förordning förslag förvaltning
granskning grund grupp handling handlägga hantering hindrade hänvisning hörande inspektion inspektör instans intyg
kalender karta kommun komplettering kontakt kontor kontroll kort krav kund lagstiftning ledare ledning lista lokal
lösning löshet medel meddelande myndighet möte nummer nämnd område omsorg ordning person placering planering plats
process program protokoll prövning rapport redovisning register registrator registrering regel regler remiss
resultat robot rutin rådgivare räkning samtycke samverkan sammanträde sekreterare skola skydd språk stadga station
styrelse ställe stöd svar system taxa telefon text tiden tid tillstånd tillsyn tjänst underlag undersökning uppdrag
uppföljning uppgift utbildning utredning utskott vård verksamhet verkställ villkor yttrande ägare ärende åtgärd över
överklagande
"""
_BEGINNINGS = frozenset(_CONSONANTS.split())
_JOINED = tuple(_WORDS.split())
"""Words that often stand last, or second, in a compound."""


def cut(word: str, fits: Callable[[str], bool]) -> tuple[str, str]:
    """The word in two: a head that ends its line, with a hyphen where letters are parted, and the rest.

    ``fits`` tells whether a text fits in the line. At least one character is cut off, even if nothing fits.
    """
    longest = 1
    while longest < len(word) - 1 and fits(_head(word, longest + 1)):
        longest += 1
    near = word[: longest + 24]
    best = max(range(1, longest + 1), key=lambda at: _worth(near, at))
    return _head(word, best), word[best:]


def _head(word: str, at: int) -> str:
    return f"{word[:at]}-" if _within_letters(word, at) else word[:at]


def _within_letters(word: str, at: int) -> bool:
    return word[at - 1].isalpha() and word[at : at + 1].isalpha()


def _worth(word: str, at: int) -> tuple[int, int]:
    """How good a place it is, and which of several equally good ones to take: the latest, of bad ones the most even."""
    quality = _quality(word.lower(), at) if _within_letters(word, at) else 3
    return quality, at if quality else min(at, len(word) - at)


def _quality(word: str, at: int) -> int:
    """4 where two words are joined (3 is for signs), 2 between syllables, 1 between letters, 0 where it looks wrong."""
    head, rest = word[:at], word[at:]
    if not (len(head) >= _LEAST <= len(rest) and head[-_LEAST:].isalpha() and rest[:_LEAST].isalpha()):
        return 0
    before, after = head[-1] in _VOWELS, rest[0] in _VOWELS
    if before and after and head[-1] == rest[0]:
        return 0
    if rest.startswith(_JOINED) and not _VOWELS.isdisjoint(head[-_LEAST:]):
        return 4
    if after:
        return 0 if before else 1
    if rest[0] == "s" and rest[1] not in _VOWELS and (not before or rest[1:].startswith(_JOINED)):
        return 0  # the s joins what stands before it to what follows
    if head[-1] == "s" and head[-2] not in _VOWELS and rest[0] not in "stkp":
        return 4
    return 2 if _begins(head, rest) else 1


def _begins(head: str, rest: str) -> bool:
    """Whether a syllable begins with ``rest``: a vowel follows at once, and no consonant before belongs to it."""
    vowel = next((index for index, letter in enumerate(rest) if letter in _VOWELS), len(rest))
    onset = rest[:vowel]
    if vowel == len(rest) or (vowel > 1 and onset not in _BEGINNINGS):
        return False
    if head[-1] == rest[0]:
        return vowel == 1
    return head[-1] in _VOWELS or head[-1] == head[-2] or head[-1] + onset not in _BEGINNINGS
