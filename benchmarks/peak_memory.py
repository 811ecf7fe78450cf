"""The most memory that a command of pgrehearse used: VmHWM of its process, which the process reads itself when it ends.

`wait4` and `getrusage` report another figure: their maximum begins with the memory of the process that started the command (Linux keeps it over `exec`).
VmHWM belongs to the memory of the program, which is new with `exec`.
"""

from __future__ import annotations

import atexit
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parents[1]


def measured_command(
    words: Sequence[str | Path], *, before: str = "", **more: Any
) -> tuple[subprocess.CompletedProcess[str], float]:
    """Run a command of pgrehearse; return how it ended, with its output, and its peak memory in MiB. *before*: Python code that is executed first."""
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
        return completed, int(noted.read_text(encoding="utf-8")) / 1024


def main() -> None:
    """Run the command line; write VmHWM in KiB to the file that is the first argument."""
    noted = Path(sys.argv.pop(1))
    atexit.register(lambda: noted.write_text(str(_peak_kib()), encoding="utf-8"))
    from pgrehearse.cli import main as command

    command()


def _peak_kib() -> int:
    """Return VmHWM of this process. Source: proc_pid_status(5)."""
    match = re.search(r"^VmHWM:\s+(\d+) kB$", Path("/proc/self/status").read_text(encoding="utf-8"), re.MULTILINE)
    return int(match[1]) if match is not None else 0
