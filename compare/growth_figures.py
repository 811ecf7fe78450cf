"""What one step of a growing load measured, read from its run (``compare.growth`` decides what follows)."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import polars as pl

from pgrehearse.base.units import duration
from pgrehearse.compare.capacity import loads, uses
from pgrehearse.compare.compare import compare_paths
from pgrehearse.compare.gates.evaluate import Outcome, evaluate
from pgrehearse.compare.gates.syntax import OPERATORS, Gate
from pgrehearse.compare.growth import GateOfStep, StepFigures
from pgrehearse.compare.metrics import metric_frame
from pgrehearse.compare.request import Request
from pgrehearse.compare.sides import Side
from pgrehearse.runs.fitness_values import Fitness
from pgrehearse.runs.quality.fitness_rules import NEW_ERRORS, PLAYED
from pgrehearse.runs.read import Run
from pgrehearse.workload.read import Workload

_QUANTILES = {"p50": 0.5, "p95": 0.95, "p99": 0.99}
_METRICS = ("cpu_percent", "server_cpu_percent", "others_cpu_percent", "cpu_pressure_percent", "io_pressure_percent")
# Rules of fitness that show that the replaying machine was late.
_HARNESS = frozenset({"late", "rate"})
# Rules that also a target breaks which refuses connections.
_REACHED = frozenset({"coverage", PLAYED})


def figures_of(factor: float, run: Run, fit: Fitness, workload: Workload, gates: Sequence[Gate]) -> StepFigures:
    """Return what a step measured. *gates*: are evaluated on it; those of latency on the times of the client."""
    frame = metric_frame(Side(run.name, workload, run))
    latency, response = _times(run)
    causes = fit.new_errors.causes
    states = {
        state: sum(one.statements for one in causes if one.sqlstate == state)
        for state in {one.sqlstate for one in causes}
    }
    refused = fit.connections["refused"]
    unfit = [
        one for one in fit.unfit if one.what not in _HARNESS | {NEW_ERRORS} | (_REACHED if refused else frozenset())
    ]
    return StepFigures(
        factor,
        fit.rate["offered"],
        fit.rate["achieved"],
        latency,
        response,
        failed=fit.statements["failed"],
        new_errors=dict(sorted(states.items(), key=lambda item: -item[1])),
        new_share=fit.new_errors.share,
        harness="; ".join(one.text for one in fit.unfit if one.what in _HARNESS),
        refused=refused,
        used=_used(frame),
        waits={load.name: load.sessions[0] for load in loads([(run.name, frame)]) if load.what == "wait"},
        metrics=host_means(frame),
        gates=tuple(_gate(gate, latency, run, workload) for gate in gates),
        unfit=tuple(one.text for one in unfit),
    )


def _times(run: Run) -> tuple[dict[str, float], dict[str, float]]:
    """Return the quantiles of the service times and of the response times of the statements that succeeded, in microseconds."""
    ok = run.outcomes().filter((pl.col("status").cast(pl.String) == "ok") & pl.col("sent_us").is_not_null())
    found = ok.select(
        pl.col("done_us").sub(pl.col(begin)).quantile(share).alias(f"{begin} {name}")
        for begin in ("sent_us", "due_us")
        for name, share in _QUANTILES.items()
    ).collect()
    row = found.row(0, named=True)
    service, response = (
        {name: row[f"{begin} {name}"] or 0.0 for name in _QUANTILES} for begin in ("sent_us", "due_us")
    )
    return service, response


def _used(frame: pd.DataFrame) -> dict[str, float]:
    """Return the mean share of each limit that was used, of the instance with the highest one."""
    share = (pl.col("used") / pl.col("limit")).mean().alias("share")
    tables = {what: table.group_by("instance").agg(share)["share"].to_list() for what, table in uses(frame).items()}
    return {what: float(max(shares)) for what, shares in tables.items() if shares}


def host_means(frame: pd.DataFrame) -> dict[str, float]:
    """Return the means of the metrics of the host that the decision needs."""
    own = frame[(frame["subject"] == "") & frame["name"].isin(_METRICS)]
    return {str(name): float(mean) for name, mean in own.groupby("name")["value"].mean().items()}


def _gate(gate: Gate, latency: dict[str, float], run: Run, workload: Workload) -> GateOfStep:
    """Return the result of a gate on a step: latencies are those of the client, all else as in a comparison with the capture."""
    if gate.subject == "latency" and gate.statistic in latency:
        value = latency[gate.statistic]
        return GateOfStep(
            gate.text, OPERATORS[gate.compare](value, gate.bound), f"{duration(value)}, bound {duration(gate.bound)}"
        )
    (result,) = evaluate([gate], compare_paths(workload.path, [run.path], Request(workload=workload.path)))
    passed = None if result.outcome == Outcome.INCONCLUSIVE else result.outcome == Outcome.PASSED
    return GateOfStep(gate.text, passed, result.why)
