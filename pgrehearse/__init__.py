"""Rehearse a PostgreSQL change with your own traffic: the ``pgrehearse`` command, and its Python API (docs/api.md)."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pgrehearse.compare.api import compare_runs
    from pgrehearse.compare.comparison import Comparison
    from pgrehearse.runs.read import Run
    from pgrehearse.workload.read import Workload

__all__ = ["Comparison", "Run", "Workload", "compare_runs"]

_HOME = {
    "Comparison": "pgrehearse.compare.comparison",
    "Run": "pgrehearse.runs.read",
    "Workload": "pgrehearse.workload.read",
    "compare_runs": "pgrehearse.compare.api",
}


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def __getattr__(name: str) -> Any:
    """Import a name of the API when it is used: the command's help needs none of them (PEP 562)."""
    if name not in _HOME:
        raise AttributeError(f"module 'pgrehearse' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)
