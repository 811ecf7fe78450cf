"""Bounds of options that several commands, scenario files and the Python API share."""

from __future__ import annotations

MOST_WORKERS = 64
# Sessions of the demo application, and the shortest duration of its traffic.
MOST_DEMO_SESSIONS = 2_000
LEAST_DEMO_SECONDS = 1
