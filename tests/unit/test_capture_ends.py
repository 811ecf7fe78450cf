"""Capture ends with a workload or an error for any log: no endless loop, no crash of the process."""

from __future__ import annotations

import csv
import faulthandler
import io
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest

from pgrehearse.capture.formats import csvlog, jsonlog
from pgrehearse.capture.input.blocks import Block
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.parse import messages
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.workload.read import Workload
from pgrehearse.workload.sql.normalize import coded
from tests.conftest import SAMPLES

FAULTS = SAMPLES / "faults" / "capture"


@pytest.fixture(autouse=True)
def bounded() -> Iterator[None]:
    """No test takes more than 10 s of CPU time; an endless loop is ended with a traceback."""
    faulthandler.dump_traceback_later(300, exit=True)
    began = time.process_time()
    yield
    faulthandler.cancel_dump_traceback_later()
    assert time.process_time() - began < 10


def row(
    line: int, message: str, *, severity: str = "LOG", state: str = "00000", query: str = "", width: int = 26
) -> list[str]:
    return [
        f"2026-11-25 10:00:{line % 60:02}.000 UTC",
        "app",
        "app",
        "100",
        "10.0.0.1:5000",
        "6b06b1a0.64",
        str(line),
        "SELECT",
        "2026-11-25 10:00:00 UTC",
        "3/1",
        "0",
        severity,
        state,
        message,
        "",
        "",
        "",
        "",
        "",
        query,
        "",
        "",
        "web",
        "client backend",
        "",
        "0",
    ][:width]


def written(rows: list[list[str]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()


def captured(tmp_path: Path, log: Path | bytes) -> Workload:
    path = log if isinstance(log, Path) else tmp_path / "log.csv"
    if isinstance(log, bytes):
        path.write_bytes(log)
    capture_logs(CaptureOptions((path,), tmp_path / "w.workload", force=True), tool_version="test")
    return Workload.open(tmp_path / "w.workload")


def statements(workload: Workload) -> list[tuple[bytes, int]]:
    events = workload.events().collect().filter(pl.col("sql").is_not_null())
    return events.select("sql", "took_us").rows()


def test_a_csvlog_that_begins_with_a_record_of_several_lines_is_read(tmp_path: Path) -> None:
    """The session, both statements and their times are captured."""
    workload = captured(tmp_path, FAULTS / "csv-first-record-spans-lines.csv")
    assert statements(workload) == [(b"select id\nfrom item", 1500), (b"select 2", 2500)]
    names = workload.sessions().select("user", "database", "application_name", "remote_host").rows()
    assert names == [("shop", "shopdb", "web", "10.1.1.1")]
    assert workload.manifest.coverage["count"] == 1


def test_a_csvlog_of_one_record_of_several_lines_is_read(tmp_path: Path) -> None:
    """No second record marks its end."""
    workload = captured(tmp_path, FAULTS / "csv-only-record-spans-lines.csv")
    assert statements(workload) == [(b"select 1,\n  2", 1000)]
    assert workload.sessions().select("user", "database", "application_name").rows() == [("app", "app", "a")]


@pytest.mark.parametrize("width", [23, 24, 26])
@pytest.mark.parametrize("text", ["select\n1", 'select """\n"', "select '\n\n\"\"\n'", "\n", "\n" * 3000 + "select 1"])
def test_any_first_record_is_read_in_any_version(tmp_path: Path, width: int, text: str) -> None:
    """Quotes in quoted fields, blank lines, more lines than are read for the format detection."""
    data = written(
        [
            row(1, f"duration: 1.000 ms  statement: {text}", width=width),
            row(2, "duration: 1.000 ms  statement: select 2", width=width),
        ]
    )
    assert [sql for sql, _ in statements(captured(tmp_path, data))] == [text.encode(), b"select 2"]


@pytest.mark.parametrize("cut", [1, 40, 150, 171, 180])
def test_a_truncated_record_of_a_csvlog_damages_no_other(tmp_path: Path, cut: int) -> None:
    """The lines of the truncated record count as damaged."""
    rows = [row(n, f"duration: 1.000 ms  statement: select\n{n},\n'\"'") for n in (1, 2, 3)]
    data = written(rows)
    size = len(data) // 3
    begins, ends = captured(tmp_path, data[cut:]), None
    assert [sql for sql, _ in statements(begins)] == [b"select\n2,\n'\"'", b"select\n3,\n'\"'"]
    assert begins.manifest.losses.buckets["damaged"] == data[cut:size].count(b"\n")
    ends = captured(tmp_path, data[: 2 * size + cut])
    assert [sql for sql, _ in statements(ends)] == [b"select\n1,\n'\"'", b"select\n2,\n'\"'"]
    assert ends.manifest.losses.buckets["damaged"] == data[2 * size : 2 * size + cut].count(b"\n") + 1


def test_a_long_statement_next_to_damage_is_read() -> None:
    """It is longer than the default limit of csv readers."""
    long = "select '" + "x" * 200_000 + "\n'"
    data = b'2026-11-25 10:00:00.000 UTC,"app\n' + written(
        [row(1, f"statement: {long}"), row(2, "statement: select 2")]
    )
    records = csvlog.records(Block(data, 1, last=True))
    assert records["message"].to_list() == [None, f"statement: {long}", "statement: select 2"]
    assert records["lines"].to_list() == [1, 2, 1]


def test_many_damaged_objects_are_read_quickly() -> None:
    """A block of ten thousand lines with a hundred damaged ones is read in a second."""
    lines = (SAMPLES / "pg18" / "mindur0.json").read_bytes().splitlines()[:100] * 100
    for number in range(0, len(lines), 100):
        lines[number] = (b"{broken", b'{"line_num":"x"}', lines[number][:-5], b"")[number // 100 % 4]
    records = jsonlog.records(False, Block(b"\n".join(lines) + b"\n", 1, last=True))
    assert (records.height, records["time_us"].null_count()) == (10_000, 100)


def test_a_name_with_many_colons_is_split_quickly() -> None:
    """64,000 words that end in a colon, each of which may be part of a name."""
    heads = pl.DataFrame(
        {
            "head": ["a: " * 64_000 + "select 1", "a: b: select 2", "a", "<unnamed>: select '3: 4'"],
            "what": ["parse"] * 4,
        }
    )
    records = messages._split(heads.with_columns(pl.col("what").cast(messages.WHAT)))
    assert records["sql"].to_list() == ["select 1", "select 2", "", "select '3: 4'"]
    assert records["name"].to_list() == ["a: " * 63_999 + "a", "a: b", "a", ""]


def test_millions_of_digits_after_a_letter_are_read_quickly() -> None:
    """The zeros of a bytea are in a string and take no extra time."""
    shapes = coded(pl.Series(["select '\\x" + "0" * 3_000_000 + "', 12", "select x" + "1" * 100 + ", 12"]))
    assert shapes.templates == ["select ?, ?", "select x" + "1" * 100 + ", ?"]


# One text of each way to nest or to repeat: the deepest in a log that the server did not refuse for its length.
MANY = 64_000
DEEP = {
    "additions": "select " + "+".join(["1"] * MANY),
    "parentheses": "select " + "(" * MANY + "1" + ")" * MANY,
    "case": "select " + "case when a then " * MANY + "1" + " end" * MANY,
    "joins": "select 1 from t " + "join t using (a) " * MANY,
    "not": "select " + "not " * MANY + "true",
    "minus": "select " + "- " * MANY + "1",
    "arrays": "select array" + "[" * MANY + "1" + "]" * MANY,
    "union": " union ".join(["select 1"] * MANY),
    "except": "(select 1 except " * MANY + "select 1" + ")" * MANY,
    "in": "select 1 where a in (" + ",".join(["1"] * MANY) + ")",
    "and": "select 1 where " + " and ".join(["a"] * MANY),
    "or": "select 1 where " + " or ".join(["a = 1"] * MANY),
    "calls": "select " + "f(" * MANY + "1" + ")" * MANY,
    "casts": "select 1" + "::int" * MANY,
    "subscripts": "select a" + "[1]" * MANY,
    "fields": "select (a)" + ".b" * MANY,
    "comments": "select " + "/* " * MANY + "1" + " */" * MANY + " 1",
    "bodies": "do $$ begin " + "".join(f"$a{n}$" for n in range(MANY)) + " end $$",
    "blocks": "do $$ " + "begin " * MANY + "null;" + " end;" * MANY + " $$",
    "body": "create function f() returns int language sql as $$ select " + "+".join(["1"] * MANY) + " $$",
    "plpgsql": "do $$ begin perform " + "(" * MANY + "1" + ")" * MANY + "; end $$",
    "subselects": "select " + "(select " * MANY + "1" + ")" * MANY,
    "ctes": "with a as (" * MANY + "select 1" + ") select 1" * MANY,
    "joined texts": "do $$ begin execute " + " || ".join(["'a'"] * MANY) + "; end $$",
    "rows": "values " + ",".join(["(1)"] * MANY),
    "texts": ";".join(["select 1"] * MANY),
    "unclosed": "select " + "(" * MANY,
    "quotes": "select " + "'" * (2 * MANY + 1),
}
# The texts of the regular test; the soak test has all.
FEW = ("additions", "case")
# In a separate process: capture, inspect, capture with redaction, and the analysis of SQL before a replay.
SURVIVES = """
import sys
from pathlib import Path
from pgrehearse.cli import main
from pgrehearse.workload.sql.plpgsql import read
from pgrehearse.workload.read import Workload
from pgrehearse.workload.sql.find_effects import effects_of
from pgrehearse.workload.sql.parse_tree import normalized
log, workload, redacted = sys.argv[1:]
for words in (["capture", "logs", log, "-o", workload], ["inspect", workload], ["capture", "logs", log, "-o", redacted, "--redact", "literals", "--redact-key", redacted + ".key"]):
    sys.argv = ["pgrehearse", *words, "--json"]
    try:
        main()
    except SystemExit as left:
        assert not left.code, left.code
for sql in Workload.open(Path(workload)).events().collect()["sql"].drop_nulls():
    effects_of(sql), normalized(sql), read(sql.decode(), None)
"""


def survives(tmp_path: Path, names: tuple[str, ...]) -> list[str]:
    """Log each text as the server refuses it, capture it, and return the kinds of shapes."""
    rows = [row(1, "duration: 1.000 ms  statement: select 1")]
    rows += [
        row(n, "stack depth limit exceeded", severity="ERROR", state="54001", query=DEEP[name])
        for n, name in enumerate(names, 2)
    ]
    places = [tmp_path / name for name in ("deep.csv", "deep.workload", "redacted.workload")]
    places[0].write_bytes(written(rows))
    words = [sys.executable, "-c", SURVIVES, *map(str, places)]
    process = subprocess.run(words, capture_output=True, text=True, timeout=600, cwd=Path(__file__).parents[2])
    assert process.returncode == 0, (process.returncode, process.stderr[-500:])
    for document in map(json.loads, process.stdout.splitlines()):
        assert (document["statements"], document["errors"]) == (len(names) + 1, len(names))
    return Workload.open(places[1]).shapes()["kind"].to_list()


def test_deeply_nested_texts_do_not_crash_the_process(tmp_path: Path) -> None:
    """64,000 levels, which the server refuses with 54001."""
    assert survives(tmp_path, FEW) == ["select", *["unparsed"] * len(FEW)]


@pytest.mark.soak
@pytest.mark.parametrize("name", sorted(DEEP))
def test_no_deeply_nested_text_crashes_the_process(tmp_path: Path, name: str) -> None:
    """Each way in which a text can be deep or long."""
    assert survives(tmp_path, (name,))[0] == "select"
