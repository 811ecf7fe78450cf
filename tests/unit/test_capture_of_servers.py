"""Servers that are captured by hosts, one by one: the same workload as in one process."""

from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest

from pgrehearse.base.errors import BadInput, Exit, HarnessFailure, UsageProblem
from pgrehearse.capture.cluster import host_capture
from pgrehearse.capture.cluster.host_capture import CaptureFailure, HostCapture
from pgrehearse.capture.cluster.located_logs import located, require_readable, unreadable
from pgrehearse.capture.file_order import ordered_logs
from pgrehearse.capture.formats.timestamps import stamp
from pgrehearse.capture.input.blocks import HEAD
from pgrehearse.capture.input.files import LogFile, log_files
from pgrehearse.capture.options import CaptureOptions, Selection
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.capture.server_logs import by_server
from pgrehearse.workload.catalog.model import Catalog, How, ServerCatalog, Tie
from pgrehearse.workload.event_parts import part_path
from pgrehearse.workload.read import Workload
from pgrehearse.workload.redaction import Redaction
from tests.conftest import SAMPLES
from tests.logged import LogRecord, Server
from tests.several_servers import content, rotated_logs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pgrehearse.capture.captured_server import CapturedServer
    from pgrehearse.capture.server_logs import ServerLogs
    from pgrehearse.capture.servers import Progress
    from pgrehearse.workload.event_numbers import EventNumbers

TABLES = Catalog(frozenset({"public.acc", "public.t"}), (Tie("public.acc", "public.t", How.CHECKS),))
SAMPLE = SAMPLES / "pg15" / "mindur0.csv"


def sent(value: Any) -> Any:
    """Return a value as another process gets it."""
    return pickle.loads(pickle.dumps(value))  # noqa: S301 (its own bytes)


class HostsInThisProcess:
    """A host for each server, in this process; arguments and results are sent as to another one."""

    def __init__(self) -> None:
        self.hosts: list[HostCapture] = []

    def capture(
        self, servers: Sequence[ServerLogs], options: CaptureOptions, _: Progress | None
    ) -> list[CapturedServer]:
        """Capture the servers in the opposite order."""
        self.hosts = [HostCapture(f"test-{number}") for number in range(len(servers))]
        found: dict[int, CapturedServer] = {}
        for number in reversed(range(len(servers))):
            logs = sent(located(servers[number]))
            stored = sent(replace(options, paths=(), output=Path(), redaction=None))
            result = sent(self.hosts[number].capture(number, logs, stored, options.redaction))
            if isinstance(result, CaptureFailure):
                raise result.error(f"host {number}")
            found[number] = result
        return [found[number] for number in range(len(servers))]

    def write_parts(self, numbers: Sequence[EventNumbers], folder: Path) -> None:
        following = 0
        for server, (host, own) in enumerate(zip(self.hosts, numbers, strict=True)):
            parts = host.write_parts(server, sent(own))
            assert isinstance(parts, dict)
            for name in parts:
                part_path(folder, following).write_bytes(host.piece(server, name, 0))
                following += 1

    def abandon(self) -> None:
        for host in self.hosts:
            host.close()


@pytest.fixture
def hosts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[HostsInThisProcess]:
    """Hosts whose folders are removed at the end."""
    monkeypatch.setattr(host_capture, "LEASE_S", 1e6)  # an actor whose lease has ended ends its process
    folder = tmp_path / "folders of hosts"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    hosts = HostsInThisProcess()
    yield hosts
    hosts.abandon()
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    "options",
    [
        {},
        {
            "since": stamp("2026-11-22 02:13:46.5 UTC"),
            "until": stamp("2026-11-22 02:15:00 UTC"),
            "selection": Selection(no_users=frozenset({"reporting"})),
        },
        {"redaction": Redaction(b"k" * 32), "drop_crypto_keys": True, "pooled": Selection(), "readers": ("json",)},
        {"catalog": ServerCatalog("a copy", {"app": TABLES})},
    ],
    ids=["everything", "a part", "redacted", "resolved"],
)
def test_hosts_capture_the_same_workload(tmp_path: Path, hosts: HostsInThisProcess, options: dict[str, Any]) -> None:
    """Four formats; rotated, overlapping, compressed, damaged and empty files, and one that is given twice."""
    logs = tuple(rotated_logs(tmp_path))
    capture_logs(CaptureOptions(logs, tmp_path / "one.workload", **options), tool_version="test")
    capture_logs(CaptureOptions(logs, tmp_path / "hosts.workload", **options), tool_version="test", captures=hosts)
    assert content(tmp_path / "hosts.workload") == content(tmp_path / "one.workload")
    workload = Workload.open(tmp_path / "one.workload")
    assert set(workload.sessions()["instance"]) == {"csv", "json", "log", "rds"}
    assert workload.manifest.losses.buckets["seen before"] > 0
    assert workload.manifest.losses.buckets["damaged"] > 0
    written = workload.shapes()["tables_written"].explode()
    assert ("public.acc" in written.to_list()) == ("catalog" in options)


def test_records_are_in_the_order_of_all_logs_and_sessions_follow_each_other(tmp_path: Path) -> None:
    """The files of two servers alternate; the sessions of a server have consecutive numbers, and its parts follow those of the other."""
    paths = []
    servers = {"a": Server(), "b": Server()}
    for number in range(3):
        for offset, (name, server) in enumerate(servers.items()):
            first_s = number * 100 + offset * 50
            ran = [LogRecord.ran(1 + at % 2, first_s + at, f"insert into t values ({at})") for at in range(10)]
            log = server.write(tmp_path / f"{name}.{number}.csv", *ran)
            paths.append(f"{name}={log}")
    manifest = capture_logs(CaptureOptions(tuple(paths), tmp_path / "x.workload"), tool_version="test")
    assert manifest.files == [path.partition("=")[2] for path in paths]
    workload = Workload.open(tmp_path / "x.workload")
    instances = workload.sessions().sort("session")["instance"]
    assert instances.to_list() == ["a", "a", "b", "b"]
    statements = workload.events().filter(pl.col("action") == "query").collect()
    assert statements["session"].is_sorted()
    assert statements.sort("record")["file"].to_list() == [file for file in range(6) for _ in range(10)]
    assert sorted(statements["record"]) == list(range(60))
    assert statements["commit_rank"].to_list() == statements["record"].to_list()


def test_the_error_of_a_host_is_that_of_one_machine(tmp_path: Path, hosts: HostsInThisProcess) -> None:
    """An error of the input has its exit code and its text; any other one names the host."""
    ran = [LogRecord.ran(1, number, f"select {number}") for number in range(2_000)]
    contradiction = LogRecord(1, 2_000, "connection authorized: user=other database=shopdb")
    log = Server().write(tmp_path / "b.csv", *ran, contradiction)
    assert log.stat().st_size > HEAD  # the format is detected from the first bytes
    options = CaptureOptions((f"a={SAMPLE}", f"b={log}"), tmp_path / "x.workload")
    with pytest.raises(BadInput, match="the server did not write this log") as alone:
        capture_logs(options, tool_version="test")
    with pytest.raises(BadInput) as on_host:
        capture_logs(options, tool_version="test", captures=hosts)
    assert (str(on_host.value), on_host.value.remedy) == (str(alone.value), alone.value.remedy)
    failure = CaptureFailure(HarnessFailure.__name__, "events: No space left", "free disk space")
    full = failure.error("big")
    assert (str(full), full.exit_code) == ("events: No space left (host big)", Exit.HARNESS)
    assert "TMPDIR" in full.remedy
    assert not list(tmp_path.glob("x.workload*"))


def test_no_statement_of_any_server_is_an_error_and_of_one_server_is_none(
    tmp_path: Path, hosts: HostsInThisProcess
) -> None:
    logs = (f"a={SAMPLE}", f"b={Server().write(tmp_path / 'b.csv', LogRecord(1, 0, 'checkpoint starting: time'))}")
    manifest = capture_logs(CaptureOptions(logs, tmp_path / "x.workload"), tool_version="test", captures=hosts)
    assert manifest.statements > 0
    nobody = CaptureOptions(logs, tmp_path / "y.workload", selection=Selection(users=frozenset({"nobody"})))
    with pytest.raises(BadInput, match="no statement of the selected sessions"):
        capture_logs(nobody, tool_version="test")


def test_a_log_that_a_host_cannot_read_is_refused(tmp_path: Path) -> None:
    """A log that only this process can read; one that the host lacks; another file at its place. A log that has grown is the same."""
    log = tmp_path / "a.csv"
    log.write_bytes(SAMPLE.read_bytes())
    options = CaptureOptions((log,), tmp_path / "x.workload")
    (server,) = by_server(ordered_logs(log_files((log,)), options))
    (there,) = located(server)
    assert unreadable([there]) == ""
    with log.open("ab") as stream:
        stream.write(b"more\n")
    assert unreadable([there]) == ""
    log.write_bytes(SAMPLE.read_bytes().replace(b"select", b"SELECT"))
    assert unreadable([there]) == f"{log} is another file there"
    log.unlink()
    assert unreadable([there]) == f"{log}: No such file or directory"
    with pytest.raises(UsageProblem, match="the host b cannot read the logs") as refused:
        require_readable("b", unreadable([there]))
    assert "at the same path" in refused.value.remedy
    stream_only = LogFile("standard input", SAMPLE.stat().st_size, lambda: SAMPLE.open("rb"))
    (server,) = by_server(ordered_logs([stream_only], options))
    with pytest.raises(UsageProblem, match="no other host can read standard input"):
        located(server)
