"""SHR001 person-named: somebody's name stands in the map, where a role or nobody should."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.person_names import name_in, name_of_a_role
from procmap.checks.words import WHO_LEADS, comment_at
from procmap.graph.labels import quoted
from procmap.graph.texts import Written
from procmap.graph.view import View
from procmap.model.catalogue import Persona
from procmap.model.resource import Lane
from procmap.ref import Ref
from procmap.text import Text

_ROLES = frozenset((
    "owner", "leader", "by", "role", "approves", "consults", "informs", "backup", "decided_by", "human_takeover",
    "robot_owner", "sender", "receiver",
))  # fmt: skip
"""Attributes that hold nothing but a role, in every class that has them."""


def find(view: View) -> Iterator[Hit]:
    """Each name once for each document, and for each comment in its file.

    A persona is made up, and a robot may well be called as people are.
    """
    for document in view.documents:
        seen: dict[str, list[Ref]] = {}
        for written in view.texts(document, _may_name):
            if isinstance(written.part, Persona) or (isinstance(written.part, Lane) and written.part.kind != "person"):
                continue
            name = name_of_a_role(written.text) if _is_role(written) else name_in(written.text)
            if name is not None:
                seen.setdefault(name, []).append(written.ref)
        for name, refs in seen.items():
            first, *others = dict.fromkeys(refs)
            yield hit(first, *others, name=quoted(name), document_name=view.label(Ref(document.id)))
    for comment in view.comments(_may_name):
        if (name := name_in(comment.text)) is not None:
            yield hit(comment.ref, name=quoted(name), document_name=comment_at(comment))


def _may_name(text: str) -> bool:
    """Whether a text has a word with a capital that a name could be, so that most texts cost nothing."""
    return not text.islower()


def _is_role(written: Written) -> bool:
    return written.name in _ROLES or (isinstance(written.part, Lane) and written.name == "name")


CHECK = Check(
    code="SHR001",
    name="person-named",
    kind="risk",
    packs=("sharing",),
    message=Text(
        sv="{name} i {document_name} ser ut som en persons namn.",
        en="{name} in {document_name} looks like a person's name.",
    ),
    question=Text(
        sv="Är {name} en verklig person, och vilken roll kan stå där i stället?",
        en="Is {name} a real person, and which role can stand there instead?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Ett namn är en personuppgift, och det blir fel när någon byter arbete. En annan kommun har nytta av "
        "rollen, inte av namnet.",
        en="A name is personal data, and it is wrong as soon as somebody changes work. Another municipality has use "
        "for the role, not for the name.",
    ),
    source="Dataskyddsförordningen (EU) 2016/679 artikel 4.1, läst i gdprsummary.com 2026-11-30",
    bad="""\
owner: Anna Andersson
""",
    good="""\
owner: Miljöchef
""",
    find=find,
)
