"""Differences as tables in Markdown, for a wiki or a merge request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from procmap.report.diff_text import said
from procmap.report.differences import Described
from procmap.report.visible import visible
from procmap.text import Language, Text

__all__ = ["markdown_diff", "markdown_text"]

_TITLE = Text("Skillnader", "Differences")
_HEAD = Text("| Vad | | A | B |", "| What | | A | B |")
_WHAT = Text("{title} ({what})", "{title} ({what})")
_INSIDE = Text("{title} ({what} i {where})", "{title} ({what} in {where})")
_NOTHING = Text("procmap hittade ingen skillnad.", "procmap found no difference.")
_ASK = Text("Att fråga om", "To ask about")
_THERE = Text("finns", "is there")
_NOT_THERE = Text("finns inte", "is not there")
_SPECIAL = frozenset("\\`*_{}[]()#+-.!|~>^$=:@")
_LONGEST = 2000
