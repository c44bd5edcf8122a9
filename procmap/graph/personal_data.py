"""What is said of how personal data is handled: of the e-service, else of the process as a whole."""

from __future__ import annotations

from collections.abc import Callable

from procmap.model.e_service import Gdpr
from procmap.model.knowledge import NotApplicable, known
from procmap.model.process import Process
from procmap.ref import Ref

__all__ = ["personal_data"]


def personal_data(process: Process) -> tuple[Gdpr | None, Callable[[str], Ref] | None]:
    """What is said, and the Ref of any attribute of it, said or not; no Ref where it is settled that there is none."""
    service = known(process.e_service)
    own = service.gdpr if service is not None else None
    ref = Ref(process.id)
    if isinstance(own, NotApplicable) or (own is None and isinstance(process.gdpr, NotApplicable)):
        return None, None
    if own is None and process.gdpr is not None:
        return known(process.gdpr), lambda name: ref.of("gdpr", name)
    return known(own), lambda name: ref.of("e_service", f"gdpr.{name}")
