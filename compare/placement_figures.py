"""What a placement's servers did, each in a replay of its part: their shares of the load, rates, latencies and processors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import polars as pl

from pgrehearse.base.clock import SECOND
from pgrehearse.compare.growth_figures import host_means
from pgrehearse.compare.metrics import metric_frame
from pgrehearse.compare.placed_sides import not_sent
from pgrehearse.compare.sides import Side
from pgrehearse.runs.read import Run
from pgrehearse.workload.analysis.placement import NOWHERE, Crossing, Move, PlacedLoad, place, shape_servers
from pgrehearse.workload.placement import Placement
from pgrehearse.workload.read import Workload
from pgrehearse.workload.schema import IS_STATEMENT

_QUANTILES = {"p50": 0.5, "p95": 0.95, "p99": 0.99}
_CPU = "server_cpu_percent"


@dataclass(frozen=True, slots=True)
class ServerFigures:
    """One server. *transactions*: that go there, with their share of all; *load_share*: its share of the time of the servers' statements in production.

    Measured by its *run*: *statements* that name a table (*failed*: of them), how many *per_second*, their latency in microseconds as the
    client measured it (``p50``, ``p95``, ``p99``; empty: none succeeded), *time_share*: its share of their time on all servers, and the mean share of all
    processors of its machine that it used, in percent (None: not measured).
    """

    server: str
    run: str
    transactions: int
    transactions_share: float
    load_share: float
    statements: int
    failed: int
    per_second: float
    latency_us: dict[str, float]
    time_share: float
    cpu_percent: float | None


@dataclass(frozen=True, slots=True)
class PlacementFigures:
    """A candidate whose servers were replayed at the same time.

    *transactions*: of the workload; *crossing*: those that would cross servers, of which *joins* have a statement that does; *unplaced*: those with
    a table that no server gets; *not_sent*: the statements of both, and their share of the time. *crossings*: the tables of crossing
    transactions. *missing*: tables that no server gets. *move*: what would balance the servers (None: nothing of the file would).
    """

    candidate: str
    placement: str
    servers: tuple[ServerFigures, ...]
    transactions: int
    crossing: int
    joins: int
    unplaced: int
    not_sent: int
    not_sent_share: float
    crossings: tuple[Crossing, ...]
    missing: tuple[str, ...]
    move: Move | None

    @property
    def file(self) -> str:
        """The name of the placement file, without its folder."""
        return Path(self.placement).name

    @property
    def busiest(self) -> ServerFigures:
        """The server with the largest share of production's load."""
        return max(self.servers, key=lambda one: one.load_share)

    def document(self) -> dict[str, Any]:
        """Return it for a JSON document."""
        return {**asdict(self), "busiest": self.busiest.server, "busiest_share": self.busiest.load_share}


def placement_figures(
    candidate: str, placement: Placement, workload: Workload, runs: Mapping[str, Run]
) -> PlacementFigures:
    """Return the figures of a candidate. *runs*: by server."""
    placed = place(workload, placement)
    first = next(iter(runs.values()))
    left = not_sent(Side(first.name, workload, first))
    return PlacementFigures(
        candidate,
        placement.path,
        _servers(placed, placement, workload, runs),
        placed.transactions,
        placed.crossing,
        placed.joins,
        placed.unplaced,
        left.nowhere,
        left.share,
        placed.groups,
        placed.missing,
        placed.move,
    )


def _servers(
    placed: PlacedLoad, placement: Placement, workload: Workload, runs: Mapping[str, Run]
) -> tuple[ServerFigures, ...]:
    named = shape_servers(workload.shapes(), placement).filter(pl.col("server") != NOWHERE).select("shape")
    measured = {name: _measured(run, workload, named) for name, run in runs.items()}
    time_us = sum(one["time_us"] for one in measured.values())
    transactions = placed.transactions
    loads = placed.load_shares
    return tuple(
        ServerFigures(
            server.name,
            run.name,
            server.transactions,
            server.transactions / transactions if transactions else 0.0,
            loads[server.name],
            found["statements"],
            found["failed"],
            found["statements"] / (run.manifest.duration_us / SECOND or 1.0),
            {name: found[name] for name in _QUANTILES if found[name] is not None},
            found["time_us"] / time_us if time_us else 0.0,
            host_means(metric_frame(Side(server.name, workload, run))).get(_CPU),
        )
        for server in placed.servers
        for run, found in [(runs[server.name], measured[server.name])]
    )


def _measured(run: Run, workload: Workload, named: pl.DataFrame) -> dict[str, Any]:
    """Return what a run measured of the statements that name a table. *named*: their shapes."""
    ran = (
        workload.events()
        .filter(IS_STATEMENT)
        .select("session", "seq", "shape")
        .join(named.lazy(), on="shape", how="semi")
    )
    status, us = pl.col("status").cast(pl.String), pl.col("done_us") - pl.col("sent_us")
    sent = (
        run.outcomes()
        .filter(status.is_in(["ok", "failed"]) & pl.col("sent_us").is_not_null())
        .join(ran, on=["session", "seq"], how="semi")
    )
    row: dict[str, Any] = (
        sent.select(
            pl.len().alias("statements"),
            (status == "failed").sum().alias("failed"),
            us.sum().alias("time_us"),
            *(us.filter(status == "ok").quantile(share).alias(name) for name, share in _QUANTILES.items()),
        )
        .collect()
        .row(0, named=True)
    )
    return row
