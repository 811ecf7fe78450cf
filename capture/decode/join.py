"""Decoded rows are joined with the statements of a log: first transactions with transactions, then rows with statements.

Transactions. A log record shows the id of its transaction (%x) once the transaction has one: in a block, and in the extended protocol also outside of one.
A statement of the simple protocol outside a block is logged after its commit, without an id: it is joined by the table that it inserts into and by the time of
the commit, which is inside the time of the statement, and only where one pair is possible. A pair is accepted when it is the only possible one for the decoded
transaction, or for a statement that certainly inserted; what remains is looked at again without the accepted pairs, by the order of the statements in
their session, and by the constants of the texts (``constants``). COPYs that filled the same columns at the same time each get the rows of one of them (``alike_copies``).

Rows. Inside a transaction the rows of one table are in the order in which statements inserted them. VALUES shows its number of rows; one statement whose number is
not in the text (COPY, INSERT ... SELECT, ON CONFLICT) has what the others leave. Where two have no number, or the numbers do not add up, the rows stay without a
statement. Rows of a table that no statement names are made by triggers or functions: they belong to the only statement between the rows around them that can make
them by the catalog. Without a catalog they belong to the statement whose rows precede them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import polars as pl

from pgrehearse.base.clock import MILLISECOND
from pgrehearse.capture.decode.alike_copies import alike_copies
from pgrehearse.capture.decode.statements import Written

# Statements and commits are brought together in intervals of this length.
_BUCKET_US = 100 * MILLISECOND
_TRANSACTION = ["session", "transaction"]
_DECODED_TRANSACTION = ["database", "xid"]
_TABLE = ["database", "schema", "relation"]
_GROUP = [*_TRANSACTION, "schema", "relation"]
Shown = Callable[[pl.DataFrame], pl.DataFrame]


@dataclass(frozen=True, slots=True)
class Joined:
    """*rows*: the statement of each change: place, session, seq (null: not known), own. *copies*: session, seq and *named* of each COPY FROM STDIN whose rows are
    known, with the *place* of the first of them. *by_id*, *by_time*: how many transactions were joined each way; *alike*: how many of these are COPYs whose rows may be
    those of another one."""

    rows: pl.DataFrame
    copies: pl.DataFrame
    by_id: int
    by_time: int
    alike: int = 0


def join(
    changes: pl.DataFrame, written: Written, *, resolution_us: int, complete: bool, shown: Shown | None = None
) -> Joined:
    """Join decoded changes with statements.

    *changes*: database and the columns of ``CHANGES`` except columns and values; ``commit_us`` relative to the window, as the times of statements. *resolution_us*: of the log's time stamps.
    *complete*: the log has every statement; otherwise the only possible pair need not be the right one, and none is joined by time.
    *shown*: returns those of several possible pairs that something else shows to be right.
    """
    by_id = written.transactions.drop_nulls("xid").join(
        changes.select(_DECODED_TRANSACTION).unique(), on=_DECODED_TRANSACTION, how="inner"
    )
    pairs = [by_id.select(*_TRANSACTION, *_DECODED_TRANSACTION)]
    by_time = alike = 0
    if complete:
        rest = changes.join(pairs[0], on=_DECODED_TRANSACTION, how="anti", maintain_order="left")
        possible = _possible(rest, written, resolution_us)
        certain = _certain_pairs(possible, shown)
        others = alike_copies(_without(possible, certain), written)
        pairs += [found.select(*_TRANSACTION, *_DECODED_TRANSACTION) for found in (certain, others)]
        by_time, alike = certain.height + others.height, others.height
    placed = changes.join(pl.concat(pairs), on=_DECODED_TRANSACTION, how="left", maintain_order="left")
    rows, copies = _with_statements(placed, written)
    return Joined(rows, copies, by_id.height, by_time, alike)


def _possible(changes: pl.DataFrame, written: Written, resolution_us: int) -> pl.DataFrame:
    """Return the possible pairs of autocommit statements without a transaction id and decoded transactions, by table and time.

    Columns: session, transaction, database, xid; *certain*: the statement certainly inserted rows; *order*: the place of the decoded transaction.
    """
    alone = written.transactions.filter(pl.col("xid").is_null() & (pl.col("statements") == 1))
    inserts = (
        written.statements.join(alone.select(_TRANSACTION), on=_TRANSACTION, how="semi")
        .join(_filled(written), on=["database", "shape"], how="inner")
        .with_columns((pl.col("rows") > 0).fill_null(value=False).all().over(_TRANSACTION).alias("certain"))
        .with_columns(pl.col("at_us") - resolution_us, pl.col("end_us") + resolution_us)
    )
    if inserts.is_empty() or changes.is_empty():
        columns = {name: written.transactions.schema[name] for name in (*_TRANSACTION, *_DECODED_TRANSACTION)}
        return pl.DataFrame(schema=columns | {"certain": pl.Boolean(), "order": pl.Int64()})
    spans = inserts.with_columns(
        pl.int_ranges(pl.col("at_us") // _BUCKET_US, pl.col("end_us") // _BUCKET_US + 1).alias("bucket")
    ).explode("bucket", empty_as_null=False)
    order = pl.col("place").min().over(_DECODED_TRANSACTION).alias("order")
    tables = changes.select(*_DECODED_TRANSACTION, "schema", "relation", "commit_us", order).unique()
    tables = tables.with_columns((pl.col("commit_us") // _BUCKET_US).alias("bucket"))
    near = spans.join(
        tables, left_on=["database", "target", "bucket"], right_on=["database", "relation", "bucket"], how="inner"
    )
    same_schema = (pl.col("target_schema") == "") | (pl.col("target_schema") == pl.col("schema"))
    possible = near.filter(same_schema & pl.col("commit_us").is_between("at_us", "end_us"))
    return possible.select(*_TRANSACTION, *_DECODED_TRANSACTION, "certain", "order").unique()


def _filled(written: Written) -> pl.DataFrame:
    """Return the tables into which shapes insert rows (database, shape, target_schema, target, rows): those that they name; if they name none, those
    that their triggers and functions fill."""
    databases = written.statements.select("database", "shape").unique()
    named = databases.join(written.targets, on="shape", how="inner")
    columns = ["database", "shape", "target_schema", "target", "rows"]
    made = written.makes.rename({"schema": "target_schema", "relation": "target"}).with_columns(
        pl.lit(None, pl.Int64).alias("rows")
    )
    return pl.concat([named.select(columns), made.join(named, on="shape", how="anti").select(columns)])


def _certain_pairs(possible: pl.DataFrame, shown: Shown | None) -> pl.DataFrame:
    """Return the pairs that are the only possible ones, that are in the order of their session, or that are *shown* to be right; and those
    that are left without them."""
    accepted, rest = [possible.clear()], possible
    for step in (_only_pairs, _in_session_order, shown, _only_pairs):
        if step is not None and not rest.is_empty():
            accepted.append(step(rest))
            rest = _without(rest, accepted[-1])
    return pl.concat(accepted)


def _without(possible: pl.DataFrame, accepted: pl.DataFrame) -> pl.DataFrame:
    """Return the pairs of other statements and other transactions."""
    left = possible.join(accepted, on=_TRANSACTION, how="anti", maintain_order="left")
    return left.join(accepted, on=_DECODED_TRANSACTION, how="anti", maintain_order="left")


def _in_session_order(possible: pl.DataFrame) -> pl.DataFrame:
    """Return the pairs of decoded transactions that only statements of one session can have made: these commit in their order.

    Statements whose possible transactions overlap are a group. If a group has as many statements as transactions, the first statement made
    the first of them, and so on.
    """
    sessions = possible.with_columns(pl.col("session").n_unique().over(_DECODED_TRANSACTION).alias("sessions"))
    alone = sessions.filter(pl.col("sessions").max().over(_TRANSACTION) == 1)
    inside = alone.sort("session", "transaction", "order")
    spans = inside.group_by(_TRANSACTION, maintain_order=True).agg(
        pl.col("order").min().alias("low"), pl.col("order").max().alias("high")
    )
    begins = (pl.col("low") > pl.col("high").cum_max().shift(1).over("session")).fill_null(value=True)
    groups = spans.with_columns(begins.cum_sum().alias("group"))
    nth = pl.int_range(pl.len()).over("group").alias("nth")
    statements = groups.select(*_TRANSACTION, "group").with_columns(nth)
    placed = inside.join(groups.select(*_TRANSACTION, "group"), on=_TRANSACTION, how="left")
    decoded = placed.select("group", *_DECODED_TRANSACTION, "order").unique().sort("group", "order").with_columns(nth)
    pairs = statements.join(decoded, on=["group", "nth"], how="full", coalesce=True)
    whole = pl.all_horizontal(pl.col("session", "xid").is_not_null()).all().over("group")
    return possible.join(pairs.filter(whole), on=[*_TRANSACTION, *_DECODED_TRANSACTION], how="semi")


def _only_pairs(possible: pl.DataFrame) -> pl.DataFrame:
    """Return the pairs that are the only possible ones, step by step: an accepted pair makes others impossible."""
    accepted = [possible.clear()]
    while True:
        ways = possible.with_columns(
            pl.len().over(_TRANSACTION).alias("of_statement"), pl.len().over(_DECODED_TRANSACTION).alias("of_decoded")
        )
        only = (pl.col("of_decoded") == 1) | ((pl.col("of_statement") == 1) & pl.col("certain"))
        # Two statements that have the same only transaction contradict each other: neither is joined.
        found = ways.filter(only).filter(
            (pl.len().over(_TRANSACTION) == 1) & (pl.len().over(_DECODED_TRANSACTION) == 1)
        )
        if found.is_empty():
            return pl.concat(accepted)
        accepted.append(found.select(possible.columns))
        possible = _without(possible, found)


def _with_statements(changes: pl.DataFrame, written: Written) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Divide the inserted rows of each joined transaction among its statements. Return ``Joined.rows`` and ``Joined.copies``."""
    inserted = changes.filter((pl.col("action") == "insert") & pl.col("session").is_not_null())
    claims = _claims(inserted, written)
    own = _divided(inserted, claims.filter("valid"))
    placed = changes.join(own, on="place", how="left", maintain_order="left").with_columns(
        pl.col("seq").is_not_null().alias("own")
    )
    made = _made(placed, claims, written)
    rows = placed.join(made, on="place", how="left", maintain_order="left").with_columns(
        pl.coalesce("seq", "maker").alias("seq")
    )
    known = pl.when(pl.col("seq").is_not_null()).then("session").alias("session")
    rows = rows.select("place", known, "seq", "own")
    firsts = rows.filter("own").group_by("session", "seq").agg(pl.col("place").min())
    copies = claims.filter(pl.col("copies") & pl.col("valid")).select("session", "seq", "named")
    return rows, copies.join(firsts, on=["session", "seq"], how="inner")


def _made(placed: pl.DataFrame, claims: pl.DataFrame, written: Written) -> pl.DataFrame:
    """Return the statement that made each row of a table that no statement of its transaction names: place, maker (a seq)."""
    before, behind = pl.col("seq").forward_fill().over(_TRANSACTION), pl.col("seq").backward_fill().over(_TRANSACTION)
    around = placed.with_columns(before.alias("before"), behind.alias("behind"))
    rows = around.join(claims, on=_GROUP, how="anti").filter(pl.col("session").is_not_null())
    if written.makes.is_empty():
        return rows.select("place", pl.coalesce("before", "behind").alias("maker"))
    able = written.statements.join(written.makes, on=["database", "shape"], how="inner")
    makers = rows.join(able.select(*_GROUP, pl.col("seq").alias("maker")).unique(), on=_GROUP, how="inner")
    between = (pl.col("maker") >= pl.col("before")).fill_null(value=True) & (
        pl.col("maker") <= pl.col("behind")
    ).fill_null(value=True)
    return _only_makers(makers.filter(between))


def _only_makers(makers: pl.DataFrame) -> pl.DataFrame:
    """Return the maker of each row that has only one possible one: place, maker. *makers*: pairs of rows and makers, *before* and *behind*.

    An AFTER trigger makes its rows behind those of its statement, a BEFORE trigger before them. Which of them a table has is shown by rows that only
    the statement before them, or only the one behind them, can have made.
    """
    pairs = makers.with_columns((pl.len().over("place") == 1).alias("alone"))
    is_before = (pl.col("maker") == pl.col("before")).fill_null(value=False)
    is_behind = (pl.col("maker") == pl.col("behind")).fill_null(value=False)
    after = (pl.col("alone") & is_before & ~is_behind).any().over(_TABLE)
    earlier = (pl.col("alone") & is_behind & ~is_before).any().over(_TABLE)
    excluded = (after & ~earlier & is_behind) | (earlier & ~after & is_before)
    possible = pairs.filter(pl.col("alone") | ~excluded)
    return possible.filter(pl.len().over("place") == 1).select("place", "maker")


def _claims(inserted: pl.DataFrame, written: Written) -> pl.DataFrame:
    """Return which statements insert into which tables of their transaction: the columns of ``_GROUP``, seq, named, copies; *count*: their number of rows;
    *valid*: all counts of the group are known and add up."""
    groups = inserted.group_by(_GROUP).agg(pl.len().alias("found"))
    claims = written.statements.select(*_TRANSACTION, "seq", "shape").join(written.targets, on="shape", how="inner")
    claims = claims.with_columns(pl.col("target").alias("relation")).join(
        groups, on=[*_TRANSACTION, "relation"], how="inner"
    )
    claims = claims.filter((pl.col("target_schema") == "") | (pl.col("target_schema") == pl.col("schema")))
    claims = claims.sort(*_GROUP, "seq")
    known = pl.col("rows").fill_null(0).sum().over(_GROUP)
    unknown = pl.col("rows").is_null().sum().over(_GROUP)
    rest = pl.col("found").cast(pl.Int64) - known
    return claims.select(
        *_GROUP,
        "seq",
        "named",
        "copies",
        pl.coalesce("rows", rest).alias("count"),
        (((unknown == 0) & (rest == 0)) | ((unknown == 1) & (rest >= 0))).alias("valid"),
    )


def _divided(inserted: pl.DataFrame, claims: pl.DataFrame) -> pl.DataFrame:
    """Return the statement (*seq*) of each inserted row (*place*): the first rows of a group belong to its first statement, and so on."""
    index = pl.int_range(pl.len()).over(_GROUP).alias("index")
    each = claims.with_columns(pl.col("seq").repeat_by("count")).explode("seq", empty_as_null=False).with_columns(index)
    rows = inserted.sort("place").with_columns(index)
    return rows.join(each, on=[*_GROUP, "index"], how="inner").select("place", "seq")
