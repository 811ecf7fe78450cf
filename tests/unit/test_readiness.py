"""The checks of ``doctor`` for the destination of a server's log, and a recorded log when the disk is full."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

import pytest

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import HarnessFailure
from pgrehearse.capture.live.recorder import Recorded
from pgrehearse.scenarios.capturing import live_capture
from pgrehearse.targets.doctor import _collector, _in_parameter_group, _prefix
from pgrehearse.targets.finding import Finding
from pgrehearse.workload.catalog.model import ServerCatalog
from pgrehearse.workload.source import Source

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("collector", "destination", "size", "ok", "problem"),
    [
        ("on", "stderr", None, True, ""),
        ("on", "csvlog", None, True, ""),
        ("off", "stderr", 5_000, True, ""),  # Debian: pg_ctlcluster redirects stderr to a file in /var/log/postgresql
        ("off", "stderr,csvlog", 5_000, True, ""),
        ("off", "stderr", 0, False, "docker logs"),
        ("off", "stderr", None, False, "cannot be checked"),
        ("off", "csvlog", 5_000, False, "only the collector"),
    ],
)
def test_stderr_redirected_to_a_file_is_a_log(
    collector: str, destination: str, size: int | None, ok: bool, problem: str
) -> None:
    """A log file without the logging collector is sufficient; an unreadable value is reported as unreadable."""
    check = _collector({"logging_collector": collector, "log_destination": destination}, size)
    assert check.ok == ok
    assert problem in check.problem


def test_without_the_collector_the_prefix_is_checked() -> None:
    """csvlog is not written then, for any log_destination."""
    settings = {"log_destination": "stderr,csvlog", "log_line_prefix": "%m [%p] "}
    assert _prefix({**settings, "logging_collector": "on"}).ok
    assert "%u" in _prefix({**settings, "logging_collector": "off"}).problem


def test_at_rds_a_setting_is_changed_in_the_parameter_group() -> None:
    """RDS does not permit ALTER SYSTEM; what needs no change, or is changed there already, stays as it is."""
    wrong = Finding("log_connections", "off", "on", "lost", "alter system set log_connections = 'on'")
    assert _in_parameter_group(wrong).change.startswith("set log_connections = on in the parameter group")
    prefix = _prefix({"log_line_prefix": "%t ", "rds.extensions": ""})
    for finding in (Finding("log_connections", "on", "on"), prefix):
        assert _in_parameter_group(finding) == finding


@pytest.mark.parametrize("when", ["recording", "capturing"])
def test_a_recorded_log_is_kept_when_the_disk_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    """The message names the file and the next step."""

    async def record(_endpoint: Endpoint, copy: IO[bytes], _request: object, _told: object) -> live_capture._Recording:
        copy.write(b"what was recorded\n")
        if when == "recording":
            raise HarnessFailure("no space", remedy="free some space")
        return live_capture._Recording(Recorded(0, 1, "0/0"), Source(), ServerCatalog("test"))

    def full(*_: object, **__: object) -> None:
        raise HarnessFailure("no space", remedy="free some space")

    monkeypatch.setattr(live_capture, "_record", record)
    monkeypatch.setattr(live_capture, "capture_logs", full)
    with pytest.raises(HarnessFailure, match="no space") as caught:
        live_capture.record_and_capture(Endpoint("127.0.0.1"), live_capture.LiveRequest(1), tmp_path / "x.workload")
    (log,) = tmp_path.glob("x.workload.*.log.csv")
    assert log.read_bytes() == b"what was recorded\n"
    assert f"pgrehearse capture logs {log} -o {tmp_path / 'x.workload'}" in caught.value.remedy
