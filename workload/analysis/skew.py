"""How unevenly the load is distributed over the values of one column or parameter: tenants, customers, shards."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from typing import Any

import polars as pl

from pgrehearse.workload.analysis.load import Share, shares
from pgrehearse.workload.read import Workload
from pgrehearse.workload.schema import IS_STATEMENT, TOOK

_VALUE = r"('(?:[^']|'')*'|\$\d+|-?[0-9][0-9.]*)"
_ITEM = r"(?:'(?:[^']|'')*'|[^,'()]+)"


@dataclass(frozen=True, slots=True)
class Tenants:
    """The load by the value of *column* (a column's name, or a parameter such as ``$1``).

    *tenants*: the number of values. *statements*: those that contain a value, out of *of*. *busiest_tenth*: the share of the time
    that the busiest tenth of the values takes (an even load: 0.1). *shares*: the busiest values.
    """

    column: str
    tenants: int
    statements: int
    of: int
    busiest_tenth: float
    shares: list[Share]

    def document(self) -> dict[str, Any]:
        """Return what ``inspect --tenant --json`` adds."""
        return {"load_by_tenant": asdict(self)}


def tenants(workload: Workload, column: str) -> Tenants:
    """Compute the load by value, from ``column = value`` in any statement, and from the column's position in an INSERT."""
    shapes = workload.shapes()
    ran = (
        workload.events()
        .filter(IS_STATEMENT)
        .select("session", "shape", pl.col("sql").cast(pl.String, strict=False), "params", TOOK.alias("time_us"))
        .join(shapes.lazy().select("shape", "writes"), on="shape", how="left")
    )
    value = tenant_of(shapes, column)
    found = ran.select("session", "time_us", "writes", value.alias("tenant")).collect()
    valued = found.drop_nulls("tenant")
    time = valued.group_by("tenant").agg(pl.col("time_us").sum(), pl.len()).sort("time_us", "len", descending=True)
    weight = "time_us" if time["time_us"].sum() else "len"
    tenth = time.sort(weight, descending=True).head(max(1, round(time.height / 10)))
    return Tenants(
        column=column,
        tenants=time.height,
        statements=valued.height,
        of=found.height,
        busiest_tenth=round(float(tenth[weight].sum()) / max(float(time[weight].sum()), 1), 4),
        shares=shares(valued, "tenant"),
    )


def tenant_of(shapes: pl.DataFrame, column: str) -> pl.Expr:
    """Return the value that a statement has for a column, or for a parameter such as ``$1``, as text (null: none). Columns: shape, sql, params."""
    number = re.fullmatch(r"\$(\d+)", column)
    return _parameter(pl.lit(int(number[1]))) if number else _named(shapes, column)


def _named(shapes: pl.DataFrame, column: str) -> pl.Expr:
    """Return the value that a statement compares the column with, or inserts into it."""
    sql, name = pl.col("sql").cast(pl.String, strict=False), re.escape(column)
    compared = sql.str.extract(rf'(?i)\b{name}"?\s*=\s*{_VALUE}')
    inserted: pl.Expr = pl.lit(None, pl.String)
    for place, numbers in _places(shapes, column).items():
        skipped = rf"(?:{_ITEM},){{{place}}}"
        value = sql.str.extract(rf"(?is)\bvalues\s*\({skipped}\s*{_VALUE}")
        inserted = pl.when(pl.col("shape").is_in(numbers)).then(value).otherwise(inserted)
    text = pl.coalesce(compared, inserted)
    bound = _parameter(text.str.extract(r"^\$(\d+)$").cast(pl.Int64))
    return pl.coalesce(bound, pl.when(~text.str.starts_with("$")).then(text.str.strip_chars("'")))


def _parameter(number: pl.Expr) -> pl.Expr:
    return pl.col("params").list.get(number - 1, null_on_oob=True).cast(pl.String, strict=False)


def _places(shapes: pl.DataFrame, column: str) -> dict[int, list[int]]:
    """Return the column's position in the column list of each INSERT that names it: position -> shapes."""
    out: dict[int, list[int]] = {}
    for shape, template in shapes.filter(kind="insert").select("shape", "template").iter_rows():
        listed = re.search(r"(?is)\binto\s+[^\s(]+\s*\(([^)]*)\)", template.decode(errors="replace"))
        names = [name.strip().strip('"') for name in listed[1].split(",")] if listed else []
        if column in names:
            out.setdefault(names.index(column), []).append(shape)
    return out
