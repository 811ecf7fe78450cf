"""A 64-bit hash of the rows that a statement returned, in their order and independent of it.

A run keeps no rows: two executions returned equal rows if their hashes are equal. A row is hashed as the server sent it,
in text format. Its encoding is ``(`` and the number of columns, then for each column ``N`` for NULL, or ``s``, the length of
the text, and the text (numbers: 4 bytes, little-endian): different rows never have the same encoding. It is Python's
``marshal`` of a tuple of bytes, version 2, which is one call. With h, the XXH3 hash of a row's encoding
(https://github.com/Cyan4973/xxHash), and modulo 2**64:

- in order: ``EMPTY`` at first, then for each row ``hash * FACTOR + h``;
- independent of the order: ``EMPTY`` plus the h of each row. A row that is returned twice counts twice.

Each line of COPY TO STDOUT is a row of one column. The results of several statements in one text are one result. Of a result
with more rows than a limit, only so many of its first rows are hashed.
"""

from __future__ import annotations

from collections.abc import Iterable
from marshal import dumps
from sys import maxsize

from psycopg import abc, pq
from psycopg.adapt import Transformer
from xxhash import xxh3_64_intdigest

# Both hashes of a statement that returned no result with columns, and of a result without rows.
NOT_HASHED, EMPTY = 0, 0x2545F4914F6CDD1D
FACTOR = 0x9E3779B97F4A7C15
_MASK = (1 << 64) - 1
_FIRST = EMPTY * FACTOR & _MASK
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
        ordered, unordered = _with_row(row, ordered, unordered)
        del row  # a large one is freed before the next is read
    return ordered, unordered


def _with_row(row: Row, ordered: int, unordered: int) -> Hashes:
    """Return the hashes with one more row, as ``fold``."""
    one = xxh3_64_intdigest(dumps(row, _MARSHAL))
    if ordered == NOT_HASHED:
        return (_FIRST + one) & _MASK, (EMPTY + one) & _MASK
    return (ordered * FACTOR + one) & _MASK, (unordered + one) & _MASK


class RowHasher:
    """Hashes the rows of libpq's results; one for all sessions of a worker. *most*: so many rows of a statement are hashed."""

    __slots__ = ("_readers", "most")

    def __init__(self, most: int = 0) -> None:
        """*most*: as the option --hash-rows (0: all)."""
        self.most = most or maxsize
        self._readers: dict[int, abc.Transformer] = {}

    def add(self, received: pq.abc.PGresult, count: int, ordered: int, unordered: int) -> Hashes:
        """Return both hashes with the first *count* rows of *received* (as ``fold``).

        One row at a time is copied. The shortest way is that of the most frequent results: one value, or one row. More rows are
        hashed here and not by ``fold``, whose calls would take a sixth of the time.
        """
        columns = received.nfields
        if columns == 1 and count == 1:
            return _with_row((received.get_value(0, 0),), ordered, unordered)
        reader = self._readers.get(columns) or self._reader(columns)
        reader.set_pgresult(received, set_loaders=False)
        load = reader.load_row
        if count == 1:
            ordered, unordered = _with_row(load(0, tuple), ordered, unordered)
        else:
            if ordered == NOT_HASHED:
                ordered = unordered = EMPTY
            for number in range(count):
                one = xxh3_64_intdigest(dumps(load(number, tuple), _MARSHAL))
                ordered, unordered = (ordered * FACTOR + one) & _MASK, (unordered + one) & _MASK
        reader.set_pgresult(None, set_loaders=False)  # the result can be freed
        return ordered, unordered

    def _reader(self, columns: int) -> abc.Transformer:
        """Return what reads results of so many columns: each row as a tuple of bytes, None for NULL."""
        reader = self._readers[columns] = Transformer()
        reader.set_loader_types([_BYTEA] * columns, pq.Format.BINARY)
        return reader
