"""Ids that decoded rows show, in the place of those that were deduced from the log.

A statement drew the id of a row if it inserted the row and did not name the column that a sequence fills. Ids of transactions that were rolled back, and
of rows that ON CONFLICT did not insert, are in no decoded row: they stay as they were deduced.
"""

from __future__ import annotations

from collections.abc import Sequence as Values
from dataclasses import replace

import polars as pl

from pgrehearse.capture.decode.join import Joined
from pgrehearse.capture.decode.statements import Written
from pgrehearse.capture.decode.trigger_columns import COLUMNS
from pgrehearse.workload.generated.facts import Sequence
from pgrehearse.workload.schema import PINS, How
from pgrehearse.workload.sql.parse_tree import statements, texts

_EXECUTION = ["session", "seq", "sequence"]


def decoded_ids(changes: pl.LazyFrame, joined: Joined, written: Written, columns: pl.DataFrame) -> pl.DataFrame:
    """Return the ids that decoded rows have in *columns* (``COLUMNS``) that their statements did not name.

    Columns: session, seq, sequence, ids in the order of the rows.
    """
    named = written.statements.join(written.targets, on="shape", how="inner").select(
        "session", "seq", "target", "named"
    )
    rows = (
        changes.filter(pl.col("action") == "insert")
        .join(columns.lazy(), on=["database", "schema", "relation"], how="inner", maintain_order="left")
        .join(joined.rows.lazy().drop_nulls("seq"), on="place", how="inner", maintain_order="left")
        .join(
            named.lazy(),
            left_on=["session", "seq", "relation"],
            right_on=["session", "seq", "target"],
            how="left",
            maintain_order="left",
        )
        .explode("columns", "values", empty_as_null=False)
        .filter(pl.col("columns") == pl.col("column"))
        .with_columns(pl.col("values").cast(pl.String).cast(pl.Int64, strict=False).alias("id"))
    )
    # Without a list of columns the statement gives all of them; a row that a trigger inserts drew its id.
    drew = ~pl.col("own") | (pl.col("named").is_not_null() & ~pl.col("named").list.contains(pl.col("column")))
    drawn = rows.filter(drew.fill_null(value=False)).drop_nulls("id").unique(["place", "sequence"], maintain_order=True)
    return drawn.group_by(_EXECUTION, maintain_order=True).agg(pl.col("id").alias("ids")).collect()


def with_decoded(pins: pl.DataFrame, decoded: pl.DataFrame, sessions: pl.DataFrame) -> pl.DataFrame:
    """Return the pins with decoded ids in the place of deduced ones. Columns: ``PINS``. *sessions*: columns session and database.

    Where more ids were deduced than decoded, rows were not inserted (ON CONFLICT): the deduced ids stay if the decoded ones are among them.
    A deduced id that another execution's row has is not known: no two draws get one id.
    """
    both = decoded.join(pins.rename({"ids": "deduced", "how": "deduced_how"}), on=_EXECUTION, how="left")
    more = pl.col("deduced").list.len() > pl.col("ids").list.len()
    contained = pl.col("ids").list.set_difference("deduced").list.len() == 0
    kept = (more & contained).fill_null(value=False)
    decoded_how = pl.lit(How.DECODED.value).repeat_by(pl.col("ids").list.len())
    new = both.with_columns(
        pl.when(kept).then("deduced").otherwise("ids").alias("ids"),
        pl.when(kept).then("deduced_how").otherwise(decoded_how).alias("how"),
    )
    others = pins.join(decoded, on=_EXECUTION, how="anti", maintain_order="left")
    own = _not_of_others(others, decoded, sessions)
    return pl.concat([own.select(*PINS), new.select(*PINS)]).sort("session", "seq", maintain_order=True)


def _not_of_others(pins: pl.DataFrame, decoded: pl.DataFrame, sessions: pl.DataFrame) -> pl.DataFrame:
    """Return pins without the ids that decoded rows of other executions have."""
    database = sessions.select("session", pl.col("database").fill_null(""))
    keys = ["database", "sequence", "ids"]
    taken = decoded.join(database, on="session", how="left").explode("ids", empty_as_null=False)
    each = (
        pins.with_row_index("row")
        .explode("ids", "how", empty_as_null=False)
        .join(database, on="session", how="left", maintain_order="left")
    )
    flagged = each.join(
        taken.select(*keys, pl.lit(value=True).alias("taken")).unique(), on=keys, how="left", maintain_order="left"
    )
    known = pl.col("taken").is_null()
    return (
        flagged.with_columns(
            pl.when(known).then("ids"), pl.when(known).then("how").otherwise(pl.lit(How.UNKNOWN.value)).alias("how")
        )
        .group_by("row", "session", "seq", "sequence", maintain_order=True)
        .agg("ids", "how")
    )


def counted(pins: pl.DataFrame, sequences: Values[Sequence], sessions: pl.DataFrame) -> list[Sequence]:
    """Return the sequences with the numbers of their ids by how they are known. *sessions*: columns session and database."""
    each = pins.join(sessions.select("session", "database"), on="session", how="left").explode(
        "how", empty_as_null=False
    )
    numbers = each.group_by("database", "sequence", "how").len()
    drawn: dict[tuple[str, str], dict[str, int]] = {}
    for database, name, how, number in numbers.sort("how").iter_rows():
        drawn.setdefault((database or "", name), {})[how] = number
    return [replace(one, drawn=drawn.get((one.database, one.name), {})) for one in sequences]


def default_columns(sequences: Values[Sequence]) -> pl.DataFrame:
    """Return the columns (``COLUMNS``) whose default draws from a sequence, with their names as the catalog has them; a manifest has them as SQL
    writes them."""
    rows = [
        (one.database, *names, one.name)
        for one in sequences
        for column in one.columns
        if len(names := _names(column)) == 3
    ]
    return pl.DataFrame(rows, schema=COLUMNS, orient="row")


def _names(written: str) -> list[str]:
    """Return the parts of a dotted name.

    >>> _names('public."Order items".id')
    ['public', 'Order items', 'id']
    """
    parsed = statements(f"select {written}".encode())
    if not parsed:
        return []
    (target,) = parsed[0].tree["SelectStmt"]["targetList"]
    return texts(target["ResTarget"]["val"].get("ColumnRef", {}).get("fields", []))
