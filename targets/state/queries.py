"""The queries of a table's checksums and of the hashes of its rows: texts, built from names that the server quoted.

A value is hashed in its text form by ``hashtextextended`` with the collation "C", whose result depends on the bytes alone. A
row is hashed by a chain over the hashes of its columns, in the order of their names: each step is seeded with the result of
the step before, so that a change of one column, or values of one column that are exchanged between rows, give another sum. (The
sums of ``hash_record_extended`` modulo 2^64 do not have this property: it adds the hashes of the columns, each with a constant factor. It
also raises for types without a hash function, and it folds 64-bit integers to 32 bits.) The checksum of a table is the sum of
the hashes of its rows modulo 2^64: rows in another order have the same sum, and rows that exist twice count twice.
"""

from __future__ import annotations

from collections.abc import Sequence

from pgrehearse.runs.state.schema import BUCKETS_OF_A_TABLE
from pgrehearse.targets.state.parts import Part
from pgrehearse.targets.state.tables import Column, Table

# The hash of a fixed text. Servers with different results have different hash functions.
PROBE = "select pg_catalog.hashint8extended(pg_catalog.hashtextextended('pgrehearse 0123456789' collate pg_catalog.\"C\", 1), 2)::text"
# The hash of a null.
_NULL = 1


def checksums(table: Table, part: Part, *, by_bucket: bool) -> str:
    """Return the query of a table's checksums: bucket, rows, checksum, checksum of the supplied columns, one sum for each column."""
    sums = "".join(f", pg_catalog.sum(h{place})" for place in range(len(table.columns)))
    bucket = f"(k & {BUCKETS_OF_A_TABLE - 1})::integer" if by_bucket else "0"
    return (
        f"select {bucket} as bucket, pg_catalog.count(*), pg_catalog.sum(r), pg_catalog.sum(s){sums} "
        f"from ({_chained(table, part)}) as chained group by 1"
    )


def rows(table: Table, part: Part, *, keys: bool) -> str:
    """Return the query of the rows: the hash of the key (null: there is none), of the row, of its supplied columns, the key as
    text, and the hash of each column."""
    key = _key_text(table.key) if keys and table.key else "null::pg_catalog.text"
    hashed = "k" if table.key else "null::bigint"
    hashes = "".join(f", h{place}" for place in range(len(table.columns)))
    return f"select {hashed}, r, s, key{hashes} from ({_chained(table, part, key)}) as chained"


def bounds(table: Table, column: Column) -> str:
    """Return the query of the smallest and the largest value of a column."""
    source = table.name if table.partitioned else f"only {table.name}"
    return f"select pg_catalog.min(t.{column.quoted})::bigint, pg_catalog.max(t.{column.quoted})::bigint from {source} as t"


def _chained(table: Table, part: Part, key_text: str = "null::pg_catalog.text") -> str:
    """Return the query of the hashes of each row: r of the row, s of its supplied columns, k of its key, h0, h1 ... of its columns."""
    hashes = "".join(f", {_hash(column)} as h{place}" for place, column in enumerate(table.columns))
    names = "".join(f", h{place}" for place in range(len(table.columns)))
    # OFFSET 0 keeps the planner from computing an expression once for each place where its result is used.
    each = f"select {key_text} as key{hashes} from {part.source(table)} offset 0"
    row, supplied, key = (_chain(table, columns) for columns in (table.columns, table.supplied, table.key))
    chained = f"select key{names}, {row} as r, {key} as k from ({each}) as hashed offset 0"
    # The chain of all columns is computed once, if none of them is generated.
    second = "r" if table.supplied == table.columns else supplied
    return f"select key{names}, r, {second} as s, k from ({chained}) as chains offset 0"


def _hash(column: Column) -> str:
    text = f"t.{column.quoted}::pg_catalog.text"
    return f'coalesce(pg_catalog.hashtextextended({text} collate pg_catalog."C", 0), {_NULL})'


def _chain(table: Table, columns: Sequence[Column]) -> str:
    """Return the hash of several columns. ``hashint8extended`` folds its argument to 32 bits: it is called for both halves."""
    chain = "0::bigint"
    for column in columns:
        name = f"h{table.columns.index(column)}"
        chain = f"pg_catalog.hashint8extended({name} >> 32, pg_catalog.hashint8extended({name}, {chain}))"
    return chain


def _key_text(key: Sequence[Column]) -> str:
    names = ", ".join(f"t.{column.quoted}" for column in key)
    return f"{names}::pg_catalog.text" if len(key) == 1 else f"row({names})::pg_catalog.text"
