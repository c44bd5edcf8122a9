"""``procmap`` and ``python -m procmap``."""

from __future__ import annotations

__all__ = ["main"]


def main() -> None:
    """Run the command line and exit."""
    from procmap.cli.main import procmap

    procmap.main()


if __name__ == "__main__":
    main()
