"""The frames of the Python API (docs/api.md): their columns are fixed; a value that a side does not have is NaN."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import pandas as pd

_LATENCY = ("n", "p50_us", "p95_us", "p99_us", "mean_us", "total_us")
_CHANGE = ("ratio", "low", "high", "p")
_METRIC = ("n", "mean", "p50", "p99", "max")
_TESTS = ("paired", "p50", "p95")
# The columns of values inside a column, by its name: `baseline.n`, `paired.ratio`.
QUERIES: Mapping[str, Sequence[str]] = {
    **dict.fromkeys(
        ("query_key", "sql", "kind", "outcome", "why", "needed", "noticed", "plan_status", "plans", "cost_us"), ()
    ),
    **dict.fromkeys(("baseline", "candidate", "production"), _LATENCY),
    **dict.fromkeys(_TESTS, _CHANGE),
    "smallest": _TESTS,
}
METRICS: Mapping[str, Sequence[str]] = {
    **dict.fromkeys(("key", "name", "subject", "unit", "better", "source"), ()),
    **dict.fromkeys(("baseline", "candidate"), _METRIC),
}
ERRORS: Mapping[str, Sequence[str]] = dict.fromkeys(
    ("query_key", "sql", "what", "sqlstate", "baseline_sqlstate", "count", "message", "first", "cause", "accepted"), ()
)


def frame(documents: Iterable[Mapping[str, Any]], columns: Mapping[str, Sequence[str]]) -> pd.DataFrame:
    """Return one row for each document: *columns* by name, those of an inner document as ``name.inner``."""
    import pandas as pd  # imported on use: the terminal does not wait for it

    names = [f"{name}.{part}" if part else name for name, parts in columns.items() for part in parts or ("",)]
    rows = [
        [value for name, parts in columns.items() for value in _values(document.get(name), parts)]
        for document in documents
    ]
    return pd.DataFrame(rows, columns=names)


def _values(value: Any, parts: Sequence[str]) -> list[Any]:
    if not parts:
        return [value]
    return [(value or {}).get(part, np.nan) for part in parts]
