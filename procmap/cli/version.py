"""``--version``: what is running, for whoever has to find out why it behaves differently elsewhere."""

from __future__ import annotations

import sys

from procmap.text import Language, Text

__all__ = ["version"]

_NONE = Text(
    sv='inget hittat. Installera det, eller kör: pip install "procmap[dot]"',
    en='none found. Install it, or run: pip install "procmap[dot]"',
)


def version(language: Language) -> str:
    """Three lines: procmap, Python, and the Graphviz that draws."""
    from procmap import __version__
    from procmap.draw.engine import engine_name, find_engine

    python = ".".join(map(str, sys.version_info[:3]))
    engine = engine_name() if find_engine() else _NONE(language)
    return f"procmap {__version__}\nPython {python}\nGraphviz: {engine}"
