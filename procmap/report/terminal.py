"""Findings for people: file by file, whom to ask, and then where, what, and the question.

As short as it can be and still stand by itself, since what does not fit a screen is not read. Nothing is counted or
summed up: a number would be read as a grade.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from procmap.finding import KINDS, Finding, Place
from procmap.report.cells import cells, wrap
from procmap.report.excerpt import Lines, excerpt, says_more
from procmap.report.kinds import BOLD, FAINT, KIND_COLOURS, KIND_WORDS, painted, plain
from procmap.report.locate import Located, locate_ref
from procmap.report.sentence import sentence
from procmap.report.visible import visible
from procmap.text import Language, Text

if TYPE_CHECKING:
    from procmap.read.reading import Reading

__all__ = ["terminal_report"]

_ASK_ROLE = Text(sv="Fråga {role}:", en="Ask {role}:")
_ASK = Text(sv="Fråga:", en="Ask:")
_LOOK = Text(sv="Se också över:", en="Look at these too:")
_ALSO = Text(sv="Också {places}.", en="Also {places}.")
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

_MOST_PLACES = 8
_INDENT, _DEEPER = "    ", "      "
_ARROW = "    → "

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
    scope: Iterable[Text] = (),
) -> str:
    """All findings in lines of at most ``width`` cells (a path is never broken).

    They stand file by file, and in a file by whom to ask, line by line; a file's errors come first, since the rest may
    be their doing, and what stands in the way of what was asked for before the rest. ``texts`` holds files that the
    reading does not, by path. ``compared``: only what is new since an earlier report is given. ``scope``: what was
    looked at, said first.
    """
    opening = "".join("\n".join(wrap(sentence(each(language)), width)) + "\n" for each in scope)
    opening += "\n" if opening else ""
    if not located:
        return opening + "\n".join(wrap((_NOTHING_NEW if compared else _NOTHING)(language), width)) + "\n"
    paint = painted if colour else plain
    lines = dict(texts or {})
    lines.update((source.path.replace("\\", "/"), source.data) for source in reading.sources.values())
    files: dict[str, list[Located]] = {}
    for each in located:
        files.setdefault(each.place.path, []).append(each)
    parts = []
    for path, found in sorted(files.items()):
        cut = Lines(lines[path]) if path in lines else None
        groups = ["\n".join(group) for group in _groups(found, reading, cut, language, paint, width)]
        parts.append(f"{paint(visible(path) or 'procmap', BOLD)}\n" + "\n\n".join(groups))
    worst = min(located, key=lambda each: KINDS.index(each.finding.kind)).finding
    parts.append("\n".join(wrap(_MORE(language, code=worst.code), width)))
    return opening + "\n\n".join(parts) + "\n"


def _groups(
    found: Sequence[Located], reading: Reading, lines: Lines | None, language: Language, paint: _Painter, width: int
) -> Iterator[list[str]]:
    """The findings of a file by whom to ask, each group under a line that says so; without anybody to ask first."""
    by_role: dict[tuple[bool, str], list[Located]] = {}
    for each in sorted(found, key=_urgency):
        by_role.setdefault((each.finding.kind != "error", _whom(each.finding, language)), []).append(each)
    for number, key in enumerate(sorted(by_role, key=lambda key: (key[0], key[1] != ""))):
        header = key[1] or (_LOOK(language) if number else "")
        group = wrap(header, width) if header else []
        for each in by_role[key]:
            group.extend(_finding(each, reading, lines, language, paint, width))
        yield group


def _urgency(each: Located) -> int:
    """Errors, then what blocks; the rest keeps its order, since line by line is how one reads."""
    return min(KINDS.index(each.finding.kind), _THE_REST)


_THE_REST = KINDS.index("blocker") + 1


def _whom(finding: Finding, language: Language) -> str:
    if not finding.question:
        return ""
    return (_ASK_ROLE(language, role=sentence(finding.role(language))) if finding.role else _ASK(language))


def _finding(
    located: Located, reading: Reading, lines: Lines | None, language: Language, paint: _Painter, width: int
) -> Iterator[str]:
    finding, place = located.finding, located.place
    colour = KIND_COLOURS[finding.kind]
    said = sentence(finding.message(language))
    if also := _also(finding, place, reading, language):
        said += " " + _ALSO(language, places=also)
    question = sentence(finding.question(language)) if finding.question else ""
    shown = [(text, how) for text, how in ((_where(place), BOLD), (KIND_WORDS[finding.kind](language), colour)) if text]
    plainly = "  " + "".join(f"{text}  " for text, _ in shown)
    code = f"[{finding.code} {finding.name}]"
    message = wrap(said, width, _INDENT, plainly)
    asked = wrap(question, width, _DEEPER, _ARROW) if question else []
    last, indent = (asked, _DEEPER) if asked else (message, _INDENT)
    if cells(last[-1]) + 1 + cells(code) <= width:
        last[-1] += f" {paint(code, FAINT)}"
    else:
        last.append(indent + paint(code, FAINT))
    message[0] = "  " + "  ".join([*(paint(text, how) for text, how in shown), message[0][len(plainly) :]]).rstrip()
    yield from message
    line = lines.line(place.line) if lines and place.line else None
    if line is not None and line.strip() and _shows(finding, line, f"{said} {question}"):
        number = str(place.line)
        text, carets = excerpt(line, place.column, place.length, width - len(number) - 7)
        yield f"{_INDENT}{paint(f'{number} │', FAINT)} {text}"
        if carets:
            yield f"{_INDENT}{paint(' ' * len(number) + ' │', FAINT)} {paint(carets, colour)}"
    yield from asked


def _shows(finding: Finding, line: str, said: str) -> bool:
    """Whether the line itself helps: where it is to be mended, not where somebody is asked about what is missing."""
    if finding.kind in ("gap", "ask") and finding.question:
        return False
    return finding.kind == "error" or says_more(line, said)


def _where(place: Place) -> str:
    if place.line is None:
        return ""
    return str(place.line) + (f":{place.column}" if place.column is not None else "")


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
