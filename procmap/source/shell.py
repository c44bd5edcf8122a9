"""A path as it is typed after a command: in quotation marks where a shell would take it for something else."""

from __future__ import annotations

import re

__all__ = ["in_shell"]

_SAFE = re.compile(r"[\w@%+=:,./-]+")
"""Letters of any alphabet; ``shlex`` alone would put every å, ä and ö in quotation marks."""


def in_shell(*paths: str) -> str:
    """Paths for a command that is proposed: ``"med mellanslag.yaml"`` is one argument, and so it stands there."""
    return " ".join(path if _SAFE.fullmatch(path) else _in_marks(path) for path in paths)


def _in_marks(path: str) -> str:
    """Double marks, which every shell knows, unless something inside would still be obeyed."""
    if not re.search(r'["$`\\!]', path):
        return f'"{path}"'
    from shlex import quote

    return quote(path)
