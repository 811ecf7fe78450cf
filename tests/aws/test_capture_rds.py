"""`capture rds` against the stand-in, whose log files are samples of real servers: downloads, faults, readers, the source."""

from __future__ import annotations

import json
import shutil
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import boto3
import pytest

from pgrehearse.base.cache_folder import cache_folder
from pgrehearse.base.clock import iso
from pgrehearse.capture import log_cache
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.capture.rds import download
from pgrehearse.cli import main
from pgrehearse.workload.read import Workload
from tests.aws.production import aurora
from tests.aws.standin.faults import Fault
from tests.conftest import SAMPLES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.aws.standin.server import StandIn

LOG = SAMPLES / "pg15" / "mindur0.csv"
PLAIN = SAMPLES / "pg15" / "mindur0.log"


@dataclass
class Production:
    """An Aurora cluster at the stand-in; its writer prod-1 has the log of a real server as csvlog."""

    server: StandIn
    home: Path
    start_us: int
    end_us: int

    def folder(self, instance: str) -> Path:
        """Return the log directory of an instance; it exists from now on."""
        folder = self.home / instance
        folder.mkdir(exist_ok=True)
        self.server.logs.folders[instance] = folder
        return folder

    def put(self, instance: str, source: Path, hours: int = 0, suffix: str = ".csv") -> str:
        """Add a log file that begins *hours* after the hour of the window; return its name."""
        hour_us = 3_600_000_000
        began = datetime.fromtimestamp((self.start_us // hour_us + hours) * hour_us / 1e6, UTC)
        name = f"postgresql.log.{began:%Y-%m-%d-%H}{suffix}"
        shutil.copy(source, self.folder(instance) / name)
        self.server.logs.last_written[name] = round((began.timestamp() + 3600) * 1000)
        return name

    def window(self) -> list[str]:
        return ["--since", iso(self.start_us), "--until", iso(self.end_us + 1_000_000)]

    def downloads(self) -> int:
        return sum("downloadCompleteLogFile" in path for path in self.server.faults.seen)


@pytest.fixture
def production(stand_in: StandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Production:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(download, "_BACKOFF_S", 0.0)
    aurora("prod-1", "prod-2")
    capture_logs(CaptureOptions((LOG,), tmp_path / "plain.workload"), tool_version="test")
    manifest = Workload.open(tmp_path / "plain.workload").manifest
    return Production(stand_in, tmp_path, manifest.window_start_us, manifest.window_end_us)


def captured(
    production: Production, capsys: pytest.CaptureFixture[str], *words: str, name: str = "w"
) -> tuple[int, dict[str, Any]]:
    """Run `capture rds`; return the exit code and its JSON document."""
    line = [
        "pgrehearse",
        "capture",
        "rds",
        *words,
        *production.window(),
        "-o",
        str(production.home / f"{name}.workload"),
        "--json",
    ]
    with pytest.MonkeyPatch.context() as monkey:
        monkey.setattr(sys, "argv", line)
        with pytest.raises(SystemExit) as ended:
            main()
    return int(ended.value.code or 0), json.loads(capsys.readouterr().out)


def opened(production: Production, name: str = "w") -> Workload:
    return Workload.verified(production.home / f"{name}.workload")


def test_the_log_of_an_instance_becomes_a_workload(production: Production, capsys: pytest.CaptureFixture[str]) -> None:
    """The same as of the file itself; its source is what AWS describes; a second capture downloads nothing."""
    production.put("prod-1", LOG)
    production.put("prod-1", PLAIN, suffix="")
    production.put("prod-1", LOG, hours=7)
    assert captured(production, capsys, "--instance", "prod-1")[0] == 0
    workload = opened(production)
    assert workload.manifest.statements == Workload.open(production.home / "plain.workload").manifest.statements
    assert set(workload.sessions()["instance"]) == {"prod-1"}
    source = workload.manifest.source
    described = boto3.client("rds").describe_db_instances(DBInstanceIdentifier="prod-1")["DBInstances"][0]
    cluster = boto3.client("rds").describe_db_clusters(DBClusterIdentifier="prod")["DBClusters"][0]
    assert source is not None
    assert (source.host, source.port) == (described["Endpoint"]["Address"], described["Endpoint"]["Port"])
    assert source.resource == cluster["DbClusterResourceId"]
    assert production.downloads() == 1
    assert captured(production, capsys, "--instance", "prod-1", name="again")[0] == 0
    assert production.downloads() == 1
    assert all(path.stat().st_mode & 0o077 == 0 for path in cache_folder("rds").glob("*/*"))


def test_a_cluster_is_its_writer_and_its_readers(production: Production, capsys: pytest.CaptureFixture[str]) -> None:
    """Each session has the name of its instance; the same process number at two instances is two sessions."""
    for name in ("prod-1", "prod-2"):
        production.put(name, LOG)
    assert captured(production, capsys, "--cluster", "prod")[0] == 0
    workload = opened(production)
    assert set(workload.sessions()["instance"]) == {"prod-1", "prod-2"}
    assert workload.manifest.statements == 2 * Workload.open(production.home / "plain.workload").manifest.statements


@pytest.mark.parametrize(
    ("faults", "portions"),
    [
        ((Fault.THROTTLED, Fault.FAILED), False),
        ((Fault.CUT, Fault.UNAVAILABLE), False),
        ((Fault.CUT,) * 4, True),
    ],
)
def test_a_fault_is_repeated_then_portions_are_downloaded(
    production: Production, capsys: pytest.CaptureFixture[str], faults: tuple[Fault, ...], portions: bool
) -> None:
    """Throttling, errors of the service, a body that ends early: nothing of the log is lost."""
    production.put("prod-1", LOG)
    production.server.faults.add("downloadCompleteLogFile", *faults)
    code, document = captured(production, capsys, "--instance", "prod-1")
    assert code == 0, document
    manifest = opened(production).manifest
    assert manifest.statements == Workload.open(production.home / "plain.workload").manifest.statements
    assert (
        any("was downloaded in portions, because the connection broke" in note for note in manifest.notes) == portions
    )


def test_without_the_permission_for_complete_files_portions_are_read(
    production: Production, capsys: pytest.CaptureFixture[str]
) -> None:
    """A portion that AWS cuts in a line is requested again with fewer lines; the note is kept with the file."""
    production.put("prod-1", LOG)
    production.server.logs.complete = False
    production.server.logs.portion = 20_000
    for name in ("w", "again"):
        code, document = captured(production, capsys, "--instance", "prod-1", name=name)
        assert code == 0, document
        manifest = opened(production, name).manifest
        assert manifest.statements == Workload.open(production.home / "plain.workload").manifest.statements
        assert any(
            "in portions, because the complete file was refused (AccessDenied)" in note for note in manifest.notes
        )


def test_a_refusal_whose_body_ends_early_is_repeated(
    production: Production, capsys: pytest.CaptureFixture[str]
) -> None:
    """The connection breaks while the reason of the refusal is read."""
    production.put("prod-1", LOG)
    production.server.logs.complete = False
    production.server.faults.add("downloadCompleteLogFile", Fault.CUT)
    assert captured(production, capsys, "--instance", "prod-1")[0] == 0
    assert any("was refused (AccessDenied)" in note for note in opened(production).manifest.notes)


def test_a_capture_that_was_interrupted_continues(production: Production, capsys: pytest.CaptureFixture[str]) -> None:
    """An expired token ends it with a remedy; what is complete is not downloaded again."""
    production.put("prod-1", LOG)
    production.put("prod-2", LOG)
    production.server.faults.add("/prod-2/", Fault.EXPIRED)
    code, document = captured(production, capsys, "--cluster", "prod")
    assert code == 3
    assert "renew the credentials" in document["error"]["remedy"]
    assert not (production.home / "w.workload").exists()
    before = production.downloads()
    assert captured(production, capsys, "--cluster", "prod")[0] == 0
    assert production.downloads() == before + 1


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        ((), 2, "needs an instance or a cluster"),
        (("--instance", "nosuch"), 4, "nosuch: AWS refused"),
        (("--instance", "prod"), 4, "prod is a cluster, with the instances prod-1 (writer), prod-2 (reader)"),
        (("--instance", "prod-2"), 3, "prod-2 has no log of"),
    ],
)
def test_what_cannot_be_captured_is_one_sentence(
    production: Production, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: int, message: str
) -> None:
    """No instance, an unknown one, a cluster in its place, no log of the window."""
    production.put("prod-2", LOG, hours=-48)
    ended, document = captured(production, capsys, *words)
    assert (ended, message in document["error"]["message"]) == (code, True), document


def test_files_that_were_not_used_for_a_day_make_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The others stay, whatever the limit is; a file that another command has just renamed is no error."""
    import os

    old, new = tmp_path / "a", tmp_path / "b"
    for path in (old, new):
        path.write_bytes(b"x")
    os.utime(old, (0, 0))
    monkeypatch.setattr(log_cache, "LIMIT", 0)
    log_cache.make_room([old, new, tmp_path / "renamed.partial"])
    assert [path.exists() for path in (old, new)] == [False, True]
