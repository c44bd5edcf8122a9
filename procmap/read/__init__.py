"""From files, and from Python, to a map: a Reading holds the map, what the reader had to say, and the sources.

Calling the package itself reads: ``procmap.read(path)``; see ``procmap.read.reading.read``.
"""

from __future__ import annotations

from procmap.facade import callable_package

callable_package(__name__, "procmap.read.reading", "read")
