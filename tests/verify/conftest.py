"""The judges beside these tests are imported by name: they are no part of the package, and share no code with it."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
