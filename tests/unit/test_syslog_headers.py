"""Headers that syslog puts before a line, and the log_line_prefix after them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pgrehearse.base.errors import BadInput
from tests.captured import FAULTS, captured
from tests.prefixed import CONNECTING, UNKNOWN, written


@pytest.mark.parametrize("prefix", ["db=%d,user=%u,app=%a,client=%h ", None])
def test_the_header_of_syslog_has_time_and_process(tmp_path: Path, prefix: str | None) -> None:
    """The prefix need not have them; the manifest contains the resolution of one second."""
    manifest = captured(tmp_path, FAULTS / "syslog-prefix-without-time.log", prefix=prefix).workload.manifest
    assert manifest.time_resolution_us == 1_000_000
    assert manifest.window_end_us % 60_000_000 // 1_000_000 == 3


def test_a_syslog_without_processes_is_refused(tmp_path: Path) -> None:
    """Its sessions cannot be distinguished."""
    data = re.sub(rb"\[4242\]", b"", (FAULTS / "syslog-prefix-without-time.log").read_bytes())
    with pytest.raises(BadInput, match="no process numbers") as caught:
        captured(tmp_path, data)
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
def test_each_header_of_syslog_is_read(tmp_path: Path, header: bytes) -> None:
    """RFC 5424, RFC 3164, journalctl; with a host and without, numbered and not; the zone in a header is used."""
    body = b"user=shop,db=shopdb LOG:  duration: 1.500 ms  statement: select 1"
    capture = captured(tmp_path, header + body + b"\n")
    assert capture.sessions == [("pid 4242", "shop", "shopdb", "", "")]
    assert capture.workload.manifest.window_end_us // 1_000_000 == 1_772_359_201


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
def test_prefixes_after_a_syslog_header_are_detected(tmp_path: Path, prefix: str, header: str) -> None:
    """With several sessions, connection messages and background processes; each session has its names."""
    data, sessions = written(f"%p\t{prefix}", CONNECTING)
    lines = [line.split("\t", 1) for line in data.decode().splitlines()]
    log = "".join(header.format(at=at, process=line[0]) + line[1] + "\n" for at, line in enumerate(lines, 1))
    capture = captured(tmp_path, log.encode())
    expected = {(f"pid {s.process}", s.user, s.database, s.application.replace(UNKNOWN, ""), s.host) for s in sessions}
    assert set(capture.sessions) == expected
