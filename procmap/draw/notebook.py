"""A process in a notebook: its picture, and its words where no picture can be shown."""

from __future__ import annotations

from typing import Any

from procmap.draw.alternative import in_words
from procmap.draw.draw import draw
from procmap.draw.panels import panels
from procmap.draw.wording import NO_NAME, Names
from procmap.errors import CannotDraw
from procmap.model.process import Process

__all__ = ["mimebundle"]


def mimebundle(process: Process, include: Any = None, exclude: Any = None) -> dict[str, str]:
    """The process by MIME type: ``image/svg+xml`` and ``text/plain``.

    Only types in ``include`` are made, where given, and none in ``exclude``. Without Graphviz there is no picture, and
    the words say what is missing.
    """
    wanted = {"image/svg+xml", "text/plain"}
    wanted = (wanted & set(include) if include else wanted) - set(exclude or ())
    language = process.language or "sv"
    bundle = {}
    if "text/plain" in wanted:
        names = Names(process, language)
        title = names.of(process.name) or NO_NAME(language)
        bundle["text/plain"] = f"{title}\n{in_words(panels(process, language), names)}"
    if "image/svg+xml" in wanted:
        try:
            bundle["image/svg+xml"] = draw(process, language=language)
        except CannotDraw as error:
            if "text/plain" in bundle:
                bundle["text/plain"] += f"\n{error.text(language)}"
    return bundle
