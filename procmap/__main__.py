"""``procmap`` and ``python -m procmap``."""

from __future__ import annotations

import sys

__all__ = ["main"]


def main() -> None:
    """Run the command line and exit; whoever stops it before it can say so sees no traceback."""
    try:
        from procmap.cli.main import procmap

        procmap.main()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
