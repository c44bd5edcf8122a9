"""How wide text is, and how it is laid in lines: the same answer on every machine, without a font.

Graphviz has no widths for å ä ö, and a picture that measures with whatever font happens to be installed is a different
picture everywhere. So text is measured from the advance widths of Open Sans (``widths.py``). It has no kerning: the
width of a line is the sum of its characters.
"""

from __future__ import annotations

from functools import lru_cache
from unicodedata import category, combining, east_asian_width

from procmap.layout import widths
from procmap.layout.compounds import cut

__all__ = ["narrowest", "width", "wrap"]

_UNKNOWN = 0.65
"""Of an em, for a letter that Open Sans lacks: a little more than its mean, since another font will draw it."""
_SPACES = "\u0020\t\n\r\f\v\u0085\u2028\u2029\u200b"
_JOINTS = "-/‐–—"
_SOFT_HYPHEN = "\u00ad"
_ENDINGS = frozenset(_JOINTS + _SOFT_HYPHEN)


def width(text: str, size: float, bold: bool = False) -> float:
    """The width in px of a line of text at a font size in px; ``bold`` is the weight 600, else 400."""
    table = _table(bold)
    try:
        return sum(map(table.__getitem__, text)) * size  # nearly every text is of letters that Open Sans has
    except KeyError:
        return sum(table[character] if character in table else _guess(character) for character in text) * size


def narrowest(text: str, size: float, bold: bool = False) -> float:
    """The width in px of the longest word: how narrow the text can be wrapped without a word being cut."""
    return max((width(piece.text + piece.end, size, bold) for piece in _pieces(text)), default=0.0)


def wrap(text: str, size: float, max_width: float, bold: bool = False, *, balance: bool = False) -> list[str]:
    """The text in lines of at most ``max_width`` px; no line at all for a text without any visible character.

    Lines end at spaces, after hyphens, dashes and slashes, and at soft hyphens. A word that does not fit in a line of
    its own, mostly a Swedish compound, is cut where it is joined, with a hyphen (see ``compounds.py``). No character is
    lost but the spaces at which lines end. ``balance`` makes the lines as even as they get without adding one.
    """
    pieces = _pieces(text)
    lines = _fill(pieces, size, max_width, bold)
    if not balance or len(lines) < 2:
        return lines
    low, high = narrowest(text, size, bold), max_width
    if low >= high:
        return lines
    while high - low > 1:
        middle = (low + high) / 2
        if len(_fill(pieces, size, middle, bold)) > len(lines):
            low = middle
        else:
            high = middle
    return _fill(pieces, size, high, bold)


class _Piece:
    """What stays together in a line: ``text``, drawn with ``end`` after it where the line ends there."""

    __slots__ = ("end", "space", "text")

    def __init__(self, text: str, space: bool, end: str = "") -> None:
        self.text = text
        self.space = space  # whether a space stands before it in the text
        self.end = end


@lru_cache(maxsize=16)
def _pieces(text: str) -> list[_Piece]:
    """The pieces of a text, which nobody changes; the same one is mostly asked about several times in a row."""
    if not text.isprintable():  # only then is there a space of another kind in it
        for space in _SPACES:
            text = text.replace(space, " ")
    pieces = []
    for word in text.split(" "):
        first = True
        for part in _parted(word):
            soft = part.endswith(_SOFT_HYPHEN)
            part = part.replace(_SOFT_HYPHEN, "")
            if part:
                pieces.append(_Piece(part, first, "-" if soft else ""))
                first = False
    return pieces


def _parted(word: str) -> list[str]:
    """The word in parts that end where a line may end; ``e-tjänst`` and ``1-2`` stay whole."""
    if _ENDINGS.isdisjoint(word):
        return [word]
    parts, start = [], 0
    for index in range(1, len(word) - 1):
        between = index > 1 and word[index - 2 : index].isalnum() and word[index + 1].isalpha()
        is_soft = word[index] == _SOFT_HYPHEN and word[index + 1] not in _ENDINGS  # else there would be two hyphens
        if is_soft or (word[index] in _JOINTS and between):
            parts.append(word[start : index + 1])
            start = index + 1
    parts.append(word[start:])
    return parts


def _fill(pieces: list[_Piece], size: float, max_width: float, bold: bool) -> list[str]:
    """Greedy lines: each takes as many pieces as it can hold."""

    def fits(part: str) -> bool:
        left = max_width / size
        for character in part:
            left -= table[character] if character in table else _guess(character)
            if left < 0:
                return False
        return True

    table = _table(bold)
    lines: list[str] = []
    line = end = ""
    for piece in pieces:
        joined = f"{line} {piece.text}" if piece.space and line else line + piece.text
        if not line or fits(joined + piece.end):
            line, end = joined, piece.end
        else:
            lines.append(line + end)
            line, end = piece.text, piece.end
        while len(line) > 1 and not fits(line + end):
            head, line = cut(line, fits)
            lines.append(head)
    return [*lines, line] if line else lines


@lru_cache(maxsize=2)
def _table(bold: bool) -> dict[str, float]:
    rows = widths.SEMIBOLD if bold else widths.REGULAR
    return {
        chr(first + offset): advance / widths.EM for first, row in rows.items() for offset, advance in enumerate(row)
    }


@lru_cache(maxsize=4096)
def _guess(character: str) -> float:
    if combining(character) or category(character) in ("Mn", "Me", "Cf", "Cc"):
        return 0.0
    return 1.0 if east_asian_width(character) in ("W", "F") else _UNKNOWN
