"""Slips of the keyboard, found in the lines before and after YAML has had its say, each with a way to read on.

YAML stops at its first error and says it in words for its own makers. Here each kind of slip is recognised in the line
itself, said plainly, and mended in memory, so that the rest of the file is read in the same run.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from procmap.finding import Notice
from procmap.source import notices as say

__all__ = ["Slip", "excerpt", "quoted", "scan", "slip_at"]


class Slip(NamedTuple):
    """One slip: what to say, where (1-based), and the values of its message."""

    notice: Notice
    line: int
    column: int
    length: int
    values: dict[str, Any]


_ODD_SPACES = "\u00a0\u2007\u202f\u2003\u2002\u2009\u3000\u200b\ufeff"
_INDENT = re.compile(rf"[ \t{_ODD_SPACES}]*(?:-[ \t{_ODD_SPACES}]+)*")
_AFTER_SIGN = re.compile(rf"^( *)-[{_ODD_SPACES}]|:[{_ODD_SPACES}](?=\S)")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_KEY = re.compile(r"""^(\s*(?:-\s+)*)((?:"[^"]*"|'[^']*'|[^\s:#"'\[{][^:#]*?)):(?:\s+(.*))?$""")
_TIGHT_KEY = re.compile(r"^(\s*(?:-\s+)*)([^\W\d][\w -]*):([^\s/:].*)$")


def excerpt(line: str, most: int = 50) -> str:
    """The text of a line, short enough to be shown within a sentence."""
    text = line.strip()
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def quoted(text: str) -> str:
    """The text as it can be written safely: in double quotation marks, or single ones where it holds double ones."""
    text = text.strip()
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def scan(lines: list[str]) -> list[Slip]:
    """Find and mend, in place, what is wrong before YAML looks: tabs, hard spaces, control characters."""
    slips: list[Slip] = []
    for number, line in enumerate(lines, 1):
        if line.isascii() and "\t" not in line and line.isprintable():
            continue
        if control := _CONTROL.search(line):
            slips.append(
                Slip(say.CONTROL_CHARACTER, number, control.start() + 1, 1, {"what": f"U+{ord(control[0]):04X}"})
            )
            line = _CONTROL.sub(" ", line)
        found = _INDENT.match(line)
        indent = found[0] if found else ""
        if "\t" in indent:
            if line.strip():
                slips.append(Slip(say.TAB, number, indent.index("\t") + 1, 1, {}))
            line = indent.replace("\t", "  ") + line[len(indent) :]
        odd = next((i for i, sign in enumerate(indent) if sign in _ODD_SPACES), None)
        tight = _AFTER_SIGN.search(line)
        if odd is not None or tight:
            if line.strip(_ODD_SPACES + " \t\r\n") and not (number == 1 and indent == "\ufeff"):
                column = odd if odd is not None else (tight.end() - 1 if tight else 0)
                slips.append(Slip(say.ODD_SPACE, number, column + 1, 1, {}))
            line = "".join(" " if s in _ODD_SPACES else s for s in indent) + line[len(indent) :]
            line = _AFTER_SIGN.sub(lambda m: m[0][:-1] + " ", line)
        lines[number - 1] = line
    return slips


def slip_at(lines: list[str], problem: str, where: int, column: int, start: int | None, start_column: int) -> Slip:
    """Say what is wrong where YAML gave up, and mend the lines in place so that the rest can be read.

    ``where`` and ``column`` are the 0-based spot YAML names, ``start`` and ``start_column`` where the thing it was
    reading began.
    """
    if problem == "found unexpected end of stream" and start is not None:
        return _open_quote(lines, start, start_column)
    where = min(where, len(lines) - 1)
    if "expected ',' or" in problem and start is not None:
        return _bracket(lines, start, start_column, where)
    line = lines[where]
    if line.startswith("%"):
        return _replace(lines, where, "", Slip(say.DIRECTIVE, where + 1, 1, 1, {}))
    if "?" in line and "expected node content" in problem:
        return _unknown_in_braces(lines, where, column)
    if problem.startswith("mapping values"):
        return _colon(lines, where, column)
    if problem.startswith("block sequence entries"):
        key = excerpt(line[:column])
        mended = line[:column] + quoted(line[column:])
        return _replace(lines, where, mended, Slip(say.DASH_AFTER_KEY, where + 1, column + 1, 1, {"key": key}))
    if "could not find expected ':'" in problem and start is not None:
        return _no_colon(lines, start)
    value = _value(line)
    if value and value[1][0] in "\"'" and value[1][0] in value[1][1:]:
        return _quotes_inside(lines, where, *value)
    if value and value[1][0] in ">|*&%@`[{!":
        return _sign(lines, where, *value)
    if "did not find expected" in problem and (line.strip().startswith("- ") or _KEY.match(line)):
        return _realign(lines, where)
    return _drop(lines, where)


def _value(line: str) -> tuple[str, str] | None:
    """The line parted into what leads up to its text (dashes, key) and the text; None where there is no text."""
    key = _KEY.match(line)
    if key and key[3]:
        at = key.start(3)
        return line[:at], line[at:].rstrip()
    found = _INDENT.match(line)
    at = found.end() if found else 0
    text = line[at:].rstrip()
    return (line[:at], text) if text else None


def _replace(lines: list[str], where: int, mended: str, slip: Slip) -> Slip:
    lines[where] = mended
    return slip


def _drop(lines: list[str], where: int) -> Slip:
    """The last way out: say that the line is not understood, and read on without it."""
    while where > 0 and not lines[where].strip():
        where -= 1
    text = lines[where]
    column = len(text) - len(text.lstrip()) + 1
    slip = Slip(say.NOT_UNDERSTOOD, where + 1, column, max(1, len(text.strip())), {"text": excerpt(text)})
    return _replace(lines, where, "", slip)


def _colon(lines: list[str], where: int, column: int) -> Slip:
    """``a: b: c``, a line too deep below a whole value, or a missing space on a line above."""
    line = lines[where]
    key = _KEY.match(line)
    at = key.start(3) if key and key[3] else None
    if at is not None and at < column:
        prefix, text = line[:at], line[at:].rstrip()
        fix = f"{prefix.strip()} {quoted(text)}"
        slip = Slip(say.COLON, where + 1, column + 1, 1, {"fix": fix})
        return _replace(lines, where, prefix + quoted(text), slip)
    above = where - 1
    while above >= 0 and (not lines[above].strip() or lines[above].lstrip().startswith("#")):
        above -= 1
    if above < 0:
        return _drop(lines, where)
    tight = _TIGHT_KEY.match(lines[above])
    if tight and (not _KEY.match(lines[above])):
        fix = f"{tight[2]}: {tight[3].strip()}"
        slip = Slip(say.NO_SPACE, above + 1, tight.end(2) + 1, 1, {"fix": fix})
        return _replace(lines, above, f"{tight[1]}{tight[2]}: {tight[3]}", slip)
    head = _KEY.match(lines[above])
    dashes = _INDENT.match(lines[above])
    prefix = head[1] if head else (dashes[0] if dashes else "")
    indent = len(prefix)
    own = len(line) - len(line.lstrip())
    if own > indent and head and head[3]:
        column = own + 1
        slip = Slip(
            say.TOO_DEEP, where + 1, column, len(line.strip()),
            {"text": excerpt(line), "above": excerpt(lines[above][indent:])},
        )
        _shift(lines, where, own, own - indent)
        return slip
    if "- " in prefix and not head:
        # ``- Registrera`` with a key below: the step needs its kind or who does it before the sentence.
        text = lines[above][indent:].strip()
        fix = f"task: {text}"
        slip = Slip(say.NO_COLON, above + 1, indent + 1, len(text), {"text": excerpt(text), "fix": f"- {fix}"})
        _replace(lines, above, f"{prefix}task: {quoted(text)}", slip)
        if own != indent:
            _shift(lines, where, own, own - indent)
        return slip
    if not head:
        return _no_colon(lines, above)
    return _drop(lines, where)


def _shift(lines: list[str], where: int, own: int, by: int) -> None:
    """Move a line and what belongs to it to the left."""
    for i in range(where, len(lines)):
        line = lines[i]
        if line.strip() and len(line) - len(line.lstrip()) < own:
            return
        lines[i] = line[by:] if line.strip() else line


def _no_colon(lines: list[str], where: int) -> Slip:
    line = lines[where]
    text = line.strip()
    tight = _TIGHT_KEY.match(line)
    if tight:
        slip = Slip(
            say.NO_SPACE, where + 1, tight.end(2) + 1, 1, {"fix": f"{tight[2]}: {tight[3].strip()}"}
        )
        return _replace(lines, where, f"{tight[1]}{tight[2]}: {tight[3]}", slip)
    column = len(line) - len(line.lstrip()) + 1
    if not text or text[0] in "-\"'[]{}?&*!|>%@`#,:":
        return _drop(lines, where)
    slip = Slip(say.NO_COLON, where + 1, column, len(text), {"text": excerpt(text), "fix": f"{text}:"})
    return _replace(lines, where, f"{line.rstrip()}:", slip)


def _open_quote(lines: list[str], where: int, column: int) -> Slip:
    line = lines[where].rstrip()
    quote = line[column : column + 1] or '"'
    slip = Slip(say.QUOTE_OPEN, where + 1, column + 1, 1, {"quote": quote})
    rest = line[column + 1 :]
    return _replace(lines, where, line[:column] + (quoted(rest) if rest else ""), slip)


def _quotes_inside(lines: list[str], where: int, prefix: str, text: str) -> Slip:
    bare = text.replace(text[0], "")
    fix = quoted(text) if text[0] == '"' and "'" not in text else quoted(bare)
    slip = Slip(say.QUOTES_INSIDE, where + 1, len(prefix) + 1, len(text), {"fix": f"{prefix.strip()} {fix}".strip()})
    return _replace(lines, where, prefix + fix, slip)


def _sign(lines: list[str], where: int, prefix: str, text: str) -> Slip:
    fix = quoted(text)
    shown = f"{prefix.strip()} {fix}".strip()
    slip = Slip(say.SIGN_FIRST, where + 1, len(prefix) + 1, 1, {"sign": text[0], "fix": shown})
    return _replace(lines, where, prefix + fix, slip)


def _bracket(lines: list[str], start: int, column: int, end: int) -> Slip:
    """``[a, b`` or ``{a`` without an end: the text is read as if it stood in quotation marks."""
    line = lines[start]
    sign = line[column : column + 1]
    close = "]" if sign == "[" else "}"
    text = line[column:].rstrip()
    if "??" in text and close in text:
        return _unknown_in_braces(lines, start, column)
    slip = Slip(
        say.BRACKET_OPEN, start + 1, column + 1, 1, {"sign": sign, "close": close, "fix": quoted(text)}
    )
    return _replace(lines, start, line[:column] + quoted(text), slip)


def _unknown_in_braces(lines: list[str], where: int, column: int) -> Slip:
    line = lines[where]
    mended = re.sub(r"""(?<=[\[{,:\s])(?<!["'])\?\??(?: [^,\]}"']*)?(?=[,\]}]|$)""", lambda m: f'"{m[0].rstrip()}"', line)
    if mended == line:
        return _drop(lines, where)
    slip = Slip(say.UNKNOWN_IN_BRACES, where + 1, column + 1, 2, {"fix": excerpt(mended, 60)})
    return _replace(lines, where, mended, slip)


def _realign(lines: list[str], where: int) -> Slip:
    """A line that starts between two levels is moved to the nearest line above that it can belong to."""
    line = lines[where]
    own = len(line) - len(line.lstrip())
    dash = line.lstrip().startswith("- ")
    best: int | None = None
    for above in range(where - 1, max(-1, where - 200), -1):
        text = lines[above]
        if not text.strip() or text.lstrip().startswith("#"):
            continue
        indent = len(text) - len(text.lstrip())
        for level in {indent, indent + 2} if text.lstrip().startswith("- ") and not dash else {indent}:
            same = text.lstrip().startswith("- ") == dash or level != indent
            if same and level != own and (best is None or abs(level - own) < abs(best - own)):
                best = level
        if indent < own:
            break
    if best is None:
        return _drop(lines, where)
    slip = Slip(say.INDENTATION, where + 1, own + 1, len(line.strip()), {"text": excerpt(line)})
    if best < own:
        _shift(lines, where, own, own - best)
    else:
        lines[where] = " " * (best - own) + line
    return slip
