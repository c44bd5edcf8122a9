"""Where lines start: each is held against the levels that are open above it, and moved to the one it was meant for.

YAML says nothing of a line that starts one space wrong until something further down cannot be read, and then blames
that. Here the line itself is blamed, once, and moved in memory with what stands below it.
"""

from __future__ import annotations

from typing import Any

from procmap.finding import Notice
from procmap.source import notices as say
from procmap.source.lines import Lines, Words
from procmap.source.rows import STEP, Row, goes_on, row_of
from procmap.source.slips import Slip, excerpt, is_key

__all__ = ["Level", "Levels"]

_MOST_MOVES = 300
"""So many lines are moved; a file with more has another cause, and each move costs what lies below it."""
_MOST_LEVELS = 100
"""So many levels are judged; what lies deeper is not read anyway."""


class Level:
    """An open level: its column, whether dashes stand there, the line of its last item, and the keys it has.

    ``under`` is the key it stands below; ``item`` where its first key stands behind a dash.
    """

    __slots__ = ("column", "dash", "item", "keys", "under", "where")

    def __init__(self, column: int, dash: bool, where: int, under: str = "", item: bool = False) -> None:
        self.column = column
        self.dash = dash
        self.where = where
        self.under = under
        self.item = item
        self.keys: set[str] = set()


class Levels:
    """The levels that are open while one goes through the lines."""

    def __init__(self, lines: Lines, words: Words, slips: list[Slip]) -> None:
        self.lines = lines
        self.words = words
        self.slips = slips
        self.stack: list[Level] = []
        self.last: Row | None = None
        self.where = -1
        self.moves = 0

    def clear(self) -> None:
        """A new document starts."""
        self.stack.clear()
        self.last = None

    def has_dash_at(self, column: int) -> bool:
        """Whether an open list has its dashes in a column."""
        return any(level.dash and level.column == column for level in self.stack)

    def enter(self, where: int, row: Row) -> None:
        """Take up a line that stands where it should."""
        under = (self.last.word or "") if self.last else ""
        self._close(row)
        if row.dash:
            column = row.own
            while column < row.column or column == row.own:
                if self.stack and self.stack[-1].dash and self.stack[-1].column == column:
                    self.stack[-1].where = where
                else:
                    self.stack.append(Level(column, True, where, under))
                column = self.lines[where].find("-", column + 1, row.column)
                if column < 0:
                    break
        if row.word is not None:
            if not self.stack or self.stack[-1].dash or self.stack[-1].column != row.column:
                self.stack.append(Level(row.column, False, where, under, row.dash))
            self.stack[-1].where = where
            self.stack[-1].keys.add(row.word)
        self.last, self.where = row, where

    def skip(self, where: int, row: Row) -> None:
        """A line whose place cannot be judged, nor that of the next; below ``branches`` it is an answer."""
        last = self.last
        if last is not None and last.opens and last.word in self.words.answers and row.own > last.column:
            self._close(row)
            self.stack.append(Level(row.own, False, where, last.word))
        self.last, self.where = row._replace(opens=None), where

    def _close(self, row: Row) -> list[Level]:
        closed: list[Level] = []
        while self.stack:
            top = self.stack[-1]
            if top.column < row.own or (top.column == row.own and (row.dash or not top.dash)):
                break
            closed.append(self.stack.pop())
        return closed

    def put_right(self, where: int, row: Row) -> bool:
        """Whether a line stands where it should; where it surely was meant for another level it is moved there."""
        last = self.last
        if last is None:
            return self._first(where, row)
        if last.opens is None or not (row.dash or (row.word is not None and is_key(row.word, self.words))):
            return True
        before = list(self.stack)
        closed = self._close(row)
        fits = self._fits(row, closed)
        if fits and not (last.opens and row.own >= last.column):
            return True
        self.stack = before
        after = self._after(where)
        if fits and not self._odd(row, after):
            return True
        if self.moves >= _MOST_MOVES or len(before) > _MOST_LEVELS:
            return True
        levels = [level for level in (*closed, *reversed(before)) if level.dash == row.dash]
        target = self._target(row, after, levels, [*closed, *before])
        if target is None or target[0] == row.own:
            return fits
        self.moves += 1
        self._say(where, row, *target)
        self._move(where, row, target[0])
        return True

    def _first(self, where: int, row: Row) -> bool:
        """The first line of a document stands at the left, if the others do."""
        after = self._after(where)
        if row.own and row.word and not row.dash and after and after.own < row.own:
            self._slip(say.FAR_LEFT, where, row)
            self.lines[where] = self.lines[where].lstrip(" ")
        return True

    def _fits(self, row: Row, closed: list[Level]) -> bool:
        top = self.stack[-1] if self.stack else None
        opens = bool(self.last and self.last.opens)
        if top is None:
            return not closed
        if row.own > top.column:
            # A key deeper than a sentence without a key is another slip, and said where YAML meets it.
            return not closed and (opens or (top.dash and not row.dash))
        if row.dash and not top.dash:
            return opens and self.last is not None and self.last.column == row.own
        return True

    def _after(self, where: int) -> Row | None:
        """The next line with anything on it; None where that is text which goes on, and starts where it likes."""
        if goes_on(row_of(self.lines[where]), self.lines[where]):
            return None
        for i in range(where + 1, len(self.lines)):
            text = self.lines[i].lstrip(" ")
            if text and text[0] != "#":
                row = row_of(self.lines[i])
                return None if text.startswith("---") or (row.word is None and not row.dash) else row
        return None

    def _odd(self, row: Row, after: Row | None) -> bool:
        """Whether a line below its key starts oddly far in, as the next line shows."""
        start = self.last.column if self.last else 0
        if after is None:
            return False
        far = start + 2 * STEP
        if row.dash and row.own == start and not (row.opens or after.dash) and row.column != after.own == far:
            return True
        if row.own in (start, start + STEP):
            return self._answer_astray(row, after) is not None
        if row.dash and not after.dash and start < after.own <= row.own:
            return True
        if row.opens and not row.dash and after.own == far:
            among = not after.dash and after.word in self.words.keys and row.word not in self.words.keys
            if row.own in (start + 1, start + STEP + 1) or (row.own == after.own and among):
                return True
        return start < after.own < row.own or (row.own == start + 1 and after.own == start + STEP and not after.dash)

    def _answer_astray(self, row: Row, after: Row) -> int | None:
        """The column of an answer that stands in line with ``branches``, or below the answer before it."""
        last = self.last
        if last is None or row.dash or not row.opens or row.word in self.words.keys or row.word in self.words.heads:
            return None
        if row.own == last.column and last.word in self.words.answers:
            others = not after.dash and after.own == row.own + STEP and after.word not in self.words.keys
            return row.own + STEP if others else None
        below = after.own == row.own and (after.dash or after.word in self.words.keys)
        return last.column if self.is_answer(last) and below and row.own == last.column + STEP else None

    def is_answer(self, row: Row) -> bool:
        """Whether an open line is one of the answers below a question."""
        return any(level.under in self.words.answers and level.column == row.column for level in self.stack)

    def _target(
        self, row: Row, after: Row | None, levels: list[Level], opened: list[Level]
    ) -> tuple[int, Level | None] | None:
        """The column that was meant: that of an open level, or of a first line below a key."""
        best: tuple[int, Level | None] | None = None
        least = 99.0
        last = self.last
        candidates: list[tuple[int, Level | None]] = [(level.column, level) for level in levels]
        if last is not None and last.opens and not any(level.column == last.column + STEP for level in levels):
            candidates.append((last.column + STEP, None))
        astray = self._answer_astray(row, after) if after is not None and last is not None and last.opens else None
        if astray is not None:
            return astray, next((level for level in levels if level.column == astray and not level.dash), None)
        for number, (column, level) in enumerate(candidates):
            cost = abs(column - row.own) + number / 100 + self._against(row, after, (column, level), opened)
            if cost < least:
                best, least = (column, level), cost
        return best

    def _against(self, row: Row, after: Row | None, candidate: tuple[int, Level | None], levels: list[Level]) -> float:
        """What speaks against a column, and with a minus what speaks for it."""
        column, level = candidate
        against = 0.0
        known = row.word in self.words.keys
        if not row.dash and row.word is not None:
            if level is None:
                if self.last is not None and self.last.word in self.words.answers:
                    against += 3 if known else -2
            elif row.word in level.keys:
                against += 3
            elif level.item:
                against += -1 if known else 2
            elif column and known and not any(key in self.words.keys for key in level.keys):
                against += 2
            if column == 0 and self.words.tops:
                against += -1 if row.word in self.words.tops else 4
        if level is not None and self.last is not None and self.last.opens:
            holds = self.last.word in self.words.lists or self.last.word in self.words.answers
            against += 2.5 if holds and column <= self.last.column else 0
        if after is not None:
            below = after.own in (column + STEP, *((column,) if after.dash and not row.dash else ()))
            if (row.opens or row.dash) and below:
                return against - (1 if self._belongs_above(after, column, levels) else 3)
            alike = after.dash == row.dash and (after.word in self.words.keys) == known
            if after.own == column and alike:
                against -= 2
            if not row.opens and after.own > column + (STEP if row.dash else 0):
                against += 4  # a whole line has nothing below it
            elif column < after.own and any(each.column == after.own and each.dash == after.dash for each in levels):
                against += 4  # the next line would lose the level that it stands on
        return against

    def _belongs_above(self, after: Row, column: int, levels: list[Level]) -> bool:
        """Whether the next line goes on with keys that are open, as well as it could stand below this line."""
        held = (each for each in levels if not each.dash and each.column == after.own > column)
        return not after.dash and any(each.keys and after.word not in each.keys for each in held)

    def _say(self, where: int, row: Row, column: int, level: Level | None) -> None:
        if level is None:
            above = excerpt(self.lines[self.where].strip().removeprefix("- "))
            self._slip(say.BELOW_KEY, where, row, above=above, first=self.lines.number(self.where + 1), number=STEP)
            return
        first = self.lines.number(level.where + 1)
        if row.dash:
            self._slip(say.DASH_TOO_DEEP, where, row, first=first)
        else:
            above = excerpt(self.lines[level.where][level.column :])
            self._slip(say.TOO_DEEP if row.own > column else say.INDENTATION, where, row, above=above, first=first)

    def _slip(self, notice: Notice, where: int, row: Row, **values: Any) -> None:
        length = len(self.lines[where].strip())
        self.slips.append(Slip(notice, *self.lines.place(where + 1, row.own + 1), length, values))

    def _move(self, where: int, row: Row, column: int) -> None:
        """Move a line, and what belongs to it, where it does not stand right already."""
        lines = self.lines
        by = column - row.own
        lines[where] = " " * column + lines[where].lstrip(" ")
        after = self._after(where)
        right = after is not None and self._is_right(row, after, column)
        for i in range(where + 1, len(lines)):
            text = lines[i].lstrip(" ")
            own = len(lines[i]) - len(text)
            if not text:
                continue
            dash = text.startswith("- ")
            if right:
                if own <= column:
                    return
                continue
            beside = (own == row.own and dash != row.dash) or (by > 0 and own == column and dash == row.dash)
            if own < row.own or beside:
                return
            if own > row.own and by > 0 and own >= column + STEP:
                continue
            lines[i] = " " * max(0, own + by) + text

    @staticmethod
    def _is_right(row: Row, after: Row, column: int) -> bool:
        """Whether what stands below a line stands right already, once the line has moved to a column."""
        holds = row.opens is not False or (row.dash and not after.dash)
        return holds and row.own + STEP != after.own and after.own in (column + STEP, column + 2 * STEP)
