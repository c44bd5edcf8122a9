"""``procmap`` and ``python -m procmap``."""

from __future__ import annotations

import sys

__all__ = ["main"]


def main() -> None:
    """Run the command line and exit."""
    try:
        from procmap.cli.main import procmap
    except KeyboardInterrupt:  # so soon that there is nobody yet to say it
        sys.exit(130)
    procmap.main()


if __name__ == "__main__":
    main()
