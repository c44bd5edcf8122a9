"""Writes ``procmap/layout/widths.py``: how wide the characters of Open Sans are, as plain numbers.

The widths are facts about the font; the font itself is not part of procmap. Run it with ``fonttools`` and
``fontpkg-open-sans`` installed:

    python tests/layout/make_widths.py

Open Sans of that package has no kerning that matters (its GPOS table holds no ``kern`` feature), so that the width of a
line is the sum of these numbers.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

TARGET = Path(__file__).resolve().parents[2] / "procmap" / "layout" / "widths.py"

RANGES = (
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x00FF),  # Latin-1
    (0x0100, 0x017F),  # Latin Extended-A: Sámi, Finnish, Polish, Turkish names of places
    (0x0218, 0x021B),  # Romanian letters with a comma below
    (0x0300, 0x0304),  # combining accents that are drawn over the letter before
    (0x0308, 0x030C),
    (0x2007, 0x200B),  # spaces
    (0x2010, 0x2027),  # dashes, quotation marks, bullets, ellipsis
    (0x2030, 0x203A),
    (0x20AC, 0x20AC),  # €
    (0x2116, 0x2122),  # №, ™
    (0x2190, 0x2195),  # arrows, where the font has them
    (0x2212, 0x2212),  # −
    (0x2260, 0x2265),  # ≠ ≤ ≥
)
WEIGHTS = {"REGULAR": 400, "SEMIBOLD": 600}

HEADER = '''"""How wide the characters of Open Sans are, in units of which {em} make one em. Made by a script.

Source: Open Sans {version} (variable, OFL), at normal width and the weights 400 and 600. See
``tests/layout/make_widths.py``, which writes this file, and the test that holds the two together.

Each row is the first character's number and the widths of it and those after it.
"""

from __future__ import annotations

__all__ = ["EM", "REGULAR", "SEMIBOLD"]

EM = {em}

# fmt: off
'''


def module() -> str:
    """The text of ``procmap/layout/widths.py``. ImportError where fonttools or the font is not installed."""
    import fontpkg_open_sans
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    folder = Path(str(fontpkg_open_sans.__file__)).parent / "files"
    (path,) = (path for path in folder.glob("OpenSans*.ttf") if "Italic" not in path.name)
    blocks = []
    for name, weight in WEIGHTS.items():
        font = instantiateVariableFont(TTFont(path), {"wght": weight, "wdth": 100})
        glyphs, metrics = font.getBestCmap(), font["hmtx"].metrics
        em, version = font["head"].unitsPerEm, f"{font['head'].fontRevision:.2f}"
        widths = {number: metrics[glyphs[number]][0] for number in _characters() if number in glyphs}
        blocks.append("".join(_table(name, widths)))
    return HEADER.format(em=em, version=version) + "\n".join(blocks)


def _characters() -> Iterator[int]:
    for first, last in RANGES:
        for number in range(first, last + 1):
            if unicodedata.category(chr(number)) not in ("Cc", "Cf", "Cn") or number == 0x00AD:
                yield number


def _table(name: str, widths: dict[int, int]) -> Iterator[str]:
    yield f"{name}: dict[int, tuple[int, ...]] = {{\n"
    for _, run in groupby(enumerate(sorted(widths)), key=lambda pair: pair[1] - pair[0]):
        numbers = [number for _, number in run]
        for start in range(0, len(numbers), 16):
            part = numbers[start : start + 16]
            yield f"    0x{part[0]:04X}: {tuple(widths[number] for number in part)},\n"
    yield "}\n"


if __name__ == "__main__":
    TARGET.write_text(module(), encoding="utf-8")
