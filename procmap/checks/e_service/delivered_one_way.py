"""ESV074 delivered-one-way: the answer comes only digitally, or only on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS, answers_for, listing
from procmap.graph.e_services import decides, e_services
from procmap.graph.labels import quoted
from procmap.graph.view import View
from procmap.text import Text

_DIGITAL = re.compile(
    r"digital\w*( post| brevlåd\w*)?|e-?post\w*|mejl\w*|mail\w*|mina meddelanden|mina sidor|e-?tjänst\w*|sms|kivra|"
    r"digital mailbox|e-?service|my pages|\bapp(en)?\b"
)
_PAPER = re.compile(r"brev|papper|\bpost|rekommendera|blankett|delgivningsman|letter|paper|\bmail\b")
_ONLY_DIGITAL = Text("bara digitalt", "only digitally")
_ONLY_PAPER = Text("bara på papper", "only on paper")


def find(view: View) -> Iterator[Hit]:
    """Only where something is decided, and every way that is named is plainly of one kind."""
    for at in e_services(view):
        if not decides(view, at.process):
            continue
        ways = view.value(at.service, "delivery") or ()
        kinds = {_kind(way.casefold()) for way in ways}
        if len(kinds) == 1 and (only := kinds.pop()) is not None:
            yield hit(
                at.ref.of("e_service", "delivery"),
                process=view.label(at.ref),
                only=only,
                ways=listing(quoted(way) for way in ways),
                role=answers_for(view, at),
            )


def _kind(way: str) -> Text | None:
    """What a way is alone; None where it is both, or cannot be told."""
    rest, digital = _DIGITAL.subn(" ", way)
    paper = _PAPER.search(rest) is not None
    return None if bool(digital) == paper else _ONLY_PAPER if paper else _ONLY_DIGITAL


CHECK = Check(
    code="ESV074",
    name="delivered-one-way",
    kind="gap",
    packs=("e-service",),
    message=Text(
        sv="Svaret i {process} kommer {only}: {ways}.",
        en="The answer in {process} comes {only}: {ways}.",
    ),
    question=Text(
        sv="Hur når svaret i {process} den som inte tar emot det så ({ways}), eller inte märker att det har kommit?",
        en="How does the answer in {process} reach those who do not receive it so ({ways}), or do not notice it?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Den som skickar digital post ser först om mottagaren har en digital brevlåda och vill ha post från er. "
        "Andra får den på papper. Den som har skickat in digitalt väntar sig ofta ett svar där.",
        en="Whoever sends digital post first sees whether the receiver has a digital mailbox and wants post from you. "
        "Others get it on paper. Those who sent in digitally often expect an answer there.",
    ),
    source="Digg, Så här funkar digital post, digg.se, läst 2026-11-30",
    bad="""\
e_service:
  delivery: digital brevlåda
""",
    good="""\
e_service:
  delivery: digital brevlåda, brev till den som saknar digital brevlåda
""",
    find=find,
)
