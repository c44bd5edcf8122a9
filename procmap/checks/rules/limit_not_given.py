"""DAT052 limit-not-given: a rule names a limit in braces, and nothing says how large it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.rule_cases import all_rules, who_may_change
from procmap.checks.words import WHO_LEADS, listing
from procmap.graph.labels import quoted
from procmap.graph.view import View
from procmap.model.knowledge import known
from procmap.text import Text

_NAMED = r"\{([^\W\d][\w-]{0,60})\}"


def find(view: View) -> Iterator[Hit]:
    """With what stands among the limits and is not named: it is most often the same, spelt in another way."""
    for ref, rule in all_rules(view):
        named = list(dict.fromkeys(re.findall(_NAMED, known(rule.says) or "")))
        given = [limit.name for limit in rule.limits]
        missing = [name for name in named if name not in given]
        if not missing:
            continue
        spare = [name for name in given if name not in named]
        yield hit(
            ref.of("says"),
            rule=view.label(ref),
            limits=listing(quoted(name) for name in missing),
            guess=_SPARE.fill(names=listing(quoted(name) for name in spare)) if spare else "",
            role=who_may_change(view, ref, rule),
        )


_SPARE = Text(
    sv=" Under limits står {names}, som regeln inte nämner.",
    en=" Below limits stands {names}, which the rule does not name.",
)

CHECK = Check(
    code="DAT052",
    name="limit-not-given",
    kind="gap",
    message=Text(
        sv="Regeln {rule} nämner {limits}, men det står inte hur stor gränsen är.{guess}",
        en="The rule {rule} names {limits}, but it does not say how large the limit is.{guess}",
    ),
    question=Text(
        sv="Hur stor är gränsen i {rule}: {limits}?",
        en="How large is the limit in {rule}: {limits}?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Ett tal som står på ett ställe kan ändras på ett ställe. Ett namn utan tal är en lucka i regeln.",
        en="A number that stands in one place can be changed in one place. A name without a number is a hole in the "
        "rule.",
    ),
    source="procmap, kartspråket, 2026-11-30",
    bad="""\
rules:
  komplett-anmalan:
    name: Anmälan i tid
    says: Anmälan kommer in minst {tid} före start
    limits: {dagar: 14 d}
    source: LIVSFS 2022:8 2 §
""",
    good="""\
rules:
  komplett-anmalan:
    name: Anmälan i tid
    says: Anmälan kommer in minst {tid} före start
    limits: {tid: 14 d}
    source: LIVSFS 2022:8 2 §
""",
    find=find,
)
