"""``procmap`` and ``python -m procmap``."""

from __future__ import annotations

import gc
import sys

__all__ = ["collect_seldom", "main"]

_SELDOM = 200_000


def collect_seldom() -> None:
    """Let the collector of garbage look seldom, as the program does from its start.

    Nearly all that is made is kept until the run ends, so that looking finds none; by default it is done after every
    700 new objects. Measured on BPMN of 20,000 drawn elements: 2.7 s of CPU for 4.1, both with 209 MB at most.
    """
    gc.set_threshold(_SELDOM, 20, 50)


def main() -> None:
    """Run the command line and exit; whoever stops it before it can say so sees no traceback."""
    try:
        collect_seldom()
        from procmap.cli.main import procmap

        procmap.main()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
