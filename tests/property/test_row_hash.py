"""Hashes of rows: equal rows have equal hashes, and nothing that differs goes without notice."""

from __future__ import annotations

import struct

from hypothesis import given
from hypothesis import strategies as st
from xxhash import xxh3_64_intdigest

from pgrehearse.replay.session.row_hash import EMPTY, FACTOR, NOT_HASHED, Row, fold

CELLS = st.none() | st.binary(max_size=6)
TABLES = st.integers(1, 4).flatmap(lambda width: st.lists(st.tuples(*[CELLS] * width), max_size=9))


def hashes(*chunks: list[Row]) -> tuple[int, int]:
    """Hash the rows of results that arrive one after the other."""
    found = NOT_HASHED, NOT_HASHED
    for chunk in chunks:
        found = fold(chunk, *found)
    return found


def encoded(row: Row) -> bytes:
    """The encoding of a row, as docs/results.md describes it."""
    cells = [b"N" if cell is None else b"s" + struct.pack("<i", len(cell)) + cell for cell in row]
    return b"(" + struct.pack("<i", len(row)) + b"".join(cells)


@given(TABLES)
def test_the_hashes_are_the_documented_ones(rows: list[Row]) -> None:
    """Anybody can compute them from the documentation."""
    ordered = unordered = EMPTY
    for row in rows:
        one = xxh3_64_intdigest(encoded(row))
        ordered, unordered = (ordered * FACTOR + one) % 2**64, (unordered + one) % 2**64
    assert hashes(rows) == (ordered, unordered)


@given(TABLES, st.randoms(use_true_random=False))
def test_another_order_changes_only_the_ordered_hash(rows: list[Row], random: object) -> None:
    """The same rows in another order: the unordered hash is the same, the ordered hash differs exactly if the order does."""
    other = list(rows)
    random.shuffle(other)  # type: ignore[attr-defined]
    assert hashes(other)[1] == hashes(rows)[1]
    assert (hashes(other)[0] == hashes(rows)[0]) == (other == rows)


@given(TABLES.filter(bool), st.data())
def test_another_cell_changes_both_hashes(rows: list[Row], data: st.DataObject) -> None:
    """One cell of one row, NULL and the empty text included."""
    number = data.draw(st.integers(0, len(rows) - 1))
    column = data.draw(st.integers(0, len(rows[number]) - 1))
    old = rows[number]
    cell = data.draw(CELLS.filter(lambda cell: cell != old[column]))
    changed = [*rows]
    changed[number] = (*old[:column], cell, *old[column + 1 :])
    assert hashes(changed)[0] != hashes(rows)[0]
    assert hashes(changed)[1] != hashes(rows)[1]


@given(TABLES.filter(bool), st.data())
def test_a_row_more_or_less_changes_both_hashes(rows: list[Row], data: st.DataObject) -> None:
    """A lost row, and a row that is returned twice."""
    number = data.draw(st.integers(0, len(rows) - 1))
    for other in ([*rows[:number], *rows[number + 1 :]], [*rows, rows[number]]):
        assert hashes(other)[0] != hashes(rows)[0]
        assert hashes(other)[1] != hashes(rows)[1]


@given(TABLES, st.integers(0, 9), st.integers(0, 9))
def test_chunks_change_nothing(rows: list[Row], first: int, second: int) -> None:
    """However libpq cuts a result, and with the empty result at its end."""
    low, high = sorted((first, second))
    assert hashes(rows[:low], rows[low:high], rows[high:], []) == hashes(rows)


def test_the_borders_of_cells_count() -> None:
    """'a', 'bc' differs from 'ab', 'c'; one column from two; NULL from the empty text; no row from no result."""
    tables: list[list[Row]] = [
        [(b"a", b"bc")],
        [(b"ab", b"c")],
        [(b"abc",)],
        [(None,)],
        [(b"",)],
        [(b"N",)],
        [()],
        [],
        [(b"",), (b"",)],
        [(b"", b"")],
    ]
    found = [hashes(rows) for rows in tables]
    for position in (0, 1):
        assert len({pair[position] for pair in found}) == len(tables)
    assert hashes([]) == (EMPTY, EMPTY)
    assert NOT_HASHED not in {EMPTY, *hashes([(b"a",)])}
