"""A damaged log, of any format, in any envelope: capture ends in time, with a workload or a sentence, and counts every line."""

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
HURT = st.one_of(
    st.tuples(st.just("cut"), PLACE, PLACE),
    st.tuples(st.just("flip"), PLACE, st.integers(1, 255)),
    st.tuples(st.just("double"), PLACE, st.integers(1, 5)),
    st.tuples(st.just("leave out"), PLACE, st.integers(1, 5)),
    st.tuples(st.just("put in"), PLACE, st.binary(max_size=300)),
    st.tuples(
        st.just("quote"), PLACE, st.sampled_from([b'"', b"\n", b"\t", b"\r\n", b"{", b"\\", b"\x00", b"[1-1] ", b"P "])
    ),
    st.tuples(st.just("end"), PLACE, st.just(0)),
)


def hurt(octets: bytes, how: str, place: float, what: object) -> bytes:
    """Do one kind of damage at a place."""
    at = int(place * len(octets))
    if how == "cut" and isinstance(what, float):
        low, high = sorted((at, int(what * len(octets))))
        return octets[:low] + octets[high:]
    if how == "flip" and isinstance(what, int) and at < len(octets):
        return octets[:at] + bytes([octets[at] ^ what]) + octets[at + 1 :]
    if how in {"double", "leave out"} and isinstance(what, int):
        lines = octets.splitlines(keepends=True)
        row = int(place * len(lines))
        return b"".join(
            lines[: row + (what if how == "double" else 0)] + lines[row + (0 if how == "double" else what) :]
        )
    if isinstance(what, bytes):
        return octets[:at] + what + octets[at:]
    return octets[:at]


def check(name: str, damage: list[tuple[str, float, object]], size: int) -> None:
    """Capture a damaged log, and hold the command to its exit codes, its bound and its accounting."""
    octets = LOGS[name]
    for one in damage:
        octets = hurt(octets, *one)
    out, err = io.StringIO(), io.StringIO()
    faulthandler.dump_traceback_later(300, exit=True)
    began = time.process_time()
    with TemporaryDirectory() as folder, patch.object(blocks, "__kwdefaults__", {"size": size}):
        log = Path(folder) / "log"
        log.write_bytes(octets)
        words = ["pgrehearse", "capture", "logs", str(log), "-o", f"{folder}/w.workload", "--json"]
        with (
            patch.object(sys, "argv", words),
            redirect_stdout(out),
            redirect_stderr(err),
            pytest.raises(SystemExit) as left,
        ):
            main()
    assert time.process_time() - began < 10
    faulthandler.cancel_dump_traceback_later()
    code = int(left.value.code or 0)
    assert code in {Exit.OK, Exit.USAGE, Exit.INPUT}, (code, out.getvalue(), err.getvalue())
    assert "Traceback" not in err.getvalue()
    document = json.loads(out.getvalue())
    if code == Exit.OK:
        assert (
            document["lines"] == sum(document["buckets"].values()) == octets.count(b"\n") + (not octets.endswith(b"\n"))
        )


CASES = (st.sampled_from(sorted(LOGS)), st.lists(HURT, min_size=1, max_size=3), st.sampled_from([1 << 20, 3000]))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(*CASES)
def test_a_damaged_log_ends_capture_as_documented(
    name: str, damage: list[tuple[str, float, object]], size: int
) -> None:
    """Forty kinds of damage."""
    check(name, damage, size)


@pytest.mark.soak
@settings(max_examples=3_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(*CASES)
def test_a_damaged_log_at_length(name: str, damage: list[tuple[str, float, object]], size: int) -> None:
    """Three thousand."""
    check(name, damage, size)
