"""Compare runs from Python (docs/api.md)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pgrehearse.base.s3_cache import local
from pgrehearse.compare.compare import compare_paths
from pgrehearse.compare.comparison import Comparison
from pgrehearse.compare.cost import Prices, read_prices
from pgrehearse.compare.request import Request


def compare_runs(  # noqa: PLR0913 (the options of `pgrehearse compare`, by keyword)
    baseline: str | Path,
    *candidates: str | Path,
    tolerance: float = 0.10,
    control: str | Path | None = None,
    repeat: str | Path | Sequence[str | Path] | None = None,
    workload: str | Path | None = None,
    prices: str | Path | None = None,
    max_new_errors: float = 0.01,
    end_state: str | Path | None = None,
) -> Comparison:
    """Compare runs by their paths, or by s3://bucket/name; the baseline may be a workload. Raises ``BadInput`` for runs that are not comparable.

    *control*: a second replay of the baseline. *repeat*: a second replay of each candidate (several: a sequence). *workload*: where the
    workload is, if it was moved. *prices*: a TOML file. *tolerance* and *max_new_errors* are shares (0.10: 10 %). *end_state*:
    production's state at the end of the window.
    """
    second = [repeat] if isinstance(repeat, str | Path) else repeat or ()
    again, where, state = (local(path) if path is not None else None for path in (control, workload, end_state))
    request = Request(
        tolerance=tolerance,
        again=again,
        repeats=[local(path) for path in second],
        workload=where,
        prices=read_prices(Path(prices)) if prices is not None else Prices(),
        max_new_errors=max_new_errors,
        end_state=state,
    )
    return compare_paths(local(baseline), [local(path) for path in candidates], request)
