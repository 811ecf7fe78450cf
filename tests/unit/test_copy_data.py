"""COPY FROM STDIN: the statement with rows in text format, and the data itself."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pgrehearse.replay.prepare.copy_rows import text_format
from pgrehearse.workload.sql.copy_in import copy_in
from pgrehearse.workload.sql.inserted_rows import Insertion, inserted_constants, insertions

_ESCAPES = {ord("\\"): b"\\\\", 8: b"\\b", 9: b"\\t", 10: b"\\n", 11: b"\\v", 12: b"\\f", 13: b"\\r"}
cell = st.none() | st.binary(max_size=12) | st.text("a\\\t\n\r.N", max_size=6).map(str.encode)


def written(rows: list[list[bytes | None]], columns: list[int]) -> bytes:
    """The text format, value by value, as PostgreSQL's manual has it."""

    def escaped(value: bytes | None) -> bytes:
        if value is None:
            return b"\\N"
        return b"".join(_ESCAPES.get(byte, bytes([byte])) for byte in value)

    return b"".join(b"\t".join(escaped(row[column]) for column in columns) + b"\n" for row in rows)


@given(st.lists(st.tuples(cell, cell, cell).map(list), max_size=8), st.permutations([0, 1, 2]))
def test_rows_in_text_format(rows: list[list[bytes | None]], columns: list[int]) -> None:
    """Whatever bytes the values have, in the order of COPY's columns; the ends divide the data into its rows."""
    data, ends = text_format(pl.Series(rows, dtype=pl.List(pl.Binary)), columns)
    assert bytes(data) == written(rows, columns)
    assert [bytes(data[:end]) for end in ends] == [written(rows[: n + 1], columns) for n in range(len(rows))]


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("copy t from stdin", "copy t from stdin"),
        ("/* job */ COPY t (a) FROM STDIN WITH (FREEZE)", "/* job */ COPY t (a) FROM STDIN WITH (FREEZE)"),
        ("copy t from stdin csv header", "COPY t FROM STDIN"),
        ("copy t from stdin with (format text, delimiter '|', null '')", "COPY t FROM STDIN"),
        (
            'copy s.t (a, "B") from stdin with (format csv, freeze, quote \'"\', force_null (a)) where a > 1',
            'COPY s.t (a, "B") FROM STDIN WITH (FREEZE) WHERE a > 1',
        ),
        ("copy t from stdin binary", "COPY t FROM STDIN"),
        ("copy t from stdin (encoding 'LATIN1', on_error ignore)", "COPY t FROM STDIN WITH (ON_ERROR ignore)"),
    ],
)
def test_the_statement_is_sent_with_rows_in_text_format(text: str, sent: str) -> None:
    """Options of the format are left out by the parse tree; a statement without them is sent as it is."""
    copy = copy_in(text.encode())
    assert copy is not None
    assert copy.text.decode().lower() == sent.lower()


@pytest.mark.parametrize(
    "text",
    [
        "copy t to stdout",
        "copy t from '/file'",
        "copy t from program 'cat'",
        "select 'copy t from stdin'",
        "begin; copy t from stdin",
        "copy t from",
    ],
)
def test_other_texts_are_no_copy_from_stdin(text: str) -> None:
    assert copy_in(text.encode()) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("insert into t values (1), (2)", (Insertion("", "t", 2),)),
        ("insert into s.t (a, b) values (1, 2) returning id", (Insertion("s", "t", 1, ("a", "b")),)),
        ("insert into t (a, b) values (1, default), (2, default)", (Insertion("", "t", 2, ("a",)),)),
        ("insert into t (a, b) values (1, default), (2, 3)", (Insertion("", "t", 2, ("a", "b")),)),
        ("insert into t default values", (Insertion("", "t", 1, ()),)),
        ("insert into t select * from u", (Insertion("", "t", None),)),
        ("insert into t values (1) on conflict do nothing", (Insertion("", "t", None, conflicts=True, tried=1),)),
        ("insert into t select 1 on conflict do nothing", (Insertion("", "t", None, conflicts=True),)),
        ("with x as (insert into t values (1)) select 1", (Insertion("", "t", None),)),
        ("copy t (a) from stdin", (Insertion("", "t", None, ("a",), copies=True),)),
        ("copy t from '/file'", (Insertion("", "t", None),)),
        ("copy t to stdout", ()),
        ("insert into t values (1); insert into u values (2)", (Insertion("", "t", 1), Insertion("", "u", 1))),
        ("prepare p as insert into t values (1)", ()),
        ("explain insert into t values (1)", ()),
        ("explain analyze insert into t values (1)", (Insertion("", "t", None),)),
        ("update t set a = 1", ()),
    ],
)
def test_where_a_text_inserts_rows(text: str, found: tuple[Insertion, ...]) -> None:
    """The number of rows is known for VALUES only."""
    assert insertions(text.encode()) == found


def test_a_text_that_cannot_be_parsed_has_no_answer() -> None:
    assert insertions(b"insert into") is None


@pytest.mark.parametrize(
    ("text", "constants"),
    [
        ("insert into t values (1, 'a b'), (-2, E'c\\n')", ["-2", "1", "a b", "c\n"]),
        ("insert into t (a) values (lower('X'), now(), null, '2026-01-01'::date)", ["2026-01-01", "X"]),
        ("insert into t select id, 'm-1' from u where id = 7", ["m-1"]),
        ("insert into t values ('a'); insert into t values ('b')", []),
        ("update t set a = 'b'", []),
        ("insert into t default values", []),
    ],
)
def test_the_constants_that_an_insert_writes(text: str, constants: list[str]) -> None:
    assert inserted_constants(text.encode()) == constants
