"""Findings for people: where, what, the line itself, and whom to ask what.

Nothing is counted or summed up: a number would be read as a grade.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from procmap.finding import KINDS, Finding, Place
from procmap.report.cells import wrap
from procmap.report.excerpt import Lines, excerpt
from procmap.report.kinds import BOLD, FAINT, KIND_COLOURS, KIND_WORDS, painted, plain
from procmap.report.locate import Located, locate_ref
from procmap.report.visible import visible
from procmap.text import Language, Text

if TYPE_CHECKING:
    from procmap.read.reading import Reading

__all__ = ["terminal_report"]

_ASK_ROLE = Text(sv="Fråga {role}", en="Ask {role}")
_ASK = Text(sv="Fråga", en="Ask")
_ALSO = Text(sv="Gäller också {places}.", en="This is also about {places}.")
_SOME = Text(sv="{places} med flera", en="{places} and others")
_LINE = Text(sv="rad {line}", en="line {line}")
_AND = Text(sv=" och ", en=" and ")
_MORE = Text(
    sv="Varför, och hur det kan skrivas: procmap explain {code}",
    en="Why, and how it can be written: procmap explain {code}",
)
_NOTHING = Text(
    sv="procmap hittade inget att fråga om. Det betyder inte att kartan är färdig eller stämmer: det vet bara de som "
    "gör arbetet. Läs den tillsammans med dem.",
    en="procmap found nothing to ask about. That does not mean that the map is finished or true: only those who do the "
    "work know that. Read it together with them.",
)
_NOTHING_NEW = Text(
    sv="Inget nytt att fråga om sedan den tidigare rapporten.",
    en="Nothing new to ask about since the earlier report.",
)

_LONGEST = 2000
"""Characters of a message; a label can be as long as a file."""
_MOST_PLACES = 8

_Painter = Callable[[str, str], str]


def terminal_report(
    located: Sequence[Located],
    reading: Reading,
    language: Language,
    *,
    texts: Mapping[str, bytes] | None = None,
    colour: bool = False,
    width: int = 80,
    compared: bool = False,
) -> str:
    """All findings in lines of at most ``width`` cells (a path is never broken).

    They stand file by file and line by line, but a file's errors come first, since the rest may be their doing.
    ``texts`` holds files that the reading does not, by path. ``compared``: only what is new since an earlier report is
    given.
    """
    if not located:
        return "\n".join(wrap((_NOTHING_NEW if compared else _NOTHING)(language), width)) + "\n"
    paint = painted if colour else plain
    lines = dict(texts or {})
    lines.update((source.path.replace("\\", "/"), source.data) for source in reading.sources.values())
    cut: dict[str, Lines] = {}
    parts = []
    for each in sorted(located, key=lambda each: (each.place.path, each.finding.kind != "error")):
        path = each.place.path
        if path in lines and path not in cut:
            cut[path] = Lines(lines[path])
        parts.append("\n".join(_finding(each, reading, cut.get(path), language, paint, width)))
    worst = min(located, key=lambda each: KINDS.index(each.finding.kind)).finding
    parts.append("\n".join(wrap(_MORE(language, code=worst.code), width)))
    return "\n\n".join(parts) + "\n"


def _finding(
    located: Located, reading: Reading, lines: Lines | None, language: Language, paint: _Painter, width: int
) -> Iterator[str]:
    finding, place = located.finding, located.place
    colour = KIND_COLOURS[finding.kind]
    kind = KIND_WORDS[finding.kind](language)
    yield f"{paint(_where(place), BOLD)}  {paint(kind, colour)}  {finding.code} {finding.name}"
    yield from wrap(_clean(finding.message(language)), width, "  ")
    line = lines.line(place.line) if lines and place.line else None
    if line is not None and line.strip():
        number = str(place.line)
        text, carets = excerpt(line, place.column, place.length, width - len(number) - 5)
        yield f"  {paint(f'{number} │', FAINT)} {text}"
        if carets:
            yield f"  {paint(' ' * len(number) + ' │', FAINT)} {paint(carets, colour)}"
    if also := _also(finding, place, reading, language):
        yield from wrap(_ALSO(language, places=also), width, "  ")
    if finding.question:
        ask = _ASK_ROLE.fill(role=finding.role) if finding.role else _ASK
        yield from wrap(_clean(f"{ask(language)}: {finding.question(language)}"), width, "  ")


def _where(place: Place) -> str:
    path = visible(place.path) or "procmap"
    if place.line is None:
        return path
    return f"{path}:{place.line}" + (f":{place.column}" if place.column is not None else "")


def _also(finding: Finding, place: Place, reading: Reading, language: Language) -> str:
    """The other places of a finding that gathers several: ``rad 7, rad 9 och annan.yaml:4``."""
    also = (locate_ref(ref, reading) for ref in finding.refs[1:])
    others = dict.fromkeys((at.path, at.line) for at in also if at is not None and at.line)
    words = [
        _LINE(language, line=line) if path == place.path else f"{visible(path)}:{line}"
        for path, line in others
        if (path, line) != (place.path, place.line)
    ]
    if len(words) > _MOST_PLACES:
        return _SOME(language, places=", ".join(words[:_MOST_PLACES]))
    return _AND(language).join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _clean(text: str) -> str:
    shown = " ".join(text[:_LONGEST].split())
    return visible(shown) + ("…" if len(text) > _LONGEST else "")
