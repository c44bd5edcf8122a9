"""What can be said, as people or programs look it up: one notice, or all of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from string import Formatter

from procmap.checks.check import DEFAULT, Check
from procmap.checks.reading_examples import reading_examples
from procmap.finding import Finding, Notice
from procmap.report.cells import wrap
from procmap.report.kinds import BOLD, KIND_COLOURS, KIND_WORDS, painted, plain
from procmap.text import Language, Text

__all__ = ["explanation", "json_catalogue", "opened", "sourced", "table"]

_WHY = Text(sv="Varför", en="Why")
_SOURCE = Text(sv="Källa", en="Source")
_UNVERIFIED = Text(sv="ej kontrollerad mot källan", en="not verified against its source")
_ALSO = Text(sv="Svarar också på", en="Also answers")
_WHEN = Text(sv="När", en="When")
_LIMITS = Text(sv="Gränser, som kan ändras i procmap.toml", en="Thresholds, which procmap.toml may change")
_BAD = Text(sv="Här hittas det", en="Found here")
_SAID = Text(sv="Orden ovan gäller det här exemplet", en="The words above are about this example")
_SAID_OF_LINE = Text(
    sv="Orden ovan gäller det här exemplet, rad {line}", en="The words above are about this example, line {line}"
)
_GOOD = Text(sv="Så kan det skrivas", en="How it can be written")
_ASK = Text(sv="Fråga", en="Ask")
_MORE = Text(sv="Mer om en av dem: procmap explain {code}", en="More about one of them: procmap explain {code}")
_KIND_WIDTH = 8


def explanation(
    notice: Notice, language: Language, *, example: Finding | None = None, colour: bool = False, width: int = 80
) -> str:
    """All there is to know about one thing that can be said.

    ``example`` is what it says of its own bad example, in those words it is shown; without it what depends on the map
    stands as ``…``.
    """
    paint = painted if colour else plain
    kind = paint(KIND_WORDS[notice.kind](language), KIND_COLOURS[notice.kind])
    said = example or notice
    lines = [f"{paint(notice.code, BOLD)} {notice.name}  {kind}", "", *wrap(opened(said.message, language), width)]

    def section(title: Text, text: str) -> None:
        lines.extend(("", paint(title(language), BOLD), *wrap(text, width, "  ")))

    if notice.question:
        role, question = (opened(text, language) if text else "" for text in (said.role, said.question))
        lines.extend(("", paint(f"{_ASK(language)} {role}".rstrip(), BOLD), *wrap(question, width, "  ")))
    section(_WHY, notice.rationale(language))
    if DEFAULT not in notice.packs:
        section(_WHEN, ", ".join(f"procmap check --for {pack}" for pack in notice.packs))
    section(_SOURCE, sourced(notice, language))
    if isinstance(notice, Check):
        if notice.answers:
            section(_ALSO, ", ".join(notice.answers))
        if notice.thresholds:
            lines.extend(("", paint(_LIMITS(language), BOLD), "  [thresholds]"))
            lines.extend(f"  {name} = {value:g}" for name, value in notice.thresholds.items())
    for title, written in zip((_bad_title(example), _GOOD), _examples(notice), strict=False):
        lines.extend(("", paint(title(language), BOLD)))
        lines.extend(f"  {line}".rstrip() for line in written.strip("\n").splitlines())
    return "\n".join(lines) + "\n"


def _examples(notice: Notice) -> tuple[str, ...]:
    """What is written as it finds it, and how it can be written; nothing where a notice has no example."""
    if isinstance(notice, Check):
        return notice.bad, notice.good
    return reading_examples().get(notice.code, ())


def _bad_title(example: Finding | None) -> Text:
    if example is None:
        return _BAD
    return _SAID_OF_LINE.fill(line=example.place.line) if example.place and example.place.line else _SAID


def sourced(notice: Notice, language: Language) -> str:
    """The source, and that nobody has verified it where that is so."""
    unverified = isinstance(notice, Check) and notice.unverified
    return f"{notice.source} ({_UNVERIFIED(language)})" if unverified else notice.source


def table(notices: Sequence[Notice], language: Language, *, colour: bool = False, width: int = 80) -> str:
    """Code, kind and name of each, and under it what it says."""
    paint = painted if colour else plain
    indent = " " * (8 + _KIND_WIDTH)
    lines = []
    for notice in notices:
        kind = paint(KIND_WORDS[notice.kind](language).ljust(_KIND_WIDTH), KIND_COLOURS[notice.kind])
        packs = "" if DEFAULT in notice.packs else f"  (--for {', '.join(notice.packs)})"
        lines.append(f"{paint(notice.code, BOLD)}  {kind}{notice.name}{packs}")
        lines.extend(wrap(opened(notice.message, language), width, indent))
    if notices:
        example = next((notice for notice in notices if isinstance(notice, Check)), notices[0])
        lines.extend(("", _MORE(language, code=example.code)))
    return "\n".join(lines) + "\n"


def json_catalogue(notices: Iterable[Notice], language: Language) -> str:
    """``{"version": 1, "checks": […]}``; placeholders stand in braces. The keys are a contract."""
    checks = [
        {
            "code": notice.code,
            "name": notice.name,
            "kind": notice.kind,
            "packs": list(notice.packs),
            "message": notice.message(language),
            "question": notice.question(language) if notice.question else None,
            "rationale": notice.rationale(language),
            "source": notice.source,
        }
        for notice in notices
    ]
    return json.dumps({"version": 1, "checks": checks}, ensure_ascii=False, indent=2) + "\n"


def opened(text: Text, language: Language) -> str:
    """The words with ``…`` for what the map would fill in."""
    words = text.sv if language == "sv" else text.en
    return "".join(before + ("…" if name is not None else "") for before, name, _, _ in Formatter().parse(words))
