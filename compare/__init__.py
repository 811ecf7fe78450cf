"""Two or more runs become a verdict and a report. ``Comparison`` is the value that every report reads."""

from __future__ import annotations

from compare.comparison import Comparison

__all__ = ["Comparison"]
