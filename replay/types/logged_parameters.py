"""Every text that a workload executes with parameters, and what the values that were logged with it say of their types."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

from pgrehearse.replay.types.value_formats import Form, Logged, form_of
from pgrehearse.workload.read import Workload
from pgrehearse.workload.sql.comments import without_comments

# Names that a driver gives to statements which it leaves the server to infer the types of: asyncpg, pgx, PDO, pgbench.
_UNTYPED = re.compile(
    r"__asyncpg_stmt_[0-9a-f]+__|stmtcache_[0-9a-f]{16,}|lrupsc_\d+_\d+|pdo_stmt_[0-9a-f]{8}|P\d+_\d+"
)
# Errors that say nothing of types: a statement that failed so was parsed and bound with those that its driver named.
_OF_TYPES = r"^(?:42|22P0[23])"
# So many values of arrays and documents are read.
_EXAMPLES = 50
_READ = [int(Form.LIST), int(Form.DOCUMENT)]


@dataclass(frozen=True, slots=True)
class Text:
    """A text as sessions of one login execute it: *speaker* (the first of them), *sql* without comments, the *sources* it stands for,
    its *shape*, what was logged of each of its *parameters*. *untyped*: its driver leaves types to the server."""

    speaker: int
    sql: bytes
    sources: tuple[bytes, ...]
    shape: int
    parameters: tuple[Logged, ...]
    untyped: bool
    fixed: Mapping[int, int] = field(default_factory=dict)


def untyped_names(name: pl.Expr) -> pl.Expr:
    """Return whether a prepared statement's name is that of a driver which leaves the types of parameters to the server."""
    return name.cast(pl.String, strict=False).str.contains(rf"^(?:{_UNTYPED.pattern})$")


def untyped_sessions(workload: Workload) -> set[int]:
    """Return the sessions whose driver leaves the types of parameters to the server."""
    named = workload.events().filter(untyped_names(pl.col("prepared_name"))).select("session").unique()
    return set(named.collect()["session"])


def texts(workload: Workload, speakers: pl.DataFrame) -> list[Text]:
    """Return the texts that sessions execute with parameters, in the order of their shapes. Memory: one part of the workload.

    *speakers*: session, speaker (who speaks for it), untyped.
    """
    parts = [_of_part(pl.scan_parquet(part, glob=False), speakers) for part in workload.parts()]
    if not parts:
        return []
    frame = pl.concat(parts)
    once = frame["sql"].unique()
    bare = pl.DataFrame({"sql": once, "bare": pl.Series([without_comments(one) for one in once], dtype=pl.Binary)})
    whole = (
        frame.join(bare, on="sql")
        .group_by("speaker", "bare", "number")
        .agg(
            pl.col("sql").unique(),
            pl.col("shape").min(),
            pl.col("untyped").first(),
            pl.col("forms").explode().drop_nulls().unique(),
            pl.col("examples").explode().drop_nulls().head(_EXAMPLES),
            pl.col("nulls").any(),
        )
        .sort("speaker", "shape", "bare", "number")
    )
    found = []
    for (speaker, sql), rows in whole.group_by("speaker", "bare", maintain_order=True):
        seen = rows.select("forms", "examples", "nulls").iter_rows()
        logged = tuple(Logged(frozenset(map(Form, forms)), tuple(examples), nulls) for forms, examples, nulls in seen)
        sources = tuple(rows["sql"].explode().unique(maintain_order=True))
        found.append(Text(int(speaker), bytes(sql), sources, rows["shape"][0], logged, rows["untyped"][0]))
    return found


def _of_part(events: pl.LazyFrame, speakers: pl.DataFrame) -> pl.DataFrame:
    """Return each parameter of each text of a part: speaker, untyped, shape, sql, number, forms, examples, nulls."""
    bound = pl.col("sqlstate").is_null() | ~pl.col("sqlstate").str.contains(_OF_TYPES)
    told = (pl.col("action") == "execute") & (pl.col("params").list.len() > 0) & bound
    text = pl.col("params").cast(pl.String, strict=False)
    unread = pl.col("params").is_not_null() & text.is_null()
    form = pl.when(unread).then(int(Form.WORDS)).otherwise(form_of(text)).cast(pl.UInt8)
    return (
        events.filter(told)
        .select("session", "shape", "sql", "params")
        .join(speakers.lazy(), on="session")
        .with_columns(pl.int_ranges(pl.col("params").list.len()).alias("number"))
        .explode("params", "number")
        .with_columns(form.alias("form"), text.alias("text"))
        .group_by("speaker", "untyped", "sql", "number")
        .agg(
            pl.col("shape").first(),
            pl.col("form").drop_nulls().unique().alias("forms"),
            pl.col("text").is_null().any().alias("nulls"),
            pl.col("text").filter(pl.col("form").is_in(_READ)).head(_EXAMPLES).alias("examples"),
        )
        .collect()
    )
