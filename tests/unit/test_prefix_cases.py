"""Logs without a given ``log_line_prefix``: users are read correctly, or the capture requires ``--prefix``."""

from __future__ import annotations

import time
from pathlib import Path

import polars as pl
import pytest

from pgrehearse.base.errors import BadInput
from pgrehearse.capture.formats.prefix_detection import detect_prefix
from pgrehearse.capture.input import blocks
from pgrehearse.capture.options import Selection
from tests.captured import FAULTS, captured
from tests.conftest import SAMPLES

GIVEN = Selection(users=frozenset({"shop"}), databases=frozenset({"shopdb"}))


def numbered(*numbers: int, took_us: int = 1_500) -> list[tuple[bytes, int]]:
    return [(b"select %d" % number, took_us) for number in numbers]


@pytest.mark.parametrize(
    ("name", "prefix", "session", "statements"),
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
def test_the_prefix_of_each_sample_is_detected(
    tmp_path: Path,
    name: str,
    prefix: str,
    session: tuple[str, ...],
    statements: list[tuple[bytes, int | None]],
    given: bool,
) -> None:
    """With ``--prefix`` and without: one session, its names, its statements, full coverage."""
    capture = captured(tmp_path, FAULTS / name, prefix=prefix if given else None)
    assert capture.sessions == [session]
    assert capture.statements == statements
    assert capture.workload.manifest.coverage == {"count": 1, "time": 1}
    assert f"log_line_prefix = '{prefix}'" in capture.workload.manifest.log_format


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
def test_a_log_without_users_is_refused(tmp_path: Path, name: str, prefix: str | None) -> None:
    """There is no workload without a session; the remedy lists the ways to give the user."""
    with pytest.raises(
        BadInput, match="no line of the log contains the user and the database of any of its 3 statements"
    ) as caught:
        captured(tmp_path, FAULTS / name, prefix=prefix)
    for word in ("%u", "%d", "log_connections", "--user", "--database"):
        assert word in caught.value.remedy


@pytest.mark.parametrize("name", ["default-prefix.log", "azure-prefix-no-user.log", "prefix-session-id-no-user.log"])
def test_user_and_database_are_taken_from_the_options(tmp_path: Path, name: str) -> None:
    """If the log has none, and exactly one user and one database are given."""
    capture = captured(tmp_path, FAULTS / name, selection=GIVEN)
    assert {row[1:3] for row in capture.sessions} == {("shop", "shopdb")}
    assert len(capture.statements) == 3
    assert capture.workload.manifest.coverage["count"] == 1


def test_a_given_user_without_a_database_is_refused(tmp_path: Path) -> None:
    """The database is not guessed."""
    with pytest.raises(BadInput, match="no line of the log contains"):
        captured(tmp_path, FAULTS / "default-prefix.log", selection=Selection(users=frozenset({"shop"})))


def test_several_given_users_are_only_a_filter(tmp_path: Path) -> None:
    """The log does not show which of two users ran a statement."""
    several = Selection(users=frozenset({"shop", "crm"}), databases=frozenset({"shopdb"}))
    with pytest.raises(BadInput, match="no line of the log contains"):
        captured(tmp_path, FAULTS / "default-prefix.log", selection=several)


def test_a_session_without_its_connection_message_is_left_out_and_counted(tmp_path: Path) -> None:
    """The session that connected is kept; the session that was open before has no user in the log."""
    capture = captured(tmp_path, FAULTS / "default-prefix-mixed-sessions.log")
    manifest = capture.workload.manifest
    assert [row[:3] for row in capture.sessions] == [("pid 4242", "shop", "shopdb")]
    assert capture.statements == [(b"select n from item where id = 1", 1_500)]
    assert (manifest.statements, manifest.losses.statements_without_user) == (1, 2)
    assert manifest.coverage["count"] == pytest.approx(1 / 3, abs=1e-6)
    assert manifest.coverage["time"] == pytest.approx(1.5 / 18.5, abs=1e-6)
    assert any(note.startswith("2 statements were left out") and "log_connections" in note for note in manifest.notes)


def test_a_session_without_a_user_is_kept_under_the_given_user(tmp_path: Path) -> None:
    """For sessions with a user in the log, the option is a filter."""
    capture = captured(tmp_path, FAULTS / "default-prefix-mixed-sessions.log", selection=GIVEN)
    assert [row[:3] for row in capture.sessions] == [("pid 4100", "shop", "shopdb"), ("pid 4242", "shop", "shopdb")]
    other = Selection(users=frozenset({"crm"}), databases=frozenset({"shopdb"}))
    capture = captured(tmp_path, FAULTS / "default-prefix-mixed-sessions.log", selection=other)
    assert [row[:3] for row in capture.sessions] == [("pid 4100", "crm", "shopdb")]
    assert capture.workload.manifest.coverage["count"] == 1


def test_a_word_with_several_possible_meanings_requires_the_prefix(tmp_path: Path) -> None:
    """``web`` after the database may be the application, a host name or a literal of the prefix."""
    log = FAULTS / "prefix-application-after-database.log"
    with pytest.raises(BadInput, match="cannot be determined from the log's lines") as caught:
        captured(tmp_path, log)
    assert "--prefix '%m [%p] %q%u@%d '" in caught.value.remedy
    capture = captured(tmp_path, log, prefix="%m [%p] %q%u@%d %a ")
    assert capture.sessions == [("pid 4242", "shop", "shopdb", "web", "")]
    assert capture.statements == numbered(1, 2, 3)


def test_a_connection_message_determines_the_meaning_of_a_word(tmp_path: Path) -> None:
    """An application is [unknown] before it is set; a host or a literal of the prefix is not."""
    head = b"2026-03-01 10:00:00.000 UTC [4242] "
    log = (
        head
        + b"[unknown]@[unknown] [unknown] LOG:  connection received: host=10.1.1.1 port=5000\n"
        + head
        + b"shop@shopdb [unknown] LOG:  connection authorized: user=shop database=shopdb application_name=web\n"
        + (FAULTS / "prefix-application-after-database.log").read_bytes()
    )
    assert captured(tmp_path, log).sessions == [("pid 4242", "shop", "shopdb", "web", "10.1.1.1")]


def test_a_log_of_heroku_is_refused_with_the_remedy(tmp_path: Path) -> None:
    """Its logs have no user; the options in the remedy work."""
    with pytest.raises(BadInput, match=r"Heroku.*does not contain the user") as caught:
        captured(tmp_path, FAULTS / "heroku-logplex.log")
    assert "--prefix ' sql_error_code = %e ' with --user and --database" in caught.value.remedy
    capture = captured(tmp_path, FAULTS / "heroku-logplex.log", prefix=" sql_error_code = %e ", selection=GIVEN)
    assert capture.sessions == [("pid 4242", "shop", "shopdb", "", "")]
    assert capture.statements == numbered(1, 2, 3)


@pytest.mark.parametrize(
    ("name", "prefix", "message"),
    [
        ("default-prefix.log", "%t [%p]: ", r"matches none of the first 4 log lines"),
        ("at-sign-in-user.log", "%m [%p] %u@%d ", r"'%m \[%p\] %c.* matches the lines better"),
        ("prefix-sqlstate-after-database.log", "%t [%p]: [%l-1] user=%u,db=%d ", r"gives the name 'shopdb - PG-00000'"),
        ("default-prefix-connections.log", "%t-%c-", r"matches none of the first 5 log lines"),
    ],
)
def test_a_given_prefix_that_does_not_match_is_refused(tmp_path: Path, name: str, prefix: str, message: str) -> None:
    """A shorter prefix, or another server's; the error contains the detected one."""
    with pytest.raises(BadInput, match=message) as caught:
        captured(tmp_path, FAULTS / name, prefix=prefix)
    assert "give" in caught.value.remedy


def test_a_prefix_that_the_messages_contradict_is_refused(tmp_path: Path) -> None:
    """User and database are exchanged."""
    head = b"2026-03-01 10:00:00.000 UTC [4242] "
    log = (
        head
        + b"shop shopdb LOG:  connection authorized: user=shop database=shopdb\n"
        + head
        + b"shop shopdb LOG:  duration: 1.500 ms  statement: select 1\n"
    )
    with pytest.raises(BadInput, match=r"user 'shopdb', but the message of the line has 'shop'"):
        captured(tmp_path, log, prefix="%m [%p] %d %u ")
    assert captured(tmp_path, log, prefix="%m [%p] %u %d ").sessions[0][1:3] == ("shop", "shopdb")
    assert captured(tmp_path, log).sessions[0][1:3] == ("shop", "shopdb")


def test_a_contradiction_late_in_the_log_is_refused(tmp_path: Path) -> None:
    """The first lines do not contradict the detected prefix; every later line is checked."""
    line = b"2026-03-01 10:00:00.000 UTC [4242] shopdb@shop LOG:  duration: 1.500 ms  statement: select 1\n"
    late = b"2026-03-01 10:00:01.000 UTC [4243] shopdb@shop LOG:  connection authorized: user=shop database=shopdb\n"
    with pytest.raises(BadInput, match=r"user shopdb, database shop in a line with the message") as caught:
        captured(tmp_path, line * 4_000 + late)
    assert "--prefix" in caught.value.remedy


def test_lines_that_do_not_match_the_given_prefix_are_noted(tmp_path: Path) -> None:
    """The note contains their number; they count as damaged."""
    log = (FAULTS / "memory-context-dump.log").read_bytes()
    other = b"2026-03-01 10:00:01.000 UTC [42] LOG:  checkpoint starting: time\n"
    manifest = captured(tmp_path, log + other, prefix="%m [%p] %u@%d ").workload.manifest
    assert any("does not match 1 of the first 7 log lines" in note for note in manifest.notes)
    assert manifest.losses.buckets["damaged"] == 8


def test_a_prefix_that_changes_within_a_log_is_noted(tmp_path: Path) -> None:
    """The statements after the change are missing, counted, and lower the coverage."""
    line = b"2026-03-01 10:00:00.000 UTC [4242] shop@shopdb LOG:  duration: 1.500 ms  statement: select 1\n"
    other = b"2026-03-01 10:00:01.000 UTC [4242] user=shop,db=shopdb LOG:  duration: 1.500 ms  statement: select 2\n"
    manifest = captured(tmp_path, line * 4_000 + other * 1_000).workload.manifest
    assert (manifest.statements, manifest.losses.statements_of_another_prefix) == (4_000, 1_000)
    assert manifest.coverage["count"] == 0.8
    assert any("1000 statements are missing: the log_line_prefix does not match" in note for note in manifest.notes)


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
    """Without %c and without connection messages only the names differ, within a block and across blocks."""
    monkeypatch.setattr(blocks.blocks, "__kwdefaults__", {"size": size})
    log = b"".join(statement(user, number) for number, user in enumerate(["shop", "shop", "crm", "crm", "shop"]))
    capture = captured(tmp_path, log, prefix="%m [%p] %u@%d ")
    assert [row[:2] for row in capture.sessions] == [("pid 4242", "shop"), ("pid 4242", "crm"), ("pid 4242", "shop")]
    events = capture.workload.events().collect().filter(pl.col("sql").is_not_null())
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
    capture = captured(tmp_path, log)
    assert [row[1:3] for row in capture.sessions] == [("shop", "shopdb"), ("crm", "crmdb")]
    assert capture.statements == numbered(1, 2)
    assert capture.workload.manifest.losses.statements_without_user == 1


def test_a_connection_message_after_a_thousand_lines_is_used(tmp_path: Path) -> None:
    """It shows which word is the user and which the database."""
    line = b"2026-03-01 10:00:00.000 UTC [4242] shopdb shop LOG:  duration: 1.500 ms  statement: select 1\n"
    late = b"2026-03-01 10:00:01.000 UTC [4243] shopdb shop LOG:  connection authorized: user=shop database=shopdb\n"
    assert captured(tmp_path, line * 1_100 + late + line.replace(b"4242", b"4243")).sessions[0][1:3] == (
        "shop",
        "shopdb",
    )


def test_the_detection_takes_less_than_a_second() -> None:
    """For the prefix with all fields and the maximum number of lines."""
    lines = (SAMPLES / "pg18" / "mindur0.log").read_bytes().split(b"\n")
    began = time.process_time()
    assert detect_prefix(lines) is not None
    assert time.process_time() - began < 1
