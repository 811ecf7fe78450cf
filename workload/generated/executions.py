"""The executions that drew ids, and the first use of each id: the rules of the texts applied to the statements of a log."""

from __future__ import annotations

import polars as pl

from pgrehearse.workload.generated.facts import DatabaseIds
from pgrehearse.workload.generated.rules import MANY, sequence_named
from pgrehearse.workload.generated.texts import TextRules, values

# Errors before anything is executed: the transaction has failed already, the text is wrong, a value does not fit its type.
_BEFORE = ("25", "42", "0A", "3F", "26", "28", "22P02")
# Errors of a row that was complete, the ids of its defaults drawn: constraints, and RAISE in a trigger. AFTER triggers have not run.
_OF_ROW = ("23", "P0")


def draws(statements: pl.DataFrame, rules: TextRules, ids: dict[str, DatabaseIds]) -> pl.DataFrame:
    """Return one row for each execution and sequence: session, seq, transaction, database, sequence, low, high, sure, resets, after, before,
    visible, key.

    *key*: the order of the draws (an instant). *resets*: it set the sequence to another value, from which it does not follow
    what others draw.

    *low*, *high*: how many ids it drew, at least and at most. A failed statement may have drawn ids before it failed.
    """
    rows = statements.join(rules.draws, on="text", how="inner", suffix="_rule").filter(
        pl.col("failed_in").is_null() | (pl.col("failed_in") == "execute")
    )
    rows = _measured(rows.with_columns(_sequences(rows, ids)))
    state, failed = pl.col("sqlstate").fill_null(""), pl.col("ended") != "ok"
    before = pl.any_horizontal(state.str.starts_with(code) for code in _BEFORE)
    of_row = pl.any_horizontal(state.str.starts_with(code) for code in _OF_ROW)
    return (
        rows.filter(pl.col("sequence").fill_null("") != "")
        .filter(~(failed & before))
        .with_columns(
            pl.when(failed)
            .then(pl.when(of_row & pl.col("sure")).then(pl.min_horizontal(1, "low")).otherwise(0))
            .otherwise("low")
            .alias("low")
        )
        .with_columns(pl.when("sure").then("start").otherwise("end").alias("key"))
        .group_by("session", "seq", "transaction", "database", "sequence", "after", "before", "visible", "key")
        .agg(
            pl.col("low").sum(),
            pl.col("high").sum().clip(0, MANY),
            pl.col("sure").all(),
            pl.col("resets").any(),
            pl.col("order").min(),
        )
    )


def _measured(rows: pl.DataFrame) -> pl.DataFrame:
    """Return the rows with the number of draws of those that draw once for each element of an array (``array_out``'s text)."""
    arrays = rows["many"] & (rows["sequence"] != "")
    if not arrays.any():
        return rows
    text = values(rows).set(~arrays, None).str.replace_all(r'"(?:[^"\\]|\\.)*"', "x")
    size = pl.when(text == "{}").then(0).otherwise(text.str.count_matches(",") + 1).cast(pl.Int64)
    flat = text.str.contains(r"^\{[^{}]*\}$")
    count = rows.select(pl.when(flat).then(size).alias("count"))["count"]
    return rows.with_columns(pl.coalesce(count, "low").alias("low"), pl.coalesce(count, "high").alias("high"))


def defaults(statements: pl.DataFrame, rules: TextRules) -> pl.DataFrame:
    """Return the columns with another generated default, and how many successful statements inserted rows without them: database, column,
    kind, statements."""
    rows = statements.filter(pl.col("ended") == "ok").select("text").join(rules.defaults, on="text", how="inner")
    return rows.group_by("database", "column", "kind").agg(pl.len().cast(pl.Int64).alias("statements"))


def _sequences(rows: pl.DataFrame, ids: dict[str, DatabaseIds]) -> pl.Series:
    """Return the sequence of each row; a call of nextval that has its name in a value may name another in each execution."""
    unnamed = rows["sequence"] == ""
    if not unnamed.any():
        return rows["sequence"]
    named = pl.DataFrame({"database": rows["database"], "name": values(rows)})
    pairs = named.filter(unnamed).unique().drop_nulls()
    found = pl.Series("found", [sequence_named(name, ids[database]) for database, name in pairs.iter_rows()], pl.String)
    both = named.join(pairs.with_columns(found), on=["database", "name"], how="left", maintain_order="left")
    return both["found"].zip_with(unnamed, rows["sequence"]).alias("sequence")


def uses(statements: pl.DataFrame, rules: TextRules) -> pl.DataFrame:
    """Return the first use of each value of each sequence in these statements: columns of ``first_uses``."""
    return _first(every_use(statements, rules))


def every_use(statements: pl.DataFrame, rules: TextRules) -> pl.DataFrame:
    """Return every use of a value of a sequence in these statements: database, sequence, session, seq, transaction, last_record, id."""
    rows = statements.select("text", "session", "seq", "transaction", "last_record", "sql", "params").join(
        rules.uses, on="text", how="inner"
    )
    rows = rows.with_columns(values(rows))
    single = rows.filter(~pl.col("many"))
    arrays = (
        rows.filter("many")
        .with_columns(pl.col("value").str.strip_chars("{}").str.split(","))
        .explode("value", empty_as_null=False)
    )
    columns = ("database", "sequence", "value", "session", "seq", "transaction", "last_record")
    both = pl.concat([single.select(columns), arrays.select(columns)])
    return both.with_columns(pl.col("value").cast(pl.Int64, strict=False).alias("id")).drop("value").drop_nulls("id")


def first_uses(found: pl.DataFrame) -> pl.DataFrame:
    """Return the first use of each id in the log: database, sequence, id, session, seq, transaction, last_record. *found*: of all its
    parts."""
    return _first(found)


def _first(found: pl.DataFrame) -> pl.DataFrame:
    keys = ["database", "sequence", "id"]
    return found.sort("last_record", maintain_order=True).unique(keys, keep="first", maintain_order=True)
