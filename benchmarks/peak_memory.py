"""The most memory that a command of pgrehearse used: VmHWM of its process, which the process reads itself when it ends; and how much of it was not pages of files.

`wait4` and `getrusage` report another figure: their maximum begins with the memory of the process that started the command (Linux keeps it over `exec`).
VmHWM belongs to the memory of the program, which is new with `exec`. Pages of files (RssFile) can be taken back by the system at any time. Linux has no maximum of the
other pages (RssAnon), so that a thread reads it every 10 ms.
"""

from __future__ import annotations

import atexit
import json
import re
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parents[1]
_EVERY_S = 0.01


@dataclass(frozen=True)
class Peak:
    """The most memory of a process in MiB: in *total*, and of it the *anonymous* memory, which is not pages of files."""

    total: float
    anonymous: float


def measured_command(
    words: Sequence[str | Path], *, before: str = "", **more: Any
) -> tuple[subprocess.CompletedProcess[str], Peak]:
    """Run a command of pgrehearse; return how it ended, with its output, and its peak memory. *before*: Python code that is executed first."""
    with tempfile.TemporaryDirectory() as folder:
        noted = Path(folder) / "peak"
        code = f"{before}\nfrom benchmarks.peak_memory import main; main()"
        completed = subprocess.run(
            [sys.executable, "-c", code, str(noted), *map(str, words)],
            capture_output=True,
            text=True,
            check=False,
            cwd=_HERE,
            **more,
        )
        return completed, Peak(**json.loads(noted.read_text(encoding="utf-8")))


def main() -> None:
    """Run the command line; write the peak memory as JSON to the file that is the first argument."""
    noted = Path(sys.argv.pop(1))
    anonymous = [_status_mib("RssAnon")]

    def watch() -> None:
        pause = threading.Event()
        while not pause.wait(_EVERY_S):
            anonymous[0] = max(anonymous[0], _status_mib("RssAnon"))

    def note() -> None:
        noted.write_text(json.dumps({"total": _status_mib("VmHWM"), "anonymous": anonymous[0]}), encoding="utf-8")

    threading.Thread(target=watch, daemon=True).start()
    atexit.register(note)
    from pgrehearse.cli import main as command

    command()


def _status_mib(name: str) -> float:
    """Return a figure of this process. Source: proc_pid_status(5)."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    match = re.search(rf"^{name}:\s+(\d+) kB$", status, re.MULTILINE)
    return int(match[1]) / 1024 if match is not None else 0.0
