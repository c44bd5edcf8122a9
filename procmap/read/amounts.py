"""Amounts as people write them: ``10 min``, ``5-30 s``, ``ca 2 d``, ``tre veckor``, ``300/month``, ``1 184 kr``."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from procmap.model.quantity import Duration, Measure, Money, Period, TimeUnit, Volume

__all__ = ["read_count", "read_date", "read_duration", "read_level", "read_limit", "read_rate", "read_volume"]

_NUMBER = r"[-−–]?\d{1,15}(?:[  ]\d{3})*(?:[.,]\d{1,9})?"
_ABOUT = r"(?P<about>(?:ca\.?|cirka|ungefär|about|approx\.?|~)\s*)?"
_SPAN = rf"{_ABOUT}(?P<low>{_NUMBER})(?:\s*(?:[-–—]|till|to)\s*(?P<high>{_NUMBER}))?"
_DURATION = re.compile(rf"{_SPAN}\s*(?P<unit>[^\W\d][\w .]*)", re.IGNORECASE)
_TWO_UNITS = re.compile(
    rf"{_ABOUT}(?P<many>\d{{1,9}})\s*(?P<big>[^\W\d]+)\.?\s*(?:och|and|,)?\s*(?P<few>\d{{1,9}})\s*(?P<small>[^\W\d]+)\.?",
    re.IGNORECASE,
)
_VOLUME = re.compile(
    rf"{_SPAN}\s*(?:[^\W\d][\w-]*\.?\s+)?(?:/|per\b|i\b|om\b|a\b|varje\b|every\b)\s*(?P<per>\w+)", re.IGNORECASE
)
_RATE = re.compile(rf"({_NUMBER})\s*(%|procent|percent)?", re.IGNORECASE)
_MONEY = re.compile(rf"({_NUMBER})\s*(kr|kronor|sek|eur|euro|€|nok|dkk|usd)(?!\w)\.?", re.IGNORECASE)
_MEASURE = re.compile(rf"({_NUMBER})(?:\s*([^\W\d][\w/²³]*|%|°[^\W\d]?))?")
_ISO = re.compile(
    r"P(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<weeks>\d+)W)?(?:(?P<d>\d+)D)?"
    r"(?:T(?:(?P<h>\d+)H)?(?:(?P<min>\d+)M)?(?:(?P<s>\d+)S)?)?"
)
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")

NUMBER_WORDS: dict[str, str] = {
    word: str(number)
    for number, words in enumerate(
        (
            "en ett one a an", "två two", "tre three", "fyra four", "fem five", "sex six", "sju seven", "åtta eight",
            "nio nine", "tio ten", "elva eleven", "tolv twelve",
        ),
        1,
    )
    for word in words.split()
}
_WORD_FIRST = re.compile(rf"({_ABOUT})({'|'.join(NUMBER_WORDS)})\s+(?=[^\W\d])", re.IGNORECASE)

UNITS: dict[str, TimeUnit] = {}
for _unit, _words in {
    "s": "s sek sekund sekunder sec second seconds",
    "min": "min minut minuter minute minutes",
    "h": "h t tim timme timmar hour hours",
    "d": "d dag dagar dygn day days",
    "weeks": "w v vecka veckor week weeks",
    "months": "mån månad månader mo month months",
    "years": "y år year years",
}.items():
    for _word in _words.split():
        UNITS[_word] = _unit  # type: ignore[assignment]
for _word in ("working day", "working days", "business days", "arbetsdag", "arbetsdagar", "vardag", "vardagar"):
    UNITS[_word] = "working days"

_PERIODS: dict[str, Period] = {}
for _period, _words in {
    "hour": "hour h timme timmen tim",
    "day": "day d dag dagen dygn",
    "week": "week w vecka veckan v",
    "month": "month mo månad månaden mån",
    "quarter": "quarter q kvartal kvartalet",
    "year": "year y år året",
}.items():
    for _word in _words.split():
        _PERIODS[_word] = _period  # type: ignore[assignment]

_ISO_SECONDS = {"d": 86_400, "h": 3600, "min": 60, "s": 1}
_EXACT_SECONDS: dict[TimeUnit, int] = {"weeks": 604_800, "d": 86_400, "h": 3600, "min": 60, "s": 1}


def _number(text: str) -> Decimal:
    return Decimal(re.sub(r"[  ]", "", text).replace(",", ".").replace("−", "-").replace("–", "-"))


def _span(match: re.Match[str]) -> tuple[Decimal, Decimal | None, bool] | None:
    low = _number(match["low"])
    high = _number(match["high"]) if match["high"] else None
    if low < 0 or (high is not None and high < low):
        return None
    return low, high, bool(match["about"])


_PART_OF_HOUR = re.compile(
    rf"{_ABOUT}(?:(?P<many>\d{{1,6}}|{'|'.join(NUMBER_WORDS)})\s+)?"
    r"(?:(?P<quarter>kvart|kvartar|quarters?\s+(?:of\s+an\s+)?hour)|halv\s?timm(?:e|a|ar)|half\s+(?:an\s+)?hour)",
    re.IGNORECASE,
)


def _part_of_hour(text: str) -> Duration | None:
    """``en kvart`` is a quarter of an hour and ``en halvtimme`` half of one, in minutes."""
    match = _PART_OF_HOUR.fullmatch(text)
    if match is None:
        return None
    many = (match["many"] or "1").lower()
    minutes = Decimal(NUMBER_WORDS.get(many, many)) * (15 if match["quarter"] else 30)
    return Duration(minutes, "min", None, bool(match["about"]))


def read_duration(text: str) -> Duration | None:
    """A length of time, None where the text is none."""
    text = text.strip()
    if text[:1] == "P":
        return _iso(text)
    written = text
    if text[:1].isalpha():
        text = _WORD_FIRST.sub(lambda m: f"{m[1]}{NUMBER_WORDS[m[3].lower()]} ", text, count=1)
    match = _DURATION.fullmatch(text)
    unit = UNITS.get(" ".join(match["unit"].lower().rstrip(".").split())) if match else None
    span = _span(match) if match else None
    return Duration(span[0], unit, span[1], span[2]) if span and unit else _two_units(text) or _part_of_hour(written)


def _two_units(text: str) -> Duration | None:
    """``1 h 30 min``, in the smaller unit."""
    match = _TWO_UNITS.fullmatch(text)
    big, small = (UNITS.get(match[name].lower()) for name in ("big", "small")) if match else (None, None)
    if not match or big is None or small is None or not {big, small} <= _EXACT_SECONDS.keys():
        return None
    times, rest = divmod(_EXACT_SECONDS[big], _EXACT_SECONDS[small])
    if rest or times < 2:
        return None
    return Duration(Decimal(int(match["many"]) * times + int(match["few"])), small, None, bool(match["about"]))


def _iso(text: str) -> Duration | None:
    """ISO 8601, in its smallest unit; years and months are not mixed with days, whose number they do not fix."""
    match = _ISO.fullmatch(text)
    parts = {unit: int(n) for unit, n in match.groupdict().items() if n} if match else {}
    if not parts:
        return None
    if len(parts) == 1:
        unit, n = next(iter(parts.items()))
        return Duration(Decimal(n), unit)  # type: ignore[arg-type]
    if set(parts) == {"years", "months"}:
        return Duration(Decimal(parts["years"] * 12 + parts["months"]), "months")
    if not set(parts) <= set(_ISO_SECONDS):
        return None
    smallest = min(parts, key=lambda unit: _ISO_SECONDS[unit])
    seconds = sum(n * _ISO_SECONDS[unit] for unit, n in parts.items())
    return Duration(Decimal(seconds // _ISO_SECONDS[smallest]), smallest)  # type: ignore[arg-type]


def read_volume(text: str) -> Volume | None:
    """How many in each period, None where the text does not say so."""
    match = _VOLUME.fullmatch(text.strip())
    per = _PERIODS.get(match["per"].lower()) if match else None
    span = _span(match) if match else None
    return Volume(span[0], per, span[1], span[2]) if span and per else None


def read_rate(text: str) -> float | None:
    """A share from 0 to 1, written so or as a percentage."""
    match = _RATE.fullmatch(text.strip())
    if not match:
        return None
    value = _number(match[1]) / (100 if match[2] else 1)
    return float(value) if 0 <= value <= 1 else None


def read_count(text: str) -> int | None:
    """A whole number from 0."""
    text = re.sub(r"[  ]", "", text.strip())
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else None


def read_date(text: str) -> str | None:
    """An ISO date, month or year that exists."""
    match = _DATE.fullmatch(text.strip())
    if not match:
        return None
    try:
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return None
    return text.strip()


def read_limit(text: str) -> Duration | Money | Measure | str:
    """A rule's threshold: a time, an amount of money, a number with its unit, or words."""
    money = _MONEY.fullmatch(text.strip())
    # "sek" is how people shorten seconds, and SEK a currency.
    duration = None if money and money[2] == "SEK" else read_duration(text)
    if duration:
        return duration
    if match := money:
        currency = match[2].lower()
        plain = currency if currency == "kr" else currency.upper()
        return Money(_number(match[1]), {"kronor": "kr", "euro": "EUR", "€": "EUR"}.get(currency, plain))
    if match := _MEASURE.fullmatch(text.strip()):
        return Measure(_number(match[1]), match[2] or "")
    return text


def read_level(text: str) -> int | None:
    """How it feels: -2 to 2, with either minus."""
    match = re.fullmatch(r"([-−–+]?)\s*([0-2])", text.strip())
    if not match:
        return None
    return -int(match[2]) if match[1] in ("-", "−", "–") and match[2] != "0" else int(match[2])
