"""``python -m pgrehearse``: the same command as ``pgrehearse``."""

from __future__ import annotations

from pgrehearse.cli import main

main()
