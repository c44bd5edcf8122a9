"""The laws that checks ask about: which text of them was read, and when.

Nothing here is legal advice: a check asks, and a lawyer, an archivist or a data protection officer answers. A check
names a section through here, so that reading a law anew changes one line. The Swedish laws were read in selex.se's copy
of Svensk författningssamling, and ``edition`` is the date that the copy bears; whatever was passed later is not in it.
What could not be read in the law itself is cited with ``unread``, and the check that does so is ``unverified``.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["ADMINISTRATIVE_PROCEDURE", "ARCHIVES", "DATA_PROTECTION", "LOCAL_GOVERNMENT", "Statute", "unread"]


class Statute(NamedTuple):
    """A law by its Swedish name, the day when somebody read it, and the date of the text that was read."""

    name: str
    read: str
    edition: str

    def at(self, sections: str) -> str:
        """The source that a check gives: the sections, when they were read, and in which text."""
        return f"{self.name} {sections}, läst {self.read} i selex.se:s text från {self.edition}"


ADMINISTRATIVE_PROCEDURE = Statute("förvaltningslagen (2017:900)", "2026-11-30", "2025-06-02")
"""Sections 2, 4–9, 11–12, 14–15, 20, 22–23, 25, 28, 31–33 and 41–46 were read.

Section 2 excepts cases whose decisions are tried for legality (13 kap. kommunallagen) from most of them, among these
11–12, 20, 25, 31–33 and 43–46; section 4 lets other laws and ordinances take precedence.
"""

LOCAL_GOVERNMENT = Statute("kommunallagen (2017:725)", "2026-11-30", "2025-05-26")
"""Chapter 6 sections 37–40 and chapter 7 sections 5–8 were read; 6:38 as amended by SFS 2023:708."""

ARCHIVES = Statute("arkivlagen (1990:782)", "2026-11-30", "2020-01-27")
"""All sections were read."""

DATA_PROTECTION = Statute("dataskyddslagen (2018:218)", "2026-11-30", "2026-05-13")
"""Chapters 1–5 were read, and through them which articles of the GDPR they supplement."""


def unread(law: str, on: str = "2026-11-30") -> str:
    """The source of a check that nobody has held against the law itself; ``on`` is when that was tried."""
    return f"{law}, ej läst {on}"
