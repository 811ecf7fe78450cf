"""Statements that failed because a pooler in transaction mode does not keep the temporary tables of a session.

A temporary table belongs to one server connection. The next transaction of the session can have another connection: there the table does not
exist (42P01), or that of another session with the same name exists already (42P07).
"""

from __future__ import annotations

from itertools import chain

import polars as pl

from pgrehearse.runs.quality.aborted import with_reason
from pgrehearse.runs.quality.error_causes import object_named
from pgrehearse.runs.reasons import LOST_TABLE
from pgrehearse.workload.read import Workload
from pgrehearse.workload.schema import IS_STATEMENT
from pgrehearse.workload.sql.parse_tree import statements
from pgrehearse.workload.sql.session_objects import RELATION, session_state, thing

_MISSING, _EXISTS = "42P01", "42P07"
_STATEMENT = ["session", "copy", "seq"]
_MADE = {"shape": pl.Int32, "named": pl.String}


def with_lost_tables(rows: pl.DataFrame, messages: pl.DataFrame, workload: Workload) -> pl.DataFrame:
    """Return *rows* in which each such statement, and the rest of its transaction, has the reason ``LOST_TABLE``.

    *rows*: session, copy, seq, transaction, shape, status, sqlstate, reason; *messages*: of the statements that failed.
    """
    failed = rows.filter(pl.col("status").cast(pl.String) == "failed", pl.col("sqlstate").is_in([_MISSING, _EXISTS]))
    if failed.is_empty():
        return rows
    failed = failed.select(*_STATEMENT, "transaction", "sqlstate").join(messages, on=_STATEMENT)
    made = _made(workload, failed["session"].unique())
    # Within the transaction that creates it a table stays.
    is_later = (pl.col("seq") > pl.col("made_seq")) & (
        pl.col("transaction").is_null() | pl.col("transaction").ne_missing(pl.col("made_transaction"))
    )
    named = object_named().alias("named")
    missing = failed.filter(pl.col("sqlstate") == _MISSING).with_columns(named).join(made, on=["session", "named"])
    exists = failed.filter(pl.col("sqlstate") == _EXISTS).join(
        made, left_on=["session", "seq"], right_on=["session", "made_seq"], how="semi"
    )
    lost = pl.concat([missing.filter(is_later).select(_STATEMENT), exists.select(_STATEMENT)]).unique()
    marked = rows.join(
        lost.with_columns(pl.lit(value=True).alias("lost")), on=_STATEMENT, how="left", maintain_order="left"
    )
    return with_reason(marked, pl.col("lost").fill_null(value=False), LOST_TABLE).drop("lost")


def _made(workload: Workload, sessions: pl.Series) -> pl.DataFrame:
    """Return the statements of sessions that create temporary tables: session, made_seq, made_transaction, and the table (*named*)."""
    ran = workload.events().filter(IS_STATEMENT & pl.col("session").is_in(sessions.implode()))
    texts = ran.drop_nulls("sql").group_by("shape").agg(pl.col("sql").first()).collect()
    made = [
        {"shape": shape, "named": name}
        for shape, sql in texts.select("shape", "sql").iter_rows()
        for name in _created(sql)
    ]
    return (
        ran.select("session", "shape", pl.col("seq").alias("made_seq"), pl.col("transaction").alias("made_transaction"))
        .join(pl.DataFrame(made, schema=_MADE).lazy(), on="shape")
        .collect()
    )


def _created(sql: bytes) -> list[str]:
    """Return the temporary tables that a text creates.

    >>> _created(b"create temp table t as select 1"), _created(b"create table t (n int)")
    (['t'], [])
    """
    prefix = thing(RELATION, "")
    made = session_state(statement.tree for statement in chain(statements(sql) or ())).makes
    return sorted(one.removeprefix(prefix) for one in made if one.startswith(prefix))
