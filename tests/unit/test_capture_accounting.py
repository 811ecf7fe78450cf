"""The counts of a capture: sessions without events, statements that no replay sends, duplicates, clock steps, errors."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl
import pytest

from pgrehearse.base.errors import BadInput, HarnessFailure
from pgrehearse.capture.coverage import require_coverage
from pgrehearse.capture.formats.timestamps import stamp
from pgrehearse.capture.options import CaptureOptions, Selection
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.cli import cli
from pgrehearse.workload.read import Workload
from pgrehearse.workload.schema import MOST_WAITED_US
from pgrehearse.workload.source import Source
from tests.conftest import SAMPLES
from tests.logged import FORMATS, LogRecord, Server

if TYPE_CHECKING:
    from pgrehearse.workload.manifest import Manifest

FAULTS = SAMPLES / "faults" / "capture"


def captured(tmp_path: Path, *logs: Path, **options: object) -> Workload:
    output = tmp_path / "x.workload"
    capture_logs(CaptureOptions(tuple(logs), output, force=True, **options), tool_version="test")  # type: ignore[arg-type]
    return Workload.open(output)


def statements(workload: Workload, *names: str) -> list[tuple[object, ...]]:
    """Return columns of the statements that ran, in the order of the sessions (only the SQL by default)."""
    executed = workload.events().filter(pl.col("action").is_in(["query", "execute"])).sort("session", "seq")
    return executed.select(pl.col("sql").cast(pl.String), *names).collect().rows()


def notes(manifest: Manifest, word: str) -> list[str]:
    return [note for note in manifest.notes if word in note]


@pytest.mark.parametrize(
    ("name", "sql"),
    [
        ("last-session-without-events.log", "select id from item where id = 7"),
        ("last-session-server-message.csv", "select 7"),
    ],
)
def test_a_last_session_without_events_is_kept(tmp_path: Path, name: str, sql: str) -> None:
    """It has a log record, but ran no statement."""
    workload = captured(tmp_path, FAULTS / name)
    assert statements(workload) == [(sql,)]
    assert workload.manifest.statements == 1
    assert workload.sessions()["events"].to_list()[1:] == [0]


@pytest.mark.parametrize("silent", [{1}, {3}, {1, 2}, {2, 3}, {1, 3}])
@pytest.mark.parametrize("form", FORMATS)
def test_any_session_without_events_is_kept(tmp_path: Path, form: str, silent: set[int]) -> None:
    """Any session number, every format; messages about broken client connections."""
    texts = ["could not receive data from client: Connection reset by peer", "unexpected EOF on client connection"]
    records = [LogRecord(n, n, texts[n % 2]) if n in silent else LogRecord.ran(n, n, f"select {n}") for n in (1, 2, 3)]
    workload = captured(tmp_path, Server().write(tmp_path / f"x.{form}", *records))
    assert statements(workload) == [(f"select {n}",) for n in (1, 2, 3) if n not in silent]
    assert workload.manifest.coverage == {"count": 1.0, "time": 1.0}


@pytest.mark.parametrize("form", FORMATS)
def test_statements_that_no_replay_sends_lower_the_coverage(tmp_path: Path, form: str) -> None:
    """COPY FROM STDIN, calls by the function call protocol; COPY TO and COPY FROM a file are statements like others."""
    records = [
        LogRecord.ran(1, 1, "select 1", 10),
        *(LogRecord.ran(1, 2 + n, "copy t from stdin", 20) for n in range(3)),
        LogRecord.ran(1, 6, "copy t to stdout", 10),
        LogRecord.ran(1, 7, "copy t from '/var/tmp/t'", 10),
        *(LogRecord(1, 8 + n, 'duration: 5.000 ms  fastpath function call: "lowrite" (OID 955)') for n in range(2)),
    ]
    manifest = captured(tmp_path, Server().write(tmp_path / f"x.{form}", *records)).manifest
    assert (manifest.statements, manifest.losses.copies_from_stdin, manifest.losses.function_calls) == (6, 3, 2)
    assert manifest.coverage == {"count": round(1 - 5 / 8, 6), "time": round(1 - 70 / 100, 6)}
    with pytest.raises(BadInput, match=r"3 COPY \.\.\. FROM STDIN.*2 calls by the function call protocol"):
        require_coverage(manifest, 0.99)
    if form != "log":
        twice = captured(tmp_path, tmp_path / f"x.{form}", tmp_path / f"x.{form}").manifest
        assert (twice.coverage, twice.losses.function_calls) == (manifest.coverage, 2)


def test_capture_and_inspect_count_statements_that_are_not_replayed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Capture writes the workload and exits with 3; inspect prints the counts."""
    log = Server().write(
        tmp_path / "x.csv",
        LogRecord.ran(1, 1, "select 1"),
        *(LogRecord.ran(1, 2, "copy t from stdin") for _ in range(3)),
    )
    output = tmp_path / "x.workload"
    arguments = ["capture", "logs", str(log), "-o", str(output), "--require-coverage", "0.99"]
    with pytest.raises(BadInput, match=r"coverage is 25\.00%, required is 99\.00%: 3 COPY"):
        cli.main(arguments, standalone_mode=False)
    capsys.readouterr()
    cli.main(["inspect", str(output)], standalone_mode=False)
    assert "3 COPY ... FROM STDIN" in capsys.readouterr().out
    assert Workload.open(output).manifest.coverage["count"] == 0.25


def test_gaps_in_the_line_numbers_of_sessions_are_counted(tmp_path: Path) -> None:
    """A rotated file in the middle is missing: each record of it may have been a statement."""
    server = Server()
    first = server.write(tmp_path / "1.csv", *(LogRecord.ran(1, n, f"select {n}") for n in range(10)))
    server.write(tmp_path / "2.csv", *(LogRecord.ran(1, 10 + n, f"select {n}") for n in range(10)))
    last = server.write(tmp_path / "3.csv", *(LogRecord.ran(1, 20 + n, f"select {n}") for n in range(10)))
    manifest = captured(tmp_path, first, last).manifest
    assert (manifest.losses.session_lines_missing, manifest.coverage["count"]) == (10, round(20 / 30, 6))
    twice = captured(tmp_path, first, last, last).manifest
    assert (twice.losses.session_lines_missing, twice.losses.buckets["seen before"]) == (10, 10)


@pytest.mark.parametrize("order", [(1, 2), (2, 1)])
def test_a_clock_step_between_files_drops_no_statement(tmp_path: Path, order: tuple[int, int]) -> None:
    """Rotated files are ordered by the session's line numbers; the note contains the step."""
    workload = captured(tmp_path, *(FAULTS / f"clock-step-{n}.csv" for n in order))
    assert statements(workload) == [(f"insert into t values ({n})",) for n in range(1, 21)]
    assert workload.manifest.losses.buckets == {"statement": 20}
    (note,) = notes(workload.manifest, "clock")
    assert "clock-step-2.csv:1 by 49.000 s" in note
    assert workload.events().select("at_us").collect()["at_us"].min() == 0


@pytest.mark.parametrize("form", ["csv", "json"])
def test_a_clock_step_within_a_file_is_noted(tmp_path: Path, form: str) -> None:
    """The order is kept; without a backward step there is no note."""
    back = [LogRecord.ran(1, at, f"select {n}") for n, at in enumerate([10, 20, 5, 6])]
    workload = captured(tmp_path, Server().write(tmp_path / f"x.{form}", *back))
    assert [sql for (sql,) in statements(workload)] == [f"select {n}" for n in range(4)]
    assert "by 15.000 s" in notes(workload.manifest, "clock")[0]
    on = [LogRecord.ran(1, at, f"select {n}") for n, at in enumerate([10, 20, 20, 26])]
    assert not notes(captured(tmp_path, Server().write(tmp_path / f"y.{form}", *on)).manifest, "clock")


@pytest.mark.parametrize("form", ["csv", "json"])
def test_duplicate_records_count_once(tmp_path: Path, form: str) -> None:
    """The same file twice; exports that overlap; but not two sessions that only have equal line numbers."""
    records = [LogRecord.ran(session, n, f"insert into t values ({n})") for n in range(12) for session in (1, 2)]
    complete = Server().write(tmp_path / f"complete.{form}", *records)
    lines = complete.read_text().splitlines(keepends=True)
    early, late = tmp_path / f"early.{form}", tmp_path / f"late.{form}"
    early.write_text("".join(lines[:16]))
    late.write_text("".join(lines[8:]))
    for logs, again in (
        ((complete, complete), 24),
        ((early, late), 8),
        ((late, early), 8),
        ((early, complete, late), 32),
    ):
        workload = captured(tmp_path, *logs)
        assert len(statements(workload)) == 24
        assert workload.manifest.losses.buckets == {"statement": 24, "seen before": again}
        assert workload.manifest.coverage["count"] == 1
    # Another server's session with the same identifier: numbers are equal, contents are not.
    other = Server().write(tmp_path / f"other.{form}", *(LogRecord.ran(1, n, f"select {n}") for n in range(12)))
    assert len(statements(captured(tmp_path, complete, other))) == 36


def test_overlapping_logs_without_line_numbers_are_noted(tmp_path: Path) -> None:
    """A duplicate cannot be distinguished from a statement that ran twice; consecutive rotated logs have no note."""
    log = FAULTS / "timeout-after-idle.log"
    manifest = captured(tmp_path, log, log).manifest
    (note,) = notes(manifest, "count twice")
    assert "timeout-after-idle.log begins before" in note
    lines = log.read_text().splitlines(keepends=True)
    (tmp_path / "1.log").write_text("".join(lines[:3]))
    (tmp_path / "2.log").write_text("".join(lines[3:]))
    manifest = captured(tmp_path, tmp_path / "1.log", tmp_path / "2.log").manifest
    assert (manifest.statements, notes(manifest, "count twice")) == (3, [])


INTERRUPTED = [
    ("canceling statement due to statement timeout", "57014", "timeout"),
    ("canceling statement due to user request", "57014", "cancelled"),
    ("canceling statement due to lock timeout", "55P03", "lock_timeout"),
    ("terminating connection due to administrator command", "57P01", "killed"),
]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(("message", "state", "ended"), INTERRUPTED)
def test_the_duration_of_an_interrupted_statement_after_idle_time_is_unknown(
    tmp_path: Path, form: str, message: str, state: str, ended: str
) -> None:
    """Interrupted after ten idle minutes, and as the first statement of its session."""
    severity = "FATAL" if ended == "killed" else "ERROR"
    log = Server().write(
        tmp_path / f"x.{form}",
        LogRecord.ran(42, 0, "select 1"),
        LogRecord.failed(42, 600, "select count(*) from item", message, state, severity=severity),
        LogRecord.failed(43, 601, "select count(*) from stock", message, state, severity=severity),
    )
    workload = captured(tmp_path, log)
    assert statements(workload, "took_us", "ended") == [
        ("select 1", 1000, "ok"),
        ("select count(*) from item", None, ended),
        ("select count(*) from stock", None, ended),
    ]
    at, earliest_us = statements(workload, "at_us", "at_least_us")[1][1:], statements(workload, "at_least_us")[2][1]
    assert at == (600_001_000 - MOST_WAITED_US, 1000)
    assert earliest_us is None
    assert workload.manifest.estimated_starts == 2


def test_a_session_terminated_while_idle_has_no_further_statement(tmp_path: Path) -> None:
    """idle_in_transaction_session_timeout and idle_session_timeout interrupt no statement."""
    log = Server().write(
        tmp_path / "x.csv",
        LogRecord.ran(1, 0, "begin", tag="BEGIN"),
        LogRecord(
            1,
            600,
            "terminating connection due to idle-in-transaction timeout",
            "FATAL",
            "25P03",
            tag="idle in transaction",
        ),
        LogRecord.ran(2, 601, "select 1"),
        LogRecord(2, 1200, "terminating connection due to idle-session timeout", "FATAL", "57P05", tag="idle"),
    )
    workload = captured(tmp_path, log)
    assert statements(workload, "took_us") == [("begin", 1000), ("select 1", 1000)]
    assert workload.sessions()["sqlstate"].to_list() == ["25P03", "57P05"]


def test_the_sample_of_interrupted_statements_has_no_durations(tmp_path: Path) -> None:
    """The file of the original report."""
    workload = captured(tmp_path, FAULTS / "timeout-after-idle.log")
    assert [took for _, took in statements(workload, "took_us")] == [1000, None, None]


def test_a_logged_start_gives_the_duration_of_an_interrupted_statement(tmp_path: Path) -> None:
    """log_statement = all logs the start; the extended protocol logs parse and bind."""
    log = Server().write(
        tmp_path / "x.csv",
        LogRecord(1, 0, "statement: select pg_sleep(9)"),
        LogRecord.failed(1, 3, "select pg_sleep(9)", INTERRUPTED[0][0], "57014"),
        LogRecord(2, 10, "duration: 1.000 ms  parse <unnamed>: select pg_sleep($1)"),
        LogRecord(2, 10, "duration: 1.000 ms  bind <unnamed>: select pg_sleep($1)", detail="Parameters: $1 = '9'"),
        LogRecord.failed(2, 14, "select pg_sleep($1)", INTERRUPTED[0][0], "57014", tag="SELECT"),
    )
    assert [took for _, took in statements(captured(tmp_path, log), "took_us")] == [3_000_000, 3_999_000]


def test_a_session_without_a_disconnection_ends_at_its_last_record(tmp_path: Path) -> None:
    """log_disconnections is off."""
    log = Server().write(
        tmp_path / "x.csv", *(LogRecord.ran(session, session * n, "select 1") for n in (1, 2, 3) for session in (1, 2))
    )
    sessions = captured(tmp_path, log).sessions()
    assert sessions.select("ended", "end_us").rows() == [(False, 2_001_000), (False, 5_001_000)]


@pytest.mark.parametrize("form", FORMATS)
def test_the_error_of_an_empty_capture_names_the_content_of_the_log(tmp_path: Path, form: str) -> None:
    """The remedy names the logging setting only if the setting is the reason."""
    log = Server().write(
        tmp_path / f"x.{form}", *(LogRecord.ran(1, n, "select 1") for n in range(3)), LogRecord(2, 9, "unexpected EOF")
    )

    def refusal(**options: object) -> BadInput:
        with pytest.raises(BadInput) as caught:
            captured(tmp_path, log, **options)
        return caught.value

    filtered = refusal(selection=Selection(users=frozenset({"nobody"})))
    assert "the log contains 3 statements of users shop (3)" in filtered.message
    assert "--user" in filtered.remedy
    filtered = refusal(selection=Selection(no_databases=frozenset({"shopdb"})))
    assert "databases shopdb (3)" in filtered.message
    later = refusal(since=stamp("2026-03-01 11:00:00 UTC"))
    assert "2026-03-01T11:00:00.000000+00:00" in later.message
    assert "to 2026-03-01T10:00:09" in later.message
    for error in (filtered, later):
        assert "log_min_duration_statement" not in error.remedy
    log.unlink()
    Server().write(log, LogRecord(1, 1, "unexpected EOF"), LogRecord(2, 2, "could not receive data"))
    assert "log_min_duration_statement = 0" in refusal().remedy
    set_already = refusal(source=Source(logging={"log_min_duration_statement": "0"}))
    assert "log_min_duration_statement" not in set_already.remedy


def test_a_prefix_that_matches_no_line_is_refused(tmp_path: Path) -> None:
    """The error is about the prefix, not about the server's settings."""
    log = Server().write(tmp_path / "x.log", *(LogRecord.ran(1, n, "select 1") for n in range(3)))
    with pytest.raises(BadInput, match="--prefix '%m %p: ' matches none of the first 3 log lines") as caught:
        captured(tmp_path, log, prefix="%m %p: ")
    assert "which matches them" in caught.value.remedy


def test_statements_without_a_user_lower_the_coverage(tmp_path: Path) -> None:
    """A prefix without %u and no connection message: the statements are left out and counted."""
    with pytest.raises(BadInput, match="contains the user and the database of any of its 3 statements") as caught:
        captured(tmp_path, FAULTS / "default-prefix.log", prefix="%m [%p] ")
    assert "%u and %d" in caught.value.remedy
    assert "log_connections" in caught.value.remedy
    manifest = captured(tmp_path, FAULTS / "default-prefix-mixed-sessions.log", prefix="%m [%p] ").manifest
    assert (manifest.statements, manifest.losses.statements_without_user) == (1, 2)
    assert manifest.coverage["count"] == round(1 / 3, 6)
    assert notes(manifest, "%u and %d")


def test_connections_of_pgrehearse_are_left_out_and_counted(tmp_path: Path) -> None:
    """The queries of pgrehearse to a server under capture are not traffic of its applications."""
    log = Server().write(
        tmp_path / "x.csv",
        LogRecord.ran(1, 1, "select 1"),
        *(
            LogRecord.ran(2, 2, "select setting from pg_settings", application=name)
            for name in ("pgrehearse preflight", "pgrehearse capture")
        ),
    )
    workload = captured(tmp_path, log)
    assert statements(workload) == [("select 1",)]
    assert workload.manifest.losses.buckets == {"statement": 1, "pgrehearse's own": 2}


def test_a_full_disk_leaves_no_part_of_a_workload(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The incomplete workload is removed; the remedy does not mention a kept one."""
    log = Server().write(tmp_path / "x.csv", LogRecord.ran(1, 1, "select 1"))

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pl.DataFrame, "write_ipc", full)
    with pytest.raises(HarnessFailure, match="No space left on device") as caught:
        captured(tmp_path, log)
    assert "kept" not in caught.value.remedy
    assert sorted(path.name for path in tmp_path.iterdir()) == ["x.csv"]
