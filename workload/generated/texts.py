"""The rules of all texts of a workload: each distinct text is parsed once, whatever the values in it are.

Texts without parameters differ only in their literals when ``outlined`` returns the same for both. The literals of such a text are
then found by their number.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import polars as pl

from pgrehearse.workload.generated.facts import DatabaseIds
from pgrehearse.workload.generated.rules import Names, defaulted, draw_rules, use_rules
from pgrehearse.workload.generated.statement import read
from pgrehearse.workload.schema import Type
from pgrehearse.workload.sql.normalize import constants, literal_starts, literals, outlined
from pgrehearse.workload.sql.parse_tree import Name
from pgrehearse.workload.sql.value_places import Value

# Where a value is: the number of the parameter or of the literal, from 0 (null: it is the other one).
_VALUE: dict[str, Type] = {"parameter": pl.Int64, "literal": pl.Int64, "many": pl.Boolean}
_DRAWS: dict[str, Type] = {
    "text": pl.UInt32,
    "order": pl.Int64,
    "database": pl.String,
    "sequence": pl.String,
    "low": pl.Int64,
    "high": pl.Int64,
    "sure": pl.Boolean,
    "resets": pl.Boolean,
    **_VALUE,
}
_DEFAULTS: dict[str, Type] = {"text": pl.UInt32, "database": pl.String, "column": pl.String, "kind": pl.String}
_USES: dict[str, Type] = {"text": pl.UInt32, "database": pl.String, "sequence": pl.String, **_VALUE}


@dataclass(frozen=True, slots=True)
class TextRules:
    """What every execution of a text draws and uses, and which other columns it fills by default: one row for each rule.

    Columns: ``_DRAWS``, ``_USES``, ``_DEFAULTS``.
    """

    draws: pl.DataFrame
    uses: pl.DataFrame
    defaults: pl.DataFrame


def numbered(statements: pl.DataFrame) -> pl.DataFrame:
    """Add ``text``, the number of each statement's distinct text, and ``outlined``: whether its literals can be found by their number.

    Columns read: database, shape, sql.
    """
    sql = statements["sql"].cast(pl.String, strict=False)
    bare = sql.set(sql.str.contains(r"\$[0-9]"), None)
    outline = outlined(bare)
    keyed = statements.with_columns(
        sql.alias("sql"), outline.is_not_null().alias("outlined"), pl.coalesce(outline, sql).alias("form")
    )
    distinct = keyed.select("database", "shape", "form").unique().with_row_index("text")
    return keyed.join(distinct, on=["database", "shape", "form"], how="left", maintain_order="left").drop("form")


def text_rules(
    statements: pl.DataFrame, ids: Mapping[str, DatabaseIds], tables: Mapping[int, tuple[str, ...]]
) -> TextRules:
    """Return the rules of the texts of *statements* (``numbered``). *tables*: of each shape."""
    examples = statements.select("text", "database", "shape", "sql", "outlined").unique("text", keep="first")
    draws: list[tuple[object, ...]] = []
    uses: list[tuple[object, ...]] = []
    defaults: list[tuple[object, ...]] = []
    for number, database, shape, sql, has_outline in examples.iter_rows():
        known = ids.get(database)
        if known is None or sql is None:
            continue
        statement, names = read(sql.encode()), _names(tables.get(shape, ()), known)
        found = finder(sql, outlined=has_outline)
        for order, rule in enumerate(draw_rules(statement, names, known)):
            parameter, literal, many = found(rule.value)
            # Another statement of this text can name another sequence.
            name = rule.sequence if literal is None or many else ""
            draws.append(
                (number, order, database, name, rule.low, rule.high, rule.sure, rule.resets, parameter, literal, many)
            )
        defaults += [(number, database, *column) for column in defaulted(statement, names, known)]
        uses += [(number, database, rule.sequence, *found(rule.value)) for rule in use_rules(statement, names, known)]
    frames = ((draws, _DRAWS), (uses, _USES), (defaults, _DEFAULTS))
    return TextRules(*(pl.DataFrame(rows, schema=schema, orient="row") for rows, schema in frames))


def values(statements: pl.DataFrame) -> pl.Series:
    """Return the value that each row's rule finds, as text (null: not logged).

    Columns read: parameter, literal, params, sql (only of texts that are ``outlined``).
    """
    out = pl.Series("value", [None], dtype=pl.String).new_from_index(0, statements.height)
    by_parameter = statements["parameter"].is_not_null().arg_true()
    if len(by_parameter):
        found = statements[by_parameter].select(
            pl.col("params").list.get(pl.col("parameter"), null_on_oob=True).cast(pl.String, strict=False)
        )
        out = out.scatter(by_parameter, found.to_series())
    by_literal = statements["literal"].is_not_null().arg_true()
    if len(by_literal):
        rows = statements[by_literal]
        literal = rows.select(pl.lit(literals(rows["sql"])).list.get(pl.col("literal"), null_on_oob=True))
        out = out.scatter(by_literal, constants(literal.to_series()))
    return out


def _names(tables: tuple[str, ...], ids: DatabaseIds) -> Names:
    """Return the function that finds the relation of a name: among the tables of the statement's shape, else in the whole catalog."""
    of_shape = {(schema, word) for schema, _, word in (table.partition(".") for table in tables) if word}
    everywhere = {(schema, word) for schema, _, word in (table.partition(".") for table in ids.tables)}

    def find(name: Name) -> str:
        if name[0]:
            return f"{name[0]}.{name[1]}"
        for known in (of_shape, everywhere):
            found = [schema for schema, word in known if word == name[1]]
            if len(found) == 1:
                return f"{found[0]}.{name[1]}"
        return ""

    return find


def finder(sql: str, *, outlined: bool) -> Callable[[Value], tuple[int | None, int | None, bool]]:
    """Return the function that gives a value's parameter, literal (their numbers, from 0) and whether it is an array."""
    starts = {start: number for number, start in enumerate(literal_starts(sql))} if outlined else {}
    coded = sql.encode()

    def find(value: Value) -> tuple[int | None, int | None, bool]:
        if value.parameter:
            return value.parameter - 1, None, value.many
        if value.location < 0 or not outlined:
            return None, None, value.many
        return None, starts.get(len(coded[: value.location].decode(errors="replace"))), value.many

    return find
