"""Benchmarks: pgrehearse and other programs, measured in the same run. The output is ratios. ``make bench``."""
