"""A 64-bit hash of the rows that a statement returned, in their order and independent of it.

A run keeps no rows: two executions returned equal rows if their hashes are equal. A row is hashed as the server sent it,
in text format. Its encoding is ``(`` and the number of columns, then for each column ``N`` for NULL, or ``s``, the length of
the text, and the text (numbers: 4 bytes, little-endian): different rows never have the same encoding. It is Python's
``marshal`` of a tuple of bytes, version 2, which is one call. With h, the XXH3 hash of a row's encoding
(https://github.com/Cyan4973/xxHash), and modulo 2**64:

- in order: ``EMPTY`` at first, then for each row ``hash * FACTOR + h``;
- independent of the order: ``EMPTY`` plus the h of each row. A row that is returned twice counts twice.

Each line of COPY TO STDOUT is a row of one column. The results of several statements in one text are one result.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import repeat
from marshal import dumps

from psycopg import abc, pq
from psycopg.adapt import Transformer
from xxhash import xxh3_64_intdigest

# Both hashes of a statement that returned no result with columns, and of a result without rows.
NOT_HASHED, EMPTY = 0, 0x2545F4914F6CDD1D
FACTOR = 0x9E3779B97F4A7C15
_MASK = (1 << 64) - 1
_MARSHAL = 2
# The type whose values psycopg's C code copies as they are.
_BYTEA = 17

Row = tuple[bytes | None, ...]
Hashes = tuple[int, int]


def fold(rows: Iterable[Row], ordered: int, unordered: int) -> Hashes:
    """Return the hashes of a statement's rows so far (*ordered*, *unordered*; at first ``NOT_HASHED``) and of *rows*."""
    if ordered == NOT_HASHED:
        ordered = unordered = EMPTY
    for row in rows:
        one = xxh3_64_intdigest(dumps(row, _MARSHAL))
        del row  # a large one is freed before the next is read
        ordered = (ordered * FACTOR + one) & _MASK
        unordered = (unordered + one) & _MASK
    return ordered, unordered


class RowHasher:
    """Hashes the rows of libpq's results; one for all sessions of a worker."""

    __slots__ = ("_readers",)

    def __init__(self) -> None:
        self._readers: dict[int, abc.Transformer] = {}

    def add(self, received: pq.abc.PGresult, ordered: int, unordered: int) -> Hashes:
        """Return both hashes with the rows of *received* (as ``fold``).

        One row at a time is copied. The shortest way is that of the most frequent results: one value, or one row.
        """
        count = received.ntuples
        if count == 1 and received.nfields == 1:
            return fold([(received.get_value(0, 0),)], ordered, unordered)
        reader = self._readers.get(received.nfields) or self._reader(received.nfields)
        reader.set_pgresult(received, set_loaders=False)
        load = reader.load_row
        rows = [load(0, tuple)] if count == 1 else map(load, range(count), repeat(tuple))
        hashes = fold(rows, ordered, unordered)
        reader.set_pgresult(None, set_loaders=False)  # the result can be freed
        return hashes

    def _reader(self, columns: int) -> abc.Transformer:
        """Return what reads results of so many columns: each row as a tuple of bytes, None for NULL."""
        reader = self._readers[columns] = Transformer()
        reader.set_loader_types([_BYTEA] * columns, pq.Format.BINARY)
        return reader
