"""Benchmarks: the peer and us in the same run, ratios printed. ``make bench``."""
