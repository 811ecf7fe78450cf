"""Where copies of what is elsewhere are kept: ``pgrehearse/PART`` in XDG_CACHE_HOME, or in ~/.cache."""

from __future__ import annotations

import os
from pathlib import Path

# The most that all copies of one part together may have, in bytes, besides those that are in use.
LIMIT = 20 << 30


def cache_folder(part: str) -> Path:
    """Return the folder of the copies of one part (``s3``, ``rds``)."""
    home = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(home) if home else Path.home() / ".cache") / "pgrehearse" / part
