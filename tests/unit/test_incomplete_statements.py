"""A statement with an unmarked or a missing line is kept complete or left out; a part of it is never kept."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.parse.incomplete_statements import is_complete
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.workload.manifest import Manifest
from pgrehearse.workload.read import Workload
from tests.conftest import SAMPLES

FAULTS = SAMPLES / "faults" / "capture"
AT = "2026-03-01 10:00:%02d.000 UTC [42] shop@shopdb "
NEXT = AT % 9 + "LOG:  duration: 1.000 ms  statement: select 9"


def captured(tmp_path: Path, *logs: str | Path) -> tuple[pl.DataFrame, Manifest]:
    """Return the statements of logs (paths, or texts), and the manifest."""
    paths = []
    for number, log in enumerate(logs):
        path = log if isinstance(log, Path) else tmp_path / f"{number}.log"
        if isinstance(log, str):
            path.write_text(log, newline="")
        paths.append(path)
    output, prefix = tmp_path / "w.workload", "%m [%p] %u@%d " if isinstance(logs[0], str) else None
    capture_logs(CaptureOptions(tuple(paths), output, force=True, prefix=prefix), tool_version="test")
    workload = Workload.open(output)
    events = workload.events().collect()
    return events.filter(pl.col("action").is_in(["query", "execute"])), workload.manifest


def texts(events: pl.DataFrame) -> list[bytes | None]:
    return events["sql"].to_list()


def log_of(*records: str) -> str:
    """Return a log of records, one per second, with one statement after them."""
    return "".join(AT % second + text + "\n" for second, text in enumerate(records)) + NEXT + "\n"


def is_left_out(events: pl.DataFrame, manifest: Manifest, what: int = 1) -> bool:
    """Return whether *what* statements have no text, are not replayed, and are noted."""
    left_out = events.filter(pl.col("sql").is_null() & pl.col("truncated"))
    return (
        left_out.height == what
        and manifest.coverage["count"] < 1
        and any("left out" in note for note in manifest.notes)
    )


def test_a_continuation_without_its_tab_is_joined_if_it_can_be_parsed(tmp_path: Path) -> None:
    """The DELETE keeps its condition."""
    events, manifest = captured(tmp_path, FAULTS / "continuation-without-tab.log")
    assert texts(events) == [b"delete from item\n    where id = 7", *(b"select %d" % n for n in range(2, 10))]
    assert (manifest.coverage["count"], manifest.losses.lines) == (1, 10)


@pytest.mark.parametrize(
    "records",
    [
        ("LOG:  duration: 1.000 ms  statement: delete from item\ncp: cannot stat 'x'",),
        ("LOG:  duration: 1.000 ms  statement: insert into t values ('a\n  b')",),
        ("LOG:  statement: delete from item\n\n  where (id = 7", "LOG:  duration: 1.000 ms"),
        ("LOG:  duration: 1.000 ms  execute s1: select $1", "DETAIL:  parameters: $1 = 'a\n b'"),
        ("ERROR:  division by zero", "STATEMENT:  delete from item\n where id = 1 /"),
        ("LOG:  duration: 1.000 ms  statement: delete from item\n\twhere id\n= (7",),
    ],
    ids=["other", "string", "blank", "parameters", "error", "half"],
)
def test_a_statement_that_may_be_incomplete_is_left_out(tmp_path: Path, records: tuple[str, ...]) -> None:
    """It is not replayed, coverage is below 1, with a note; the statement after it is kept."""
    events, manifest = captured(tmp_path, log_of(*records))
    assert is_left_out(events, manifest)
    assert texts(events)[-1] == b"select 9"


@pytest.mark.parametrize(
    ("records", "sql"),
    [
        (("LOG:  duration: 1.000 ms  execute s1: select\n$1", "DETAIL:  parameters: $1 = '7'"), b"select\n$1"),
        (
            ("LOG:  duration: 1.000 ms  statement: delete from item\n\t  where true\n  and id = 7",),
            b"delete from item\n  where true\n  and id = 7",
        ),
        (("LOG:  duration: 1.000 ms  statement: select 1\n\n",), b"select 1"),
        (
            (
                "LOG:  duration: 1.000 ms  statement: select 1\n2026-03-01 10:00:01 UTC [7] LOG:  checkpoint starting: time\nmore",
            ),
            b"select 1",
        ),
        (("ERROR:  division by zero\nanother line", "STATEMENT:  select 1\n/ 0"), b"select 1\n/ 0"),
        (
            (
                "LOG:  duration: 1.000 ms  statement: select 1\nTopMemoryContext: 101672 total in 12 blocks; 5232 free (18 chunks); 96440 used\n  MessageContext: 8192 total in 1 blocks; 7840 free (1 chunks); 352 used\nGrand total: 101672 bytes in 12 blocks",
            ),
            b"select 1",
        ),
    ],
    ids=["execute", "both", "blank lines", "other prefix", "error", "memory"],
)
def test_a_statement_that_is_proven_complete_is_kept(tmp_path: Path, records: tuple[str, ...], sql: bytes) -> None:
    """Lines of the server without a prefix may follow it."""
    events, manifest = captured(tmp_path, log_of(*records))
    assert texts(events) == [sql, b"select 9"]
    assert manifest.coverage["count"] == 1


def test_a_statement_in_a_truncated_last_line_is_left_out(tmp_path: Path) -> None:
    """A log without its last newline is truncated in its last line."""
    events, manifest = captured(
        tmp_path, (log_of() + AT % 10 + "LOG:  duration: 1.000 ms  statement: delete from item")
    )
    assert is_left_out(events, manifest)
    assert texts(events)[0] == b"select 9"


def test_a_statement_that_continues_in_the_next_file_is_left_out(tmp_path: Path) -> None:
    """The log was rotated within a record."""
    first = "2026-03-01 09:59:59.000 UTC [42] shop@shopdb LOG:  duration: 1.000 ms  statement: delete from item\n"
    events, manifest = captured(
        tmp_path, first, "\twhere id = 7\n" + log_of("LOG:  duration: 1.000 ms  statement: select 1")
    )
    assert is_left_out(events, manifest)
    assert texts(events)[1:] == [b"select 1", b"select 9"]


def test_windows_line_ends_are_removed(tmp_path: Path) -> None:
    """Durations are read, the end of the session is recognized."""
    events, manifest = captured(tmp_path, FAULTS / "crlf.log")
    assert events.select("sql", "took_us", "params").rows() == [
        (b"select 1", 5000, None),
        (b"select $1::int", 1000, [b"7"]),
    ]
    assert manifest.losses.buckets["disconnection"] == 1
    assert not any("no durations" in note for note in manifest.notes)


@pytest.mark.parametrize("ends", ["crlf", "mixed"])
def test_line_ends_are_removed_per_record(tmp_path: Path, ends: str) -> None:
    """Carriage returns of a text are kept, those of the log's line ends are removed."""
    with_returns = "LOG:  duration: 1.000 ms  statement: select 1,\r\n\t2"
    records = [
        with_returns,
        "LOG:  duration: 1.000 ms  statement: select\n\t3",
        "LOG:  duration: 1.000 ms  execute a: select $1\n" + AT % 1 + "DETAIL:  parameters: $1 = 'x\n\ty'",
    ]
    log = log_of(*records)
    windows = log.replace("\n", "\r\n") if ends == "crlf" else log.replace("select\n\t3\n", "select\r\n\t3\r\n")
    events, _ = captured(tmp_path, windows)
    assert texts(events) == [b"select 1,\r\n2", b"select\n3", b"select $1", b"select 9"]
    assert events["params"][2].to_list() == [b"x\ny"]


def test_a_csvlog_with_windows_line_ends_gives_the_same_events(tmp_path: Path) -> None:
    """Also line ends in its fields."""
    plain = FAULTS / "csv-first-record-spans-lines.csv"
    windows = tmp_path / "windows.csv"
    windows.write_bytes(plain.read_bytes().replace(b"\n", b"\r\n"))
    events, _ = captured(tmp_path, windows)
    assert events.drop("file").equals(captured(tmp_path, plain)[0].drop("file"))


def syslog(*chunks: tuple[int, str]) -> str:
    """Return chunks of one message of a process, and a complete message after them."""
    head = "Mar  1 10:00:00 db1 postgres[42]: "
    lines = [f"{head}[5-{number}] {text}" for number, text in chunks]
    return "\n".join([*lines, f"{head}[6-1] {NEXT}"]) + "\n"


BEGIN = AT % 1 + "LOG:  duration: 1.000 ms  statement: delete from item"


def test_a_statement_with_a_missing_syslog_chunk_is_left_out(tmp_path: Path) -> None:
    """The second of three chunks is missing."""
    complete, _ = captured(tmp_path, syslog((1, BEGIN), (2, "#011where id = 7"), (3, "#011  and true")))
    assert texts(complete) == [b"delete from item\nwhere id = 7\n  and true", b"select 9"]
    events, manifest = captured(tmp_path, syslog((1, BEGIN), (3, "#011  where true")))
    assert is_left_out(events, manifest)
    assert texts(events)[1:] == [b"select 9"]


def test_a_chunk_of_another_message_is_not_joined(tmp_path: Path) -> None:
    """The first chunk of the second message is missing."""
    log = syslog((1, BEGIN), (2, "#011where id = 7")).replace("[6-1] " + NEXT, "[6-2] #011  or true")
    events, _ = captured(tmp_path, log + syslog((1, BEGIN)).split("\n")[1].replace("[6-1]", "[7-1]") + "\n")
    assert texts(events) == [b"delete from item\nwhere id = 7", b"select 9"]


@pytest.mark.parametrize(
    ("sql", "complete"),
    [
        ("select 1\nfrom t", True),
        ("select 'a\nb'", False),
        ("select $$a\nb$$", False),
        ('select "a\nb"', False),
        ("select 1 -- a\n + 2", True),
        ("select (", False),
        ("select 'a", False),
        ("select " + "(" * 9000 + "\n1" + ")" * 9000, False),
    ],
)
def test_the_parser_proves_that_a_text_is_complete(sql: str, complete: bool) -> None:
    """White space that a collector may have removed is significant inside strings and names."""
    assert is_complete(sql) == complete
