"""The names under which our own sessions appear in ``pg_stat_activity``: the only ones that count as ours."""

from __future__ import annotations

PREFLIGHT = "pgrehearse preflight"
SAMPLER = "pgrehearse sampler"
INFERENCE = "pgrehearse inference"
CALIBRATION = "pgrehearse calibration"
SCENARIO = "pgrehearse scenario"
WARM_UP = "pgrehearse warm-up"
CAPTURE = "pgrehearse capture"

OURS = frozenset({PREFLIGHT, SAMPLER, INFERENCE, CALIBRATION, SCENARIO, WARM_UP, CAPTURE})
