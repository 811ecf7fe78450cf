"""Samples of a sampler that runs."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pgrehearse.metrics.sampler import Sampler


def wait_for_samples(sampler: Sampler, metric: str, count: int = 1) -> None:
    """Wait until the sampler has so many samples of a metric that it has not written yet."""
    buffer = sampler._buffer
    for _ in range(2400):
        with buffer._lock:
            metrics = [row[4] for row in buffer._rows]
        if metrics.count(metric) >= count:
            return
        threading.Event().wait(0.05)
    raise AssertionError(f"there are not {count} samples of {metric}: {sampler.unavailable}")
