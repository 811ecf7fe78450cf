"""The load of a workload by table, schema, application and endpoint, and the number of statements in flight over time."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import polars as pl

from pgrehearse.workload.read import Workload
from pgrehearse.workload.schema import IS_STATEMENT, TOOK

SLICES = 60
_MOST = 20
# A statement of which it is unknown whether it generates ids does not count.
_MADE = pl.col("generated").fill_null(value=False)
# A transaction that accesses more tables than this does not show which tables belong together.
_WIDE = 20


@dataclass(frozen=True, slots=True)
class Share:
    """The share of the load of one *name*: *statements*, their time in production, how many write, and the number of *sessions*."""

    name: str
    statements: int
    time_us: int
    writes: int
    sessions: int


@dataclass(frozen=True, slots=True)
class Group:
    """A group of tables: the *transactions* that access it, and those of them that also access other tables (*leave*).

    *outside*: these other tables, each with the number of such transactions.
    """

    tables: tuple[str, ...]
    transactions: int
    leave: int
    outside: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Nondeterministic:
    """A query key with nondeterministic statements: their results can differ from production's.

    They read the *clock*, they generate ids (*generated*), or they follow a statement of their session that generated ids and access
    its table (*afterwards*): ids that are generated in a replay differ from production's.
    """

    query_key: str
    sql: str
    clock: int
    generated: int
    afterwards: int


@dataclass(frozen=True, slots=True)
class Load:
    """*in_flight*: average active sessions in each of ``SLICES`` slices of the window (empty if the log has no durations)."""

    in_flight: list[float]
    tables: list[Share]
    schemas: list[Share]
    applications: list[Share]
    endpoints: list[Share]
    together: list[tuple[str, str, int]]
    clock: int
    nondeterministic: list[Nondeterministic]

    def document(self) -> dict[str, Any]:
        """Return what ``inspect --json`` adds."""
        return {
            "in_flight": self.in_flight,
            "load_by_table": [asdict(share) for share in self.tables],
            "load_by_schema": [asdict(share) for share in self.schemas],
            "load_by_application": [asdict(share) for share in self.applications],
            "load_by_endpoint": [asdict(share) for share in self.endpoints],
            "tables_together": [{"a": a, "b": b, "transactions": n} for a, b, n in self.together],
            "looks_at_the_clock": self.clock,
            "nondeterministic": [asdict(query) for query in self.nondeterministic],
        }


def load(workload: Workload) -> Load:
    """Compute a workload's load."""
    ran = _ran(workload)
    timed, touched = ran.drop_nulls("time_us"), _touched(ran)
    return Load(
        in_flight=_in_flight(timed["at_us"].to_numpy(), timed["time_us"].to_numpy(), workload.manifest.duration_us),
        tables=shares(touched, "table"),
        schemas=shares(touched.with_columns(pl.col("table").str.extract(r"^(.*)\.[^.]+$").alias("schema")), "schema"),
        applications=shares(ran.filter(pl.col("application_name") != ""), "application_name"),
        endpoints=shares(ran, "endpoint"),
        together=_together(ran),
        clock=int(ran["clock"].sum()),
        nondeterministic=_nondeterministic(ran),
    )


def group(workload: Workload, tables: list[str]) -> Group:
    """Return how many transactions of a group of tables also access other tables: they prevent a database of its own for the group."""
    touched = _transactions(_ran(workload))
    inside = pl.col("table").is_in(tables)
    accessing = touched.join(touched.filter(inside).select("transaction").unique(), on="transaction", how="semi")
    others = accessing.filter(~inside)
    outside = others.group_by("table").len().sort("len", "table", descending=[True, False]).head(_MOST)
    return Group(
        tuple(tables),
        accessing["transaction"].n_unique(),
        others["transaction"].n_unique(),
        tuple((str(name), int(n)) for name, n in outside.iter_rows()),
    )


def _ran(workload: Workload) -> pl.DataFrame:
    shapes = workload.shapes().lazy().drop("kind", "transaction_effect")
    sessions = workload.sessions().lazy().select("session", "application_name")
    return (
        workload.events()
        .filter(IS_STATEMENT)
        .select("session", "seq", "transaction", "shape", "at_us", TOOK.alias("time_us"), "endpoint")
        .join(shapes, on="shape", how="left")
        .join(sessions, on="session", how="left")
        .collect()
    )


def _touched(ran: pl.DataFrame) -> pl.DataFrame:
    """Return one row for each statement and table that it accesses."""
    tables = pl.concat_list(pl.col("tables_read").fill_null([]), pl.col("tables_written").fill_null([]))
    return (
        ran.with_columns(tables.list.unique().alias("table")).explode("table", empty_as_null=True).drop_nulls("table")
    )


def _nondeterministic(ran: pl.DataFrame) -> list[Nondeterministic]:
    """Count the nondeterministic statements by query key."""
    if not ran.select((pl.col("clock") | pl.col("generated")).any()).item():
        return []
    made = (
        ran.filter(_MADE)
        .explode("tables_written", empty_as_null=True)
        .group_by("session", pl.col("tables_written").alias("table"))
        .agg(pl.col("seq").min().alias("made"))
        .drop_nulls()
    )
    afterwards = (
        _touched(ran.filter(pl.col("session").is_in(made["session"].unique().implode()) & ~_MADE))
        .join(made, on=["session", "table"])
        .filter(pl.col("seq") > pl.col("made"))
        .select("session", "seq", afterwards=True)
        .unique()
    )
    found = (
        ran.join(afterwards, on=["session", "seq"], how="left")
        .group_by("query_key")
        .agg(
            pl.col("template").first(),
            pl.col("clock").sum(),
            pl.col("generated").sum(),
            pl.col("afterwards").fill_null(value=False).sum(),
        )
        .with_columns(pl.sum_horizontal("clock", "generated", "afterwards").alias("all"))
        .filter(pl.col("all") > 0)
        .sort("all", "query_key", descending=[True, False])
        .head(_MOST)
    )
    return [
        Nondeterministic(key, text.decode(errors="replace"), clock, generated, later)
        for key, text, clock, generated, later in found.drop("all").iter_rows()
    ]


def shares(frame: pl.DataFrame, name: str) -> list[Share]:
    """Return the share of the load of each value of a column, the most time first. Columns: session, time_us, writes."""
    found = (
        frame.drop_nulls(name)
        .group_by(name)
        .agg(
            pl.len(),
            pl.col("time_us").sum(),
            pl.col("writes").sum().alias("writing"),
            pl.col("session").n_unique().alias("sessions"),
        )
        .sort("time_us", "len", name, descending=[True, True, False])
        .head(_MOST)
    )
    return [Share(str(value), *map(int, counts)) for value, *counts in found.iter_rows()]


def _transactions(ran: pl.DataFrame) -> pl.DataFrame:
    """Return the tables of each transaction: transaction (a number over all sessions), table; each pair once."""
    number = pl.struct("session", "transaction").rank("dense").alias("transaction")
    return _touched(ran.drop_nulls("transaction").with_columns(number)).select("transaction", "table").unique()


def _together(ran: pl.DataFrame) -> list[tuple[str, str, int]]:
    touched = _transactions(ran).filter(pl.len().over("transaction") <= _WIDE)
    pairs = touched.join(touched, on="transaction").filter(pl.col("table") < pl.col("table_right"))
    found = (
        pairs.group_by("table", "table_right")
        .len()
        .sort("len", "table", "table_right", descending=[True, False, False])
        .head(_MOST)
    )
    return [(str(a), str(b), int(n)) for a, b, n in found.iter_rows()]


def _in_flight(at_us: np.ndarray[Any, Any], took_us: np.ndarray[Any, Any], duration_us: int) -> list[float]:
    """Return the average number of statements in flight in each slice.

    The time spent up to an instant is the time since the start of every statement that has begun, minus the time since the end of
    every statement that has ended.
    """
    if len(at_us) == 0 or duration_us <= 0:
        return []
    edges = np.linspace(0, duration_us, SLICES + 1)
    begun, ended = np.sort(at_us.astype(np.float64)), np.sort((at_us + took_us).astype(np.float64))
    spent = _since(begun, edges) - _since(ended, edges)
    return [round(float(value), 3) for value in np.diff(spent) / (duration_us / SLICES)]


def _since(instants: np.ndarray[Any, Any], edges: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Return, for each edge, the sum of the times since all instants before it."""
    count = np.searchsorted(instants, edges)
    sums = np.concatenate(([0.0], np.cumsum(instants)))
    total: np.ndarray[Any, Any] = count * edges - sums[count]
    return total
