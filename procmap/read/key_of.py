"""Which key of the language speaks of which attribute of the model."""

from __future__ import annotations

from functools import cache

from procmap.read import journey_keys, keys
from procmap.read.key import Key
from procmap.read.table import Table

__all__ = ["key_of", "table_of"]

_TABLES: dict[str, Table] = {
    "CallActivity": keys.CALL,
    "Catalogue": keys.CATALOGUE,
    "Collaboration": keys.COLLABORATION,
    "Data": keys.DATUM,
    "Deadline": keys.DEADLINE,
    "Decision": keys.DECISION,
    "EService": keys.E_SERVICE,
    "Event": keys.WAIT,
    "Evidence": keys.EVIDENCE,
    "ExceptionCase": keys.EXCEPTION,
    "Gateway": keys.GATEWAY,
    "Gdpr": keys.GDPR,
    "Handover": keys.HANDOVER,
    "Identification": keys.IDENTIFICATION,
    "Journey": journey_keys.JOURNEY,
    "Lane": keys.LANE,
    "LegalBasis": keys.LEGAL_BASIS,
    "Message": keys.MESSAGE_TABLE,
    "Opportunity": journey_keys.OPPORTUNITY,
    "Persona": keys.PERSONA,
    "Phase": journey_keys.PHASE,
    "Pool": keys.POOL,
    "Process": keys.PROCESS,
    "Rule": keys.RULE,
    "SequenceFlow": keys.PATH,
    "Signature": keys.SIGNATURE,
    "Statement": journey_keys.STATEMENT,
    "Step": journey_keys.STEP,
    "SubProcess": keys.SUBPROCESS,
    "System": keys.SYSTEM,
    "Task": keys.ACTIVITY,
    "Validation": keys.VALIDATED,
}


def table_of(kind: str) -> Table | None:
    """The table of keys for a class of the model, by its name; None where the language has no keys for it."""
    return _TABLES.get(kind)


@cache
def key_of(kind: str, attribute: str) -> Key | None:
    """The key that sets an attribute of a class; None where the attribute is written in another way."""
    table = table_of(kind)
    return next((row for row in table.rows.values() if row.target == attribute), None) if table else None
