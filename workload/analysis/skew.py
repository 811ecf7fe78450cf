"""How unevenly the load is distributed over the values of one column or parameter: tenants, customers, shards."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import polars as pl

from pgrehearse.workload.analysis.column_values import column_values
from pgrehearse.workload.analysis.load import Share, shares
from pgrehearse.workload.read import Workload
from pgrehearse.workload.schema import IS_STATEMENT, TOOK


@dataclass(frozen=True, slots=True)
class Tenants:
    """The load by the value of *column* (a column's name, or a parameter such as ``$1``).

    *tenants*: the number of values. *statements*: those that are limited to one value, out of *of*; *several*: those that are limited
    to several values; *unknown*: those whose value the workload does not show. *busiest_tenth*: the share of the time that the busiest
    tenth of the values takes (an even load: 0.1). *shares*: the busiest values.
    """

    column: str
    tenants: int
    statements: int
    of: int
    several: int
    unknown: int
    busiest_tenth: float
    shares: list[Share]

    def document(self) -> dict[str, Any]:
        """Return what ``inspect --tenant --json`` adds."""
        return {"load_by_tenant": asdict(self)}


def tenants(workload: Workload, column: str) -> Tenants:
    """Compute the load by the value to which each statement is limited (``column_values``)."""
    ran = (
        workload.events()
        .filter(IS_STATEMENT)
        .select("session", "seq", "shape", "sql", "params", TOOK.alias("time_us"))
        .join(workload.shapes().lazy().select("shape", "writes"), on="shape", how="left")
    )
    found = ran.select("session", "time_us", "writes", column_values(workload, column).alias("values")).collect()
    one = pl.when(pl.col("values").list.len() == 1).then(pl.col("values").list.first())
    valued = found.with_columns(one.alias("tenant")).drop_nulls("tenant")
    time = valued.group_by("tenant").agg(pl.col("time_us").sum(), pl.len()).sort("time_us", "len", descending=True)
    weight = "time_us" if time["time_us"].sum() else "len"
    tenth = time.sort(weight, descending=True).head(max(1, round(time.height / 10)))
    return Tenants(
        column=column,
        tenants=time.height,
        statements=valued.height,
        of=found.height,
        several=int((found["values"].list.len() > 1).sum()),
        unknown=found["values"].null_count(),
        busiest_tenth=round(float(tenth[weight].sum()) / max(float(time[weight].sum()), 1), 4),
        shares=shares(valued, "tenant"),
    )
