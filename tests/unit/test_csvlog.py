"""csvlog: bytes to records, complete or damaged; every line is counted."""

from __future__ import annotations

import csv
import io
import re

import polars as pl
import pytest

from pgrehearse.base.errors import BadInput
from pgrehearse.capture.formats import csvlog
from pgrehearse.capture.formats.detect import detect
from pgrehearse.capture.formats.records import RECORDS
from pgrehearse.capture.formats.timestamps import wall_time
from pgrehearse.capture.input.blocks import Block
from pgrehearse.capture.input.raw_bytes import escape, unescape
from tests.conftest import SAMPLES

ROW = b'2026-11-22 02:15:32.327 UTC,"app","db",1,"127.0.0.1:1",6b0.1,%d,"SELECT",2026-11-22 02:15:32 UTC,0/0,0,LOG,00000,"%s",,,,,,,,,"psql","client backend",,0\n'


def block(*messages: bytes) -> Block:
    return Block(
        b"".join(ROW % (number + 1, message.replace(b'"', b'""')) for number, message in enumerate(messages)),
        1,
        last=True,
    )


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*/*.csv")), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_sample_is_read_as_by_the_csv_module(sample: pytest.TempPathFactory) -> None:
    """Records, their texts and their line counts equal those of an independent reader."""
    data, _ = escape(sample.read_bytes())  # type: ignore[attr-defined]
    records = csvlog.records(Block(data, 1, last=True))
    expected = list(csv.reader(io.StringIO(data.decode(), newline="")))
    assert records["message"].to_list() == [row[13] for row in expected]
    assert records["session_id"].to_list() == [row[5] for row in expected]
    assert records["lines"].sum() == data.count(b"\n")
    assert records["line"].to_list() == (1 + records["lines"].cum_sum() - records["lines"]).to_list()


def test_a_truncated_row_damages_no_other_row() -> None:
    """In other readers an unbalanced quote merges the next rows; here only the truncated row is damaged."""
    data = block(
        b"statement: select 1", b"statement: select 'two\nlines'", b"statement: select 3", b"statement: select 4"
    ).data
    rows = data.split(b"2026-11-22 02:15:32.327")
    rows[3] = rows[3][: rows[3].index(b"select") + 3] + b"\n"
    records = csvlog.records(Block(b"2026-11-22 02:15:32.327".join(rows), 1, last=True))
    assert records.filter(pl.col("time_us").is_not_null())["message"].to_list() == [
        "statement: select 1",
        "statement: select 'two\nlines'",
        "statement: select 4",
    ]
    assert records["lines"].sum() == 5


def test_a_statement_that_quotes_a_log_row_is_one_record() -> None:
    """Text that looks like a record's beginning is text inside quotes."""
    inner = b"statement: insert into logs values ('\n" + (ROW % (9, b"statement: select 9")).rstrip() + b"\n')"
    records = csvlog.records(block(b"statement: select 1", inner, b"statement: select 2"))
    assert records["time_us"].null_count() == 0
    assert records["message"].to_list()[1] == inner.decode()


def test_a_log_truncated_at_its_end_damages_only_the_last_row() -> None:
    """The last row of a log that is still being written is counted, not kept."""
    data = block(b"statement: select 1", b"statement: select 2").data[:-30]
    records = csvlog.records(Block(data, 1, last=True))
    assert records["message"].to_list() == ["statement: select 1", None]
    assert records["lines"].to_list() == [1, 1]


@pytest.mark.parametrize(
    ("head", "problem"),
    [
        (b"", "empty"),
        (b'2026-11-22 02:15:32.327 UTC,"app","db",1\n', "4 columns, at least 23 expected"),
    ],
)
def test_a_file_that_is_not_a_csvlog_is_refused(head: bytes, problem: str) -> None:
    """The error contains the file, the line, the number of columns and a remedy."""
    with pytest.raises(BadInput, match=problem) as caught:
        detect(head, "prod.csv", format_name="csvlog")
    assert caught.value.message.startswith("prod.csv")
    assert caught.value.remedy


def test_bytes_that_are_not_utf8_are_escaped_and_unescaped() -> None:
    """The bytes are equal, also for text that looks escaped."""
    text = b"caf\xe9 \xf4\x8f\xbf\xbf \xff\xfe plain \xc3\xa9"
    safe, escaped = escape(text)
    assert escaped
    assert unescape(safe.decode("utf-8")) == text


def test_times_are_read_with_their_zone() -> None:
    """An abbreviation shifts the instant; milliseconds are kept."""
    stamps = pl.Series(["2026-11-22 02:15:32.249 UTC", "2026-11-22 03:15:32.249 CET", "2026-11-21 22:15:32.249 -04"])
    assert wall_time(stamps).unique().to_list() == [1795313732249000]


def test_the_frame_has_the_columns_of_records() -> None:
    """Every log format returns exactly these columns."""
    assert csvlog.records(block(b"statement: select 1")).schema == RECORDS


def test_a_block_ends_between_records() -> None:
    """For blocks of any size."""
    data = b"".join(block(b"statement: select '\n%d\n'" % number).data for number in range(40))
    for size in range(200, len(data), 97):
        end = csvlog.cut(data[:size])
        assert end == 0 or re.match(rb"\d{4}-\d\d-\d\d ", data[end:])
