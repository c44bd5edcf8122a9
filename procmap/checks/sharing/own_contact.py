"""SHR011 own-contact: an address or a mobile telephone in the map is somebody's own, and not a function's."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.contacts import mobile_number, personal_address
from procmap.checks.words import WHO_LEADS, comment_at
from procmap.graph.view import View
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """One finding for each thing, and each comment, which goes along with the file.

    What the address or number is stands there, and is not repeated.
    """
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
    if "@" in text and personal_address(text):
        return _ADDRESS
    return _NUMBER if "7" in text and mobile_number(text) else None


_ADDRESS = Text(sv="en e-postadress med ett namn i", en="an address of e-mail with a name in it")
_NUMBER = Text(sv="numret till en mobiltelefon", en="the number of a mobile telephone")

CHECK = Check(
    code="SHR011",
    name="own-contact",
    kind="blocker",
    packs=("sharing",),
    message=Text(sv="Vid {thing} står {what}.", en="At {thing} stands {what}."),
    question=Text(
        sv="Vilken adress eller vilket nummer till en funktion kan stå vid {thing} i stället?",
        en="Which address or number of a function can stand at {thing} instead?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Det är en personuppgift, och den går ut med kartan till alla. En funktionsadress fungerar också när någon "
        "slutar.",
        en="It is personal data, and goes out with the map to everybody. An address of a function works when somebody "
        "leaves, too.",
    ),
    source="IVO, Personuppgifter (e-postadresser), ivo.se, läst 2026-11-30",
    bad="""\
changes:
  - at: Registrera anmälan
    note: Fråga anna.andersson@kommunen.se om det krånglar
""",
    good="""\
changes:
  - at: Registrera anmälan
    note: Fråga registrator@kommunen.se om det krånglar
""",
    find=find,
)
