"""A run judges itself first: what was sent, what erred, how late it was and through whose fault, and is it fit.

Lateness is ``sent - due``. Of it, ``ready - due`` is the predecessor's fault (or the connection's, when the
predecessor was the login), ``ordered - max(due, ready)`` the ordering's, the rest the harness's.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

import polars as pl

from base.units import duration
from runs.read import Run
from workload.read import Workload

# A statement is late through the harness when it went out this much after it could have.
LATE_US = 10_000
# Above these shares a run cannot be judged.
MOST_LATE = 0.05
LEAST_COVERED = 0.95
LEAST_RATE = 0.9


@dataclass(frozen=True, slots=True)
class Fitness:
    """Documented in docs/json.md under ``replay``."""

    statements: dict[str, int]
    errors: dict[str, int]
    duration_s: float
    rate: dict[str, float]
    lateness_us: dict[str, float]
    blame_us: dict[str, float]
    harness_late: float
    coverage: float
    fit: bool
    reasons: list[str] = field(default_factory=list)

    def document(self) -> dict[str, Any]:
        return asdict(self)


def statements(run: Run, workload: Workload) -> pl.LazyFrame:
    """Return one row per captured statement with its outcome (columns of both; ``status`` null: never accounted for)."""
    events = (
        workload.events()
        .filter(pl.col("action").is_in(["query", "execute"]))
        .select(
            "session",
            "seq",
            "shape",
            "at_us",
            "ended",
            pl.col("sqlstate").alias("captured_sqlstate"),
            "took_us",
            "parse_us",
            "bind_us",
            "file",
            "line",
        )
    )
    return events.join(run.outcomes(), on=["session", "seq"], how="left")


def fitness(run: Run, workload: Workload) -> Fitness:
    """Judge a run by its own record."""
    joined = statements(run, workload)
    logins = (
        workload.events()
        .filter(pl.col("action") == "connect")
        .select("session", (pl.col("seq") + 1).alias("seq"), pl.lit(value=True).alias("after_login"))
    )
    late = _lateness(joined.join(logins, on=["session", "seq"], how="left"))
    failed, erred = pl.col("status") == "failed", pl.col("ended") != "ok"
    row = (
        late.select(
            pl.len().alias("due"),
            *((pl.col("status") == word).sum().alias(word) for word in ("ok", "failed", "skipped", "unsent")),
            (failed & erred & pl.col("sqlstate").eq_missing(pl.col("captured_sqlstate"))).sum().alias("same"),
            (failed & erred & pl.col("sqlstate").ne_missing(pl.col("captured_sqlstate"))).sum().alias("different"),
            (failed & ~erred).sum().alias("new"),
            ((pl.col("status") == "ok") & erred).sum().alias("vanished"),
            *(pl.col("late").quantile(q).alias(name) for name, q in (("p50", 0.5), ("p99", 0.99), ("max", 1.0))),
            *(
                pl.col(name).quantile(0.99).alias(f"blame_{name}")
                for name in ("predecessor", "connection", "ordering", "harness")
            ),
            (pl.col("harness") > LATE_US).mean().alias("harness_late"),
            pl.col("done_us").max().alias("end_us"),
            pl.col("at_us").max().alias("at_end_us"),
        )
        .collect()
        .row(0, named=True)
    )
    return _judged(run, {key: value if value is not None else 0 for key, value in row.items()})


def _lateness(joined: pl.LazyFrame) -> pl.LazyFrame:
    able = pl.max_horizontal("due_us", "ready_us")
    waited = (pl.col("ready_us") - pl.col("due_us")).clip(0)
    login = pl.col("after_login").fill_null(value=False)
    return joined.with_columns(
        (pl.col("sent_us") - pl.col("due_us")).alias("late"),
        pl.when(pl.col("sent_us").is_not_null()).then(pl.when(login).then(0).otherwise(waited)).alias("predecessor"),
        pl.when(pl.col("sent_us").is_not_null()).then(pl.when(login).then(waited).otherwise(0)).alias("connection"),
        (pl.col("ordered_us") - able).clip(0).alias("ordering"),
        (pl.col("sent_us") - pl.max_horizontal(able, "ordered_us")).clip(0).alias("harness"),
    )


def _judged(run: Run, row: dict[str, Any]) -> Fitness:
    speed = run.manifest.plan.get("speed", 1)
    sent = row["ok"] + row["failed"]
    possible = row["due"] - row["skipped"]
    seconds = max(row["end_us"], 1) / 1e6
    paced = speed != "max"
    offered_s = max(row["at_end_us"], 1) / 1e6 / float(speed) if paced else seconds
    coverage = sent / possible if possible else 0.0
    rate = {"offered": possible / offered_s, "achieved": sent / seconds}
    reasons = []
    if run.partial:
        reasons.append("the run was interrupted")
    if coverage < LEAST_COVERED:
        reasons.append(f"only {coverage:.1%} of the statements that could be sent were")
    if paced and row["harness_late"] > MOST_LATE:
        reasons.append(
            f"{row['harness_late']:.0%} of statements went out more than {duration(LATE_US)} late through the harness: "
            f"use --workers {run.manifest.plan.get('workers', 1) * 2} or a larger machine"
        )
    slow = paced and rate["achieved"] < LEAST_RATE * rate["offered"] * coverage
    if slow and row["harness_late"] > MOST_LATE / 5:  # a target that cannot keep up is a finding, not an unfit run
        reasons.append(
            f"only {rate['achieved']:.0f} of {rate['offered']:.0f} statements a second were reached, not through the target alone"
        )
    return Fitness(
        statements={
            "due": row["due"],
            "sent": sent,
            **{word: row[word] for word in ("ok", "failed", "skipped", "unsent")},
        },
        errors={word: row[word] for word in ("same", "new", "vanished", "different")},
        duration_s=round(seconds, 3),
        rate={name: round(value, 1) for name, value in rate.items()},
        lateness_us={name: float(row[name]) for name in ("p50", "p99", "max")}
        if paced
        else {"p50": 0.0, "p99": 0.0, "max": 0.0},
        blame_us={name: float(row[f"blame_{name}"]) for name in ("predecessor", "connection", "ordering", "harness")}
        if paced
        else dict.fromkeys(("predecessor", "connection", "ordering", "harness"), 0.0),
        harness_late=float(row["harness_late"]) if paced else 0.0,
        coverage=round(coverage, 6),
        fit=not reasons,
        reasons=reasons,
    )
