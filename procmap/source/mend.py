"""Where YAML gives up: the slip behind it said plainly, and the line mended in memory so that the rest can be read.

YAML stops at its first error and says it in words for its own makers. Here each kind of slip is recognised in the line
itself.
"""

from __future__ import annotations

import re
from typing import Any

from procmap.finding import Notice
from procmap.source import notices as say
from procmap.source.first_words import beside_answer, headless, is_step_beside_answer
from procmap.source.lines import Lines, Words
from procmap.source.slips import TIGHT_KEY, Slip, answer_and_way, excerpt, is_key, quoted, shift
from procmap.source.written import KEY, bare, closed, content, plain, safe, value_of
from procmap.text import Text

__all__ = ["slip_at"]

_UNQUOTED_UNKNOWN = re.compile(r"""(?<=[\[{,:\s])(?<!["'])\?\??(?: [^,\]}"']{0,60})?(?=[,\]}]|$)""")
_ROUND = re.compile(r"^\((\w+: .*)\)$")
_NUMBER = re.compile(r"-\s+\d+(?:[.,]\d+)?\s*")
_NO_ROLE = re.compile(r"^(\s*-\s+):\s+(\S.*?)\s*$")
_LOOK_BACK = 200


def slip_at(
    lines: Lines, words: Words, problem: str, where: int, column: int, start: int | None, start_column: int
) -> Slip:
    """Say what is wrong where YAML gave up, and mend the lines in place so that the rest can be read.

    ``where`` and ``column`` are the 0-based spot YAML names, ``start`` and ``start_column`` where the thing it was
    reading began.
    """
    return _Mender(lines, words).mend(problem, where, column, start, start_column)


class _Mender:
    """Finds the slip behind one error of YAML's, and mends it."""

    def __init__(self, lines: Lines, words: Words) -> None:
        self.lines = lines
        self.words = words

    def mend(self, problem: str, where: int, column: int, start: int | None, start_column: int) -> Slip:
        """The slip behind YAML's ``problem``."""
        lines = self.lines
        if problem == "found unexpected end of stream" and start is not None:
            return self._open_quote(start, start_column)
        where = min(where, len(lines) - 1)
        if (opened := self._opened_before(where)) is not None:
            return self._open_quote(*opened)
        if "expected ',' or" in problem and start is not None:
            return self._bracket(start, start_column)
        line = lines[where]
        if line.startswith("%"):
            return self._replace(where, "", self._slip(say.DIRECTIVE, where, 0, 1))
        if empty := _NO_ROLE.match(line):
            return self._role_empty(where, empty)
        if "?" in line and "expected node content" in problem:
            return self._unknown_in_braces(where, column)
        if problem.startswith("mapping values"):
            return self._colon(where, column)
        if problem.startswith("block sequence entries") and line[:column].strip():
            return self._dash_after_key(where, column)
        if "could not find expected ':'" in problem and start is not None:
            return self._no_colon(start)
        value = value_of(line)
        if value and value[1][0] in "\"'" and value[1][0] in value[1][1:-1]:
            return self._quotes_inside(where, *value)
        if value and value[1][0] in ">|*&%@`[{!," and not closed(value[1]):
            return self._sign(where, *value)
        if "did not find expected" in problem and (line.strip().startswith("- ") or KEY.match(line)):
            return self._realign(where)
        return self._drop(where)

    def _slip(self, notice: Notice, where: int, column: int, length: int, **values: Any) -> Slip:
        return Slip(notice, *self.lines.place(where + 1, column + 1), max(1, length), values)

    def _replace(self, where: int, mended: str, slip: Slip) -> Slip:
        self.lines[where] = mended
        return slip

    def _drop(self, where: int) -> Slip:
        """The last way out: say that the line is not understood, and read on without it."""
        while where > 0 and not self.lines[where].strip():
            where -= 1
        line = self.lines[where]
        text = line.strip()
        slip = self._slip(say.NOT_UNDERSTOOD, where, len(line) - len(line.lstrip()), len(text), text=excerpt(text))
        return self._replace(where, "", slip)

    def _above(self, where: int) -> int | None:
        """The nearest line above with anything on it."""
        for i in range(where - 1, -1, -1):
            text = self.lines[i].lstrip()
            if text and text[0] != "#":
                return i
        return None

    def _opened_before(self, where: int) -> tuple[int, int] | None:
        """Where a quotation mark opened that swallowed everything up to here."""
        for i in range(where - 1, max(-1, where - _LOOK_BACK), -1):
            value = value_of(self.lines[i])
            if value and value[1][0] in "\"'" and value[1][0] not in value[1][1:]:
                return i, len(value[0])
        return None

    # What stands on the line

    def _colon(self, where: int, column: int) -> Slip:
        """``a: b: c``, a line too deep below a whole value, or a missing space on a line above."""
        line = self.lines[where]
        key = KEY.match(line)
        at = key.start(3) if key and key[3] else None
        if key and at is not None and at < column:
            prefix, text = line[:at], line[at:].rstrip()
            if is_step_beside_answer(self.lines, self.words, where, key[1], text):
                return beside_answer(self.lines, where, at)
            round_ = _ROUND.match(text) if text.count("(") == 1 else None
            if round_ or ("- " not in key[1] and text.partition(": ")[0] in self.words.keys and plain(text)):
                mended = f"{prefix}{{{round_[1] if round_ else text}}}"
                return self._replace(where, mended, self._slip(say.WITHOUT_BRACES, where, at, 1, fix=mended.strip()))
            if key[2] == "to":
                mended = prefix + text.partition(": ")[2].strip()
                slip = self._slip(say.ROLE_IN_TO, where, at, len(text), fix=mended.strip())
                return self._replace(where, mended, slip)
            mended = prefix + quoted(text)
            return self._replace(where, mended, self._slip(say.COLON, where, column, 1, fix=mended.strip()))
        above = self._above(where)
        if above is None:
            return self._drop(where)
        if TIGHT_KEY.match(self.lines[above]) and not KEY.match(self.lines[above]):
            return self._tight(above)
        return self._below_value(where, above)

    def _below_value(self, where: int, above: int) -> Slip:
        """A colon below a line that is whole: too deep, the sentence's second half, or keys below a sentence."""
        line, upper = self.lines[where], self.lines[above]
        own = len(line) - len(line.lstrip())
        head = KEY.match(upper)
        indent = len(head[1]) if head else content(upper)
        key = KEY.match(line)
        if own > indent and head and head[3]:
            if key and not is_key(key[2], self.words):
                return self._continued(where, above)
            first = self.lines.number(above + 1)
            slip = self._slip(say.TOO_DEEP, where, own, len(line.strip()), above=excerpt(upper[indent:]), first=first)
            shift(self.lines, where, own, indent - own)
            return slip
        if "- " in upper[:indent] and not head:
            slip = headless(self.lines, self.words, above, indent, not key or key[2] in self.words.waits)
            if own != indent:
                shift(self.lines, where, own, indent - own)
            return slip
        return self._drop(where) if head else self._no_colon(above)

    def _continued(self, where: int, above: int) -> Slip:
        """The second half of a sentence on a line of its own."""
        line, upper = self.lines[where], self.lines[above]
        prefix, text = value_of(upper) or ("", upper)
        mended = prefix + safe(f"{bare(text)} {line.strip()}")
        own = len(line) - len(line.lstrip())
        slip = self._slip(say.CONTINUED, where, own, len(line.strip()), fix=mended.strip())
        self.lines[above] = mended
        return self._replace(where, "", slip)

    def _tight(self, where: int) -> Slip:
        tight = TIGHT_KEY.match(self.lines[where])
        if not tight:
            return self._drop(where)
        mended = f"{tight[1]}{tight[2]}: {safe(tight[3])}"
        return self._replace(where, mended, self._slip(say.NO_SPACE, where, tight.end(2), 1, fix=mended.strip()))

    def _no_colon(self, where: int) -> Slip:
        """A line with neither colon nor dash: a key without its colon, a step without its dash, or half a sentence."""
        line = self.lines[where]
        if TIGHT_KEY.match(line):
            return self._tight(where)
        text = line.strip()
        own = len(line) - len(line.lstrip())
        if (parted := answer_and_way(text, sure=True)) is not None:
            mended = f"{line[:own]}{parted[0]}: {safe(parted[1])}"
            return self._replace(where, mended, self._slip(say.NO_COLON, where, own, len(text), fix=mended.strip()))
        if not text or text[0] in "-\"'[]{}?&*!|>%@`,:":
            return self._drop(where)
        first, _, rest = text.partition(" ")
        if rest[:2] in ("= ", "; ") or first[-1] in "=;":
            rest = rest.lstrip("=; ")
            first = first.rstrip("=;")
        if first in self.words.keys or first in self.words.heads:
            mended = f"{line[:own]}{first}: {safe(rest)}".rstrip()
            return self._replace(where, mended, self._slip(say.NO_COLON, where, own, len(text), fix=mended.strip()))
        if self._dash_at(where, own):
            mended = f"{line[:own]}- {safe(text)}"
            return self._replace(where, mended, self._slip(say.NO_DASH, where, own, len(text), fix=mended.strip()))
        if self._is_deeper(where, own) or (own and not rest):
            mended = f"{line.rstrip()}:"
            return self._replace(where, mended, self._slip(say.NO_COLON, where, own, len(text), fix=mended.strip()))
        above = self._above(where)
        head = KEY.match(self.lines[above]) if above is not None else None
        if above is not None and own and head and head[3] and len(head[1]) <= own:
            return self._continued(where, above)
        comment = "# " + text.lstrip("/ ")
        return self._replace(where, "", self._slip(say.STRAY_TEXT, where, own, len(text), fix=excerpt(comment, 80)))

    def _dash_at(self, where: int, own: int) -> bool:
        """Whether a list has its dashes just here."""
        for i in range(where - 1, max(-1, where - _LOOK_BACK), -1):
            line = self.lines[i]
            text = line.lstrip(" ")
            indent = len(line) - len(text)
            if text and indent <= own:
                return indent == own and text.startswith("- ")
        return False

    def _is_deeper(self, where: int, own: int) -> bool:
        """Whether the next line stands further in."""
        for i in range(where + 1, min(len(self.lines), where + _LOOK_BACK)):
            text = self.lines[i].lstrip(" ")
            indent = len(self.lines[i]) - len(text)
            if text and text[0] != "#":
                return indent > own or (indent == own and text[:2] == "- ")
        return False

    def _dash_after_key(self, where: int, column: int) -> Slip:
        """``flow: - Granska`` needs a line of its own, ``Handläggare: - Granska`` no dash at all."""
        line = self.lines[where]
        prefix, rest = line[:column], line[column:]
        key = prefix.strip()
        bare = rest.lstrip("- ").rstrip()
        if key.rstrip(":") in self.words.lists or self._is_list_below(where, column):
            own = len(line) - len(line.lstrip())
            below = next((i for i in range(where + 1, len(self.lines)) if self.lines[i].strip()), where)
            level = len(self.lines[below]) - len(self.lines[below].lstrip())
            indent = level if self.lines[below].lstrip().startswith("- ") and level >= own else own + 2
            fix = f"- {bare}"
            how = Text(sv="Börja en ny rad med strecket: {fix}", en="Start a new line with the dash: {fix}")
            how = how.fill(fix=fix)
            slip = self._slip(say.DASH_AFTER_KEY, where, column, 1, key=key, how=how, fix=fix)
            self.lines[where] = " " * indent + rest
            self.lines.squeeze_in(where, prefix.rstrip())
            return slip
        mended = prefix + ("-" if _NUMBER.fullmatch(rest) else "") + safe(bare)
        fix = mended.strip()
        how = Text(sv="Skriv {fix}", en="Write {fix}").fill(fix=fix)
        return self._replace(where, mended, self._slip(say.DASH_AFTER_KEY, where, column, 1, key=key, how=how, fix=fix))

    def _is_list_below(self, where: int, column: int) -> bool:
        own = content(self.lines[where])
        for line in self.lines[where + 1 :]:
            text = line.lstrip(" ")
            if text:
                return text.startswith("- ") and len(line) - len(text) >= own
        return False

    def _open_quote(self, where: int, column: int) -> Slip:
        line = self.lines[where].rstrip()
        quote = line[column : column + 1] or '"'
        rest = line[column + 1 :]
        mended = line[:column] + (quoted(rest) if rest else "")
        fix = f"{line.strip()}{quote}" if rest else line.strip()
        return self._replace(where, mended, self._slip(say.QUOTE_OPEN, where, column, 1, fix=fix))

    def _quotes_inside(self, where: int, prefix: str, text: str) -> Slip:
        bare = text.replace(text[0], "")
        fix = quoted(text) if text[0] == '"' and "'" not in text else quoted(bare)
        slip = self._slip(say.QUOTES_INSIDE, where, len(prefix), len(text), fix=(prefix + fix).strip())
        return self._replace(where, prefix + fix, slip)

    def _role_empty(self, where: int, empty: re.Match[str]) -> Slip:
        """``- : Besluta``, a step whose role was left out."""
        kind = "exclusive" if empty[2].endswith("?") else "task"
        mended = f"{empty[1]}{kind}: {safe(empty[2])}"
        slip = self._slip(say.ROLE_EMPTY, where, len(empty[1]), 1, fix=mended.strip())
        return self._replace(where, mended, slip)

    def _sign(self, where: int, prefix: str, text: str) -> Slip:
        fix = quoted(text)
        slip = self._slip(say.SIGN_FIRST, where, len(prefix), 1, sign=text[0], fix=(prefix + fix).strip())
        return self._replace(where, prefix + fix, slip)

    def _bracket(self, where: int, column: int) -> Slip:
        """``{a: b`` and ``[a, b`` get their end; any other text is put in quotation marks."""
        line = self.lines[where]
        sign = line[column : column + 1]
        close = "]" if sign == "[" else "}"
        prefix, text = line[:column], line[column:].rstrip()
        if "??" in text and close in text:
            return self._unknown_in_braces(where, column)
        several = (": " in text) if sign == "{" else ("," in text)
        mended = prefix + (f"{text}{close}" if several and close not in text else quoted(text))
        slip = self._slip(say.BRACKET_OPEN, where, column, 1, sign=sign, fix=mended.strip())
        return self._replace(where, mended, slip)

    def _unknown_in_braces(self, where: int, column: int) -> Slip:
        line = self.lines[where]
        mended = _UNQUOTED_UNKNOWN.sub(lambda m: f'"{m[0].rstrip() if len(m[0].rstrip()) > 1 else "??"}"', line)
        if mended == line:
            return self._drop(where)
        at = next((i for i, (a, b) in enumerate(zip(line, mended, strict=False)) if a != b), column)
        return self._replace(where, mended, self._slip(say.UNKNOWN_IN_BRACES, where, at, 2, fix=mended.strip()))

    # Where it stands

    def _realign(self, where: int) -> Slip:
        """A line that starts between two levels is moved to the nearest line above that it can belong to."""
        line = self.lines[where]
        own = len(line) - len(line.lstrip())
        dash = line.lstrip().startswith("- ")
        key = KEY.match(line)
        if key and not dash and key[2] not in self.words.keys and self._dash_at(where, own):
            mended = f"{line[:own]}- {line[own:]}"
            slip = self._slip(say.NO_DASH, where, own, len(line.strip()), fix=mended.strip())
            self._indent_below(where, own)
            return self._replace(where, mended, slip)
        best: tuple[int, int] | None = None
        for i in range(where - 1, max(-1, where - _LOOK_BACK), -1):
            text = self.lines[i].lstrip(" ")
            if not text or text[0] == "#":
                continue
            indent = len(self.lines[i]) - len(text)
            listed = text.startswith("- ")
            levels = [indent] if listed == dash else []
            if listed and not dash:
                levels.append(content(self.lines[i]))
            for level in levels:
                if level != own and (best is None or abs(level - own) < abs(best[0] - own)):
                    best = level, i
            if indent < own:
                break
        if best is None:
            return self._drop(where)
        level, peer = best
        slip = self._slip(
            say.TOO_DEEP if level < own else say.INDENTATION, where, own, len(line.strip()),
            above=excerpt(self.lines[peer][level:]), first=self.lines.number(peer + 1),
        )
        shift(self.lines, where, own, level - own)
        return slip

    def _indent_below(self, where: int, own: int) -> None:
        """What stands below a line that gets its dash follows it in."""
        for i in range(where + 1, len(self.lines)):
            text = self.lines[i].lstrip(" ")
            indent = len(self.lines[i]) - len(text)
            if text and (indent < own or (indent == own and (text.startswith("- ") or not self._detail(text)))):
                return
            if text:
                self.lines[i] = "  " + self.lines[i]

    def _detail(self, text: str) -> bool:
        return text.partition(":")[0] in self.words.keys
