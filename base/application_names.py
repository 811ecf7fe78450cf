"""The application names of pgrehearse's own sessions in ``pg_stat_activity``. Sessions with other names are not pgrehearse's."""

from __future__ import annotations

PREFLIGHT = "pgrehearse preflight"
SAMPLER = "pgrehearse sampler"
INFERENCE = "pgrehearse inference"
CALIBRATION = "pgrehearse calibration"
SCENARIO = "pgrehearse scenario"
WARM_UP = "pgrehearse warm-up"
CAPTURE = "pgrehearse capture"
STATE = "pgrehearse state"
LOCKS = "pgrehearse locks"
EVENTS = "pgrehearse events"

OURS = frozenset({PREFLIGHT, SAMPLER, INFERENCE, CALIBRATION, SCENARIO, WARM_UP, CAPTURE, STATE, LOCKS, EVENTS})
