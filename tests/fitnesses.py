"""The fitness of a run as a value, for tests."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pgrehearse.runs.fitness_values import Fitness, NewErrors


def plain_fitness(**more: Any) -> Fitness:
    """Return the fitness of a run of one statement that succeeded on time; *more*: other values of its fields."""
    plain = Fitness(
        statements={"due": 1, "sent": 1, "ok": 1, "failed": 0, "skipped": 0, "unsent": 0},
        errors={"same": 0, "new": 0, "vanished": 0, "different": 0, "drifted": 0},
        duration_s=1.0,
        rate={"offered": 1.0, "achieved": 1.0},
        lateness_us={"p50": 0.0, "p99": 0.0, "max": 0.0},
        blame_us={"predecessor": 0.0, "connection": 0.0, "ordering": 0.0, "harness": 0.0},
        harness_late=0.0,
        coverage=1.0,
        fit=True,
        reasons=[],
        rate_over_time={"step_s": 1.0, "offered": [], "achieved": [], "in_flight_captured": [], "in_flight": []},
        connections={"made": 1, "refused": 0, "lost": 0, "again": 0},
        ordering={"waited": 0, "given_up": 0},
        outages=[],
        fidelity={"coverage": 1, "on_time": 1, "rate": 1, "types": 1, "errors": 1, "in_flight": 1, "score": 1},
        played={"chosen": 1, "read_only": 0, "skipped": 0, "unreached": 0, "why": "", "share": 1.0},
        new_errors=NewErrors(transactions=1, failed=0, share=0.0),
        unfit=[],
    )
    return replace(plain, **more)
