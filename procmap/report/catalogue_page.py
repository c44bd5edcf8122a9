"""The catalogue of checks as a page to read: every check with its question, source and examples, and every rule.

The lists that the catalogue was made from hold more rules than there are checks; each rule has a row here, which says
where it is asked or why no map can answer it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from procmap.checks.check import DEFAULT, Check
from procmap.finding import Notice
from procmap.report.catalogue import opened, sourced
from procmap.report.diff_markdown import cell
from procmap.report.kinds import KIND_WORDS
from procmap.text import Language, Text

__all__ = ["markdown_catalogue"]

_TITLE = Text("Det som procmap kan fråga om", "What procmap can ask about")
_ABOUT = Text(
    sv="Sidan är gjord av `procmap checks --format markdown` ur kontrollerna själva. `procmap explain KOD` visar en av "
    "dem. Det som beror på kartan står som `…`. En kontroll utan `--for` är med från början; de andra tittar procmap "
    "på när någon ber om det. Ordningen säger inget om vad som är viktigt.",
    en="This page is made by `procmap checks --format markdown` out of the checks themselves. `procmap explain CODE` "
    "shows one of them. What depends on the map stands as `…`. A check without `--for` is there from the start; the "
    "others are looked at when somebody asks. The order says nothing of what matters.",
)
_SUBJECTS = {
    "DOC": Text("Filen", "The file"),
    "CFG": Text("Inställningar", "Configuration"),
    "FLW": Text("Flödet", "The flow"),
    "LBL": Text("Namn", "Names"),
    "DAT": Text("Uppgifter", "Data"),
    "KNO": Text("Kunskap", "Knowledge"),
    "RPA": Text("Inför en robot", "Before a robot"),
    "ESV": Text("Inför en e-tjänst", "Before an e-service"),
    "JRN": Text("Resan", "The journey"),
    "BPR": Text("Resan och arbetet bakom", "The journey and the work behind it"),
    "SHR": Text("Inför delning", "Before sharing"),
    "BPM": Text("BPMN-filer", "BPMN files"),
    "PRO": Text("procmap självt", "procmap itself"),
}
_ASK = Text("Fråga", "Ask")
_WHY = Text("Varför", "Why")
_SOURCE = Text("Källa", "Source")
_LIMITS = Text("Gränser i `procmap.toml`", "Thresholds in `procmap.toml`")
_ALSO = Text("Svarar också på", "Also answers")
_BAD = Text("Här hittas det", "Found here")
_GOOD = Text("Så kan det skrivas", "How it can be written")
_TO_VERIFY = Text("Källor som ingen har kontrollerat än", "Sources that nobody has verified yet")
_VERIFY = Text(
    sv="De här frågorna bygger på källor som ingen har läst på nytt än. De är frågor att stämma av, aldrig råd.",
    en="These questions rest on sources that nobody has read again yet. They are questions to verify, never advice.",
)
_RULES = Text("Listornas regler, rad för rad", "The rules of the lists, row by row")
_RULE = (Text("Regel", "Rule"), Text("Frågas av, eller varför inte", "Asked by, or why not"))


def markdown_catalogue(notices: Sequence[Notice], left_out: Mapping[str, Text], language: Language) -> str:
    """The page in Markdown, in the order of codes; ``left_out`` holds the rules that no check answers, and why."""
    ordered = sorted(notices, key=lambda notice: notice.code)
    heads = {subject: _head(subject, language) for subject in dict.fromkeys(notice.code[:3] for notice in ordered)}
    lines = [f"# {_TITLE(language)}", "", _ABOUT(language), ""]
    lines += [*(f"- [{head}](#{_anchor(head)})" for head in (*heads.values(), _RULES(language))), ""]
    for subject, group in groupby(ordered, lambda notice: notice.code[:3]):
        lines += [f"## {heads[subject]}", ""]
        for notice in group:
            lines += [*_section(notice, language), ""]
    checks = [notice for notice in notices if isinstance(notice, Check)]
    if unverified := [check for check in checks if check.unverified]:
        lines += [f"## {_TO_VERIFY(language)}", "", _VERIFY(language), ""]
        lines += [f"- {check.code} {check.name}: {check.source}" for check in unverified] + [""]
    lines += [f"## {_RULES(language)}", "", *_table(_rows(checks, left_out), language)]
    return "\n".join(lines) + "\n"


def _head(subject: str, language: Language) -> str:
    title = _SUBJECTS.get(subject)
    return f"{subject}: {title(language)}" if title else subject


def _anchor(head: str) -> str:
    """Where a link to a heading leads, as most that show Markdown have it."""
    return "".join(sign for sign in head.lower().replace(" ", "-") if sign.isalnum() or sign == "-")


def _section(notice: Notice, language: Language) -> Iterator[str]:
    yield f"### {notice.code} {notice.name}"
    yield ""
    when = "" if DEFAULT in notice.packs else ", " + ", ".join(f"`--for {pack}`" for pack in notice.packs)
    yield f"*{KIND_WORDS[notice.kind](language)}*{when}. {opened(notice.message, language)}"
    yield ""
    if notice.question:
        role = f" {opened(notice.role, language)}" if notice.role else ""
        yield f"- **{_ASK(language)}{role}:** {opened(notice.question, language)}"
    yield f"- **{_WHY(language)}:** {notice.rationale(language)}"
    yield f"- **{_SOURCE(language)}:** {sourced(notice, language)}"
    if isinstance(notice, Check):
        if notice.thresholds:
            limits = ", ".join(f"`{name} = {value:g}`" for name, value in notice.thresholds.items())
            yield f"- **{_LIMITS(language)}:** {limits}"
        if notice.answers:
            yield f"- **{_ALSO(language)}:** {', '.join(notice.answers)}"
        for title, example in ((_BAD, notice.bad), (_GOOD, notice.good)):
            mark = "xml" if example.startswith("<") else "yaml"
            yield from ("", f"{title(language)}:", "", f"```{mark}", *example.strip("\n").splitlines(), "```")


def _rows(checks: Iterable[Check], left_out: Mapping[str, Text]) -> dict[str, list[str] | Text]:
    """Each rule with the checks that answer it, or why none does."""
    rows: dict[str, list[str] | Text] = dict(left_out)
    for check in checks:
        for rule in (_own_rule(check.code), *check.answers):
            if isinstance(answered := rows.setdefault(rule, []), list):
                answered.append(check.code)
    return rows


def _own_rule(code: str) -> str:
    """The rule that a check has its number from: RPA011 is RPA-011, JRN012 and BPR012 are J12."""
    subject, number = code[:3], code[3:]
    return f"J{int(number):02}" if subject in ("JRN", "BPR") else f"{subject}-{number}"


def _table(rows: Mapping[str, list[str] | Text], language: Language) -> Iterator[str]:
    yield "| " + " | ".join(title(language) for title in _RULE) + " |"
    yield "|---|---|"
    for rule, answered in sorted(rows.items()):
        where = ", ".join(answered) if isinstance(answered, list) else answered(language)
        yield f"| {rule} | {cell(where)} |"
