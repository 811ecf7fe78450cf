"""Every text that a workload executes with parameters, and the forms of the values that were logged with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

from pgrehearse.replay.types.value_formats import Form, LoggedValues, form_of
from pgrehearse.workload.read import Workload
from pgrehearse.workload.sql.comments import without_comments

# Statement names of drivers that leave the types of parameters to the server: asyncpg, pgx, PDO, pgbench.
_UNTYPED = re.compile(
    r"__asyncpg_stmt_[0-9a-f]+__|stmtcache_[0-9a-f]{16,}|lrupsc_\d+_\d+|pdo_stmt_[0-9a-f]{8}|P\d+_\d+"
)
# Errors that may be about types: a statement that failed with any other was parsed and bound with the types of its driver.
_TYPE_ERRORS = r"^(?:42|22P0[23])"
# So many values of arrays and documents are kept for a parameter.
_EXAMPLES = 50
_KEPT_FORMS = [int(Form.LIST), int(Form.DOCUMENT)]


@dataclass(frozen=True, slots=True)
class StatementText:
    """A text as sessions of one login execute it: *representative* (the first of them), *sql* without comments, the *sources* with comments,
    its *shape*, the logged values of each of its *parameters*. *untyped*: its driver leaves types to the server. *fixed*: types by number."""

    representative: int
    sql: bytes
    sources: tuple[bytes, ...]
    shape: int
    parameters: tuple[LoggedValues, ...]
    untyped: bool
    fixed: Mapping[int, int] = field(default_factory=dict)


def untyped_names(name: pl.Expr) -> pl.Expr:
    """Return whether a prepared statement's name is that of a driver which leaves the types of parameters to the server."""
    return name.cast(pl.String, strict=False).str.contains(rf"^(?:{_UNTYPED.pattern})$")


def untyped_sessions(workload: Workload) -> set[int]:
    """Return the sessions whose driver leaves the types of parameters to the server."""
    named = workload.events().filter(untyped_names(pl.col("prepared_name"))).select("session").unique()
    return set(named.collect()["session"])


def read_texts(workload: Workload, representatives: pl.DataFrame) -> list[StatementText]:
    """Return the texts that sessions execute with parameters, in the order of their shapes. Memory: one part of the workload.

    *representatives*: session, representative, untyped.
    """
    parts = [_of_part(pl.scan_parquet(part, glob=False), representatives) for part in workload.parts()]
    if not parts:
        return []
    frame = pl.concat(parts)
    once = frame["sql"].unique()
    bare = pl.DataFrame({"sql": once, "bare": pl.Series([without_comments(sql) for sql in once], dtype=pl.Binary)})
    parameters = (
        frame.join(bare, on="sql")
        .group_by("representative", "bare", "number")
        .agg(
            pl.col("sql").unique(),
            pl.col("shape").min(),
            pl.col("untyped").first(),
            pl.col("forms").explode().drop_nulls().unique(),
            pl.col("examples").explode().drop_nulls().head(_EXAMPLES),
            pl.col("nulls").any(),
        )
        .sort("representative", "shape", "bare", "number")
    )
    texts: list[StatementText] = []
    for (representative, sql), rows in parameters.group_by("representative", "bare", maintain_order=True):
        seen = rows.select("forms", "examples", "nulls").iter_rows()
        logged = tuple(
            LoggedValues(frozenset(map(Form, forms)), tuple(examples), nulls) for forms, examples, nulls in seen
        )
        sources = tuple(rows["sql"].explode().unique(maintain_order=True))
        texts.append(
            StatementText(int(representative), bytes(sql), sources, rows["shape"][0], logged, rows["untyped"][0])
        )
    return texts


def _of_part(events: pl.LazyFrame, representatives: pl.DataFrame) -> pl.DataFrame:
    """Return each parameter of each text of a part: representative, untyped, shape, sql, number, forms, examples, nulls."""
    bound = pl.col("sqlstate").is_null() | ~pl.col("sqlstate").str.contains(_TYPE_ERRORS)
    logged = (pl.col("action") == "execute") & (pl.col("params").list.len() > 0) & bound
    text = pl.col("params").cast(pl.String, strict=False)
    unread = pl.col("params").is_not_null() & text.is_null()
    form = pl.when(unread).then(int(Form.WORDS)).otherwise(form_of(text)).cast(pl.UInt8)
    return (
        events.filter(logged)
        .select("session", "shape", "sql", "params")
        .join(representatives.lazy(), on="session")
        .with_columns(pl.int_ranges(pl.col("params").list.len()).alias("number"))
        .explode("params", "number")
        .with_columns(form.alias("form"), text.alias("text"))
        .group_by("representative", "untyped", "sql", "number")
        .agg(
            pl.col("shape").first(),
            pl.col("form").drop_nulls().unique().alias("forms"),
            pl.col("text").is_null().any().alias("nulls"),
            pl.col("text").filter(pl.col("form").is_in(_KEPT_FORMS)).head(_EXAMPLES).alias("examples"),
        )
        .collect()
    )
