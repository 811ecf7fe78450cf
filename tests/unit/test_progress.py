"""The progress of a command: bars that fit a terminal of 80 columns, and at most a line every ten seconds in a pipe."""

from __future__ import annotations

import fcntl
import io
import os
import re
import struct
import subprocess
import sys
import termios
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pgrehearse.console import Terminal
from pgrehearse.progress import EVERY_S, Details, Display, clock
from tests.conftest import SAMPLES

if TYPE_CHECKING:
    from collections.abc import Mapping

CSI = re.compile(r"\x1b\[[0-9;?]*([A-Za-z])")
COLOR = re.compile(r"\x1b\[(?:\d+;)*(?:3[0-79]|9[0-7]|38;|4[0-79]|48;)")
BARS = """
from pgrehearse.progress import Details, progress
from pgrehearse.replay_progress import State, line, table
state = State(expected_us=20_000_000, due=1000)
with progress() as display, display.stage("replay candidate-again"), display.stage("read the logs", unit="B") as stage:
    stage.update(312e6, 1024e6)
    display.bars.refresh()
    with display.stage("replay"):
        display.attach(Details(lambda: table(state), lambda: line(state)), 0.25)
        display.bars.refresh()
"""


def in_terminal(words: list[str], columns: int = 80, environment: Mapping[str, str] | None = None) -> str:
    """Return the output of a command to a terminal of *columns* columns."""
    parent_end, child_end = os.openpty()
    fcntl.ioctl(child_end, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    variables = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "COLUMNS", "LINES"}}
    process = subprocess.Popen(
        words,
        stdin=child_end,
        stdout=child_end,
        stderr=child_end,
        env={**variables, "TERM": "xterm-256color", **(environment or {})},
    )
    os.close(child_end)
    output = b""
    while chunk := _read(parent_end):
        output += chunk
    os.close(parent_end)
    assert process.wait() == 0, output.decode()
    return output.decode()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # EIO: the last process that had the terminal open has ended
        return b""


def lines_of(output: str) -> list[str]:
    """Return the lines that were written, without control sequences."""
    return [line for line in re.split(r"[\r\n]+", CSI.sub("", output)) if line.strip()]


def test_the_bars_fit_eighty_columns() -> None:
    """Each step on one line, with its amount and times complete; the figures of a replay below."""
    output = in_terminal([sys.executable, "-c", BARS])
    lines = lines_of(output)
    assert max(map(len, lines)) <= 80
    assert any("read the logs" in line and "297.5 MiB of 976.6 MiB, 0:00 elapsed" in line for line in lines), lines
    assert any(line.lstrip().startswith("replay candidate-again") for line in lines)
    assert any("expected errors 0" in line for line in lines)
    assert COLOR.search(output)


def test_no_color_is_obeyed() -> None:
    assert not COLOR.search(in_terminal([sys.executable, "-c", BARS], environment={"NO_COLOR": "1"}))


def test_a_capture_in_a_terminal_fits_eighty_columns(tmp_path: Path) -> None:
    """A complete command: its progress bars are removed, its tables remain."""
    words = [sys.executable, "-m", "pgrehearse", "capture", "logs", str(SAMPLES / "pg18" / "sample.csv")]
    output = in_terminal([*words, "-o", str(tmp_path / "w.workload")])
    lines = lines_of(output)
    assert any("coverage" in line for line in lines)
    tables = [line for line in lines if "  " in line.strip()]
    assert tables
    assert max(map(len, tables)) <= 80


def test_a_capture_in_a_pipe_writes_no_control_character(tmp_path: Path) -> None:
    """It takes less than ten seconds, so it writes no line of progress either."""
    words = [sys.executable, "-m", "pgrehearse", "capture", "logs", str(SAMPLES / "pg18" / "sample.csv")]
    process = subprocess.run([*words, "-o", str(tmp_path / "w.workload")], capture_output=True, text=True, check=True)
    assert process.stderr == ""
    assert not any(ord(sign) < 32 and sign != "\n" for sign in process.stdout)


class Ticks:
    """An event that is set after so many waits; it records how long each wait would have been."""

    def __init__(self, count: int) -> None:
        self.count, self.waits = count, list[float]()

    def wait(self, seconds: float) -> bool:
        self.waits.append(seconds)
        return len(self.waits) > self.count

    def set(self) -> None:
        """Do nothing: no thread waits for the event."""


def piped(count: int, monkeypatch: pytest.MonkeyPatch) -> tuple[Display, io.StringIO, Ticks]:
    out, ticks = io.StringIO(), Ticks(count)
    display = Display(Terminal(file=out, width=80))
    monkeypatch.setattr(display, "_ended", ticks)
    return display, out, ticks


def test_a_pipe_gets_a_line_every_ten_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    """One line for all steps that run, however long it is."""
    display, out, ticks = piped(3, monkeypatch)
    with display.stage("replay control"), display.stage("read the logs", unit="B") as stage:
        stage.update(1024, 4096)
        with display.running():
            pass
    assert ticks.waits == [EVERY_S] * 4
    assert EVERY_S == 10.0
    assert out.getvalue().splitlines() == ["  replay control, read the logs: 1.0 KiB of 4.0 KiB, 0:00 elapsed"] * 3


def test_a_pipe_gets_the_details_of_the_step_that_has_them(monkeypatch: pytest.MonkeyPatch) -> None:
    display, out, _ = piped(1, monkeypatch)
    with display.stage("replay"):
        display.attach(Details(lambda: "below", lambda: "600 ok"), 0.5)
        with display.running():
            pass
    assert out.getvalue() == "  replay: 600 ok\n"


def test_a_pipe_gets_nothing_while_no_step_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    display, out, _ = piped(3, monkeypatch)
    with display.running():
        pass
    assert out.getvalue() == ""


def test_a_step_of_known_duration_has_a_remaining_time() -> None:
    display = Display(Terminal(file=io.StringIO(), width=80))
    with display.stage("traffic", seconds=90.0):
        assert display.bars.text().endswith("0:00 elapsed, 1:30 left")


def test_control_characters_of_a_name_are_escaped() -> None:
    display = Display(Terminal(file=io.StringIO(), width=80))
    with display.stage("capture to s3://\x1b[31m"):
        assert display.bars.text().startswith(r"capture to s3://\x1b[31m: ")


@pytest.mark.parametrize(("seconds", "text"), [(7.4, "0:07"), (75, "1:15"), (3662, "1:01:02")])
def test_a_clock(seconds: float, text: str) -> None:
    assert clock(seconds) == text
