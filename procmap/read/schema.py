"""JSON Schemas (draft-07) of the documents people write, generated from the tables of keys.

They are for editors: completion, explanations in both languages, and the slips that a schema can see. A schema knows
no order of keys, so it cannot tell a misspelt key of a step from the name of a lane; the reader can.
"""

from __future__ import annotations

from typing import Any

from procmap.errors import BadUsage
from procmap.read.bpmn_words import WORDS
from procmap.read.journey_keys import JOURNEY, OPPORTUNITY, PHASE, STEP, TOUCHPOINT
from procmap.read.keys import CATALOGUE, COLLABORATION, EVENT, ONE_OR_MANY, PATH, POOL, PROCESS, SECTIONS, shape
from procmap.read.kinds import TABLES
from procmap.read.names import nearest
from procmap.read.table import Table
from procmap.read.variant import VERBS
from procmap.text import Text

__all__ = ["KINDS", "schema"]

_DOCUMENTS: dict[str, Table] = {
    "process": PROCESS,
    "journey": JOURNEY,
    "collaboration": COLLABORATION,
    "catalogue": CATALOGUE,
}
KINDS: tuple[str, ...] = (*_DOCUMENTS, "variant")
"""The kinds of document that there is a schema of."""

_TEXT: dict[str, Any] = {"type": ["string", "number", "boolean"]}


def schema(kind: str) -> dict[str, Any]:
    """The schema of one kind of document, as a JSON-able dict. Raises BadUsage for a kind there is none of."""
    if kind == "variant":
        return _variant()
    table = _DOCUMENTS.get(kind)
    if table is None:
        guess = nearest(kind, KINDS) or ", ".join(KINDS)
        raise BadUsage(
            Text(
                sv="Det finns inget schema för ”{kind}”. Välj: {guess}.",
                en="There is no schema of “{kind}”. Choose: {guess}.",
            ).fill(kind=kind, guess=guess)
        )
    whole = table.schema()
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": f"procmap: {kind}",
        "description": _both(table.what),
        **whole,
        "required": [kind],
        "definitions": _used(whole, _definitions()),
    }


def _variant() -> dict[str, Any]:
    """A variant may hold any key of what it is a variant of; its changes start with one of the verbs."""
    change = {"type": "object", "anyOf": [{"required": [verb]} for verb in VERBS]}
    keys: dict[str, dict[str, Any]] = {
        "variant": {"description": _both(Text(sv="Variantens namn.", en="The name of the variant.")), **shape("label")},
        "of": {
            "description": _both(Text(sv="Dokumentet den utgår från.", en="The document it starts from.")),
            "type": "string",
        },
        "changes": {
            "description": _both(
                Text(
                    sv="Ändringarna: at, after, before, instead_of eller without, och det som ändras.",
                    en="The changes: at, after, before, instead_of or without, and what is changed.",
                )
            ),
            "type": "array",
            "items": change,
        },
    }
    others = {**JOURNEY.schema()["properties"], **PROCESS.schema()["properties"]}
    properties = {**keys, **{name: value for name, value in others.items() if name not in ("process", "journey")}}
    whole = {"type": "object", "properties": properties, "additionalProperties": False}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "procmap: variant",
        "description": _both(Text(sv="en variant", en="a variant")),
        **whole,
        "required": ["variant", "of"],
        "definitions": _used(whole, _definitions()),
    }


def _used(whole: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    """The definitions that a schema refers to, directly or through others."""
    used: set[str] = set()
    open_: list[Any] = [whole]
    while open_:
        part = open_.pop()
        if isinstance(part, list):
            open_ += part
        elif isinstance(part, dict):
            name = str(part.get("$ref", "")).rpartition("/")[2]
            if name and name not in used:
                used.add(name)
                open_.append(definitions[name])
            open_ += part.values()
    return {name: definition for name, definition in definitions.items() if name in used}


def _both(words: Text) -> str:
    """Editors show one description: Swedish first, English below."""
    return f"{words('sv')}\n\n{words('en')}"


def _definitions() -> dict[str, Any]:
    step: dict[str, Any] = {
        "type": "object",
        "properties": {},
        "additionalProperties": shape("label"),
        "minProperties": 1,
    }
    for kind, table in TABLES.items():
        for key in table.rows.values():
            step["properties"].setdefault(key.name, key.schema())
        step["properties"].setdefault(kind, {"anyOf": [shape("label"), {"type": "null"}]})
    both = [shape("label"), {"type": "string"}]
    step["properties"]["call"] = {"anyOf": both}
    step["properties"]["to"] = {"description": _both(TABLES["task"].rows["to"].words), "type": "string"}
    words = sorted({word for sort in WORDS.values() for word in sort})
    return {
        "label": {
            "anyOf": [
                _TEXT,
                {"type": "object", "properties": {"sv": _TEXT, "en": _TEXT}, "additionalProperties": False},
            ]
        },
        "unknown": {
            "description": _both(
                Text(
                    sv="?? när ni har frågat och ingen vet, n/a när det inte gäller.",
                    en="?? when you asked and nobody knows, n/a when it does not apply.",
                )
            ),
            "type": "string",
            "pattern": r"^(\?\?.*|n/a)$",
        },
        "stated": {
            "description": _both(
                Text(
                    sv="Värdet med var det kommer ifrån, eller olika svar under disputed.",
                    en="The value with where it comes from, or differing answers under disputed.",
                )
            ),
            "type": "object",
            "properties": {
                "value": {},
                "method": {"enum": ["told", "observed", "documented", "measured", "assumed"]},
                "by": {"type": "string"},
                "at": {"type": ["string", "number"]},
                "from": ONE_OR_MANY,
                "source": {"type": "string"},
                "word": {"type": "string"},
                "disputed": {"type": "array", "items": {"type": "object", "minProperties": 1, "maxProperties": 1}},
            },
            "anyOf": [{"required": ["value"]}, {"required": ["disputed"]}],
            "additionalProperties": False,
        },
        "step": {"anyOf": [_TEXT, step]},
        "steps": {"type": "array", "items": shape("step")},
        "path": {"anyOf": [{"type": ["string", "null"]}, shape("steps"), PATH.schema()]},
        "branches": {
            "anyOf": [
                {"type": "object", "additionalProperties": shape("path")},
                {"type": "array", "items": shape("path")},
            ]
        },
        "event": EVENT.schema(),
        "events": {"anyOf": [shape("event"), {"type": "array", "items": shape("event")}]},
        "bpmn": {"description": ", ".join(words), **ONE_OR_MANY},
        "persona": SECTIONS["personas"].table.schema(),
        "behind": {"anyOf": [{"type": ["string", "null"]}, {"type": "array", "items": {"type": "string"}}]},
        "touchpoints": _listed({**TOUCHPOINT.schema(), "patternProperties": {r"^\?\?": shape("behind")}}),
        "opportunities": _listed(OPPORTUNITY.schema()),
        "journey_steps": _listed({**STEP.schema(), "required": ["step"]}),
        "phases": _listed({**PHASE.schema(), "required": ["phase"]}),
        "pools": {
            "anyOf": [
                {
                    "type": "object",
                    "additionalProperties": {"anyOf": [{"type": ["string", "null"]}, POOL.schema()]},
                },
                {"type": "array", "items": {"type": "string"}},
            ]
        },
    }


def _listed(one: dict[str, Any]) -> dict[str, Any]:
    """A list of such entries, of which a bare text is one, or one alone."""
    item = {"anyOf": [one, {"type": "string"}]}
    return {"anyOf": [{"type": "array", "items": item}, item]}
