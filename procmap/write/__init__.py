"""Maps in the formats of others, and in procmap's own YAML.

Calling the package itself writes: ``procmap.write(reading, path)``; see ``procmap.write.write.write``.
"""

from __future__ import annotations

from procmap.facade import callable_package

callable_package(__name__, "procmap.write.write", "write")
