"""SHR007 helps-an-intruder: a password, an account or an address of the inner network stands in the map."""

from __future__ import annotations

import re
from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import comment_at
from procmap.graph.view import View
from procmap.ref import Ref
from procmap.text import Text

_SECRET = r"(?:(?:lösenord\w{0,20}|password|passwd|pwd)\s*(?:är|is|[:=])\s*|://[^\s/:@]+:)(?P<secret>[^\s,;@]{6,})"
_PIN = r"(?<!\w)(?:pin(?:-?kod(?:en)?)?)\s*(?:är|is|[:=])\s*\d{4,6}(?!\d)"
_ACCOUNT = r"(?<![\w\\])(?:[A-ZÅÄÖ][\w-]{1,14}\\(?!\\)[\w.$-]{2,}|svc[_-]\w{2,})"
_INSIDE = (
    r"(?<![\d.])(?:10\.\d{1,3}|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d{1,3}\.\d{1,3}(?![\d.])"
    r"|\\\\[\w.-]+\\[\w.$-]+"
    r"|https?://(?:localhost|[\w-]+(?=[:/\s]|$)|[\w.-]+\.(?:local|intra|intern|internal|lan|corp)(?![\w.-]))"
)


def find(view: View) -> Iterator[Hit]:
    """One finding for each thing and sort, and each comment; what it is stands in the file, and is not repeated."""
    for document in view.documents:
        seen: set[tuple[Ref, Text]] = set()
        for written in view.texts(document, _what):
            what = _what(written.text)
            if what is not None and (written.ref.of(None), what) not in seen:
                seen.add((written.ref.of(None), what))
                yield hit(written.ref, thing=view.label(written.ref.of(None)), what=what)
    for comment in view.comments(_what):
        if (what := _what(comment.text)) is not None:
            yield hit(comment.ref, thing=comment_at(comment), what=what)


def _what(text: str) -> Text | None:
    if not re.search(r"[\\:=._-]|lösenord|passw|pin", text, re.IGNORECASE):
        return None
    for found in re.finditer(_SECRET, text, re.IGNORECASE):
        if re.search(r"\d", found["secret"]) and re.search(r"[^\W\d]", found["secret"]):
            return _PASSWORD
    if re.search(_PIN, text, re.IGNORECASE):
        return _PASSWORD
    if re.search(_INSIDE, text, re.IGNORECASE):
        return _ADDRESS
    return _LOGON if re.search(_ACCOUNT, text) else None


_PASSWORD = Text(sv="ett lösenord eller en kod", en="a password or a code")
_ADDRESS = Text(sv="en adress i det inre nätet", en="an address of the inner network")
_LOGON = Text(sv="namnet på ett konto", en="the name of an account")

CHECK = Check(
    code="SHR007",
    name="helps-an-intruder",
    kind="blocker",
    packs=("sharing",),
    message=Text(sv="Vid {thing} ser det ut att stå {what}.", en="At {thing} there seems to stand {what}."),
    question=Text(
        sv="Vad vid {thing} kan hjälpa den som vill ta sig in, och var ska det stå i stället?",
        en="What at {thing} can help somebody who wants to get in, and where is it to stand instead?",
    ),
    role=Text(sv="den som svarar för informationssäkerheten", en="whoever answers for information security"),
    rationale=Text(
        sv="Det som en gång har delats går inte att ta tillbaka. Kartan behöver veta att någon loggar in, inte hur.",
        en="What was shared once cannot be taken back. The map needs to know that somebody logs on, not how.",
    ),
    source="UiPath Workflow Analyzer, säkerhetsreglerna (ST-SEC), docs.uipath.com, 2026-11-23",
    bad="""\
changes:
  - at: Registrera anmälan
    note: Ecos nås på http://ecos-prod:8080/ från kontoret
""",
    good="""\
changes:
  - at: Registrera anmälan
    note: Ecos nås bara från kontoret
""",
    find=find,
)
