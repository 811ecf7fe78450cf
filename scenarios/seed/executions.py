"""The distinct executions of a workload in one database: equal texts with equal parameters and the same search path find the same rows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from pgrehearse.base.clock import iso
from pgrehearse.workload.catalog.session_settings import started_with
from pgrehearse.workload.read import Workload
from pgrehearse.workload.schema import IS_STATEMENT
from pgrehearse.workload.sql.search_path import PathChange, path_change, search_path

# Kinds of statements that find rows by themselves, or contain a statement that does.
_KINDS = ("select", "insert", "update", "delete", "merge", "explain", "declare", "copy to")


@dataclass(frozen=True, slots=True)
class Execution:
    """Equal executions of a statement: *times* is their number. *at*: the instant in production, where the statement reads the clock ("": it does not).

    *path*: the schemas of the search path (None: that of the database). *params*: None where the log has no parameters."""

    sql: bytes
    params: tuple[bytes | None, ...] | None
    path: tuple[str, ...] | None
    at: str
    times: int

    @property
    def values(self) -> list[str | None]:
        """The parameters as text, followed by the instants that a text with production's clock needs."""
        given = [None if one is None else one.decode(errors="surrogateescape") for one in self.params or ()]
        return [*given, self.at, self.at] if self.at else given


@dataclass(frozen=True, slots=True)
class Executions:
    """The distinct executions in one database, and the *users* of its sessions; the other figures are numbers of statements that are not among
    the executions."""

    each: tuple[Execution, ...]
    users: list[str]
    incomplete: int
    of_other_databases: int
    of_other_kinds: int


def executions_of(workload: Workload, database: str) -> Executions:
    """Return the distinct executions of the sessions of a database."""
    sessions = workload.sessions().select("session", "user", "database", "application_name")
    shapes = workload.shapes().select("shape", "kind", "clock")
    events = (
        workload.events()
        .filter(IS_STATEMENT)
        .select("session", "seq", "sql", "params", "truncated", "at_us", "transaction", "shape")
        .join(shapes.lazy(), on="shape", how="left")
        .collect()
        .join(sessions, on="session", how="left")
    )
    mine = events.filter(pl.col("database") == database).sort("session", "seq")
    placed = _with_paths(mine, workload, database)
    wanted = placed.filter(pl.col("kind").is_in(_KINDS))
    whole = wanted.filter(~pl.col("truncated") & pl.col("sql").is_not_null())
    at = pl.when(pl.col("clock").fill_null(value=False)).then(pl.col("at_us"))
    groups = whole.group_by("sql", "params", "path", at.alias("at_us"), maintain_order=True).len("times")
    return Executions(
        tuple(_executions(groups, workload.manifest.window_start_us)),
        users=sorted(sessions.filter(pl.col("database") == database)["user"].drop_nulls().unique()),
        incomplete=len(wanted) - len(whole),
        of_other_databases=len(events) - len(mine),
        of_other_kinds=len(mine) - len(wanted),
    )


def _executions(groups: pl.DataFrame, zero_us: int) -> Iterator[Execution]:
    for sql, params, path, at_us, times in groups.select("sql", "params", "path", "at_us", "times").iter_rows():
        yield Execution(
            sql,
            None if params is None else tuple(params),
            None if path is None else tuple(json.loads(path)),
            "" if at_us is None else iso(zero_us + at_us),
            times,
        )


def _with_paths(events: pl.DataFrame, workload: Workload, database: str) -> pl.DataFrame:
    """Add the column ``path``: the search path of each statement as a JSON list, null for that of the database."""
    changing = events.filter(pl.col("kind").is_in(["set", "discard"]))["sql"].drop_nulls().unique().to_list()
    found = [(sql, change) for sql in changing if (change := path_change(sql)) is not None]
    table = pl.DataFrame(
        [(sql, _path(change), change.local) for sql, change in found],
        schema={"sql": pl.Binary, "set": pl.String, "local": pl.Boolean},
        orient="row",
    )
    start = _started(events, workload, database)
    joined = events.join(table, on="sql", how="left", maintain_order="left").join(
        start, on=["user", "application_name"], how="left", maintain_order="left", nulls_equal=True
    )
    lasting = pl.when(~pl.col("local")).then(pl.col("set")).forward_fill().over("session")
    local = pl.when(pl.col("local")).then(pl.col("set")).forward_fill().over("session", "transaction")
    own = pl.when(pl.col("transaction").is_not_null()).then(local)
    chosen = pl.coalesce(own, lasting)
    path = pl.when(chosen.is_null() | (chosen == _BACK)).then(pl.col("start")).otherwise(chosen)
    return joined.with_columns(path.alias("path")).drop("set", "local", "start")


_BACK = "back"


def _path(change: PathChange) -> str:
    return _BACK if change.names is None else json.dumps(change.names)


def _started(events: pl.DataFrame, workload: Workload, database: str) -> pl.DataFrame:
    """Return the search path with which the sessions of each user and application started, null for that of the database."""
    rows = []
    for user, application in events.select("user", "application_name").unique().iter_rows():
        settings = started_with(workload.manifest.session_settings, user or "", database, application or "")
        value = settings.get("search_path")
        rows.append((user, application, None if value is None else json.dumps(search_path(value, user or ""))))
    schema = {"user": pl.String, "application_name": pl.String, "start": pl.String}
    return pl.DataFrame(rows, schema=schema, orient="row")
