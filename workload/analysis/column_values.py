"""The values of a column to which each statement of a workload is limited: each distinct text is parsed once (``sql/column_filters``)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

import polars as pl

from pgrehearse.workload.generated.texts import finder, numbered, values
from pgrehearse.workload.read import Workload
from pgrehearse.workload.schema import Type
from pgrehearse.workload.sql.column_filters import column_filter
from pgrehearse.workload.sql.value_places import Value

_READ = ("session", "seq", "shape", "sql", "params")
_VALUES = pl.List(pl.String)
_RULES: dict[str, Type] = {
    "text": pl.UInt32,
    "parameter": pl.Int64,
    "literal": pl.Int64,
    "many": pl.Boolean,
    "negative": pl.Boolean,
    "constant": pl.String,
}
# The elements of an array as the server and clients write it.
_ELEMENT = r'"(?:[^"\\]|\\.)*"|[^{},"\s][^{},"]*'


def column_values(workload: Workload, column: str) -> pl.Expr:
    """Return the values of a column to which a statement is limited, or of a parameter such as ``$1``, as distinct texts.

    An empty list: it is not limited. Null: the workload does not show the value (it is computed or not logged, or an INSERT does not
    name its columns and neither the catalog nor decoded rows show them). Columns: session, seq, shape, sql, params.
    """
    if number := re.fullmatch(r"\$(\d+)", column):
        bound = pl.col("params").list.get(int(number[1]) - 1, null_on_oob=True).cast(pl.String, strict=False)
        return pl.concat_list(bound).list.drop_nulls()
    return pl.struct(_READ).map_batches(_Reader(workload, column).values, return_dtype=_VALUES)


class _Reader:
    """Reads batches of statements for one column of a workload."""

    def __init__(self, workload: Workload, column: str) -> None:
        self._column = column
        shapes = workload.shapes()
        self._columns = {
            number: tuple(names) for number, names in shapes.select("shape", "table_columns").drop_nulls().iter_rows()
        }
        self._copies = shapes.filter(kind="copy from")["shape"]
        self._decoded = _decoded(workload, column)

    def values(self, statements: pl.Series) -> pl.Series:
        """Return the values of each statement."""
        texts = numbered(
            statements.struct.unnest().with_columns(pl.lit("").alias("database")).with_row_index("statement")
        )
        rules, unknown = self._rules(texts)
        found = texts.select("statement", "text", "sql", "params").join(rules, on="text", how="inner")
        hidden = texts["text"].is_in(unknown.implode())
        unlogged = found.filter(pl.col("parameter").is_not_null() & pl.col("params").is_null())["statement"]
        grouped = (
            _single(found)
            .group_by("statement")
            .agg(pl.col("value").drop_nulls().unique().sort())
            .filter(~pl.col("statement").is_in(unlogged.implode()))
        )
        known = texts.join(grouped, on="statement", how="left", maintain_order="left").with_columns(
            pl.when(pl.col("text").is_in(rules["text"].implode()) | hidden)
            .then("value")
            .otherwise(pl.coalesce("value", pl.lit([], _VALUES)))
        )
        inserted = known.join(self._decoded, on=["session", "seq"], how="left", maintain_order="left")
        of_rows = pl.col("value").is_null() | pl.col("shape").is_in(self._copies.implode())
        return inserted.select(
            pl.when(of_rows & pl.col("inserted").is_not_null()).then("inserted").otherwise("value")
        ).to_series()

    def _rules(self, texts: pl.DataFrame) -> tuple[pl.DataFrame, pl.Series]:
        """Return where each text has its values (``_RULES``), and the texts that do not show them."""
        examples = texts.select("text", "shape", "sql", "params", "outlined").drop_nulls("sql").unique("text")
        rows: list[tuple[object, ...]] = []
        unknown: list[int] = []
        for number, shape, sql, outlined in examples.drop("params").iter_rows():
            read = column_filter(sql.encode(), self._column, self._columns.get(shape))
            shown = all(value.parameter or value.constant is not None for value in read.values)
            unknown += [number] * (read.unknown or not shown)
            rows += _places(number, sql, read.values, outlined=outlined) if shown else []
        rules = pl.DataFrame(rows, schema=_RULES, orient="row")
        # The constant of a text that stands for itself is that of its example.
        fixed = pl.col("text").is_in(examples.filter(~pl.col("outlined"))["text"].implode())
        misread = _misread(examples, rules.filter(~fixed))
        kept = rules.filter(~pl.col("text").is_in(misread.implode()))
        constants = kept.with_columns(pl.when(fixed).then("constant").alias("constant"))
        return constants, pl.concat([pl.Series("text", unknown, pl.UInt32), misread])


def _places(number: int, sql: str, found: Iterable[Value], *, outlined: bool) -> Iterator[tuple[object, ...]]:
    """Yield where a text has its values: a row of ``_RULES`` for each."""
    find, text = finder(sql, outlined=outlined), sql.encode()
    for value in found:
        negative = (value.constant or "").startswith("-") and text[value.location : value.location + 1] == b"-"
        yield (number, *find(_behind_sign(text, value) if negative else value), negative, value.constant)


def _misread(examples: pl.DataFrame, rules: pl.DataFrame) -> pl.Series:
    """Return the texts in whose example a literal is not read as the parser reads it."""
    checked = examples.select("text", "sql", "params").join(rules, on="text", how="inner")
    read_as = _signed(checked.with_columns(values(checked).alias("value")))["value"]
    return checked.filter(checked["parameter"].is_null() & ~read_as.eq_missing(checked["constant"]))["text"]


def _behind_sign(text: bytes, value: Value) -> Value:
    """Return the place of a negative number without its sign, which is no part of the literal."""
    rest = text[value.location :]
    return replace(value, location=value.location + len(rest) - len(rest.lstrip(b"- \t\r\n")))


def _single(found: pl.DataFrame) -> pl.DataFrame:
    """Add the value of each row; an array has a row for each of its elements."""
    valued = _signed(found.with_columns(pl.coalesce(values(found), "constant").alias("value")))
    elements = (
        valued.filter("many")
        .with_columns(pl.col("value").str.extract_all(_ELEMENT))
        .explode("value", empty_as_null=True)
        .with_columns(
            pl.when(pl.col("value").str.starts_with('"'))
            .then(pl.col("value").str.slice(1).str.head(-1).str.replace_all(r"\\(.)", "${1}"))
            .otherwise(
                pl.when(pl.col("value").str.to_uppercase() != "NULL").then(pl.col("value").str.strip_chars_end())
            )
        )
    )
    return pl.concat([valued.filter(~pl.col("many")), elements])


def _signed(found: pl.DataFrame) -> pl.DataFrame:
    """Put the sign before the values that a text has as negative literals."""
    signed = pl.col("negative") & pl.col("literal").is_not_null()
    return found.with_columns(pl.when(signed).then("-" + pl.col("value")).otherwise("value").alias("value"))


def _decoded(workload: Workload, column: str) -> pl.DataFrame:
    """Return the values of a column in the decoded rows that each statement inserted: session, seq, inserted."""
    place = pl.col("columns").list.eval(pl.element() == column).list.arg_max()
    return (
        workload.decoded()
        .filter(pl.col("own") & (pl.col("action") == "insert") & pl.col("columns").list.contains(column))
        .select("session", "seq", pl.col("values").list.get(place).cast(pl.String, strict=False).alias("inserted"))
        .group_by("session", "seq")
        .agg(pl.col("inserted").drop_nulls().unique().sort())
        .collect()
    )
