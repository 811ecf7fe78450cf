"""What a placement of schemas and tables on servers does to a workload: what would cross servers, the load of each, and a move that balances them.

Each transaction goes to the server of the tables that its statements name. It crosses if they are on several servers, or if one of them is
on none. Names are those of the workload's table of shapes; tables behind views, functions and triggers are not in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import polars as pl

from pgrehearse.workload.placement import Placement
from pgrehearse.workload.read import Workload
from pgrehearse.workload.schema import IS_STATEMENT, TOOK

# What the column ``server`` has for a statement or a transaction that names tables of several servers, that names none, or that names a table which no
# server gets. All others have the name of a server.
CROSSES, NOWHERE, UNPLACED = "\x00crosses", "\x00nowhere", "\x00unplaced"
_MOST = 20


@dataclass(frozen=True, slots=True)
class ServerLoad:
    """The load of one server: *transactions* and *statements* that go there, their time in production, and how many of the statements write."""

    name: str
    transactions: int
    statements: int
    time_us: int
    writes: int


@dataclass(frozen=True, slots=True)
class Crossing:
    """Tables of several servers that transactions access together: how many *transactions*, and how many *statements* name all of them."""

    tables: tuple[str, ...]
    transactions: int
    statements: int


@dataclass(frozen=True, slots=True)
class Move:
    """A schema or a table (*what*) that goes from one server to another: the share of the busiest server *before* and *after* it."""

    what: str
    source: str
    target: str
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class PlacedLoad:
    """A workload on the servers of a placement.

    *servers*: in the order of the file; *anywhere*: transactions that name no table. *crossing*: transactions that would cross servers, of which *joins*
    have a statement that names tables of several servers; *unplaced*: transactions with a table that no server gets. *groups*: the tables of crossing
    transactions, the most frequent first. *missing*: tables that no server gets. *move*: what would balance the servers (None: nothing of the file would).
    """

    servers: tuple[ServerLoad, ...]
    anywhere: int
    crossing: int
    joins: int
    unplaced: int
    groups: tuple[Crossing, ...]
    missing: tuple[str, ...]
    move: Move | None

    @property
    def timed(self) -> bool:
        """Whether the log has the times of the statements that go to a server."""
        return any(server.time_us for server in self.servers)

    @property
    def transactions(self) -> int:
        """All transactions of the workload."""
        return sum(one.transactions for one in self.servers) + self.anywhere + self.crossing + self.unplaced

    @property
    def load_shares(self) -> dict[str, float]:
        """The share of each server: of the time, or of the statements where the log has no times."""
        weights = {server.name: float(server.time_us if self.timed else server.statements) for server in self.servers}
        whole = sum(weights.values()) or 1.0
        return {name: weight / whole for name, weight in weights.items()}

    @property
    def busiest_share(self) -> float:
        """The share of the busiest server."""
        return max(self.load_shares.values(), default=0.0)

    def document(self) -> dict[str, Any]:
        """Return what ``inspect --placement --json`` adds."""
        return {"placement": {**asdict(self), "busiest_share": self.busiest_share}}


def place(workload: Workload, placement: Placement) -> PlacedLoad:
    """Compute the load of each server of a placement."""
    placed, units = placed_statements(workload, placement)
    counts = dict(units.group_by("goes").len().iter_rows())
    return PlacedLoad(
        _servers(placed, placement, counts),
        counts.get(NOWHERE, 0),
        counts.get(CROSSES, 0),
        units.filter((pl.col("goes") == CROSSES) & pl.col("joins")).height,
        counts.get(UNPLACED, 0),
        _groups(placed.filter(pl.col("goes") == CROSSES)),
        tuple(sorted(name for name in _tables(workload) if placement.server_of(name) is None)),
        balancing_move(_unit_loads(placed, placement)),
    )


def placed_statements(workload: Workload, placement: Placement) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the statements with where each and its transaction goes, and the transactions.

    Columns of both: session, unit (a transaction, or a statement on its own), goes; of statements: shape, row (their order), server, tables,
    writes, time_us; of transactions: joins (whether one statement names tables of several servers).
    """
    ran = (
        workload.events()
        .filter(IS_STATEMENT)
        .select("session", "transaction", "shape", TOOK.alias("time_us"), pl.int_range(pl.len()).alias("row"))
        .join(shape_servers(workload.shapes(), placement).lazy(), on="shape", how="left")
        .collect()
    )
    alone = -1 - pl.col("row").cast(pl.Int64)
    ran = ran.with_columns(pl.coalesce(pl.col("transaction").cast(pl.Int64), alone).alias("unit"))
    units = ran.group_by("session", "unit").agg(
        server_of_unit().alias("goes"), (pl.col("server") == CROSSES).any().alias("joins")
    )
    return ran.join(units, on=["session", "unit"]), units


def shape_servers(shapes: pl.DataFrame, placement: Placement) -> pl.DataFrame:
    """Return the server of each shape: shape, server (or ``CROSSES``, ``NOWHERE``, ``UNPLACED``), tables, writes."""
    tables = pl.concat_list(pl.col("tables_read").fill_null([]), pl.col("tables_written").fill_null([])).list.unique()
    named = shapes.select("shape", tables.list.sort().alias("tables"), "writes")
    servers = [_server({placement.server_of(name) for name in names}) for names in named["tables"]]
    return named.with_columns(pl.Series("server", servers, dtype=pl.String))


def _server(servers: set[str | None]) -> str:
    if None in servers:
        return UNPLACED
    named = [server for server in servers if server is not None]
    return CROSSES if len(named) > 1 else named[0] if named else NOWHERE


def server_of_unit() -> pl.Expr:
    """Return where a transaction goes, for an aggregation over its statements. Column: server."""
    server = pl.col("server").fill_null(NOWHERE)
    named = server.filter(server != NOWHERE)
    return (
        pl.when((server == UNPLACED).any())
        .then(pl.lit(UNPLACED))
        .when((server == CROSSES).any() | (named.n_unique() > 1))
        .then(pl.lit(CROSSES))
        .otherwise(named.first().fill_null(NOWHERE))
    )


def balancing_move(loads: Mapping[tuple[str, str], float]) -> Move | None:
    """Return the move of one unit from the busiest server to the least busy one that lowers the busiest share the most (None: none lowers it).

    *loads*: by server and unit (a schema or table of the placement), in any unit of measurement.

    >>> balancing_move({("a", "hot"): 6, ("a", "s1"): 3, ("b", "s2"): 1}).what
    's1'
    """
    servers: dict[str, float] = {}
    for (server, _), load in loads.items():
        servers[server] = servers.get(server, 0.0) + load
    total = sum(servers.values())
    if len(servers) < 2 or not total:
        return None
    busiest, idle = max(servers, key=lambda name: servers[name]), min(servers, key=lambda name: servers[name])
    others = max((load for name, load in servers.items() if name not in {busiest, idle}), default=0.0)

    def after(unit: str) -> float:
        load = loads[busiest, unit]
        return max(servers[busiest] - load, servers[idle] + load, others)

    units = [unit for server, unit in loads if server == busiest]
    best = min(units, key=after)
    if after(best) >= servers[busiest]:
        return None
    return Move(best, busiest, idle, servers[busiest] / total, after(best) / total)


def _servers(placed: pl.DataFrame, placement: Placement, counts: Mapping[str, int]) -> tuple[ServerLoad, ...]:
    loads = placed.group_by("goes").agg(
        pl.len(),
        pl.col("time_us").sum(),
        (pl.col("writes") & (pl.col("server") == pl.col("goes"))).sum().alias("wrote"),
    )
    rows = {row["goes"]: row for row in loads.iter_rows(named=True)}
    return tuple(
        ServerLoad(
            server.name,
            counts.get(server.name, 0),
            *(
                (rows[server.name]["len"], rows[server.name]["time_us"], rows[server.name]["wrote"])
                if server.name in rows
                else (0, 0, 0)
            ),
        )
        for server in placement.servers
    )


def _groups(crossing: pl.DataFrame) -> tuple[Crossing, ...]:
    """Return the tables of crossing transactions, the most frequent first."""
    units = crossing.group_by("session", "unit").agg(
        pl.col("tables").explode(empty_as_null=False).drop_nulls().unique().sort().alias("every"),
        (pl.col("server") == CROSSES).sum().alias("joins"),
    )
    groups = units.group_by("every").agg(pl.len(), pl.col("joins").sum()).sort("len", "every", descending=[True, False])
    return tuple(
        Crossing(tuple(every), int(count), int(joins)) for every, count, joins in groups.head(_MOST).iter_rows()
    )


def _unit_loads(placed: pl.DataFrame, placement: Placement) -> dict[tuple[str, str], float]:
    """Return the load of each schema or table of the placement, by its server: the time of the statements there that name it."""
    placed = placed.filter(pl.col("goes").is_in([server.name for server in placement.servers]))
    timed = bool(placed["time_us"].sum())
    weight = pl.col("time_us").sum() if timed else pl.len()
    by_table = (
        placed.explode("tables", empty_as_null=True).drop_nulls("tables").group_by("tables").agg(weight.alias("load"))
    )
    # A server without any load can get some.
    loads = {(one.name, unit): 0.0 for one in placement.servers for unit in (*one.schemas, *one.tables, "")}
    for table, load in by_table.iter_rows():
        if (unit := placement.unit_of(table)) is not None:
            loads[unit] = loads.get(unit, 0.0) + float(load or 0)
    return loads


def _tables(workload: Workload) -> set[str]:
    shapes = workload.shapes()
    return {
        name for column in ("tables_read", "tables_written") for names in shapes[column].drop_nulls() for name in names
    }
