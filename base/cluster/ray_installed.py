"""Whether Ray is installed: an extra of pgrehearse."""

from __future__ import annotations

from importlib.util import find_spec

from pgrehearse.base.errors import UsageProblem


def require_ray() -> None:
    """Raise ``UsageProblem`` if Ray is not installed."""
    if find_spec("ray") is None:
        raise UsageProblem("--cluster needs the package ray", remedy="install it: pip install 'pgrehearse[ray]'")
