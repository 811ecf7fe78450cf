"""--target-log: a file that is not the target's own csvlog is refused before the replay, and the target stays fresh."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from pgrehearse.base.errors import BadInput, TargetProblem
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.scenarios.preparing import target_log
from pgrehearse.scenarios.preparing.target_log import check_logs, why_not
from pgrehearse.scenarios.replaying.rehearsal import Rehearsal, rehearse
from pgrehearse.scenarios.replaying.server_times import Joined
from pgrehearse.targets.embedded import registry
from tests.conftest import SAMPLES, LogMark, connect, superuser
from tests.replaying import replay

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pgrehearse.targets.embedded.cluster import Cluster
    from pgrehearse.workload.read import Workload


@pytest.fixture
def workload(pg16: Cluster, tmp_path: Path) -> Workload:
    start = LogMark.now(pg16)
    with connect(pg16, "postgres") as connection:
        connection.execute("select 1")
    return start.capture(tmp_path, "w")


@pytest.mark.parametrize(
    ("make_path", "words"),
    [
        (lambda folder: folder / "nowhere.csv", "No such file"),
        (lambda folder: folder, "no csvlog"),
        (lambda folder: folder / "note.csv", "is not a csvlog"),
        (lambda _: SAMPLES / "pg18" / "extra.log", "is not a csvlog"),
    ],
    ids=["missing", "an empty folder", "a note", "a plain log"],
)
def test_a_file_that_is_not_a_csvlog_is_refused_before_the_replay(
    pg16: Cluster, workload: Workload, tmp_path: Path, make_path: Callable[[Path], Path], words: str
) -> None:
    """Exit 3; there is no run under any name, and the target is not used."""
    place = tmp_path / "logs"
    place.mkdir()
    log = make_path(place)
    if log.name == "note.csv":
        log.write_text("a,b\n1,2\n")
    with pytest.raises(BadInput, match=words):
        replay(workload, pg16, tmp_path / "r.run", logs=(log,))
    assert not list(tmp_path.glob("r.run*"))
    assert registry.used_by(pg16) == ""


def test_another_servers_log_is_refused_before_the_replay(
    pg16: Cluster, pg18: Cluster, workload: Workload, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A log of another server is refused, even together with the target's own log. The target stays unused."""
    check = target_log.check_logs
    monkeypatch.setattr(
        "pgrehearse.scenarios.replaying.target_checks.check_logs",
        lambda logs, targets: check(logs, targets, timeout_s=0.3),
    )
    for logs in ((pg18.csvlog,), (pg16.csvlog, pg18.csvlog)):
        with pytest.raises(BadInput, match=f"is not the log of 127.0.0.1:{pg16.port}") as caught:
            replay(workload, pg16, tmp_path / "r.run", logs=logs)
        assert "pg_current_logfile" in caught.value.remedy
    assert not list(tmp_path.glob("r.run*"))
    assert registry.used_by(pg16) == ""


def test_the_targets_own_log_is_found(pg16: Cluster, pg18: Cluster) -> None:
    """By its file or its directory; each of several targets has its own."""
    asyncio.run(check_logs([pg16.csvlog], [pg16.endpoint()]))
    asyncio.run(check_logs([pg16.logs], [pg16.endpoint()]))
    asyncio.run(check_logs([pg16.csvlog, pg18.csvlog], [pg16.endpoint(), pg18.endpoint()]))


def test_the_wait_for_a_log_has_a_timeout(pg16: Cluster, pg18: Cluster) -> None:
    """It reads again after each pause."""
    pauses: list[float] = []

    async def pause(seconds: float) -> None:
        pauses.append(seconds)

    with pytest.raises(BadInput, match="did not appear"):
        asyncio.run(check_logs([pg18.csvlog], [pg16.endpoint()], timeout_s=0.05, pause=pause))
    assert pauses


def test_a_server_that_does_not_log_is_refused_immediately(pg16: Cluster) -> None:
    """An error of exit code 4 with the setting."""
    with superuser(pg16) as connection:
        connection.execute("create role quiet login superuser")
        connection.execute("alter role quiet set log_min_duration_statement = -1")
    try:
        with pytest.raises(
            TargetProblem, match=r"does not log every statement .*log_min_duration_statement = -1"
        ) as caught:
            asyncio.run(check_logs([pg16.csvlog], [pg16.endpoint(user="quiet")]))
        assert "log_min_duration_statement = 0" in caught.value.remedy
    finally:
        with superuser(pg16) as connection:
            connection.execute("drop role quiet")


GOOD = {
    "log_min_duration_statement": "0",
    "log_min_duration_sample": "-1",
    "log_statement_sample_rate": "1",
    "log_transaction_sample_rate": "0",
    "log_statement": "none",
    "log_duration": "off",
    "log_destination": "csvlog",
    "logging_collector": "on",
}


@pytest.mark.parametrize(
    ("change", "logs"),
    [
        ({}, True),
        ({"log_min_duration_statement": "-1"}, False),
        ({"log_min_duration_statement": "100"}, False),
        ({"log_min_duration_statement": "-1", "log_statement": "all"}, False),
        ({"log_min_duration_statement": "-1", "log_statement": "all", "log_duration": "on"}, True),
        ({"log_min_duration_statement": "-1", "log_min_duration_sample": "0"}, True),
        ({"log_min_duration_statement": "-1", "log_transaction_sample_rate": "1"}, True),
        (
            {"log_min_duration_statement": "-1", "log_min_duration_sample": "0", "log_statement_sample_rate": "0.5"},
            False,
        ),
        ({"log_destination": "stderr,jsonlog"}, False),
        ({"log_destination": "stderr,csvlog"}, True),
        ({"logging_collector": "off"}, False),
    ],
)
def test_the_settings_show_what_a_server_logs(change: dict[str, str], logs: bool) -> None:
    """Every statement, with its duration, as csvlog."""
    assert (why_not({**GOOD, **change}) == "") is logs


def test_missing_server_times_are_noted(
    pg16: Cluster, workload: Workload, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If the target's log contains no statement of the replay, the run has a note."""

    async def accept_log(_logs: object, _targets: object) -> None:
        return

    empty = tmp_path / "empty.csv"
    empty.write_bytes(b"")
    monkeypatch.setattr("pgrehearse.scenarios.replaying.target_checks.check_logs", accept_log)
    run, fit = replay(workload, pg16, tmp_path / "r.run", logs=(empty,))
    assert fit.statements["ok"] == 1
    assert run.manifest.server_times is False
    assert any("no server times" in note for note in run.manifest.notes)


@pytest.mark.parametrize(
    ("sent", "with_server_time", "words"),
    [(100, 100, ""), (100, 95, ""), (100, 50, "50 of 100"), (100, 0, "none of the 100"), (0, 0, "")],
)
def test_the_share_of_server_times_is_noted(sent: int, with_server_time: int, words: str) -> None:
    """No note when nearly all were found."""
    note = Joined(sent, with_server_time).note()
    assert words in note
    assert bool(note) == bool(words)
    assert replace(Joined(sent, with_server_time), found=sent).note() == ""


def test_every_file_of_a_run_is_readable_by_its_owner_only(pg16: Cluster, workload: Workload, tmp_path: Path) -> None:
    """0700 and 0600, for any writer and any umask; and --force recognizes each of them as a run's file."""
    registry.mark_fresh(pg16)
    plan = ReplayPlan(pg16.endpoint("postgres"), speed=None, writes=True)
    run, _ = rehearse(Rehearsal(workload.path, tmp_path / "r.run", plan, logs=(pg16.csvlog,)))
    assert {"manifest.json", "state.json", "events.parquet", "session_copies.parquet", "server.workload"} <= {
        file.name for file in run.path.iterdir()
    }
    for place in (tmp_path / "r.run", workload.path):
        modes = {oct(path.stat().st_mode & 0o777) for path in place.rglob("*") if path.is_file()}
        assert modes == {"0o600"}
        assert {oct(path.stat().st_mode & 0o777) for path in (place, *place.rglob("*")) if path.is_dir()} == {"0o700"}
    assert run.manifest.server_times
    replay(workload, pg16, tmp_path / "r.run")
