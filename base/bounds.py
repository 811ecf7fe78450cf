"""Bounds of options that several commands, scenario files and the Python API share."""

from __future__ import annotations

# Worker processes of one replay, on all hosts together.
MOST_WORKERS = 512
# Rows of a result that a replay hashes unless it is asked for more: about 2 ms of processor time (docs/results.md).
HASH_ROWS = 1_000
# Sessions of the demo application, and the shortest duration of its traffic.
MOST_DEMO_SESSIONS = 2_000
LEAST_DEMO_SECONDS = 1
