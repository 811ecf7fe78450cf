"""Logs whose ``log_line_prefix`` is not given: whose statements they hold is right, or the capture asks."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from pgrehearse.base.errors import BadInput
from pgrehearse.capture.formats.prefix_detection import worked_out
from pgrehearse.capture.input import files
from pgrehearse.capture.options import CaptureOptions, Selection
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.workload.read import Workload
from tests.conftest import SAMPLES
from tests.prefixed import CONNECTING, UNKNOWN, written

FAULTS = SAMPLES / "faults" / "capture"
ASKED = Selection(users=frozenset({"shop"}), databases=frozenset({"shopdb"}))


@dataclass(frozen=True)
class Captured:
    """A workload's sessions (process, user, database, application, host) and statements (SQL, microseconds)."""

    workload: Workload

    @property
    def who(self) -> list[tuple[str, ...]]:
        columns = ("captured_session", "user", "database", "application_name", "remote_host")
        return self.workload.sessions().select(columns).rows()

    @property
    def statements(self) -> list[tuple[bytes, int | None]]:
        events = self.workload.events().collect().filter(pl.col("sql").is_not_null())
        return events.select("sql", "took_us").rows()


def captured(folder: Path, log: Path | bytes, **options: Any) -> Captured:
    path = log if isinstance(log, Path) else folder / "x.log"
    if isinstance(log, bytes):
        path.write_bytes(log)
    output = folder / "w.workload"
    capture_logs(CaptureOptions((path,), output, force=True, **options), tool_version="test")
    return Captured(Workload.open(output))


def numbered(*numbers: int, took_us: int = 1_500) -> list[tuple[bytes, int]]:
    return [(b"select %d" % number, took_us) for number in numbers]


@pytest.mark.parametrize(
    ("name", "prefix", "who", "statements"),
    [
        (
            "default-prefix-connections.log",
            "%m [%p] ",
            ("pid 4242", "shop", "shopdb", "web", "10.1.1.1"),
            [(b"select id from item where id = 7", 1_500), (b"update item set n = n + 1 where id = 7", 500)],
        ),
        (
            "prefix-sqlstate-after-database.log",
            "%t [%p]: [%l-1] user=%u,db=%d - PG-%e ",
            ("pid 4242", "shop", "shopdb", "", ""),
            numbered(1, 2, 3),
        ),
        (
            "prefix-query-id-before-user.log",
            "%m [%p] [queryid=%Q] %u@%d ",
            ("pid 4242", "shop", "shopdb", "", ""),
            numbered(1, 2, 3),
        ),
        (
            "at-sign-in-user.log",
            "%m [%p] %c %l %e %v %x %r %u@%d %a ",
            ("6b06b1a0.64", "bob@example.com", "app", "web", "10.0.0.1"),
            numbered(0, 1, 2, took_us=1_000),
        ),
        (
            "prefix-seconds-db-user-app-client.log",
            "%t [%p]: db=%d,user=%u,app=%a,client=%h ",
            ("pid 4242", "shop", "shopdb", "web", "10.1.1.1"),
            numbered(1, 2, 3),
        ),
        (
            "prefix-milliseconds-user-db-app-client.log",
            "%m [%p] user=%u,db=%d,app=%a,client=%h ",
            ("pid 4242", "shop", "shopdb", "web", "10.1.1.1"),
            numbered(1, 2, 3),
        ),
        (
            "memory-context-dump.log",
            "%m [%p] %u@%d ",
            ("pid 42", "shop", "shopdb", "", ""),
            [*numbered(1, 2, 3, 4), (b"select big()", None)],
        ),
        (
            "syslog-prefix-without-time.log",
            "db=%d,user=%u,app=%a,client=%h ",
            ("pid 4242", "shop", "shopdb", "web", "10.1.1.1"),
            numbered(1, 2, 3),
        ),
        (
            "journalctl.log",
            "%m [%p] %c %l %e %v %x %r %u@%d %a ",
            ("6b06b1a0.64", "app", "app", "web", "10.0.0.1"),
            numbered(1, 2, 3, took_us=1_000),
        ),
    ],
)
@pytest.mark.parametrize("given", [False, True])
def test_the_prefix_is_found_out(
    tmp_path: Path,
    name: str,
    prefix: str,
    who: tuple[str, ...],
    statements: list[tuple[bytes, int | None]],
    given: bool,
) -> None:
    """Each sample, with ``--prefix`` and without: one session, its names, its statements, all covered."""
    found = captured(tmp_path, FAULTS / name, prefix=prefix if given else None)
    assert found.who == [who]
    assert found.statements == statements
    assert found.workload.manifest.coverage == {"count": 1, "time": 1}
    assert f"log_line_prefix = '{prefix}'" in found.workload.manifest.log_format


@pytest.mark.parametrize("prefix", ["db=%d,user=%u,app=%a,client=%h ", None])
def test_syslog_tells_time_and_process_in_its_header(tmp_path: Path, prefix: str | None) -> None:
    """The prefix need not; times are known to a second, which the manifest says."""
    manifest = captured(tmp_path, FAULTS / "syslog-prefix-without-time.log", prefix=prefix).workload.manifest
    assert manifest.time_resolution_us == 1_000_000
    assert manifest.window_end_us % 60_000_000 // 1_000_000 == 3


@pytest.mark.parametrize(
    ("name", "prefix"),
    [
        ("default-prefix.log", None),
        ("default-prefix.log", "%m [%p] "),
        ("azure-prefix-no-user.log", None),
        ("azure-prefix-no-user.log", "%t-%c-"),
        ("prefix-session-id-no-user.log", None),
        ("prefix-session-id-no-user.log", "%m [%p] %c: "),
    ],
)
def test_statements_of_nobody_are_refused(tmp_path: Path, name: str, prefix: str | None) -> None:
    """No workload without a session says that it covers all; what would tell the user is named."""
    with pytest.raises(
        BadInput, match="3 statements, and no line of the log tells the user and the database"
    ) as caught:
        captured(tmp_path, FAULTS / name, prefix=prefix)
    for word in ("%u", "%d", "log_connections", "--user", "--database"):
        assert word in caught.value.remedy


@pytest.mark.parametrize("name", ["default-prefix.log", "azure-prefix-no-user.log", "prefix-session-id-no-user.log"])
def test_user_and_database_can_be_given_where_the_log_tells_none(tmp_path: Path, name: str) -> None:
    """One user and one database: the statements are theirs."""
    found = captured(tmp_path, FAULTS / name, selection=ASKED)
    assert {row[1:3] for row in found.who} == {("shop", "shopdb")}
    assert len(found.statements) == 3
    assert found.workload.manifest.coverage["count"] == 1


def test_a_user_alone_is_not_enough(tmp_path: Path) -> None:
    """The database is not guessed."""
    with pytest.raises(BadInput, match="no line of the log tells"):
        captured(tmp_path, FAULTS / "default-prefix.log", selection=Selection(users=frozenset({"shop"})))


def test_several_users_stay_a_filter(tmp_path: Path) -> None:
    """Whose a statement is of two users, nobody knows."""
    asked = Selection(users=frozenset({"shop", "crm"}), databases=frozenset({"shopdb"}))
    with pytest.raises(BadInput, match="no line of the log tells"):
        captured(tmp_path, FAULTS / "default-prefix.log", selection=asked)


def test_a_session_from_before_the_window_is_counted_as_lost(tmp_path: Path) -> None:
    """The session that connected is kept; the one that was open has no user in the log."""
    found = captured(tmp_path, FAULTS / "default-prefix-mixed-sessions.log")
    manifest = found.workload.manifest
    assert [row[:3] for row in found.who] == [("pid 4242", "shop", "shopdb")]
    assert found.statements == [(b"select n from item where id = 1", 1_500)]
    assert (manifest.statements, manifest.losses.statements_without_user) == (1, 2)
    assert manifest.coverage["count"] == pytest.approx(1 / 3, abs=1e-6)
    assert manifest.coverage["time"] == pytest.approx(1.5 / 18.5, abs=1e-6)
    assert any(note.startswith("2 statements were left out") and "log_connections" in note for note in manifest.notes)


def test_the_session_from_before_is_kept_under_the_user_that_is_given(tmp_path: Path) -> None:
    """Where the log tells a user, the option stays a filter."""
    found = captured(tmp_path, FAULTS / "default-prefix-mixed-sessions.log", selection=ASKED)
    assert [row[:3] for row in found.who] == [("pid 4100", "shop", "shopdb"), ("pid 4242", "shop", "shopdb")]
    other = Selection(users=frozenset({"crm"}), databases=frozenset({"shopdb"}))
    found = captured(tmp_path, FAULTS / "default-prefix-mixed-sessions.log", selection=other)
    assert [row[:3] for row in found.who] == [("pid 4100", "crm", "shopdb")]
    assert found.workload.manifest.coverage["count"] == 1


def test_a_word_that_may_be_several_things_is_asked_about(tmp_path: Path) -> None:
    """``web`` behind the database may be the application, a host's name or the prefix's own word."""
    log = FAULTS / "prefix-application-after-database.log"
    with pytest.raises(BadInput, match="not clear from its lines") as caught:
        captured(tmp_path, log)
    assert "--prefix '%m [%p] %q%u@%d '" in caught.value.remedy
    found = captured(tmp_path, log, prefix="%m [%p] %q%u@%d %a ")
    assert found.who == [("pid 4242", "shop", "shopdb", "web", "")]
    assert found.statements == numbered(1, 2, 3)


def test_a_connection_message_clears_that_word(tmp_path: Path) -> None:
    """Before it has told its name an application is [unknown]: a host or a word of the prefix is not."""
    head = b"2026-03-01 10:00:00.000 UTC [4242] "
    log = (
        head
        + b"[unknown]@[unknown] [unknown] LOG:  connection received: host=10.1.1.1 port=5000\n"
        + head
        + b"shop@shopdb [unknown] LOG:  connection authorized: user=shop database=shopdb application_name=web\n"
        + (FAULTS / "prefix-application-after-database.log").read_bytes()
    )
    assert captured(tmp_path, log).who == [("pid 4242", "shop", "shopdb", "web", "10.1.1.1")]


def test_heroku_is_named(tmp_path: Path) -> None:
    """Its logs have no user; what the message advises works."""
    with pytest.raises(BadInput, match=r"Heroku.*does not tell the user") as caught:
        captured(tmp_path, FAULTS / "heroku-logplex.log")
    assert "--prefix ' sql_error_code = %e ' with --user and --database" in caught.value.remedy
    found = captured(tmp_path, FAULTS / "heroku-logplex.log", prefix=" sql_error_code = %e ", selection=ASKED)
    assert found.who == [("pid 4242", "shop", "shopdb", "", "")]
    assert found.statements == numbered(1, 2, 3)


def test_a_syslog_without_processes_is_refused(tmp_path: Path) -> None:
    """Sessions cannot be told apart; the message says so."""
    octets = re.sub(rb"\[4242\]", b"", (FAULTS / "syslog-prefix-without-time.log").read_bytes())
    with pytest.raises(BadInput, match="without process numbers") as caught:
        captured(tmp_path, octets)
    assert "postgres[4242]" in caught.value.remedy


@pytest.mark.parametrize(
    "header",
    [
        b"<134>1 2026-03-01T11:00:01.000+01:00 db1 postgres 4242 - - ",
        b"2026-03-01T10:00:01+00:00 db1 postgres[4242]: [1-1] ",
        b"Mar  1 10:00:01 db1 postgres[4242]: ",
        b"<134>Mar  1 10:00:01 postgres[4242]: [1-1] ",
    ],
)
def test_headers_of_syslog(tmp_path: Path, header: bytes) -> None:
    """RFC 5424, RFC 3164, journalctl; with a host and without, numbered and not; a header's own zone counts."""
    body = b"user=shop,db=shopdb LOG:  duration: 1.500 ms  statement: select 1"
    found = captured(tmp_path, header + body + b"\n")
    assert found.who == [("pid 4242", "shop", "shopdb", "", "")]
    assert found.workload.manifest.window_end_us // 1_000_000 == 1_772_359_201


@pytest.mark.parametrize(
    ("name", "prefix", "message"),
    [
        ("default-prefix.log", "%t [%p]: ", r"fits none of the 4 log lines"),
        ("at-sign-in-user.log", "%m [%p] %u@%d ", r"which '%m \[%p\] %c"),
        ("prefix-sqlstate-after-database.log", "%t [%p]: [%l-1] user=%u,db=%d ", r"finds the name 'shopdb - PG-00000'"),
        ("default-prefix-connections.log", "%t-%c-", r"fits none of the 5 log lines"),
    ],
)
def test_a_prefix_given_by_hand_is_held_to_the_lines(tmp_path: Path, name: str, prefix: str, message: str) -> None:
    """A shorter one, or another server's: refused, with the one that fits."""
    with pytest.raises(BadInput, match=message) as caught:
        captured(tmp_path, FAULTS / name, prefix=prefix)
    assert "give" in caught.value.remedy


def test_a_prefix_that_the_messages_contradict_is_refused(tmp_path: Path) -> None:
    """User and database are the wrong way round."""
    head = b"2026-03-01 10:00:00.000 UTC [4242] "
    log = (
        head
        + b"shop shopdb LOG:  connection authorized: user=shop database=shopdb\n"
        + head
        + b"shop shopdb LOG:  duration: 1.500 ms  statement: select 1\n"
    )
    with pytest.raises(BadInput, match=r"user 'shopdb' where the message's is 'shop'"):
        captured(tmp_path, log, prefix="%m [%p] %d %u ")
    assert captured(tmp_path, log, prefix="%m [%p] %u %d ").who[0][1:3] == ("shop", "shopdb")
    assert captured(tmp_path, log).who[0][1:3] == ("shop", "shopdb")


def test_a_contradiction_far_behind_the_head_is_refused(tmp_path: Path) -> None:
    """The first lines cannot tell; the whole log is held to what was found out."""
    line = b"2026-03-01 10:00:00.000 UTC [4242] shopdb@shop LOG:  duration: 1.500 ms  statement: select 1\n"
    late = b"2026-03-01 10:00:01.000 UTC [4243] shopdb@shop LOG:  connection authorized: user=shop database=shopdb\n"
    with pytest.raises(BadInput, match=r"user shopdb, database shop where the message says") as caught:
        captured(tmp_path, line * 4_000 + late)
    assert "--prefix" in caught.value.remedy


def test_lines_that_a_given_prefix_does_not_fit_are_said(tmp_path: Path) -> None:
    """With their count; they count as damaged."""
    log = (FAULTS / "memory-context-dump.log").read_bytes()
    other = b"2026-03-01 10:00:01.000 UTC [42] LOG:  checkpoint starting: time\n"
    manifest = captured(tmp_path, log + other, prefix="%m [%p] %u@%d ").workload.manifest
    assert any("does not fit 1 of the first 7 log lines" in note for note in manifest.notes)
    assert manifest.losses.buckets["damaged"] == 8


def test_a_prefix_that_changes_in_the_middle_is_said(tmp_path: Path) -> None:
    """Statements behind the change are lost, with their count; they are not covered."""
    line = b"2026-03-01 10:00:00.000 UTC [4242] shop@shopdb LOG:  duration: 1.500 ms  statement: select 1\n"
    other = b"2026-03-01 10:00:01.000 UTC [4242] user=shop,db=shopdb LOG:  duration: 1.500 ms  statement: select 2\n"
    manifest = captured(tmp_path, line * 4_000 + other * 1_000).workload.manifest
    assert (manifest.statements, manifest.losses.statements_of_another_prefix) == (4_000, 1_000)
    assert manifest.coverage["count"] == 0.8
    assert any("1000 statements are lost: the log_line_prefix does not fit" in note for note in manifest.notes)


def statement(user: str, number: int, process: int = 4242) -> bytes:
    return b"2026-03-01 10:00:%02d.000 UTC [%d] %s@shopdb LOG:  duration: 1.500 ms  statement: select %d\n" % (
        number % 60,
        process,
        user.encode(),
        number,
    )


@pytest.mark.parametrize("size", [1 << 20, 200])
def test_a_process_number_used_by_another_user_is_another_session(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    """Without %c and without connections only the name tells, inside a block and from block to block."""
    monkeypatch.setattr(files.blocks, "__kwdefaults__", {"size": size})
    log = b"".join(statement(user, number) for number, user in enumerate(["shop", "shop", "crm", "crm", "shop"]))
    found = captured(tmp_path, log, prefix="%m [%p] %u@%d ")
    assert [row[:2] for row in found.who] == [("pid 4242", "shop"), ("pid 4242", "crm"), ("pid 4242", "shop")]
    events = found.workload.events().collect().filter(pl.col("sql").is_not_null())
    assert events["session"].to_list() == [0, 0, 1, 1, 2]


def test_a_second_authorization_is_another_session(tmp_path: Path) -> None:
    """PostgreSQL 18 may log connections when they are authorized only."""
    lines = [
        b"LOG:  connection authorized: user=shop database=shopdb",
        b"LOG:  duration: 1.500 ms  statement: select 1",
        b"LOG:  connection authorized: user=crm database=crmdb",
        b"LOG:  duration: 1.500 ms  statement: select 2",
        b"LOG:  disconnection: session time: 0:00:01.000 user=crm database=crmdb host=[local]",
        b"LOG:  duration: 1.500 ms  statement: select 3",
    ]
    log = b"".join(b"2026-03-01 10:00:0%d.000 UTC [4242] %s\n" % pair for pair in enumerate(lines))
    found = captured(tmp_path, log)
    assert [row[1:3] for row in found.who] == [("shop", "shopdb"), ("crm", "crmdb")]
    assert found.statements == numbered(1, 2)
    assert found.workload.manifest.losses.statements_without_user == 1


def test_proof_may_stand_behind_a_thousand_lines(tmp_path: Path) -> None:
    """Which is the user and which the database, a connection tells that comes late in the head."""
    line = b"2026-03-01 10:00:00.000 UTC [4242] shopdb shop LOG:  duration: 1.500 ms  statement: select 1\n"
    late = b"2026-03-01 10:00:01.000 UTC [4243] shopdb shop LOG:  connection authorized: user=shop database=shopdb\n"
    assert captured(tmp_path, line * 1_100 + late + line.replace(b"4242", b"4243")).who[0][1:3] == ("shop", "shopdb")


def test_it_takes_no_second() -> None:
    """The prefix with all there is, on as many lines as vote."""
    lines = (SAMPLES / "pg18" / "mindur0.log").read_bytes().split(b"\n")
    began = time.process_time()
    assert worked_out(lines) is not None
    assert time.process_time() - began < 1


@pytest.mark.parametrize(
    "header",
    ["Mar  1 10:00:{at:02} db1 postgres[{process}]: [{at}-1] ", "Mar  1 10:00:{at:02} db1 postgres[{process}]: "],
)
@pytest.mark.parametrize(
    "prefix",
    [
        "user=%u,db=%d,app=%a,client=%h ",
        "%q%u@%d ",
        "db=%d,user=%u ",
        "[%p] %u@%d ",
        "%m [%p] %q[user=%u,db=%d,app=%a] ",
    ],
)
def test_prefixes_behind_a_header(tmp_path: Path, prefix: str, header: str) -> None:
    """Of several sessions with connections and background processes, each has its names."""
    octets, truth = written(f"%p\t{prefix}", CONNECTING)
    lines = [line.split("\t", 1) for line in octets.decode().splitlines()]
    log = "".join(header.format(at=at, process=line[0]) + line[1] + "\n" for at, line in enumerate(lines, 1))
    found = captured(tmp_path, log.encode())
    expected = {
        (f"pid {one.process}", one.user, one.database, one.application.replace(UNKNOWN, ""), one.host) for one in truth
    }
    assert set(found.who) == expected
