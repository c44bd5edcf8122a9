"""What can be seen in the lines before YAML looks: signs that came along from Word, tabs, dashes out of line.

YAML takes many of these for something else in silence, or gives up somewhere further down. Each is said where it
stands, once however many lines it is on, and mended in memory.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from procmap.finding import Notice
from procmap.source import notices as say
from procmap.source.line_numbers import spoken
from procmap.source.lines import Lines, Words
from procmap.source.rows import STEP, Row, Within, goes_on, row_of
from procmap.source.slips import Slip, quoted, shift
from procmap.source.structure import Levels
from procmap.text import Text

__all__ = ["scan"]

_ODD_SPACES = "\u00a0\u2007\u202f\u2002\u2003\u2009\u3000"
_UNSEEN = re.compile("[\u200b\u2060\ufeff\u00ad]")
_SPACES = str.maketrans(dict.fromkeys(_ODD_SPACES, " "))
_INDENT = re.compile(rf"[ \t{_ODD_SPACES}]*(?:-[ \t{_ODD_SPACES}]+)*")
_AFTER_SIGN = re.compile(rf"^[ \t]*-[{_ODD_SPACES}]|:[{_ODD_SPACES}](?=\S)")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_BULLET = re.compile(r"(?:[–—−•·●○◦▪■*]\s+|\d{1,3}[.)]\s+)(?=\S)")
_TIGHT_DASH = re.compile(r"-(?=[^\W\d_])")
_ASKED = re.compile(r"""^(\s*(?:-\s+)*(?:[^\s:"'#?][^:"']*:\s+)?)\?(?:\s+([^:]*))?$""")
_PARTING = re.compile(r"(?:-{2}|-{4,}|[–—]+)\s*$")
_LOOK_AHEAD = 60
_THE_LINE = Text(sv="raden", en="the line")


def scan(lines: Lines, words: Words) -> list[Slip]:
    """Find and mend, in place, what is wrong before YAML looks."""
    found = _Found()
    for where, line in enumerate(lines):
        if line.isprintable():
            if not line.isascii() and not unicodedata.is_normalized("NFC", line):
                lines[where] = unicodedata.normalize("NFC", line)
        else:
            lines[where] = _clean(line, where, found)
    _Structure(lines, words, found).read()
    return found.slips()


class _Found:
    """What was found, gathered so that thirty pasted lines become one finding."""

    def __init__(self) -> None:
        self._gathered: dict[tuple[str, str], tuple[Slip, list[int]]] = {}
        self.single: list[Slip] = []

    def say(self, notice: Notice, at: tuple[int, int], length: int = 1, sort: str = "", **values: Any) -> None:
        """Say it of a line and column; ``sort`` keeps apart what is not the same slip."""
        line = at[0]
        _, numbers = self._gathered.setdefault((notice.code, sort), (Slip(notice, *at, length, values), []))
        if not numbers or numbers[-1] != line:
            numbers.append(line)

    def slips(self) -> list[Slip]:
        """One slip for each kind, with all its lines."""
        gathered = self._gathered.values()
        return self.single + [slip._replace(values={**slip.values, "lines": _lines(sorted(n))}) for slip, n in gathered]


def _lines(numbers: list[int]) -> Text:
    return spoken(numbers) if len(numbers) > 1 else _THE_LINE


def _clean(line: str, where: int, found: _Found) -> str:
    """One line without control characters, tabs and odd spaces; letters that are written in two parts become one."""
    if control := _CONTROL.search(line):
        what = f"U+{ord(control[0]):04X}"
        found.say(say.CONTROL_CHARACTER, (where + 1, control.start() + 1), sort=what, what=what)
        line = _CONTROL.sub(" ", line)
    match = _INDENT.match(line)
    indent = match[0] if match else ""
    if "\t" in indent:
        if line.strip():
            found.say(say.TAB, (where + 1, indent.index("\t") + 1))
        line = indent.replace("\t", "  ") + line[len(indent) :]
        indent = indent.replace("\t", "  ")
    odd = next((i for i, sign in enumerate(indent) if sign in _ODD_SPACES), None)
    tight = _AFTER_SIGN.search(line)
    if (odd is not None or tight) and line.strip():
        found.say(say.ODD_SPACE, (where + 1, (odd if odd is not None else tight.end() - 1 if tight else 0) + 1))
    return unicodedata.normalize("NFC", _UNSEEN.sub("", line).translate(_SPACES))


class _Structure:
    """Goes through the lines with an eye to what starts them: dashes, signs that look like dashes, and how far in."""

    def __init__(self, lines: Lines, words: Words, found: _Found) -> None:
        self.lines = lines
        self.words = words
        self.found = found
        self.levels = Levels(lines, words, found.single)
        self.has_list: bool | None = None

    def read(self) -> None:
        """Go through all lines."""
        lines = self.lines
        within: Within | None = None
        where = -1
        while where + 1 < len(lines):
            where += 1
            line = lines[where]
            text = line.lstrip(" ")
            if not text or (text[0] == "#" and within is None):
                continue
            own = len(line) - len(text)
            if within is not None:
                if own > within.column and not within.ends(text):
                    continue
                closed, within = own > within.column, None
                if closed:
                    continue
            if text[:2] == "//":
                self._say(say.STRAY_TEXT, where, own, len(text.rstrip()), fix=f"# {text.lstrip('/ ').rstrip()}")
                lines[where] = ""
                continue
            if own == 0 and text[0] in "-–—" and self._parting(where, text):
                continue
            if not text[0].isalpha():
                self._signs(where, text, own)
            if "?" in text:
                self._asked(where, lines[where])
            where += self._settle(where)
            within = goes_on(row_of(lines[where]), lines[where])

    def _settle(self, where: int) -> int:
        """See that a line stands where it should, and take it up; returns how many lines were put in before it."""
        levels = self.levels
        row = row_of(self.lines[where])
        if row.dash and levels.last is not None and levels.last.opens is False and self._below_whole(row):
            above = self.lines[levels.where]
            if self._dashed_key(where, row):
                row = row_of(self.lines[where])
            elif key := self._missing_key(above, row):
                return self._keyless(where, row, key, row_of(above).column)
        elif row.word is not None and not row.dash and self._without_dash(where, row):
            row = row_of(self.lines[where])
        levels.put_right(where, row)
        row = row_of(self.lines[where])
        if row.word is None and not row.dash:
            levels.skip(where, row)
        else:
            # A text may go on behind a comma, wherever the next line starts.
            levels.enter(where, row._replace(opens=None) if row.value.endswith(",") else row)
        return 0

    def _below_whole(self, row: Row) -> bool:
        """Whether a dash stands where no list can start, and none goes on."""
        return not self.levels.has_dash_at(row.own)

    def _without_dash(self, where: int, row: Row) -> bool:
        """``Registrator: …`` just below the dashes of a list is the next step, and lacks its own."""
        levels = self.levels
        if (row.word or "") in self.words.keys:
            return False
        last = levels.last
        first = (
            last is not None
            and (last.word in self.words.lists or levels.is_answer(last))
            and last.opens
            and row.own >= last.column
            and self._dash_follows(where, row.own)
        )
        among = levels.has_dash_at(row.own) and row.own not in (0, *self._keys_at(row.own))
        if not (first or among):
            return False
        self._say(say.NO_DASH, where, row.own, len(self.lines[where].strip()), fix=f"- {self.lines[where].strip()}")
        moving = False
        for below in range(where + 1, len(self.lines)):
            text = self.lines[below].lstrip(" ")
            own = len(self.lines[below]) - len(text)
            if text and own <= row.own:
                moving = own == row.own and text.partition(":")[0] in self.words.keys
                if not moving:
                    break
            if text and moving:
                self.lines[below] = " " * STEP + self.lines[below]
        self.lines[where] = f"{' ' * row.own}- {self.lines[where].lstrip(' ')}"
        return True

    def _dash_follows(self, where: int, own: int) -> bool:
        """Whether the next line that starts as far in, or less, is a dash just here."""
        for i in range(where + 1, min(len(self.lines), where + _LOOK_AHEAD)):
            text = self.lines[i].lstrip(" ")
            indent = len(self.lines[i]) - len(text)
            if text and indent <= own:
                return indent == own and text.startswith("- ")
        return False

    def _keys_at(self, column: int) -> tuple[int, ...]:
        """The column, where an open level of keys starts there too: then a line belongs to those."""
        return tuple(level.column for level in self.levels.stack if not level.dash and level.column == column)

    def _say(self, notice: Notice, where: int, column: int, length: int, **values: Any) -> None:
        self.found.single.append(Slip(notice, *self.lines.place(where + 1, column + 1), length, values))

    def _parting(self, where: int, text: str) -> bool:
        """``--`` or ``-----``, and what Word makes of ``---``, on a line of its own between two documents."""
        if text.rstrip() != "---" and not text.startswith("--- "):
            if not _PARTING.match(text) or self.levels.last is None:
                return False
            self._say(say.NEW_DOCUMENT, where, 0, len(text.rstrip()))
            self.lines[where] = "---"
        self.levels.clear()
        return True

    def _signs(self, where: int, text: str, own: int) -> None:
        """A bullet, a number or a long dash, and a dash without its space, become a dash where a list stands."""
        bullet = _BULLET.match(text) or _TIGHT_DASH.match(text)
        if not bullet or not self._in_list(where, text, own):
            return
        sign = bullet[0].strip()
        if sign[0].isdigit() and text.rstrip().endswith(":"):
            return
        rest = text[bullet.end() :].rstrip()
        at = self.lines.place(where + 1, own + 1)
        if sign == "-" and rest.partition(":")[0] in self.words.keys:
            self.found.say(say.KEY_DASHED, at, fix=rest)
            self.lines[where] = " " * own + rest
            return
        if sign == "-":
            self.found.say(say.DASH_TIGHT, at, fix=f"- {rest}")
            self.lines[where] = f"{' ' * own}- {rest}"
        else:
            self._list_of_signs(where, own)

    def _list_of_signs(self, where: int, own: int) -> None:
        """All lines of a list with other signs than dashes at once, since each shows where the others belong."""
        kind = ""
        for i in range(where, len(self.lines)):
            text = self.lines[i].lstrip(" ")
            indent = len(self.lines[i]) - len(text)
            if not text or indent > own:
                continue
            match = _BULLET.match(text) if indent == own else None
            sign = match[0].strip() if match else ""
            sort = "1" if sign[:1].isdigit() else sign
            if match is None or sort != (kind or sort):
                return
            kind = sort
            rest = text[match.end() :].rstrip()
            self.found.say(say.LIST_SIGN, self.lines.place(i + 1, own + 1), len(sign), sort, sign=sign, fix=f"- {rest}")
            self.lines[i] = f"{' ' * own}- {rest}"

    def _in_list(self, where: int, text: str, own: int) -> bool:
        """Whether a list is open just here, or is to be expected: after a colon, or since the next line looks alike."""
        last = self.levels.last
        if self.levels.has_dash_at(own) or (last is not None and last.opens):
            return True
        after = self.lines[where + 1] if where + 1 < len(self.lines) else ""
        other = after.lstrip(" ")
        return len(after) - len(other) == own and (other[:1] == text[:1] or (other[:1] + text[:1]).isdigit())

    def _dashed_key(self, where: int, row: Row) -> bool:
        """``- why: …`` below a step is a key that got a dash."""
        outer = next((level for level in reversed(self.levels.stack) if level.dash and level.column < row.own), None)
        text = self.lines[where][row.column :].strip()
        near = any(level.dash and abs(level.column - row.own) == 1 for level in self.levels.stack)
        if outer is None or near or row.word not in self.words.keys:
            return False
        self.found.say(say.KEY_DASHED, self.lines.place(where + 1, row.own + 1), fix=text)
        self.lines[where] = " " * (outer.column + STEP) + text
        return True

    def _missing_key(self, above: str, below: Row) -> str | None:
        """The key that a list below this line needs: ``flow`` below a process, ``branches`` below a question."""
        row = row_of(above)
        if row.column and (not row.dash or below.own <= row.own or row.word in self.words.keys):
            return None
        if row.column == 0:
            if self.has_list is None:
                starts = tuple(f"{name}{sign}" for name in self.words.lists for sign in ": ")
                self.has_list = any(line.startswith(starts) for line in self.lines)
            if self.has_list:
                return None
            self.has_list = True
            return self.words.holds.get(row.word or "", "flow")
        return "branches" if above.rstrip().endswith("?") else self.words.holds.get(row.word or "")

    def _keyless(self, where: int, row: Row, key: str, column: int) -> int:
        """A list right below ``process: Name``: its key is put in, and the list moved where it must."""
        text = self.lines[where].strip()
        self._say(say.LIST_WITHOUT_KEY, where, row.own, len(text), key=key)
        if row.own < column:
            shift(self.lines, where, row.own, column - row.own)
        self.lines.squeeze_in(where, " " * column + f"{key}:")
        for added in (where, where + 1):
            self.levels.enter(added, row_of(self.lines[added]))
        return 1

    def _asked(self, where: int, line: str) -> None:
        """``?`` alone, or first in a text with a space behind it, where YAML makes it something empty."""
        match = _ASKED.match(line)
        if not match:
            return
        prefix, text = match[1], (match[2] or "").strip()
        column = match.end(1)
        if not prefix.strip() and self._in_list(where, "?", len(prefix)):
            prefix += "- "
        fix = "??" if not text else quoted(text.rstrip("?") + "?")
        self._say(say.BARE_QUESTION, where, column, 1, fix=f"{prefix.strip()} {fix}".strip())
        self.lines[where] = prefix + fix
