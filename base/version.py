"""The version of pgrehearse, for every file that it writes."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version


def tool_version() -> str:
    """Return the installed version."""
    try:
        return version("pgrehearse")
    except PackageNotFoundError:
        return "unknown"
