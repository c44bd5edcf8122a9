"""Proofs for programs. The keys and their order are a contract; a change raises ``version``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from procmap.ref import Ref
from procmap.report.locate import locate_ref
from procmap.report.proof_text import Proved
from procmap.report.together_text import ProvedTogether
from procmap.text import Language
from procmap.verify.result import PROPERTIES, Verification

if TYPE_CHECKING:
    from procmap.read.reading import Reading

__all__ = ["json_proofs"]


def json_proofs(
    proved: Sequence[Proved], reading: Reading, language: Language, together: Sequence[ProvedTogether] = ()
) -> str:
    """``{"version": 1, "processes": […]}``; elements are paths of ids within their process, what is not known is null.

    All keys are always there, for each property too. Collaborations stand behind the processes, under their own id,
    with paths that begin with the id of a process.
    """
    each_proof = [(each.process.id, each.proof) for each in proved]
    each_proof += [(each.collaboration.id, each.proof) for each in together]
    report = {"version": 1, "processes": [_entry(id, proof, reading, language) for id, proof in each_proof]}
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _entry(id: str, proof: Verification, reading: Reading, language: Language) -> dict[str, Any]:
    place = locate_ref(Ref(id), reading)
    trace = proof.trace
    return {
        "id": id,
        "path": place.path if place is not None else None,
        "verdict": proof.verdict,
        "properties": {name: proof.properties[name] for name in PROPERTIES},
        "elements": {name: list(proof.elements.get(name, ())) for name in PROPERTIES},
        "trace": {"elements": list(trace.elements), "shortest": trace.shortest} if trace is not None else None,
        "states": proof.states,
        "reason": proof.reason(language) if proof.reason is not None else None,
    }
