"""Proofs for programs. The keys and their order are a contract; a change raises ``version``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from procmap.ref import Ref
from procmap.report.locate import locate_ref
from procmap.report.proof_text import Proved
from procmap.text import Language
from procmap.verify.result import PROPERTIES

if TYPE_CHECKING:
    from procmap.read.reading import Reading

__all__ = ["json_proofs"]


def json_proofs(proved: Sequence[Proved], reading: Reading, language: Language) -> str:
    """``{"version": 1, "processes": […]}``; elements are paths of ids within their process, what is not known is null.

    All keys are always there, for each property too.
    """
    report = {"version": 1, "processes": [_process(each, reading, language) for each in proved]}
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _process(each: Proved, reading: Reading, language: Language) -> dict[str, Any]:
    proof = each.proof
    place = locate_ref(Ref(each.process.id), reading)
    trace = proof.trace
    return {
        "id": each.process.id,
        "path": place.path if place is not None else None,
        "verdict": proof.verdict,
        "properties": {name: proof.properties[name] for name in PROPERTIES},
        "elements": {name: list(proof.elements.get(name, ())) for name in PROPERTIES},
        "trace": {"elements": list(trace.elements), "shortest": trace.shortest} if trace is not None else None,
        "states": proof.states,
        "reason": proof.reason(language) if proof.reason is not None else None,
    }
