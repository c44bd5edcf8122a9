"""Which processes were not read as they are written, so that nothing can be proved of them."""

from __future__ import annotations

from collections.abc import Iterable

from procmap.finding import Finding

__all__ = ["misread"]

_NOT_OF_THE_FLOW = frozenset({"BPM013"})
_BY_ATTRIBUTE = frozenset({"BPM011", "BPM012", "BPM033"})
_FLOW_ATTRIBUTES = frozenset(
    {
        *("sourceRef", "targetRef", "attachedToRef", "default", "cancelActivity", "isInterrupting", "isSequential"),
        *("isForCompensation", "triggeredByEvent", "parallelMultiple", "instantiate", "eventGatewayType"),
    }
)


def misread(findings: Iterable[Finding]) -> set[str]:
    """The ids of documents whose flow the reader could not read whole, by what it said.

    A message or a data object that is not there is no part of the flow.
    """
    found: set[str] = set()
    for finding in findings:
        if finding.kind != "error" or finding.code in _NOT_OF_THE_FLOW:
            continue
        if finding.code in _BY_ATTRIBUTE and finding.values.get("attribute") not in _FLOW_ATTRIBUTES:
            continue
        found.update(ref.document for ref in finding.refs)
    return found
