"""Which statements a replay of one server of a placement leaves out: those of other servers' transactions, and of transactions that would cross."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import polars as pl

from pgrehearse.replay.plan.traffic import OneServer
from pgrehearse.replay.prepare.skip_rules import NUMBERS
from pgrehearse.runs.reasons import CROSSES_SERVERS, NO_SERVER, OTHER_SERVER
from pgrehearse.workload.analysis.placement import CROSSES, NOWHERE, UNPLACED, server_of_unit, shape_servers
from pgrehearse.workload.read import Workload
from pgrehearse.workload.schema import IS_STATEMENT


def with_server(events: pl.DataFrame, workload: Workload, one: OneServer | None) -> pl.DataFrame:
    """Add ``placed`` to events: 0, or the number of the reason why the server does not get them (0 for all without *one*).

    A transaction that names no table goes to the first server of the placement. Columns: session, transaction, shape.
    """
    if one is None:
        return events.with_columns(pl.lit(0).alias("placed"))
    servers, transactions = _places(workload.path, one)
    here = [one.server, *([NOWHERE] if one.placement.servers[0].name == one.server else [])]
    goes = pl.coalesce("goes", pl.col("server").fill_null(NOWHERE))
    placed = (
        pl.when(goes.is_in(here))
        .then(0)
        .when(goes == CROSSES)
        .then(NUMBERS[CROSSES_SERVERS])
        .when(goes == UNPLACED)
        .then(NUMBERS[NO_SERVER])
        .otherwise(NUMBERS[OTHER_SERVER])
    )
    return (
        events.join(servers, on="shape", how="left", maintain_order="left")
        .join(transactions, on=["session", "transaction"], how="left", maintain_order="left")
        .with_columns(placed.alias("placed"))
        .drop("server", "goes")
    )


@lru_cache(maxsize=2)
def _places(path: Path, one: OneServer) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the server of each shape, and that of each transaction with several statements, which may continue in the next part of a workload."""
    workload = Workload.open(path)
    servers = shape_servers(workload.shapes(), one.placement).select("shape", "server")
    ran = (
        workload.events()
        .filter(IS_STATEMENT & pl.col("transaction").is_not_null())
        .select("session", "transaction", "shape")
    )
    placed = ran.join(servers.lazy(), on="shape", how="left")
    return servers, placed.group_by("session", "transaction").agg(server_of_unit().alias("goes")).collect()
