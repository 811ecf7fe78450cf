"""A damaged log of any format, in any envelope: capture ends in time, with a workload or an error, and counts every line."""

from __future__ import annotations

import faulthandler
import io
import json
import sys
import time
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pgrehearse.base.errors import Exit
from pgrehearse.capture.input.blocks import blocks
from pgrehearse.cli import main
from tests.conftest import SAMPLES


def _begin(name: str, lines: int = 60) -> bytes:
    return b"\n".join((SAMPLES / name).read_bytes().split(b"\n")[20 : 20 + lines]) + b"\n"


def _wrapped(begin: bytes, head: bytes) -> bytes:
    return b"".join(head + line + b"\n" for line in begin.splitlines())


def _docker(begin: bytes) -> bytes:
    return "".join(
        json.dumps({"log": line + "\n", "stream": "stderr"}) + "\n" for line in begin.decode("latin-1").splitlines()
    ).encode()


PLAIN = _begin("pg15/mindur0.log")
LOGS = {
    "csvlog": _begin("pg18/mindur0.csv"),
    "jsonlog": _begin("pg18/mindur0.json"),
    "stderr": PLAIN,
    "windows": PLAIN.replace(b"\n", b"\r\n"),
    "rds": _begin("pg15/rds_mindur0.log"),
    "syslog": _begin("pg15/syslog_mindur0.raw.txt"),
    "cloudwatch": _wrapped(PLAIN, b"2026-11-22T02:13:49.000Z "),
    "cri": _wrapped(PLAIN, b"2026-11-22T02:13:49.000Z stderr F "),
    "compose": _wrapped(PLAIN, b"db-1  | "),
    "docker": _docker(PLAIN),
    "array": b"[" + b",\n".join(_docker(PLAIN).splitlines()) + b"]\n",
    "cloudnativepg": (SAMPLES / "faults/capture/cloudnativepg.json").read_bytes() * 20,
}
PLACE = st.floats(0, 1)
DAMAGE = st.one_of(
    st.tuples(st.just("cut"), PLACE, PLACE),
    st.tuples(st.just("flip"), PLACE, st.integers(1, 255)),
    st.tuples(st.just("double"), PLACE, st.integers(1, 5)),
    st.tuples(st.just("remove"), PLACE, st.integers(1, 5)),
    st.tuples(st.just("insert"), PLACE, st.binary(max_size=300)),
    st.tuples(
        st.just("quote"), PLACE, st.sampled_from([b'"', b"\n", b"\t", b"\r\n", b"{", b"\\", b"\x00", b"[1-1] ", b"P "])
    ),
    st.tuples(st.just("end"), PLACE, st.just(0)),
)


def damaged(data: bytes, kind: str, place: float, size: object) -> bytes:
    """Return *data* with one kind of damage at a place."""
    at = int(place * len(data))
    if kind == "cut" and isinstance(size, float):
        low, high = sorted((at, int(size * len(data))))
        return data[:low] + data[high:]
    if kind == "flip" and isinstance(size, int) and at < len(data):
        return data[:at] + bytes([data[at] ^ size]) + data[at + 1 :]
    if kind in {"double", "remove"} and isinstance(size, int):
        lines = data.splitlines(keepends=True)
        row = int(place * len(lines))
        return b"".join(
            lines[: row + (size if kind == "double" else 0)] + lines[row + (0 if kind == "double" else size) :]
        )
    if isinstance(size, bytes):
        return data[:at] + size + data[at:]
    return data[:at]


DOCUMENTED = {Exit.OK, Exit.USAGE, Exit.INPUT}


def exit_code(name: str, damage: list[tuple[str, float, object]], size: int) -> int:
    """Capture a damaged log and return the exit code; check the CPU time, the messages and the number of lines."""
    data = LOGS[name]
    for step in damage:
        data = damaged(data, *step)
    stdout, stderr = io.StringIO(), io.StringIO()
    faulthandler.dump_traceback_later(300, exit=True)
    began = time.process_time()
    with TemporaryDirectory() as folder, patch.object(blocks, "__kwdefaults__", {"size": size}):
        log = Path(folder) / "log"
        log.write_bytes(data)
        words = ["pgrehearse", "capture", "logs", str(log), "-o", f"{folder}/w.workload", "--json"]
        with (
            patch.object(sys, "argv", words),
            redirect_stdout(stdout),
            redirect_stderr(stderr),
            pytest.raises(SystemExit) as exited,
        ):
            main()
    assert time.process_time() - began < 10
    faulthandler.cancel_dump_traceback_later()
    code = int(exited.value.code or 0)
    assert "Traceback" not in stderr.getvalue()
    document = json.loads(stdout.getvalue())
    if code == Exit.OK:
        assert document["lines"] == sum(document["buckets"].values()) == data.count(b"\n") + (not data.endswith(b"\n"))
    return code


CASES = (st.sampled_from(sorted(LOGS)), st.lists(DAMAGE, min_size=1, max_size=3), st.sampled_from([1 << 20, 3000]))


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(*CASES)
def test_a_damaged_log_ends_capture_as_documented(
    name: str, damage: list[tuple[str, float, object]], size: int
) -> None:
    """Twenty examples."""
    assert exit_code(name, damage, size) in DOCUMENTED


@pytest.mark.soak
@settings(max_examples=3_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(*CASES)
def test_many_damaged_logs_end_capture_as_documented(
    name: str, damage: list[tuple[str, float, object]], size: int
) -> None:
    """Three thousand examples."""
    assert exit_code(name, damage, size) in DOCUMENTED
