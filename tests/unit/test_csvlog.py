"""csvlog: bytes to records, whole or damaged, every line accounted for."""

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
def test_every_sample_reads_as_pythons_csv_module_does(sample: pytest.TempPathFactory) -> None:
    """Records, their texts and their line counts equal those of an independent reader."""
    octets, _ = escape(sample.read_bytes())  # type: ignore[attr-defined]
    found = csvlog.records(Block(octets, 1, last=True))
    expected = list(csv.reader(io.StringIO(octets.decode(), newline="")))
    assert found["message"].to_list() == [row[13] for row in expected]
    assert found["session_id"].to_list() == [row[5] for row in expected]
    assert found["lines"].sum() == octets.count(b"\n")
    assert found["line"].to_list() == (1 + found["lines"].cum_sum() - found["lines"]).to_list()


def test_a_row_cut_in_its_middle_costs_no_other_row() -> None:
    """An unbalanced quote swallows neighbours in a plain reader; here only the cut row is damaged."""
    whole = block(
        b"statement: select 1", b"statement: select 'two\nlines'", b"statement: select 3", b"statement: select 4"
    ).data
    rows = whole.split(b"2026-11-22 02:15:32.327")
    rows[3] = rows[3][: rows[3].index(b"select") + 3] + b"\n"
    found = csvlog.records(Block(b"2026-11-22 02:15:32.327".join(rows), 1, last=True))
    assert found.filter(pl.col("time_us").is_not_null())["message"].to_list() == [
        "statement: select 1",
        "statement: select 'two\nlines'",
        "statement: select 4",
    ]
    assert found["lines"].sum() == 5


def test_a_statement_that_quotes_a_log_row_is_one_record() -> None:
    """Text that looks like a record's beginning is text while it stands inside quotes."""
    inner = b"statement: insert into logs values ('\n" + (ROW % (9, b"statement: select 9")).rstrip() + b"\n')"
    found = csvlog.records(block(b"statement: select 1", inner, b"statement: select 2"))
    assert found["time_us"].null_count() == 0
    assert found["message"].to_list()[1] == inner.decode()


def test_a_log_cut_short_at_its_end_loses_only_the_cut_row() -> None:
    """The last row of a log that is still being written is counted, not kept."""
    octets = block(b"statement: select 1", b"statement: select 2").data[:-30]
    found = csvlog.records(Block(octets, 1, last=True))
    assert found["message"].to_list() == ["statement: select 1", None]
    assert found["lines"].to_list() == [1, 1]


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (b"", "empty"),
        (b'2026-11-22 02:15:32.327 UTC,"app","db",1\n', "4 columns, at least 23 expected"),
    ],
)
def test_what_is_no_csvlog_is_refused_with_the_remedy(head: bytes, said: str) -> None:
    """The error names the file and line, and what was seen instead."""
    with pytest.raises(BadInput, match=said) as caught:
        detect(head, "prod.csv", format_name="csvlog")
    assert caught.value.message.startswith("prod.csv")
    assert caught.value.remedy


def test_bytes_that_are_not_utf8_come_back_exactly() -> None:
    """Smuggling through the string columns loses nothing, not even text that looks smuggled."""
    text = b"caf\xe9 \xf4\x8f\xbf\xbf \xff\xfe plain \xc3\xa9"
    safe, touched = escape(text)
    assert touched
    assert unescape(safe.decode("utf-8")) == text


def test_times_carry_their_zone() -> None:
    """An abbreviation moves the instant; milliseconds are kept."""
    stamps = pl.Series(["2026-11-22 02:15:32.249 UTC", "2026-11-22 03:15:32.249 CET", "2026-11-21 22:15:32.249 -04"])
    assert wall_time(stamps).unique().to_list() == [1795313732249000]


def test_the_frame_has_the_columns_of_the_seam() -> None:
    """A log format owes exactly these columns to the grammar."""
    assert csvlog.records(block(b"statement: select 1")).schema == RECORDS


def test_a_cut_falls_between_records_only() -> None:
    """Whatever the block's size, it ends where a record ends."""
    octets = b"".join(block(b"statement: select '\n%d\n'" % number).data for number in range(40))
    for size in range(200, len(octets), 97):
        end = csvlog.cut(octets[:size])
        assert end == 0 or re.match(rb"\d{4}-\d\d-\d\d ", octets[end:])
