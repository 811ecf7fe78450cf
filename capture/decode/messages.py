"""The messages of pgoutput (protocol version 1, no streaming) become one frame of changed rows, all messages of a batch at once.

The formats are those of the chapter "Logical Replication Message Formats" of PostgreSQL's manual. A batch is one buffer of bytes and the
position of each message in it. The values of all rows of a relation are found column by column with numpy, so that no Python object is made
for a value. Numbers are in network byte order. Times are microseconds since 2000-01-01.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import polars as pl
import pyarrow as pa
from numpy.typing import NDArray

from pgrehearse.base.errors import TargetProblem
from pgrehearse.workload.arrays import Flags, Ints
from pgrehearse.workload.schema import Type
from pgrehearse.workload.sql.parse_tree import readable

Bytes = NDArray[np.uint8]

# 2000-01-01, the epoch of PostgreSQL's time stamps, in microseconds since 1970-01-01.
EPOCH_US = 946_684_800_000_000
_INSERT, _UPDATE, _DELETE, _TRUNCATE = b"IUDT"
_CHANGING = (_INSERT, _UPDATE, _DELETE)
_BEGIN, _RELATION, _COMMIT = b"BRC"
# Origin, Type and Message describe no row.
_IGNORED = b"OYM"
_ACTIONS = {_INSERT: "insert", _UPDATE: "update", _DELETE: "delete", _TRUNCATE: "truncate"}
_NEW, _KEY = b"NK"
_NULL, _UNCHANGED = b"nu"
# A column's flag in a Relation message: it is part of the key (the replica identity).
_KEY_FLAG = 1
# Read beyond the end of a batch by the arithmetic on all columns at once.
_PADDING = 8

ACTION: Type = pl.Enum(list(_ACTIONS.values()))
_CHANGES: dict[str, Type] = {
    "place": pl.Int64,
    "xid": pl.Int64,
    "commit_us": pl.Int64,
    "schema": pl.String,
    "relation": pl.String,
    "action": ACTION,
    "columns": pl.List(pl.String),
    "values": pl.List(pl.Binary),
}
# *place*: the position in the order of commits. *columns* are those of which the message has a value: an UPDATE has none for a TOASTed
# value that it did not change, a DELETE has those of the key. *values* are in text format, in the encoding of the database; null: NULL.
CHANGES = pl.Schema(_CHANGES)
# The same while a batch is decoded: *row* is the number of the message in it.
_FOUND = pl.Schema(
    {"row": pl.Int64, **{name: _CHANGES[name] for name in ("schema", "relation", "action", "columns", "values")}}
)
_NO_CHANGES = pl.DataFrame(schema=_FOUND)
_REPORT = "report this with the version of the server"


@dataclass(frozen=True, slots=True)
class Relation:
    """A table as a Relation message describes it: its name, its columns in their order, and which of them are in its key."""

    schema: str
    name: str
    columns: tuple[str, ...]
    keys: tuple[bool, ...]


class Transaction(NamedTuple):
    """A transaction as its Begin message describes it: its id, and its commit in microseconds since the epoch."""

    xid: int
    commit_us: int


NO_TRANSACTION = Transaction(0, 0)


@dataclass(slots=True)
class Decoder:
    """Decodes batches of messages; what later batches need is kept: relations, the open transaction, the number of changes so far.

    *complete*: how many changes, from the first one, are those of transactions whose last change was received.
    """

    places: int = 0
    complete: int = 0
    _relations: dict[int, Relation] = field(default_factory=dict)
    _open: Transaction = NO_TRANSACTION

    def decode(self, buffer: bytes, starts: list[int]) -> pl.DataFrame:
        """Return the changes in a batch in the order of commits. Columns: ``CHANGES``.

        Raises ``TargetProblem`` for a message that protocol version 1 does not have.
        """
        data = np.frombuffer(buffer + bytes(_PADDING), dtype=np.uint8)
        at = np.array(starts, dtype=np.int64)
        kinds = data[at] if len(at) else data[:0]
        _refuse_unknown(kinds)
        xid, commit_us = self._transactions(data, at, kinds)
        frames = [_NO_CHANGES]
        for rows, relation in self._by_relation(buffer, data, at, kinds):
            parts = ((kind, rows[kinds[rows] == kind]) for kind in _CHANGING)
            frames += [_changes(kind, Messages(data, at[part], part), relation) for kind, part in parts if len(part)]
        frames += [self._truncated(buffer, int(at[row]), int(row)) for row in np.flatnonzero(kinds == _TRUNCATE)]
        found = pl.concat(frames).sort("row", maintain_order=True)
        rows = found["row"].to_numpy()
        placed = found.with_columns(
            pl.int_range(self.places, self.places + found.height, dtype=pl.Int64, eager=True).alias("place"),
            pl.Series("xid", xid[rows], dtype=pl.Int64),
            pl.Series("commit_us", commit_us[rows], dtype=pl.Int64),
        )
        bounds = np.flatnonzero((kinds == _BEGIN) | (kinds == _COMMIT))
        if len(bounds):
            self.complete = self.places + int((rows < bounds[-1]).sum())
        self.places += found.height
        return placed.select(*CHANGES)

    def _transactions(self, data: Bytes, at: Ints, kinds: Bytes) -> tuple[Ints, Ints]:
        """Return the transaction id and the commit of each message: those of the last Begin message before it."""
        begins = np.flatnonzero(kinds == _BEGIN)
        place = at[begins]  # Begin: the LSN of its commit (8 bytes), the time of its commit (8), its id (4)
        xid = np.append(self._open.xid, _number(data, place + 17, 4))
        commit_us = np.append(self._open.commit_us, _number(data, place + 9, 8) + EPOCH_US)
        self._open = Transaction(int(xid[-1]), int(commit_us[-1]))
        last = np.cumsum(kinds == _BEGIN)
        return xid[last], commit_us[last]

    def _by_relation(self, buffer: bytes, data: Bytes, at: Ints, kinds: Bytes) -> Iterator[tuple[Ints, Relation]]:
        """Yield the messages (their numbers in the batch) that change one relation while it has one definition."""
        defined: dict[int, list[tuple[int, Relation]]] = {}
        for row in np.flatnonzero(kinds == _RELATION):
            oid, relation = _relation(buffer, int(at[row]))
            defined.setdefault(oid, []).append((int(row), relation))
        changing = np.flatnonzero(np.isin(kinds, _CHANGING))
        oids = _number(data, at[changing] + 1, 4)
        for oid in np.unique(oids).tolist():
            before = [(-1, self._relations[oid])] if oid in self._relations else []
            definitions = before + defined.get(oid, [])
            version = np.searchsorted([row for row, _ in definitions], changing[oids == oid]) - 1
            if (version < 0).any():
                raise TargetProblem(
                    f"pgoutput sent rows of the table with OID {oid} before its description", remedy=_REPORT
                )
            for number, (_, relation) in enumerate(definitions):
                yield changing[oids == oid][version == number], relation
        self._relations |= {oid: definitions[-1][1] for oid, definitions in defined.items()}

    def _truncated(self, buffer: bytes, start: int, row: int) -> pl.DataFrame:
        """Return a row for each table of a Truncate message: their number (4 bytes), options (1), their OIDs (4 each)."""
        count = int.from_bytes(buffer[start + 1 : start + 5])
        oids = [int.from_bytes(buffer[place : place + 4]) for place in range(start + 6, start + 6 + 4 * count, 4)]
        names = [relation for oid in oids if (relation := self._relations.get(oid)) is not None]
        return pl.DataFrame(
            {
                "row": [row] * len(names),
                "schema": [relation.schema for relation in names],
                "relation": [relation.name for relation in names],
                "action": ["truncate"] * len(names),
                "columns": [[]] * len(names),
                "values": [[]] * len(names),
            },
            schema=_FOUND,
        )


class Messages(NamedTuple):
    """Some messages of a batch: its *data*, where each message begins (*at*), and their numbers in the batch (*rows*)."""

    data: Bytes
    at: Ints
    rows: Ints


class Cells(NamedTuple):
    """The values of rows, one row and one column of each matrix for each of theirs: their kinds (``n``: NULL, ``u``: unchanged, ``t``: text),
    where their texts start and how long they are; *end*: where each row's tuple ends."""

    kinds: Bytes
    starts: Ints
    lengths: Ints
    end: Ints


def _refuse_unknown(kinds: Bytes) -> None:
    known = np.isin(kinds, [*_CHANGING, _TRUNCATE, _BEGIN, _RELATION, _COMMIT, *_IGNORED])
    if not known.all():
        raise TargetProblem(f"pgoutput sent a message of the unknown type {chr(kinds[~known][0])!r}", remedy=_REPORT)


def _number(data: Bytes, at: Ints, size: int) -> Ints:
    """Return the unsigned numbers of *size* bytes at each position."""
    value = np.zeros(len(at), dtype=np.int64)
    for byte in range(size):
        value = value << 8 | data[at + byte]
    return value


def _relation(buffer: bytes, start: int) -> tuple[int, Relation]:
    """Parse a Relation message: OID (4 bytes), schema, name, replica identity (1), count (2); for each column flags (1), name, type (4), modifier (4)."""

    def text(place: int) -> tuple[str, int]:
        end = buffer.index(0, place)
        return readable(buffer[place:end]), end + 1

    schema, place = text(start + 5)
    name, place = text(place)
    count, place = int.from_bytes(buffer[place + 1 : place + 3]), place + 3
    columns, keys = [], []
    for _ in range(count):
        keys.append(bool(buffer[place] & _KEY_FLAG))
        column, place = text(place + 1)
        columns.append(column)
        place += 8
    # An empty schema stands for pg_catalog.
    return int.from_bytes(buffer[start + 1 : start + 5]), Relation(
        schema or "pg_catalog", name, tuple(columns), tuple(keys)
    )


def _cells(data: Bytes, at: Ints, count: int) -> Cells:
    """Find the *count* values of the tuple at each position: their number (2 bytes), then each one's kind (1), and for a text its length (4) and bytes."""
    shape = (len(at), count)
    kinds, starts, lengths = np.zeros(shape, np.uint8), np.zeros(shape, np.int64), np.zeros(shape, np.int64)
    place = at + 2
    for column in range(count):
        kind = data[place]
        has_text = (kind != _NULL) & (kind != _UNCHANGED)
        length = np.where(has_text, _number(data, np.minimum(place + 1, len(data) - 4), 4), 0)
        kinds[:, column], starts[:, column], lengths[:, column] = kind, place + 5, length
        place = place + 1 + np.where(has_text, 4 + length, 0)
    return Cells(kinds, starts, lengths, place)


def _changes(kind: int, messages: Messages, relation: Relation) -> pl.DataFrame:
    """Return the rows of Insert, Update or Delete messages (*kind*) of one relation."""
    data, at, rows = messages
    width = len(relation.columns)
    first = data[at + 5]  # after the OID: which tuple follows
    cells = _cells(data, at + 6, width)
    if kind == _UPDATE and (old := first != _NEW).any():  # the old row, or its key, is before the new one
        cells = _cells(data, np.where(old, cells.end + 1, at + 6), width)
    present: Flags = cells.kinds != _UNCHANGED
    if kind == _DELETE:
        present &= (first != _KEY)[:, None] | np.array(relation.keys, dtype=np.bool_)
    ends = np.append(0, np.cumsum(present.sum(axis=1)))
    columns = pa.array(relation.columns, pa.large_string()).take(pa.array(np.nonzero(present)[1]))
    values = _texts(data, cells.starts[present], cells.lengths[present], cells.kinds[present] != _NULL)
    frame = pl.DataFrame(
        {
            "row": rows,
            "columns": pl.Series(pa.LargeListArray.from_arrays(pa.array(ends), columns), dtype=pl.List(pl.String)),
            "values": pl.Series(pa.LargeListArray.from_arrays(pa.array(ends), values), dtype=pl.List(pl.Binary)),
        }
    )
    return frame.select(
        "row",
        pl.lit(relation.schema).alias("schema"),
        pl.lit(relation.name).alias("relation"),
        pl.lit(_ACTIONS[kind], ACTION).alias("action"),
        "columns",
        "values",
    )


def _texts(data: Bytes, starts: Ints, lengths: Ints, valid: Flags) -> pa.Array:
    """Return the texts at positions of a batch as one array; those that are not *valid* are null."""
    offsets = np.append(0, np.cumsum(lengths))
    content = data[np.arange(offsets[-1]) + np.repeat(starts - offsets[:-1], lengths)]
    bits = np.packbits(valid, bitorder="little")
    return pa.Array.from_buffers(
        pa.large_binary(),
        len(starts),
        [pa.py_buffer(bits), pa.py_buffer(offsets.astype(np.int64)), pa.py_buffer(content)],
    )
