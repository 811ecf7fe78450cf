"""Where pgrehearse keeps what must outlast a command: ``pgrehearse/PART`` in XDG_STATE_HOME, or in ~/.local/state."""

from __future__ import annotations

import os
from pathlib import Path


def state_folder(part: str) -> Path:
    """Return the folder of one part (``targets``)."""
    home = os.environ.get("XDG_STATE_HOME", "")
    return (Path(home) if home else Path.home() / ".local" / "state") / "pgrehearse" / part
