"""The tables of a state, as documented in docs/formats.md. Checksums and hashes are unsigned 64-bit integers."""

from __future__ import annotations

from enum import StrEnum

import polars as pl
from polars.datatypes import DataTypeClass

FORMAT = 1
Type = pl.DataType | DataTypeClass
# Keys are distributed over so many buckets by their hash: a power of two.
BUCKETS_OF_A_TABLE = 1024


class Generated(StrEnum):
    """What generates the values of a column, if it is not the application."""

    NO = ""
    SEQUENCE = "sequence"
    RANDOM = "random"
    TIME = "time"
    COMPUTED = "computed"  # from other columns of its row
    REFERENCE = "reference"  # a foreign key to a generated column


class Rows(StrEnum):
    """What a state contains of the rows of a table, besides its checksums."""

    LISTED = "listed"  # the hashes of each row
    BUCKETS = "buckets"  # checksums by bucket of keys
    NOTHING = "nothing"


_TABLES: dict[str, Type] = {
    "table": pl.Int32,
    "database": pl.String,
    "name": pl.String,
    "key": pl.List(pl.String),
    "unlogged": pl.Boolean,
    "step": pl.Int64,
    "rows": pl.Int64,
    "checksum": pl.UInt64,
    "supplied_checksum": pl.UInt64,
    "contents": pl.Enum([word.value for word in Rows]),
    "bytes": pl.Int64,
    "unavailable": pl.String,
}
TABLES = pl.Schema(_TABLES)

_COLUMNS: dict[str, Type] = {
    "table": pl.Int32,
    "name": pl.String,
    "type": pl.String,
    "generated": pl.Enum([word.value for word in Generated]),
    "checksum": pl.UInt64,
}
COLUMNS = pl.Schema(_COLUMNS)

_ROWS: dict[str, Type] = {
    "table": pl.Int32,
    "key_hash": pl.UInt64,
    "row_hash": pl.UInt64,
    "supplied_hash": pl.UInt64,
    "key": pl.String,
}
ROWS = pl.Schema(_ROWS)

_BUCKETS: dict[str, Type] = {
    "table": pl.Int32,
    "bucket": pl.Int32,
    "rows": pl.Int64,
    "checksum": pl.UInt64,
    "supplied_checksum": pl.UInt64,
}
BUCKETS = pl.Schema(_BUCKETS)

_SEQUENCES: dict[str, Type] = {
    "database": pl.String,
    "name": pl.String,
    "last_value": pl.Int64,
    "is_called": pl.Boolean,
    "unavailable": pl.String,
}
SEQUENCES = pl.Schema(_SEQUENCES)
