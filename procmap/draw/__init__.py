"""From a map to pictures: SVG that is drawn by procmap itself, and graphs for Graphviz.

Calling the package itself draws: ``procmap.draw(process)``; see ``procmap.draw.draw.draw``.
"""

from __future__ import annotations

from procmap.facade import callable_package

callable_package(__name__, "procmap.draw.draw", "draw")
