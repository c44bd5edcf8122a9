"""What can be seen in the lines before YAML looks: signs that came along from Word, tabs, dashes out of line.

YAML takes many of these for something else in silence, or gives up somewhere further down. Each is said where it
stands, once however many lines it is on, and mended in memory.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any, NamedTuple

from procmap.finding import Notice
from procmap.source import notices as say
from procmap.source.lines import Lines, Words
from procmap.source.slips import Slip, quoted, shift
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
_BEFORE = re.compile(r"\s*(?:-\s+)*")
_COMMENT_BEHIND = re.compile(r"(?::|^-)\s+#")
_PARTING = re.compile(r"(?:-{2}|-{4,}|[–—]+)\s*$")
_LITERAL = re.compile(r"(?::|-)\s+[|>][-+0-9]{0,2}\s*(?:#.*)?$")
_MOST_SHIFTS = 300
"""So many dashes are moved into line; a file with more has another cause, and each move costs what lies below it."""
_DASHES = re.compile(r"(?:-\s+)+")


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
        return self.single + [slip._replace(values={**slip.values, "lines": _spoken(n)}) for slip, n in gathered]


def _spoken(numbers: list[int]) -> Text:
    """``the line``, or ``lines 3–5 and 8``."""
    if len(numbers) == 1:
        return Text(sv="raden", en="the line")
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    shown = [str(a) if a == b else f"{a}–{b}" for a, b in runs[:6]]
    rest = Text(sv="fler", en="more") if len(runs) > 6 else shown.pop() if len(shown) > 1 else None
    words = Text(sv="rad {listed}", en="lines {listed}").fill(listed=", ".join(shown))
    return Text(sv="{words} och {rest}", en="{words} and {rest}").fill(words=words, rest=rest) if rest else words


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


class _List(NamedTuple):
    """An open list: the column of its dashes, the line of the last one, and the column of the key it belongs to."""

    column: int
    where: int
    key: int


class _Structure:
    """Follows lists and indentation through the lines, as far as it takes to see a dash that is out of line."""

    def __init__(self, lines: Lines, words: Words, found: _Found) -> None:
        self.lines = lines
        self.words = words
        self.found = found
        self.lists: list[_List] = []
        self.above: int | None = None
        self.has_list: bool | None = None

    def read(self) -> None:
        """Go through all lines."""
        lines = self.lines
        literal = where = -1
        while where + 1 < len(lines):
            where += 1
            line = lines[where]
            text = line.lstrip(" ")
            if not text or text[0] == "#":
                continue
            own = len(line) - len(text)
            if literal >= 0:
                if own > literal:
                    continue
                literal = -1
            first = text[0]
            if text[:2] == "//":
                self._say(say.STRAY_TEXT, where, own, len(text.rstrip()), fix=f"# {text.lstrip('/ ').rstrip()}")
                lines[where] = ""
                continue
            if first.isalpha():
                self._leave(own)
            elif own == 0 and first in "-–—" and self._parting(where, text):
                continue
            else:
                self._signs(where, text, own)
                if lines[where].startswith("-", own) and lines[where][own + 1 : own + 2] in ("", " "):
                    where += self._dash(where, own)
                else:
                    self._leave(own)
            line = lines[where]
            if "?" in line:
                self._asked(where, line)
            if line.rstrip(" ")[-1] in "|>-+0123456789" or "#" in line:
                literal = _literal(line)
            self.above = where

    def _say(self, notice: Notice, where: int, column: int, length: int, **values: Any) -> None:
        self.found.single.append(Slip(notice, self.lines.number(where + 1), column + 1, length, values))

    def _leave(self, own: int) -> None:
        """A line without a dash ends the lists whose key starts as far in, or further."""
        while self.lists and self.lists[-1].key >= own:
            self.lists.pop()

    def _parting(self, where: int, text: str) -> bool:
        """``--`` or ``-----``, and what Word makes of ``---``, on a line of its own between two documents."""
        if text.rstrip() != "---" and not text.startswith("--- "):
            if not _PARTING.match(text) or self.above is None:
                return False
            self._say(say.NEW_DOCUMENT, where, 0, len(text.rstrip()))
            self.lines[where] = "---"
        self.lists.clear()
        self.above = None
        return True

    def _signs(self, where: int, text: str, own: int) -> None:
        """A bullet, a number or a long dash, and a dash without its space, become a dash where a list stands."""
        bullet = _BULLET.match(text) or _TIGHT_DASH.match(text)
        if not bullet or not self._in_list(where, text, own):
            return
        sign = bullet[0].strip()
        if sign[0].isdigit() and text.rstrip().endswith(":"):
            return
        mended = f"- {text[bullet.end():]}".rstrip()
        at = (self.lines.number(where + 1), own + 1)
        if sign == "-":
            self.found.say(say.DASH_TIGHT, at, fix=mended)
        else:
            sort = "1" if sign[0].isdigit() else sign
            self.found.say(say.LIST_SIGN, at, len(sign), sort, sign=sign, fix=mended)
        self.lines[where] = " " * own + mended

    def _in_list(self, where: int, text: str, own: int) -> bool:
        """Whether a list is open just here, or is to be expected: after a colon, or since the next line looks alike."""
        if any(level.column == own for level in reversed(self.lists)):
            return True
        if self.above is not None and self.lines[self.above].rstrip().endswith(":"):
            return True
        after = self.lines[where + 1] if where + 1 < len(self.lines) else ""
        other = after.lstrip(" ")
        return len(after) - len(other) == own and (other[:1] == text[:1] or (other[:1] + text[:1]).isdigit())

    def _dash(self, where: int, own: int) -> int:
        """A line with a dash: it continues a list, opens one, or stands where none can be.

        Returns how many lines were put in before it.
        """
        closed: _List | None = None
        while self.lists and self.lists[-1].column > own:
            closed = closed or self.lists[-1]
            self.lists.pop()
        above = "" if self.above is None else self.lines[self.above]
        outer = self.lists[-1] if self.lists else None
        if outer and outer.column == own:
            self.lists[-1] = outer._replace(where=where)
        elif not _complete(above) or self._bare_key(above):
            self.lists.append(_List(own, where, _content(above) if above else -1))
        elif key := self._missing_key(above):
            return self._keyless(where, own, key, _content(above))
        else:
            levels = [level for level in (closed, outer) if level]
            if not levels:
                self.lists.append(_List(own, where, -1))
                return 0
            if outer and self._dashed_key(where, own, outer.column + 2):
                return 0
            if len(self.found.single) > _MOST_SHIFTS:
                self.lists.append(_List(own, where, -1))
                return 0
            best = min(levels, key=lambda level: abs(level.column - own))
            text = self.lines[where].strip()
            self._say(say.DASH_TOO_DEEP, where, own, len(text), first=self.lines.number(best.where + 1))
            shift(self.lines, where, own, best.column - own)
            if best is closed:
                self.lists.append(best._replace(where=where))
            else:
                self.lists[-1] = best._replace(where=where)
            return 0
        inner = _DASHES.match(self.lines[where], own)
        if inner and inner[0].count("-") > 1:
            self.lists.append(_List(own + inner[0].rindex("-"), where, own))
        return 0

    def _dashed_key(self, where: int, own: int, column: int) -> bool:
        """``- why: …`` below a step is a key that got a dash."""
        text = self.lines[where][own + 2 :].strip()
        if text.partition(":")[0] not in self.words.keys:
            return False
        self.found.say(say.KEY_DASHED, (self.lines.number(where + 1), own + 1), fix=text)
        self.lines[where] = " " * column + text
        return True

    def _bare_key(self, above: str) -> bool:
        """Whether the line above is a key that lacks its colon; that is then what is said."""
        word = above.strip()
        return word in self.words.keys or word in self.words.lists

    def _missing_key(self, above: str) -> str | None:
        """The key that a list below this line needs: ``flow`` below a process, ``branches`` below a question."""
        text = above.strip()
        start = _content(above)
        head = text[2:].lstrip() if text.startswith("- ") else text
        word = head.partition(":")[0]
        if start and not text.startswith("- "):
            return None
        if start == 0:
            if self.has_list is None:
                starts = tuple(f"{name}{sign}" for name in self.words.lists for sign in ": ")
                self.has_list = any(line.startswith(starts) for line in self.lines)
            if self.has_list:
                return None
            self.has_list = True
            return self.words.holds.get(word, "flow")
        return "branches" if text.endswith("?") else self.words.holds.get(word)

    def _keyless(self, where: int, own: int, key: str, column: int) -> int:
        """A list right below ``process: Name``: its key is put in, and the list moved where it must."""
        text = self.lines[where].strip()
        self._say(say.LIST_WITHOUT_KEY, where, own, len(text), key=key)
        if own < column:
            shift(self.lines, where, own, column - own)
        self.lines.squeeze_in(where, " " * column + f"{key}:")
        self.lists.append(_List(max(own, column), where + 1, column))
        return 1

    def _asked(self, where: int, line: str) -> None:
        """``?`` alone, or first in a text with a space behind it, where YAML makes it something empty."""
        match = _ASKED.match(line)
        if not match:
            return
        prefix, text = match[1], (match[2] or "").strip()
        if not prefix.strip() and self._in_list(where, "?", len(prefix)):
            prefix += "- "
        fix = "??" if not text else quoted(text.rstrip("?") + "?")
        self._say(say.BARE_QUESTION, where, match.end(1), 1, fix=f"{prefix.strip()} {fix}".strip())
        self.lines[where] = prefix + fix


def _complete(line: str) -> bool:
    """Whether nothing can follow a line but its siblings."""
    text = line.strip()
    if not text or text.endswith((":", ",")) or text == "-":
        return False
    if "#" in text and _COMMENT_BEHIND.search(text):
        return False
    return text.count("{") <= text.count("}") and text.count("[") <= text.count("]") and text.count('"') % 2 == 0


def _content(line: str) -> int:
    """The column where the text of a line starts, behind its dashes."""
    match = _BEFORE.match(line)
    return match.end() if match else 0


def _literal(line: str) -> int:
    """How far in the text below ``note: |`` must at least start, minus one; -1 where the line opens none."""
    if not _LITERAL.search(line):
        return -1
    start = _content(line)
    return line.rindex("-", 0, start) if line[start : start + 1] in "|>" else start

