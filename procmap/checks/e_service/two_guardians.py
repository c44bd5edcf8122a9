"""ESV021 two-guardians: guardians use the e-service, and it does not say whether both must."""

from __future__ import annotations

import re
from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS, answers_for
from procmap.graph.e_services import EServiceAt, e_services
from procmap.graph.mentions import mentioned, words
from procmap.graph.view import View
from procmap.model.e_service import Signature
from procmap.text import Text

_GUARDIANS = re.compile(r"vårdnadshavare|förälder|föräldrar|guardian|parent")
_IN_HER_PLACE = re.compile(r"ombud|fullmakt|god man|ställföreträdare|representative|proxy")
_SAID = re.compile(
    r"\b(båda|bägge|ena|andra|en av|ensam\w*|gemensam\w*|both|either|one|other|joint|sole)\b"
    r"[\w ]{0,40}(vårdnad|förälder|föräldrar|guardian|parent|custody)"
    r"|\b(båda|bägge) (måste|ska|skriver|behöver|godkänner|logga)|räcker [\w ]{0,10}\ben\b"
    r"|\bden andra (får|informeras|underrättas|godkänner|meddelas|måste)|\bboth (must|sign|are to)|\bone is enough"
)


def find(view: View) -> Iterator[Hit]:
    """Where nobody but guardians applies: if a young person may do so alone, no guardian must."""
    is_said = mentioned(view, _SAID)
    for at in e_services(view):
        signature = view.value(at.service, "signature")
        several = isinstance(signature, Signature) and view.value(signature, "kind") == "multi_party"
        if not several and _is_for_guardians(view, at) and not is_said(at.process):
            ref = at.ref.of("e_service", "who_may_apply")
            yield hit(ref, process=view.label(at.ref), role=answers_for(view, at))


def _is_for_guardians(view: View, at: EServiceAt) -> bool:
    lanes = [lane.name for lane in at.process.lanes if view.kind(at.process, lane.id) == "customer"]
    who = [word.casefold() for word in words(view.value(at.service, "who_may_apply") or tuple(lanes))]
    others = [word for word in who if not _IN_HER_PLACE.search(word)]
    return bool(others) and all(_GUARDIANS.search(word) for word in others)


CHECK = Check(
    code="ESV021",
    name="two-guardians",
    kind="gap",
    packs=("e-service",),
    message=Text(
        sv="Vårdnadshavare använder e-tjänsten för {process}, och det står inte om det räcker med en av dem.",
        en="Guardians use the e-service for {process}, and it does not say whether one of them is enough.",
    ),
    question=Text(
        sv="Måste båda vårdnadshavarna vara med i {process}, och hur får den andra veta det och svara?",
        en="Must both guardians take part in {process}, and how does the other one learn of it and answer?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="De som har gemensam vårdnad ska som huvudregel vara överens. Vad kommunen ska kontrollera skiljer sig "
        "mellan ärenden: fråga en jurist. I en e-tjänst behöver det vara bestämt, också för den som är ensam "
        "vårdnadshavare.",
        en="Those who share custody are as a rule to agree. What the municipality must make sure of differs by kind of "
        "case: ask a lawyer. In an e-service it must be decided, for sole guardians too.",
    ),
    source="JO dnr 8482-2017 och 7417-2017, lagen.nu, lästa 2026-11-30",
    bad="""\
e_service:
  who_may_apply: vårdnadshavare
""",
    good="""\
e_service:
  who_may_apply: båda vårdnadshavarna tillsammans, den som är ensam vårdnadshavare
""",
    find=find,
)
