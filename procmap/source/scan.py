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
from procmap.source.lines import Lines
from procmap.source.slips import Slip, excerpt, quoted
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
_ASKED = re.compile(r"^(\s*(?:-\s+)*|.*?[^\s:]:\s+)\?(?:\s+([^:]*))?$")
_PARTING = re.compile(r"(?:-{2}|-{4,}|[–—]+)\s*$")
_LITERAL = re.compile(r"(?::|-)\s+[|>][-+0-9]{0,2}\s*(?:#.*)?$")
_DASHES = re.compile(r"(?:-\s+)+")


def scan(lines: Lines) -> list[Slip]:
    """Find and mend, in place, what is wrong before YAML looks."""
    found = _Found()
    for where, line in enumerate(lines):
        if not (line.isascii() and "\t" not in line and line.isprintable()):
            lines[where] = _clean(line, where, found)
    _Structure(lines, found).read()
    return found.slips()


class _Found:
    """What was found, gathered so that thirty pasted lines become one finding."""

    def __init__(self) -> None:
        self._gathered: dict[tuple[Notice, str], tuple[Slip, list[int]]] = {}
        self.single: list[Slip] = []

    def say(self, notice: Notice, line: int, column: int, length: int = 1, sign: str = "", **values: Any) -> None:
        """Say it of a line; ``sign`` keeps apart what is not the same slip."""
        slip, numbers = self._gathered.setdefault((notice, sign), (Slip(notice, line, column, length, values), []))
        if not numbers or numbers[-1] != line:
            numbers.append(line)

    def slips(self) -> list[Slip]:
        """One slip for each kind, with all its lines."""
        gathered = [
            slip._replace(values={**slip.values, "lines": _spoken(numbers)}) for slip, numbers in self._gathered.values()
        ]
        return [*self.single, *gathered]


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
        found.say(say.CONTROL_CHARACTER, where + 1, control.start() + 1, sign=what, what=what)
        line = _CONTROL.sub(" ", line)
    if not line.isascii():
        line = unicodedata.normalize("NFC", _UNSEEN.sub("", line))
    match = _INDENT.match(line)
    indent = match[0] if match else ""
    if "\t" in indent:
        if line.strip():
            found.say(say.TAB, where + 1, indent.index("\t") + 1)
        indent = indent.replace("\t", "  ")
        line = indent + line[match.end() if match else 0 :]
    if line.isascii():
        return line
    odd = next((i for i, sign in enumerate(indent) if sign in _ODD_SPACES), None)
    tight = _AFTER_SIGN.search(line)
    if (odd is not None or tight) and line.strip():
        found.say(say.ODD_SPACE, where + 1, (odd if odd is not None else tight.end() - 1 if tight else 0) + 1)
    return line.translate(_SPACES)


class _Structure:
    """Follows lists and indentation through the lines, as far as it takes to see a dash that is out of line."""

    def __init__(self, lines: Lines, found: _Found) -> None:
        self.lines = lines
        self.found = found
        self.lists: list[tuple[int, int]] = []
        self.above: int | None = None
        self.has_flow: bool | None = None

    def read(self) -> None:
        """Go through all lines."""
        lines = self.lines
        literal = -1
        where = -1
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
            if not (first.isalnum() and first not in "0123456789"):
                if own == 0 and first in "-–—" and self._parting(where, text):
                    continue
                line, text = self._signs(where, line, text, own)
                if text[:2] == "- " or text == "-":
                    if self._dash(where, own):
                        where += 1
                    line = lines[where]
                    own = len(line) - len(line.lstrip(" "))
                elif self.lists:
                    self._leave(own)
            elif self.lists:
                self._leave(own)
            if "?" in line:
                self._asked(where, line)
            if line.rstrip()[-1] in "|>-+0123456789" or "#" in line:
                literal = _literal(line)
            self.above = where

    def _leave(self, own: int) -> None:
        """A line without a dash ends the lists that start as far in, or further."""
        while self.lists and self.lists[-1][0] >= own:
            self.lists.pop()

    def _parting(self, where: int, text: str) -> bool:
        """``--`` or ``-----``, and what Word makes of ``---``, on a line of its own between two documents."""
        if text.rstrip() == "---" or text.startswith("--- "):
            self.lists.clear()
            self.above = None
            return True
        if not _PARTING.match(text) or self.above is None:
            return False
        self.found.single.append(Slip(say.NEW_DOCUMENT, where + 1, 1, len(text.rstrip()), {}))
        self.lines[where] = "---"
        self.lists.clear()
        self.above = None
        return True

    def _signs(self, where: int, line: str, text: str, own: int) -> tuple[str, str]:
        """A bullet, a number or a long dash, and a dash without its space, become a dash where a list stands."""
        bullet = _BULLET.match(text) or _TIGHT_DASH.match(text)
        if not bullet or not self._in_list(where, text, own):
            return line, text
        sign = bullet[0].strip()
        if sign[0].isdigit() and text.rstrip().endswith(":"):
            return line, text
        mended = f"- {text[bullet.end():]}"
        if sign == "-":
            self.found.say(say.DASH_TIGHT, where + 1, own + 1, fix=mended.rstrip())
        else:
            kind = "1" if sign[0].isdigit() else sign
            self.found.say(say.LIST_SIGN, where + 1, own + 1, len(sign), kind, sign=sign, fix=mended.rstrip())
        self.lines[where] = line[:own] + mended
        return self.lines[where], mended

    def _in_list(self, where: int, text: str, own: int) -> bool:
        """Whether a list is open just here, or is to be expected: after a colon, or since the next line looks alike."""
        while self.lists and self.lists[-1][0] > own:
            self.lists.pop()
        if self.lists and self.lists[-1][0] == own:
            return True
        if self.above is not None and self.lines[self.above].rstrip().endswith(":"):
            return True
        after = self.lines[where + 1] if where + 1 < len(self.lines) else ""
        other = after.lstrip(" ")
        return len(after) - len(other) == own and (other[:1] == text[:1] or (other[:1] + text[:1]).isdigit())

    def _dash(self, where: int, own: int) -> bool:
        """A line with a dash: it continues a list, opens one, or stands where none can be; True where a line was put in."""
        closed: tuple[int, int] | None = None
        while self.lists and self.lists[-1][0] > own:
            closed = closed or self.lists[-1]
            self.lists.pop()
        line = self.lines[where]
        inner = _DASHES.match(line, own)
        if self.lists and self.lists[-1][0] == own:
            self.lists[-1] = (own, where)
        elif self.above is None or not self._complete(self.lines[self.above]):
            self.lists.append((own, where))
        else:
            outer = self.lists[-1] if self.lists else None
            best = min(
                (level for level in (closed, outer) if level), key=lambda level: (abs(level[0] - own), -level[0]), default=None
            )
            if best is None:
                return self._keyless(where, own)
            first = self.lines.number(best[1] + 1)
            text = line.strip()
            self.found.single.append(Slip(say.DASH_TOO_DEEP, self.lines.number(where + 1), own + 1, len(text), {"first": first}))
            shift(self.lines, where, own, best[0] - own)
            if best is closed:
                self.lists.append((best[0], where))
            else:
                self.lists[-1] = (best[0], where)
            return False
        if inner and inner[0].count("-") > 1:
            column = own + inner[0].rindex("-")
            self.lists.append((column, where))
        return False

    def _complete(self, line: str) -> bool:
        """Whether nothing can follow a line but its siblings."""
        text = line.rstrip()
        if text.endswith((":", ",")) or text in ("-", "---") or text.lstrip() == "-":
            return False
        if "#" in text and re.search(r"(?::|^\s*-)\s+#", text):
            return False
        return text.count("{") <= text.count("}") and text.count("[") <= text.count("]") and text.count('"') % 2 == 0

    def _keyless(self, where: int, own: int) -> bool:
        """A list right below ``process: Name``: the key ``flow`` is put in."""
        if self.has_flow is None:
            self.has_flow = any(line.startswith(("flow:", "flow ", "steps:", "phases:")) for line in self.lines)
        if self.has_flow:
            self.lists.append((own, where))
            return False
        self.has_flow = True
        text = self.lines[where].strip()
        self.found.single.append(Slip(say.LIST_WITHOUT_KEY, self.lines.number(where + 1), own + 1, len(text), {}))
        self.lines.squeeze_in(where, "flow:")
        self.lists = [(own, where + 1)]
        return True

    def _asked(self, where: int, line: str) -> None:
        """``?`` alone, or first in a text with a space behind it, where YAML makes it something empty."""
        match = _ASKED.match(line)
        if not match:
            return
        prefix, text = match[1], (match[2] or "").strip()
        fix = "??" if not text else quoted(text.rstrip("?") + "?")
        column = match.end(1) + 1
        shown = f"{prefix.strip()} {fix}".strip()
        self.found.single.append(Slip(say.BARE_QUESTION, self.lines.number(where + 1), column, 1, {"fix": shown}))
        self.lines[where] = prefix + fix


def _literal(line: str) -> int:
    """How far in the text below ``note: |`` must at least start, minus one; -1 where the line opens none."""
    if not _LITERAL.search(line):
        return -1
    match = re.match(r"\s*(?:-\s+)*", line)
    start = match.end() if match else 0
    return line.rindex("-", 0, start) if line[start : start + 1] in "|>" else start


def shift(lines: Lines, where: int, own: int, by: int) -> None:
    """Move a line that starts in column ``own``, and what belongs to it, to the right or to the left."""
    for i in range(where, len(lines)):
        line = lines[i]
        if not line.strip():
            continue
        indent = len(line) - len(line.lstrip(" "))
        if indent < own or (indent == own and i > where and not line.lstrip().startswith("- ")):
            return
        lines[i] = " " * by + line if by > 0 else line[min(-by, indent) :]
